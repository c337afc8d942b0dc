import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, paid, type Shop } from '../support/shop.ts';
import { CDNOW, checksums, runImportOf, writeCsv } from './run-imports.ts';

describe('CDNOW, 69,659 real purchases (0-05)', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });

  it('is stored to the last cent and becomes 23,570 existing customers', { timeout: 120_000 }, async () => {
    const reportPath = await writeCsv('');
    const summary = await runImportOf(shop, 'orders', CDNOW, { reportPath });
    expect(summary).toMatchObject({
      rows: 69_659,
      imported: 69_659,
      known: 0,
      skipped: 0,
      failed: 0,
      customersNew: 23_570,
      reportPath: null,
    });
    const [facts] = await shop.rows(
      `select count(*) as orders, sum(total_minor)::bigint as total, count(*) filter (where total_minor = 0) as zero, min(paid_at) as first, max(paid_at) as last,
         count(distinct customer_id) as customers, count(*) filter (where number is null and total_minor > 0) as unnumbered
       from shop_order`,
    );
    expect(facts).toEqual({
      orders: 69_659n,
      total: 250_031_563n,
      zero: 80n,
      first: new Date('1997-01-01T00:00:00Z'),
      last: new Date('1998-06-30T00:00:00Z'),
      customers: 23_570n,
      unnumbered: 0n,
    });
    expect(await shop.rows('select 1 from reward')).toEqual([]);
  });

  it('changes nothing when it is imported again (issue 2)', { timeout: 120_000 }, async () => {
    const before = await checksums(shop);
    const summary = await runImportOf(shop, 'orders', CDNOW, { reportPath: await writeCsv('') });
    expect(summary).toMatchObject({ rows: 69_659, imported: 0, known: 69_659, failed: 0, customersNew: 0, isResumed: false });
    expect(await checksums(shop)).toEqual(before);
  });

  it('has the same numbers of orders whatever order its rows stand in (contract 6.5)', { timeout: 60_000 }, async () => {
    const [header, ...rows] = readFileSync(CDNOW, 'utf8').trim().split('\n').slice(0, 2_001);
    const other = await openShop();
    const path = await writeCsv([header, ...rows.toReversed()].join('\n'));
    expect(await runImportOf(other, 'orders', path)).toMatchObject({ imported: 2_000 });
    const numbers = `select order_id, number, is_late from shop_order where order_id <= 'CD-002000' order by order_id`;
    expect(await other.rows(numbers)).toEqual(await shop.rows(numbers));
    expect(await other.rows('select 1 from shop_order where is_late')).toEqual([]);
  });

  it('makes its customers existing: the next order of one is not a first', async () => {
    const [row] = await shop.rows<{ count: number }>(
      "select order_count as count from customer c join person p using (tenant_id, customer_id) where p.external_id = '00001'",
    );
    await shop.answer(paid('live-1', 1_000n, { currency: 'USD' }), { customer: { externalId: '00001' } });
    const [order] = await shop.rows("select number, is_new_customer from shop_order where order_id = 'live-1'");
    expect(order).toEqual({ number: (row?.count ?? 0) + 1, is_new_customer: false });
  });
});
