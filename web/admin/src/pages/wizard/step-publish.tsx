import { Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { type Advice, type Program, useTexts, type Version } from '../../document/program-api.ts';
import { useReasons } from '../../document/use-reasons.ts';
import { locale } from '../../i18n.ts';
import { WholeField } from '../../parts/typed-field.tsx';
import { Screen } from './screen.tsx';
import { type Goal, useWizard } from './use-wizard.ts';

const METRICS = ['friendsOrdered', 'signUps', 'newCustomers', 'repeatOrders', 'members'] as const;
const METRIC_OF = {
  firstSales: 'friendsOrdered',
  loyalty: 'repeatOrders',
  wordOfMouth: 'friendsOrdered',
  signUps: 'signUps',
  recurringRevenue: 'repeatOrders',
} as const satisfies Record<Goal, (typeof METRICS)[number]>;
const FIRST_TARGET = 20;
const GOAL_DAYS = 90;
const DAY_MS = 86_400_000;

export function PublishStep({ program, version }: { readonly program: Program; readonly version: Version }) {
  const { t } = useTranslation();
  const { place } = useWizard();
  const texts = useTexts(version.document);
  const [goal, setGoal] = useState(() => ({
    metric: METRIC_OF[place.goal] as (typeof METRICS)[number],
    target: FIRST_TARGET as number | null,
    dueOn: new Date(Date.now() + GOAL_DAYS * DAY_MS).toISOString().slice(0, 10),
  }));
  const publish = usePublish(program, version, goal);
  return (
    <Screen
      title={t('wizard.publish.title')}
      lead={t('wizard.publish.lead')}
      next={t('wizard.publish.start')}
      onNext={() => publish.mutate()}
      isBusy={publish.isPending}
      error={publish.error}
    >
      <Card withBorder>
        <Stack gap="xs">
          <Title order={3} size="h4">
            {version.document.name[locale()]}
          </Title>
          <Text>{texts.data?.offer[locale()] ?? ''}</Text>
        </Stack>
      </Card>
      <Card withBorder>
        <Stack>
          <Title order={3} size="h5">
            {t('wizard.publish.goal')}
          </Title>
          <Select
            label={t('wizard.publish.metric')}
            allowDeselect={false}
            data={METRICS.map((metric) => ({ value: metric, label: t(`goalMetric.${metric}`) }))}
            value={goal.metric}
            onChange={(chosen) => setGoal({ ...goal, metric: METRICS.find((metric) => metric === chosen) ?? goal.metric })}
          />
          <Group grow align="flex-end">
            <WholeField label={t('wizard.publish.target')} value={goal.target} onChange={(target) => setGoal({ ...goal, target })} />
            <TextInput
              type="date"
              label={t('wizard.publish.due')}
              value={goal.dueOn}
              onChange={(event) => setGoal({ ...goal, dueOn: event.currentTarget.value })}
            />
          </Group>
        </Stack>
      </Card>
      <Text size="sm" c="dimmed">
        {t('wizard.publish.after')}
      </Text>
    </Screen>
  );
}

interface GoalGiven {
  readonly metric: string;
  readonly target: number | null;
  readonly dueOn: string;
}

function usePublish(program: Program, version: Version, goal: GoalGiven) {
  const { go } = useWizard();
  const queries = useQueryClient();
  const reasons = useReasons(program.id);
  return useMutation({
    mutationFn: async () => {
      const path = `/v1/programs/${program.id}/versions/${version.number}`;
      const { advice } = await ask<{ readonly advice: readonly Advice[] }>('GET', `${path}/advice`);
      const asked = advice.filter(({ severity }) => severity !== 'note').map(({ check }) => check);
      if (goal.target !== null && goal.target > 0 && goal.dueOn !== '') await ask('PUT', `/v1/programs/${program.id}/goal`, goal);
      return ask<Program & { readonly enrolment: { readonly customers: number } }>('POST', `${path}/publish`, {
        reasons: reasons.given(asked),
      });
    },
    onSuccess: async (published) => {
      queries.setQueryData(['program', program.id], published);
      reasons.clear();
      await Promise.all(['programs', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await go('done');
    },
  });
}
