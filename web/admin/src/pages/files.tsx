import { Alert, Anchor, Badge, Button, Card, FileButton, Group, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatNumber } from '../money.ts';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { type Keyset, KeysetList } from '../parts/keyset-list.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { queryOf } from '../parts/url-state.ts';
import { useRights } from '../rights.ts';
import { FileReading } from './files-reading.tsx';
import { FileSources } from './files-sources.tsx';
import { FILE_BYTES_MAX, type FileKind, sendFile, type Upload } from './files-upload.ts';

const KINDS: readonly FileKind[] = ['orders', 'refunds', 'customers'];
const LOOK_AGAIN_MS = 1_500;
const UPLOADS_SHOWN = 20;

/** Orders from a table: choose, see how it is understood, import, and leave; what has run is listed with what became of it. */
export function FilesPage() {
  const { t } = useTranslation();
  // An address that is fetched may hold a secret: who sets them is who sees the other ways in.
  const { maySee } = useRights();
  // Who came from the first run goes back to the step they were at.
  const { back } = useSearch({ from: '/frame/files' });
  const queries = useQueryClient();
  const [kind, setKind] = useState<FileKind>('orders');
  const [upload, setUpload] = useState<Upload | null>(null);
  const [share, setShare] = useState(0);
  const [isTooLarge, setTooLarge] = useState(false);
  const send = useMutation<Upload, Error, File>({ mutationFn: (file) => sendFile(file, kind, setShare), onSuccess: setUpload });
  const take = (file: File | null): void => {
    if (file === null) return;
    setShare(0);
    setTooLarge(file.size > FILE_BYTES_MAX);
    if (file.size <= FILE_BYTES_MAX) send.mutate(file);
  };
  const leave = (): void => {
    setUpload(null);
    void queries.invalidateQueries({ queryKey: ['uploads'] });
  };
  return (
    <Stack>
      {back?.startsWith('/start') === true ? (
        <Button component="a" href={`#${back}`} variant="default" w="fit-content">
          {t('files.backToStart')}
        </Button>
      ) : null}
      <Title order={2}>{t('files.title')}</Title>
      <Text c="dimmed">{t('files.lead')}</Text>
      <Room />
      {upload !== null ? (
        <FileReading upload={upload} onStarted={leave} onBack={leave} />
      ) : (
        <Card
          withBorder
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer.files.item(0));
          }}
        >
          <Group align="end">
            <NativeSelect
              label={t('files.kind')}
              value={kind}
              onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value) ?? 'orders')}
              data={KINDS.map((each) => ({ value: each, label: t(`files.kinds.${each}`) }))}
            />
            <FileButton onChange={take} accept=".csv,.txt,.tsv,text/csv" inputProps={{ 'aria-label': t('files.choose') }}>
              {(props) => (
                <Button {...props} loading={send.isPending}>
                  {t('files.choose')}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {t('files.drop')}
            </Text>
          </Group>
          {send.isPending && share > 0 ? <Text size="sm">{t('files.sending', { percent: Math.round(share * 100) })}</Text> : null}
          {isTooLarge ? (
            <Alert color="red" mt="sm">
              {t('files.tooLarge')}
            </Alert>
          ) : null}
          {send.error === null ? null : <ProblemAlert error={send.error} />}
        </Card>
      )}
      <Uploads onContinue={setUpload} />
      {maySee('connectors') ? <FileSources /> : null}
    </Stack>
  );
}

interface UploadRoom {
  readonly usedBytes: string;
  readonly maxBytes: string;
}

const MEGABYTE = 1_048_576n;
/** From half of it on it is worth knowing. */
const WORTH_SHOWING = 2n;

/** How much of the server's room the files take, once it is much. */
function Room() {
  const { t } = useTranslation();
  const { data } = useQuery<UploadRoom>({ queryKey: ['uploads', 'room'], queryFn: () => ask<UploadRoom>('GET', '/v1/upload-room') });
  if (data === undefined) return null;
  const [used, max] = [BigInt(data.usedBytes), BigInt(data.maxBytes)];
  if (used * WORTH_SHOWING < max) return null;
  const megabytes = (bytes: bigint): string => formatNumber(Number(bytes / MEGABYTE));
  return <Alert color="yellow">{t('files.room', { used: megabytes(used), max: megabytes(max) })}</Alert>;
}

function Uploads({ onContinue }: { readonly onContinue: (upload: Upload) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/files' });
  const { cursor } = useSearch({ from: '/frame/files' });
  const uploads = useQuery<Keyset<Upload>, ApiError>({
    queryKey: ['uploads', cursor ?? ''],
    queryFn: () => ask<Keyset<Upload>>('GET', `/v1/uploads${queryOf({ limit: UPLOADS_SHOWN, cursor })}`),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? LOOK_AGAIN_MS : false),
  });
  const cancel = useMutation({
    mutationFn: (id: string) => ask('POST', `/v1/uploads/${id}/cancel`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['uploads'] }),
  });
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('files.recent')}
        </Title>
        <ExportButtons list="uploads" />
      </Group>
      {cancel.error === null ? null : <ProblemAlert error={cancel.error} />}
      <KeysetList
        query={uploads}
        cursor={cursor}
        onCursor={(next) => void navigate({ search: next === undefined ? {} : { cursor: next } })}
        empty={t('files.recentNone')}
      >
        {(items) => (
          <Stack gap="sm" mt="xs">
            {items.map((upload) => (
              <UploadRow key={upload.id} upload={upload} onCancel={() => cancel.mutate(upload.id)} onContinue={() => onContinue(upload)} />
            ))}
          </Stack>
        )}
      </KeysetList>
    </Card>
  );
}

const COLORS = {
  receiving: 'gray',
  ready: 'blue',
  queued: 'blue',
  running: 'yellow',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
} as const;

/** Bytes that only lie there. */
function isLying({ status }: Upload): boolean {
  return status === 'receiving' || status === 'ready' || status === 'failed';
}

function isUnderWay({ status }: Upload): boolean {
  return status === 'queued' || status === 'running';
}

interface UploadRowProps {
  readonly upload: Upload;
  readonly onCancel: () => void;
  readonly onContinue: () => void;
}

function UploadRow({ upload, onCancel, onContinue }: UploadRowProps) {
  const { t } = useTranslation();
  const { counts, status } = upload;
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={600}>{upload.fileName}</Text>
          <Text size="sm" c="dimmed">
            {t(`files.kinds.${upload.kind}`)}
            {upload.source === null ? '' : ` · ${upload.source}`} · {formatDate(upload.createdAt)}
          </Text>
        </Group>
        <Group gap="xs">
          <Badge color={COLORS[status]}>{t(`files.status.${status}`)}</Badge>
          {status === 'ready' || status === 'failed' ? (
            <Button size="compact-sm" variant="light" onClick={onContinue}>
              {t(status === 'ready' ? 'files.continue' : 'files.tryAgain')}
            </Button>
          ) : null}
          {isLying(upload) ? (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {t('files.remove')}
            </Button>
          ) : null}
          {isUnderWay(upload) ? (
            <Button size="compact-sm" variant="light" color="red" onClick={onCancel}>
              {t('files.cancel')}
            </Button>
          ) : null}
        </Group>
      </Group>
      {status === 'running' ? (
        <>
          <Progress value={upload.share * 100} aria-label={t('files.status.running')} />
          <Text size="sm">
            {t('files.progress', {
              rows: formatNumber(counts?.rows ?? 0),
              rate: formatNumber(upload.rowsPerSecond ?? 0),
              problems: formatNumber(counts?.problems ?? 0),
            })}{' '}
            {t('files.leave')}
          </Text>
        </>
      ) : counts === null || isUnderWay(upload) ? null : (
        <Text size="sm">
          {t('files.counts', {
            rows: formatNumber(counts.rows),
            imported: formatNumber(counts.imported),
            known: formatNumber(counts.known),
            failed: formatNumber(counts.failed),
          })}
        </Text>
      )}
      {upload.problems.map((problem) => (
        <Text size="sm" c="red" key={problem.text.en}>
          {problem.text[locale()]}
        </Text>
      ))}
      {upload.hasReport ? (
        <Anchor href={`/v1/uploads/${upload.id}/report.csv`} download size="sm">
          {t('files.report')}
        </Anchor>
      ) : null}
    </Stack>
  );
}
