import { Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from './screen.tsx';
import { GOALS, type Goal, useWizard } from './use-wizard.ts';

export function GoalStep() {
  const { t } = useTranslation();
  const { place, go } = useWizard();
  const [goal, setGoal] = useState<Goal>(place.goal);
  const { template: _template, ...rest } = place;
  const next = () => go('template', goal === place.goal ? {} : { ...rest, goal, template: '' });
  return (
    <Screen title={t('wizard.goal.title')} lead={t('wizard.goal.lead')} onNext={() => void next()}>
      <Radio.Group
        aria-label={t('wizard.goal.title')}
        value={goal}
        onChange={(chosen) => setGoal(GOALS.find((each) => each === chosen) ?? goal)}
      >
        <Stack gap="xs">
          {GOALS.map((each) => (
            <Radio.Card key={each} value={each} p="md" radius="md" withBorder aria-label={t(`wizard.goal.${each}.title`)}>
              <Group wrap="nowrap" align="flex-start">
                <Radio.Indicator mt={3} />
                <div>
                  <Text fw={600}>{t(`wizard.goal.${each}.title`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`wizard.goal.${each}.lead`)}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
    </Screen>
  );
}
