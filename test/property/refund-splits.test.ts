import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hold } from '../../src/domain/program/document.ts';
import { MemoryRoad, memoryCustomerId } from './memory-road.ts';
import { regressions } from './regressions.ts';
import { PROGRAMS_FROM, type ShopPlan, START } from './shop-plan.ts';
import type { Step, StepBody } from './step.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 20_000 : 500;
const ORDER = 0;

interface Split {
  readonly totalMinor: bigint;
  readonly basisPoints: bigint;
  readonly isHeld: boolean;
  /** Sums refunded one after another, together at most the total. */
  readonly refunds: readonly bigint[];
}

const split: fc.Arbitrary<Split> = fc
  .record({
    totalMinor: fc.oneof(fc.bigInt(1n, 500n), fc.bigInt(2n ** 53n, 2n ** 60n)),
    basisPoints: fc.bigInt(1n, 10_000n),
    isHeld: fc.boolean(),
    cuts: fc.array(fc.bigInt(0n, 1_000_000n), { minLength: 1, maxLength: 6 }),
    isWhole: fc.boolean(),
  })
  .map(({ cuts, isWhole, ...its }) => {
    const marks = cuts.map((cut) => (its.totalMinor * cut) / 1_000_000n).sort((a, b) => (a < b ? -1 : 1));
    const ends = isWhole ? [...marks, its.totalMinor] : marks;
    return { ...its, refunds: ends.map((end, index) => end - (ends[index - 1] ?? 0n)).filter((amount) => amount > 0n) };
  });

const held: Hold = { days: 3, from: 'payment', orFromPaymentDays: null, reasons: [] };

/** A plan whose one rule gives the referrer a percentage of the friend's order. */
function planOf({ totalMinor, basisPoints, isHeld }: Split): ShopPlan {
  const plan = regressions['an order cancelled before it is paid keeps nothing']?.plan;
  if (plan === undefined) throw new Error('the regression has a plan');
  const programs = plan.programs.map((versions) =>
    versions.map((version) => ({
      ...version,
      rules: version.rules.map((rule) => ({
        ...rule,
        grant: rule.grant.map((grant) => ({
          ...grant,
          hold: isHeld ? held : null,
          benefit: { kind: 'credit' as const, how: 'percent' as const, basisPoints, maxMinor: null, of: 'base' as const },
        })),
      })),
    })),
  );
  return { ...plan, programs, orders: plan.orders.map((order) => ({ ...order, totalMinor })) };
}

/** What the referrer keeps after each refund. */
async function keptAfter(its: Split, refunds: readonly bigint[]): Promise<bigint[]> {
  const road = new MemoryRoad(planOf(its));
  let sent = 0;
  const send = async (body: StepBody, customer: number | null, code: number | null = null): Promise<void> => {
    sent += 1;
    const step: Step = { eventId: `e-${sent}`, at: START, sentAt: START, customer, code, lead: null, body };
    expect(await road.send([step])).toEqual(['processed']);
  };
  await send({ type: 'publish', program: 0, version: 0, effectiveFrom: PROGRAMS_FROM }, null);
  await send({ type: 'join', program: 0 }, 0);
  await send({ type: 'pay', order: ORDER, totalMinor: its.totalMinor, part: null, reservations: [], coupons: [] }, 1, 0);
  const kept: bigint[] = [];
  for (const [index, amount] of refunds.entries()) {
    await send({ type: 'refund', order: ORDER, refundId: `r-${index}`, amount }, null);
    const [reward] = [...road.facts.rewards.all()];
    const [balance] = [...road.facts.balances.all()].filter((one) => one.customerId === memoryCustomerId(0));
    const left = reward !== undefined && 'amount' in reward.benefit ? reward.benefit.amount : 0n;
    expect((balance?.available ?? 0n) + (balance?.held ?? 0n)).toBe(left);
    kept.push(left);
  }
  return kept;
}

describe('a refund in parts', () => {
  it('leaves floor(reward × (P − F) ÷ P) after each part, whatever the parts were, and nothing after the whole', async () => {
    await fc.assert(
      fc.asyncProperty(split, async (its) => {
        const reward = (its.totalMinor * its.basisPoints) / 10_000n;
        const kept = await keptAfter(its, its.refunds);
        let refunded = 0n;
        const expected = its.refunds.map((amount) => {
          refunded += amount;
          return (reward * (its.totalMinor - refunded)) / its.totalMinor;
        });
        expect(kept).toEqual(expected);
        const [whole] = refunded === 0n ? [undefined] : await keptAfter(its, [refunded]);
        expect(kept.at(-1)).toBe(whole);
        if (refunded === its.totalMinor) expect(kept.at(-1)).toBe(0n);
      }),
      { numRuns: RUNS },
    );
  });
});
