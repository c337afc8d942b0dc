import { Anchor, Button, Card, Group, Select, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { nameOf, type PersonSummary } from '../../parts/people-names.ts';
import { ProgramFilter } from '../../parts/program-filter.tsx';
import { useRights } from '../../rights.ts';
import { AddPersonDialog } from './add-person.tsx';

const STANDINGS = ['active', 'invited', 'paused', 'left', 'blocked', 'complaint'] as const;

/** Found while typing; what was asked is in the address, so that a page can be sent to a colleague. */
export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/people' });
  const { q = '', program, standing, cursor, add } = useSearch({ from: '/frame/people' });
  const { mayChange } = useRights();
  const chosen = STANDINGS.find((each) => each === standing);
  const search = {
    ...(q === '' ? {} : { q }),
    ...(program === undefined ? {} : { program }),
    ...(chosen === undefined ? {} : { standing: chosen }),
  };
  const [typed, setTyped] = useTypedSearch(q);
  const filter = filterOf({ q, program, standing: chosen });
  const people = useKeyset<PersonSummary>({ key: ['people'], path: '/v1/customers', filter, cursor });
  const isAll = Object.keys(search).length === 0;
  const addPerson = (isOpen: boolean) => void navigate({ search: { ...search, ...(isOpen ? { add: 'yes' } : {}) }, replace: true });
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={2}>{t('people.title')}</Title>
        {mayChange('customers') ? <Button onClick={() => addPerson(true)}>{t('people.add.open')}</Button> : null}
      </Group>
      <TextInput
        label={t('people.search')}
        description={t('people.searchHint')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group align="end">
        <ProgramFilter
          value={program}
          onChange={(next) =>
            void navigate({
              search: ({ program: _before, cursor: _page, ...rest }) => ({ ...rest, ...(next === undefined ? {} : { program: next }) }),
            })
          }
        />
        <Select
          label={t('people.standing.label')}
          w={240}
          allowDeselect={false}
          data={[
            { value: '', label: t('people.standing.all') },
            ...STANDINGS.map((each) => ({ value: each, label: t(`people.standing.${each}`) })),
          ]}
          value={chosen ?? ''}
          onChange={(next) =>
            void navigate({
              search: ({ standing: _before, cursor: _page, ...rest }) => ({
                ...rest,
                ...(next === null || next === '' ? {} : { standing: next }),
              }),
            })
          }
        />
        <ExportButtons list="customers" query={filter} />
      </Group>
      <KeysetList
        query={people}
        cursor={cursor}
        onCursor={(next) => void navigate({ search: { ...search, ...(next === undefined ? {} : { cursor: next }) } })}
        empty={<NobodyThere isAll={isAll} onReset={() => void navigate({ search: {} })} />}
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
      {add === undefined || !mayChange('customers') ? null : <AddPersonDialog onClose={() => addPerson(false)} />}
    </Stack>
  );
}

/** What is typed goes into the address once it rests; what the menu or Back puts there comes into the field. */
function useTypedSearch(q: string) {
  const navigate = useNavigate({ from: '/people' });
  const [typed, setTyped] = useState(q);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const [shown, setShown] = useState(q);
  if (shown !== q) {
    setShown(q);
    if (asked !== q) setTyped(q);
  }
  useEffect(() => {
    if (asked !== q && asked === typed.trim())
      void navigate({
        search: ({ q: _before, cursor: _page, ...rest }) => ({ ...rest, ...(asked === '' ? {} : { q: asked }) }),
        replace: true,
      });
  }, [asked, typed, q, navigate]);
  return [typed, setTyped] as const;
}

interface Asked {
  readonly q: string;
  readonly program: string | undefined;
  readonly standing: (typeof STANDINGS)[number] | undefined;
}

function filterOf({ q, program, standing }: Asked): Readonly<Record<string, string>> {
  return {
    ...(q === '' ? {} : { q }),
    ...(program === undefined ? {} : { programId: program }),
    ...(standing === undefined ? {} : standing === 'complaint' ? { hasComplaint: 'true' } : { status: standing }),
  };
}

/** Nobody at all, or nobody like that: each with its next step. */
function NobodyThere({ isAll, onReset }: { readonly isAll: boolean; readonly onReset: () => void }) {
  const { t } = useTranslation();
  if (!isAll)
    return (
      <Stack gap="xs">
        <Text>{t('people.none')}</Text>
        <Button variant="default" w="fit-content" onClick={onReset}>
          {t('people.showAll')}
        </Button>
      </Stack>
    );
  return (
    <Stack gap="xs">
      <Text>{t('people.first')}</Text>
      <Group>
        <Anchor component={Link} to="/files" underline="always">
          {t('people.toFiles')}
        </Anchor>
        <Anchor component={Link} to="/by-hand" underline="always">
          {t('people.toByHand')}
        </Anchor>
      </Group>
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
