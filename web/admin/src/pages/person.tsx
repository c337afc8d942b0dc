import { Anchor, Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatUnit } from '../money.ts';
import { Answer } from '../parts/answer.tsx';

interface Person {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly balances: readonly { readonly unit: string; readonly available: string; readonly held: string; readonly debt: string }[];
  readonly codes: readonly { readonly code: string; readonly link: string; readonly status: string }[];
}

interface Texts {
  readonly staff: { readonly ru: string; readonly en: string };
}

interface Page<T> {
  readonly items: readonly T[];
}

export function PersonPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/frame/people/$id' });
  const person = useQuery<Person>({ queryKey: ['person', id], queryFn: () => ask<Person>('GET', `/v1/customers/${id}`) });
  return (
    <Answer query={person}>
      {(found) => (
        <Stack>
          <Title order={2}>{found.name ?? found.externalId ?? t('people.unnamed')}</Title>
          <Text c="dimmed">{[found.phone, found.email, found.externalId].filter((each) => each !== null).join(' · ')}</Text>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Card withBorder>
              <Title order={3} size="h4">
                {t('person.balances')}
              </Title>
              {found.balances.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              {found.balances.map((balance) => (
                <Group key={balance.unit} gap="xs">
                  <Text fw={600}>{formatUnit(balance.unit, balance.available)}</Text>
                  <Text size="sm">{t('person.available')}</Text>
                  {balance.held === '0' ? null : (
                    <Badge color="yellow">{`${formatUnit(balance.unit, balance.held)} ${t('person.held')}`}</Badge>
                  )}
                  {balance.debt === '0' ? null : (
                    <Badge color="red">{`${formatUnit(balance.unit, balance.debt)} ${t('person.debt')}`}</Badge>
                  )}
                </Group>
              ))}
            </Card>
            <Card withBorder>
              <Title order={3} size="h4">
                {t('person.codes')}
              </Title>
              {found.codes.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              {found.codes.map((code) => (
                <Group key={code.code} gap="xs">
                  <Text fw={600}>{code.code}</Text>
                  <Anchor href={code.link} target="_blank" rel="noreferrer" size="sm">
                    {code.link}
                  </Anchor>
                </Group>
              ))}
            </Card>
            <Stories id={id} kind="referrals" />
            <Stories id={id} kind="rewards" />
          </SimpleGrid>
        </Stack>
      )}
    </Answer>
  );
}

interface Story {
  readonly id: string;
  readonly status: string;
  readonly startedAt?: string;
  readonly occurredAt?: string;
  readonly texts: Texts;
}

function Stories({ id, kind }: { readonly id: string; readonly kind: 'referrals' | 'rewards' }) {
  const { t } = useTranslation();
  const stories = useQuery<Page<Story>>({
    queryKey: ['person', id, kind],
    queryFn: () => ask<Page<Story>>('GET', `/v1/customers/${id}/${kind}?limit=50`),
  });
  return (
    <Card withBorder>
      <Title order={3} size="h4">
        {t(kind === 'referrals' ? 'person.friends' : 'person.rewards')}
      </Title>
      <Answer query={stories}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
            {items.map((story) => (
              <Group key={story.id} justify="space-between" wrap="nowrap">
                <Text size="sm">{story.texts.staff[locale()]}</Text>
                <Text size="sm" c="dimmed">
                  {formatDate(story.startedAt ?? story.occurredAt ?? '')}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}
