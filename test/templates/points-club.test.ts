/** A points club (002): Vera comes back within two months, reviews, brings Gleb, and spends what she has. */
import { expect, it } from 'vitest';
import { rub, said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

it('2-02 gives points for coming back within 60 days, and takes them back with the order', async () => {
  const { shop, points } = await openTemplateShop('points-club');
  await addMember(shop, 'vera', 'Вера');
  await shop.advance('2026-12-10T12:00:00Z');
  // 3 points for every 100 roubles: 2,050 roubles of goods give 61 whole points.
  expect(said(await shop.pay('vera-1', 215_000, { by: 'vera', delivery: 10_000 }))).toEqual(['buyer held 61']);
  await shop.deliver('vera-1');
  await shop.advance('2026-12-24T12:00:10Z');
  expect(await shop.balance('vera', points)).toEqual({ available: 61, held: 0, reserved: 0, debt: 0 });
  await shop.refund('vera-1', 'r-1');
  expect(await shop.balance('vera', points)).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
});

it('2-02 gives nothing for an order that comes after 60 days', async () => {
  const { shop, points } = await openTemplateShop('points-club');
  await addMember(shop, 'vera', 'Вера');
  await shop.advance('2027-01-20T12:00:00Z');
  expect(said(await shop.pay('vera-1', 200_000, { by: 'vera' }))).toEqual([]);
  expect((await shop.balance('vera', points)).held).toBe(0);
});

it('2-02 gives points for a review at once and for a friend to both, and lets them pay at the checkout', async () => {
  const { shop, programId, points } = await openTemplateShop('points-club');
  await addMember(shop, 'vera', 'Вера');
  expect(said(await shop.event({ type: 'feedback.given', customer: { externalId: 'vera' }, score: 10 }))).toEqual(['buyer issued 50']);
  expect(said(await shop.pay('gleb-1', 300_000, { by: 'gleb', code: 'VERA' }))).toEqual(['friend held 150', 'referrer held 150']);
  await shop.deliver('gleb-1');
  await shop.advance('2026-12-04T12:00:10Z');
  expect((await shop.balance('vera', points)).available).toBe(200);
  const reservation = await shop.reserve('vera', { points: '200', programId });
  await shop.pay('vera-1', 100_000, { by: 'vera', reservations: [reservation] });
  expect((await shop.get('/v1/orders/vera-1')).credit).toEqual(rub(20_000));
  // The friend's order goes back: what Vera has spent already becomes a debt.
  await shop.refund('gleb-1', 'r-1');
  expect(await shop.balance('gleb', points)).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
  expect((await shop.balance('vera', points)).debt).toBe(150);
});

it('2-02 returns to the earlier state after a refund: balances, rewards and what a friend brought', async () => {
  const { shop, points } = await openTemplateShop('points-club');
  await addMember(shop, 'vera', 'Вера');
  await shop.event({ type: 'feedback.given', customer: { externalId: 'vera' }, score: 10 });
  const state = async () => ({ vera: await shop.balance('vera', points), gleb: await shop.balance('gleb', points) });
  await shop.do('PUT', '/v1/customers/gleb', {});
  const before = await state();
  await shop.pay('gleb-1', 300_000, { by: 'gleb', code: 'VERA' });
  await shop.pay('vera-1', 200_000, { by: 'vera' });
  for (const id of ['gleb-1', 'vera-1']) await shop.deliver(id);
  await shop.advance('2026-12-04T12:00:10Z');
  const earned = await state();
  expect(earned.vera.available).toBeGreaterThan(before.vera.available);
  await shop.refund('gleb-1', 'r-1');
  await shop.refund('vera-1', 'r-2');
  expect(await state()).toEqual(before);
  expect((await shop.referralOf('vera', 'gleb-1')).status).toBe('reversed');
});
