import { readFileSync } from 'node:fs';

/** One line of the fixture, read by hand: these tests must not share a parser with the product. */
export interface PastOrder {
  readonly id: string;
  readonly customer: string;
  readonly at: Date;
  /** Cents. */
  readonly minor: bigint;
}

const fixture = new URL('../fixtures/cdnow-orders.csv', import.meta.url);

/** The 69,659 orders of CDNOW in the order of the file, which is the order of their dates. */
export function readOrders(): readonly PastOrder[] {
  const [, ...lines] = readFileSync(fixture, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', customer = '', at = '', amount = ''] = line.split(',');
    return { id, customer, at: new Date(at), minor: BigInt(amount.replace('.', '')) };
  });
}

/** The same orders as a file of their own. */
export function csvOf(orders: readonly PastOrder[]): string {
  const lines = orders.map(({ id, customer, at, minor }) =>
    [id, customer, at.toISOString(), `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`, 'USD'].join(','),
  );
  return ['order_id,customer_id,occurred_at,amount,currency', ...lines, ''].join('\n');
}
