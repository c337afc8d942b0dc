/** A member, a ladder and days: what tests of tiers begin from. */
import type { Customer, Order, Referral } from '../../src/domain/facts/entities.ts';
import { OrderTally } from '../../src/domain/facts/order-tally.ts';
import { qualifiedInstant } from '../../src/domain/facts/referral-tally.ts';
import type { Standing } from '../../src/domain/facts/standing.ts';
import { type CustomerId, idFromUuid, type ProgramId, type ReferralId } from '../../src/domain/ids.ts';
import { emptyOrder } from '../../src/domain/order/order-facts.ts';
import type { ProgramDocument, Tier } from '../../src/domain/program/document.ts';
import { evaluateTier, type TierVerdict } from '../../src/domain/tier/evaluate-tier.ts';
import { newStanding } from '../../src/domain/tier/tier-case.ts';
import type { TierHistory } from '../../src/domain/tier/tier-history.ts';
import type { TierCase } from '../../src/domain/tier/tier-holds.ts';
import { DOCUMENT } from './program-builders.ts';

export const PROGRAM = idFromUuid<ProgramId>('00000000-0000-7000-8000-000000000001');
export const MEMBER = idFromUuid<CustomerId>('00000000-0000-7000-8000-000000000002');

export const CUSTOMER: Customer = {
  id: MEMBER,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  signedUpAt: null,
  orderCount: 0,
  paidOrderCount: 0,
  deliveredOrderCount: 0,
  firstOrderAt: null,
  lastOrderAt: null,
  openComplaints: [],
  earlyClosings: [],
  lastScore: null,
  mergedInto: null,
  erasedAt: null,
};

export const TIER: Tier = {
  id: 'silver',
  name: { ru: 'Серебро', en: 'Silver' },
  badge: null,
  greeting: null,
  thankYou: null,
  entry: { if: [], acceptance: 'none' },
  keep: null,
  expiry: null,
  downgrade: 'toEarned',
  graceDays: 0,
  warnDays: 30,
  perks: [],
  replaces: [],
  rules: [],
};

export const tier = (id: string, more: Partial<Tier>): Tier => ({ ...TIER, id, ...more });
export const ladder = (...tiers: Tier[]): ProgramDocument => ({ ...DOCUMENT, tiers });

/** A member's past, with the orders themselves. */
export type Past = Omit<TierHistory, 'orders'> & { readonly orders: readonly Order[] };

export const NOTHING: Past = {
  customer: CUSTOMER,
  joinedAt: new Date('2026-01-01T00:00:00Z'),
  orders: [],
  qualifiedInstants: [],
  feedback: [],
};

export function paid(at: string, totalMinor: bigint, more: Partial<Order> = {}): Order {
  return {
    ...emptyOrder(`order ${at}`, 'live'),
    customerId: MEMBER,
    data: { currency: 'RUB', totalMinor, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] },
    payments: [{ id: '', amountMinor: totalMinor, occurredAt: new Date(at) }],
    firstPaymentAt: new Date(at),
    paidAt: new Date(at),
    ...more,
  };
}

export function referrals(...qualified: string[]): Referral[] {
  return qualified.map((at, index) => ({
    id: idFromUuid<ReferralId>(`00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`),
    programId: PROGRAM,
    friendId: idFromUuid<CustomerId>(`00000000-0000-7000-8000-0000000002${String(index).padStart(2, '0')}`),
    referrerId: MEMBER,
    status: 'qualified',
    by: 'code',
    startedAt: new Date(at),
    orderId: 'o-1',
    qualifyingOrderId: 'o-1',
    ruleId: 'rule',
    reason: null,
    countedAt: new Date(at),
    qualifiedAt: new Date(at),
    review: null,
    counts: [],
    qualifiesAt: null,
    expiresAt: null,
    hold: null,
    firstOrder: null,
  }));
}

/** What a ladder counts of them. */
export function qualifiedInstants(of: readonly Referral[]): readonly number[] {
  return of.flatMap((referral) => qualifiedInstant(referral) ?? []).sort((a, b) => a - b);
}

export interface Walk {
  readonly document: ProgramDocument;
  readonly history: Partial<Past>;
  readonly accepted?: readonly string[];
  readonly from?: Partial<Standing>;
}

export function caseOf({ document, history, accepted = [] }: Walk): TierCase {
  const { orders, ...past } = { ...NOTHING, ...history };
  const sums = new OrderTally([], () => orders);
  return { document, entryDocument: document, history: { ...past, orders: sums }, hasAccepted: (id) => accepted.includes(id) };
}

/** The verdict at an instant. */
export function look(walk: Walk, at: string): TierVerdict {
  const before = { ...newStanding(PROGRAM, MEMBER, new Date(at)), ...walk.from };
  return evaluateTier(caseOf(walk), before, new Date(at));
}

/** Looks at each instant in turn, as the job does: from where the one before left the member. */
export function lookOn(walk: Walk, before: Standing, ...instants: string[]): Standing {
  return instants.reduce((standing, at) => evaluateTier(caseOf(walk), standing, new Date(at)).standing, before);
}
