/** A story (4-11): a part of each order goes to the fund, and a hundred and fifty roubles for each friend. */
import { expect, it } from 'vitest';
import { rub, said, type Wire } from '../contract/wire.ts';
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

it('4-11 accounts for every kopeck given, promised and taken back', async () => {
  const { shop, programId } = await openTemplateShop('story-donation', { overrides: { rules: [{ id: 'every-order' }] } });
  await addMember(shop, 'marina', 'Марина');
  const fund = async () => {
    const { months, total } = await shop.get(`/v1/programs/${programId}/donations`);
    const sum = (name: string) => months.reduce((all: bigint, month: Wire) => all + BigInt(month[name].amountMinor), 0n);
    expect(sum('net')).toBe(sum('given') - sum('takenBack'));
    expect(sum('net')).toBe(
      total.reduce((all: bigint, { net, passedOn }: Wire) => all + BigInt(net.amountMinor) + BigInt(passedOn.amountMinor), 0n),
    );
    return total.map(({ net, pledged }: Wire) => [net.amountMinor, pledged.amountMinor]);
  };
  // One percent of 3,333.33 and of 1,999.99 roubles, and of Marina's own 3,500: 33.33, 19.99 and 35; 150 for each friend.
  await shop.pay('olga-1', 333_333, { by: 'olga', code: 'MARINA' });
  await shop.pay('petr-1', 199_999, { by: 'petr', code: 'MARINA' });
  expect(await fund()).toEqual([['0', String(3_333 + 1_999 + 3_500 + 30_000)]]);
  await shop.refund('petr-1', 'r-1');
  expect(await fund()).toEqual([['0', String(3_333 + 3_500 + 15_000)]]);
  await shop.advance('2026-12-12T12:00:10Z');
  expect(await fund()).toEqual([[String(3_333 + 3_500 + 15_000), '0']]);
  const given = (await shop.rewards()).filter(({ benefit, status }) => benefit.kind === 'donation' && status === 'issued');
  const sum = given.reduce((all, { benefit }) => all + BigInt(benefit.amount.amountMinor), 0n);
  expect(rub(sum)).toEqual(rub(21_833));
  // A late refund takes back what that order gave, and nothing else.
  await shop.refund('olga-1', 'r-2');
  expect(await fund()).toEqual([['3500', '0']]);
});
