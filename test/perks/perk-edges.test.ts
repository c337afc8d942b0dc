import { describe, expect, it } from 'vitest';
import { newcomers, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';

const name = { ru: 'Место', en: 'Seat' };
const seat = { id: 'seat', name, kind: 'seat', cost: rub(1_000), capacity: 2, lowStockAt: 0 };
const course = { id: 'course', name, kind: 'access', cost: rub(2_000), capacity: 2 };
const perk = (id: string): object => ({ kind: 'perk', perk: id });

async function dryRun(shop: ContractShop, order: object): Promise<Wire> {
  return shop.do('POST', '/v1/events/dry-run', order);
}

describe('a dry run', () => {
  it('takes nothing of the stock, and gives a stored order back the unit it holds', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('buyer', perk('seat'))])], { perks: [{ ...seat, capacity: 1 }] }));
    for (const id of ['d-1', 'd-2']) {
      expect((await dryRun(shop, shop.order(id, 100_000, { by: 'ira' }))).rewards).toMatchObject([{ benefit: { perk: 'seat' } }]);
    }
    const stored = await shop.pay('o-1', 100_000, { by: 'ira' });
    expect(stored.notes).toMatchObject([{ kind: 'perk-low-stock', left: '0' }]);
    expect((await dryRun(shop, shop.order('o-1', 100_000, { by: 'ira' }))).rewards).toMatchObject([{ benefit: { perk: 'seat' } }]);
    expect((await dryRun(shop, shop.order('d-3', 100_000, { by: 'oleg' }))).refusals).toMatchObject([{ reason: 'out-of-stock' }]);
    expect(await shop.get(`/v1/programs/${programId}/perks/seat`)).toMatchObject({ given: 1, left: 0, isLow: true });
  });
});

describe('perks of a referral', () => {
  const referral = (more: object = {}): object =>
    program([rule([to('referrer', perk('course')), to('friend', perk('seat'))], { if: newcomers })], { perks: [seat, course], ...more });

  it('are granted to both or to neither (0-15)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(referral({ perks: [{ ...seat, capacity: 1 }, course] }));
    await shop.member('marina', programId);
    expect((await shop.pay('o-1', 100_000, { by: 'ira', code: 'MARINA' })).rewards).toHaveLength(2);
    const second = await shop.pay('o-2', 100_000, { by: 'oleg', code: 'MARINA' });
    expect(second.rewards).toEqual([]);
    expect(second.refusals).toMatchObject([{ beneficiary: 'referrer', reason: 'out-of-stock' }, { beneficiary: 'friend' }]);
    expect(await shop.get(`/v1/programs/${programId}/perks/course`)).toMatchObject({ given: 1, left: 1 });
  });

  it('move to the right referrer when staff corrects who it was (0-15)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(referral());
    const marina = await shop.member('marina', programId);
    const boris = await shop.member('boris', programId);
    expect(marina).not.toBe(boris);
    await shop.pay('o-1', 100_000, { by: 'ira', code: 'MARINA' });
    const { id } = await shop.referralOf('marina', 'o-1');
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'boris', actor: 'anna' });
    expect((await shop.get('/v1/customers/marina/perks')).items).toMatchObject([{ perk: 'course', status: 'revoked' }]);
    expect((await shop.get('/v1/customers/boris/perks')).items).toMatchObject([{ perk: 'course', status: 'active' }]);
    expect((await shop.get('/v1/customers/ira/perks')).items.map(({ status }: Wire) => status)).toEqual(['revoked', 'active']);
    expect(await shop.get(`/v1/programs/${programId}/perks/course`)).toMatchObject({ given: 1, revoked: 1, left: 1 });
  });

  it('stay with the survivor of a merge', async () => {
    const shop = await openShop();
    const programId = await shop.publish(referral());
    await shop.member('marina', programId);
    await shop.pay('o-1', 100_000, { by: 'ira', code: 'MARINA' });
    await shop.do('PUT', '/v1/customers/irina', {});
    await shop.do('POST', '/v1/customers/irina/merge', { fromId: 'ira', actor: 'anna' });
    expect((await shop.get('/v1/customers/irina/perks')).items).toMatchObject([{ perk: 'seat', status: 'active' }]);
    expect((await shop.post('/v1/access/check', { customer: 'irina', programId, perk: 'seat' })).status).toBe(200);
    await shop.refund('o-1', 'r-1');
    expect((await shop.get('/v1/customers/irina/perks')).items).toMatchObject([{ status: 'revoked' }]);
  });
});

describe('a later version', () => {
  it('changes how many there are, never below what was given', async () => {
    const shop = await openShop();
    const document = (capacity: number): object => program([rule([to('buyer', perk('seat'))])], { perks: [{ ...seat, capacity }] });
    const programId = await shop.publish(document(2));
    await shop.pay('o-1', 100_000, { by: 'ira' });
    await shop.pay('o-2', 100_000, { by: 'oleg' });
    await shop.publishNext(programId, document(1));
    expect((await shop.pay('o-3', 100_000, { by: 'inna' })).refusals).toMatchObject([{ reason: 'out-of-stock' }]);
    await shop.refund('o-1', 'r-1');
    expect((await shop.pay('o-4', 100_000, { by: 'inna' })).refusals).toMatchObject([{ reason: 'out-of-stock' }]);
    await shop.publishNext(programId, document(3));
    expect((await shop.pay('o-5', 100_000, { by: 'inna' })).rewards).toMatchObject([{ status: 'issued' }]);
    expect(await shop.get(`/v1/programs/${programId}/perks/seat`)).toMatchObject({ capacity: 3, given: 2, left: 1 });
  });

  it('closes what is over: a webinar that has ended is given to nobody', async () => {
    const shop = await openShop();
    const over = { ...seat, startsAt: '2026-11-21T10:00:00Z', endsAt: '2026-11-21T11:00:00Z' };
    const programId = await shop.publish(program([rule([to('buyer', perk('seat'))])], { perks: [over] }));
    await shop.pay('o-1', 100_000, { by: 'ira' });
    const ask = { customer: 'ira', programId, perk: 'seat' };
    expect((await shop.post('/v1/access/check', ask)).body).toMatchObject({
      code: 'access_not_open',
      access: { opensAt: '2026-11-21T10:00:00.000Z' },
    });
    shop.setClock('2026-11-21T10:30:00Z');
    expect((await shop.post('/v1/access/check', ask)).body).toMatchObject({ allowed: true, until: '2026-11-21T11:00:00.000Z' });
    await shop.advance('2026-11-21T11:00:00Z');
    expect((await shop.post('/v1/access/check', ask)).body.code).toBe('access_expired');
    expect((await shop.pay('o-2', 100_000, { by: 'oleg' })).refusals).toMatchObject([{ reason: 'out-of-stock' }]);
  });
});

describe('gifts of a year', () => {
  it('count perks at cost against the tax threshold, and a choice at what was chosen (0-21, 2-02)', async () => {
    const shop = await openShop();
    const dear = { id: 'trip', name, kind: 'goods', cost: rub(390_000), capacity: 5 };
    const cheap = { id: 'mug', name, kind: 'goods', cost: rub(10_000), capacity: 5 };
    const choice = { kind: 'choice', of: ['trip', 'mug'], default: 'mug', withinDays: 7 };
    await shop.publish(program([rule([to('buyer', choice)])], { perks: [dear, cheap] }));
    const first = await shop.pay('o-1', 2_000_000, { by: 'ira' });
    await shop.do('POST', `/v1/rewards/${first.rewards[0].id}/choose`, { perk: 'mug' });
    await shop.pay('o-2', 2_000_000, { by: 'ira' });
    const held = await shop.pay('o-3', 2_000_000, { by: 'ira' });
    expect(held.rewards).toMatchObject([{ status: 'held', holdReasons: ['tax-data'] }]);
    const [{ id }] = held.rewards;
    await shop.do('POST', `/v1/rewards/${id}/choose`, { perk: 'trip' });
    await shop.do('POST', `/v1/rewards/${id}/approve`, { actor: 'anna' });
    expect((await shop.rewards('&orderId=o-3'))[0]).toMatchObject({ status: 'issued', benefit: { chosen: 'trip' } });
  });
});
