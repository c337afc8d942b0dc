/** The seed's course seller (0-15, 1-19): another course for a friend, and a place in the group that tries new things. */
import { expect, it } from 'vitest';
import { said } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

it('0-15 opens an extra course to both once the friend’s course can no longer be refunded', async () => {
  const { shop } = await openTemplateShop('course-seller');
  await addMember(shop, 'anna', 'Анна');
  const paid = await shop.pay('ivan-1', 1_500_000, { by: 'ivan', code: 'ANNA' });
  expect(said(paid)).toEqual(['friend held perk', 'referrer held perk']);
  await shop.advance('2026-12-04T12:00:10Z');
  expect(await shop.rewardsOf('ivan-1')).toEqual(['friend issued perk', 'referrer issued perk']);
  await shop.refund('ivan-1', 'r-1');
  expect(await shop.rewardsOf('ivan-1')).toEqual(['friend reversed perk', 'referrer reversed perk']);
});

it('0-15 gives a place in the closed group with the second course, and takes it back with it', async () => {
  const { shop } = await openTemplateShop('course-seller');
  await addMember(shop, 'anna', 'Анна');
  expect(said(await shop.pay('anna-2', 900_000, { by: 'anna' }))).toEqual(['buyer issued perk']);
  await shop.refund('anna-2', 'r-1');
  expect(await shop.rewardsOf('anna-2')).toEqual(['buyer reversed perk']);
});

it('0-15 gives at most five courses a year', async () => {
  const { shop } = await openTemplateShop('course-seller');
  await addMember(shop, 'anna', 'Анна');
  for (const number of [1, 2, 3, 4, 5]) await shop.pay(`c-${number}`, 1_500_000, { by: `student-${number}`, code: 'ANNA' });
  const sixth = await shop.pay('c-6', 1_500_000, { by: 'student-6', code: 'ANNA' });
  expect(said(sixth)).toEqual(['friend held perk']);
});
