import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { waitFor } from '../support/wait-for.ts';
import { CDNOW, type CommandRun, runCommand, runImportOf, writeCsv } from './run-imports.ts';

const ROW_COUNT = 6_500;
const STORED = `select o.order_id, o.total_minor, o.number, o.is_new_customer, o.paid_at, p.external_id
  from shop_order o left join person p on p.tenant_id = o.tenant_id and p.customer_id = o.customer_id order by o.order_id`;

/** The beginning of CDNOW with a bad row in every thousand, and one order given twice with other data. */
function spoiltCdnow(): string[] {
  const rows = readFileSync(CDNOW, 'utf8')
    .trim()
    .split('\n')
    .slice(0, ROW_COUNT + 1);
  for (let row = 500; row < ROW_COUNT; row += 1_000) rows[row] = `${rows[row]?.replace(/,[\d.]+,USD/, ',much,USD')}`;
  rows.push('CD-000001,00001,1999-01-01T00:00:00Z,99.99,USD,1');
  return rows;
}

describe('an import that is killed', () => {
  let clean: { shop: Shop; report: string; stored: unknown[]; summary: Record<string, unknown> };
  const rows = spoiltCdnow();

  beforeAll(async () => {
    const shop = await openShop();
    const path = await writeCsv(rows.join('\n'));
    const summary = await runImportOf(shop, 'orders', path);
    const report = await readFile(`${path}.errors.csv`, 'utf8');
    clean = { shop, report, stored: await shop.rows(STORED), summary: tallyOf({ ...summary }) };
    expect(clean.summary).toMatchObject({ rows: ROW_COUNT + 1, imported: ROW_COUNT - 6, failed: 7, problems: 7 });
  });

  it.each([
    ['in order of date', rows],
    ['the other way round', [rows[0], ...rows.slice(1).toReversed()]],
  ])('ends as one clean import: a file %s', { timeout: 180_000 }, async (_what, given) => {
    const shop = await openShop();
    const path = await writeCsv(given.join('\n'));
    const start = (env: Record<string, string> = {}): CommandRun =>
      runCommand(shop, ['import', 'orders', path, '--json', '--locale', 'en'], env);
    for (const place of ['before-commit:11', 'after-commit:1']) expect(await start({ FAULT_POINT: place }).exited).toBe(null);
    const killed = start();
    const before = await countOrders(shop);
    await waitFor(async () => (await countOrders(shop)) > before, { limitMs: 30_000, what: 'an order more' });
    killed.kill('SIGKILL');
    await killed.exited;
    const last = start();
    expect(await last.exited, last.output.stderr).toBe(0);
    const summary = JSON.parse(last.output.stdout);
    expect(summary).toMatchObject({ resumed: true, complete: true });
    expect(tallyOf(summary)).toEqual(clean.summary);
    expect(await shop.rows(STORED)).toEqual(clean.stored);
    expect(lines(await readFile(`${path}.errors.csv`, 'utf8')).length).toBe(lines(clean.report).length);
    if (given === rows) expect(await readFile(`${path}.errors.csv`, 'utf8')).toBe(clean.report);
    await expectSound(shop);
  });

  it('stops behind what it has stored when it is asked to, and goes on from there', { timeout: 60_000 }, async () => {
    const shop = await openShop();
    const path = await writeCsv(rows.join('\n'));
    const stopped = runCommand(shop, ['import', 'orders', path, '--json']);
    await waitFor(async () => (await countOrders(shop)) > 0, { limitMs: 30_000, what: 'the first orders' });
    stopped.kill('SIGTERM');
    expect(await stopped.exited).toBe(130);
    const first = JSON.parse(stopped.output.stdout);
    expect(first.complete).toBe(false);
    expect(first.imported + first.failed).toBe(first.rows);
    expect(await countOrders(shop)).toBe(first.imported);
    expect(tallyOf({ ...(await runImportOf(shop, 'orders', path)) })).toEqual(clean.summary);
  });

  it('lets no second import run beside it', { timeout: 60_000 }, async () => {
    const path = await writeCsv(rows.join('\n'));
    const shop = await openShop();
    const first = runCommand(shop, ['import', 'orders', path, '--json']);
    await waitFor(async () => (await countOrders(shop)) > 0, { limitMs: 30_000, what: 'the first orders' });
    const second = runCommand(shop, ['import', 'orders', path, '--json', '--locale', 'en']);
    expect(await second.exited).toBe(1);
    expect(second.output.stderr).toContain('Another import is running');
    first.kill('SIGKILL');
    await first.exited;
  });
});

function tallyOf(summary: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    ['rows', 'imported', 'known', 'skipped', 'failed', 'problems', 'customersNew'].map((name) => [name, summary[name]]),
  );
}

function lines(text: string): string[] {
  return text.trim().split('\n');
}

async function countOrders(shop: Shop): Promise<number> {
  const [row] = await shop.rows<{ count: bigint }>('select count(*) as count from shop_order');
  return Number(row?.count);
}
