import { Anchor, Card, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { fieldName, fieldValue, type Scalar } from './audit-fields.ts';

type State = Readonly<Record<string, Scalar>>;

export interface Entry {
  readonly number: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly act: string;
  readonly text: { readonly ru: string; readonly en: string };
  readonly subject: string;
  readonly subjectName: string | null;
  readonly before: State | null;
  readonly after: State | null;
}

/** Who did what to whom, and what is different since. */
export function AuditEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const isKey = entry.actor.startsWith('key:');
  const name = entry.actorName ?? (entry.actor === 'setup' ? t('settings.audit.setup') : entry.actor);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{entry.text[locale()]}</Text>
        <Text size="sm" c="dimmed">
          {formatDate(entry.at)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {isKey ? t('settings.audit.byKey', { name }) : name}
        {entry.subject === '' ? null : (
          <>
            {' → '}
            <Subject entry={entry} />
          </>
        )}
      </Text>
      <Difference before={entry.before} after={entry.after} />
    </Card>
  );
}

/** By name where it has one; a person or a programme as a way to its page. */
function Subject({ entry: { subject, subjectName } }: { readonly entry: Entry }) {
  const [id = ''] = subject.split('/');
  if (id.startsWith('cus_')) return <Anchor renderRoot={(props) => <Link to="/people/$id" params={{ id }} {...props} />}>{subject}</Anchor>;
  if (id.startsWith('prg_'))
    return <Anchor renderRoot={(props) => <Link to="/programs/$id" params={{ id }} {...props} />}>{subject}</Anchor>;
  return <>{subjectName ?? subject}</>;
}

function Difference({ before, after }: { readonly before: State | null; readonly after: State | null }) {
  const { t } = useTranslation();
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <Table aria-label={t('settings.audit.changes')} layout="fixed" style={{ overflowWrap: 'anywhere' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('settings.audit.field')}</Table.Th>
          {before === null ? null : <Table.Th scope="col">{t('settings.audit.before')}</Table.Th>}
          <Table.Th scope="col">{t('settings.audit.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {names.map((name) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{fieldName(name)}</Table.Th>
            {before === null ? null : <Table.Td>{fieldValue(before[name])}</Table.Td>}
            <Table.Td fw={600}>{fieldValue(after?.[name])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
