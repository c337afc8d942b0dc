import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { personKey, type Texts } from './person-api.ts';

interface StoryEvent {
  readonly sequence: string;
  readonly at: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly actor: string | null;
  readonly isAboutFriend: boolean;
  readonly sentences: readonly { readonly kind: string; readonly text: Texts }[];
  readonly reason: string | null;
}

interface Page {
  readonly items: readonly StoryEvent[];
  readonly nextCursor: string | null;
}

/** All that happened, newest first, in words. */
export function Story({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const story = useInfiniteQuery<Page, ApiError, { readonly pages: readonly Page[] }, readonly unknown[], string>({
    queryKey: [...personKey(id), 'story'],
    queryFn: ({ pageParam }) => ask<Page>('GET', `/v1/customers/${id}/story?limit=20${pageParam === '' ? '' : `&cursor=${pageParam}`}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const events = story.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card withBorder component="section" aria-busy={story.isFetching}>
      <Stack>
        <Title order={3} size="h4">
          {t('person.story.title')}
        </Title>
        {story.error === null ? null : <ProblemAlert error={story.error} onRetry={() => void story.refetch()} />}
        {story.isSuccess && events.length === 0 ? <Text c="dimmed">{t('person.story.empty')}</Text> : null}
        <Stack component="ol" m={0} p={0} gap="md" style={{ listStyle: 'none' }}>
          {events.map((event) => (
            <StoryRow key={event.sequence} event={event} />
          ))}
        </Stack>
        {story.hasNextPage ? (
          <Button variant="default" w="fit-content" loading={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
            {t('person.more')}
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}

function StoryRow({ event }: { readonly event: StoryEvent }) {
  const { t } = useTranslation();
  const [first, ...rest] = event.sentences;
  return (
    <Stack component="li" gap={2} style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)', paddingInlineStart: 12 }}>
      <Group gap="xs">
        <Text size="sm" c="dimmed" component="time">
          {formatDate(event.at)}
        </Text>
        {event.isAboutFriend ? (
          <Badge variant="outline" size="sm" c="var(--mantine-color-text)">
            {t('person.story.aboutFriend')}
          </Badge>
        ) : null}
      </Group>
      {first === undefined ? null : <Text fw={600}>{first.text[locale()]}</Text>}
      {rest.map(({ text }) => (
        <Text size="sm" key={text.ru}>
          {text[locale()]}
        </Text>
      ))}
      {event.actor === null ? null : (
        <Text size="sm" c="dimmed">
          {t('person.story.by', { name: event.actor })}
        </Text>
      )}
      {event.reason === null ? null : (
        <Text size="sm" c="dimmed">
          {t('person.story.reason', { reason: event.reason })}
        </Text>
      )}
    </Stack>
  );
}
