/** A connection that is switched off in one process while another decides what came through it (reliability.md F12). */
import { expect, it } from 'vitest';
import { processDuePayloads } from '../../src/connectors/payload-worker.ts';
import { createIntake, type RunningIntake } from '../../src/intake/create-intake.ts';
import { changed, openHookShop, payload } from './hook-shop.ts';

const BODY = payload('woocommerce-processing.json');

it('keeps from the next payload on what would have been decided, whoever switches the connection off', async () => {
  const shop = await openHookShop();
  const hook = await shop.connect('woocommerce');
  await shop.sendSigned(hook, BODY);
  expect((await shop.activate(hook)).status).toBe(200);
  await shop.work();
  for (let id = 1; id <= 6; id += 1) await shop.sendSigned(hook, changed(BODY, { id: 9_000 + id, number: String(9_000 + id) }));
  const { pool, kysely: db } = shop.api.test.database;
  const failed = (error: unknown): void => {
    throw error;
  };
  const real = createIntake({ pool, clock: shop.api.clock, onError: failed });
  let decided = 0;
  const intake: RunningIntake = {
    ...real,
    submit: async (submissions) => {
      decided += 1;
      // As somebody does who sees what the first of them leads to.
      const off = { method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { status: 'paused' } } as const;
      expect((await shop.api.ask(off)).status).toBe(200);
      return real.submit(submissions);
    },
  };
  await processDuePayloads({ db, intake, clock: shop.api.clock }, new AbortController().signal, failed);
  expect(decided).toBe(1);
  expect((await shop.api.get(`/v1/connectors/${hook.id}`)).body.counts).toMatchObject({ kept: expect.any(Number), waiting: 0 });
  expect(await shop.payloads('&status=kept')).toHaveLength(6);
});
