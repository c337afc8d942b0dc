import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryRoad } from './memory-road.ts';
import { arbitraryPlan, CURRENCY, CUSTOMERS, PROGRAMS_FROM, type ShopPlan, START } from './shop-plan.ts';
import type { Observation, Step, StepBody } from './step.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 20_000 : 800;
const HOUR_MS = 3_600_000;
const ORDER = 0;
const REFERRER = 0;
const FRIEND = 1;
/** Named after the event that makes it. */
const RESERVATION = 'reserve';

/** One order's events with their own times, and what staff learn of its people meanwhile, each perhaps sent more than once. */
interface OrderStory {
  readonly plan: ShopPlan;
  /** Of the friend's balance, named by each payment and captured by the first. */
  readonly credit: bigint;
  readonly steps: readonly Step[];
  /** Positions to send at: any order, repetitions included. */
  readonly sending: readonly number[];
}

const parts = fc.constantFrom<readonly ('whole' | 0 | 1 | 2)[]>(['whole'], ['whole'], [0, 1, 2]);
const refunds: fc.Arbitrary<readonly (number | null)[]> = fc.oneof(
  fc.constant([]),
  fc.array(fc.integer({ min: 1, max: 330 }), { minLength: 1, maxLength: 3 }),
  fc.integer({ min: 1, max: 999 }).map((share) => [share, null]),
  fc.constant([null]),
);

/** Whether another record of theirs turns up, and which of the two goes on. */
const mergeOf = fc.constantFrom<MergeOf>(null, null, 'ends', 'goesOn');
type MergeOf = 'ends' | 'goesOn' | null;

const story: fc.Arbitrary<OrderStory> = fc
  .record({
    plan: arbitraryPlan,
    parts,
    refunds,
    isDelivered: fc.boolean(),
    isCancelled: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
    credit: fc.oneof(fc.constant(0n), fc.bigInt(1n, 3_000n)),
    merges: fc.record({ friend: mergeOf, referrer: mergeOf, isSwapped: fc.boolean() }),
  })
  // "The rest" of an order still being paid is another sum at another time, and so another wish.
  .filter(({ parts: paid, refunds: back }) => paid.length === 1 || !back.includes(null))
  .map(({ plan, parts: paid, refunds: back, isDelivered, isCancelled, credit, merges }) => ({
    plan: withCode(plan),
    credit,
    bodies: [...bodiesOf(plan, { paid, back, isDelivered, isCancelled, credit }), ...mergesOf(plan, merges)],
  }))
  .chain(({ plan, credit, bodies }) => {
    const steps = bodies.map((body, index) => stepOf(plan, body, index));
    const everyOne = fc.shuffledSubarray([...steps.keys()], { minLength: steps.length });
    const repeated = fc.array(fc.nat(steps.length - 1), { maxLength: 4 });
    return fc.tuple(everyOne, repeated, fc.infiniteStream(fc.nat(30))).map(([order, more, places]) => {
      const sending = [...order];
      for (const one of more) sending.splice(Number(places.next().value) % (sending.length + 1), 0, one);
      return { plan, credit, steps, sending };
    });
  });

/** The order is made by a friend of a member, so that both sides have something to win and lose; caps, budgets, stock and tiers follow the stored order. */
function withCode(plan: ShopPlan): ShopPlan {
  const programs = plan.programs.map((versions) =>
    versions.map((version) => ({
      ...version,
      budget: null,
      tiers: [],
      perks: (version.perks ?? []).map((perk) => ({ ...perk, revokeOnRefund: true, capacity: null, perMember: 1_000, endsAt: null })),
      rules: version.rules.map((rule) => ({ ...rule, caps: { perReferrer: null, budget: null } })),
    })),
  );
  return { ...plan, programs, orders: plan.orders.map((order) => ({ ...order, customer: FRIEND, code: REFERRER })) };
}

function bodiesOf(
  plan: ShopPlan,
  drawn: {
    readonly paid: readonly ('whole' | 0 | 1 | 2)[];
    readonly back: readonly (number | null)[];
    readonly isDelivered: boolean;
    readonly isCancelled: boolean;
    readonly credit: bigint;
  },
): StepBody[] {
  const its = plan.orders[ORDER];
  if (its === undefined) throw new Error('the plan has an order');
  const totalMinor = its.totalMinor + drawn.credit;
  const payments = drawn.paid.map(
    (part): StepBody => ({
      type: 'pay',
      order: ORDER,
      totalMinor,
      part: part === 'whole' ? null : { id: `p-${part}`, amount: its.parts[part] },
      reservations: drawn.credit === 0n ? [] : [RESERVATION],
      coupons: [],
    }),
  );
  const refunded = drawn.back.map(
    (permille, index): StepBody => ({
      type: 'refund',
      order: ORDER,
      refundId: `r-${index}`,
      amount: permille === null ? null : (totalMinor * BigInt(permille)) / 1_000n + (totalMinor >= 1_000n ? 1n : 0n),
    }),
  );
  return [
    ...payments,
    ...refunded.filter((body) => body.type !== 'refund' || body.amount !== 0n),
    ...(drawn.isDelivered ? [{ type: 'deliver', order: ORDER } as const] : []),
    ...(drawn.isCancelled ? [{ type: 'cancel', order: ORDER } as const] : []),
  ];
}

/** Of the friend and of the member who brought them, each with a record nothing is known of; friend and referrer stay two persons (6.12). */
function mergesOf(
  { persons }: ShopPlan,
  drawn: { readonly friend: MergeOf; readonly referrer: MergeOf; readonly isSwapped: boolean },
): StepBody[] {
  const others = drawn.isSwapped ? [3, 2] : [2, 3];
  const taken = new Map([REFERRER, FRIEND].map((customer) => [persons[customer], customer]));
  return [
    { customer: FRIEND, how: drawn.friend },
    { customer: REFERRER, how: drawn.referrer },
  ].flatMap(({ customer, how }) => {
    const other = others.find((one) => (taken.get(persons[one]) ?? customer) === customer);
    if (how === null || other === undefined) return [];
    others.splice(others.indexOf(other), 1);
    taken.set(persons[other], customer);
    return [{ type: 'merge', ...(how === 'ends' ? { from: customer, into: other } : { from: other, into: customer }) } as const];
  });
}

/** Payments are of one instant: which of several completes an order is a matter of what is stored (contract.md 6.11). */
function stepOf(plan: ShopPlan, body: StepBody, index: number): Step {
  const at = body.type === 'pay' ? START : new Date(START.getTime() + index * HOUR_MS);
  const isPayment = body.type === 'pay';
  return {
    eventId: `e-${index}`,
    at,
    sentAt: at,
    customer: isPayment ? (plan.orders[ORDER]?.customer ?? 0) : body.type === 'merge' ? body.into : null,
    code: isPayment ? REFERRER : null,
    lead: null,
    body,
  };
}

/** What is so at once, and when every hold and lot has had its day. */
async function send({ plan, credit, steps }: OrderStory, sending: readonly number[]): Promise<readonly Observation[]> {
  const road = new MemoryRoad(plan);
  const before = new Date(START.getTime() - 24 * HOUR_MS);
  const none = { at: before, sentAt: before, customer: null, code: null, lead: null };
  await road.send(
    plan.programs.map((_versions, program) => ({
      ...none,
      eventId: `v-${program}`,
      body: { type: 'publish', program, version: 0, effectiveFrom: PROGRAMS_FROM },
    })),
  );
  await road.send(
    plan.programs.map((_versions, program) => ({ ...none, customer: 0, eventId: `m-${program}`, body: { type: 'join', program } })),
  );
  if (credit > 0n) {
    const ofFriend = { ...none, customer: plan.orders[ORDER]?.customer ?? 0 };
    const until = new Date(START.getTime() + 24 * HOUR_MS);
    await road.send([
      { ...ofFriend, eventId: 'balance', body: { type: 'adjust', unit: CURRENCY, amount: credit, expiresAt: null } },
      {
        ...ofFriend,
        eventId: RESERVATION,
        body: { type: 'reserve', unit: CURRENCY, amount: credit, order: ORDER, expiresAt: until },
      },
    ]);
  }
  for (const [turn, index] of sending.entries()) {
    const step = steps[index];
    if (step === undefined) continue;
    const isRepeated = sending.indexOf(index) < turn;
    await road.send([isRepeated ? { ...step, eventId: `${step.eventId}-again-${turn}` } : step]);
  }
  const ended = steps.flatMap(({ body }) => (body.type === 'merge' ? [CUSTOMERS[body.from] ?? '?'] : []));
  const atOnce = withoutTraces(await road.observe(), ended);
  await road.runDueWork(new Date(START.getTime() + 30 * 24 * HOUR_MS));
  return [atOnce, withoutTraces(await road.observe(), ended)];
}

/**
 * Left out: what was granted and lost whole, or never granted as nothing was left to earn from; which payment's leg of a reward is
 * which; who had brought a record that ended, as it is remembered of what was stored before; coupons (told with their rewards) and enrolment, which looks at each event as it comes. A wait for codes is a place in a queue, and
 * queues are kept in the order in which things are stored: that somebody waits is compared, not since when.
 */
function withoutTraces(observation: Observation, ended: readonly string[]): Observation {
  const told: Record<string, string> = {};
  for (const [thing, text] of Object.entries(observation)) {
    if (ended.some((name) => thing.startsWith('brought ') && thing.endsWith(`/${name}`))) continue;
    if (thing.startsWith('coupon ') || thing.startsWith('member ')) continue;
    if (thing.startsWith('access ') && text.startsWith('revoked ')) continue;
    if (!thing.startsWith('reward ')) {
      const state = thing.startsWith('referral ') ? text.replace(/^reversed/, 'ordered or refused') : text;
      told[thing] = state.replace(/waits since \d.*$/, 'waits');
      continue;
    }
    if (/^(cancelled|reversed) /.test(text)) continue;
    const grant = thing.replace(/#\d+$/, '');
    const [, status = '', amount = '0', rest = ''] = /^(\w+) (\d+) of \d+ (.*)$/.exec(text) ?? ['', text];
    const before = /^(\w+) (\d+) (.*)$/.exec(told[grant] ?? '');
    told[grant] = `${status} ${BigInt(before?.[2] ?? 0) + BigInt(amount)} ${rest}`;
  }
  return told;
}

describe('the events of one order', () => {
  it('lead to the same state in any order, duplicates and merges included (contract 6.4, 6.5)', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async (its) => {
        expect(await send(its, its.sending)).toEqual(await send(its, [...its.steps.keys()]));
      }),
      { numRuns: RUNS },
    );
  });
});
