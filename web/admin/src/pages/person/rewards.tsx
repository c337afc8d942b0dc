import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { BenefitText } from '../../parts/benefit-text.tsx';
import { FirstFew } from '../../parts/first-few.tsx';
import { type Person, type Reward, usePersonList } from './person-api.ts';

/** How many of a person's rewards only staff can let go. */
export function useWaiting(id: string): number {
  const { data } = usePersonList<Reward>(id, 'rewards');
  return (data?.items ?? []).filter((each) => each.status === 'held' && each.holdReasons.some((reason) => reason !== 'return-window'))
    .length;
}

export function Rewards({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const rewards = usePersonList<Reward>(person.id, 'rewards');
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.rewards')}
        </Title>
        <Answer query={rewards}>
          {({ items }) => (
            <Stack gap="xs">
              {items.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              <FirstFew items={items.toReversed()}>
                {(reward) => (
                  <Group key={reward.id} justify="space-between" gap={4}>
                    <div>
                      <Text size="sm" fw={600}>
                        <BenefitText benefit={reward.benefit} /> · {t(`queues.for.${reward.beneficiary}`)}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {reward.texts.staff[locale()]}
                        {reward.orderId === null ? '' : ` · ${t('person.story.order', { id: reward.orderId })}`}
                      </Text>
                    </div>
                    <Text size="sm" c="dimmed">
                      {formatDate(reward.occurredAt)}
                    </Text>
                  </Group>
                )}
              </FirstFew>
            </Stack>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}
