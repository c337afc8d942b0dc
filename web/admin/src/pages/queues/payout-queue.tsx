import { Anchor, Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatDate, formatMoney, type WireMoney } from '../../money.ts';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { useMe } from '../../session.ts';
import type { QueueProps } from './queues-page.tsx';

interface Payout {
  readonly id: string;
  readonly customerId: string;
  readonly amount: WireMoney;
  readonly author: string;
  readonly proposedAt: string;
  readonly tax: { readonly state: 'clear' | 'near' | 'over' } | null;
}

const STEPS = { proposed: ['reject', 'approve'], approved: ['failed', 'paid'] } as const;
const DONE = { reject: 'rejected', approve: 'approved', failed: 'failed', paid: 'paid' } as const;
type Step = keyof typeof DONE;

/** Four eyes: who proposed a payout does not approve it. */
export function PayoutQueue({ status, cursor, onCursor }: QueueProps & { readonly status: 'proposed' | 'approved' }) {
  const { t } = useTranslation();
  const query = useKeyset<Payout>({ key: ['queues', 'payouts', status], path: '/v1/payouts', filter: { status }, cursor });
  const nameFor = usePeopleNames(query.data?.items.map(({ customerId }) => customerId) ?? []);
  return (
    <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
      {(payouts) => (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {payouts.map((payout) => (
            <li key={payout.id}>
              <PayoutRow payout={payout} status={status} name={nameFor(payout.customerId)} />
            </li>
          ))}
        </Stack>
      )}
    </KeysetList>
  );
}

interface PayoutRowProps {
  readonly payout: Payout;
  readonly status: 'proposed' | 'approved';
  readonly name: string;
}

function PayoutRow({ payout, status, name }: PayoutRowProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const me = useMe();
  const queries = useQueryClient();
  const [taxHandling, setTaxHandling] = useState<string | null>(null);
  const isOwn = status === 'proposed' && payout.author === `staff:${me.data?.id ?? ''}`;
  const needsTax = status === 'proposed' && payout.tax?.state === 'over';
  const move = useMutation<unknown, ApiError, Step>({
    mutationFn: (step) =>
      ask('POST', `/v1/payouts/${payout.id}/${step}`, step === 'approve' && taxHandling !== null ? { taxHandling } : {}),
    onSuccess: async (_, step) => {
      notifications.show({ message: t(`queues.payout.${DONE[step]}`) });
      await queries.invalidateQueries({ queryKey: ['queues'] });
    },
  });
  const texts = { reject: 'queues.deny', approve: 'queues.approve', failed: 'queues.fail', paid: 'queues.pay' } as const;
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        {move.error === null ? null : <ProblemAlert error={move.error} />}
        <Group justify="space-between">
          <div>
            <Text fw={700}>{formatMoney(payout.amount)}</Text>
            <Anchor underline="always" component={Link} to={`/people/${payout.customerId}`}>
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {formatDate(payout.proposedAt)}
            </Text>
            {isOwn ? <Text size="sm">{t('queues.payout.own')}</Text> : null}
          </div>
          {mayChange('payouts') ? (
            <Group gap="xs" align="end">
              {needsTax ? (
                <Select
                  label={t('queues.payout.tax')}
                  data={(['withheld', 'reported', 'notDue'] as const).map((value) => ({
                    value,
                    label: t(`queues.payout.taxHandling.${value}`),
                  }))}
                  value={taxHandling}
                  onChange={setTaxHandling}
                />
              ) : null}
              {STEPS[status].map((step) => (
                <Button
                  key={step}
                  variant={step === 'approve' || step === 'paid' ? 'filled' : 'default'}
                  disabled={step === 'approve' && (isOwn || (needsTax && taxHandling === null))}
                  loading={move.isPending}
                  onClick={() => move.mutate(step)}
                >
                  {t(texts[step])}
                </Button>
              ))}
            </Group>
          ) : null}
        </Group>
      </Stack>
    </Card>
  );
}
