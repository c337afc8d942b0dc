/** From steps to the product's event bodies: the ids that a road has learned by what it was answered and shows. */
import type { EventBody } from '../../src/domain/events.ts';
import {
  type AccessGrantId,
  type CustomerId,
  idFromUuid,
  type PayoutId,
  type ProgramId,
  parseWireId,
  type ReservationId,
  type RewardId,
  type VersionId,
} from '../../src/domain/ids.ts';
import { currencyUnit, pointsUnit, type Unit } from '../../src/domain/ledger/unit.ts';
import { CURRENCY, type ShopPlan } from './shop-plan.ts';
import { orderIdOf, type Step, type StepBody } from './step.ts';

type TierOrPerkBody = Extract<
  StepBody,
  {
    readonly type:
      | 'feedback'
      | 'complaint'
      | 'evaluate'
      | 'invite'
      | 'accept'
      | 'claim'
      | 'choose'
      | 'handOver'
      | 'redeem'
      | 'addCodes'
      | 'payee'
      | 'propose'
      | 'approvePayout'
      | 'rejectPayout'
      | 'payOut'
      | 'failPayout';
  }
>;

export class RoadIds {
  readonly rewards = new Map<string, RewardId>();
  readonly couponCodes = new Map<string, string>();
  readonly accesses = new Map<string, AccessGrantId>();
  readonly #reservations = new Map<string, ReservationId>();
  readonly #payouts = new Map<string, PayoutId>();
  readonly #plan: ShopPlan;
  readonly #customerOf: (index: number) => CustomerId;
  readonly #versions = new Map<number, number>();
  readonly #bodies = new Map<string, EventBody>();

  constructor(plan: ShopPlan, customerOf: (index: number) => CustomerId) {
    this.#plan = plan;
    this.#customerOf = customerOf;
  }

  programId(index: number): ProgramId {
    return idFromUuid<ProgramId>(`00000000-0000-7000-8000-00000000000${index}`);
  }

  programIndex(id: string): number {
    return Number(id.slice(-1));
  }

  unit(name: string): Unit {
    return name.startsWith('points:') ? pointsUnit(this.programId(Number(name.slice('points:'.length)))) : currencyUnit(name);
  }

  unitName(unit: string): string {
    return unit.startsWith('points:') ? `points:${this.programIndex(unit)}` : unit;
  }

  /** Remembers what the answer says was made. */
  learn(step: Step, produced: Readonly<Record<string, string>>): void {
    const made = produced['reservationId'];
    const id = made === undefined ? null : parseWireId('rsv', made);
    if (id !== null) this.#reservations.set(step.eventId, id);
    const payout = produced['payoutId'];
    const payoutId = payout === undefined ? null : parseWireId('pyo', payout);
    if (payoutId !== null) this.#payouts.set(step.eventId, payoutId);
  }

  reservationName(id: string): string {
    for (const [name, known] of this.#reservations) if (known === id) return name;
    return id;
  }

  payoutName(id: string): string {
    for (const [name, known] of this.#payouts) if (known === id) return name;
    return id;
  }

  /** An event sent again is the same event, whatever has been learned since. */
  bodyOf(step: Step): EventBody {
    const body = this.#bodies.get(step.eventId) ?? this.#newBody(step);
    this.#bodies.set(step.eventId, body);
    return body;
  }

  #newBody(step: Step): EventBody {
    const { body } = step;
    switch (body.type) {
      case 'place':
        return {
          type: 'order.placed',
          orderId: orderIdOf(body.order),
          order: this.#orderData(body.order, null),
          couponCodes: [],
          reservationIds: [],
        };
      case 'pay':
        return {
          type: 'order.paid',
          orderId: orderIdOf(body.order),
          order: this.#orderData(body.order, body.totalMinor),
          payment: body.part === null ? null : { id: body.part.id, amountMinor: body.part.amount },
          couponCodes: body.coupons.map((name) => this.couponCodes.get(name) ?? 'NOSUCHCOUPON'),
          reservationIds: body.reservations.map((name) => this.#reservation(name)),
        };
      case 'deliver':
        return { type: 'order.delivered', orderId: orderIdOf(body.order) };
      case 'cancel':
        return { type: 'order.cancelled', orderId: orderIdOf(body.order) };
      case 'refund':
        return {
          type: 'order.refunded',
          orderId: orderIdOf(body.order),
          refundId: body.refundId,
          amountMinor: body.amount,
          currency: body.amount === null ? null : CURRENCY,
          imported: false,
        };
      case 'signUp':
        return { type: 'member.signed_up', programId: null };
      case 'lead':
        return { type: 'referral.registered' };
      case 'correct':
        return { type: 'referral.corrected', referralId: null, programId: this.programId(body.program) };
      case 'erase':
        return body.retiresCodes === true ? { type: 'customer.erased', retiresCodes: true } : { type: 'customer.erased' };
      case 'merge':
        return { type: 'customer.merged', fromId: this.#customerOf(body.from), intoId: this.#customerOf(body.into) };
      case 'join':
        return { type: 'membership.joined', programId: this.programId(body.program), by: 'staff' };
      case 'member':
        return { type: 'membership.changed', programId: this.programId(body.program), status: body.status };
      case 'adjust':
        return {
          type: 'adjustment.posted',
          unit: this.unit(body.unit),
          amount: body.amount,
          expiresAt: body.expiresAt,
          reasonId: 'goodwill',
        };
      case 'reserve':
        return {
          type: 'reservation.made',
          unit: this.unit(body.unit),
          amount: body.amount,
          expiresAt: body.expiresAt,
          orderId: body.order === null ? null : orderIdOf(body.order),
        };
      case 'capture':
        return {
          type: 'reservation.captured',
          reservationId: this.#reservation(body.reservation),
          orderId: body.order === null ? null : orderIdOf(body.order),
        };
      case 'void':
        return { type: 'reservation.voided', reservationId: this.#reservation(body.reservation), orderId: null };
      case 'approve':
        return { type: 'reward.approved', rewardId: this.#reward(body.reward) };
      case 'deny':
        return { type: 'reward.denied', rewardId: this.#reward(body.reward) };
      case 'publish':
        return this.#publication(body.program, body.version, body.effectiveFrom);
      case 'pause':
        return { type: 'program.paused', programId: this.programId(body.program) };
      case 'resume':
        return { type: 'program.resumed', programId: this.programId(body.program) };
      default:
        return this.#tierOrPerkBody(body);
    }
  }

  #tierOrPerkBody(body: TierOrPerkBody): EventBody {
    switch (body.type) {
      case 'feedback':
        return { type: 'feedback.given', score: body.score, orderId: null };
      case 'complaint':
        return { type: body.isOpen ? 'complaint.opened' : 'complaint.closed', complaintId: body.complaint };
      case 'evaluate':
        return { type: 'enrolment.evaluated', programId: this.programId(body.program), customerIds: body.customers.map(this.#customerOf) };
      case 'invite':
        return { type: 'tier.invited', programId: this.programId(body.program), tierId: body.tier };
      case 'accept': {
        const said = { textHash: '0'.repeat(64), locale: 'en' as const, method: 'checkbox' as const };
        return { type: 'tier.accepted', programId: this.programId(body.program), tierId: body.tier, versionNumber: body.version, ...said };
      }
      case 'claim':
        return { type: 'perk.claimed', programId: this.programId(body.program), perk: body.perk };
      case 'choose':
        return { type: 'reward.chosen', rewardId: this.#reward(body.reward), perk: body.perk };
      case 'handOver':
        return { type: 'reward.delivered', rewardId: this.#reward(body.reward) };
      case 'redeem':
        return { type: 'access.redeemed', grantId: this.#access(body.access) };
      case 'payee':
        return { type: 'payee.saved', payeeType: body.kind, country: 'RU' };
      case 'propose':
        return { type: 'payout.proposed', programId: this.programId(body.program), amountMinor: body.amount, author: 'olga' };
      case 'approvePayout':
        return {
          type: 'payout.approved',
          payoutId: this.#payout(body.payout),
          approver: 'pyotr',
          taxHandling: body.isTaxed ? 'withheld' : null,
        };
      case 'rejectPayout':
        return { type: 'payout.rejected', payoutId: this.#payout(body.payout), approver: 'pyotr' };
      case 'payOut':
      case 'failPayout':
        return { type: body.type === 'payOut' ? 'payout.paid' : 'payout.failed', payoutId: this.#payout(body.payout) };
      case 'addCodes':
        return { type: 'perk.codes_added', programId: this.programId(body.program), perk: body.perk, codes: body.codes };
    }
  }

  #orderData(order: number, totalMinor: bigint | null) {
    const plan = this.#plan.orders[order];
    if (plan === undefined) throw new Error('the plan has this order');
    return {
      currency: CURRENCY,
      totalMinor: totalMinor ?? plan.totalMinor,
      deliveryMinor: plan.deliveryMinor,
      taxMinor: plan.taxMinor,
      channel: null,
      lines: [],
    };
  }

  /** Each publication is a version of its own, also of a document that was there before. */
  #publication(program: number, version: number, effectiveFrom: Date): EventBody {
    const document = this.#plan.programs[program]?.[version];
    if (document === undefined) throw new Error('the plan has this version');
    const number = (this.#versions.get(program) ?? 0) + 1;
    this.#versions.set(program, number);
    const versionId = idFromUuid<VersionId>(`00000000-0000-7000-8000-0000000${program}${number.toString().padStart(4, '0')}`);
    return { type: 'program.published', programId: this.programId(program), versionId, number, effectiveFrom, document };
  }

  #reservation(name: string): ReservationId {
    return this.#reservations.get(name) ?? idFromUuid<ReservationId>('00000000-0000-7000-8000-000000000000');
  }

  #payout(name: string): PayoutId {
    return this.#payouts.get(name) ?? idFromUuid<PayoutId>('00000000-0000-7000-8000-000000000000');
  }

  #access(name: string): AccessGrantId {
    return this.accesses.get(name) ?? idFromUuid<AccessGrantId>('00000000-0000-7000-8000-000000000000');
  }

  #reward(name: string): RewardId {
    return this.rewards.get(name) ?? idFromUuid<RewardId>('00000000-0000-7000-8000-000000000000');
  }
}
