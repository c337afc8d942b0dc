import { useQuery } from '@tanstack/react-query';
import { type ApiError, ask } from '../../api.ts';

export const QUEUES = ['rewards', 'claims', 'reviews', 'deliveries', 'payouts', 'payments', 'lowStock', 'webhooks'] as const;
export type QueueName = (typeof QUEUES)[number];
export type QueueCounts = Readonly<Record<QueueName | 'total', number>>;

const EVERY_MS = 60_000;

/** How much waits, for the menu and the tabs; asked again each minute while the console is looked at. */
export function useQueueCounts() {
  return useQuery<QueueCounts, ApiError>({
    queryKey: ['queues', 'counts'],
    queryFn: () => ask('GET', '/v1/queues'),
    refetchInterval: EVERY_MS,
  });
}
