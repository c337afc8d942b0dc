import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatNumber } from '../../money.ts';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { AuditEntry, type Entry } from './audit-entry.tsx';

const KINDS = [
  'entry',
  'people',
  'settings',
  'programs',
  'customers',
  'orders',
  'rewards',
  'referrals',
  'payouts',
  'connections',
  'messages',
  'exports',
] as const;

/** Every change of people of the business, in words, with what was and what is; narrowed by who, what and when in the address. */
export function AuditLog() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/settings' });
  const { cursor, actor, kind, from, until } = useSearch({ from: '/frame/settings' });
  const span = instantsOf({ from, until });
  const query = useKeyset<Entry>({ key: ['audit'], path: '/v1/audit', filter: { actor, kind, ...span }, cursor });
  const narrow = (more: Filter) => void navigate({ search: { tab: 'audit', ...given({ actor, kind, from, until, ...more }) } });
  const isNarrowed = [actor, kind, from, until].some((each) => each !== undefined);
  return (
    <Stack maw={900}>
      <ExportButtons list="audit" query={given({ actor, kind, ...span })} />
      <Text size="sm" c="dimmed">
        {t('settings.audit.lead')}
      </Text>
      <ChainCheck />
      <Group align="end" gap="sm">
        <People value={actor} onChange={(next) => narrow({ actor: next })} />
        <Select
          label={t('settings.audit.kind')}
          data={KINDS.map((value) => ({ value, label: t(`settings.audit.kinds.${value}`) }))}
          value={kind ?? null}
          clearable
          placeholder={t('settings.audit.all')}
          onChange={(next) => narrow({ kind: next ?? undefined })}
        />
        <TextInput
          type="date"
          label={t('settings.audit.from')}
          value={from ?? ''}
          onChange={(event) => narrow({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('settings.audit.until')}
          value={until ?? ''}
          onChange={(event) => narrow({ until: event.currentTarget.value })}
        />
        {isNarrowed ? (
          <Button variant="default" onClick={() => void navigate({ search: { tab: 'audit' } })}>
            {t('settings.audit.clear')}
          </Button>
        ) : null}
      </Group>
      <KeysetList
        query={query}
        cursor={cursor}
        onCursor={(next) => void navigate({ search: { tab: 'audit', ...given({ actor, kind, from, until, cursor: next }) } })}
        empty={t(isNarrowed ? 'settings.audit.noneSuch' : 'settings.audit.none')}
      >
        {(entries) => (
          <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {entries.map((entry) => (
              <li key={entry.number}>
                <AuditEntry entry={entry} />
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}

interface Filter {
  readonly actor?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Without what is not set, so that the address holds no empty fields. */
function given(filter: Filter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

/** Whole days of who looks: the last one is within. */
function instantsOf({ from, until }: Pick<Filter, 'from' | 'until'>): Readonly<Record<string, string>> {
  const last = until === undefined ? undefined : new Date(`${until}T00:00:00`);
  last?.setDate(last.getDate() + 1);
  const first = from === undefined ? undefined : new Date(`${from}T00:00:00`);
  const isDay = (day: Date | undefined): day is Date => day !== undefined && !Number.isNaN(day.getTime());
  return { ...(isDay(first) ? { from: first.toISOString() } : {}), ...(isDay(last) ? { until: last.toISOString() } : {}) };
}

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** Everybody who can have acted: people of the business, and keys. */
function People({ value, onChange }: { readonly value: string | undefined; readonly onChange: (actor: string | undefined) => void }) {
  const { t } = useTranslation();
  const staff = useQuery<Named, ApiError>({ queryKey: ['staff'], queryFn: () => ask('GET', '/v1/staff') });
  const keys = useQuery<Named, ApiError>({ queryKey: ['keys'], queryFn: () => ask('GET', '/v1/keys') });
  const optionsOf = (found: Named | undefined, kind: string) =>
    (found?.items ?? []).map(({ id, name }) => ({ value: `${kind}:${id}`, label: name === '' ? id : name }));
  return (
    <Select
      label={t('settings.audit.who')}
      data={[
        { group: t('settings.tab.staff'), items: optionsOf(staff.data, 'staff') },
        { group: t('settings.tab.keys'), items: optionsOf(keys.data, 'key') },
        { group: t('settings.audit.machine'), items: [{ value: 'setup', label: t('settings.audit.setup') }] },
      ]}
      value={value ?? null}
      clearable
      searchable
      placeholder={t('settings.audit.everybody')}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

interface Check {
  readonly entries: string;
  readonly isWhole: boolean;
  readonly broken: readonly string[];
  readonly headHash: string | null;
}

/** Whether nobody has changed the log behind our back: every hash is worked out anew by the server. */
function ChainCheck() {
  const { t } = useTranslation();
  const check = useQuery<Check, ApiError>({
    queryKey: ['audit-check'],
    queryFn: () => ask('GET', '/v1/audit/check'),
    staleTime: 300_000,
  });
  if (check.data === undefined) return check.isPending ? <Text size="sm">{t('settings.audit.checking')}</Text> : null;
  const { entries, isWhole, broken, headHash } = check.data;
  return (
    <Alert
      color={isWhole ? 'teal' : 'red'}
      variant="light"
      role={isWhole ? 'status' : 'alert'}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{t(isWhole ? 'settings.audit.whole' : 'settings.audit.broken', { entries: formatNumber(entries) })}</Text>
      {isWhole ? null : <Text size="sm">{t('settings.audit.brokenAt', { numbers: broken.join(', ') })}</Text>}
      {headHash === null ? null : (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {t('settings.audit.head', { hash: headHash.slice(0, 16) })}
        </Text>
      )}
    </Alert>
  );
}
