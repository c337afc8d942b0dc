import { Anchor, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { formatDate, formatMoney, sumByUnit, type WireMoney } from '../../money.ts';
import { Question } from '../../parts/ask-first.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import { useMe } from '../../session.ts';
import { QueueRows, type RowAct } from './queue-rows.tsx';
import type { QueueProps } from './queues-page.tsx';
import { eachBy, useBulk } from './use-bulk.ts';

interface Payout {
  readonly id: string;
  readonly customerId: string;
  readonly amount: WireMoney;
  readonly author: string;
  readonly proposedAt: string;
  readonly tax: { readonly state: 'clear' | 'near' | 'over' } | null;
}

/** What cannot be taken back is asked first. */
type Step = 'reject' | 'approve' | 'failed' | 'paid';
const STEPS = {
  proposed: [
    { step: 'reject', text: 'queues.deny', key: 'd' },
    { step: 'approve', text: 'queues.approve', key: 'a', isMain: true },
  ],
  approved: [
    { step: 'failed', text: 'queues.fail', key: 'd' },
    { step: 'paid', text: 'queues.pay', key: 'a', isMain: true },
  ],
} as const;

interface Asked {
  readonly step: Exclude<Step, 'approve'>;
  readonly label: string;
  readonly rows: readonly Payout[];
}

/** Four eyes: who proposed a payout does not approve it. */
export function PayoutQueue({ status, program, cursor, onCursor }: QueueProps & { readonly status: 'proposed' | 'approved' }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const me = useMe();
  const [taxes, setTaxes] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<Asked | null>(null);
  const bulk = useBulk<Payout>();
  const filter = { status, programId: program };
  const query = useKeyset<Payout>({ key: ['queues', 'payouts', status], path: '/v1/payouts', filter, cursor });
  const items = query.data?.items ?? [];
  const nameFor = usePeopleNames(items.map(({ customerId }) => customerId));
  const isOwn = ({ author }: Payout) => status === 'proposed' && author === `staff:${me.data?.id ?? ''}`;
  const needsTax = ({ tax }: Payout) => status === 'proposed' && tax?.state === 'over';
  const run = (step: Step, rows: readonly Payout[]) =>
    bulk.run(
      rows,
      eachBy(({ id }) => {
        const taxHandling = step === 'approve' ? taxes.get(id) : undefined;
        return ask('POST', `/v1/payouts/${id}/${step}`, taxHandling === undefined ? {} : { taxHandling });
      }),
    );
  const acts: readonly RowAct<Payout>[] = STEPS[status].map(({ step, text, ...act }) => {
    const label = t(text);
    if (step === 'approve')
      return { ...act, label, isOff: (row) => isOwn(row) || (needsTax(row) && !taxes.has(row.id)), act: (rows) => run(step, rows) };
    return { ...act, label, act: (rows) => setAsked(rows.length === 0 ? null : { step, label, rows }) };
  });
  return (
    <>
      <QueueRows
        items={items}
        acts={mayChange('payouts') ? acts : []}
        bulk={bulk}
        nameOf={({ customerId, amount }) => `${nameFor(customerId)}, ${formatMoney(amount)}`}
        row={(payout) => (
          <>
            <Text fw={700}>{formatMoney(payout.amount)}</Text>
            <Anchor underline="always" component={Link} to={`/people/${payout.customerId}`}>
              {nameFor(payout.customerId)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {formatDate(payout.proposedAt)}
            </Text>
            {isOwn(payout) ? <Text size="sm">{t('queues.payout.own')}</Text> : null}
          </>
        )}
        beside={(payout) =>
          needsTax(payout) ? (
            <TaxSelect value={taxes.get(payout.id) ?? null} onChange={(chosen) => setTaxes(new Map([...taxes, [payout.id, chosen]]))} />
          ) : null
        }
        list={(rows) => (
          <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
            {() => rows}
          </KeysetList>
        )}
      />
      {asked === null ? null : (
        <Question
          action={asked.label}
          title={`${asked.label}?`}
          consequence={t(`queues.payout.ask.${asked.step}`, {
            count: asked.rows.length,
            amount: sumByUnit(asked.rows.map(({ amount }) => ({ unit: amount.currency, amount: amount.amountMinor }))),
          })}
          onYes={() => run(asked.step, asked.rows)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function TaxSelect({ value, onChange }: { readonly value: string | null; readonly onChange: (chosen: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('queues.payout.tax')}
      data={(['withheld', 'reported', 'notDue'] as const).map((each) => ({ value: each, label: t(`queues.payout.taxHandling.${each}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}
