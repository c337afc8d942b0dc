/** A story (4-11): a part of each order goes to the fund, and a hundred and fifty roubles for each friend. */
import { expect, it } from 'vitest';
import { said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

it('4-11 gives away one percent of each order and 150 roubles for a friend once they cannot be returned', async () => {
  const { shop } = await openTemplateShop('story-donation', { overrides: { rules: [{ id: 'every-order' }] } });
  await addMember(shop, 'marina', 'Марина');
  const first = await shop.pay('olga-1', 300_000, { by: 'olga', code: 'MARINA' });
  expect(said(first)).toEqual(['buyer held 3000', 'friend issued gift', 'referrer held 15000']);
  await shop.pay('petr-1', 300_000, { by: 'petr', code: 'MARINA' });
  await shop.refund('petr-1', 'r-1');
  await shop.advance('2026-12-11T12:00:10Z');
  expect(await shop.rewardsOf('olga-1')).toEqual(['buyer issued 3000', 'friend issued gift', 'referrer issued 15000']);
  expect(await shop.rewardsOf('petr-1')).toEqual(['buyer cancelled 0', 'friend reversed gift', 'referrer cancelled 0']);
  // Donations never stand on a balance.
  expect(await shop.balance('marina')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
});
