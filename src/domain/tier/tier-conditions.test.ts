import { describe, expect, it } from 'vitest';
import { CUSTOMER, caseOf, ladder, type Past, paid, qualifiedInstants, referrals } from '../../../test/support/tier-builders.ts';
import type { OrderLine } from '../facts/entities.ts';
import type { Feedback } from '../facts/standing.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { TierCondition } from '../program/tier-condition.ts';
import { measureAll, nextChange } from './tier-conditions.ts';

const MOSCOW = ladder();
const BERLIN: ProgramDocument = { ...MOSCOW, timeZone: 'Europe/Berlin' };

function measure(condition: TierCondition, history: Partial<Past>, at: string, document: ProgramDocument = MOSCOW) {
  const [found] = measureAll([condition], caseOf({ document, history }), new Date(at));
  if (found === undefined) throw new Error('one condition has one measure');
  return { holds: found.holds, have: found.have, need: found.need };
}

const changeOf = (condition: TierCondition, history: Partial<Past>, at: string, document: ProgramDocument = MOSCOW): string | null =>
  nextChange([condition], caseOf({ document, history }), new Date(at))?.toISOString() ?? null;

const scores = (...given: [at: string, score: number][]): Feedback[] =>
  given.map(([at, score], index) => ({ sequence: BigInt(index + 1), customerId: CUSTOMER.id, score, occurredAt: new Date(at) }));

describe('paid orders (0-12)', () => {
  const twice: TierCondition = { kind: 'paidOrders', atLeast: 2, withinDays: null };

  it.each([
    [1, false],
    [2, true],
    [3, true],
  ])('%i for life against two', (paidOrderCount, holds) => {
    expect(measure(twice, { customer: { ...CUSTOMER, paidOrderCount } }, '2026-11-20T12:00:00Z')).toEqual({
      holds,
      have: BigInt(paidOrderCount),
      need: 2n,
    });
  });

  const monthly: TierCondition = { kind: 'paidOrders', atLeast: 1, withinDays: 30 };

  it.each([
    // Paid on 1 October in Moscow: the 30th day with it is 30 October, which ends at 21:00 UTC.
    [MOSCOW, '2026-10-01T20:59:59Z', '2026-10-30T20:59:59.999Z', '2026-10-30T21:00:00.000Z'],
    // One second later it is 2 October there, and everything a day later.
    [MOSCOW, '2026-10-01T21:00:00Z', '2026-10-31T20:59:59.999Z', '2026-10-31T21:00:00.000Z'],
    // Berlin: summer time ends on 25 October, the day begins at 23:00 UTC afterwards.
    [BERLIN, '2026-10-01T12:00:00Z', '2026-10-30T22:59:59.999Z', '2026-10-30T23:00:00.000Z'],
    // And begins on 29 March: the day begins at 22:00 UTC afterwards.
    [BERLIN, '2026-03-10T12:00:00Z', '2026-04-08T21:59:59.999Z', '2026-04-08T22:00:00.000Z'],
  ])('in a window slide out at 00:00 local (%#)', (document, paidAt, last, gone) => {
    const history = { orders: [paid(paidAt, 100n)] };
    expect(measure(monthly, history, last, document).holds).toBe(true);
    expect(measure(monthly, history, gone, document).holds).toBe(false);
    expect(changeOf(monthly, history, paidAt, document)).toBe(gone);
    expect(changeOf(monthly, history, gone, document)).toBeNull();
  });

  it('do not count when refunded whole, and count when refunded in part', () => {
    const refund = (amountMinor: bigint) => ({
      id: 'r',
      requestedMinor: null,
      amountMinor,
      cut: false,
      occurredAt: new Date('2026-11-02T00:00:00Z'),
    });
    const orders = [
      paid('2026-11-01T10:00:00Z', 100n, { refunds: [refund(99n)] }),
      paid('2026-11-01T11:00:00Z', 100n, { refunds: [refund(100n)] }),
      paid('2026-11-01T12:00:00Z', 100n, { paidAt: null }),
    ];
    expect(measure(monthly, { orders }, '2026-11-20T12:00:00Z').have).toBe(1n);
  });
});

describe('spend and margin', () => {
  const spend: TierCondition = { kind: 'spend', atLeastMinor: 9_007_199_254_740_993n, withinDays: null };
  const line = (totalMinor: bigint, more: Partial<OrderLine> = {}): OrderLine => ({
    sku: null,
    category: null,
    quantity: 1,
    totalMinor,
    costMinor: null,
    ...more,
  });
  const withLines = (...lines: OrderLine[]) => {
    const totalMinor = lines.reduce((sum, { totalMinor: each }) => sum + each, 0n);
    return paid('2026-11-01T10:00:00Z', totalMinor, {
      data: { currency: 'RUB', totalMinor, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines },
    });
  };

  it('spend is exact above 2^53, and one short is short', () => {
    expect(measure(spend, { orders: [paid('2026-11-01T10:00:00Z', 9_007_199_254_740_993n)] }, '2026-11-20T12:00:00Z').holds).toBe(true);
    expect(measure(spend, { orders: [paid('2026-11-01T10:00:00Z', 9_007_199_254_740_992n)] }, '2026-11-20T12:00:00Z').holds).toBe(false);
  });

  it('spend leaves delivery, refunds and other currencies out', () => {
    const of = { currency: 'RUB', totalMinor: 1_000n, deliveryMinor: 200n, taxMinor: 0n, channel: null, lines: [] };
    const refunds = [{ id: 'r', requestedMinor: null, amountMinor: 500n, cut: false, occurredAt: new Date('2026-11-02T00:00:00Z') }];
    const orders = [
      paid('2026-11-01T10:00:00Z', 1_000n, { data: of, refunds }),
      paid('2026-11-01T11:00:00Z', 1_000n, { data: { ...of, currency: 'USD' } }),
    ];
    expect(measure({ kind: 'spend', atLeastMinor: 1n, withinDays: null }, { orders }, '2026-11-20T12:00:00Z').have).toBe(400n);
  });

  it.each<[string, OrderLine[], ProgramDocument['margin'], bigint, string]>([
    ['the lines’ cost', [line(1_000n, { costMinor: 600n })], null, 400n, 'cost'],
    ['the programme’s typed share', [line(1_000n)], { basisPoints: 3_000n, categories: [] }, 300n, 'typed'],
    [
      'the category’s typed share',
      [line(1_000n, { category: 'tea' })],
      { basisPoints: 3_000n, categories: [{ category: 'tea', basisPoints: 5_000n }] },
      500n,
      'typed',
    ],
    ['some of each', [line(1_000n, { costMinor: 600n }), line(1_000n)], { basisPoints: 3_000n, categories: [] }, 700n, 'mixed'],
    ['nowhere, and says so', [line(1_000n)], null, 0n, 'unknown'],
    ['a loss, which counts as one', [line(1_000n, { costMinor: 1_600n })], null, -600n, 'cost'],
  ])('margin comes from %s', (_name, lines, margin, have, from) => {
    const document = { ...MOSCOW, margin };
    const context = caseOf({ document, history: { orders: [withLines(...lines)] } });
    const [found] = measureAll([{ kind: 'margin', atLeastMinor: 1n, withinDays: null }], context, new Date('2026-11-20T12:00:00Z'));
    expect(found).toMatchObject({ have, marginFrom: from });
  });
});

describe('satisfaction (0-12)', () => {
  const satisfied: TierCondition = { kind: 'score', atLeast: 7, required: false };

  it.each([
    ['6 is too low', scores(['2026-11-01T00:00:00Z', 6]), false],
    ['9 is enough', scores(['2026-11-01T00:00:00Z', 9]), true],
    ['7 is the limit itself', scores(['2026-11-01T00:00:00Z', 7]), true],
    ['none is no obstacle', [], true],
    ['the latest one counts, not the last stored', scores(['2026-11-02T00:00:00Z', 9], ['2026-11-01T00:00:00Z', 2]), true],
  ])('%s', (_name, feedback, holds) => {
    expect(measure(satisfied, { feedback }, '2026-11-20T12:00:00Z').holds).toBe(holds);
  });

  it('a score that the owner asks for must have been given', () => {
    expect(measure({ ...satisfied, required: true }, {}, '2026-11-20T12:00:00Z').holds).toBe(false);
  });

  it('an open complaint stands in the way until it is closed', () => {
    const open = { customer: { ...CUSTOMER, openComplaints: ['c-1'] } };
    expect(measure({ kind: 'noOpenComplaint' }, open, '2026-11-20T12:00:00Z')).toEqual({ holds: false, have: 1n, need: 0n });
    expect(measure({ kind: 'noOpenComplaint' }, {}, '2026-11-20T12:00:00Z').holds).toBe(true);
  });

  it('scores given count in a window', () => {
    const feedback = scores(['2026-11-01T12:00:00Z', 1], ['2026-11-10T12:00:00Z', 9]);
    const twice: TierCondition = { kind: 'scoresGiven', atLeast: 2, withinDays: 10 };
    expect(measure(twice, { feedback }, '2026-11-10T20:59:59Z').have).toBe(2n);
    expect(measure(twice, { feedback }, '2026-11-10T21:00:00Z').have).toBe(1n);
  });
});

describe('referrals and days (0-16, 0-20)', () => {
  it('counts qualified ones alone: not those reversed, waiting for review or denied', () => {
    const [one, two, three, four] = referrals(
      '2026-11-01T00:00:00Z',
      '2026-11-02T00:00:00Z',
      '2026-11-03T00:00:00Z',
      '2026-11-04T00:00:00Z',
    );
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('four were made');
    const mixed = [
      one,
      { ...two, status: 'reversed' as const },
      { ...three, review: 'waiting' as const },
      { ...four, review: 'denied' as const },
    ];
    expect(
      measure(
        { kind: 'qualifiedReferrals', atLeast: 1, withinDays: null },
        { qualifiedInstants: qualifiedInstants(mixed) },
        '2026-11-20T12:00:00Z',
      ).have,
    ).toBe(1n);
  });

  it('days since joining are local calendar days: across the end of summer time one has 25 hours', () => {
    const joinedAt = new Date('2026-10-24T12:00:00Z');
    const once: TierCondition = { kind: 'daysSinceJoining', atLeast: 1 };
    expect(measure(once, { joinedAt }, '2026-10-25T12:59:59Z', BERLIN)).toEqual({ holds: false, have: 0n, need: 1n });
    expect(measure(once, { joinedAt }, '2026-10-25T13:00:00Z', BERLIN)).toEqual({ holds: true, have: 1n, need: 1n });
    expect(changeOf(once, { joinedAt }, '2026-10-24T12:00:00Z', BERLIN)).toBe('2026-10-25T13:00:00.000Z');
  });
});
