/**
 * What one record adds to a rollup. A rollup is the sum of the parts of all records as they are now, and of nothing else: whoever
 * changes a record adds what it is and takes away what it was, and a recount gives the same.
 */
import type { Balance, Lot } from '../facts/balance-entities.ts';
import type { Customer, Order, Referral, Reward } from '../facts/entities.ts';
import { quarterOf } from './quarter.ts';

export interface RollupPart {
  /** The quarter it counts in (`quarterOf`); infinite for what never comes, null where time plays no part. */
  readonly quarter: number | null;
  readonly labels: readonly string[];
  readonly amounts: readonly bigint[];
}

/** The label of every order, however it came. */
const EVERY_ORDER = '';
/** The unit of a reward that is no amount. */
const NO_UNIT = '';

/** Since when somebody is known: an order of the past makes them an old customer, whenever we were told of it. */
export function customerPart({ createdAt, firstOrderAt, signedUpAt }: Customer): RollupPart {
  let since = createdAt;
  for (const at of [firstOrderAt, signedUpAt]) if (at !== null && at < since) since = at;
  return { quarter: quarterOf(since), labels: [], amounts: [1n] };
}

const JOINED: ReadonlySet<Referral['status']> = new Set(['joined', 'ordered', 'qualified', 'refused', 'reversed']);
const ORDERED: ReadonlySet<Referral['status']> = new Set(['ordered', 'qualified', 'reversed']);
const LOST: ReadonlySet<Referral['status']> = new Set(['refused', 'expired', 'reversed']);

/** Under the time it began: who is further has been everywhere before. */
export function referralPart({ startedAt, by, status, orderId }: Referral): RollupPart {
  const is = (holds: boolean): bigint => (holds ? 1n : 0n);
  const hasOrder = orderId !== null;
  const amounts = [
    1n,
    is(hasOrder || JOINED.has(status)),
    is(hasOrder || ORDERED.has(status)),
    is(status === 'qualified'),
    is(LOST.has(status)),
  ];
  return { quarter: quarterOf(startedAt), labels: [by], amounts };
}

/** Null until it is paid. */
export function orderPart({ paidAt, data }: Order): RollupPart | null {
  if (paidAt === null || data === null) return null;
  return { quarter: quarterOf(paidAt), labels: [data.currency, EVERY_ORDER], amounts: [1n, data.totalMinor] };
}

/** The order by which a referral became *ordered*, under the way its friend came; null without one. */
export function broughtOrderPart({ by, firstOrder }: Referral): RollupPart | null {
  if (firstOrder === null) return null;
  return { quarter: quarterOf(firstOrder.paidAt), labels: [firstOrder.currency, by], amounts: [1n, firstOrder.totalMinor] };
}

export function rewardPart({ occurredAt, status, benefit }: Reward): RollupPart {
  const value = 'amount' in benefit ? benefit : null;
  const amounts = [1n, value?.originalAmount ?? 0n, value?.amount ?? 0n];
  return { quarter: quarterOf(occurredAt), labels: [value?.unit ?? NO_UNIT, status], amounts };
}

/** What is left of it, under the time it ends. */
export function lotPart({ unit, remaining, expiresAt }: Lot): RollupPart {
  return { quarter: expiresAt === null ? Number.POSITIVE_INFINITY : quarterOf(expiresAt), labels: [unit], amounts: [remaining] };
}

export function balancePart({ unit, available, held, reserved, debt }: Balance): RollupPart {
  return { quarter: null, labels: [unit], amounts: [available, held, reserved, debt] };
}
