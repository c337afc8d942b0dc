/** The model as a road: takes steps, does due work, and tells the same sentences as the product does. */
import type { Observation, Step, StepBody } from '../step.ts';
import { orderIdOf } from '../step.ts';
import { ORDERS_COUNT, type ShopPlan } from '../shop-plan.ts';
import { addTouch, lock, openReferrals } from './model-attribution.ts';
import { captureReservation, endReservation, expireLot, makeReservation, openLot, spendable, takeFromLots } from './model-ledger.ts';
import { observeState, rewardName } from './model-observation.ts';
import { addCredit, cancel, deliver, enrol, pay, refund, repeatedPayment, settle } from './model-order.ts';
import { endReasons, endCoupon, hasDateReason, lower } from './model-reward.ts';
import { grantRules, standingOrders } from './model-rules.ts';
import { createState, isPausedAt, isSamePerson, type ModelCoupon, type ModelMembership, type ModelOrder, type ModelReservation, type ModelReward, type ModelState, paidOf, placeOf, refundedOf, versionAt } from './model-state.ts';

const NEXT: Readonly<Record<ModelMembership, readonly ModelMembership[]>> = {
  active: ['paused', 'left', 'blocked'],
  paused: ['active', 'left', 'blocked'],
  left: ['active', 'blocked'],
  blocked: ['active'],
};

type BodyOf<T extends StepBody['type']> = StepBody & { readonly type: T };

export class ShopModel {
  readonly state: ModelState;
  readonly #plan: ShopPlan;
  readonly #done = new Map<string, string>();

  constructor(plan: ShopPlan) {
    this.#plan = plan;
    this.state = createState(plan.persons);
  }

  observe(): Observation {
    return observeState(this.state);
  }

  rewards(): readonly string[] {
    return this.state.rewards.map((reward) => rewardName(this.state, reward));
  }

  heldRewards(): readonly string[] {
    return this.state.rewards.filter((reward) => reward.status === 'held').map((reward) => rewardName(this.state, reward));
  }

  couponsOf(customer: number): readonly string[] {
    const all = this.state.rewards.filter((reward) => reward.coupon !== null);
    const own = all.filter((reward) => reward.owner === customer).sort((a, b) => Number(b.status === 'issued') - Number(a.status === 'issued'));
    return (own.length > 0 ? own : all).map((reward) => rewardName(this.state, reward));
  }

  reservationsOf(customer: number): readonly ModelReservation[] {
    const own = this.state.reservations.filter((reservation) => reservation.owner === customer);
    return own.length > 0 ? own.toReversed() : this.state.reservations;
  }

  /** Numbers of orders with a payment. */
  paidOrders(): readonly number[] {
    return [...this.state.orders.values()].filter((order) => paidOf(order) > 0n).map((order) => Number(order.id.slice('o-'.length)));
  }

  /** Accounts that have something to spend. */
  spendable(at: Date): readonly { readonly owner: number; readonly unit: string; readonly amount: bigint }[] {
    const accounts = new Map(this.state.lots.map((lot) => [`${lot.owner}/${lot.unit}`, lot]));
    return [...accounts.values()].flatMap(({ owner, unit }) => {
      const amount = spendable(this.state, owner, unit, at);
      return amount > 0n ? [{ owner, unit, amount }] : [];
    });
  }

  /** Answers like the product: an outcome, or the code of the problem that left no trace. */
  perform(step: Step): string {
    const before = this.#done.get(step.eventId);
    if (before !== undefined) return before;
    const outcome = this.#dispatch(step);
    if (outcome === 'processed' || outcome === 'parked') this.#done.set(step.eventId, outcome);
    return outcome;
  }

  #dispatch(step: Step): string {
    const { body } = step;
    switch (body.type) {
      case 'place':
        return this.#place(step, body.order);
      case 'pay':
        return this.#pay(step, body);
      case 'deliver':
      case 'cancel':
        return this.#follow(step, body);
      case 'refund':
        return this.#refund(step, body);
      case 'signUp':
      case 'lead':
        return this.#arrive(step, body.type);
      case 'publish':
      case 'pause':
      case 'resume':
        return this.#changeProgram(step.at, body);
      case 'capture':
      case 'void':
        return this.#endReservation(step, body);
      case 'approve':
      case 'deny':
        return this.#judge(step.at, body);
      default:
        return this.#changeCustomer(step, body);
    }
  }

  #order(index: number): ModelOrder {
    const id = orderIdOf(index);
    const known = this.state.orders.get(id);
    if (known !== undefined) return known;
    const plan = this.#plan.orders[index % ORDERS_COUNT];
    if (plan === undefined) throw new Error('the plan has this order');
    const { customer, totalMinor, deliveryMinor, taxMinor } = plan;
    const order: ModelOrder = {
      id, customer, totalMinor, deliveryMinor, taxMinor, isKnown: false, isPlaced: false, payments: [], refunds: [], parked: [], credit: 0n, reservations: [],
      firstPaymentAt: null, paidAt: null, deliveredAt: null, isDeliveryCounted: false, cancelledAt: null, number: null,
    };
    this.state.orders.set(id, order);
    return order;
  }

  #touch(step: Step): void {
    if (step.customer === null) return;
    if (step.lead !== null) addTouch(this.state, step.customer, { by: 'lead', referrer: step.lead, at: step.at });
    if (step.code !== null) addTouch(this.state, step.customer, { by: 'code', referrer: step.code === 'unknown' ? null : step.code, at: step.at });
  }

  #place(step: Step, index: number): string {
    const order = this.#order(index);
    if (order.isPlaced) return 'duplicate';
    order.isKnown = true;
    order.isPlaced = true;
    this.#touch(step);
    enrol(this.state, order.customer, step.sentAt);
    return 'processed';
  }

  #pay(step: Step, body: BodyOf<'pay'>): string {
    const order = this.#order(body.order);
    const payment = {
      id: body.part?.id ?? '',
      amount: body.part?.amount ?? null,
      reservations: body.reservations.map((name) => this.#reservation(name)),
      coupons: body.coupons.map((name) => this.#coupon(name)),
    };
    const repeated = repeatedPayment(order, payment, body.totalMinor);
    if (repeated !== null) return repeated;
    order.isKnown = true;
    order.totalMinor = body.totalMinor;
    this.#touch(step);
    pay(this.state, order, payment, step);
    return 'processed';
  }

  #follow(step: Step, body: BodyOf<'deliver' | 'cancel'>): string {
    const order = this.#order(body.order);
    const isDelivery = body.type === 'deliver';
    const isEarly = isDelivery ? order.paidAt === null : !order.isKnown;
    if (isEarly) {
      const kind = isDelivery ? 'delivery' : 'cancellation';
      if (order.parked.some((parked) => parked.kind === kind)) return 'duplicate';
      order.parked.push({ kind, at: step.at, refundId: '', asked: null });
      return 'parked';
    }
    if ((isDelivery ? order.deliveredAt : order.cancelledAt) !== null) return 'duplicate';
    if (isDelivery) deliver(this.state, order, step);
    else cancel(this.state, order, step.at);
    return 'processed';
  }

  #refund(step: Step, { order: index, refundId, amount: asked }: BodyOf<'refund'>): string {
    const order = this.#order(index);
    const known = order.refunds.find((one) => one.id === refundId) ?? order.parked.find((one) => one.kind === 'refund' && one.refundId === refundId);
    if (known !== undefined) return known.asked === asked ? 'duplicate' : 'refund_conflict';
    const rest = paidOf(order) - refundedOf(order);
    const isPayable = order.isKnown && (order.paidAt !== null || paidOf(order) > 0n);
    if (!isPayable || ((asked ?? rest) > rest && order.paidAt === null)) {
      order.parked.push({ kind: 'refund', at: step.at, refundId, asked });
      return 'parked';
    }
    if ((asked ?? rest) > rest) return 'refund_exceeds_payment';
    refund(this.state, order, { id: refundId, asked, amount: asked ?? rest }, step.at);
    return 'processed';
  }

  #arrive(step: Step, how: 'signUp' | 'lead'): string {
    const { state } = this;
    const customer = customerOf(step);
    const { at } = step;
    this.#touch(step);
    if (how === 'lead') {
      openReferrals(state, customer, 'started', at);
      enrol(state, customer, step.sentAt);
      return 'processed';
    }
    for (const [index, program] of state.programs.entries()) {
      const document = versionAt(program, at)?.document;
      if (document?.attribution.lockAt === 'signUp' && !isPausedAt(program, at)) lock(state, index, customer, at);
    }
    openReferrals(state, customer, 'joined', at);
    grantRules(state, { trigger: 'member.signed_up', customer, order: null, naturalKey: `event:api:${step.eventId}`, at, completes: true, refusals: new Map() });
    enrol(state, customer, step.sentAt);
    return 'processed';
  }

  #changeProgram(at: Date, body: BodyOf<'publish' | 'pause' | 'resume'>): string {
    const { programs } = this.state;
    if (body.type === 'publish') {
      const document = this.#plan.programs[body.program]?.[body.version];
      if (document === undefined) throw new Error('the plan has this version');
      const known = programs[body.program];
      const last = known?.versions.at(-1);
      if (last !== undefined && (body.effectiveFrom < last.from || body.effectiveFrom < at)) return 'effective_from_invalid';
      if (known === undefined) programs.push({ versions: [{ document, from: body.effectiveFrom }], pauses: [] });
      else known.versions.push({ document, from: body.effectiveFrom });
      return 'processed';
    }
    const pauses = programs[body.program]?.pauses ?? [];
    const open = pauses.at(-1);
    const isPaused = open !== undefined && open.until === null;
    if (body.type === 'pause' && !isPaused) pauses.push({ from: at, until: null });
    if (body.type === 'resume' && isPaused) open.until = at;
    return 'processed';
  }

  #changeCustomer(step: Step, body: BodyOf<'join' | 'member' | 'adjust' | 'reserve' | 'erase'>): string {
    const { state } = this;
    const { at } = step;
    const customer = customerOf(step);
    switch (body.type) {
      case 'join': {
        const key = placeOf(body.program, customer);
        const known = state.memberships.get(key);
        if (known === 'blocked') return 'membership_state';
        if (known === 'active') return 'processed';
        const program = state.programs[body.program];
        const document = program === undefined ? undefined : versionAt(program, at)?.document;
        const fails = document?.enrolment.if.some((condition) => 'atLeast' in condition && standingOrders(state, customer, condition.kind === 'paidOrders' ? 'paid' : 'delivered') < Number(condition.atLeast));
        if (fails === true) return 'enrolment_conditions';
        state.memberships.set(key, 'active');
        return 'processed';
      }
      case 'member': {
        const key = placeOf(body.program, customer);
        const known = state.memberships.get(key);
        if (known === undefined) return 'membership_unknown';
        if (known !== body.status && !NEXT[known].includes(body.status)) return 'membership_state';
        state.memberships.set(key, body.status);
        return 'processed';
      }
      case 'erase':
        for (const index of state.programs.keys()) {
          const known = state.memberships.get(placeOf(index, customer));
          if (known !== undefined && known !== 'blocked') state.memberships.set(placeOf(index, customer), 'left');
        }
        return 'processed';
      case 'adjust': {
        const { unit, amount, expiresAt } = body;
        if (amount > 0n) openLot(state, { owner: customer, unit, amount, reward: null, createdAt: at, expiresAt }, at);
        else if (spendable(state, customer, unit, at) < -amount) return 'insufficient_balance';
        else takeFromLots(state, { owner: customer, unit, amount: -amount, at });
        return 'processed';
      }
      case 'reserve':
        return this.#reserve(step, body, customer);
    }
  }

  #reserve(step: Step, body: BodyOf<'reserve'>, owner: number): string {
    const { unit, amount, expiresAt } = body;
    const value = this.#valueOf(unit, step.at);
    if (value === null) return 'points_not_spendable';
    if (spendable(this.state, owner, unit, step.at) < amount) return 'insufficient_balance';
    const orderId = body.order === null ? null : orderIdOf(body.order);
    makeReservation(this.state, { name: step.eventId, owner, unit, amount, valueMinor: amount * value, expiresAt, orderId }, step.at);
    return 'processed';
  }

  #valueOf(unit: string, at: Date): bigint | null {
    if (!unit.startsWith('points:')) return 1n;
    const program = this.state.programs[Number(unit.slice('points:'.length))];
    return program === undefined ? null : (versionAt(program, at)?.document.points?.value?.amountMinor ?? null);
  }

  #endReservation({ at, sentAt }: Step, body: BodyOf<'capture' | 'void'>): string {
    const reservation = this.#reservation(body.reservation);
    const { status } = reservation;
    if (body.type === 'void') {
      if (status === 'captured') return 'reservation_state';
      if (status === 'reserved') endReservation(this.state, reservation, { status: 'voided', at });
      return 'processed';
    }
    if (status === 'captured') return 'processed';
    if (status !== 'reserved' || reservation.expiresAt <= at) return 'reservation_state';
    const target = body.order === null ? reservation.orderId : orderIdOf(body.order);
    const order = target === null ? undefined : this.state.orders.get(target);
    const isBoundElsewhere = reservation.orderId !== null && reservation.orderId !== target;
    const isForeign = order?.isKnown === true && !isSamePerson(this.state, order.customer, reservation.owner);
    if (isBoundElsewhere || isForeign) return 'reservation_state';
    if (order === undefined || !order.isKnown || order.paidAt !== null) {
      captureReservation(reservation, target);
      return 'processed';
    }
    addCredit(order, reservation);
    settle(this.state, order, { at, sentAt });
    return 'processed';
  }

  #judge(at: Date, body: BodyOf<'approve' | 'deny'>): string {
    const reward = this.#reward(body.reward);
    if (body.type === 'deny') {
      if (reward.status === 'denied') return 'processed';
      if (reward.status !== 'held') return 'reward_state';
      if (reward.unit === null) endCoupon(reward);
      else lower(this.state, reward, 0n, at);
      reward.status = 'denied';
      return 'processed';
    }
    if (reward.status === 'held') {
      if (reward.reasons.some((reason) => reason !== 'return-window')) endReasons(this.state, reward, 'person', at);
      return 'processed';
    }
    return reward.status === 'issued' || reward.status === 'redeemed' ? 'processed' : 'reward_state';
  }

  #reservation(name: string): ModelReservation {
    const found = this.state.reservations.find((reservation) => reservation.name === name);
    if (found === undefined) throw new Error('steps name what there is');
    return found;
  }

  #reward(name: string): ModelReward {
    const found = this.state.rewards.find((reward) => rewardName(this.state, reward) === name);
    if (found === undefined) throw new Error('steps name what there is');
    return found;
  }

  #coupon(name: string): ModelCoupon {
    const { coupon } = this.#reward(name);
    if (coupon === null) throw new Error('steps name what there is');
    return coupon;
  }

  /** What the clock makes due, oldest first, until nothing is. */
  runDueWork(now: Date): void {
    const { state } = this;
    const isPast = (at: Date | null): boolean => at !== null && at <= now;
    const held = state.rewards.filter((reward) => reward.status === 'held' && hasDateReason(reward) && isPast(reward.heldUntil));
    const open = state.reservations.filter((reservation) => reservation.status === 'reserved' && isPast(reservation.expiresAt));
    const acts = [
      ...held.map((reward) => ({ dueAt: reward.heldUntil, run: () => endReasons(state, reward, 'date', now) })),
      ...open.map((reservation) => ({ dueAt: reservation.expiresAt, run: () => endReservation(state, reservation, { status: 'expired', at: now }) })),
    ];
    for (const act of acts.sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))) act.run();
    for (const lot of state.lots) if (lot.remaining > 0n && isPast(lot.expiresAt)) expireLot(lot);
    for (const { coupon } of state.rewards) {
      if (coupon === null || coupon.status !== 'issued' || !isPast(coupon.validUntil)) continue;
      coupon.status = 'expired';
      if (coupon.reward.status === 'issued') coupon.reward.status = 'expired';
    }
    for (const referral of state.referrals.values()) {
      if (referral.status === 'ordered' && isPast(referral.qualifiesAt)) referral.status = 'qualified';
      if ((referral.status === 'started' || referral.status === 'joined') && isPast(referral.expiresAt)) referral.status = 'expired';
    }
  }
}

function customerOf(step: Step): number {
  if (step.customer === null) throw new Error('the step is about a customer');
  return step.customer;
}
