import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openShop, paid, referAFriend, refunded } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { checksums, readReport, runCommand, runImportOf, writeCsv } from './run-imports.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/imports/', import.meta.url));
const HEADER = 'order_id,customer_id,date,amount,currency';
const buyersGetPoints = {
  ...referAFriend,
  points: { name: { ru: 'Баллы', en: 'Points' } },
  rules: [{ id: 'every-order', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'points', points: '10' } } }],
};

describe('orders of the past', () => {
  it('pay nothing by themselves, and a known order never earns by a second import (issue 2)', async () => {
    const shop = await openShop();
    await shop.publish(buyersGetPoints, { effectiveFrom: new Date('2026-01-01T00:00:00Z') });
    const path = await writeCsv(`${HEADER}\nA-1,anna,2026-03-01,100.00,RUB\nA-2,anna,2026-04-01,200.00,RUB\n`);
    expect(await runImportOf(shop, 'orders', path)).toMatchObject({ imported: 2 });
    expect(await runImportOf(shop, 'orders', path, { earn: true })).toMatchObject({ imported: 0, known: 2, problems: 0 });
    expect(await shop.rows('select 1 from reward')).toEqual([]);
    await expectSound(shop);
  });

  it('pay once with --earn, whether imported again or told live', async () => {
    const shop = await openShop();
    await shop.publish(buyersGetPoints, { effectiveFrom: new Date('2026-01-01T00:00:00Z') });
    const path = await writeCsv(
      `${HEADER},refunded\nA-1,anna,2026-03-01,100.00,RUB,\nA-2,anna,2026-04-01,200.00,RUB,\nA-3,boris,2026-04-01,50.00,RUB,50.00\n`,
    );
    expect(await runImportOf(shop, 'orders', path, { earn: true })).toMatchObject({ imported: 3 });
    const paidOnce = await shop.rows(
      'select p.external_id, r.order_id, r.status, r.amount from reward r join person p using (tenant_id, customer_id) order by 2',
    );
    expect(paidOnce).toEqual([
      { external_id: 'anna', order_id: 'A-1', status: 'issued', amount: 10n },
      { external_id: 'anna', order_id: 'A-2', status: 'issued', amount: 10n },
      { external_id: 'boris', order_id: 'A-3', status: 'reversed', amount: 0n },
    ]);
    for (const earn of [true, false]) expect(await runImportOf(shop, 'orders', path, { earn })).toMatchObject({ known: 3, imported: 0 });
    expect((await shop.answer(paid('A-1', 10_000n), { customer: { externalId: 'anna' } })).outcome).toBe('duplicate');
    expect(
      await shop.rows(
        'select p.external_id, r.order_id, r.status, r.amount from reward r join person p using (tenant_id, customer_id) order by 2',
      ),
    ).toEqual(paidOnce);
    await expectSound(shop);
  });

  it('leave alone what the shop has told live, skip what was never paid, and name a number used for two orders', async () => {
    const shop = await openShop();
    await shop.answer(paid('A-1', 10_000n), { customer: { externalId: 'anna' } });
    const rows = [
      'A-1,anna,2026-03-01,100.00,RUB,paid',
      'A-2,anna,2026-03-02,100.00,RUB,new',
      'A-3,anna,2026-03-03,100.00,RUB,отменён',
      'A-4,anna,2026-03-04,90071992547409.93,RUB,paid',
      'A-5,anna,2026-03-05,oops,RUB,paid',
      'A-4,boris,2026-03-06,1.00,RUB,paid',
      'A-4,anna,2026-03-04,90071992547409.93,RUB,paid',
    ];
    const summary = await runImportOf(shop, 'orders', await writeCsv([`${HEADER},status`, ...rows].join('\n')));
    expect(summary).toMatchObject({ rows: 7, imported: 1, known: 2, skipped: 2, failed: 2, problems: 2 });
    expect(await readReport(summary.reportPath)).toEqual([
      ['6', 'amount', 'amount-not-a-number'],
      ['7', 'order_id', 'order-conflict'],
    ]);
    expect(await shop.rows('select order_id, total_minor from shop_order order by 1')).toEqual([
      { order_id: 'A-1', total_minor: 10_000n },
      { order_id: 'A-4', total_minor: 9_007_199_254_740_993n },
    ]);
  });

  it('carry refunds in a column, as negative rows and as a file; one without its order waits for it', async () => {
    const shop = await openShop();
    const rows = [
      'A-1,anna,2026-03-01,100.00,RUB,40.00',
      'A-2,anna,2026-03-05,100.00,RUB,',
      'A-2,anna,2026-03-09,-30.00,RUB,',
      'A-2,anna,2026-03-09,-20.00,RUB,',
      'A-2,anna,2026-03-09,-30.00,RUB,',
    ];
    const orders = await writeCsv([`${HEADER},refunded`, ...rows].join('\n'));
    expect(await runImportOf(shop, 'orders', orders)).toMatchObject({ rows: 5, imported: 5, waiting: 0 });
    const refunds = await writeCsv(
      'refund_id,order_id,date,amount,currency\nr-9,A-3,2026-03-20,10.00,RUB\n,A-1,2026-03-21,,\nr-7,A-2,2026-03-22,500.00,RUB\n',
    );
    const summary = await runImportOf(shop, 'refunds', refunds);
    expect(summary).toMatchObject({ rows: 3, imported: 2, waiting: 1, failed: 1 });
    expect(await readReport(summary.reportPath)).toEqual([['4', 'amount', 'refund-exceeds-payment']]);
    const later = await writeCsv(`${HEADER}\nA-3,anna,2026-03-19,100.00,RUB\n`);
    await runImportOf(shop, 'orders', later);
    const refundedMinor = 'select order_id, sum(amount_minor)::bigint as minor from refund group by 1 order by 1';
    const expected = [
      { order_id: 'A-1', minor: 10_000n },
      { order_id: 'A-2', minor: 8_000n },
      { order_id: 'A-3', minor: 1_000n },
    ];
    expect(await shop.rows(refundedMinor)).toEqual(expected);
    const before = await checksums(shop);
    for (const path of [orders, later]) await runImportOf(shop, 'orders', path);
    expect(await runImportOf(shop, 'refunds', refunds)).toMatchObject({ imported: 0, known: 2, failed: 1 });
    expect(await checksums(shop)).toEqual(before);
    await expectSound(shop);
  });

  it('keep the order when a contact is no contact, and say so', async () => {
    const shop = await openShop();
    const path = await writeCsv(
      `${HEADER},phone\nA-1,anna,2026-03-01,100.00,RUB,+7 000 000-00-00\nA-2,,2026-03-02,100.00,RUB,+7 000 000-00-00\n`,
    );
    const summary = await runImportOf(shop, 'orders', path);
    expect(summary).toMatchObject({ imported: 1, failed: 1, problems: 2 });
    expect(await readReport(summary.reportPath)).toEqual([
      ['2', 'phone', 'phone-invalid'],
      ['3', 'phone', 'phone-invalid'],
    ]);
    expect(await shop.rows('select external_id, phone from person')).toEqual([{ external_id: 'anna', phone: null }]);
  });

  it('store nothing in a dry run', async () => {
    const shop = await openShop();
    const before = await checksums(shop);
    const path = await writeCsv(`${HEADER}\nA-1,anna,2026-03-01,100.00,RUB\nA-2,anna,2026-03-01,x,RUB\n`);
    expect(await runImportOf(shop, 'orders', path, { isDryRun: true })).toMatchObject({ rows: 2, imported: 1, failed: 1, problems: 1 });
    expect(await checksums(shop)).toEqual(before);
    expect(await shop.rows('select 1 from import_run')).toEqual([]);
  });

  it('say in a dry run what is known and what contradicts it, in the file and in the books, as the import then does', async () => {
    const shop = await openShop();
    await shop.answer(paid('LIVE', 100n), { customer: { externalId: 'anna' } });
    const orders = ['A-1,anna,2026-03-01,100.00,RUB', 'A-2,anna,2026-03-02,100.00,RUB', 'A-1,anna,2026-03-01,100.00,RUB'];
    const path = await writeCsv([HEADER, ...orders, 'A-2,anna,2026-03-02,1.00,RUB', 'LIVE,anna,2026-03-03,1.00,RUB', ''].join('\n'));
    for (const counts of [
      { rows: 5, imported: 2, known: 2, failed: 1, problems: 1 },
      { rows: 5, imported: 0, known: 4, failed: 1, problems: 1 },
    ]) {
      const told = await runImportOf(shop, 'orders', path, { isDryRun: true });
      expect(told).toMatchObject(counts);
      const report = await readReport(told.reportPath);
      const done = await runImportOf(shop, 'orders', path);
      expect(done).toMatchObject(counts);
      expect(await readReport(done.reportPath)).toEqual(report);
    }
  });
});

describe('the command', () => {
  it("reads a shop's windows-1251 file in its zone and leaves what was never paid", async () => {
    const shop = await openShop();
    const run = runCommand(
      shop,
      [
        'import',
        'orders',
        `${FIXTURES}cp1251-russian-headers.csv`,
        '--time-zone',
        'Europe/Moscow',
        '--locale',
        'ru',
        '--report',
        await writeCsv(''),
      ],
      {
        SARAFAN_TEST_CLOCK: '2026-11-22T09:00:00Z',
      },
    );
    expect(await run.exited, run.output.stderr).toBe(0);
    expect(run.output.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'строк 2 загружено 1 уже известны 0 пропущено (не оплачены) 1 не загружено 0',
    );
    expect(
      await shop.rows(
        'select o.order_id, o.total_minor, o.currency, o.paid_at, p.name, p.phone from shop_order o join person p using (tenant_id, customer_id)',
      ),
    ).toEqual([
      {
        order_id: '1',
        total_minor: 123_450n,
        currency: 'RUB',
        paid_at: new Date('2026-11-20T09:00:00Z'),
        name: 'Ёлкин Пётр',
        phone: '+7 912 000-00-00',
      },
    ]);
  });

  it('exits with 2 when nothing of the file can be used, saying why', async () => {
    const shop = await openShop();
    const exits = [];
    for (const content of ['name,amount\nx,1\n', '', `${HEADER}\nA-1,anna,never,1,RUB\n`]) {
      const run = runCommand(shop, ['import', 'orders', await writeCsv(content), '--json', '--locale', 'en']);
      exits.push([await run.exited, run.output.stdout.slice(0, 40)]);
    }
    expect(exits).toEqual([
      [2, '{"problems":[{"row":1,"reason":"column-m'],
      [2, '{"problems":[{"row":0,"reason":"file-emp'],
      [2, expect.stringContaining('{"kind":"orders","file":')],
    ]);
    const missing = runCommand(shop, ['import', 'orders', '/nowhere/orders.csv']);
    expect([await missing.exited, missing.output.stderr.trim().split('\n').at(-1)]).toEqual([
      1,
      'sarafan: Файл /nowhere/orders.csv не загрузить: такого файла нет, проверьте путь.',
    ]);
  });

  it('stores nothing of a file whose dates prove another order: days up to 12 would go to another month in silence', async () => {
    const shop = await openShop();
    const path = await writeCsv(`${HEADER}\nA-1,anna,01/02/2025,10,RUB\nA-2,anna,12/31/2025,10,RUB\n`);
    const run = runCommand(shop, ['import', 'orders', path, '--locale', 'en']);
    expect([await run.exited, run.output.stdout]).toEqual([2, '']);
    expect(run.output.stderr).toContain('The dates of the column "date" can only be read another way: --date-order mdy');
    const asTold = await runImportOf(shop, 'orders', path, { reading: { dateOrder: 'mdy' } });
    expect([asTold.imported, asTold.failed]).toEqual([2, 0]);
  });

  it('proposes a --map that can be typed where one of several columns is missing', async () => {
    const shop = await openShop();
    const missing = runCommand(shop, ['import', 'orders', await writeCsv('№,когда,сколько,кто\n1,2025-01-01,10,anna\n')]);
    expect(await missing.exited).toBe(2);
    const proposed = [...missing.output.stderr.matchAll(/--map "([^"=]+)=/g)].map((match) => match[1]);
    expect(proposed).toEqual(['occurred_at', 'amount', 'customer_id']);
  });

  it('gives a plain sentence for a flag it cannot use', async () => {
    const shop = await openShop();
    const run = runCommand(shop, ['import', 'orders', 'x.csv', '--currency', 'RUR']);
    expect([await run.exited, run.output.stderr.split('\n')[0]]).toEqual([1, expect.stringContaining('Not an ISO 4217 currency')]);
  });
});

it('imports the fixture of refunds to the answers a live refund gives', async () => {
  const shop = await openShop();
  await shop.answer(paid('A-1', 5_000n), { customer: { externalId: 'anna' } });
  const path = await writeCsv(readFileSync(`${FIXTURES}refunds.csv`));
  expect(await runImportOf(shop, 'refunds', path)).toMatchObject({ rows: 5, imported: 3, waiting: 2, failed: 2 });
  expect((await shop.answer(refunded('A-1', 'r-1', 1_000n))).outcome).toBe('duplicate');
});
