import { Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import type { Program } from '../../document/program-api.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { formatUnit } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';

export type StateAct = 'pause' | 'resume' | 'end';

interface Numbers {
  readonly members: number;
  readonly friendsOnTheWay: number;
  readonly heldRewards: number;
  readonly held: readonly { readonly unit: string; readonly amount: string }[];
}

/** What a pause, a resumption or an end does, in numbers, before it is done. */
export function StateModal({ program, act, onClose }: { readonly program: Program; readonly act: StateAct; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const numbers = useQuery<Numbers, ApiError>({
    queryKey: ['program-numbers', program.id],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/numbers`),
  });
  const change = useMutation({
    mutationFn: () => ask<Program>('POST', `/v1/programs/${program.id}/${act}`, {}),
    onSuccess: async (changed) => {
      await keepAnswer(queries, ['program', program.id], changed);
      await queries.invalidateQueries({ queryKey: ['programs'] });
      notifications.show({ message: t(`editor.state.${act}.done`) });
      onClose();
    },
  });
  return (
    <Dialog title={t(`editor.state.${act}.title`)} onClose={onClose}>
      <Stack>
        {change.error === null ? null : <ProblemAlert error={change.error} />}
        <Answer query={numbers}>
          {({ members, friendsOnTheWay, heldRewards, held }) => (
            <List spacing="xs">
              <List.Item>{t(`editor.state.${act}.members`, { count: members })}</List.Item>
              <List.Item>{t(`editor.state.${act}.friends`, { count: friendsOnTheWay })}</List.Item>
              <List.Item>
                {t(`editor.state.${act}.rewards`, { count: heldRewards })}
                {held.length === 0 ? '' : `: ${held.map(({ unit, amount }) => formatUnit(unit, amount)).join(', ')}`}
              </List.Item>
            </List>
          )}
        </Answer>
        <Text size="sm" c="dimmed">
          {t(`editor.state.${act}.note`)}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button color={act === 'end' ? 'red' : 'teal'} loading={change.isPending} onClick={() => change.mutate()}>
            {t(`editor.state.${act}.confirm`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
