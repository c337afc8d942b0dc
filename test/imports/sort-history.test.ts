import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OrderOutcome } from '../../src/imports/group-order-rows.ts';
import { sortHistory } from '../../src/imports/sort-history.ts';

function refund(day: number, orderId: string, rowNumber: number): OrderOutcome {
  const amount = { amountMinor: 9_007_199_254_740_993n, currency: 'RUB' };
  const occurredAt = new Date(Date.UTC(2026, 0, day));
  return {
    kind: 'refund',
    refund: { rowNumber, refundId: null, orderId, amount, occurredAt },
    rowCount: 1,
    next: { rowNumber: rowNumber + 1, byteOffset: rowNumber },
  };
}

async function* given(outcomes: readonly OrderOutcome[]): AsyncGenerator<OrderOutcome> {
  yield* outcomes;
}

it('sorts by day, order and row whatever fits into memory, and yields bad rows first (contract 6.5)', async () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('A-1', 'A-10', 'A-2', 'Я')), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 3_000 }), async (drawn, chunkBytes) => {
      const good = drawn.map(([day, orderId], index) => refund(day, orderId, index + 2));
      const bad: OrderOutcome = { kind: 'bad', problems: [], rowCount: 1, next: { rowNumber: 99, byteOffset: 99 } };
      const sorted: OrderOutcome[] = [];
      for await (const outcome of sortHistory(given([...good, bad]), { onRead: () => undefined, chunkBytes })) sorted.push(outcome);
      const key = (outcome: OrderOutcome): string =>
        outcome.kind === 'refund'
          ? `${outcome.refund.occurredAt.toISOString()} ${outcome.refund.orderId}\n${String(outcome.refund.rowNumber).padStart(3, '0')}`
          : '';
      expect(sorted).toEqual([bad, ...good.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))]);
    }),
    { numRuns: 60 },
  );
});
