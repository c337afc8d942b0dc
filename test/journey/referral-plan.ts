/**
 * Referral links laid over real orders, always the same: every choice is drawn from one seeded generator, in the order
 * in which customers first buy. Nothing here knows what the programme will answer.
 */
import { SeededRandom } from '../support/seeded-random.ts';
import type { PastOrder } from './cdnow-orders.ts';

export type Step =
  | { readonly kind: 'lead'; readonly id: string; readonly at: Date; readonly customer: string; readonly code: string }
  | { readonly kind: 'paid'; readonly id: string; readonly at: Date; readonly order: PastOrder; readonly code: Typed | null }
  | { readonly kind: 'delivered' | 'cancelled'; readonly id: string; readonly at: Date; readonly orderId: string }
  /** `minor` null = the rest. */
  | { readonly kind: 'refunded'; readonly id: string; readonly at: Date; readonly orderId: string; readonly minor: bigint | null };

/** A code as a friend types it, and as the shop knows it. `of` names a customer whose code is only known once they are a member. */
export type Typed = { readonly text: string; readonly code: string } | { readonly of: string };

export interface Plan {
  /** Imported customers who get a code before the first live order. */
  readonly referrers: readonly string[];
  /** New customers who sign up with a code of their own before they buy, and then type it. */
  readonly selfReferrers: readonly string[];
  /** Customers of February whose codes are typed in March. */
  readonly lateReferrers: readonly string[];
  /** Whose membership staff pauses and blocks on 1 March. */
  readonly paused: readonly string[];
  readonly blocked: readonly string[];
  /** All live events by date; equal dates keep the order of the file. */
  readonly steps: readonly Step[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SEED = 19_970_201;
const REFERRERS = 400;

export const programStart = new Date('1997-02-01T00:00:00Z');
export const march = new Date('1997-03-01T00:00:00Z');

export const codeOf = (customer: string): string => `FRIEND-${customer}`;
export const ownCodeOf = (customer: string): string => `OWN-${customer}`;

export function layReferrals(orders: readonly PastOrder[]): Plan {
  const draw = new SeededRandom(SEED);
  const known = new Set(orders.filter((order) => order.at < programStart).map((order) => order.customer));
  const referrers = sample(
    draw,
    [...new Set(orders.filter((order) => order.at < programStart && order.minor > 0n).map((order) => order.customer))],
    REFERRERS,
  );
  const live = orders.filter((order) => order.at >= programStart);
  const firstOrders = firstOfEach(live);
  const february = [...firstOrders.values()].filter((order) => !known.has(order.customer) && order.at < new Date('1997-02-20T00:00:00Z'));
  const lateReferrers = sample(
    draw,
    february.map((order) => order.customer),
    60,
  );
  const selfReferrers: string[] = [];
  const steps: Step[] = [];
  for (const order of live) {
    const isFirst = firstOrders.get(order.customer) === order;
    const laid = isFirst ? layOn(draw, order, { known, referrers, lateReferrers }) : null;
    if (laid?.self === true) selfReferrers.push(order.customer);
    if (laid?.lead !== undefined) steps.push({ kind: 'lead', id: `lead-${order.id}`, customer: order.customer, ...laid.lead });
    steps.push({ kind: 'paid', id: `paid-${order.id}`, at: order.at, order, code: laid?.code ?? null });
    if (order.minor > 0n) steps.push(...follow(draw, order, laid !== null));
  }
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { referrers, selfReferrers, lateReferrers, paused: referrers.slice(0, 6), blocked: referrers.slice(6, 10), steps };
}

interface Laid {
  readonly code: Typed | null;
  readonly lead?: { readonly at: Date; readonly code: string };
  readonly self?: boolean;
}

/** What the first live order of a customer says of who sent them; null for most. */
function layOn(
  draw: SeededRandom,
  order: PastOrder,
  from: { known: ReadonlySet<string>; referrers: readonly string[]; lateReferrers: readonly string[] },
): Laid | null {
  const referrer = popular(draw, from.referrers);
  const share = draw.next();
  if (from.known.has(order.customer)) return share < 0.04 && referrer !== order.customer ? { code: typed(codeOf(referrer)) } : null;
  if (share < 0.24) return { code: share < 0.03 ? { text: disguised(codeOf(referrer)), code: codeOf(referrer) } : typed(codeOf(referrer)) };
  if (share < 0.26) return { code: typed(`NOBODY-${order.customer}`) };
  if (share < 0.27) return { code: typed(ownCodeOf(order.customer)), self: true };
  if (share < 0.33) {
    const at = new Date(order.at.getTime() - draw.between(1, 46) * DAY_MS + 12 * HOUR_MS);
    return at < programStart ? null : { code: null, lead: { at, code: codeOf(referrer) } };
  }
  if (share < 0.4 && order.at > march) return { code: { of: popular(draw, from.lateReferrers) } };
  return null;
}

/** Deliveries of a part, refunds of some: whole at once, by cancelling, or in up to three parts. */
function follow(draw: SeededRandom, order: PastOrder, isLaid: boolean): Step[] {
  const steps: Step[] = [];
  const later = (days: number, hours: number): Date => new Date(order.at.getTime() + days * DAY_MS + hours * HOUR_MS);
  const isDelivered = draw.next() < (isLaid ? 0.5 : 0.08);
  if (isDelivered) steps.push({ kind: 'delivered', id: `delivered-${order.id}`, at: later(draw.between(2, 10), 10), orderId: order.id });
  const share = draw.next() / (isLaid ? 1 : 10);
  const day = draw.between(3, 41);
  if (share < 0.03) steps.push({ kind: 'refunded', id: `refund-${order.id}`, at: later(day, 11), orderId: order.id, minor: null });
  else if (share < 0.05) steps.push({ kind: 'cancelled', id: `cancel-${order.id}`, at: later(day, 11), orderId: order.id });
  else if (share < 0.1) {
    const parts = draw.between(1, 4);
    for (let part = 0; part < parts; part += 1) {
      const minor = (order.minor * BigInt(draw.between(1, 31))) / 100n;
      if (minor > 0n)
        steps.push({ kind: 'refunded', id: `refund-${order.id}-${part}`, at: later(day + part, 11), orderId: order.id, minor });
    }
    if (parts === 3)
      steps.push({ kind: 'refunded', id: `refund-${order.id}-rest`, at: later(day + 3, 11), orderId: order.id, minor: null });
  }
  return steps;
}

const typed = (code: string): Typed => ({ text: code, code });

/** As a phone keyboard would send it: small letters, a Cyrillic Е, a letter O for each zero. */
const disguised = (code: string): string => code.toLowerCase().replace('e', 'е').replaceAll('0', 'o');

function firstOfEach(orders: readonly PastOrder[]): Map<string, PastOrder> {
  const first = new Map<string, PastOrder>();
  for (const order of orders) if (!first.has(order.customer)) first.set(order.customer, order);
  return first;
}

/** One of the list, its first ones far more often: a few members bring most friends. */
function popular(draw: SeededRandom, list: readonly string[]): string {
  const chosen = list[Math.floor(list.length * draw.next() ** 2)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

function sample(draw: SeededRandom, list: readonly string[], count: number): string[] {
  const rest = [...list];
  return Array.from({ length: count }, () => rest.splice(draw.between(0, rest.length), 1)).flat();
}
