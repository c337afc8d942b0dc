import { Badge, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../money.ts';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';

type State = Readonly<Record<string, string | number | boolean | null>>;

interface Entry {
  readonly number: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly act: string;
  readonly subject: string;
  readonly before: State | null;
  readonly after: State | null;
}

interface AuditLogProps {
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

/** Every change of people of the business, with what was and what is. */
export function AuditLog({ cursor, onCursor }: AuditLogProps) {
  const { t } = useTranslation();
  const query = useKeyset<Entry>({ key: ['audit'], path: '/v1/audit', cursor });
  return (
    <Stack maw={900}>
      <ExportButtons list="audit" />
      <Text size="sm" c="dimmed">
        {t('settings.audit.lead')}
      </Text>
      <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('settings.audit.none')}>
        {(entries) => (
          <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {entries.map((entry) => (
              <li key={entry.number}>
                <EntryCard entry={entry} />
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}

function EntryCard({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const names = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])];
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{entry.actorName ?? entry.actor}</Text>
          <Badge variant="outline" c="var(--mantine-color-text)" style={{ textTransform: 'none' }}>
            {entry.act}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {formatDate(entry.at)}
        </Text>
      </Group>
      {entry.subject === '' ? null : (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {entry.subject}
        </Text>
      )}
      {names.length === 0 ? null : (
        <Table aria-label={t('settings.audit.changes')} layout="fixed" style={{ overflowWrap: 'anywhere' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('settings.audit.field')}</Table.Th>
              <Table.Th scope="col">{t('settings.audit.before')}</Table.Th>
              <Table.Th scope="col">{t('settings.audit.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {names.map((name) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{shown(entry.before?.[name])}</Table.Td>
                <Table.Td>{shown(entry.after?.[name])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}

function shown(value: string | number | boolean | null | undefined): string {
  return value === undefined || value === null ? '—' : String(value);
}
