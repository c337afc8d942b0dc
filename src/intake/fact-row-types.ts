/** The shapes of the rows that statement 3 gives. */
import type { AccessGrant, PerkCode } from '../domain/facts/access-grant.ts';
import type { Balance, Lot, Reservation } from '../domain/facts/balance-entities.ts';
import type { Code } from '../domain/facts/code.ts';
import type { Counter } from '../domain/facts/counter.ts';
import type { Attribution, Coupon, Customer, Membership, Order, Referral, Reward, RewardBenefit, Touch } from '../domain/facts/entities.ts';
import type { FirstOrder } from '../domain/facts/first-order.ts';
import type { Payout } from '../domain/facts/payout-entities.ts';
import type { ReferralCheck } from '../domain/facts/referral-check.ts';
import type { ReferralCount } from '../domain/facts/referral-count.ts';
import type { Feedback, Standing } from '../domain/facts/standing.ts';
import type { TermsAcceptance } from '../domain/facts/terms-acceptance.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import type { Payee } from '../domain/payout/payee.ts';

/** JSON rows: instants as ISO text, bigint as text, nested records in the log's codec. */
type Json<T> = {
  readonly [K in keyof T]: T[K] extends Date
    ? string
    : T[K] extends Date | null
      ? string | null
      : T[K] extends bigint
        ? string
        : T[K] extends bigint | null
          ? string | null
          : T[K];
};

export interface FactRows {
  readonly customers: readonly (Omit<Json<Customer>, 'id' | 'earlyClosings'> & {
    readonly customerId: Customer['id'];
    readonly earlyClosings: string;
  })[];
  readonly memberships: readonly Json<Membership>[];
  readonly acceptances: readonly Json<TermsAcceptance>[];
  readonly codes: readonly Json<Code>[];
  readonly touches: readonly Json<Touch>[];
  readonly attributions: readonly (Omit<Json<Attribution>, 'losers'> & { readonly losers: string })[];
  readonly referrals: readonly ReferralRow[];
  readonly tallies: readonly TallyRow[];
  readonly orderTallies: readonly OrderTallyRow[];
  readonly orders: readonly OrderRow[];
  readonly rewards: readonly RewardRow[];
  readonly coupons: readonly (Omit<Json<Coupon>, 'discount'> & { readonly discount: string })[];
  readonly lots: readonly Json<Lot>[];
  readonly balances: readonly Json<Balance>[];
  readonly reservations: readonly (Omit<Json<Reservation>, 'allocations'> & { readonly allocations: string })[];
  readonly counters: readonly Json<Counter>[];
  readonly standings: readonly (Omit<Json<Standing>, 'past'> & { readonly past: string })[];
  readonly feedback: readonly Json<Feedback>[];
  readonly payees: readonly Json<Payee>[];
  readonly payouts: readonly (Omit<Json<Payout>, 'allocations'> & { readonly allocations: string })[];
  readonly accessGrants: readonly Json<AccessGrant>[];
  readonly perkCodes: readonly PerkCode[];
  /** Who is one person with whom, of everybody involved: people are no facts, and a replay has none. */
  readonly people: readonly GroupedPerson[];
}

export type ReferralRow = Omit<Json<Referral>, 'hold' | 'counts' | 'check' | 'firstOrder'> & {
  readonly firstOrder: Json<FirstOrder> | null;
  readonly hold: string | null;
  readonly counts: string;
  readonly check: Json<ReferralCheck> | null;
};

export interface GroupedPerson {
  readonly customerId: CustomerId;
  readonly personId: string;
}

export type OrderRow = Omit<Json<Order>, 'data' | 'payments' | 'refunds' | 'parked'> & {
  readonly currency: string | null;
  readonly totalMinor: string | null;
  readonly deliveryMinor: string | null;
  readonly taxMinor: string | null;
  readonly channel: string | null;
  readonly lines: string;
  readonly payments: readonly Json<Order['payments'][number]>[];
  readonly refunds: readonly Json<Order['refunds'][number]>[];
  readonly parked: readonly string[];
};

/** What of a reward is read but never queried: kept in one text column. */
export type RewardTerms = Pick<Reward, 'hold' | 'expiresAfterDays'> & { readonly benefit: RewardBenefit };

export type RewardRow = Omit<Json<Reward>, 'benefit' | 'hold' | 'expiresAfterDays'> & {
  readonly kind: RewardBenefit['kind'];
  readonly amount: string | null;
  readonly originalAmount: string | null;
  readonly terms: string;
};

/** What of one customer's orders is summed up: amounts in minor units; `paid` is null where it makes no difference, `lines` where nobody asks. */
export interface OrderTallyRow {
  readonly customerId: CustomerId;
  readonly orders: readonly (readonly [
    paidAtMs: number,
    currency: string,
    total: string,
    delivery: string,
    tax: string,
    credit: string,
    paid: string | null,
    refunded: string,
    lines: string | null,
  ])[];
}

/** Instants as epoch ms. Null = nothing was asked of it. */
export interface TallyRow {
  readonly referrerId: CustomerId;
  readonly programId: ProgramId;
  readonly qualified: readonly number[] | null;
  readonly counted: readonly (readonly [countedAt: number | null, counts: readonly LoggedCount[]])[] | null;
}

/** A count as the log's codec writes it. */
export interface LoggedCount extends Pick<ReferralCount, 'ruleId' | 'versionId' | 'tierId' | 'isTakenBack'> {
  readonly at: { readonly $d: number };
  readonly sequence: { readonly $n: string };
}
