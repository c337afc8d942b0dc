/** Days and months of the first page where clocks change (issue: Overview; 0-26). */
import { describe, expect, it } from 'vitest';
import { lead } from '../contract/attribution-shop.ts';
import { simple } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';

async function shopIn(timeZone: string, now: string): Promise<ContractShop> {
  const shop = await openShop(now);
  await shop.do('PATCH', '/v1/tenant', { timeZone });
  return shop;
}

describe('the overview', () => {
  it.each(['EET', 'Europe/Athens'])('puts what ends at midnight of 1 August into August, in summer time (%s)', async (timeZone) => {
    const shop = await shopIn(timeZone, '2026-07-10T12:00:00Z');
    await shop.give('anna', rub(5), '2026-07-31T20:59:59Z');
    await shop.give('anna', rub(7), '2026-07-31T21:00:00Z');
    const [owed] = (await shop.get('/v1/overview')).owed;
    expect(owed.months.slice(0, 2)).toEqual([
      { month: '2026-07', amount: '5' },
      { month: '2026-08', amount: '7' },
    ]);
  });

  it('counts thirty whole days on a day that begins at 01:00, as clocks skip midnight', async () => {
    // Cairo, 24 April 2026; the first of thirty days is 26 March, from 00:00 on, which was UTC+2.
    const shop = await shopIn('Africa/Cairo', '2026-04-24T12:00:00Z');
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await lead(shop, 'before', 'ANNA', '2026-03-25T21:59:59Z');
    await lead(shop, 'first', 'ANNA', '2026-03-25T22:00:00Z');
    const overview = await shop.get('/v1/overview');
    expect(overview.funnel.channels).toMatchObject([{ started: 1 }]);
    await lead(shop, 'today', 'ANNA', '2026-04-23T22:00:00Z');
    expect((await shop.get('/v1/overview')).today).toMatchObject({ referrals: 1 } satisfies Partial<Wire>);
  });
});
