import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step, Steps } from '../../src/domain/program/document.ts';
import { CountingShop, customerId, FRIENDS, REFERRERS, TOTAL } from './counting-shop.ts';

const RUNS = process.env['SARAFAN_SOAK'] === '1' ? 20_000 : 400;
/** Twenty thousand histories take minutes. */
const TIMEOUT_MS = 600_000;
const START_MS = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;

type Act =
  | { readonly kind: 'pay' | 'correct'; readonly friend: number; readonly referrer: number }
  | { readonly kind: 'cancel' | 'refund' | 'deny'; readonly friend: number }
  | { readonly kind: 'part'; readonly friend: number; readonly amount: bigint }
  | { readonly kind: 'wait'; readonly days: number };

const friend = fc.constantFrom(...FRIENDS);
const referrer = fc.constantFrom(...REFERRERS);

const wholeActs: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pay' as const), friend, referrer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'refund' as const, 'deny' as const), friend }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), friend, referrer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
);
const partRefund: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('part' as const), friend, amount: fc.bigInt(1n, 70_000n) });

const steps: fc.Arbitrary<Steps> = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'retroactive' as const, 'milestone' as const),
    per: fc.constantFrom('life' as const, 'year' as const, 'month' as const),
    froms: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    amounts: fc.array(fc.oneof(fc.bigInt(1n, 500n), fc.bigInt(2n ** 53n, 2n ** 54n)), { minLength: 3, maxLength: 3 }),
  })
  .map(({ mode, per, froms, amounts }) => {
    const rising = [...amounts].sort((a, b) => (a < b ? -1 : 1));
    return { mode, per, table: [...froms].sort((a, b) => a - b).map((from, index) => ({ from, amount: rising[index] ?? 1n })) };
  });

/** T(n) as the requirement says it, friend by friend. */
function owed({ mode, table }: Steps, count: number): bigint {
  const at = (number: number): Step | undefined => table.filter((step) => step.from <= number).at(-1);
  let total = 0n;
  for (let number = 1; number <= count; number += 1) {
    if (mode === 'marginal') total += at(number)?.amount ?? 0n;
    if (mode === 'retroactive') total = (at(number)?.amount ?? 0n) * BigInt(number);
    if (mode === 'milestone') total += table.find((step) => step.from === number)?.amount ?? 0n;
  }
  return total;
}

interface Friend {
  readonly paidAt: Date;
  referrer: number;
  isStaff: boolean;
  counts: boolean;
  isRefunded: boolean;
}

/** Who counts for whom, kept beside the engine. */
class Counts {
  readonly friends = new Map<number, Friend>();
  readonly #steps: Steps;

  constructor(given: Steps) {
    this.#steps = given;
  }

  owedTo(referrerIndex: number): bigint {
    const periods = new Map<string, number>();
    for (const one of this.friends.values()) {
      if (!one.counts || one.referrer !== referrerIndex) continue;
      const period = periodOf(this.#steps, one.paidAt);
      periods.set(period, (periods.get(period) ?? 0) + 1);
    }
    return [...periods.values()].reduce((sum, count) => sum + owed(this.#steps, count), 0n);
  }
}

/** Moscow is three hours ahead of UTC all year. */
function periodOf({ per }: Steps, at: Date): string {
  const local = new Date(at.getTime() + 3 * 3_600_000).toISOString();
  return per === 'life' ? 'life' : local.slice(0, per === 'year' ? 4 : 7);
}

function play(shop: CountingShop, counts: Counts, act: Exclude<Act, { kind: 'wait' }>, at: Date, number: number): void {
  const known = counts.friends.get(act.friend);
  if (act.kind === 'pay') {
    if (known !== undefined) return;
    shop.pay(at, act.friend, act.referrer);
    counts.friends.set(act.friend, { paidAt: at, referrer: act.referrer, isStaff: false, counts: true, isRefunded: false });
    return;
  }
  if (known === undefined) return;
  switch (act.kind) {
    case 'cancel':
    case 'refund':
      if (act.kind === 'cancel') shop.cancel(at, act.friend);
      else shop.refund(at, act.friend, `r-${number}`, null);
      known.counts = false;
      known.isRefunded = true;
      return;
    case 'deny':
      if (shop.deny(at, act.friend)) known.counts = false;
      return;
    case 'correct':
      if (known.isStaff && known.referrer === act.referrer) return;
      shop.correct(at, act.friend, act.referrer);
      known.referrer = act.referrer;
      known.isStaff = true;
      known.counts = !known.isRefunded;
      return;
    case 'part':
      if (!known.isRefunded) shop.refund(at, act.friend, `r-${number}`, act.amount);
      return;
  }
}

function playAll(given: Steps, acts: readonly Act[], isReviewed: boolean, check: (shop: CountingShop, counts: Counts) => void): void {
  const shop = new CountingShop(given, { isReviewed });
  const counts = new Counts(given);
  let nowMs = START_MS;
  for (const [number, act] of acts.entries()) {
    nowMs += act.kind === 'wait' ? act.days * DAY_MS : 60_000;
    if (act.kind === 'wait') continue;
    play(shop, counts, act, new Date(nowMs), number);
    check(shop, counts);
  }
}

function sumOf(amounts: Iterable<bigint>): bigint {
  return [...amounts].reduce((sum, amount) => sum + amount, 0n);
}

describe('any sequence of referrals and reversals (0-17)', () => {
  it(
    'leaves each referrer with exactly T(n), on the balance as in the rewards',
    () => {
      fc.assert(
        fc.property(steps, fc.array(wholeActs, { minLength: 1, maxLength: 30 }), fc.boolean(), (given, acts, isReviewed) => {
          playAll(given, acts, isReviewed, (shop, counts) => {
            for (const index of REFERRERS) {
              const standing = sumOf(shop.standing(index).values());
              expect(standing).toBe(counts.owedTo(index));
              const [balance] = [...shop.facts.balances.all()].filter((one) => one.customerId === customerId(index));
              expect((balance?.available ?? 0n) + (balance?.held ?? 0n)).toBe(standing);
              expect(balance?.debt ?? 0n).toBe(0n);
            }
          });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'takes no more and gives no more than the kept share of what was earned when orders are refunded in part',
    () => {
      const acts = fc.array(fc.oneof({ weight: 3, arbitrary: wholeActs }, { weight: 1, arbitrary: partRefund }), {
        minLength: 1,
        maxLength: 30,
      });
      fc.assert(
        fc.property(steps, acts, (given, list) => {
          playAll(given, list, false, (shop, counts) => {
            for (const index of REFERRERS) {
              const standing = shop.standing(index);
              expect(sumOf(standing.values())).toBeLessThanOrEqual(counts.owedTo(index));
              for (const [friendIndex, amount] of standing) {
                const mine = shop
                  .rewards()
                  .filter((one) => one.customerId === customerId(index) && one.friendId === customerId(friendIndex));
                const live = mine.filter((one) => one.status === 'issued');
                const earned = sumOf(live.map(({ benefit }) => ('originalAmount' in benefit ? benefit.originalAmount : 0n)));
                const refunded = sumOf(shop.facts.orders.get(`o-${friendIndex}`)?.refunds.map((refund) => refund.amountMinor) ?? []);
                expect(amount).toBeGreaterThanOrEqual(0n);
                expect(amount).toBeLessThanOrEqual((earned * (TOTAL - refunded)) / TOTAL + BigInt(mine.length));
              }
            }
          });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );
});
