import { Button, Group, List, Stack, Text } from '@mantine/core';
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
import { Dialog } from '../../parts/dialog.tsx';
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
        {t(published === undefined ? 'editor.deletion.program.do' : 'editor.deletion.version.do')}
      </Button>
      {isAsking && published === undefined ? <ProgramQuestion {...props} onClose={close} /> : null}
      {isAsking && published !== undefined ? <VersionQuestion {...props} published={published} onClose={close} /> : null}
    </>
  );
}

function ProgramQuestion({ program, draft, keeping, onClose }: Deleted & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation<unknown, Error>({
    mutationFn: () => ask('DELETE', `/v1/programs/${program.id}?documentHash=${keeping.version.documentHash}`),
    onSuccess: async () => {
      // The question of unsaved changes has been answered by this one.
      await navigate({ to: '/programs', ignoreBlocker: true });
      for (const name of ['program', 'goal']) queries.removeQueries({ queryKey: [name, program.id] });
      await Promise.all(['programs', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      notifications.show({ message: t('editor.deletion.program.done') });
    },
  });
  return (
    <Question
      of="program"
      title={t('editor.deletion.program.title', { name: String(valueAt(draft.document, `/name/${locale()}`) ?? '') })}
      lost={[t('editor.deletion.program.drafts', { count: program.versions.length }), t('editor.deletion.program.nobody')]}
      keeping={keeping}
      remove={remove}
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
      notifications.show({ message: t('editor.deletion.version.done') });
      onClose();
    },
  });
  return (
    <Question
      of="version"
      title={t('editor.deletion.version.title', { number })}
      lost={[
        t('editor.deletion.version.changes', { count: changes.length, number: published.number }),
        t('editor.deletion.version.stays', { number: published.number }),
      ]}
      keeping={keeping}
      remove={remove}
      onClose={onClose}
    />
  );
}

interface QuestionProps extends Pick<Deleted, 'keeping'> {
  readonly of: 'program' | 'version';
  readonly title: string;
  readonly lost: readonly string[];
  readonly remove: { readonly error: Error | null; readonly isPending: boolean; readonly mutate: () => void };
  readonly onClose: () => void;
}

/** What is lost, and what is not, before it is. */
function Question({ of, title, lost, keeping, remove, onClose }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        {remove.error === null ? null : <DraftProblem error={remove.error} keeping={keeping} onChosen={onClose} />}
        <List spacing="xs">
          {lost.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t(`editor.deletion.${of}.note`)}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t(`editor.deletion.${of}.confirm`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
