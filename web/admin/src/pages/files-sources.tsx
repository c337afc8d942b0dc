import { Button, Card, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { Source } from './files-upload.ts';

/** Remembered sources: each may watch a folder, or fetch a file each day. */
export function FileSources() {
  const { t } = useTranslation();
  const sources = useQuery<{ readonly items: readonly Source[] }>({
    queryKey: ['upload-sources'],
    queryFn: () => ask<{ readonly items: readonly Source[] }>('GET', '/v1/upload-sources'),
  });
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('files.sources')}
        </Title>
        <ExportButtons list="upload-sources" />
      </Group>
      <Text size="sm" c="dimmed">
        {t('files.sourcesLead')}
      </Text>
      <Answer query={sources}>
        {({ items }) => (
          <Stack mt="sm">
            {items.length === 0 ? <Text c="dimmed">{t('files.sourcesNone')}</Text> : null}
            {items.map((source) => (
              <SourceCard key={source.name} source={source} />
            ))}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function SourceCard({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [watchesFolder, setWatches] = useState(source.watchesFolder);
  const [url, setUrl] = useState(source.url ?? '');
  const [fetchAt, setFetchAt] = useState(source.fetchAt ?? '06:30');
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['upload-sources'] });
  const save = useMutation({
    mutationFn: () => {
      const { kind, mode, reading, programId } = source;
      const address = url.trim() === '' ? { url: null, fetchAt: null } : { url: url.trim(), fetchAt };
      return ask('PUT', `/v1/upload-sources/${source.name}`, { kind, mode, reading, programId, watchesFolder, ...address });
    },
    onSuccess: refresh,
  });
  const forget = useMutation({ mutationFn: () => ask('DELETE', `/v1/upload-sources/${source.name}`), onSuccess: refresh });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text fw={600}>
          {source.name} · {t(`files.kinds.${source.kind}`)} · {t(`files.${source.mode}`)}
        </Text>
        <Switch label={t('files.watch')} checked={watchesFolder} onChange={(event) => setWatches(event.currentTarget.checked)} />
        {watchesFolder ? (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('files.folder', { folder: source.folder })}
          </Text>
        ) : null}
        <Group grow align="end" preventGrowOverflow={false}>
          <TextInput label={t('files.url')} type="url" value={url} onChange={(event) => setUrl(event.currentTarget.value)} />
          <TextInput
            label={t('files.fetchAt')}
            type="time"
            value={fetchAt}
            onChange={(event) => setFetchAt(event.currentTarget.value)}
            maw={160}
          />
        </Group>
        {source.nextFetchAt === null ? null : <Text size="sm">{t('files.next', { at: formatDate(source.nextFetchAt) })}</Text>}
        {source.lastError === null ? null : (
          <Text size="sm" c="red">
            {t('files.lastError', { text: source.lastError.text[locale()] })}
          </Text>
        )}
        {save.error === null ? null : <ProblemAlert error={save.error} />}
        <Group>
          <Button size="compact-sm" loading={save.isPending} onClick={() => save.mutate()}>
            {save.isSuccess ? t('files.saved') : t('files.save')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
            {t('files.forget')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
