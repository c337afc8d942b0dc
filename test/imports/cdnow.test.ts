import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { assert } from '../../src/domain/result.ts';
import { ORDER_COLUMNS } from '../../src/imports/header-names.ts';
import { mapHeaders } from '../../src/imports/map-headers.ts';
import { readCsv } from '../../src/imports/read-csv.ts';
import { readOrders, sniffFileDecimalMark } from '../../src/imports/read-rows.ts';

const CDNOW = fileURLToPath(new URL('../fixtures/cdnow-orders.csv', import.meta.url));

it('reads the CDNOW file to the facts its README states (0-05)', async () => {
  const file = await readCsv(CDNOW);
  assert(file.ok, 'the file can be read');
  const map = mapHeaders(file.value.header, { columns: ORDER_COLUMNS });
  assert(map.ok, 'its headers are known');
  const decimalMark = sniffFileDecimalMark(file.value, { map: map.value, columns: ['total'] });
  const settings = { currency: null, timeZone: 'UTC', dateOrder: 'dmy', decimalMark, now: new Date('2026-11-22T09:00:00Z') } as const;
  const facts = { orders: 0, totalMinor: 0n, zeroOrders: 0, others: 0, firstDay: '9', lastDay: '0', currencies: new Set<string>() };
  const customers = new Set<string | null>();
  for await (const outcome of readOrders(file.value, { map: map.value, settings })) {
    if (outcome.kind !== 'order') {
      facts.others += 1;
      continue;
    }
    const { total, customer, occurredAt } = outcome.order;
    const day = occurredAt.toISOString().slice(0, 10);
    facts.orders += 1;
    facts.totalMinor += total.amountMinor;
    facts.zeroOrders += total.amountMinor === 0n ? 1 : 0;
    facts.currencies.add(total.currency);
    if (day < facts.firstDay) facts.firstDay = day;
    if (day > facts.lastDay) facts.lastDay = day;
    customers.add(customer.externalId);
  }
  expect({ ...facts, customers: customers.size }).toEqual({
    orders: 69_659,
    customers: 23_570,
    totalMinor: 250_031_563n,
    zeroOrders: 80,
    others: 0,
    firstDay: '1997-01-01',
    lastDay: '1998-06-30',
    currencies: new Set(['USD']),
  });
});
