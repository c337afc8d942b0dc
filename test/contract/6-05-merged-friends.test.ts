/** Two friends who were both brought turn out to be one person: each referral keeps its orders and what they gave (ADR 0021). */
import { describe, expect, it } from 'vitest';
import { credit, newcomers, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, rub, said, type Wire } from './wire.ts';

const merge = (shop: ContractShop, fromId: string, intoId: string): Promise<Wire> =>
  shop.do('POST', `/v1/customers/${intoId}/merge`, { fromId, actor: 'vera' });

const each = (amount: number) => ({ kind: 'credit', steps: { mode: 'marginal', table: [{ from: 1, amount: rub(amount) }] } });
const hold = { days: 14, from: 'payment' };
const plain = program([rule([to('referrer', credit(70)), to('friend', credit(50))], { if: newcomers })]);

/** Anna has brought F1, and the second referrer F2; F1 is merged into F2. */
async function mergedShop(document: object, { second = 'boris', third = '' } = {}): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  for (const name of ['anna', 'boris', 'clara']) await shop.member(name, programId);
  await shop.pay('o-1', 300_000, { by: 'f1', code: 'ANNA' });
  await shop.pay('o-2', 300_000, { by: 'f2', code: second.toUpperCase() });
  if (third !== '') await shop.pay('o-3', 300_000, { by: 'f3', code: third.toUpperCase() });
  await merge(shop, 'f1', 'f2');
  return shop;
}

const available = async (shop: ContractShop, name: string): Promise<number> => (await shop.balance(name)).available;
const correct = (shop: ContractShop, id: string, referrerId: string): Promise<Wire> =>
  shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId, actor: 'vera' });

describe('6.5 two friends who were both brought, merged', () => {
  it.each(['anna', 'boris'])(
    'a refund of a third friend’s order adds nothing for the one who has counted (the other one of %s)',
    async (second) => {
      const shop = await mergedShop(program([rule([to('referrer', each(30_000))], { if: newcomers })]), {
        second,
        third: 'anna',
      });
      const friends = second === 'anna' ? 3 : 2;
      expect(await available(shop, 'anna')).toBe(friends * 30_000);
      await shop.refund('o-3', 'r-1');
      expect(await available(shop, 'anna')).toBe((friends - 1) * 30_000);
      await shop.refund('o-1', 'r-2');
      expect(await available(shop, 'anna')).toBe((friends - 2) * 30_000);
      expect(await available(shop, 'boris')).toBe(second === 'boris' ? 30_000 : 0);
    },
  );

  it('the refund of an order reverses the referral that it came by, and no other', async () => {
    const shop = await mergedShop(plain);
    await shop.refund('o-1', 'r-1');
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'reversed', reason: 'refunded' });
    expect(await shop.referralOf('boris', 'o-2')).toMatchObject({ status: 'qualified' });
    expect([await available(shop, 'anna'), await available(shop, 'boris')]).toEqual([0, 70]);
    await shop.refund('o-2', 'r-2');
    expect(await shop.referralOf('boris', 'o-2')).toMatchObject({ status: 'reversed' });
  });

  it('of a chain of merges as well', async () => {
    const shop = await mergedShop(plain);
    await shop.pay('o-3', 300_000, { by: 'f3', code: 'CLARA' });
    await merge(shop, 'f2', 'f3');
    await shop.refund('o-1', 'r-1');
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'reversed' });
    expect(await shop.referralOf('boris', 'o-2')).toMatchObject({ status: 'qualified' });
    expect(await shop.referralOf('clara', 'o-3')).toMatchObject({ status: 'qualified' });
  });

  it('nobody is brought by who they brought, also where a circle closes through the record that ended (6.12)', async () => {
    const rules = [
      rule([to('referrer', credit(70))], { id: 'first', if: newcomers }),
      rule([to('referrer', credit(7)), to('friend', credit(5))], { id: 'brought', on: 'order.delivered' }),
    ];
    const shop = await mergedShop(program(rules));
    await shop.do('POST', '/v1/customers/f2/codes', { code: 'FTWO' });
    await shop.pay('o-3', 300_000, { by: 'clara', code: 'FTWO' });
    // Anna has brought the record that ended, its survivor has brought Clara, and now Anna is Clara.
    await merge(shop, 'anna', 'clara');
    expect(refusals(await shop.deliver('o-1'))).toEqual(bothRefused('referral-cycle'));
  });

  it('both qualify when their hold ends, and give the person who stays what is due then', async () => {
    const rules = [
      rule([to('referrer', credit(70), { hold })], { id: 'first', if: newcomers }),
      rule([to('referrer', credit(7)), to('friend', credit(5))], { id: 'done', on: 'referral.qualified' }),
    ];
    const shop = await mergedShop(program(rules));
    await shop.advance('2026-12-10T12:00:00Z');
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'qualified' });
    expect(await shop.referralOf('boris', 'o-2')).toMatchObject({ status: 'qualified' });
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'f2')]).toEqual([77, 77, 10]);
    await shop.refund('o-1', 'r-1');
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'f2')]).toEqual([0, 77, 5]);
  });

  it('one that waits for an order expires by itself', async () => {
    const shop = await openShop();
    const programId = await shop.publish(plain);
    for (const name of ['anna', 'boris']) await shop.member(name, programId);
    await shop.event({ type: 'referral.registered', customer: { externalId: 'f1' }, attribution: { code: 'ANNA' } });
    await shop.pay('o-2', 300_000, { by: 'f2', code: 'BORIS' });
    await merge(shop, 'f1', 'f2');
    await shop.advance('2027-03-01T12:00:00Z');
    expect((await shop.get('/v1/customers/anna/referrals')).items).toMatchObject([{ status: 'expired' }]);
  });

  it('a later delivery earns for who had brought the order (I-16)', async () => {
    const rules = [
      rule([to('referrer', credit(70))], { id: 'paid' }),
      rule([to('referrer', credit(7)), to('friend', credit(5))], { id: 'delivered', on: 'order.delivered' }),
    ];
    const shop = await mergedShop(program(rules));
    await shop.deliver('o-1');
    expect(await shop.rewardsOf('o-1')).toEqual(['friend issued 5', 'referrer issued 7', 'referrer issued 70']);
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'f2')]).toEqual([77, 70, 5]);
    // What the person orders from now on comes by the referral of the record that stays.
    expect(said(await shop.pay('o-9', 300_000, { by: 'f1' }))).toEqual(['referrer issued 70']);
    expect(await available(shop, 'boris')).toBe(140);
  });

  it('a correction of one speaks of that one and its orders', async () => {
    const shop = await mergedShop(plain);
    const { id } = await shop.referralOf('anna', 'o-1');
    expect(await correct(shop, id, 'clara')).toMatchObject({ id, orderId: 'o-1', status: 'qualified' });
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'clara')]).toEqual([0, 70, 70]);
    expect(await shop.referralOf('clara', 'o-1')).toMatchObject({ id });
    const other = await shop.referralOf('boris', 'o-2');
    await correct(shop, other.id, 'anna');
    expect([await available(shop, 'anna'), await available(shop, 'boris'), await available(shop, 'clara')]).toEqual([70, 0, 70]);
    expect(await available(shop, 'f2')).toBe(100);
    await shop.refund('o-1', 'r-1');
    expect(await shop.referralOf('clara', 'o-1')).toMatchObject({ status: 'reversed' });
  });

  it('a person’s word on one is kept with that one', async () => {
    const shop = await mergedShop(plain);
    const { id } = await shop.referralOf('anna', 'o-1');
    const found = await shop.do('POST', `/v1/referrals/${id}/review`, { finding: 'fraud', actor: 'vera' });
    expect(found).toMatchObject({ referral: { id }, check: { finding: 'fraud' } });
  });

  it('the referrer of one, merged into the person as well, refers themself', async () => {
    const rules = [rule([to('referrer', credit(70))]), rule([to('friend', credit(5))], { id: 'delivered', on: 'order.delivered' })];
    const shop = await mergedShop(program(rules));
    await merge(shop, 'anna', 'f2');
    expect(refusals(await shop.deliver('o-1'))).toEqual(['friend self-referral']);
    expect(said(await shop.deliver('o-2'))).toEqual(['friend issued 5']);
    expect((await shop.get('/v1/customers/f2/referrals')).items).toEqual([]);
  });

  it('a friend merged into their own referrer is brought by nobody', async () => {
    const rules = [
      rule([to('referrer', credit(70), { hold })], { id: 'first', if: newcomers }),
      rule([to('referrer', credit(7)), to('friend', credit(5))], { id: 'done', on: 'referral.qualified' }),
    ];
    const shop = await openShop();
    await shop.member('anna', await shop.publish(program(rules)));
    await shop.pay('o-1', 300_000, { by: 'f1', code: 'ANNA' });
    const { id } = await shop.referralOf('anna', 'o-1');
    await merge(shop, 'f1', 'anna');
    await shop.advance('2026-12-10T12:00:00Z');
    expect(await shop.get(`/v1/referrals/${id}`)).toMatchObject({ status: 'refused', reason: 'self-referral' });
    expect(await available(shop, 'anna')).toBe(70);
  });

  it('a record that had brought the one it is merged into brings it no more, also where it was brought itself (6.12)', async () => {
    const rules = [rule([to('referrer', credit(70))]), rule([to('friend', credit(5))], { id: 'delivered', on: 'order.delivered' })];
    const shop = await openShop();
    const programId = await shop.publish(program(rules));
    for (const name of ['anna', 'boris']) await shop.member(name, programId);
    await shop.pay('o-1', 300_000, { by: 'boris', code: 'ANNA' });
    await shop.pay('o-2', 300_000, { by: 'f1', code: 'BORIS' });
    await merge(shop, 'f1', 'boris');
    expect(refusals(await shop.deliver('o-2'))).toEqual(['friend self-referral']);
    expect(said(await shop.deliver('o-1'))).toEqual(['friend issued 5']);
  });

  it('and nobody is brought by whom a record of theirs that ended before had been brought by, once that is them', async () => {
    const rules = [rule([to('referrer', credit(70))]), rule([to('friend', credit(5))], { id: 'delivered', on: 'order.delivered' })];
    const shop = await mergedShop(program(rules));
    // Anna had brought the record that ended, and its survivor becomes Anna.
    await merge(shop, 'f2', 'anna');
    expect(refusals(await shop.deliver('o-1'))).toEqual(['friend self-referral']);
    expect(said(await shop.deliver('o-2'))).toEqual(['friend issued 5']);
  });
});
