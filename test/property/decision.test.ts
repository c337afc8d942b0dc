import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, decide } from '../../src/domain/engine.ts';
import type { Event, EventBody, ResolvedTouch } from '../../src/domain/events.ts';
import type { Counter } from '../../src/domain/facts/counter.ts';
import { createFacts, type Facts, memberKey } from '../../src/domain/facts/facts.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId, type VersionId } from '../../src/domain/ids.ts';
import type { Budget, PerReferrerCap, ProgramDocument } from '../../src/domain/program/document.ts';
import { budgetPeriod } from '../../src/domain/reward/counters.ts';
import { addCalendarDays } from '../../src/domain/time/calendar.ts';
import { encodeLog } from '../../src/intake/log-codec.ts';
import { MemoryRoad } from './memory-road.ts';
import { play } from './play.ts';
import { shopActions } from './shop-action.ts';
import { arbitraryPlan, START } from './shop-plan.ts';

const IS_SOAK = process.env['SARAFAN_SOAK'] === '1';
const tables = [
  'programs',
  'customers',
  'memberships',
  'codes',
  'touches',
  'attributions',
  'referrals',
  'orders',
  'rewards',
  'coupons',
  'lots',
  'balances',
  'reservations',
  'counters',
  'accessGrants',
  'perkCodes',
  'acceptances',
  'standings',
  'feedback',
] as const;

/** Everything the facts hold, as text. */
function textOf(facts: Facts): string {
  return encodeLog([...tables.map((table) => [...facts[table].all()]), facts.transfers]);
}

function decisionText(decision: ReturnType<typeof decide>): string {
  if (!decision.ok) return encodeLog(decision.error);
  const { workspace, outcome } = decision.value;
  return encodeLog([outcome, ...tables.map((table) => [...workspace[table].changes()]), workspace.transfers]);
}

describe('a decision', () => {
  it('is the same for the same facts and event, and changes no fact before it is applied', { timeout: 600_000 }, async () => {
    const decideTwice: typeof decide = (facts, event, programs) => {
      const before = textOf(facts);
      const first = decide(facts, event, programs);
      expect(decisionText(decide(facts, event, programs))).toBe(decisionText(first));
      expect(textOf(facts)).toBe(before);
      return first;
    };
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(30), (plan, actions) =>
        play({ plan, actions }, new MemoryRoad(plan, decideTwice), { set: () => undefined }),
      ),
      { numRuns: IS_SOAK ? 2_000 : 60 },
    );
  });

  it('never lets a cap, a budget or a stock of the version that grants be exceeded', { timeout: 600_000 }, async () => {
    const decideWithinLimits: typeof decide = (facts, event, programs) => {
      const decision = decide(facts, event, programs);
      if (decision.ok)
        for (const counter of decision.value.workspace.counters.changes()) expectWithinLimits(counter, facts, event.occurredAt);
      return decision;
    };
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, shopActions(40), (plan, actions) =>
        play({ plan, actions }, new MemoryRoad(plan, decideWithinLimits), { set: () => undefined }),
      ),
      { numRuns: IS_SOAK ? 5_000 : 100 },
    );
  });
});

/** Where only one version has ever been, its limits are the limits; a later version may have lowered them below what stands. */
function expectWithinLimits(counter: Counter, facts: Facts, at: Date): void {
  const program = facts.programs.get(counter.programId);
  const [version, ...later] = program?.versions ?? [];
  if (version === undefined || later.length > 0 || version.effectiveFrom > at) return;
  const { document } = version;
  const limit = limitOf(counter, document);
  if (limit !== null) expect(counter.used <= limit, `${encodeLog(counter)} within ${limit}`).toBe(true);
}

function limitOf(counter: Counter, document: ProgramDocument): bigint | null {
  const caps: { readonly perReferrer: PerReferrerCap | null; readonly budget: Budget | null } | undefined = document.rules.find(
    ({ id }) => id === counter.ruleId,
  )?.caps;
  switch (counter.scope) {
    case 'budget':
      return limitIn(counter.ruleId === '' ? document.budget : caps?.budget, counter.period);
    case 'referrerAmount':
      return caps?.perReferrer?.amount ?? null;
    case 'referrerCount':
      return caps?.perReferrer?.count == null ? null : BigInt(caps.perReferrer.count);
    case 'stock':
      return stockOf(counter, document);
    case 'taxable':
      return null;
  }
}

/** Units gone of a perk; the counters of its codes have no limit. */
function stockOf({ ruleId: perk, period }: Counter, { perks }: ProgramDocument): bigint | null {
  const capacity = perks?.find(({ id }) => id === perk)?.capacity ?? null;
  return period !== 'life' || capacity === null ? null : BigInt(capacity);
}

const tenantId = idFromUuid<TenantId>('00000000-0000-4000-8000-000000000001');
const programId = idFromUuid<ProgramId>('00000000-0000-7000-8000-000000000000');
const versionId = idFromUuid<VersionId>('00000000-0000-7000-8000-000000000001');
const friendId = idFromUuid<CustomerId>('00000000-0000-4000-8000-0000000000ff');
const referrerIds = [0, 1, 2].map((index) => idFromUuid<CustomerId>(`00000000-0000-4000-8000-00000000000${index}`));
const classes = ['staff', 'code', 'lead', 'click', 'claim', 'answer'] as const;

const touch: fc.Arbitrary<ResolvedTouch> = fc
  .record({
    by: fc.constantFrom(...classes),
    referrer: fc.nat(2),
    hoursBefore: fc.integer({ min: 1, max: 90 }),
    isUnknown: fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0),
  })
  .map(({ by, referrer, hoursBefore, isUnknown }) => ({
    by,
    referrerId: isUnknown ? null : (referrerIds[referrer] ?? null),
    problem: isUnknown ? ('unknown-code' as const) : null,
    codeId: null,
    clickId: null,
    occurredAt: new Date(START.getTime() - hoursBefore * 3_600_000),
  }));

interface TouchStory {
  readonly windowDays: number;
  readonly clicks: 'first' | 'last';
  readonly touches: readonly ResolvedTouch[];
}

function winnerOf({ windowDays, clicks, touches }: TouchStory) {
  const facts = createFacts();
  const take = (body: EventBody, customer: CustomerId | null, given: readonly ResolvedTouch[], at: Date): void => {
    const sequence = BigInt([...facts.programs.all()].length + [...facts.touches.all()].length + [...facts.memberships.all()].length + 1);
    const event: Event = {
      tenantId,
      sequence,
      source: 'api',
      eventId: `e-${sequence}`,
      occurredAt: at,
      storedAt: START,
      entropy: sequence.toString(16).padStart(32, '0'),
      customer: customer === null ? null : { id: customer, linkedIds: [] },
      touches: given,
      actor: null,
      body,
    };
    const decision = decide(facts, event, [...facts.programs.all()]);
    if (!decision.ok) throw new Error(decision.error.code);
    apply(facts, decision.value);
  };
  const begin = new Date('2026-01-01T00:00:00Z');
  take(
    { type: 'program.published', programId, versionId, number: 1, effectiveFrom: begin, document: plainDocument(windowDays, clicks) },
    null,
    [],
    begin,
  );
  for (const id of referrerIds) take({ type: 'membership.joined', programId, by: 'staff' }, id, [], begin);
  for (const one of touches) take({ type: 'custom', name: 'visit' }, friendId, [one], START);
  take(
    {
      type: 'order.paid',
      orderId: 'o-1',
      order: { currency: 'RUB', totalMinor: 100n, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] },
      payment: null,
      couponCodes: [],
      reservationIds: [],
    },
    friendId,
    [],
    START,
  );
  const attribution = facts.attributions.get(memberKey(programId, friendId));
  return { referrerId: attribution?.referrerId, by: attribution?.by, touchAt: attribution?.touchAt };
}

function plainDocument(windowDays: number, touchKept: 'first' | 'last'): ProgramDocument {
  const name = { ru: 'Приведи друга', en: 'Refer a friend' };
  return {
    name,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    points: null,
    enrolment: { mode: 'staff', if: [] },
    attribution: { windowDays, touch: touchKept, lockAt: 'firstPaidOrder' },
    sharing: 'private',
    percentOf: { tax: 'included' },
    shortfall: 'debt',
    budget: null,
    tiers: [],
    margin: null,
    rules: [
      {
        id: 'first',
        on: 'order.paid',
        if: [],
        grant: [
          {
            to: 'referrer',
            benefit: { kind: 'credit', how: 'fixed', amountMinor: 1n },
            hold: null,
            expiresAfterDays: null,
            accrue: 'whenPaid',
          },
        ],
        caps: { perReferrer: null, budget: null },
      },
    ],
  };
}

/** Contract 6.8, said a second time: the strongest class, in it the last touch, clicks by the programme's choice. */
function expectedWinner({ windowDays, clicks, touches }: TouchStory): ResolvedTouch | undefined {
  const isOpen = (one: ResolvedTouch): boolean =>
    one.by === 'staff' || START < addCalendarDays(one.occurredAt, windowDays, 'Europe/Moscow');
  const valid = touches.filter((one) => one.referrerId !== null && isOpen(one));
  const by = classes.find((name) => valid.some((one) => one.by === name));
  const sameClass = valid.filter((one) => one.by === by).sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime());
  return by === 'click' && clicks === 'first' ? sameClass.at(-1) : sameClass[0];
}

describe('who brought a customer', () => {
  it('does not depend on the order in which the touches became known (contract 6.4, 6.8)', () => {
    const story = fc.record({
      windowDays: fc.constantFrom(1, 2, 30),
      clicks: fc.constantFrom('first' as const, 'last' as const),
      touches: fc.array(touch, { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        story.chain((its) => fc.tuple(fc.constant(its), fc.shuffledSubarray([...its.touches], { minLength: its.touches.length }))),
        ([its, shuffled]) => {
          const winner = winnerOf(its);
          expect(winnerOf({ ...its, touches: shuffled })).toEqual(winner);
          const expected = expectedWinner(its);
          expect({ by: winner.by, touchAt: winner.touchAt }).toEqual(
            expected === undefined ? { by: 'none', touchAt: null } : { by: expected.by, touchAt: expected.occurredAt },
          );
        },
      ),
      { numRuns: IS_SOAK ? 20_000 : 1_000 },
    );
  });
});

/** Money and points are counted apart; the plans' budgets are of one unit each. */
function limitIn(budget: Budget | null | undefined, period: string): bigint | null {
  return budget == null || budgetPeriod(budget.unit) !== period ? null : budget.amount;
}
