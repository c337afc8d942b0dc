import { Card, Group, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../parts/keyset-list.tsx';
import { nameOf, type PersonSummary } from '../parts/people-names.ts';

/** Found while typing; what was asked is in the address, so that a page can be sent to a colleague. */
export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/people' });
  const { q = '', cursor } = useSearch({ from: '/frame/people' });
  const [typed, setTyped] = useState(q);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  useEffect(() => {
    if (asked !== q) void navigate({ search: asked === '' ? {} : { q: asked }, replace: true });
  }, [asked, q, navigate]);
  const people = useKeyset<PersonSummary>({ key: ['people'], path: '/v1/customers', filter: q === '' ? {} : { q }, cursor });
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={2}>{t('people.title')}</Title>
        <ExportButtons list="customers" query={q === '' ? {} : { q }} />
      </Group>
      <TextInput
        label={t('people.search')}
        description={t('people.searchHint')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <KeysetList
        query={people}
        cursor={cursor}
        onCursor={(next) => void navigate({ search: { ...(q === '' ? {} : { q }), ...(next === undefined ? {} : { cursor: next }) } })}
        empty={t(q === '' ? 'people.first' : 'people.none')}
      >
        {(items) => (
          <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('people.list')}>
            {items.map((person) => (
              <li key={person.id}>
                <PersonRow person={person} />
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}

function PersonRow({ person }: { readonly person: PersonSummary }) {
  const { t } = useTranslation();
  const { name, externalId, phone, email } = person;
  const isNamed = name !== null || externalId !== null || email !== null || phone !== null;
  return (
    <UnstyledButton component={Link} to={`/people/${person.id}`} w="100%">
      <Card withBorder padding="sm">
        <Group justify="space-between" gap={4}>
          <Text fw={600}>{isNamed ? nameOf(person) : t('people.unnamed')}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[phone, email, externalId].filter((each) => each !== null).join(' · ')}
          </Text>
        </Group>
      </Card>
    </UnstyledButton>
  );
}
