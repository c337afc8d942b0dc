/** One thing after another that may happen in a shop: every kind of event and act, in any order, sensible or not. */
import { randomUUID } from 'node:crypto';
import type { EventBody } from '../../src/domain/events.ts';
import {
  type CodeId,
  type CouponId,
  type CustomerId,
  type ProgramId,
  type ReservationId,
  type RewardId,
  wireId,
} from '../../src/domain/ids.ts';
import { currencyUnit, pointsUnit, type Unit } from '../../src/domain/ledger/unit.ts';
import { paid, refunded, type SubmitOptions } from './shop.ts';

/** What a shop knows when it acts. */
export interface Known {
  readonly customers: readonly CustomerId[];
  readonly codes: readonly { text: string; codeId: CodeId }[];
  readonly held: readonly RewardId[];
  readonly coupons: readonly { couponId: CouponId; code: string; customerId: CustomerId }[];
  readonly balances: readonly { customerId: CustomerId; unit: Unit; available: bigint }[];
  readonly reservations: readonly { reservationId: ReservationId; customerId: CustomerId }[];
}

interface SentOrder {
  readonly id: string;
  readonly customer: NonNullable<SubmitOptions['customer']>;
  readonly totalMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly currency: string;
  readonly channel: string | null;
  readonly isTea: boolean;
  readonly parts: number;
  readonly coupon: string | null;
  readonly reservationIds: readonly ReservationId[];
}

type Drawn = readonly [EventBody, SubmitOptions?];

export class Draw {
  readonly #random: () => number;
  readonly #programIds: readonly ProgramId[];
  readonly #clicks: string[] = [];
  readonly #sent = new Map<string, SentOrder>();
  #orders = 0;

  constructor(random: () => number, programIds: readonly ProgramId[]) {
    this.#random = random;
    this.#programIds = programIds;
  }

  next(known: Known, now: Date): Drawn {
    const kinds = [
      this.#pay,
      this.#pay,
      this.#pay,
      this.#pay,
      this.#follow,
      this.#follow,
      this.#spend,
      this.#spend,
      this.#join,
      this.#staff,
      this.#speak,
    ];
    return this.#one(kinds).call(this, known, now) as Drawn;
  }

  #pay(known: Known, now: Date): Drawn {
    const repeated = this.#random() < 0.65 ? undefined : this.#sent.get(this.#orderId());
    const order = repeated ?? this.#newOrder(known);
    const part =
      order.parts === 1
        ? {}
        : { payment: { id: `p-${Math.floor(this.#random() * (order.parts + 1))}`, amountMinor: order.totalMinor / BigInt(order.parts) } };
    const couponCodes = order.coupon === null ? [] : [order.coupon];
    const body = paid(order.id, order.totalMinor, { deliveryMinor: order.deliveryMinor, currency: order.currency, couponCodes, ...part });
    if (body.type !== 'order.paid') throw new Error('paid');
    const line = { sku: 'TEA-1', category: 'tea', quantity: 1, totalMinor: order.totalMinor, costMinor: null };
    const data = { ...body.order, channel: order.channel, lines: order.isTea ? [line] : [] };
    const options = { customer: order.customer, ...(repeated === undefined ? this.#brought(known) : {}), at: this.#near(now) };
    if (this.#random() < 0.1)
      return [{ type: 'order.placed', orderId: order.id, order: data, couponCodes, reservationIds: order.reservationIds }, options];
    if (this.#random() < 0.06) {
      const refundedMinor = this.#random() < 0.3 ? order.totalMinor / 2n : 0n;
      return [
        {
          type: 'order.imported',
          orderId: `i-${Math.floor(this.#random() * 500)}`,
          order: data,
          refundedMinor,
          earn: this.#random() < 0.5,
        },
        options,
      ];
    }
    return [{ ...body, order: data, reservationIds: order.reservationIds }, options];
  }

  /** Some orders are paid with what their customer has: a coupon, a reservation. */
  #newOrder(known: Known): SentOrder {
    this.#orders += 1;
    const roll = this.#random();
    const coupon = roll < 0.25 && known.coupons.length > 0 ? this.#one(known.coupons) : null;
    const reservation = roll > 0.7 && known.reservations.length > 0 ? this.#one(known.reservations) : null;
    const owner = coupon?.customerId ?? reservation?.customerId ?? null;
    const order: SentOrder = {
      id: `o-${this.#orders}`,
      customer: owner === null ? this.#buyer() : { id: owner, mustExist: true },
      totalMinor: BigInt(1 + Math.floor(this.#random() * 400_000)),
      deliveryMinor: this.#random() < 0.3 ? 100n : 0n,
      currency: this.#random() < 0.03 ? 'USD' : 'RUB',
      channel: this.#one(['web', 'web', 'shop', null]),
      isTea: this.#random() < 0.4,
      parts: this.#random() < 0.3 ? 3 : 1,
      coupon: coupon?.code ?? null,
      reservationIds: reservation === null ? [] : [reservation.reservationId],
    };
    this.#sent.set(order.id, order);
    return order;
  }

  #follow(_known: Known, now: Date): Drawn {
    const orderId = this.#orderId();
    const at = { at: this.#near(now) };
    const roll = this.#random();
    if (roll < 0.4) return [{ type: 'order.delivered', orderId }, at];
    if (roll < 0.5) return [{ type: 'order.cancelled', orderId }, at];
    return [
      refunded(orderId, `r-${Math.floor(this.#random() * 400)}`, roll < 0.65 ? null : BigInt(1 + Math.floor(this.#random() * 60_000))),
      at,
    ];
  }

  #spend(known: Known, now: Date): Drawn {
    const roll = this.#random();
    const soon = new Date(now.getTime() + 40 * 3_600_000);
    const balance = known.balances.length > 0 ? this.#one(known.balances) : null;
    if (roll < 0.45 && balance !== null) {
      const amount = this.#random() < 0.6 ? balance.available : balance.available / 2n + 1n;
      const customer = { id: balance.customerId, mustExist: true };
      return [
        { type: 'reservation.made', unit: balance.unit, amount, expiresAt: soon, orderId: this.#random() < 0.2 ? this.#orderId() : null },
        { customer },
      ];
    }
    if (roll < 0.6 && known.reservations.length > 0) {
      const type = this.#one(['reservation.captured', 'reservation.voided'] as const);
      const orderId = type === 'reservation.captured' && this.#random() < 0.5 ? this.#orderId() : null;
      return [{ type, reservationId: this.#one(known.reservations).reservationId, orderId }];
    }
    if (roll < 0.7 && known.coupons.length > 0) {
      const coupon = this.#one(known.coupons);
      if (this.#random() < 0.3) return [{ type: 'coupon.released', couponId: coupon.couponId }];
      return [
        { type: 'coupon.reserved', codes: [coupon.code], orderId: this.#random() < 0.5 ? this.#orderId() : null, until: soon },
        { customer: { id: coupon.customerId, mustExist: true } },
      ];
    }
    const amount = BigInt(1 + Math.floor(this.#random() * 3_000));
    const unit = balance?.unit ?? (this.#random() < 0.5 ? currencyUnit('RUB') : pointsUnit(this.#one(this.#programIds)));
    const customer = { id: balance?.customerId ?? this.#one(known.customers), mustExist: true };
    return [
      {
        type: 'adjustment.posted',
        unit,
        amount: this.#random() < 0.7 ? amount : -amount,
        expiresAt: this.#random() < 0.5 ? soon : null,
        reasonId: 'test',
      },
      { customer },
    ];
  }

  #join(known: Known, now: Date): Drawn {
    const roll = this.#random();
    const programId = this.#one(this.#programIds);
    const customer = this.#buyer();
    if (roll < 0.25)
      return [
        { type: 'member.signed_up', programId: this.#random() < 0.5 ? programId : null },
        { customer, ...this.#brought(known) },
      ];
    if (roll < 0.4) return [{ type: 'referral.registered' }, { customer, attribution: { code: this.#one(known.codes).text, by: 'lead' } }];
    if (roll < 0.5)
      return [
        { type: 'claim.registered' },
        { customer: { email: customer.email ?? 'claim@example.com' }, attribution: { code: this.#one(known.codes).text, by: 'claim' } },
      ];
    if (roll < 0.65) {
      const clickId = randomUUID();
      this.#clicks.push(clickId);
      return [
        { type: 'click.recorded', clickId, codeId: this.#one(known.codes).codeId },
        { attribution: { code: this.#one(known.codes).text }, at: this.#near(now) },
      ];
    }
    if (roll < 0.8) return [{ type: 'membership.joined', programId, by: 'staff' }, { customer }];
    if (roll < 0.9)
      return [
        { type: 'code.created', text: this.#random() < 0.5 ? null : `VANITY${this.#letters()}`, kind: 'personal' },
        { customer: { id: this.#one(known.customers), mustExist: true } },
      ];
    return [
      { type: 'membership.changed', programId, status: this.#one(['paused', 'active', 'left', 'blocked'] as const) },
      { customer: { id: this.#one(known.customers), mustExist: true } },
    ];
  }

  #staff(known: Known, _now: Date): Drawn {
    const roll = this.#random();
    const programId = this.#one(this.#programIds);
    const customer = { id: this.#one(known.customers), mustExist: true };
    if (roll < 0.5 && known.held.length > 0)
      return [
        {
          type: this.#one(['reward.approved', 'reward.approved', 'reward.denied', 'reward.delivered'] as const),
          rewardId: this.#one(known.held),
        },
      ];
    if (roll < 0.62) return [{ type: 'customer.merged', fromId: this.#one(known.customers), intoId: this.#one(known.customers) }];
    if (roll < 0.68) return [{ type: 'customer.erased' }, { customer }];
    if (roll < 0.8)
      return [
        { type: 'referral.corrected', referralId: null, programId },
        { customer, attribution: { referrerId: this.#one(known.customers), by: 'staff' } },
      ];
    if (roll < 0.82) return [{ type: 'referral.reviewed', programId, finding: this.#one(['sound', 'fraud'] as const) }, { customer }];
    if (roll < 0.86)
      return [{ type: this.#one(['program.paused', 'program.resumed', 'program.resumed', 'program.resumed'] as const), programId }];
    if (roll < 0.9) return [{ type: 'code.retired', codeId: this.#one(known.codes).codeId }];
    return [
      {
        type: 'enrolment.evaluated',
        programId,
        customerIds: Array.from({ length: 8 }, () => this.#one(known.customers)).filter((id, at, all) => all.indexOf(id) === at),
      },
    ];
  }

  #speak(known: Known, now: Date): Drawn {
    const customer = this.#buyer();
    const roll = this.#random();
    if (roll < 0.3)
      return [
        { type: 'feedback.given', score: Math.floor(this.#random() * 11), orderId: this.#random() < 0.5 ? this.#orderId() : null },
        { customer, at: this.#near(now) },
      ];
    if (roll < 0.6)
      return [
        { type: this.#one(['complaint.opened', 'complaint.closed'] as const), complaintId: `c-${Math.floor(this.#random() * 5)}` },
        { customer },
      ];
    if (roll < 0.8) return [{ type: 'custom', name: 'review' }, { customer }];
    return [
      {
        type: 'customer.imported',
        code: this.#random() < 0.3 ? `OLD${this.#letters()}` : null,
        opening: { unit: currencyUnit('RUB'), amount: 700n, expiresAt: null },
      },
      { customer, ...this.#brought(known) },
    ];
  }

  #buyer(): NonNullable<SubmitOptions['customer']> {
    const number = Math.floor(this.#random() * 60);
    const email = this.#random() < 0.3 ? `person${Math.floor(number / 2)}@example.com` : null;
    return this.#random() < 0.1
      ? { email: email ?? `guest${number}@example.com`, name: `Guest ${number}` }
      : { externalId: `c-${number}`, email };
  }

  #brought(known: Known): Pick<SubmitOptions, 'attribution'> {
    const roll = this.#random();
    if (roll < 0.5) return {};
    const clickId = this.#clicks.length > 0 && roll > 0.8 ? wireId('clk', this.#one(this.#clicks)) : null;
    const code = roll < 0.55 ? 'NOSUCHCODE' : roll < 0.8 || clickId === null ? this.#one(known.codes).text : null;
    return { attribution: { code, clickId, answer: roll > 0.95 ? this.#one(known.codes).text : null } };
  }

  #orderId(): string {
    return `o-${Math.max(1, this.#orders + 3 - Math.floor(this.#random() * Math.min(this.#orders + 3, 40)))}`;
  }

  /** Late and early by up to some days. */
  #near(now: Date): Date {
    return this.#random() < 0.7 ? now : new Date(now.getTime() - Math.floor(this.#random() * 6 * 86_400_000));
  }

  #letters(): string {
    return Array.from({ length: 6 }, () => 'BCDFGHJKMN'[Math.floor(this.#random() * 10)]).join('');
  }

  #one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
}
