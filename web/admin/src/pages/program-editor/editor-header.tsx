import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../document/pointer.ts';
import { isAhead, newestVersion, type Program } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { showBadNumber } from '../../parts/bad-number.ts';
import { useRights } from '../../rights.ts';
import { DeleteDraft } from './delete-draft.tsx';
import type { Draft } from './draft-history.ts';
import { DraftProblem } from './draft-problem.tsx';
import { GoalLine } from './goal-line.tsx';
import { PublishModal } from './publish-modal.tsx';
import { type StateAct, StateModal } from './state-modal.tsx';
import type { Keeping } from './use-keeping.ts';
import type { Judged } from './use-lint.ts';

export interface DeskProps {
  readonly program: Program;
  readonly draft: Draft;
  readonly keeping: Keeping;
  readonly mayChange: boolean;
}

interface HeaderProps extends DeskProps {
  readonly judged: Judged;
}

const COLORS = { draft: 'gray', live: 'teal', paused: 'yellow', ended: 'dark' } as const;

export function EditorHeader(props: HeaderProps) {
  const { program, draft, keeping, judged } = props;
  const { t } = useTranslation();
  const version = newestVersion(program);
  return (
    <Paper pos={{ base: 'static', md: 'sticky' }} top={56} py="xs" style={{ zIndex: 50 }} bg="var(--mantine-color-body)" radius={0}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <div>
            <Anchor component={Link} to="/programs" size="sm">
              {t('nav.programs')}
            </Anchor>
            <Group gap="xs">
              <Title order={2} size="h3">
                {String(valueAt(draft.document, `/name/${locale()}`) ?? '')}
              </Title>
              <Badge color={COLORS[program.status]} variant="outline" c="var(--mantine-color-text)">
                {t(`programs.status.${program.status}`)}
              </Badge>
            </Group>
            <Text size="sm" c="dimmed" role="status">
              {keeping.isDirty
                ? t('editor.unsaved')
                : version?.status === 'draft'
                  ? t('editor.draftOf', { number: version.number })
                  : t(version !== undefined && isAhead(version) ? 'editor.willOf' : 'editor.publishedOf', {
                      number: version?.number ?? 1,
                      date: formatDate(version?.effectiveFrom ?? new Date().toISOString()),
                    })}
            </Text>
          </div>
          <Tools {...props} />
        </Group>
        <GoalLine programId={program.id} mayChange={props.mayChange} />
        <ToAdvice judged={judged} />
        {keeping.error === null ? null : <DraftProblem error={keeping.error} keeping={keeping} />}
      </Stack>
    </Paper>
  );
}

function Tools({ program, draft, keeping, mayChange, judged }: HeaderProps) {
  const { t } = useTranslation();
  const [isPublishing, publishing] = useDisclosure(false);
  const [act, setAct] = useState<StateAct | null>(null);
  // Drafts are written by who changes programmes; putting one in force is a right of its own.
  const mayPublish = useRights().mayChange('publishing');
  if (!mayChange) return <Text size="sm">{program.status === 'ended' ? t('editor.ended') : t('editor.readOnly')}</Text>;
  const hasDraft = keeping.isDirty || program.versions.some(({ status }) => status === 'draft');
  const isBroken = judged.problems.length > 0;
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-md" disabled={!draft.canUndo} onClick={draft.undo} aria-keyshortcuts="Control+Z">
        {t('editor.undo')}
      </Button>
      <Button variant="default" size="compact-md" disabled={!draft.canRedo} onClick={draft.redo} aria-keyshortcuts="Control+Shift+Z">
        {t('editor.redo')}
      </Button>
      <Button
        variant="light"
        size="compact-md"
        disabled={!keeping.isDirty || isBroken}
        loading={keeping.isSaving}
        onClick={keeping.save}
        aria-keyshortcuts="Control+S"
      >
        {t('editor.save')}
      </Button>
      {mayPublish ? (
        <Button size="compact-md" disabled={!hasDraft || isBroken} onClick={() => showBadNumber() || publishing.open()}>
          {t('editor.publish')}
        </Button>
      ) : (
        <Text size="sm">{t('editor.ownerPublishes')}</Text>
      )}
      {mayPublish && program.status === 'live' ? (
        <Button variant="default" size="compact-md" onClick={() => setAct('pause')}>
          {t('editor.state.pause.do')}
        </Button>
      ) : null}
      {mayPublish && program.status === 'paused' ? (
        <Button variant="default" size="compact-md" onClick={() => setAct('resume')}>
          {t('editor.state.resume.do')}
        </Button>
      ) : null}
      {!mayPublish || program.status === 'draft' ? null : (
        <Button variant="subtle" color="red" size="compact-md" onClick={() => setAct('end')}>
          {t('editor.state.end.do')}
        </Button>
      )}
      <DeleteDraft program={program} draft={draft} keeping={keeping} />
      {isPublishing ? <PublishModal program={program} keeping={keeping} onClose={publishing.close} /> : null}
      {act === null ? null : <StateModal program={program} act={act} onClose={() => setAct(null)} />}
    </Group>
  );
}

/** Where the remarks stand under the forms, the way to them. */
function ToAdvice({ judged: { advice, problems } }: { readonly judged: Judged }) {
  const { t } = useTranslation();
  const count = problems.length + advice.filter(({ severity }) => severity !== 'note').length;
  if (count === 0) return null;
  return (
    <Button
      hiddenFrom="lg"
      variant="default"
      size="compact-md"
      w="fit-content"
      onClick={() => document.getElementById('editor-advice')?.scrollIntoView()}
    >
      {t('editor.findings', { count })} ↓
    </Button>
  );
}
