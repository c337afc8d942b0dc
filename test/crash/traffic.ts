import { type HttpReply, rub } from '../support/http-shop.ts';
import { SeededRandom } from '../support/seeded-random.ts';

/** One request of the shop: an event, an envelope of events, or another POST under its Idempotency-Key. */
export interface Act {
  readonly path: string;
  readonly body: object;
  readonly idempotencyKey: string | null;
}

export interface Acknowledged {
  readonly act: Act;
  /** The answer, byte for byte. */
  readonly text: string;
}

interface KnownOrder {
  readonly id: string;
  readonly customer: string;
  leftMinor: bigint;
}

type AnyEvent = Readonly<Record<string, unknown>>;

const REFERRERS = ['marina', 'oleg', 'vera', 'kira'] as const;
const BEYOND_DOUBLE = 9_007_199_254_740_993n;
const SECOND_MS = 1_000;
const CROWD_EVENTS = 90;

/** Rewards with holds, expiries, caps and a budget, so that a kill can fall into any of them. */
export const crashProgram = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub(100_000) } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 1, from: 'delivery', orFromPaymentDays: 2 },
          expiresAfterDays: 3,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 2 } },
      ],
      caps: { perReferrer: { count: 100, per: 'month' }, budget: rub(90_000_000) },
    },
    {
      id: 'cashback',
      on: 'order.paid',
      if: [],
      grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 300 }, max: rub(20_000) }, expiresAfterDays: 2 },
    },
  ],
};

/**
 * What a busy shop sends, seeded, with a memory of every answer: orders by code, part refunds (some before their payment),
 * deliveries, envelopes, credits, reservations that are captured, voided or left to expire within seconds.
 */
export class Traffic {
  readonly acknowledged: Acknowledged[] = [];
  /** Sent, and the connection was cut before an answer. */
  unknown: Act[] = [];
  readonly #random: SeededRandom;
  readonly #now: () => Date;
  readonly #orders: KnownOrder[] = [];
  readonly #refundedUnpaid: string[] = [];
  #reservations: { readonly id: string; readonly customer: string }[] = [];
  #count = 0;

  constructor(seed: number, now: () => Date) {
    this.#random = new SeededRandom(seed);
    this.#now = now;
  }

  static readonly referrers = REFERRERS;

  next(): Act {
    const dice = this.#random.next();
    if (dice < 0.34) return event(this.#friendOrder());
    if (dice < 0.46) return event(this.#laterOrder());
    if (dice < 0.58) return event(this.#refund());
    if (dice < 0.66) return event(this.#delivery());
    if (dice < 0.72)
      return { path: '/v1/events', body: { events: [this.#friendOrder(), this.#laterOrder(), this.#delivery()] }, idempotencyKey: null };
    if (dice < 0.8) return this.credit();
    if (dice < 0.9) return this.#reserve();
    if (dice < 0.96) return event(this.#orderByReservation());
    return this.#endReservation();
  }

  /** What a till sends that was offline for a day: large enough that several at once make a chain of batches (ADR 0020). */
  crowd(): Act {
    const drawn = Array.from({ length: CROWD_EVENTS }, () => (this.#random.next() < 0.7 ? this.#friendOrder() : this.#laterOrder()));
    return { path: '/v1/events', body: { events: drawn }, idempotencyKey: null };
  }

  /** Takes an answer in; only a success promises anything. */
  note(act: Act, reply: HttpReply): void {
    if (statusesOf(reply).some((status) => status >= 500)) return void this.unknown.push(act);
    if (reply.status >= 300) return;
    this.acknowledged.push({ act, text: reply.text });
    for (const sent of eventsOf(act)) this.#learn(sent);
    if (act.path === '/v1/reservations') this.#reservations.push({ id: String(reply.body.id), customer: customerOf(act.body) });
  }

  lose(act: Act): void {
    this.unknown.push(act);
  }

  /** What is to be sent again; each is then acknowledged, refused, or lost once more. */
  takeUnknown(): readonly Act[] {
    const taken = this.unknown;
    this.unknown = [];
    return taken;
  }

  #learn(sent: AnyEvent): void {
    if (sent['type'] !== 'order.paid') return;
    const order = sent['order'];
    if (typeof order !== 'object' || order === null || !('id' in order) || !('total' in order)) return;
    const total = order.total;
    if (typeof total !== 'object' || total === null || !('amountMinor' in total)) return;
    this.#orders.push({ id: String(order.id), customer: customerOf(sent), leftMinor: BigInt(String(total.amountMinor)) });
  }

  #envelope(type: string): { readonly id: string; readonly type: string; readonly occurredAt: string } {
    this.#count += 1;
    return { id: `evt-${this.#count}`, type, occurredAt: this.#now().toISOString() };
  }

  #paid(orderId: string, customer: string, more: object): AnyEvent {
    const totalMinor = this.#count === 20 ? BEYOND_DOUBLE : BigInt(this.#random.between(80_000, 400_000));
    const known = { externalId: customer, email: `${customer}@example.com` };
    return {
      ...this.#envelope('order.paid'),
      customer: known,
      order: { id: orderId, total: rub(totalMinor), delivery: rub(10_000) },
      ...more,
    };
  }

  #friendOrder(): AnyEvent {
    const waiting = this.#refundedUnpaid.shift();
    const name = `friend-${this.#count}`;
    return this.#paid(waiting ?? `o-${this.#count}`, name, { attribution: { code: this.#random.pick(REFERRERS) } });
  }

  #laterOrder(): AnyEvent {
    const known = this.#random.pick(this.#orders)?.customer ?? 'marina';
    return this.#paid(`o-${this.#count}`, known, {});
  }

  #refund(): AnyEvent {
    const order = this.#random.pick(this.#orders);
    const envelope = this.#envelope('order.refunded');
    if (order === undefined || this.#random.next() < 0.15) {
      const orderId = `early-${this.#count}`;
      this.#refundedUnpaid.push(orderId);
      return { ...envelope, refund: { id: `r-${this.#count}`, orderId, amount: rub(this.#random.between(1, 50_000)) } };
    }
    const most = order.leftMinor < 60_000n ? order.leftMinor : 60_000n;
    // Nothing left: one unit too many, which must be refused.
    const amount = most <= 1n ? order.leftMinor + 1n : BigInt(this.#random.between(1, Number(most)));
    // Taken off when it is sent, not when it is answered: a lost one may have been done.
    if (amount <= order.leftMinor) order.leftMinor -= amount;
    return { ...envelope, refund: { id: `r-${this.#count}`, orderId: order.id, amount: rub(amount) } };
  }

  #delivery(): AnyEvent {
    const id = this.#random.pick(this.#orders)?.id ?? `o-${this.#count}`;
    return { ...this.#envelope('order.delivered'), order: { id } };
  }

  credit(customer = this.#random.pick(REFERRERS), expiresAt = this.#soon(4)): Act {
    const body = { amount: rub(this.#random.between(10_000, 90_000)), reason: 'Извинение', expiresAt, actor: 'anna' };
    return { path: `/v1/customers/${customer}/adjustments`, body, idempotencyKey: this.#key() };
  }

  #reserve(): Act {
    const body = {
      customer: { externalId: this.#random.pick(REFERRERS) },
      amount: rub(this.#random.between(1, 5_000)),
      expiresAt: this.#soon(3),
    };
    return { path: '/v1/reservations', body, idempotencyKey: this.#key() };
  }

  #orderByReservation(): AnyEvent {
    const reservation = this.#takeReservation();
    return this.#paid(
      `o-${this.#count}`,
      reservation?.customer ?? 'vera',
      reservation === undefined ? {} : { reservationIds: [reservation.id] },
    );
  }

  #endReservation(): Act {
    const reservation = this.#takeReservation();
    if (reservation === undefined) return this.#reserve();
    const how = this.#random.next() < 0.5 ? 'capture' : 'void';
    return { path: `/v1/reservations/${reservation.id}/${how}`, body: {}, idempotencyKey: this.#key() };
  }

  #takeReservation(): { readonly id: string; readonly customer: string } | undefined {
    const taken = this.#random.pick(this.#reservations);
    this.#reservations = this.#reservations.filter((each) => each !== taken);
    return taken;
  }

  #soon(secondsMax: number): string {
    return new Date(this.#now().getTime() + this.#random.between(SECOND_MS, secondsMax * SECOND_MS)).toISOString();
  }

  #key(): string {
    this.#count += 1;
    return `key-${this.#count}`;
  }
}

/** The events an act carries: one, an envelope's, or none. */
export function eventsOf(act: Act): readonly AnyEvent[] {
  if (act.path !== '/v1/events') return [];
  const { body } = act;
  return 'events' in body && Array.isArray(body.events) ? body.events : [{ ...body }];
}

/** An envelope is answered 200 whatever became of its events; each problem in it has a status of its own. */
function statusesOf({ status, body }: HttpReply): readonly number[] {
  const results: readonly { readonly status?: number }[] = body?.results ?? [];
  return [status, ...results.flatMap((result) => result.status ?? [])];
}

function event(body: AnyEvent): Act {
  return { path: '/v1/events', body, idempotencyKey: null };
}

function customerOf(body: object): string {
  const customer: unknown = 'customer' in body ? body.customer : null;
  return typeof customer === 'object' && customer !== null && 'externalId' in customer ? String(customer.externalId) : '';
}
