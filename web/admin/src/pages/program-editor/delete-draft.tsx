import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { withGrantLists } from '../../document/grant-lists.ts';
import { changesBetween, valueAt } from '../../document/pointer.ts';
import type { Program, Version } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { DeleteProgram } from '../../parts/delete-program.tsx';
import { DeletionQuestion } from '../../parts/deletion-question.tsx';
import { DraftProblem } from './draft-problem.tsx';
import type { DeskProps } from './editor-header.tsx';

type Deleted = Pick<DeskProps, 'program' | 'draft' | 'keeping'>;

/** A draft nobody wants: with its programme where that was never published, else by itself. */
export function DeleteDraft(props: Deleted) {
  const { t } = useTranslation();
  const [isAsking, { open, close }] = useDisclosure(false);
  if (props.keeping.version.status !== 'draft') return null;
  const published = props.program.versions.findLast(({ status }) => status === 'published');
  return (
    <>
      <Button variant="subtle" color="red" size="compact-md" onClick={open}>
        {t(published === undefined ? 'deletion.program.do' : 'deletion.version.do')}
      </Button>
      {isAsking && published === undefined ? <ProgramQuestion {...props} onClose={close} /> : null}
      {isAsking && published !== undefined ? <VersionQuestion {...props} published={published} onClose={close} /> : null}
    </>
  );
}

function ProgramQuestion({ program, draft, keeping, onClose }: Deleted & { readonly onClose: () => void }) {
  const navigate = useNavigate();
  return (
    <DeleteProgram
      program={program}
      name={String(valueAt(draft.document, `/name/${locale()}`) ?? '')}
      documentHash={keeping.version.documentHash}
      showProblem={(error) => <DraftProblem error={error} keeping={keeping} onChosen={onClose} />}
      // The question of unsaved changes has been answered by this one.
      onGone={() => navigate({ to: '/programs', ignoreBlocker: true })}
      onClose={onClose}
    />
  );
}

function VersionQuestion({
  program,
  draft,
  keeping,
  published,
  onClose,
}: Deleted & { readonly published: Version; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { number, documentHash } = keeping.version;
  const changes = changesBetween(withGrantLists(published.document), draft.document);
  const remove = useMutation<Program, Error>({
    mutationFn: () => ask('DELETE', `/v1/programs/${program.id}/versions/${number}?documentHash=${documentHash}`),
    onSuccess: async (left) => {
      keeping.discarded(left);
      await keepAnswer(queries, ['program', program.id], left);
      await queries.invalidateQueries({ queryKey: ['programs'] });
      notifications.show({ message: t('deletion.version.done') });
      onClose();
    },
  });
  return (
    <DeletionQuestion
      of="version"
      title={t('deletion.version.title', { number })}
      lost={[
        t('deletion.version.changes', { count: changes.length, number: published.number }),
        t('deletion.version.stays', { number: published.number }),
      ]}
      problem={remove.error === null ? null : <DraftProblem error={remove.error} keeping={keeping} onChosen={onClose} />}
      isBusy={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
