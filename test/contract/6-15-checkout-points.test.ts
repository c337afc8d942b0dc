import { describe, expect, it } from 'vitest';
import { percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

const named = { ru: 'Баллы', en: 'Points' };
const tenth = (points: object): object => program([rule([to('buyer', percent(1000))])], { points: { name: named, ...points } });

async function shopOf(points: object, count = '120'): Promise<{ readonly shop: ContractShop; readonly programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(tenth(points));
  await shop.give('friend', { points: count, programId });
  return { shop, programId };
}

const check = (shop: ContractShop, total: number, credit: object) =>
  shop.post('/v1/checkout/check', { customer: { externalId: 'friend' }, order: { total: rub(total), lines: [] }, credit });

describe('6.15 points at the checkout check', () => {
  it('pay what the programme says they are worth, as many as there are', async () => {
    const { shop, programId } = await shopOf({ value: rub(50) });
    const { body } = await check(shop, 100_000, { points: '100', programId });
    expect(body.credit).toEqual({
      used: rub(5_000),
      available: rub(6_000),
      points: { used: { points: '100', programId }, available: { points: '120', programId } },
    });
    expect([body.total, body.toPay]).toEqual([rub(100_000), rub(95_000)]);
    expect(body.benefits).toMatchObject([{ benefit: { amount: rub(9_500) } }]);
    expect((await check(shop, 100_000, { points: '9007199254740993', programId })).body.credit.points.used.points).toBe('120');
  });

  it('are never spent in part: one that would pay more than the rest stays', async () => {
    const { shop, programId } = await shopOf({ value: rub(50) });
    const { body } = await check(shop, 130, { points: '3', programId });
    expect([body.credit.used, body.credit.points.used.points, body.toPay]).toEqual([rub(100), '2', rub(30)]);
  });

  it('are refused where the programme gives them no value, or one in another currency', async () => {
    const { shop, programId } = await shopOf({});
    const reply = await check(shop, 100_000, { points: '1', programId });
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([422, 'points_not_spendable', 'credit']);
    const other = await shopOf({ value: rub(50) });
    const euros = { total: { amountMinor: '1000', currency: 'EUR' }, lines: [] };
    const asked = await other.shop.post('/v1/checkout/check', { order: euros, credit: { points: '1', programId: other.programId } });
    expect([asked.status, asked.body.code]).toEqual([422, 'points_not_spendable']);
  });

  it('take what the check used, as a reservation of that many', async () => {
    const { shop, programId } = await shopOf({ value: rub(50) });
    const { body } = await check(shop, 100_000, { points: '100', programId });
    const id = await shop.reserve('friend', body.credit.points.used);
    await shop.pay('o-1', 100_000, { reservations: [id] });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ credit: body.credit.used });
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 9500']);
  });
});
