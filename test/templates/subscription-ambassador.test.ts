/** The seed's fintech (0-22): an ambassador at ten users, a share of new clients' subscription for a year, closed events. */
import { expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import { said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

const tierOf = async (shop: ContractShop) => (await shop.customer('lena')).memberships[0].tier.id;
const bring = (shop: ContractShop, number: number) => shop.pay(`first-${number}`, 300_000, { by: `client-${number}`, code: 'LENA' });

async function openAmbassador() {
  const opened = await openTemplateShop('subscription-ambassador');
  const { shop, programId } = opened;
  await addMember(shop, 'lena', 'Лена');
  for (let number = 1; number <= 10; number += 1) await bring(shop, number);
  await shop.advance('2026-12-04T12:00:10Z');
  const { version, textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  await shop.do('POST', `/v1/customers/lena/memberships/${programId}/tier/accept`, { version, textHash, locale: 'ru' });
  return opened;
}

it('0-22 thanks for each of the first ten with 150 roubles, and makes an ambassador of who accepts', async () => {
  const { shop } = await openAmbassador();
  expect((await shop.balance('lena')).available).toBe(150_000);
  expect(await tierOf(shop)).toBe('ambassador');
});

it('0-22 shares ten percent of a new client’s payments for twelve months, the last day included', async () => {
  const { shop } = await openAmbassador();
  await bring(shop, 11);
  expect((await shop.balance('lena')).held).toBe(30_000);
  await shop.advance('2027-12-04T12:00:00Z');
  expect(said(await shop.pay('month-12', 300_000, { by: 'client-11' }))).toEqual(['referrer held 30000']);
  expect(said(await shop.pay('early-client', 300_000, { by: 'client-1' }))).toEqual([]);
  await shop.advance('2027-12-05T12:00:00Z');
  expect(said(await shop.pay('day-after', 300_000, { by: 'client-11' }))).toEqual([]);
});

it('0-22 holds the share until the tax data are known, and takes it back with the payment', async () => {
  const { shop } = await openAmbassador();
  await bring(shop, 11);
  await shop.advance('2027-02-01T12:00:00Z');
  expect((await shop.balance('lena')).held).toBe(30_000);
  const rewards = (await shop.get('/v1/customers/lena/rewards?limit=200')).items;
  const share = rewards.find((reward: { ruleId: string }) => reward.ruleId === 'ambassador-share');
  expect(share.holdReasons).toEqual(['tax-data']);
  await shop.do('POST', `/v1/rewards/${share.id}/approve`, { actor: 'anna' });
  expect((await shop.balance('lena')).available).toBe(180_000);
  await shop.refund('first-11', 'r-11');
  expect(await shop.balance('lena')).toEqual({ available: 150_000, held: 0, reserved: 0, debt: 0 });
});

it('0-20 0-22 takes the tier back after grace when the tenth client is refunded, with the closed event’s door', async () => {
  const { shop, programId } = await openAmbassador();
  const event = { programId, perk: 'closed-event' };
  expect(await shop.do('POST', '/v1/customers/lena/perks', event)).toMatchObject({ status: 'active', tier: 'ambassador' });
  expect((await shop.post('/v1/access/check', { customer: 'lena', ...event })).body).toMatchObject({ allowed: true });
  // Only ambassadors have it.
  expect((await shop.post('/v1/customers/client-1/perks', event)).body).toMatchObject({ status: 403, code: 'access_tier' });
  await shop.refund('first-10', 'r-10');
  expect((await shop.customer('lena')).memberships[0].tier).toMatchObject({ id: 'ambassador', graceEndsAt: expect.any(String) });
  await shop.advance('2027-01-10T12:00:10Z');
  expect(await tierOf(shop)).toBeNull();
  // The old rule again for who comes now.
  expect(said(await bring(shop, 11))).toEqual(['friend redeemed coupon', 'referrer held 15000']);
});
