/** A server that is killed while it imports a file goes on with it when it starts again, and nothing is done twice (0-05). */
import { describe, expect, it } from 'vitest';
import { openHttpShop } from '../support/http-shop.ts';
import { createDataDirectory, startSarafan } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';

const ROWS = 6_000;
const csv = [
  'order_id,date,amount,currency,email',
  ...Array.from(
    { length: ROWS },
    (_each, row) => `K-${row},2026-0${1 + Math.floor(row / 1_000)}-15,${100 + row}.50,RUB,k${row % 900}@example.com`,
  ),
].join('\n');

describe('an upload that is cut off', () => {
  it('is finished by the next start, each order once', { timeout: 120_000 }, async () => {
    const SARAFAN_DATA = createDataDirectory();
    const first = await startSarafan({ env: { SARAFAN_DATA, FAULT_POINT: 'before-commit:6' } });
    const { secretKey = '' } = first;
    const sent = await fetch(`${first.url}/v1/uploads?kind=orders&name=k.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'text/csv' },
      body: csv,
    });
    const made = await sent.json();
    await openHttpShop({ url: first.url, secretKey }).post(`/v1/uploads/${made.id}/start`, { mode: 'history' });
    await waitFor(async () => first.output.stderr.includes('never') || !(await isUp(first.url)), { limitMs: 60_000, what: 'the kill' });
    const second = await startSarafan({ env: { SARAFAN_DATA } });
    const shop = openHttpShop({ url: second.url, secretKey });
    const done = await waitFor(
      async () => {
        const shown = (await shop.get(`/v1/uploads/${made.id}`)).body;
        return shown.status === 'done' || shown.status === 'failed' ? shown : null;
      },
      { limitMs: 60_000, what: 'the end of the import' },
    );
    expect(done).toMatchObject({ status: 'done', share: 1, counts: { rows: ROWS, failed: 0 } });
    expect(done.counts.imported + done.counts.known).toBe(ROWS);
    expect((await shop.get('/v1/orders/K-0')).status).toBe(200);
    expect((await shop.get(`/v1/orders/K-${ROWS - 1}`)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });
});

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/health/live`).then(
    () => true,
    () => false,
  );
}
