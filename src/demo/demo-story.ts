/**
 * Ninety days of a tea shop, drawn day by day: who comes, on whose word, what they buy, what is delivered and what comes back. The
 * same seed tells the same story; what depends on answers (coupons, balances) is learned from them.
 */
import type { ProgramId } from '../domain/ids.ts';
import { currencyUnit } from '../domain/ledger/unit.ts';
import { floorDiv } from '../domain/money/money.ts';
import { type Buying, orderPaid, rub } from './demo-order.ts';
import { type DemoPerson, drawPerson, heroes } from './demo-people.ts';
import type { DemoAnswer, DemoShop } from './demo-shop.ts';
import type { SeededChoice } from './seeded-choice.ts';

export const STORY_DAYS = 90;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Asked for to learn from the refusal how much there is. */
const FAR_TOO_MUCH_MINOR = 100_000_000n;

/** Ids worth looking at, met on the way. */
export interface DemoExamples {
  selfReferralOrderId?: string;
  pausedReferrerOrderId?: string;
  partPaymentsOrderId?: string;
  refundedOrderId?: string;
  couponCode?: string;
  heldRewardId?: string;
  debtor?: string;
}

interface Referrer {
  readonly externalId: string;
  readonly code: string;
}

/** Something to send when its time comes; of an order, what to read its answer for. */
interface Due {
  readonly at: Date;
  readonly event: object;
  readonly order?: { readonly id: string; readonly by: DemoPerson; readonly referrer: Referrer | null };
}

export class DemoStory {
  readonly examples: DemoExamples = {};
  readonly #shop: DemoShop;
  readonly #choice: SeededChoice;
  readonly #programId: ProgramId;
  readonly #startsAt: Date;
  readonly #people: DemoPerson[];
  readonly #referrers: Referrer[];
  readonly #coupons = new Map<string, string>();
  /** Orders of friends that rewarded a referrer, oldest first. */
  readonly #brought: { readonly orderId: string; readonly referrer: string }[] = [];
  readonly #returned = new Set<string>();
  #due: Due[] = [];
  #orders = 0;
  #newcomers: number;

  constructor(of: {
    shop: DemoShop;
    choice: SeededChoice;
    programId: ProgramId;
    startsAt: Date;
    people: readonly DemoPerson[];
    referrers: readonly Referrer[];
  }) {
    this.#shop = of.shop;
    this.#choice = of.choice;
    this.#programId = of.programId;
    this.#startsAt = of.startsAt;
    this.#people = [...of.people];
    this.#referrers = [...of.referrers];
    this.#newcomers = of.people.length;
  }

  get customers(): number {
    return this.#people.length;
  }

  get orders(): number {
    return this.#orders;
  }

  /** Plays one day; `until` cuts what would lie after the clock's now. */
  async play(day: number, until: Date): Promise<void> {
    const newcomers = this.#choice.between(2, 4);
    for (let count = 0; count < newcomers; count += 1) this.#newcomer(day);
    const repeats = this.#choice.between(2, 5);
    for (let count = 0; count < repeats; count += 1) this.#repeat(day);
    await this.#scene(day);
    await this.#sendDue(new Date(Math.min(this.#at(day + 1, 0).getTime(), until.getTime())));
  }

  #newcomer(day: number): void {
    this.#newcomers += 1;
    const by = drawPerson(this.#choice, this.#newcomers);
    const at = this.#at(day, this.#choice.between(8, 20));
    const referrer = this.#choice.happens(0.5) ? this.#referrer() : null;
    const attribution = referrer === null ? this.#strangeCode() : this.#word(by, referrer, at);
    this.#buy({ at, by, goodsMinor: this.#goods(), ...(attribution === null ? {} : { attribution }) }, referrer);
    this.#people.push(by);
  }

  /** How a friend says who sent them: a code, a link clicked before, a name, or a lead by phone. Null = said already. */
  #word(by: DemoPerson, referrer: Referrer, at: Date): object | null {
    const share = this.#choice.next();
    if (share < 0.45) return { code: referrer.code };
    const before = new Date(at.getTime() - this.#choice.between(1, 40) * HOUR_MS);
    if (share < 0.8) {
      const id = `clk_${this.#hex(32)}`;
      this.#plan(before, { id: `click-${id}`, type: 'click.recorded', click: { id, code: referrer.code } });
      return { clickId: id };
    }
    if (share < 0.9) return { answer: referrer.code };
    this.#plan(before, { id: `lead-${by.externalId}`, type: 'referral.registered', customer: by, attribution: { code: referrer.code } });
    return null;
  }

  #strangeCode(): object | null {
    return this.#choice.happens(0.05) ? { code: `PROMO${this.#choice.between(100, 999)}` } : null;
  }

  /** Somebody known comes again, with the coupon they have. */
  #repeat(day: number): void {
    const by = this.#choice.one(this.#people);
    const at = this.#at(day, this.#choice.between(8, 20));
    const coupon = this.#coupons.get(by.externalId);
    this.#coupons.delete(by.externalId);
    if (coupon !== undefined) this.examples.couponCode = coupon;
    this.#buy({ at, by, goodsMinor: this.#goods(), ...(coupon === undefined ? {} : { coupon }) }, null);
  }

  #buy(buying: Buying, referrer: Referrer | null): void {
    this.#orders += 1;
    const orderId = `tea-${1_000 + this.#orders}`;
    const { at, by } = buying;
    this.#due.push({ at, event: orderPaid(orderId, buying), order: { id: orderId, by, referrer } });
    if (this.#choice.happens(0.9))
      this.#later(at, this.#choice.between(2, 6), { id: `delivered-${orderId}`, type: 'order.delivered', order: { id: orderId } });
    if (this.#choice.happens(0.06)) {
      this.#returned.add(orderId);
      const amount = this.#choice.happens(0.5) ? { amount: rub(floorDiv(buying.goodsMinor, 3n)) } : {};
      const refund = { id: `refund-${orderId}`, orderId, ...amount };
      this.#later(at, this.#choice.between(4, 12), { id: `refund-${orderId}`, type: 'order.refunded', refund });
    }
    if (this.#choice.happens(0.1)) {
      const score = this.#choice.between(6, 10);
      this.#later(at, 7, { id: `score-${orderId}`, type: 'feedback.given', customer: { externalId: by.externalId }, score });
    }
  }

  #learn(answer: DemoAnswer, { id: orderId, by, referrer }: NonNullable<Due['order']>): void {
    for (const { id, status, beneficiary, benefit } of answer.rewards) {
      if (benefit.code !== undefined) this.#coupons.set(by.externalId, benefit.code);
      if (status === 'held') this.examples.heldRewardId = id;
      if (beneficiary === 'referrer' && referrer !== null) this.#brought.push({ orderId, referrer: referrer.externalId });
    }
    const reasons = answer.refusals.map(({ beneficiary, reason }) => `${beneficiary} ${reason}`);
    if (reasons.includes('friend self-referral')) this.examples.selfReferralOrderId = orderId;
    if (reasons.includes('referrer referrer-not-member') && !reasons.includes('friend referrer-not-member'))
      this.examples.pausedReferrerOrderId = orderId;
  }

  async #scene(day: number): Promise<void> {
    const at = this.#at(day, 21);
    switch (day) {
      case 20:
        return this.#selfReferral(at);
      case 30:
        await this.#shop.act(at, { type: 'membership.changed', programId: this.#programId, status: 'paused' }, heroes.kate.externalId);
        return;
      case 33:
        return this.#friendOf('KATE-T', at);
      case 45:
        return this.#partPayments(at);
      case 50:
        return this.#abandoned(at);
      case 80: {
        const complaint = { customer: { externalId: heroes.james.externalId }, complaint: { id: 'complaint-1' } };
        return this.#plan(at, { id: 'complaint-1', type: 'complaint.opened', ...complaint });
      }
      case 88:
        return this.#debt(at);
      default:
    }
  }

  /** Zoya signs up, gets a code and types it in her own first order. */
  async #selfReferral(at: Date): Promise<void> {
    await this.#shop.act(at, { type: 'code.created', text: 'ЗОЯ-ЧАЙ', kind: 'personal' }, heroes.zoya.externalId);
    this.#buy({ at, by: heroes.zoya, attribution: { code: 'ЗОЯ-ЧАЙ' }, goodsMinor: 240_000n }, null);
    this.#people.push(heroes.zoya);
  }

  #friendOf(code: string, at: Date): void {
    this.#newcomers += 1;
    const by = drawPerson(this.#choice, this.#newcomers);
    this.#buy({ at, by, attribution: { code }, goodsMinor: 310_000n }, null);
    this.#people.push(by);
  }

  /** One order paid in three parts. */
  #partPayments(at: Date): void {
    this.#orders += 1;
    this.examples.partPaymentsOrderId = 'tea-parts';
    const order = orderPaid('tea-parts', { at, by: heroes.oleg, goodsMinor: 870_000n });
    for (const part of [1, 2, 3]) {
      const payment = { id: `part-${part}`, amount: rub(300_000n) };
      this.#plan(new Date(at.getTime() + part * DAY_MS), { ...order, id: `paid-tea-parts-${part}`, payment });
    }
  }

  /** An order placed and given up. */
  #abandoned(at: Date): void {
    const order = orderPaid('tea-left', { at, by: heroes.james, goodsMinor: 150_000n });
    this.#plan(at, { ...order, id: 'placed-tea-left', type: 'order.placed' });
    this.#plan(new Date(at.getTime() + HOUR_MS), { id: 'cancelled-tea-left', type: 'order.cancelled', order: { id: 'tea-left' } });
  }

  /** A member spends all they earned; then one of their friends returns an order of long ago. */
  async #debt(at: Date): Promise<void> {
    const { externalId } = heroes.oleg;
    const earned = this.#brought.find(({ orderId, referrer }) => referrer === externalId && !this.#returned.has(orderId));
    const reservation = {
      type: 'reservation.made',
      unit: currencyUnit('RUB'),
      expiresAt: new Date(at.getTime() + HOUR_MS),
      orderId: null,
    } as const;
    const { missingMinor } = await this.#shop.act(at, { ...reservation, amount: FAR_TOO_MUCH_MINOR }, externalId);
    const amount = FAR_TOO_MUCH_MINOR - missingMinor;
    if (earned === undefined || amount === 0n) return;
    const { produced } = await this.#shop.act(at, { ...reservation, amount }, externalId);
    const reservationId = produced?.['reservationId'];
    if (reservationId === undefined) return;
    this.#buy({ at, by: heroes.oleg, goodsMinor: amount + 200_000n, reservationId }, null);
    const refund = { id: 'refund-long-ago', orderId: earned.orderId };
    this.#later(at, 0, { id: 'refund-long-ago', type: 'order.refunded', refund });
    this.examples.refundedOrderId = earned.orderId;
    this.examples.debtor = externalId;
  }

  /** The first ones of the list far more often: a few members bring most friends. */
  #referrer(): Referrer | null {
    return this.#referrers[Math.floor(this.#referrers.length * this.#choice.next() ** 2)] ?? null;
  }

  #goods(): bigint {
    return BigInt(this.#choice.between(6, 75)) * 10_000n;
  }

  #later(at: Date, days: number, event: object): void {
    this.#plan(new Date(at.getTime() + days * DAY_MS + 2 * HOUR_MS), event);
  }

  #plan(at: Date, event: object): void {
    this.#due.push({ at, event: { ...event, occurredAt: at.toISOString() } });
  }

  /** Sends in order of time all that lies before an instant: one batch a day. */
  async #sendDue(until: Date): Promise<void> {
    const ready = this.#due.filter(({ at }) => at < until).sort((a, b) => a.at.getTime() - b.at.getTime());
    if (ready.length === 0) return;
    this.#due = this.#due.filter(({ at }) => at >= until);
    const answers = await this.#shop.send(ready.map(({ event }) => event));
    for (const [index, { order }] of ready.entries()) {
      const answer = answers[index];
      if (order !== undefined && answer !== undefined) this.#learn(answer, order);
    }
  }

  #at(day: number, hour: number): Date {
    return new Date(this.#startsAt.getTime() + day * DAY_MS + hour * HOUR_MS);
  }

  #hex(digits: number): string {
    return Array.from({ length: digits }, () => this.#choice.between(0, 15).toString(16)).join('');
  }
}
