/** What may be done to a shop, as plain data: every action can follow every other, so a failing run shrinks well and can be kept. */
import fc from 'fast-check';
import { type LadderAction, ladderAction, ladderStep, pick } from './ladder-action.ts';
import type { ModelMembership } from './model/model-state.ts';
import type { ShopModel } from './model/shop-model.ts';
import { isOfPayouts, type PayoutAction, payoutStep } from './payout-action.ts';
import { mergeBody, type PersonAction } from './person-action.ts';
import { CURRENCY, CUSTOMERS, ORDERS_COUNT, type ShopPlan } from './shop-plan.ts';
import type { Step, StepBody } from './step.ts';

export type ShopAction =
  | StepAction
  | { readonly do: 'wait'; readonly hours: number; readonly isWorkDone: boolean }
  | { readonly do: 'restart' }
  | Again
  | Together;

interface Again {
  readonly do: 'again';
  readonly back: number;
}

interface Together {
  readonly do: 'together';
  readonly actions: readonly StepAction[];
}

export type StepAction =
  | LadderAction
  | PayoutAction
  | { readonly do: 'place' | 'deliver' | 'cancel'; readonly order: number; readonly isOfPaid: boolean; readonly lateHours: number }
  | {
      readonly do: 'pay';
      readonly order: number;
      readonly part: 0 | 1 | 2 | null;
      readonly useCode: boolean;
      readonly reservation: number | null;
      readonly coupon: number | null;
      readonly isOtherTotal: boolean;
      readonly lateHours: number;
    }
  | { readonly do: 'refund'; readonly order: number; readonly isOfPaid: boolean; readonly refund: number; readonly permille: number | null }
  | { readonly do: 'signUp' | 'lead'; readonly customer: number; readonly referrer: number; readonly lateHours: number }
  | PersonAction
  | { readonly do: 'correct'; readonly customer: number; readonly program: number; readonly referrer: number }
  | { readonly do: 'join'; readonly customer: number; readonly program: number }
  | { readonly do: 'member'; readonly customer: number; readonly program: number; readonly status: ModelMembership }
  | {
      readonly do: 'adjust';
      readonly customer: number;
      readonly isPoints: boolean;
      readonly program: number;
      readonly amount: bigint;
      readonly lifeHours: number | null;
    }
  | {
      readonly do: 'reserve';
      readonly account: number;
      readonly percent: number;
      readonly order: number | null;
      readonly lifeHours: number;
    }
  | { readonly do: 'capture'; readonly reservation: number; readonly order: number | null }
  | { readonly do: 'void'; readonly reservation: number }
  | { readonly do: 'approve' | 'deny'; readonly reward: number }
  | { readonly do: 'publish'; readonly program: number; readonly version: number; readonly inHours: number }
  | { readonly do: 'pause' | 'resume'; readonly program: number };

const HOUR_MS = 3_600_000;
const customer = fc.nat(CUSTOMERS.length - 1);
const order = fc.nat(ORDERS_COUNT - 1);
const any = fc.nat(1_000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq });
const late = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) });
const mostly = fc.integer({ min: 0, max: 3 }).map((drawn) => drawn > 0);
const rarely = fc.integer({ min: 0, max: 19 }).map((drawn) => drawn === 0);
const doing = <T extends string>(...names: [T, ...T[]]): fc.Arbitrary<T> => fc.constantFrom(...names);
const pay: fc.Arbitrary<StepAction> = fc.record({
  do: fc.constant('pay' as const),
  order,
  part: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom(0 as const, 1 as const, 2 as const) },
  ),
  useCode: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
  reservation: maybe(any, 4),
  coupon: maybe(any, 4),
  isOtherTotal: rarely,
  lateHours: late,
});
const refund: fc.Arbitrary<StepAction> = fc.record({
  do: fc.constant('refund' as const),
  order,
  isOfPaid: mostly,
  refund: fc.nat(3),
  permille: maybe(fc.constantFrom(1, 100, 333, 500, 1000), 4),
});

const stepActions: readonly fc.WeightedArbitrary<StepAction>[] = [
  { weight: 24, arbitrary: pay },
  { weight: 9, arbitrary: refund },
  { weight: 6, arbitrary: fc.record({ do: doing('deliver'), order, isOfPaid: mostly, lateHours: late }) },
  { weight: 2, arbitrary: fc.record({ do: doing('place', 'cancel'), order, isOfPaid: fc.boolean(), lateHours: late }) },
  { weight: 4, arbitrary: fc.record({ do: doing('signUp', 'lead'), customer, referrer: customer, lateHours: late }) },
  { weight: 1, arbitrary: fc.record({ do: doing('erase'), customer }) },
  { weight: 2, arbitrary: fc.record({ do: doing('correct'), customer, program: any, referrer: customer }) },
  { weight: 4, arbitrary: fc.record({ do: doing('join'), customer, program: any }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: doing('member'),
      customer,
      program: any,
      status: fc.constantFrom('active' as const, 'paused' as const, 'left' as const, 'blocked' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: doing('adjust'),
      customer,
      isPoints: fc.boolean(),
      program: any,
      amount: fc.bigInt(-60n, 200n).filter((amount) => amount !== 0n),
      lifeHours: maybe(fc.integer({ min: 1, max: 80 })),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: doing('reserve'),
      account: any,
      percent: fc.constantFrom(1, 30, 50, 100, 100, 120),
      order: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: order }),
      lifeHours: fc.integer({ min: 1, max: 60 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: doing('capture'), reservation: any, order: maybe(order) }) },
  { weight: 2, arbitrary: fc.record({ do: doing('void'), reservation: any }) },
  { weight: 4, arbitrary: fc.record({ do: doing('approve', 'approve', 'deny'), reward: any }) },
  { weight: 2, arbitrary: fc.record({ do: doing('publish'), program: any, version: any, inHours: fc.constantFrom(0, 0, 5) }) },
  { weight: 2, arbitrary: fc.record({ do: doing('pause', 'resume'), program: any }) },
  { weight: 20, arbitrary: ladderAction },
];

const wait: fc.Arbitrary<ShopAction> = fc.record({
  do: doing('wait'),
  hours: fc.oneof({ weight: 24, arbitrary: fc.constantFrom(1, 12, 24, 24, 48, 48, 120) }, { weight: 1, arbitrary: fc.constant(31 * 24) }),
  isWorkDone: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
});

/** Mostly long runs, as what collides must first be there; a failing one may shrink to nothing. `more` is done beside the rest. */
export function shopActions(maxLength: number, more: readonly fc.WeightedArbitrary<StepAction>[] = []): fc.Arbitrary<ShopAction[]> {
  const step = fc.oneof(...stepActions, ...more);
  const one: fc.Arbitrary<ShopAction> = fc.oneof(
    { weight: 20, arbitrary: step },
    { weight: 5, arbitrary: wait },
    { weight: 1, arbitrary: fc.record({ do: doing('restart') }) },
    { weight: 1, arbitrary: fc.record({ do: doing('again'), back: any }) },
    { weight: 4, arbitrary: fc.record({ do: doing('together'), actions: fc.array(step, { minLength: 2, maxLength: 4 }) }) },
  );
  const atLeast = (minLength: number) => fc.array(one, { minLength, maxLength, size: 'max' });
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: atLeast(1) },
    { weight: 4, arbitrary: atLeast(Math.floor(maxLength * 0.7)) },
  );
}

interface Context {
  readonly plan: ShopPlan;
  readonly model: ShopModel;
  readonly at: Date;
  readonly eventId: string;
}

/** Resolves what an action points at in the shop as it is; null = there is nothing to do it to. */
export function stepOf(action: StepAction, context: Context): Step | null {
  const { at, eventId } = context;
  const moment = { eventId, at: 'lateHours' in action ? new Date(at.getTime() - action.lateHours * HOUR_MS) : at, sentAt: at };
  if (isOfLadder(action) || isOfPayouts(action)) {
    const its = isOfPayouts(action) ? payoutStep(action, context) : ladderStep(action, context);
    return its === null ? null : { ...moment, ...its, code: null, lead: null };
  }
  const body = bodyOf(action, context);
  if (body === null) return null;
  return { ...moment, customer: customerOf(action, context), ...referrerOf(action, context.plan), body };
}

type PlainAction = Exclude<StepAction, LadderAction | PayoutAction>;

const OF_LADDERS = new Set<string>(['feedback', 'complaint', 'accept', 'invite', 'claim', 'choose', 'handOver', 'redeem', 'addCodes']);

function isOfLadder(action: StepAction): action is LadderAction {
  return OF_LADDERS.has(action.do);
}

function customerOf(action: PlainAction, { plan, model, at }: Context): number | null {
  if (action.do === 'merge') return mergeBody(action, model).into;
  if ('customer' in action) return action.customer;
  if (action.do === 'capture' || action.do === 'void') return pick(model.state.reservations, action.reservation)?.owner ?? null;
  if (action.do === 'reserve') return pick(model.spendable(at), action.account)?.owner ?? null;
  return action.do === 'pay' || action.do === 'place' ? (plan.orders[action.order]?.customer ?? null) : null;
}

function referrerOf(action: PlainAction, plan: ShopPlan): Pick<Step, 'code' | 'lead'> {
  if (action.do === 'pay' && action.useCode) return { code: plan.orders[action.order]?.code ?? null, lead: null };
  if (action.do === 'signUp') return { code: action.referrer, lead: null };
  return { code: null, lead: action.do === 'lead' ? action.referrer : null };
}

/** Mostly an order there is something to do with; else any of the plan. */
function orderOf(action: { readonly order: number; readonly isOfPaid: boolean }, model: ShopModel): number {
  return (action.isOfPaid ? pick(model.paidOrders(), action.order) : null) ?? action.order;
}

function bodyOf(action: PlainAction, { plan, model, at }: Context): StepBody | null {
  const later = (hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);
  const programOf = (index: number): number => index % plan.programs.length;
  const unitOf = (of: { readonly isPoints: boolean; readonly program: number }): string =>
    of.isPoints ? `points:${programOf(of.program)}` : CURRENCY;
  switch (action.do) {
    case 'place':
      return { type: 'place', order: action.order };
    case 'deliver':
    case 'cancel':
      return { type: action.do, order: orderOf(action, model) };
    case 'pay':
      return payBody(action, plan, model);
    case 'refund': {
      const index = orderOf(action, model);
      const totalMinor = plan.orders[index]?.totalMinor ?? 1n;
      const amount = action.permille === null ? null : (totalMinor * BigInt(action.permille) + 999n) / 1_000n;
      return { type: 'refund', order: index, refundId: `r-${action.refund}`, amount };
    }
    case 'erase':
      return action.retiresCodes === true ? { type: 'erase', retiresCodes: true } : { type: 'erase' };
    case 'signUp':
    case 'lead':
      return { type: action.do };
    case 'merge':
      return mergeBody(action, model);
    case 'join':
    case 'pause':
    case 'resume':
      return { type: action.do, program: programOf(action.program) };
    case 'correct':
      return { type: 'correct', program: programOf(action.program), referrer: action.referrer };
    case 'member':
      return { type: 'member', program: programOf(action.program), status: action.status };
    case 'adjust':
      return {
        type: 'adjust',
        unit: unitOf(action),
        amount: action.amount,
        expiresAt: action.lifeHours === null || action.amount < 0n ? null : later(action.lifeHours),
      };
    case 'reserve': {
      const account = pick(model.spendable(at), action.account);
      const amount = account === null ? 0n : (account.amount * BigInt(action.percent)) / 100n;
      if (account === null || amount === 0n) return null;
      return { type: 'reserve', unit: account.unit, amount, order: action.order, expiresAt: later(action.lifeHours) };
    }
    case 'capture':
    case 'void': {
      const reservation = pick(model.state.reservations, action.reservation);
      if (reservation === null) return null;
      if (action.do === 'void') return { type: 'void', reservation: reservation.name };
      return { type: 'capture', reservation: reservation.name, order: action.order };
    }
    case 'approve':
    case 'deny': {
      const reward = pick(model.heldRewards(), action.reward) ?? pick(model.rewards(), action.reward);
      return reward === null ? null : { type: action.do, reward };
    }
    case 'publish': {
      const program = programOf(action.program);
      const versions = plan.programs[program]?.length ?? 1;
      return { type: 'publish', program, version: action.version % versions, effectiveFrom: later(action.inHours) };
    }
  }
}

function payBody(action: Extract<StepAction, { do: 'pay' }>, plan: ShopPlan, model: ShopModel): StepBody | null {
  const its = plan.orders[action.order];
  if (its === undefined) return null;
  const known = model.state.orders.get(`o-${action.order}`);
  // Before any payment another total is a changed basket, which the plans leave alone.
  const isPaid = known !== undefined && (known.payments.length > 0 || known.credit > 0n);
  const reservation = pick(model.reservationsOf(its.customer), action.reservation);
  const coupon = pick(model.couponsOf(its.customer), action.coupon === null ? null : action.coupon % 3);
  return {
    type: 'pay',
    order: action.order,
    totalMinor: action.isOtherTotal && isPaid ? its.totalMinor + 1n : its.totalMinor,
    part: action.part === null ? null : { id: `p-${action.part}`, amount: its.parts[action.part] },
    reservations: reservation === null ? [] : [reservation.name],
    coupons: coupon === null ? [] : [coupon],
  };
}
