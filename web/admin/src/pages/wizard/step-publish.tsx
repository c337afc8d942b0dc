import { Card, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { type Advice, type Program, useTexts, type Version } from '../../document/program-api.ts';
import { useReasons } from '../../document/use-reasons.ts';
import { locale } from '../../i18n.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { firstGoal, GoalFields, type GoalGiven, isWhole } from '../../parts/goal-fields.tsx';
import { useRights } from '../../rights.ts';
import { Screen } from './screen.tsx';
import { type Goal, useWizard } from './use-wizard.ts';

const METRIC_OF = {
  firstSales: 'friendsOrdered',
  loyalty: 'repeatOrders',
  wordOfMouth: 'friendsOrdered',
  signUps: 'signUps',
  recurringRevenue: 'repeatOrders',
} as const satisfies Record<Goal, GoalGiven['metric']>;

export function PublishStep({ program, version }: { readonly program: Program; readonly version: Version }) {
  const { t } = useTranslation();
  const { place } = useWizard();
  const texts = useTexts(version.document);
  const [goal, setGoal] = useState<GoalGiven>(() => firstGoal(METRIC_OF[place.goal]));
  const publish = usePublish(program, version, goal);
  const handOver = useHandOver(program, goal);
  const mayPublish = useRights().mayChange('publishing');
  const step = mayPublish ? publish : handOver;
  return (
    <Screen
      title={t(mayPublish ? 'wizard.publish.title' : 'wizard.publish.handOver')}
      lead={t(mayPublish ? 'wizard.publish.lead' : 'wizard.publish.handOverLead')}
      next={t(mayPublish ? 'wizard.publish.start' : 'wizard.publish.keep')}
      onNext={() => step.mutate()}
      isBusy={step.isPending}
      error={step.error}
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
          <GoalFields goal={goal} onChange={setGoal} />
        </Stack>
      </Card>
      <Text size="sm" c="dimmed">
        {t('wizard.publish.after')}
      </Text>
    </Screen>
  );
}

/** Who prepares and may not publish leaves a draft with its goal to who may. */
function useHandOver(program: Program, goal: GoalGiven) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => (isWhole(goal) ? ask('PUT', `/v1/programs/${program.id}/goal`, goal) : Promise.resolve()),
    onSuccess: async () => {
      await Promise.all(['programs', 'goal'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await navigate({ to: '/programs/$id', params: { id: program.id } });
    },
  });
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
      if (isWhole(goal)) await ask('PUT', `/v1/programs/${program.id}/goal`, goal);
      return ask<Program & { readonly enrolment: { readonly customers: number } }>('POST', `${path}/publish`, {
        reasons: reasons.given(asked),
      });
    },
    onSuccess: async (published) => {
      await keepAnswer(queries, ['program', program.id], published);
      reasons.clear();
      await Promise.all(['programs', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await go('done');
    },
  });
}
