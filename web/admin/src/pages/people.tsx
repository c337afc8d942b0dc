import { Card, Group, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { Answer } from '../parts/answer.tsx';

interface People {
  readonly items: readonly {
    readonly id: string;
    readonly externalId: string | null;
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
}

/** Found while typing; what was asked is in the address, so that a page can be sent to a colleague. */
export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/people' });
  const { q = '' } = useSearch({ from: '/frame/people' });
  const [typed, setTyped] = useState(q);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  useEffect(() => {
    void navigate({ search: asked === '' ? {} : { q: asked }, replace: true });
  }, [asked, navigate]);
  const people = useQuery<People>({
    queryKey: ['people', asked],
    queryFn: () => ask<People>('GET', `/v1/customers?limit=50${asked === '' ? '' : `&q=${encodeURIComponent(asked)}`}`),
  });
  return (
    <Stack>
      <Title order={2}>{t('people.title')}</Title>
      <TextInput
        label={t('people.search')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoFocus
      />
      <Answer query={people}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t(asked === '' ? 'people.first' : 'people.none')}</Text>
          ) : (
            <Stack gap="xs">
              {items.map((person) => (
                <UnstyledButton key={person.id} component={Link} to={`/people/${person.id}`}>
                  <Card withBorder padding="sm">
                    <Group justify="space-between">
                      <Text fw={600}>{person.name ?? person.externalId ?? t('people.unnamed')}</Text>
                      <Text size="sm" c="dimmed">
                        {[person.phone, person.email, person.externalId].filter((each) => each !== null).join(' · ')}
                      </Text>
                    </Group>
                  </Card>
                </UnstyledButton>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Stack>
  );
}
