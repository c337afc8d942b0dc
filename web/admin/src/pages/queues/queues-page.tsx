import { Badge, Stack, Tabs, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../rights.ts';
import { ClaimQueue } from './claim-queue.tsx';
import { PayoutQueue } from './payout-queue.tsx';
import { QUEUES, type QueueName, useQueueCounts } from './queue-counts.ts';
import { ReviewQueue } from './review-queue.tsx';
import { RewardQueue } from './reward-queue.tsx';
import { StockQueue } from './stock-queue.tsx';
import { WebhookQueue } from './webhook-queue.tsx';

/** What waits for a person, a queue at a time. */
export function QueuesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/queues' });
  const { queue, cursor } = useSearch({ from: '/frame/queues' });
  const { maySee } = useRights();
  const counts = useQueueCounts();
  const shown = QUEUES.filter((name) =>
    name === 'payouts' || name === 'payments' ? maySee('payouts') : name !== 'webhooks' || maySee('webhooks'),
  );
  const first = shown.find((name) => (counts.data?.[name] ?? 0) > 0) ?? 'rewards';
  const current = shown.find((name) => name === queue) ?? first;
  const onCursor = (next: string | undefined) =>
    void navigate({ search: { queue: current, ...(next === undefined ? {} : { cursor: next }) } });
  return (
    <Stack>
      <Title order={2}>{t('queues.title')}</Title>
      <Tabs value={current} onChange={(next) => void navigate({ search: { queue: next ?? 'rewards' } })}>
        <Tabs.List aria-label={t('queues.tabs')}>
          {shown.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                (counts.data?.[name] ?? 0) === 0 ? null : (
                  <Badge size="sm" variant="outline" c="var(--mantine-color-text)">
                    {counts.data?.[name]}
                  </Badge>
                )
              }
            >
              {t(`queues.kind.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {name === current ? <Queue name={name} cursor={cursor} onCursor={onCursor} /> : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

export interface QueueProps {
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

function Queue({ name, ...place }: QueueProps & { readonly name: QueueName }) {
  switch (name) {
    case 'rewards':
      return <RewardQueue waitsFor="decision" {...place} />;
    case 'deliveries':
      return <RewardQueue waitsFor="delivery" {...place} />;
    case 'claims':
      return <ClaimQueue {...place} />;
    case 'reviews':
      return <ReviewQueue {...place} />;
    case 'payouts':
      return <PayoutQueue status="proposed" {...place} />;
    case 'payments':
      return <PayoutQueue status="approved" {...place} />;
    case 'lowStock':
      return <StockQueue />;
    case 'webhooks':
      return <WebhookQueue />;
  }
}
