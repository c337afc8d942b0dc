/** The seed's ladder (0-11 to 0-22), climbed and lost again by Marina. */
import { expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import { said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

const tierOf = async (shop: ContractShop) => (await shop.customer('marina')).memberships[0].tier.id;

/** A friend's first order of 3,000 roubles; Marina's own code. */
const bring = (shop: ContractShop, number: number) => shop.pay(`order-${number}`, 300_000, { by: `friend-${number}`, code: 'MARINA' });

async function acceptPartnerTerms(shop: ContractShop, programId: string): Promise<void> {
  const { version, textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  await shop.do('POST', `/v1/customers/marina/memberships/${programId}/tier/accept`, { version, textHash, locale: 'ru' });
}

it('0-12 makes Marina trusted with her second order, unless she is unhappy or complains', async () => {
  const { shop } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  expect(await tierOf(shop)).toBeNull();
  await shop.event({ type: 'feedback.given', customer: { externalId: 'marina' }, score: 6 });
  await shop.pay('marina-1', 200_000, { by: 'marina' });
  expect(await tierOf(shop)).toBeNull();
  await shop.event({ type: 'feedback.given', customer: { externalId: 'marina' }, score: 7 });
  expect(await tierOf(shop)).toBe('trusted');
  // The refund of the second order takes the tier back with it.
  await shop.refund('marina-1', 'r-1');
  expect(await tierOf(shop)).toBeNull();
});

it('0-16 0-17 0-18 rewards the first friend with a webinar and the next ones with a growing bonus and a choice', async () => {
  const { shop } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  expect(said(await bring(shop, 1))).toEqual(['friend issued gift', 'referrer held perk']);
  await shop.advance('2026-12-11T12:00:10Z');
  expect(await tierOf(shop)).toBe('active');
  expect(said(await bring(shop, 2))).toEqual(['friend issued gift', 'referrer held 15000']);
  expect(said(await bring(shop, 3))).toEqual(['friend issued gift', 'referrer held 30000', 'referrer held choice']);
  expect(said(await bring(shop, 4))).toEqual(['friend issued gift', 'referrer held 30000']);
  expect(said(await bring(shop, 5))).toEqual(['friend issued gift', 'referrer held 45000']);
  expect((await shop.balance('marina')).held).toBe(120_000);
});

it('0-16 gives one seat to who brings several friends before the first has counted', async () => {
  const { shop } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  for (const number of [1, 2, 3]) await bring(shop, number);
  const seats = async () => (await shop.rewards()).filter(({ benefit }) => benefit.perk === 'webinar').map(({ status }) => status);
  expect(await seats()).toEqual(['held']);
  expect((await shop.rewards()).filter(({ benefit }) => benefit.kind === 'gift')).toHaveLength(3);
});

it('0-20 0-21 0-22 makes Marina a partner at the sixth friend once she accepts, with a share for a year', async () => {
  const { shop, programId } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  for (const number of [1, 2, 3, 4, 5]) await bring(shop, number);
  await shop.advance('2026-12-11T12:00:10Z');
  expect(await tierOf(shop)).toBe('active');
  await bring(shop, 6);
  await shop.advance('2027-01-02T12:00:10Z');
  expect((await shop.customer('marina')).memberships[0]).toMatchObject({ tier: { id: 'active' } });
  await acceptPartnerTerms(shop, programId);
  expect(await tierOf(shop)).toBe('partner');
  expect((await shop.customer('marina')).memberships[0].terms.tiers).toMatchObject([{ scope: 'tier:partner', version: 1 }]);

  // The seventh friend comes to a partner: five percent of 3,000 roubles, and of what they pay for a year.
  expect(said(await bring(shop, 7))).toEqual(['friend issued gift', 'referrer held 15000']);
  await shop.advance('2028-01-02T12:00:00Z');
  expect(said(await shop.pay('last-day', 300_000, { by: 'friend-7' }))).toEqual(['referrer held 15000']);
  // Who came before the partnership stays on the old rule.
  expect(said(await shop.pay('old-friend', 300_000, { by: 'friend-2' }))).toEqual([]);
  await shop.advance('2028-01-03T12:00:00Z');
  expect(said(await shop.pay('day-after', 300_000, { by: 'friend-7' }))).toEqual([]);
});

it('0-20 lets a partner fall back after the refund that decides, with a month to regain it', async () => {
  const { shop, programId } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  for (const number of [1, 2, 3, 4, 5, 6]) await bring(shop, number);
  await shop.advance('2026-12-11T12:00:10Z');
  await acceptPartnerTerms(shop, programId);
  expect(await tierOf(shop)).toBe('partner');
  await shop.refund('order-6', 'r-6');
  expect(await tierOf(shop)).toBe('partner');
  await shop.advance('2027-01-11T12:00:10Z');
  expect(await tierOf(shop)).toBe('active');
});
