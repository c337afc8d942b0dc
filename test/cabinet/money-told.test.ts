/** What a member reads of their money comes to what they have, and to the day it happened on where they live. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

/** 00:30 of 1 November in Moscow, where the programme counts its days; October where the business has set no zone of its own. */
const JUST_NOVEMBER = new Date('2026-10-31T21:30:00Z');
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

describe('the money of a member', () => {
  let shop: CabinetShop;
  let cabinet: Cabinet;

  beforeAll(async () => {
    shop = await openCabinetShop({ now: JUST_NOVEMBER });
    const { api } = shop;
    const rules = program.rules.map((rule) => ({
      ...rule,
      grant: [{ to: 'referrer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } } }, ...rule.grant.slice(1)],
    }));
    const programId = await shop.publish({ ...program, rules });
    await shop.join('marina', programId, 'MARINA');
    for (const friend of ['petr', 'anna']) {
      await shop.pay({ id: `of-${friend}`, total: '200000', customer: { externalId: friend }, code: 'MARINA' });
    }
    const spend = async (amountMinor: string): Promise<string> =>
      (await api.post('/v1/reservations', { customer: { externalId: 'marina' }, amount: rub(amountMinor) })).body.id;
    await api.post(`/v1/reservations/${await spend('5000')}/void`);
    const body = { id: 'spent', type: 'order.paid', occurredAt: JUST_NOVEMBER.toISOString(), customer: { externalId: 'marina' } };
    const order = { id: 'own', total: rub('60000') };
    await api.post('/v1/events', { ...body, order, reservationIds: [await spend('35000')] });
    const refund = { id: 'r-1', orderId: 'of-petr' };
    await api.post('/v1/events', { id: 'back', type: 'order.refunded', occurredAt: JUST_NOVEMBER.toISOString(), refund });
    await shop.pay({ id: 'of-olga', total: '100000', customer: { externalId: 'olga' }, code: 'MARINA' });
    await spend('1000');
    cabinet = await shop.open('marina', programId);
  });

  it('goes in and out by what is available: set aside and then spent is one movement, a debt takes when it is paid', async () => {
    const { items } = (await cabinet.get('history')).body;
    const movements: { direction: string; amount: string }[] = items;
    const signed = { in: 1, out: -1, held: 0, heldEnd: 0, none: 0 } as const;
    const sum = movements.reduce(
      (total, { direction, amount }) => total + (signed[direction as keyof typeof signed] ?? 0) * Number(amount),
      0,
    );
    const [balance] = (await cabinet.get('home')).body.balances;
    expect([balance.available, balance.debt]).toEqual(['0', '5000']);
    expect(sum).toBe(Number(balance.available));
  });

  it('of friends is dated by the day of the programme, in the table as on the page', async () => {
    const { items } = (await cabinet.get('history')).body;
    expect(new Set(items.map(({ orderId, at }: { orderId: string | null; at: string }) => (orderId === null ? at : null)))).toContain(
      '2026-10-31T21:00:00.000Z',
    );
    const rows = (await cabinet.get('statement.csv?locale=en')).text.split('\n').slice(2);
    const days = rows.filter((row) => row.includes('Reward')).map((row) => row.split(',', 1)[0]);
    expect(new Set(days)).toEqual(new Set(['2026-11-01']));
    expect(rows.filter((row) => row.includes('own')).map((row) => row.split(',', 1)[0])).toEqual([JUST_NOVEMBER.toISOString()]);
  });
});
