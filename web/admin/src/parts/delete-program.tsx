import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import type { Program } from '../document/program-api.ts';
import { DeletionQuestion } from './deletion-question.tsx';

interface DeleteProgramProps {
  readonly program: Program;
  /** As its reader sees it, perhaps not kept yet. */
  readonly name: string;
  /** Of the text that was read: another one stays. */
  readonly documentHash: string;
  readonly showProblem: (error: Error) => ReactNode;
  /** It is gone; nothing is read anew before this has ended. */
  readonly onGone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks whether a programme that was never published may go, and deletes it. */
export function DeleteProgram({ program, name, documentHash, showProblem, onGone, onClose }: DeleteProgramProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation<unknown, Error>({
    mutationFn: () => ask('DELETE', `/v1/programs/${program.id}?documentHash=${documentHash}`),
    onSuccess: async () => {
      await onGone();
      for (const key of ['program', 'goal']) queries.removeQueries({ queryKey: [key, program.id] });
      await Promise.all(['programs', 'checklist'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: t('deletion.program.done') });
    },
    // Another text is kept by now, or it is published, or gone: the next question is about what there is.
    onError: () => queries.invalidateQueries({ queryKey: ['programs'] }),
  });
  return (
    <DeletionQuestion
      of="program"
      title={t('deletion.program.title', { name })}
      lost={[t('deletion.program.drafts', { count: program.versions.length }), t('deletion.program.nobody')]}
      problem={remove.error === null ? null : showProblem(remove.error)}
      isBusy={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
