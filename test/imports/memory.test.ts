import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { assert } from '../../src/domain/result.ts';
import { ORDER_COLUMNS } from '../../src/imports/header-names.ts';
import { mapHeaders } from '../../src/imports/map-headers.ts';
import { readCsv } from '../../src/imports/read-csv.ts';
import { readOrders } from '../../src/imports/read-rows.ts';

const ROW_COUNT = process.env['SARAFAN_SOAK'] === '1' ? 1_000_000 : 200_000;
const ROWS_PER_CHUNK = 500;
const MAX_GROWTH_BYTES = 150 * 1_048_576;

async function* generateFile(): AsyncGenerator<Buffer> {
  yield Buffer.from('Номер заказа;Телефон;Имя;Дата;Сумма, руб.;Статус\n');
  for (let row = 0; row < ROW_COUNT; row += ROWS_PER_CHUNK) {
    const lines = Array.from({ length: ROWS_PER_CHUNK }, (_unused, index) => {
      const order = row + index;
      return `o-${order};+7912${String(order).padStart(7, '0')};"Марина ""${order}""";20.11.2026 12:00;1 234,5${order % 10};Оплачен\n`;
    });
    yield Buffer.from(lines.join(''));
    await setImmediate();
  }
}

it('reads a million orders (200,000 outside soak) in flat memory', { timeout: 300_000 }, async () => {
  const file = await readCsv(Readable.from(generateFile()));
  assert(file.ok, 'the file has a header');
  const map = mapHeaders(file.value.header, { columns: ORDER_COLUMNS });
  assert(map.ok, 'its headers are known');
  const settings = {
    currency: null,
    timeZone: 'Europe/Moscow',
    dateOrder: 'dmy',
    decimalMark: ',',
    now: new Date('2026-11-22T09:00:00Z'),
  } as const;
  const before = process.memoryUsage.rss();
  let peak = before;
  let orders = 0;
  let totalMinor = 0n;
  for await (const outcome of readOrders(file.value, { map: map.value, settings })) {
    assert(outcome.kind === 'order', 'every generated row is good');
    orders += 1;
    totalMinor += outcome.order.total.amountMinor;
    if (orders % 10_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  expect([orders, totalMinor]).toEqual([ROW_COUNT, BigInt(ROW_COUNT) * 123_450n + (BigInt(ROW_COUNT) * 9n) / 2n]);
  expect(peak - before).toBeLessThan(MAX_GROWTH_BYTES);
});
