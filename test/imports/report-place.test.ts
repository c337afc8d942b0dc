/** Where the problems of an import go: known before the first row, and never in the place of a file that is something else. */
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { platform } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';
import { type ImportOptions, readReport, runCommand, runImportOf, writeCsv } from './run-imports.ts';

const BAD_ROW_LAST = 'order_id,customer_id,date,amount,currency\nr-1,c-1,2026-01-01,10.00,RUB\nr-2,c-1,2026-01-02,abc,RUB\n';
const ALL_GOOD = 'order_id,customer_id,date,amount,currency\nr-1,c-1,2026-01-01,10.00,RUB\n';
const NOT_NUMBERS = [['3', 'amount', 'amount-not-a-number']];

describe('the report of an import', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  const elsewhere = mkdtempSync(join(tmpdir(), 'sarafan-test-report-'));
  afterAll(() => rmSync(elsewhere, { recursive: true }));

  async function importOrders(path: string, options: ImportOptions = {}) {
    return runImportOf(shop, 'orders', path, options);
  }

  async function expectNothingStored(): Promise<void> {
    expect(await shop.rows(`select 1 from import_run`)).toEqual([]);
    expect(await shop.rows(`select 1 from event where type like 'order.%'`)).toEqual([]);
  }

  it('that cannot be written is told before the first row', async () => {
    const path = await writeCsv(BAD_ROW_LAST);
    await expect(importOrders(path, { reportPath: join(path, 'errors.csv') })).rejects.toThrow('report-unwritable');
    await expect(importOrders(path, { reportPath: dirname(path) })).rejects.toThrow('report-unwritable');
    await expectNothingStored();
  });

  it.each(['as it is', 'spelled with ./', 'through a link'])('is never the file itself, named %s', async (how) => {
    const path = await writeCsv(ALL_GOOD);
    const link = join(dirname(path), 'link.csv');
    symlinkSync(path, link);
    const reportPath = { 'as it is': path, 'spelled with ./': `${dirname(path)}/./${basename(path)}` }[how] ?? link;
    await expect(importOrders(path, { reportPath })).rejects.toThrow('report-is-input');
    expect(readFileSync(path, 'utf8')).toBe(ALL_GOOD);
    await expectNothingStored();
  });

  it.each([
    ['bad rows', BAD_ROW_LAST],
    ['no bad row', ALL_GOOD],
  ])('takes the place of no other file that was named for it (%s)', async (_which, content) => {
    const path = await writeCsv(content);
    const other = join(dirname(path), 'refunds.csv');
    writeFileSync(other, 'refund_id;amount\n1;10\n');
    await expect(importOrders(path, { reportPath: other })).rejects.toThrow('report-not-a-report');
    expect(readFileSync(other, 'utf8')).toBe('refund_id;amount\n1;10\n');
    await expectNothingStored();
  });

  it('is refused by name where every name is taken', async () => {
    const path = await writeCsv(BAD_ROW_LAST);
    for (const name of ['errors', ...Array.from({ length: 98 }, (_, index) => `errors-${index + 2}`)]) {
      writeFileSync(`${path}.${name}.csv`, 'mine');
    }
    await expect(importOrders(path)).rejects.toThrow('report-not-a-report');
    await expectNothingStored();
  });

  it('tells the owner in their language, with nothing imported', async () => {
    const path = await writeCsv(ALL_GOOD);
    const run = runCommand(shop, ['import', 'orders', path, '--report', path, '--locale', 'ru']);
    expect(await run.exited).toBe(2);
    expect(run.output.stderr).toContain('sarafan: Отчёт об ошибках затёр бы сам загружаемый файл: дайте в --report другое имя\n');
    expect(existsSync(path)).toBe(true);
  });

  it.runIf(platform === 'linux')(
    'goes to the directory of the command where none can be beside the file, and the good rows come in',
    async () => {
      const opened = openSync(await writeCsv(BAD_ROW_LAST), 'r');
      const path = `/proc/self/fd/${opened}`;
      const { reportPath, imported, failed } = await importOrders(path, { fallbackDirectory: elsewhere, isDryRun: true });
      closeSync(opened);
      expect({ reportPath, imported, failed }).toEqual({ reportPath: join(elsewhere, `${opened}.errors.csv`), imported: 1, failed: 1 });
      expect(await readReport(reportPath)).toEqual(NOT_NUMBERS);
    },
  );

  it('of an earlier import goes when there is nothing to say, any other file of that name stays', async () => {
    const path = await writeCsv(BAD_ROW_LAST);
    expect(await readReport((await importOrders(path, { isDryRun: true })).reportPath)).toEqual(NOT_NUMBERS);
    writeFileSync(path, ALL_GOOD);
    expect((await importOrders(path, { isDryRun: true })).reportPath).toBeNull();
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
    writeFileSync(`${path}.errors.csv`, 'notes of my own');
    expect((await importOrders(path, { isDryRun: true })).reportPath).toBeNull();
    expect(readFileSync(`${path}.errors.csv`, 'utf8')).toBe('notes of my own');
  });

  it.each([
    ['notes of their own', () => 'notes of my own'],
    ['a report they have written in', (report: string) => report.replace('Not an amount', 'Not an amount (asked Masha)')],
    ['a report they have added a row to', (report: string) => `${report}7,amount,call the shop,abc,later\n`],
    ['a report saved by a spreadsheet', (report: string) => report.replaceAll('\n', '\r\n')],
  ])('takes another name where the owner has %s, and the same one again', async (_what, spoil) => {
    const path = await writeCsv(BAD_ROW_LAST);
    const usual = `${path}.errors.csv`;
    await importOrders(path, { isDryRun: true });
    const kept = spoil(readFileSync(usual, 'utf8'));
    writeFileSync(usual, kept);
    for (const isDryRun of [true, false]) {
      const { reportPath } = await importOrders(path, { isDryRun });
      expect(reportPath).toBe(`${path}.errors-2.csv`);
      expect(await readReport(reportPath)).toEqual(NOT_NUMBERS);
      expect(readFileSync(usual, 'utf8')).toBe(kept);
    }
    writeFileSync(path, ALL_GOOD);
    expect((await importOrders(path, { isDryRun: true })).reportPath).toBeNull();
    expect(readdirSync(dirname(path)).sort()).toEqual([basename(path), basename(usual)]);
  });

  it('is its own in either language, whatever the values it quotes', async () => {
    const path = await writeCsv(`${BAD_ROW_LAST}r-3,c-1,2026-01-02,"=a, ""b""\nc",RUB\n`);
    for (const locale of ['ru', 'en'] as const) {
      expect((await importOrders(path, { isDryRun: true, locale })).reportPath).toBe(`${path}.errors.csv`);
    }
  });

  it('to nowhere is written to nowhere', async () => {
    const path = await writeCsv(ALL_GOOD);
    const nowhere = join(dirname(path), 'nowhere');
    symlinkSync('/dev/null', nowhere);
    expect((await importOrders(path, { reportPath: nowhere, isDryRun: true })).reportPath).toBeNull();
    expect(existsSync(nowhere)).toBe(true);
  });
});
