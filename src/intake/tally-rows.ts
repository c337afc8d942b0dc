import type { OrderData } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { CustomerTallies } from '../domain/facts/known-tallies.ts';
import { type MeasuredOrder, type OrderMeasure, OrderTally } from '../domain/facts/order-tally.ts';
import { ReferralTally } from '../domain/facts/referral-tally.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { FactRows, OrderTallyRow, TallyRow } from './fact-row-types.ts';
import { stored } from './log-codec.ts';

/**
 * To be called before the customers are met: whoever is among the facts has tallies, which have followed what was decided since. Who has no
 * row had no referrals and no orders that count: theirs are those among the facts.
 */
export function meetTallies(facts: Facts, rows: FactRows): void {
  const { known } = facts.tallies;
  const read = new Map<CustomerId, CustomerTallies>();
  const talliesOf = (customerId: CustomerId): CustomerTallies => {
    const begun = read.get(customerId) ?? { referrals: new Map(), orders: new OrderTally(known.measures) };
    read.set(customerId, begun);
    return begun;
  };
  for (const row of rows.tallies) talliesOf(row.referrerId).referrals.set(row.programId, referralTallyFromRow(row));
  for (const { customerId, orders } of rows.orderTallies) fill(talliesOf(customerId).orders, orders, known.measures);
  for (const [customerId, tallies] of read) if (facts.customers.get(customerId) === null) known.meet(customerId, tallies);
}

function referralTallyFromRow({ qualified, counted }: TallyRow): ReferralTally {
  const tally = new ReferralTally({ qualified: qualified !== null, counts: counted !== null });
  for (const at of qualified ?? []) tally.qualified.add(at);
  for (const [countedAt, counts] of counted ?? []) {
    tally.addCounted(
      countedAt === null ? null : new Date(countedAt),
      counts.map((count) => ({ ...count, at: new Date(count.at.$d), sequence: BigInt(count.sequence.$n) })),
    );
  }
  return tally;
}

function fill(tally: OrderTally, orders: OrderTallyRow['orders'], measures: readonly OrderMeasure[]): void {
  if (measures.length === 0) return;
  for (const order of orders) tally.follow(null, measuredOrder(order));
}

function measuredOrder([
  paidAtMs,
  currency,
  total,
  delivery,
  tax,
  credit,
  paid,
  refunded,
  lines,
]: OrderTallyRow['orders'][number]): MeasuredOrder {
  const totalMinor = BigInt(total);
  return {
    paidAt: new Date(paidAtMs),
    creditMinor: BigInt(credit),
    data: {
      currency,
      totalMinor,
      deliveryMinor: BigInt(delivery),
      taxMinor: BigInt(tax),
      lines: lines === null ? [] : stored<OrderData['lines']>(lines),
    },
    // Of an order nothing was refunded of, any payment that covers it says the same.
    payments: [{ amountMinor: paid === null ? totalMinor : BigInt(paid) }],
    refunds: refunded === '0' ? [] : [{ amountMinor: BigInt(refunded) }],
  };
}
