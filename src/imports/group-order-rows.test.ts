import { describe, expect, it } from 'vitest';
import { type BadRow, groupOrderRows, type OrderFileShape, type OrderOutcome, type RowOutcome } from './group-order-rows.ts';
import { valueProblem } from './import-problem.ts';
import type { OrderRow } from './order-row.ts';

const BOTH_TOTALS: OrderFileShape = { hasLines: true, hasBothTotals: true };
const LINE_TOTALS: OrderFileShape = { hasLines: true, hasBothTotals: false };

interface Line {
  readonly orderId: string;
  readonly total: bigint | null;
  readonly lineTotal: bigint | null;
}

function line(rowNumber: number, { orderId, total, lineTotal }: Line, change: Partial<OrderRow> = {}): RowOutcome<OrderRow> {
  const money = (amountMinor: bigint | null) => (amountMinor === null ? null : { amountMinor, currency: 'RUB' });
  const row: OrderRow = {
    rowNumber,
    orderId,
    customer: { externalId: 'c-1', email: null, phone: null, name: null },
    occurredAt: new Date('2026-11-20T00:00:00Z'),
    status: 'paid',
    isRefundRow: false,
    total: money(total),
    delivery: null,
    tax: null,
    cost: null,
    refunded: null,
    channel: null,
    code: null,
    category: null,
    sku: 'TEA',
    quantity: 1,
    lineTotal: money(lineTotal),
    items: null,
    ...change,
  };
  return { kind: 'row', row, rowNumber, nextByteOffset: rowNumber * 10 };
}

function bad(rowNumber: number, orderId: string | null): BadRow {
  const problem = { rowNumber, column: null, value: '', ...valueProblem('amount-not-a-number') };
  return { kind: 'bad', rowNumber, nextByteOffset: rowNumber * 10, orderId, problems: [problem] };
}

async function group(rows: readonly RowOutcome<OrderRow>[], shape: OrderFileShape): Promise<OrderOutcome[]> {
  async function* stream(): AsyncGenerator<RowOutcome<OrderRow>> {
    yield* rows;
  }
  const outcomes: OrderOutcome[] = [];
  for await (const outcome of groupOrderRows(stream(), shape)) outcomes.push(outcome);
  return outcomes;
}

function brief(outcome: OrderOutcome): string {
  switch (outcome.kind) {
    case 'order':
      return `${outcome.order.orderId}=${outcome.order.total.amountMinor}/${outcome.order.lines.length}`;
    case 'refund':
      return `refund ${outcome.refund.orderId}=${outcome.refund.amount?.amountMinor}`;
    case 'bad':
      return `bad ${outcome.problems.map(({ rowNumber, reason }) => `${rowNumber}:${reason}`).join(' ')}`;
  }
}

async function briefs(rows: readonly RowOutcome<OrderRow>[], shape: OrderFileShape): Promise<string[]> {
  return (await group(rows, shape)).map(brief);
}

const a = { orderId: 'A', total: 100n, lineTotal: 60n };
const b = { orderId: 'B', total: 50n, lineTotal: 50n };

describe('groupOrderRows', () => {
  it('makes each row an order where the file has no lines', async () => {
    const rows = [line(2, { ...a, lineTotal: null }), line(3, { ...a, lineTotal: null }), bad(4, null)];
    expect(await briefs(rows, { hasLines: false, hasBothTotals: false })).toEqual(['A=100/1', 'A=100/1', 'bad 4:amount-not-a-number']);
  });

  it('joins rows of one order that follow each other, the total counted once', async () => {
    expect(await briefs([line(2, a), line(3, { ...a, lineTotal: 40n }), line(4, b)], BOTH_TOTALS)).toEqual(['A=100/2', 'B=50/1']);
  });

  it('adds line totals and delivery where the file gives no order total', async () => {
    const delivery = { amountMinor: 7n, currency: 'RUB' };
    const rows = [line(2, { ...a, total: null }, { delivery }), line(3, { ...a, total: null, lineTotal: 40n }, { delivery })];
    expect(await briefs(rows, LINE_TOTALS)).toEqual(['A=107/2']);
  });

  it('keeps totals above 2^53 exact', async () => {
    const huge = 9_007_199_254_740_993n;
    const rows = [line(2, { ...a, total: null, lineTotal: huge }), line(3, { ...a, total: null, lineTotal: 1n })];
    expect(await briefs(rows, LINE_TOTALS)).toEqual([`A=${huge + 1n}/2`]);
  });

  it('counts every row once and resumes behind each outcome', async () => {
    const outcomes = await group([line(2, a), bad(3, 'A'), bad(4, null), line(5, b), bad(6, null)], BOTH_TOTALS);
    expect(outcomes.map(({ rowCount, next }) => [rowCount, next.rowNumber, next.byteOffset])).toEqual([
      [2, 4, 30],
      [1, 5, 40],
      [1, 6, 50],
      [1, 7, 60],
    ]);
  });

  it('leaves an order out whole when one of its rows was refused', async () => {
    expect(await briefs([line(2, a), bad(3, 'A'), line(4, a), line(5, b)], BOTH_TOTALS)).toEqual([
      'bad 3:amount-not-a-number 2:order-has-bad-row 4:order-has-bad-row',
      'B=50/1',
    ]);
  });

  it('leaves an order out when an unreadable row stands between its rows', async () => {
    expect(await briefs([line(2, a), bad(3, null), line(4, a), line(5, b)], BOTH_TOTALS)).toEqual([
      'bad 3:amount-not-a-number 2:order-has-bad-row 4:order-has-bad-row',
      'B=50/1',
    ]);
  });

  it('spares the neighbours of an unreadable row when the order total is given', async () => {
    expect(await briefs([line(2, a), bad(3, null), line(4, b)], BOTH_TOTALS)).toEqual(['A=100/1', 'bad 3:amount-not-a-number', 'B=50/1']);
  });

  it('leaves both neighbours out when their totals would miss a lost line', async () => {
    const c = { orderId: 'C', total: null, lineTotal: 5n };
    const rows = [line(2, { ...a, total: null }), bad(3, null), line(4, { ...b, total: null }), line(5, c)];
    expect(await briefs(rows, LINE_TOTALS)).toEqual([
      'bad 2:order-has-bad-row',
      'bad 3:amount-not-a-number',
      'bad 4:order-has-bad-row',
      'C=5/1',
    ]);
  });

  it('gives a negative row as a refund of its order', async () => {
    const rows = [line(2, a), line(3, { ...a, total: 30n, lineTotal: null }, { isRefundRow: true }), line(4, b)];
    expect(await briefs(rows, BOTH_TOTALS)).toEqual(['A=100/1', 'refund A=30', 'B=50/1']);
  });

  it('refuses rows of one order that disagree, or whose amount may be of the order or the line', async () => {
    expect(await briefs([line(2, a), line(3, { ...a, total: 99n })], BOTH_TOTALS)).toEqual(['bad 3:order-rows-disagree']);
    const unclear = { ...a, lineTotal: null };
    expect(await briefs([line(2, unclear), line(3, unclear)], LINE_TOTALS)).toEqual(['bad 2:order-total-unclear 3:order-total-unclear']);
    expect(await briefs([line(2, unclear), line(3, { ...unclear, total: 20n })], LINE_TOTALS)).toEqual(['A=120/2']);
  });

  it('takes a refunded order for paid and given back in full', async () => {
    const [outcome] = await group([line(2, a, { status: 'refunded' })], BOTH_TOTALS);
    expect(outcome).toMatchObject({ kind: 'order', order: { status: 'paid', refunded: { amountMinor: 100n } } });
  });

  it('bounds the lines of an order', async () => {
    const rows = Array.from({ length: 1_200 }, (_unused, index) => line(index + 2, a));
    expect(await briefs(rows, BOTH_TOTALS)).toEqual(['bad 2:order-too-many-lines']);
  });
});
