/** What the linter says of 69,659 real purchases, against counts made here from the file itself (0-07). */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLintFigures } from '../../src/advice/read-figures.ts';
import type { ProgramDocument, Tier } from '../../src/domain/program/document.ts';
import type { LintFigures } from '../../src/domain/program/lint/figures.ts';
import type { TierCondition } from '../../src/domain/program/tier-condition.ts';
import { CDNOW, runImportOf } from '../imports/run-imports.ts';
import { adviceOf, CAREFUL, checksOf, KNOWN, TIER, tiered } from '../support/lint-builders.ts';
import { openShop, type Shop } from '../support/shop.ts';

const DAY_MS = 86_400_000;

interface Purchase {
  readonly customer: string;
  readonly day: number;
  readonly cents: number;
}

const purchases: readonly Purchase[] = readFileSync(CDNOW, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([, customer = '', at = '', amount = '']) => ({
    customer,
    day: Date.parse(at) / DAY_MS,
    cents: Number(amount.replace('.', '')),
  }))
  .filter(({ cents }) => cents > 0);
const byCustomer = new Map<string, Purchase[]>();
for (const purchase of purchases) byCustomer.set(purchase.customer, [...(byCustomer.get(purchase.customer) ?? []), purchase]);

/** Customers for whom some window of so many days, ending on one of their own days, measures enough. */
function countWho(measure: (window: readonly Purchase[]) => number, atLeast: number, withinDays = 100_000): ReadonlySet<string> {
  const found = [...byCustomer].filter(([, own]) =>
    own.some(({ day }) => measure(own.filter((each) => each.day <= day && each.day > day - withinDays)) >= atLeast),
  );
  return new Set(found.map(([customer]) => customer));
}
const count = (window: readonly Purchase[]): number => window.length;
const spend = (window: readonly Purchase[]): number => window.reduce((sum, { cents }) => sum + cents, 0);

const entry = (...conditions: readonly TierCondition[]): Tier['entry'] => ({ if: conditions, acceptance: 'none' });
const orders = (atLeast: number, withinDays: number | null = null): TierCondition => ({ kind: 'paidOrders', atLeast, withinDays });
const spent = (atLeastMinor: bigint, withinDays: number | null = null): TierCondition => ({ kind: 'spend', atLeastMinor, withinDays });

const document: ProgramDocument = {
  ...tiered(
    { entry: entry(orders(2)) },
    { entry: entry(orders(5, 90)) },
    { entry: entry(spent(50_000n, 365)) },
    { entry: entry(orders(20), spent(100_000n), { kind: 'noOpenComplaint' }) },
    { entry: entry({ kind: 'qualifiedReferrals', atLeast: 3, withinDays: null }) },
    { entry: entry(orders(100)) },
  ),
  currency: 'USD',
  timeZone: 'UTC',
  rules: [{ ...CAREFUL.rules[0], if: [{ kind: 'paid', atLeastMinor: 2_000n }] } as ProgramDocument['rules'][number]],
};

describe('the figures of CDNOW', () => {
  let shop: Shop;
  let figures: LintFigures;
  beforeAll(async () => {
    shop = await openShop();
    await runImportOf(shop, 'orders', CDNOW);
    const read = await readLintFigures(shop.test.database.kysely, shop.tenantId, document);
    if (read === null) throw new Error('there are orders');
    figures = read;
  }, 180_000);

  it('are those of the file', () => {
    const cents = purchases.map((each) => each.cents).toSorted((a, b) => a - b);
    const lastDay = Math.max(...purchases.map(({ day }) => day));
    const inLastYear = purchases.filter(({ day }) => day > lastDay - 365);
    const firsts = [...byCustomer.values()].map((own) => Math.min(...own.map(({ day }) => day)));
    expect(figures).toMatchObject({
      currency: 'USD',
      orders: purchases.length,
      customers: byCustomer.size,
      largestOrderMinor: BigInt(cents.at(-1) ?? 0),
      medianOrderMinor: BigInt(cents[Math.ceil(cents.length / 2) - 1] ?? 0),
      ordersPerMonth: BigInt(Math.floor((inLastYear.length * 30) / 365)),
      firstOrdersPerMonth: BigInt(Math.floor((firsts.filter((day) => day > lastDay - 365).length * 30) / 365)),
      repeatOrdersBasisPoints: BigInt(Math.floor(((purchases.length - byCustomer.size) * 10_000) / purchases.length)),
      refundRateBasisPoints: 0n,
      otherCurrencyOrders: 0,
      mostReferrals: 0,
    });
    expect(figures.ordersBelow).toEqual(new Map([['2000', purchases.filter((each) => each.cents < 2_000).length]]));
  });

  it('tell for each tier who has ever met its entry, in any window of its length', () => {
    const spenders = countWho(spend, 100_000);
    const both = [...countWho(count, 20)].filter((customer) => spenders.has(customer));
    expect(figures.tierReach).toEqual(
      new Map([
        ['tier-1', countWho(count, 2).size],
        ['tier-2', countWho(count, 5, 90).size],
        ['tier-3', countWho(spend, 50_000, 365).size],
        ['tier-4', both.length],
        // Nobody has referred anybody yet: tier-5 cannot be asked about.
        ['tier-6', countWho(count, 100).size],
      ]),
    );
  });

  it('say of a tier nobody reaches how many of how many would', () => {
    const reached = countWho(count, 100).size;
    const advice = adviceOf('tier-out-of-reach', { ...document, tiers: [{ ...TIER, id: 'tier-6' }] }, { ...KNOWN, figures });
    expect(advice.reason.en).toContain(`${reached} of 23,502 customers`);
    expect(advice.reason.ru).toContain(`${reached} из 23\u00a0502 клиентов`);
    expect(advice.evidence.trust).toBe('own-orders');
    const everybody = { ...document, tiers: [{ ...TIER, id: 'tier-1' }] };
    expect(checksOf(everybody, { ...KNOWN, figures })).not.toContain('tier-out-of-reach');
  });

  it('say nothing of a document in another currency but that', async () => {
    const roubles = { ...document, currency: 'RUB' };
    const read = await readLintFigures(shop.test.database.kysely, shop.tenantId, roubles);
    expect(read?.ordersBelow).toEqual(new Map());
    expect(checksOf(roubles, { ...KNOWN, figures: read })).toContain('orders-in-another-currency');
    expect(checksOf(roubles, { ...KNOWN, figures: read })).not.toContain('tier-out-of-reach');
  });
});
