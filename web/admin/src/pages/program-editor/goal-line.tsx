import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import type { LocalizedText } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { firstGoal, GoalFields, type GoalGiven, isWhole } from '../../parts/goal-fields.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';

interface Goal extends GoalGiven {
  readonly basisPoints: number;
  readonly text: LocalizedText;
}

interface GoalAnswer {
  readonly goal: Goal | null;
}

/** How far the programme is to what it is for (2-01), and what it is for. */
export function GoalLine({ programId, mayChange }: { readonly programId: string; readonly mayChange: boolean }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const answer = useQuery<GoalAnswer, ApiError>({
    queryKey: ['goal', programId],
    queryFn: () => ask('GET', `/v1/programs/${programId}/goal`),
  });
  if (answer.error !== null) return <ProblemAlert error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  const { goal } = answer.data;
  return (
    <Group gap="sm">
      {goal === null ? null : (
        <div>
          <Text size="sm">{goal.text[locale()]}</Text>
          <Progress value={Math.min(goal.basisPoints / 100, 100)} size="sm" maw={420} aria-label={goal.text[locale()]} />
        </div>
      )}
      {mayChange ? (
        <Button variant="subtle" size="compact-sm" onClick={open}>
          {t(goal === null ? 'editor.goal.set' : 'editor.goal.change')}
        </Button>
      ) : null}
      {isOpen ? <GoalDialog programId={programId} goal={goal} onClose={close} /> : null}
    </Group>
  );
}

interface GoalDialogProps {
  readonly programId: string;
  readonly goal: Goal | null;
  readonly onClose: () => void;
}

function GoalDialog({ programId, goal, onClose }: GoalDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [given, setGiven] = useState<GoalGiven>(goal ?? firstGoal('friendsOrdered'));
  const save = useMutation<GoalAnswer, ApiError>({
    mutationFn: () => {
      const { metric, target, dueOn } = given;
      return ask('PUT', `/v1/programs/${programId}/goal`, { metric, target, dueOn });
    },
    onSuccess: async (kept) => {
      await keepAnswer(queries, ['goal', programId], kept);
      notifications.show({ message: t('editor.goal.saved'), withCloseButton: false });
      onClose();
    },
  });
  return (
    <Dialog title={t('editor.goal.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(given)) save.mutate();
        }}
      >
        <Stack>
          {save.error === null ? null : <ProblemAlert error={save.error} />}
          <Text size="sm" c="dimmed">
            {t('editor.goal.lead')}
          </Text>
          <GoalFields goal={given} onChange={setGiven} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" disabled={!isWhole(given)} loading={save.isPending}>
              {t('editor.goal.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
