import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { type DecidedReward, RewardLine } from '../parts/decision.tsx';
import type { Keyset } from '../parts/keyset-list.tsx';
import type { Kind } from './by-hand-event.ts';

const TAKES_BACK: ReadonlySet<Kind> = new Set(['order.refunded', 'order.cancelled']);

export function takesBack(kind: Kind): boolean {
  return TAKES_BACK.has(kind);
}

/** What an order's rewards are, before a refund takes from them or after it has: the decision itself names only what is given. */
export function TakenBack({ orderId, isDone }: { readonly orderId: string; readonly isDone: boolean }) {
  const { t } = useTranslation();
  const rewards = useQuery<Keyset<DecidedReward>, ApiError>({
    queryKey: ['by-hand', 'taken-back', orderId, isDone],
    queryFn: () => ask('GET', `/v1/rewards?limit=200&orderId=${encodeURIComponent(orderId)}`),
    staleTime: 0,
  });
  const items = rewards.data?.items ?? [];
  return (
    <Stack gap="xs">
      {rewards.data === undefined ? null : (
        <Text>{t(items.length === 0 ? 'byHand.tookNothing' : isDone ? 'byHand.tookBack' : 'byHand.takesBack')}</Text>
      )}
      {items.map((reward) => (
        <RewardLine key={reward.id} reward={reward} isEarlier />
      ))}
    </Stack>
  );
}
