import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WholeField } from './typed-field.tsx';

const METRICS = ['friendsOrdered', 'signUps', 'newCustomers', 'repeatOrders', 'members'] as const;

export interface GoalGiven {
  readonly metric: (typeof METRICS)[number];
  readonly target: number | null;
  /** A calendar day. */
  readonly dueOn: string;
}

const FIRST_TARGET = 20;
const GOAL_DAYS = 90;
const DAY_MS = 86_400_000;

/** What a programme may be for when nobody has said yet. */
export function firstGoal(metric: GoalGiven['metric']): GoalGiven {
  return { metric, target: FIRST_TARGET, dueOn: new Date(Date.now() + GOAL_DAYS * DAY_MS).toISOString().slice(0, 10) };
}

export function isWhole({ target, dueOn }: GoalGiven): boolean {
  return target !== null && target > 0 && dueOn !== '';
}

/** What is counted, how many, and by when. */
export function GoalFields({ goal, onChange }: { readonly goal: GoalGiven; readonly onChange: (goal: GoalGiven) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('goal.metric')}
        allowDeselect={false}
        data={METRICS.map((metric) => ({ value: metric, label: t(`goalMetric.${metric}`) }))}
        value={goal.metric}
        onChange={(chosen) => onChange({ ...goal, metric: METRICS.find((metric) => metric === chosen) ?? goal.metric })}
      />
      <Group grow align="flex-end">
        <WholeField label={t('goal.target')} value={goal.target} onChange={(target) => onChange({ ...goal, target })} />
        <TextInput
          type="date"
          label={t('goal.due')}
          value={goal.dueOn}
          onChange={(event) => onChange({ ...goal, dueOn: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
