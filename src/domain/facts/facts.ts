import type { CustomerId, ProgramId } from '../ids.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Unit } from '../ledger/unit.ts';
import type { Payee } from '../payout/payee.ts';
import type { Program } from '../program/program.ts';
import { type AccessGrant, type PerkCode, perkCodeKey, poolKey } from './access-grant.ts';
import type { Balance, Lot, Reservation } from './balance-entities.ts';
import type { Code } from './code.ts';
import type { Counter } from './counter.ts';
import type { Attribution, Coupon, Customer, Membership, Order, Referral, Reward, RewardKey, Touch } from './entities.ts';
import { KnownTallies } from './known-tallies.ts';
import { OrderTallies } from './order-tallies.ts';
import type { Payout } from './payout-entities.ts';
import { type Persons, UNKNOWN_PERSONS } from './persons.ts';
import { ReferralTallies } from './referral-tallies.ts';
import type { Feedback, Standing } from './standing.ts';
import { Table } from './table.ts';
import { acceptanceKey, type TermsAcceptance } from './terms-acceptance.ts';

/** One tenant's facts: those an event needs, loaded by the intake, kept up to date from event to event of a batch. */
export interface Facts {
  readonly programs: Table<Program>;
  readonly customers: Table<Customer>;
  readonly memberships: Table<Membership>;
  readonly acceptances: Table<TermsAcceptance>;
  readonly codes: Table<Code>;
  readonly touches: Table<Touch>;
  readonly attributions: Table<Attribution>;
  readonly referrals: Table<Referral>;
  readonly orders: Table<Order>;
  readonly rewards: Table<Reward>;
  readonly coupons: Table<Coupon>;
  readonly lots: Table<Lot>;
  readonly balances: Table<Balance>;
  readonly reservations: Table<Reservation>;
  readonly counters: Table<Counter>;
  readonly standings: Table<Standing>;
  readonly feedback: Table<Feedback>;
  readonly payees: Table<Payee>;
  readonly payouts: Table<Payout>;
  readonly accessGrants: Table<AccessGrant>;
  readonly perkCodes: Table<PerkCode>;
  readonly persons: Persons;
  /** What the referrals of each referrer add up to, those in the database included. */
  readonly tallies: ReferralTallies;
  /** What the orders of each buyer add up to, those in the database included. */
  readonly orderTallies: OrderTallies;
  /** Appended by decisions, never read by them. */
  readonly transfers: Transfer[];
}

export type FactTables = Omit<Facts, 'transfers' | 'persons' | 'tallies' | 'orderTallies'>;

export const memberKey = (programId: ProgramId, customerId: CustomerId): string => `${customerId}|${programId}`;
export const balanceKey = (customerId: CustomerId, unit: Unit): string => `${customerId}|${unit}`;
export const counterKey = (key: Pick<Counter, 'programId' | 'ruleId' | 'scope' | 'customerId' | 'period'>): string =>
  `${key.programId}|${key.ruleId}|${key.scope}|${key.customerId ?? ''}|${key.period}`;
export const rewardBusinessKey = (key: RewardKey): string =>
  `${key.programId}|${key.ruleId}|${key.naturalKey}|${key.beneficiary}|${key.leg}`;

export function createFacts(persons: Persons = UNKNOWN_PERSONS, known: KnownTallies = new KnownTallies([])): Facts {
  const referrals = new Table<Referral>((r) => memberKey(r.programId, r.friendId), {
    friend: (r) => r.friendId,
    referrer: (r) => r.referrerId,
    waiting: (r) => (r.counts.some(({ waitingLegs }) => waitingLegs !== undefined) ? r.referrerId : null),
    id: (r) => r.id,
  });
  const orders = new Table<Order>((order) => order.id, { customer: (order) => order.customerId });
  return {
    persons,
    tallies: new ReferralTallies(referrals, known),
    orderTallies: new OrderTallies(orders, known),
    programs: new Table<Program>((program) => program.id, {}),
    customers: new Table<Customer>((customer) => customer.id, { survivor: (customer) => customer.mergedInto }),
    memberships: new Table<Membership>((m) => memberKey(m.programId, m.customerId), { customer: (m) => m.customerId }),
    acceptances: new Table<TermsAcceptance>(acceptanceKey, { customer: (a) => a.customerId }),
    codes: new Table<Code>((code) => code.id, { customer: (code) => code.customerId, folded: (code) => code.folded }),
    touches: new Table<Touch>((t) => `${t.customerId}|${t.sequence.toString().padStart(19, '0')}|${t.by}`, {
      customer: (t) => t.customerId,
    }),
    attributions: new Table<Attribution>((a) => memberKey(a.programId, a.customerId), {
      customer: (a) => a.customerId,
      referrer: (a) => a.referrerId,
    }),
    referrals,
    orders,
    rewards: new Table<Reward>((reward) => reward.id, {
      order: (reward) => reward.orderId,
      customer: (reward) => reward.customerId,
      friend: (reward) => reward.friendId,
      referrer: (reward) => reward.referrerId,
      key: rewardBusinessKey,
    }),
    coupons: new Table<Coupon>((coupon) => coupon.id, {
      folded: (coupon) => coupon.folded,
      customer: (coupon) => coupon.customerId,
      usedOrder: (coupon) => coupon.usedOrderId,
    }),
    lots: new Table<Lot>((lot) => lot.id, { account: (lot) => balanceKey(lot.customerId, lot.unit), customer: (lot) => lot.customerId }),
    balances: new Table<Balance>((b) => balanceKey(b.customerId, b.unit), { customer: (b) => b.customerId }),
    reservations: new Table<Reservation>((r) => r.id, {
      customer: (r) => r.customerId,
      order: (r) => r.orderId,
    }),
    counters: new Table<Counter>(counterKey, { customer: (c) => c.customerId }),
    payees: new Table<Payee>((payee) => payee.customerId, {}),
    payouts: new Table<Payout>((payout) => payout.id, { customer: (payout) => payout.customerId }),
    accessGrants: new Table<AccessGrant>((grant) => grant.id, {
      customer: (grant) => grant.customerId,
      reward: (grant) => grant.rewardId,
      waiting: (grant) => (grant.waitingSince === null ? null : poolKey(grant.programId, grant.perk)),
    }),
    perkCodes: new Table<PerkCode>(perkCodeKey, {}),
    standings: new Table<Standing>((s) => memberKey(s.programId, s.customerId), { customer: (s) => s.customerId }),
    feedback: new Table<Feedback>((f) => f.sequence.toString().padStart(19, '0'), { customer: (f) => f.customerId }),
    transfers: [],
  };
}

/** To be called when everything decided so far is saved: what is decided later is then saved alone. */
export function forgetChanges(facts: Facts): void {
  const { transfers, persons: _, tallies: __, orderTallies: ___, ...tables } = facts;
  for (const table of Object.values(tables)) table.forgetChanges();
  transfers.length = 0;
}
