import { describe, expect, it } from 'vitest';
import { atLeast, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import type { Wire } from './wire.ts';

const referralsOf = async (shop: ContractShop, customer: string): Promise<readonly Wire[]> =>
  (await shop.get(`/v1/customers/${customer}/referrals`)).items;

describe('6.13 what could hurt a friend never reaches the referrer', () => {
  it('the referrer’s text of a referral holds no name, contact, amount or telling reason', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000))], { if: [...newcomers, atLeast(200_000)] })]));
    await shop.member('anna', programId);
    await shop.pay('o-1', 123_456, {
      by: { externalId: 'friend', name: 'Пётр Иванов', email: 'petr@example.com', phone: '+79120000009' },
      code: 'ANNA',
    });
    const [referral] = await referralsOf(shop, 'anna');
    const told = JSON.stringify(referral.texts.referrer);
    for (const secret of ['Пётр', 'Иванов', 'petr', '7912', '123', '1 234', '2000', '765']) expect(told).not.toContain(secret);
    expect(referral.texts.staff.ru).not.toBe('');
  });

  it('a refund, a cancellation and a lack of the minimum read the same to the referrer', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' });
    await shop.refund('o-1', 'r-1');
    await shop.cancel('o-2');
    const texts = (await referralsOf(shop, 'anna')).map(({ texts: { referrer } }) => referrer);
    expect(texts[0]).toEqual(texts[1]);
  });

  it('every state has three texts in both languages, none empty (1-14)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.event({ type: 'referral.registered', customer: { externalId: 'lead' }, attribution: { code: 'ANNA' } });
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA' });
    await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA' });
    await shop.refund('o-2', 'r-2');
    const referrals = await referralsOf(shop, 'anna');
    expect(new Set(referrals.map(({ status }) => status))).toEqual(new Set(['started', 'qualified', 'reversed']));
    for (const { texts } of referrals) {
      for (const audience of ['friend', 'referrer', 'staff']) {
        for (const language of ['ru', 'en']) expect(texts[audience][language].trim()).not.toBe('');
      }
    }
  });
});
