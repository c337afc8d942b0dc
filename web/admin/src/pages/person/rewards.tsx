import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { BenefitText } from '../../parts/benefit-text.tsx';
import type { Keyset } from '../../parts/keyset-list.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { type Person, personKey, type Reward, usePersonPages } from './person-api.ts';

/** Whether any of a person's rewards waits for staff to let it go. */
export function useHasWaiting(id: string): boolean {
  const { data } = useQuery<Keyset<Reward>, ApiError>({
    queryKey: [...personKey(id), 'waiting'],
    queryFn: () => ask('GET', `/v1/rewards?waitsFor=decision&limit=1&customerId=${id}`),
  });
  return (data?.items.length ?? 0) > 0;
}

/** What the person earned, the newest first. */
export function Rewards({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const rewards = usePersonPages<Reward>(person.id, 'rewards', { query: '&order=newest' });
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.rewards')}
        </Title>
        <Answer query={rewards}>
          {(items) => (
            <Stack gap="xs">
              {items.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              {items.map((reward) => (
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
              ))}
              <MoreButton pages={rewards} />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}
