/** The model as a road: takes steps, does due work, and tells the same sentences as the product does. */

import { ORDERS_COUNT, type ShopPlan } from '../shop-plan.ts';
import type { Observation, Step } from '../step.ts';
import { orderIdOf } from '../step.ts';
import { type BodyOf, changeCustomer, customerOf, endReservationAct, getCoupon, getReservation, judge } from './model-acts.ts';
import { addTouch, lock, openReferrals } from './model-attribution.ts';
import { occasionOf } from './model-case.ts';
import { correctReferral } from './model-correction.ts';
import { runDueWork } from './model-due-work.ts';
import { enrol } from './model-enrolment.ts';
import { spendable } from './model-ledger.ts';
import { mergeCustomers } from './model-merge.ts';
import { nameAccess, observeState, rewardName } from './model-observation.ts';
import { addCredit, cancel, capturedBefore, deliver, pay, refund, repeatedPayment, settle as settlePaid } from './model-order.ts';
import { perkAct } from './model-perk-acts.ts';
import { meantBy, survivorOf } from './model-persons.ts';
import { changeProgram } from './model-programs.ts';
import { grantRules } from './model-rules.ts';
import { readAll, settle } from './model-settle.ts';
import {
  createState,
  isPausedAt,
  type ModelOrder,
  type ModelReservation,
  type ModelReward,
  type ModelState,
  paidOf,
  refundedOf,
  versionAt,
} from './model-state.ts';
import { complain, evaluate, giveFeedback, moveTier } from './model-tier-acts.ts';

export class ShopModel {
  readonly state: ModelState;
  readonly #plan: ShopPlan;
  readonly #done = new Map<string, string>();

  constructor(plan: ShopPlan) {
    this.#plan = plan;
    this.state = createState(plan.persons);
  }

  /** `checks`: per member's place, when they will be looked at again without an event. */
  runDueWork(now: Date, checks: ReadonlyMap<string, Date>): void {
    runDueWork(this.state, now, checks);
  }

  observe(): Observation {
    return observeState(this.state);
  }

  rewards(): readonly string[] {
    return this.state.rewards.map((reward) => rewardName(this.state, reward));
  }

  heldRewards(): readonly string[] {
    return this.#named((reward) => reward.status === 'held');
  }

  /** Rewards that wait for their receiver's choice, and those that are to be handed over. */
  choices(): readonly string[] {
    return this.#named(
      ({ grant, chosen, status }) => grant.benefit.kind === 'choice' && chosen === null && ['held', 'approved'].includes(status),
    );
  }

  deliverable(): readonly string[] {
    return this.#named(({ grant, status }) => status === 'issued' && ['gift', 'donation', 'perk', 'choice'].includes(grant.benefit.kind));
  }

  accesses(): readonly string[] {
    return this.state.accesses.map((access) => nameAccess(this.state, access));
  }

  #named(isWanted: (reward: ModelReward) => boolean): readonly string[] {
    return this.state.rewards.filter(isWanted).map((reward) => rewardName(this.state, reward));
  }

  couponsOf(customer: number): readonly string[] {
    const all = this.state.rewards.filter((reward) => reward.coupon !== null);
    const own = all
      .filter((reward) => reward.owner === customer)
      .sort((a, b) => Number(b.status === 'issued') - Number(a.status === 'issued'));
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
    this.state.now = step.sentAt;
    this.state.eventAt = step.at;
    const said = readAll(this.state);
    const outcome = this.#dispatch(meantBy(this.state, step));
    if (outcome === 'processed' || outcome === 'parked') {
      this.#done.set(step.eventId, outcome);
      settle(this.state, said);
    }
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
        return changeProgram(this.state, this.#plan, step.at, body);
      case 'capture':
      case 'void':
        return endReservationAct(this.state, step, body);
      case 'approve':
      case 'deny':
        return judge(this.state, step.at, body);
      case 'correct':
        return correctReferral(this.state, step, body);
      case 'merge':
        return mergeCustomers(this.state, step.at, body);
      case 'feedback':
        return giveFeedback(this.state, step, body);
      case 'complaint':
        return complain(this.state, step, body);
      case 'evaluate':
        return evaluate(this.state, step, body);
      case 'accept':
      case 'invite':
        return moveTier(this.state, step, body);
      case 'claim':
      case 'choose':
      case 'handOver':
      case 'redeem':
      case 'addCodes':
        return perkAct(this.state, step, body);
      default:
        return changeCustomer(this.state, step, body);
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
      id,
      customer: survivorOf(this.state, customer),
      records: new Map(),
      totalMinor,
      deliveryMinor,
      taxMinor,
      isKnown: false,
      isPlaced: false,
      payments: [],
      refunds: [],
      parked: [],
      credit: 0n,
      reservations: [],
      firstPaymentAt: null,
      paidAt: null,
      deliveredAt: null,
      isDeliveryCounted: false,
      cancelledAt: null,
      number: null,
    };
    this.state.orders.set(id, order);
    return order;
  }

  #touch(step: Step): void {
    if (step.customer === null) return;
    if (step.lead !== null) addTouch(this.state, step.customer, { by: 'lead', referrer: step.lead, at: step.at });
    if (step.code !== null)
      addTouch(this.state, step.customer, { by: 'code', referrer: step.code === 'unknown' ? null : step.code, at: step.at });
  }

  #place(step: Step, index: number): string {
    const order = this.#order(index);
    if (order.isPlaced) return 'duplicate';
    order.isKnown = true;
    order.isPlaced = true;
    this.#touch(step);
    enrol(this.state, order.customer, step.sentAt);
    for (const reservation of capturedBefore(this.state, order, step.at)) {
      addCredit(order, reservation);
      settlePaid(this.state, order, step);
    }
    const cancellation = order.parked.find((parked) => parked.kind === 'cancellation');
    if (cancellation === undefined) return 'processed';
    order.parked = order.parked.filter((parked) => parked !== cancellation);
    order.cancelledAt = cancellation.at;
    cancel(this.state, order, step.at);
    return 'processed';
  }

  #pay(step: Step, body: BodyOf<'pay'>): string {
    const order = this.#order(body.order);
    const payment = {
      id: body.part?.id ?? '',
      amount: body.part?.amount ?? null,
      reservations: body.reservations.map((name) => getReservation(this.state, name)),
      coupons: body.coupons.map((name) => getCoupon(this.state, name)),
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
    const known =
      order.refunds.find((one) => one.id === refundId) ?? order.parked.find((one) => one.kind === 'refund' && one.refundId === refundId);
    if (known !== undefined) return known.asked === asked ? 'duplicate' : 'refund_conflict';
    const rest = paidOf(order) - refundedOf(order);
    const isPayable = order.isKnown && (order.paidAt !== null || paidOf(order) > 0n);
    if (!isPayable || ((asked ?? rest) > rest && order.paidAt === null)) {
      order.parked.push({ kind: 'refund', at: step.at, refundId, asked });
      return 'parked';
    }
    if ((asked ?? rest) > rest) return 'refund_exceeds_payment';
    refund(this.state, order, { id: refundId, asked, amount: asked ?? rest, at: step.at }, step.at);
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
    if (!state.signUps.has(customer)) state.signUps.set(customer, at);
    for (const [index, program] of state.programs.entries()) {
      const document = versionAt(program, at)?.document;
      if (document?.attribution.lockAt === 'signUp' && !isPausedAt(program, at)) lock(state, index, customer, at);
    }
    openReferrals(state, customer, 'joined', at);
    grantRules(state, occasionOf({ trigger: 'member.signed_up', customer, naturalKey: `event:api:${step.eventId}`, at, eventAt: at }));
    enrol(state, customer, step.sentAt);
    return 'processed';
  }
}
