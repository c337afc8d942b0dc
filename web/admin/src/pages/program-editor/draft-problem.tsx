import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { Keeping } from './use-keeping.ts';

/** What the draft of this window meets when another window has kept, published or deleted its own. */
const ELSEWHERE = new Set(['draft_changed', 'program_not_draft', 'version_unknown']);

interface DraftProblemProps {
  readonly error: Error;
  readonly keeping: Keeping;
  readonly onChosen?: () => void;
}

/** What went wrong with the draft; where somebody else kept another, the owner chooses which one stands. */
export function DraftProblem({ error, keeping, onChosen }: DraftProblemProps) {
  const { t } = useTranslation();
  const choice = useMutation<void, Error, 'takeTheirs' | 'keepMine'>({
    mutationFn: (chosen) => keeping[chosen](),
    onSuccess: () => onChosen?.(),
  });
  if (!(error instanceof ApiError && ELSEWHERE.has(error.problem.code))) return <ProblemAlert error={error} />;
  return (
    <Alert color="yellow" title={t('editor.elsewhere.title')} role="alert">
      <Stack gap="xs">
        <Text size="sm">{t('editor.elsewhere.lead')}</Text>
        {choice.error === null ? null : <ProblemAlert error={choice.error} />}
        <Group gap="xs">
          <Button size="compact-md" variant="default" loading={choice.isPending} onClick={() => choice.mutate('takeTheirs')}>
            {t('editor.elsewhere.take')}
          </Button>
          <Button size="compact-md" variant="default" loading={choice.isPending} onClick={() => choice.mutate('keepMine')}>
            {t('editor.elsewhere.mine')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('editor.elsewhere.undo')}
        </Text>
      </Stack>
    </Alert>
  );
}
