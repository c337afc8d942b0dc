import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT } from '../../../test/support/program-builders.ts';
import { MEMBER, paid } from '../../../test/support/tier-builders.ts';
import { type CustomerId, idFromUuid } from '../ids.ts';
import { measureOf } from '../order/order-measure.ts';
import type { Order } from './entities.ts';
import { createFacts } from './facts.ts';
import { KnownTallies } from './known-tallies.ts';
import { OrderTallies } from './order-tallies.ts';
import { OrderTally } from './order-tally.ts';

const OTHER = idFromUuid<CustomerId>('00000000-0000-7000-8000-000000000003');
const TYPED = { ...DOCUMENT, margin: { basisPoints: 3_000n, categories: [{ category: 'tea', basisPoints: 5_000n }] } };
const MEASURES = [measureOf('paidOrders', DOCUMENT), measureOf('spend', DOCUMENT), measureOf('margin', TYPED)];

const line = fc.record({
  sku: fc.constant(null),
  category: fc.constantFrom(null, 'tea'),
  quantity: fc.constant(1),
  totalMinor: fc.bigInt(0n, 500n),
  costMinor: fc.option(fc.bigInt(0n, 700n), { nil: null }),
});

const order: fc.Arbitrary<Order> = fc
  .record({
    id: fc.constantFrom('o-1', 'o-2', 'o-3', 'o-4'),
    day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    customerId: fc.constantFrom(MEMBER, MEMBER, OTHER, null),
    totalMinor: fc.bigInt(0n, 1_000n),
    creditMinor: fc.constantFrom(0n, 0n, 50n),
    refunded: fc.constantFrom(0n, 0n, 100n, 2_000n),
    currency: fc.constantFrom('RUB', 'RUB', 'USD'),
    isPaid: fc.boolean(),
    lines: fc.array(line, { maxLength: 2 }),
  })
  .map(({ id, day, customerId, totalMinor, creditMinor, refunded, currency, isPaid, lines }) => {
    const at = new Date(`${day}T10:00:00Z`);
    const refund = { id: 'r', requestedMinor: null, amountMinor: refunded, cut: false, occurredAt: at };
    return paid(at.toISOString(), totalMinor, {
      id,
      customerId,
      creditMinor,
      paidAt: isPaid ? at : null,
      refunds: refunded === 0n ? [] : [{ ...refund, amountMinor: refunded > totalMinor ? totalMinor + creditMinor : refunded }],
      data: { currency, totalMinor, deliveryMinor: 20n, taxMinor: 10n, channel: null, lines },
    });
  });

const step = fc.record({ kind: fc.constantFrom('apply', 'apply', 'remove', 'ask'), order });

function said(tallies: OrderTallies) {
  const all = [MEMBER, OTHER].flatMap((customerId) => MEASURES.map((measure) => tallies.of(customerId).sumOf(measure).all));
  const keyOf = (one: (typeof all)[number][number]): string => `${one.at} ${one.amount} ${one.from}`;
  return all.map((list) => list.map(keyOf).sort());
}

describe('a tally of orders (ADR 0023)', () => {
  it.each([
    ['of measures known from the beginning', MEASURES],
    ['of measures nobody has named before', []],
  ])('%s says what the orders say, after any changes and whenever it was first asked for', (_which, measures) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const known = new KnownTallies(measures);
        const facts = createFacts(undefined, known);
        for (const { kind, order: next } of steps) {
          if (kind === 'ask') for (const measure of MEASURES) facts.orderTallies.of(next.customerId ?? MEMBER).sumOf(measure);
          else if (kind === 'remove') facts.orders.remove(next.id);
          else facts.orders.apply(next);
        }
        const asFollowed = said(facts.orderTallies);
        expect(asFollowed).toEqual(said(new OrderTallies(facts.orders, known)));
      }),
      { numRuns: 500 },
    );
  });

  it('that was read says nothing of what was not read', () => {
    const spend = measureOf('spend', DOCUMENT);
    const read = new OrderTally([spend]);
    read.follow(null, paid('2026-11-01T10:00:00Z', 100n));
    expect(read.sumOf(spend).sumOfFirst(1)).toBe(100n);
    expect(() => read.sumOf(measureOf('margin', DOCUMENT))).toThrow('was read of them');
  });

  it('counts for as much as there is to hold where the longest known is forgotten first', () => {
    const spend = measureOf('spend', DOCUMENT);
    const known = new KnownTallies([spend]);
    for (const customerId of [OTHER, MEMBER]) {
      const orders = new OrderTally([spend]);
      for (let n = 0; n < 300; n += 1) orders.follow(null, paid('2026-11-01T10:00:00Z', 100n));
      known.meet(customerId, { referrals: new Map(), orders });
    }
    expect(known.knownOf([])).toEqual([OTHER, MEMBER]);
    known.trim(1_000);
    expect(known.knownOf([])).toEqual([MEMBER]);
    expect(known.has(OTHER)).toBe(false);
  });

  it('is one for documents that find every order to be worth the same', () => {
    expect(measureOf('spend', TYPED).key).toBe(measureOf('spend', DOCUMENT).key);
    expect(measureOf('margin', TYPED).key).not.toBe(measureOf('margin', DOCUMENT).key);
    expect(measureOf('spend', { ...DOCUMENT, currency: 'USD' }).key).not.toBe(measureOf('spend', DOCUMENT).key);
    const untaxed = { ...DOCUMENT, percentOf: { ...DOCUMENT.percentOf, tax: 'excluded' as const } };
    expect(measureOf('spend', untaxed).key).not.toBe(
      measureOf('spend', { ...DOCUMENT, percentOf: { ...untaxed.percentOf, tax: 'included' } }).key,
    );
  });
});
