/** Milestones at one, three and five friends (0-17), through the refund of a decisive order and back. */
import { expect, it } from 'vitest';
import { addMember, openTemplateShop } from './template-shop.ts';

it('0-17 pays 150, 300 and 450 roubles at the first, third and fifth friend, and recounts when one is lost', async () => {
  const { shop } = await openTemplateShop('milestones');
  await addMember(shop, 'marina', 'Марина');
  const held: number[] = [];
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await shop.pay(`order-${number}`, 300_000, { by: `friend-${number}`, code: 'MARINA' });
    held.push((await shop.balance('marina')).held);
  }
  expect(held).toEqual([15_000, 15_000, 45_000, 45_000, 90_000, 90_000]);
  await shop.refund('order-5', 'r-5');
  expect((await shop.balance('marina')).held).toBe(90_000);
  await shop.refund('order-6', 'r-6');
  expect((await shop.balance('marina')).held).toBe(45_000);
  await shop.pay('order-7', 300_000, { by: 'friend-7', code: 'MARINA' });
  expect((await shop.balance('marina')).held).toBe(90_000);
  await shop.advance('2026-12-11T12:00:10Z');
  expect(await shop.balance('marina')).toEqual({ available: 90_000, held: 0, reserved: 0, debt: 0 });
});

it('1-21 gives the friend 150 roubles off the very order', async () => {
  const { shop } = await openTemplateShop('milestones');
  await addMember(shop, 'marina', 'Марина');
  const order = { total: { amountMinor: '300000', currency: 'RUB' } };
  const checked = await shop.do('POST', '/v1/checkout/check', { customer: { externalId: 'new' }, order, code: 'MARINA' });
  expect(checked.discount.amountMinor).toBe('15000');
});
