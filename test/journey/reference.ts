/**
 * What contract.md says the journey's programme must do, written out once more by hand: plain maps and BigInt, nothing of `src/`. One
 * programme, one rule, one currency, no delivery and no balances spent, so that every sentence is a line of code.
 */
import type { PastOrder } from './cdnow-orders.ts';

/** The programme of the journey, in cents. */
export const terms = {
  minimum: 2_000n,
  referrerBasisPoints: 1_000n,
  referrerMax: 500n,
  friendCredit: 300n,
  windowDays: 30,
  holdDays: 14,
  holdFromPaymentDays: 21,
  capPerYear: 12,
} as const;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface Grant {
  readonly beneficiary: 'referrer' | 'friend';
  readonly customer: string;
  readonly minor: bigint;
  readonly heldUntil: string | null;
}

export interface Refusal {
  readonly beneficiary: 'referrer' | 'friend';
  readonly reason: string;
}

/** What one payment must answer. Refusals are null where nobody sent the customer: which of many reasons is named is free. */
export interface Expected {
  readonly grants: readonly Grant[];
  readonly refusals: readonly Refusal[] | null;
}

interface Touch {
  readonly code: string;
  readonly at: Date;
  readonly by: 'code' | 'lead';
}

interface Reward extends Grant {
  kept: bigint;
  readonly capKey: string | null;
}

interface Order {
  readonly customer: string;
  readonly paid: bigint;
  refunded: bigint;
  isDelivered: boolean;
  readonly rewards: Reward[];
}

type ReferralStatus = 'ordered' | 'qualified' | 'refused' | 'reversed';

export class Reference {
  readonly #orders = new Map<string, Order>();
  /** Customers with a payment above zero, imported ones included. */
  readonly #buyers = new Set<string>();
  readonly #members = new Map<string, 'active' | 'paused' | 'blocked'>();
  readonly #codes = new Map<string, string>();
  readonly #touches = new Map<string, Touch[]>();
  readonly #capUsed = new Map<string, number>();
  /** By friend. */
  readonly #referrals = new Map<string, { readonly orderId: string; readonly conditionsHeld: boolean; status: ReferralStatus }>();
  readonly #locked = new Set<string>();

  importOrder({ customer, minor }: PastOrder): void {
    if (minor > 0n) this.#buyers.add(customer);
  }

  /** Imported orders count as paid and delivered; zero ones count for nothing. */
  enrolImported(): number {
    for (const customer of this.#buyers) this.#members.set(customer, 'active');
    return this.#members.size;
  }

  isMember(customer: string): boolean {
    return this.#members.has(customer);
  }

  giveCode(customer: string, code: string): void {
    this.#codes.set(code, customer);
  }

  setMembership(customer: string, status: 'paused' | 'blocked'): void {
    this.#members.set(customer, status);
  }

  lead(customer: string, code: string, at: Date): void {
    this.#touch(customer, { code, at, by: 'lead' });
  }

  pay(order: PastOrder, code: string | null): Expected {
    if (code !== null) this.#touch(order.customer, { code, at: order.at, by: 'code' });
    const stored: Order = { customer: order.customer, paid: order.minor, refunded: 0n, isDelivered: false, rewards: [] };
    this.#orders.set(order.id, stored);
    const isLaid = code !== null;
    if (order.minor === 0n) return { grants: [], refusals: isLaid ? both('zero-order') : null };
    const isNew = !this.#buyers.has(order.customer);
    this.#buyers.add(order.customer);
    if (this.#locked.has(order.customer)) return { grants: [], refusals: null };
    // The first payment above zero stored by this programme fixes who brought the customer.
    this.#locked.add(order.customer);
    const touch = this.#winner(order.customer, order.at);
    if (touch === 'none') return { grants: [], refusals: null };
    if (touch === 'outside-window') return { grants: [], refusals: both('outside-window') };
    return this.#decide(order, stored, touch, isNew);
  }

  #decide(order: PastOrder, stored: Order, touch: Touch, isNew: boolean): Expected {
    const referrer = this.#codes.get(touch.code);
    if (referrer === undefined) return { grants: [], refusals: both('unknown-code') };
    const standing = this.#members.get(referrer);
    const isSelf = referrer === order.customer;
    const isReferral = !isSelf && standing !== undefined && standing !== 'blocked';
    const holds = isNew && order.minor >= terms.minimum;
    if (isReferral) {
      if (!this.#members.has(order.customer)) this.#members.set(order.customer, 'active');
      this.#referrals.set(order.customer, {
        orderId: order.id,
        conditionsHeld: holds,
        status: holds ? 'qualified' : isNew ? 'ordered' : 'refused',
      });
    }
    if (!isSelf && standing === undefined) return { grants: [], refusals: both('referrer-not-member') };
    if (!isNew) return { grants: [], refusals: both('not-new-customer') };
    if (order.minor < terms.minimum) return { grants: [], refusals: both('below-minimum') };
    if (isSelf) return { grants: [], refusals: both('self-referral') };
    if (standing === 'blocked') return { grants: [], refusals: both('referrer-blocked') };
    return this.#grant(order, stored, referrer);
  }

  #grant(order: PastOrder, stored: Order, referrer: string): Expected {
    const refusals: Refusal[] = [];
    const capKey = `${referrer} ${newYorkYear(order.at)}`;
    const used = this.#capUsed.get(capKey) ?? 0;
    if (this.#members.get(referrer) === 'paused') refusals.push({ beneficiary: 'referrer', reason: 'referrer-not-member' });
    else if (used >= terms.capPerYear) refusals.push({ beneficiary: 'referrer', reason: 'cap-reached' });
    else {
      this.#capUsed.set(capKey, used + 1);
      const share = (order.minor * terms.referrerBasisPoints) / 10_000n;
      const minor = share > terms.referrerMax ? terms.referrerMax : share;
      const heldUntil = addNewYorkDays(order.at, terms.holdFromPaymentDays).toISOString();
      stored.rewards.push({ beneficiary: 'referrer', customer: referrer, minor, heldUntil, kept: minor, capKey });
    }
    stored.rewards.push({
      beneficiary: 'friend',
      customer: order.customer,
      minor: terms.friendCredit,
      heldUntil: null,
      kept: terms.friendCredit,
      capKey: null,
    });
    return {
      grants: stored.rewards.map(({ beneficiary, customer, minor, heldUntil }) => ({ beneficiary, customer, minor, heldUntil })),
      refusals,
    };
  }

  /** A buyer becomes a member with the first delivery of an order that was not refunded whole. */
  deliver(orderId: string): void {
    const order = this.#order(orderId);
    order.isDelivered = true;
    if (order.refunded < order.paid && !this.#members.has(order.customer)) this.#members.set(order.customer, 'active');
  }

  /** `minor` null = the rest. Kept = floor(reward × (P − F) ÷ P), nothing once the order falls below the minimum. */
  refund(orderId: string, minor: bigint | null): void {
    const order = this.#order(orderId);
    order.refunded += minor ?? order.paid - order.refunded;
    const left = order.paid - order.refunded;
    const fails = left < terms.minimum;
    for (const reward of order.rewards) {
      if (reward.kept === 0n) continue;
      reward.kept = fails ? 0n : (reward.minor * left) / order.paid;
      if (reward.kept === 0n && reward.capKey !== null) this.#capUsed.set(reward.capKey, (this.#capUsed.get(reward.capKey) ?? 0) - 1);
    }
    const referral = this.#referrals.get(order.customer);
    if (referral === undefined || referral.orderId !== orderId || referral.status === 'refused') return;
    if (left === 0n || (fails && referral.conditionsHeld)) referral.status = 'reversed';
  }

  /** What is left to refund of an order. */
  rest(orderId: string): bigint {
    const order = this.#order(orderId);
    return order.paid - order.refunded;
  }

  totals(): {
    readonly granted: Record<'referrer' | 'friend', { count: number; minor: bigint }>;
    readonly kept: bigint;
    readonly lost: bigint;
  } {
    const granted = { referrer: { count: 0, minor: 0n }, friend: { count: 0, minor: 0n } };
    let kept = 0n;
    for (const reward of this.#rewards()) {
      granted[reward.beneficiary].count += 1;
      granted[reward.beneficiary].minor += reward.minor;
      kept += reward.kept;
    }
    return { granted, kept, lost: granted.referrer.minor + granted.friend.minor - kept };
  }

  /** What each customer has in the end, as referrer and as friend. */
  balances(): Map<string, bigint> {
    const balances = new Map<string, bigint>();
    for (const { customer, kept } of this.#rewards()) balances.set(customer, (balances.get(customer) ?? 0n) + kept);
    return balances;
  }

  /** A referrer's rewards that are still worth something, with their orders. */
  standingRewards(): readonly { readonly orderId: string; readonly referrer: string; readonly kept: bigint }[] {
    return [...this.#orders].flatMap(([orderId, { rewards }]) =>
      rewards.flatMap(({ beneficiary, customer, kept }) =>
        beneficiary === 'referrer' && kept > 0n ? [{ orderId, referrer: customer, kept }] : [],
      ),
    );
  }

  referralCounts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status } of this.#referrals.values()) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  *#rewards(): Iterable<Reward> {
    for (const order of this.#orders.values()) yield* order.rewards;
  }

  #order(id: string): Order {
    const order = this.#orders.get(id);
    if (order === undefined) throw new Error(`${id} was never paid`);
    return order;
  }

  #touch(customer: string, touch: Touch): void {
    this.#touches.set(customer, [...(this.#touches.get(customer) ?? []), touch]);
  }

  /** A code at the checkout beats a lead; the window binds both. */
  #winner(customer: string, at: Date): Touch | 'none' | 'outside-window' {
    const touches = this.#touches.get(customer) ?? [];
    if (touches.length === 0) return 'none';
    const inside = touches.filter((touch) => at < addNewYorkDays(touch.at, terms.windowDays));
    return inside.findLast((touch) => touch.by === 'code') ?? inside.at(-1) ?? 'outside-window';
  }
}

function both(reason: string): Refusal[] {
  return [
    { beneficiary: 'referrer', reason },
    { beneficiary: 'friend', reason },
  ];
}

/** When New York changed its clocks in the years of the data, by the law of then: offset to UTC in hours from each instant on. */
const newYorkOffsets = [
  { from: new Date('1996-10-27T06:00:00Z'), hours: -5 },
  { from: new Date('1997-04-06T07:00:00Z'), hours: -4 },
  { from: new Date('1997-10-26T06:00:00Z'), hours: -5 },
  { from: new Date('1998-04-05T07:00:00Z'), hours: -4 },
] as const;

function newYorkOffsetMs(at: Date): number {
  const found = newYorkOffsets.findLast(({ from }) => from <= at);
  if (found === undefined) throw new Error('before the years of the data');
  return found.hours * HOUR_MS;
}

function newYorkYear(at: Date): number {
  return new Date(at.getTime() + newYorkOffsetMs(at)).getUTCFullYear();
}

/** The same local time so many days later. The journey's times of day are never skipped nor repeated. */
function addNewYorkDays(at: Date, days: number): Date {
  const wall = at.getTime() + newYorkOffsetMs(at) + days * DAY_MS;
  const guess = new Date(wall + 5 * HOUR_MS);
  return new Date(wall - newYorkOffsetMs(guess));
}
