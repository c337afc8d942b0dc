/** Sign-ups (1-09): the friend is welcomed with the registration, the referrer rewarded with the purchase, after a look. */
import { expect, it } from 'vitest';
import { said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

it('1-07 1-09 welcomes the friend at sign-up and rewards the referrer for the order, after the return window and a review', async () => {
  const { shop } = await openTemplateShop('sign-up-code');
  await addMember(shop, 'marina', 'Марина');
  const signedUp = await shop.event({ type: 'member.signed_up', customer: { externalId: 'olga' }, attribution: { code: 'MARINA' } });
  expect(said(signedUp)).toEqual(['friend issued 15000']);
  expect((await shop.balance('marina')).held).toBe(0);
  expect(said(await shop.pay('olga-1', 300_000, { by: 'olga' }))).toEqual(['referrer held 15000']);
  await shop.advance('2026-12-20T12:00:10Z');
  expect((await shop.balance('marina')).held).toBe(15_000);
  const [reward] = (await shop.get('/v1/customers/marina/rewards')).items;
  await shop.do('POST', `/v1/rewards/${reward.id}/approve`, { actor: 'anna' });
  expect(await shop.balance('marina')).toEqual({ available: 15_000, held: 0, reserved: 0, debt: 0 });
  await shop.refund('olga-1', 'r-1');
  expect(await shop.balance('marina')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
});
