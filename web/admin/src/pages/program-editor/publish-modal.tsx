import { Button, Group, Loader, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import type { Advice, Program, Version } from '../../document/program-api.ts';
import { useReasons } from '../../document/use-reasons.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { formatDate } from '../../money.ts';
import { AdviceCard } from '../../parts/advice-card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { instantOf, wallClock, zoneWords } from '../../shop-time.ts';
import { DraftProblem } from './draft-problem.tsx';
import type { Keeping } from './use-keeping.ts';

interface PublishProps {
  readonly program: Program;
  readonly keeping: Keeping;
  readonly onClose: () => void;
}

interface Kept {
  readonly version: Version;
  readonly advice: readonly Advice[];
}

/** Keeps the draft, asks what must be answered, and publishes from a moment of the owner's choice. */
export function PublishModal({ program, keeping, onClose }: PublishProps) {
  const { t } = useTranslation();
  const kept = useQuery<Kept, Error>({
    queryKey: ['publish', program.id],
    gcTime: 0,
    queryFn: async () => {
      const version = await keeping.keep();
      const path = `/v1/programs/${program.id}/versions/${version.number}/advice`;
      const { advice } = await ask<{ readonly advice: readonly Advice[] }>('GET', path);
      return { version, advice };
    },
  });
  return (
    <Dialog title={t('editor.publishing.title')} onClose={onClose} size="lg">
      {kept.error === null ? null : <DraftProblem error={kept.error} keeping={keeping} onChosen={onClose} />}
      {kept.isPending ? <Loader aria-label={t('app.loading')} /> : null}
      {kept.data === undefined ? null : <Asked program={program} keeping={keeping} kept={kept.data} onClose={onClose} />}
    </Dialog>
  );
}

function Asked({ program, keeping, kept, onClose }: PublishProps & { readonly kept: Kept }) {
  const { t } = useTranslation();
  const reasons = useReasons(program.id);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [from, setFrom] = useState('');
  const asked = kept.advice.filter(({ severity }) => severity !== 'note');
  const open = asked.filter(({ check, severity, canOverride }) => !((severity === 'warning' || canOverride) && reasons.isAnswered(check)));
  const at = when === 'now' ? null : instantOf(from);
  const publish = usePublish(program.id, { version: kept.version, checks: asked.map(({ check }) => check), from: at }, (published) => {
    keeping.published(published);
    onClose();
  });
  const isPast = at !== null && at <= new Date();
  const isFirst = program.versions.every(({ status }) => status === 'draft');
  return (
    <Stack>
      {publish.error === null ? null : <DraftProblem error={publish.error} keeping={keeping} onChosen={onClose} />}
      <Text>{isFirst ? t('editor.publishing.first') : t('editor.publishing.next')}</Text>
      {asked.map((each) => (
        <AdviceCard
          key={`${each.check} ${each.where.path}`}
          advice={each}
          answer={reasons.of(each.check)}
          onAnswer={(text) => reasons.set(each.check, text)}
        />
      ))}
      <SegmentedControl
        aria-label={t('editor.publishing.when')}
        value={when}
        onChange={(next) => setWhen(next === 'later' ? 'later' : 'now')}
        data={[
          { value: 'now', label: t('editor.publishing.now') },
          { value: 'later', label: t('editor.publishing.later') },
        ]}
      />
      {when === 'now' ? null : (
        <TextInput
          type="datetime-local"
          label={t('editor.publishing.from')}
          description={`${t('editor.publishing.fromHint')} ${t('app.zone', { zone: zoneWords() })}`}
          error={isPast ? t('editor.publishing.past') : undefined}
          min={wallClock(new Date())}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      )}
      <Text size="sm" c="dimmed" role="status">
        {open.length === 0 ? t('editor.publishing.ready') : t('editor.publishing.left', { count: open.length })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          loading={publish.isPending}
          disabled={open.length > 0 || (when === 'later' && (at === null || isPast))}
          onClick={() => publish.mutate()}
        >
          {t('editor.publishing.do', { number: kept.version.number })}
        </Button>
      </Group>
    </Stack>
  );
}

interface Publication {
  /** As its text was read. */
  readonly version: Version;
  readonly checks: readonly string[];
  /** Null = now. */
  readonly from: Date | null;
}

function usePublish(programId: string, { version, checks, from }: Publication, onDone: (published: Program) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reasons = useReasons(programId);
  return useMutation({
    mutationFn: () =>
      ask<Program>('POST', `/v1/programs/${programId}/versions/${version.number}/publish`, {
        documentHash: version.documentHash,
        reasons: reasons.given(checks),
        ...(from === null ? {} : { effectiveFrom: from.toISOString() }),
      }),
    onSuccess: async (published) => {
      await keepAnswer(queries, ['program', programId], published);
      reasons.clear();
      await Promise.all(['programs', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      const message =
        from === null ? t('editor.publishing.done') : t('editor.publishing.doneLater', { date: formatDate(from.toISOString()) });
      notifications.show({ message, withCloseButton: false });
      onDone(published);
    },
  });
}
