import { describe, expect, it } from 'vitest';
import { lead, shopOf } from './attribution-shop.ts';

describe('6.8 attribution: staff correction', () => {
  it('reverses both sides and grants both again for the right referrer, once', async () => {
    const { shop } = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'BBB' });
    const referral = await shop.referralOf('boris', 'o-1');
    const right = { referrerId: 'anna', actor: 'vera' };
    await shop.do('POST', `/v1/referrals/${referral.id}/correct`, right);
    await shop.do('POST', `/v1/referrals/${referral.id}/correct`, right);
    expect(await shop.rewardsOf('o-1')).toEqual([
      'friend issued 10000',
      'friend reversed 0',
      'referrer issued 10000',
      'referrer reversed 0',
    ]);
    expect(await shop.balance('boris')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000 });
    expect(await shop.balance('friend')).toMatchObject({ available: 10_000 });
  });

  it('names the class that lost', async () => {
    const { shop, a, b } = await shopOf();
    await lead(shop, 'friend', 'BBB', '2026-11-10T12:00:00Z');
    await shop.pay('o-1', 100_000);
    const referral = await shop.referralOf('boris', 'o-1');
    await shop.do('POST', `/v1/referrals/${referral.id}/correct`, { referrerId: 'anna', actor: 'vera' });
    const next = await shop.pay('o-2', 100_000);
    expect(next.attribution).toMatchObject({ referrerId: a, by: 'staff', losers: [{ by: 'lead', referrerId: b }] });
  });

  it('refuses the friend as their own referrer', async () => {
    const { shop } = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'BBB' });
    const referral = await shop.referralOf('boris', 'o-1');
    const reply = await shop.post(`/v1/referrals/${referral.id}/correct`, { referrerId: 'friend', actor: 'vera' });
    expect(reply.body).toMatchObject({ code: 'self_referral' });
    expect(reply.status).toBeGreaterThanOrEqual(400);
  });
});
