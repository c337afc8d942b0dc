import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { valueAt } from '../../document/pointer.ts';
import { type LocalizedText, newestVersion, type Program } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { Draft } from './draft-history.ts';
import { PublishModal } from './publish-modal.tsx';
import { type StateAct, StateModal } from './state-modal.tsx';
import type { Judged } from './use-lint.ts';

export interface DeskProps {
  readonly program: Program;
  readonly draft: Draft;
  readonly isDirty: boolean;
  readonly mayChange: boolean;
  /** Keeps what is not kept yet; gives the programme as it is then. */
  readonly keep: () => Promise<Program>;
}

interface HeaderProps extends DeskProps {
  readonly isSaving: boolean;
  readonly saveError: Error | null;
  readonly judged: Judged;
}

const COLORS = { draft: 'gray', live: 'teal', paused: 'yellow', ended: 'dark' } as const;

export function EditorHeader(props: HeaderProps) {
  const { program, draft, saveError, isDirty, judged } = props;
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
              {isDirty
                ? t('editor.unsaved')
                : version?.status === 'draft'
                  ? t('editor.draftOf', { number: version.number })
                  : t('editor.publishedOf', { number: version?.number ?? 1 })}
            </Text>
          </div>
          <Tools {...props} />
        </Group>
        <GoalLine programId={program.id} />
        <ToAdvice judged={judged} />
        {saveError === null ? null : <ProblemAlert error={saveError} />}
      </Stack>
    </Paper>
  );
}

function Tools({ program, draft, isDirty, keep, mayChange, isSaving, judged }: HeaderProps) {
  const { t } = useTranslation();
  const [isPublishing, publishing] = useDisclosure(false);
  const [act, setAct] = useState<StateAct | null>(null);
  if (!mayChange) return <Text size="sm">{program.status === 'ended' ? t('editor.ended') : t('editor.readOnly')}</Text>;
  const hasDraft = isDirty || program.versions.some(({ status }) => status === 'draft');
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
        disabled={!isDirty || isBroken}
        loading={isSaving}
        onClick={() => void keep().catch(() => undefined)}
        aria-keyshortcuts="Control+S"
      >
        {t('editor.save')}
      </Button>
      <Button size="compact-md" disabled={!hasDraft || isBroken} onClick={publishing.open}>
        {t('editor.publish')}
      </Button>
      {program.status === 'live' ? (
        <Button variant="default" size="compact-md" onClick={() => setAct('pause')}>
          {t('editor.state.pause.do')}
        </Button>
      ) : null}
      {program.status === 'paused' ? (
        <Button variant="default" size="compact-md" onClick={() => setAct('resume')}>
          {t('editor.state.resume.do')}
        </Button>
      ) : null}
      {program.status === 'draft' ? null : (
        <Button variant="subtle" color="red" size="compact-md" onClick={() => setAct('end')}>
          {t('editor.state.end.do')}
        </Button>
      )}
      {isPublishing ? <PublishModal program={program} keep={keep} onClose={publishing.close} /> : null}
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

interface Goal {
  readonly goal: { readonly basisPoints: number; readonly text: LocalizedText } | null;
}

/** How far the programme is to what it is for (2-01). */
function GoalLine({ programId }: { readonly programId: string }) {
  const goal = useQuery<Goal, ApiError>({ queryKey: ['goal', programId], queryFn: () => ask('GET', `/v1/programs/${programId}/goal`) });
  const found = goal.data?.goal;
  if (found === undefined || found === null) return null;
  return (
    <div>
      <Text size="sm">{found.text[locale()]}</Text>
      <Progress value={Math.min(found.basisPoints / 100, 100)} size="sm" maw={420} aria-label={found.text[locale()]} />
    </div>
  );
}
