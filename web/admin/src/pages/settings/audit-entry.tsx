import { Anchor, Button, Card, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { rowsOf, type State } from './audit-fields.ts';

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
        {isOwnMatter(entry) ? null : (
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
  const { t } = useTranslation();
  const [id = ''] = subject.split('/');
  if (id.startsWith('cus_'))
    return (
      <Anchor underline="always" renderRoot={(props) => <Link to="/people/$id" params={{ id }} {...props} />}>
        {t('settings.audit.openPerson')}
      </Anchor>
    );
  if (id.startsWith('prg_'))
    return (
      <Anchor underline="always" renderRoot={(props) => <Link to="/programs/$id" params={{ id }} {...props} />}>
        {t('settings.audit.openProgram')}
      </Anchor>
    );
  return <>{subjectName ?? subject}</>;
}

/** What people do about themselves, or to their business, needs no second name. */
function isOwnMatter({ actor, subject }: Entry): boolean {
  return subject === '' || actor === `staff:${subject}` || subject.startsWith('ten_');
}

const FEW = 6;

/** What was and what is; of a whole document the first lines, the rest when asked for. */
function Difference({ before, after }: { readonly before: State | null; readonly after: State | null }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const rows = rowsOf(before, after);
  if (rows.length === 0) return null;
  return (
    <>
      <Table aria-label={t('settings.audit.changes')} layout="fixed" style={{ overflowWrap: 'anywhere' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('settings.audit.field')}</Table.Th>
            {before === null ? null : <Table.Th scope="col">{t('settings.audit.before')}</Table.Th>}
            <Table.Th scope="col">{t('settings.audit.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(isWhole ? rows : rows.slice(0, FEW)).map(({ name, was, is }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two fields may share a name, and nothing here is moved.
            <Table.Tr key={index}>
              <Table.Th scope="row">{name}</Table.Th>
              {before === null ? null : <Table.Td>{was}</Table.Td>}
              <Table.Td fw={600}>{is}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length <= FEW ? null : (
        <Button variant="subtle" size="compact-sm" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('app.fewer') : t('app.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
