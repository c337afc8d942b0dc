import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { type Texts, usePersonPages } from './person-api.ts';

const STORY_ROWS = 20;

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

/** All that happened, newest first, in words. */
export function Story({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const story = usePersonPages<StoryEvent>(id, 'story', { first: STORY_ROWS });
  return (
    <Card withBorder component="section" aria-busy={story.isFetching}>
      <Stack>
        <Title order={3} size="h4">
          {t('person.story.title')}
        </Title>
        <Answer query={story}>
          {(events) =>
            events.length === 0 ? (
              <Text c="dimmed">{t('person.story.empty')}</Text>
            ) : (
              <Stack component="ol" m={0} p={0} gap="md" style={{ listStyle: 'none' }}>
                {events.map((event) => (
                  <StoryRow key={event.sequence} event={event} />
                ))}
              </Stack>
            )
          }
        </Answer>
        <MoreButton pages={story} />
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
