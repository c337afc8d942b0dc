import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { formatDate, formatMoney, formatNumber, type WireMoney } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

interface Reward {
  readonly id: string;
  readonly customerId: string;
  readonly occurredAt: string;
  readonly orderId: string | null;
  readonly holdReasons: readonly string[];
  readonly benefit: { readonly kind: string; readonly amount?: WireMoney | { readonly points: string } };
}

interface Rewards {
  readonly items: readonly Reward[];
}

/** Held rewards that only a person can let go. */
export function useWaitingRewards() {
  return useQuery<Rewards>({
    queryKey: ['waiting'],
    queryFn: async () => {
      const { items } = await ask<Rewards>('GET', '/v1/rewards?status=held&limit=200');
      return { items: items.filter((reward) => reward.holdReasons.some((reason) => reason !== 'return-window')) };
    },
  });
}

export function QueuesPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const waiting = useWaitingRewards();
  const decide = useMutation({
    mutationFn: ({ id, how }: { readonly id: string; readonly how: 'approve' | 'deny' }) => ask('POST', `/v1/rewards/${id}/${how}`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['waiting'] }),
  });
  return (
    <Stack>
      <Title order={2}>{t('queues.title')}</Title>
      {decide.error === null ? null : <ProblemAlert error={decide.error} />}
      <Answer query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('queues.none')}</Text>
          ) : (
            <Stack>
              {items.map((reward) => (
                <Card withBorder key={reward.id}>
                  <Group justify="space-between">
                    <Stack gap={2}>
                      <Text fw={600}>{benefitText(reward)}</Text>
                      <Text size="sm" c="dimmed">
                        {formatDate(reward.occurredAt)}
                        {reward.orderId === null ? '' : ` · ${reward.orderId}`}
                      </Text>
                      <Group gap="xs">
                        {reward.holdReasons.map((reason) => (
                          <Badge key={reason} variant="light">
                            {reason}
                          </Badge>
                        ))}
                      </Group>
                    </Stack>
                    <Group>
                      <Button component={Link} to={`/people/${reward.customerId}`} variant="subtle">
                        {t('queues.why')}
                      </Button>
                      <Button
                        variant="light"
                        color="red"
                        loading={decide.isPending}
                        onClick={() => decide.mutate({ id: reward.id, how: 'deny' })}
                      >
                        {t('queues.deny')}
                      </Button>
                      <Button loading={decide.isPending} onClick={() => decide.mutate({ id: reward.id, how: 'approve' })}>
                        {t('queues.approve')}
                      </Button>
                    </Group>
                  </Group>
                </Card>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Stack>
  );
}

function benefitText({ benefit }: Reward): string {
  const { amount } = benefit;
  if (amount === undefined) return benefit.kind;
  return 'points' in amount ? formatNumber(amount.points) : formatMoney(amount);
}
