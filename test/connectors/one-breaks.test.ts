import { expect, it } from 'vitest';
import { processDuePayloads } from '../../src/connectors/payload-worker.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import type { Intake } from '../../src/intake/submission.ts';
import { changed, openHookShop, payload } from './hook-shop.ts';

it('a payload that breaks the work on it keeps none of those claimed with it waiting (issue 4, section 4)', async () => {
  const shop = await openHookShop();
  const hook = await shop.connect('woocommerce');
  const body = payload('woocommerce-processing.json');
  // A connection is switched on by what its test shows.
  await shop.sendSigned(hook, body);
  expect((await shop.activate(hook)).status).toBe(200);
  for (let id = 1; id <= 6; id += 1) await shop.sendSigned(hook, changed(body, { id: 9_000 + id, number: String(9_000 + id) }));
  const { clock, test } = shop.api;
  const intake = createIntake({ pool: test.database.pool, clock, onError: (error) => expect(error).toBeUndefined() });
  let isMended = false;
  const breaking: Intake = {
    dryRun: intake.dryRun,
    read: intake.read,
    submit: (submissions) => {
      const isBroken = submissions.some(({ body: event }) => 'orderId' in event && event.orderId === '9001');
      return isBroken && !isMended ? Promise.reject(new Error('broken')) : intake.submit(submissions);
    },
  };
  const told: string[] = [];
  const work = () =>
    processDuePayloads({ db: test.database.kysely, intake: breaking, clock }, new AbortController().signal, (message) =>
      told.push(message),
    );
  const states = async () =>
    (await shop.payloads())
      .filter(({ status }) => status !== 'kept')
      .map(({ orderId, status }) => `${orderId} ${status}`)
      .sort();
  await work();
  expect(await states()).toEqual(['9002 done', '9003 done', '9004 done', '9005 done', '9006 done', 'null waiting']);
  expect(told).toEqual(['connectors: a payload of woocommerce waits: broken']);
  // Not at once again, and done when nothing breaks it any more.
  await work();
  expect(told).toHaveLength(1);
  isMended = true;
  clock.set(new Date(clock.now().getTime() + 61_000));
  await work();
  expect(await states()).toEqual(['9001 done', '9002 done', '9003 done', '9004 done', '9005 done', '9006 done']);
});
