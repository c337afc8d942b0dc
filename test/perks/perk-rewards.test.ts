import { describe, expect, it } from 'vitest';
import { program, returnWindow, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';

const course = {
  id: 'course',
  name: { ru: 'Курс', en: 'Course' },
  kind: 'access',
  cost: rub(50_000),
  capacity: 2,
  url: 'https://shop.example/group?x=1',
};
const seat = { id: 'webinar', name: { ru: 'Вебинар', en: 'Webinar' }, kind: 'seat', cost: rub(10_000), capacity: 1 };
const service = {
  id: 'consulting',
  name: { ru: 'Консультация', en: 'Consultation' },
  kind: 'service',
  cost: rub(30_000),
  capacity: 1,
  validDays: 30,
};
const codes = { id: 'lessons', name: { ru: 'Уроки', en: 'Lessons' }, kind: 'codes', cost: rub(1_000), lowStockAt: 1 };

const giving = (benefit: object, perks: readonly object[], more: object = {}, grant: object = {}): object =>
  program([rule([to('buyer', benefit, grant)])], { perks, ...more });

describe('a perk as a reward', () => {
  it('gives a course once for an order however often it is sent, and takes it back with the refund (0-15)', async () => {
    const shop = await openShop();
    await shop.publish(giving({ kind: 'perk', perk: 'course' }, [course]));
    const order = shop.order('o-1', 200_000, { by: 'ira' });
    const first = await shop.post('/v1/events', order);
    const again = await shop.post('/v1/events', order);
    expect(again.text).toBe(first.text);
    expect(first.body.rewards).toMatchObject([{ status: 'issued', benefit: { kind: 'perk', perk: 'course', token: expect.any(String) } }]);
    const { items } = await shop.get('/v1/customers/ira/perks');
    expect(items).toMatchObject([
      { perk: 'course', status: 'active', link: expect.stringContaining('https://shop.example/group?x=1&invitation=') },
    ]);
    await shop.refund('o-1', 'r-1', 50_000);
    expect((await shop.get('/v1/customers/ira/perks')).items).toMatchObject([{ status: 'active' }]);
    await shop.refund('o-1', 'r-2');
    expect((await shop.get('/v1/customers/ira/perks')).items).toMatchObject([{ status: 'revoked' }]);
    expect(await shop.rewards()).toMatchObject([{ status: 'reversed', isLoss: false }]);
  });

  it('sets a unit aside while the reward is held, and frees it when the order is refunded (0-15, 0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving({ kind: 'perk', perk: 'webinar' }, [seat], {}, { hold: returnWindow }));
    const paid = await shop.pay('o-1', 200_000, { by: 'ira' });
    expect(paid.rewards).toMatchObject([{ status: 'held', benefit: { perk: 'webinar', token: null } }]);
    const refused = await shop.pay('o-2', 200_000, { by: 'oleg' });
    expect(refused.refusals).toMatchObject([{ reason: 'out-of-stock' }]);
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ capacity: 1, left: 0, reserved: 1, given: 0 });
    await shop.refund('o-1', 'r-1');
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ left: 1, reserved: 0, revoked: 1 });
    const third = await shop.pay('o-3', 200_000, { by: 'oleg' });
    expect(third.rewards).toMatchObject([{ status: 'held' }]);
    await shop.advance('2026-12-20T00:00:00Z');
    expect(await shop.get('/v1/customers/oleg/perks')).toMatchObject({ items: [{ status: 'active', token: expect.any(String) }] });
  });

  it('opens an invitation once, and records a loss when the used one is refunded (0-15)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving({ kind: 'perk', perk: 'course' }, [course]));
    const paid = await shop.pay('o-1', 200_000, { by: 'ira' });
    const { token } = paid.rewards[0].benefit;
    const both = await Promise.all([shop.post('/v1/access/redeem', { token }), shop.post('/v1/access/redeem', { token })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('access_used');
    expect(await shop.rewards()).toMatchObject([{ status: 'delivered' }]);
    const ask = { customer: 'ira', programId, perk: 'course' };
    expect(await shop.do('POST', '/v1/access/check', ask)).toMatchObject({ allowed: true, until: null });
    await shop.refund('o-1', 'r-1');
    expect(await shop.rewards()).toMatchObject([{ status: 'reversed', isLoss: true }]);
    expect((await shop.post('/v1/access/check', ask)).body).toMatchObject({ status: 403, code: 'access_revoked' });
    expect(await shop.get(`/v1/programs/${programId}/perks/course`)).toMatchObject({
      left: 1,
      revoked: 1,
      cost: rub(50_000),
      entries: { allowed: 1, refused: 1 },
    });
  });

  it('ends when its days are over, and hands services over by the shop’s word (0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving({ kind: 'perk', perk: 'consulting' }, [{ ...service, capacity: 2 }]));
    const first = await shop.pay('o-1', 200_000, { by: 'ira' });
    await shop.pay('o-2', 200_000, { by: 'oleg' });
    await shop.do('POST', `/v1/rewards/${first.rewards[0].id}/deliver`, {});
    await shop.do('POST', `/v1/rewards/${first.rewards[0].id}/deliver`, {});
    await shop.advance('2026-12-21T00:00:00Z');
    const report = await shop.get(`/v1/programs/${programId}/perks/consulting`);
    expect(report).toMatchObject({ left: 0, given: 1, used: 1, expired: 1, cost: rub(60_000) });
    expect((await shop.rewards()).map(({ status }: Wire) => status).sort()).toEqual(['delivered', 'expired']);
    expect((await shop.post('/v1/access/check', { customer: 'oleg', programId, perk: 'consulting' })).body.code).toBe('access_expired');
  });

  it('counts what a unit costs in the budget, and gives it back (0-18)', async () => {
    const shop = await openShop();
    await shop.publish(giving({ kind: 'perk', perk: 'course' }, [{ ...course, capacity: 10 }], { budget: rub(60_000) }));
    await shop.pay('o-1', 200_000, { by: 'ira' });
    expect((await shop.pay('o-2', 200_000, { by: 'oleg' })).refusals).toMatchObject([{ reason: 'budget-exhausted' }]);
    await shop.refund('o-1', 'r-1');
    expect((await shop.pay('o-3', 200_000, { by: 'inna' })).rewards).toMatchObject([{ status: 'issued' }]);
  });

  it('keeps the unit with who has it where the perk says so', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving({ kind: 'perk', perk: 'course' }, [{ ...course, revokeOnRefund: false }]));
    await shop.pay('o-1', 200_000, { by: 'ira' });
    await shop.refund('o-1', 'r-1');
    expect(await shop.rewards()).toMatchObject([{ status: 'reversed', isLoss: true }]);
    expect((await shop.post('/v1/access/check', { customer: 'ira', programId, perk: 'course' })).status).toBe(200);
  });
});

describe('a choice', () => {
  const benefit = { kind: 'choice', of: ['consulting', 'webinar'], default: 'webinar', withinDays: 7 };
  const perks = [service, { ...seat, capacity: 5 }];

  it('reserves what is chosen, once, and costs what was chosen (0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving(benefit, perks, { budget: rub(1_000_000) }));
    const paid = await shop.pay('o-1', 200_000, { by: 'ira' });
    expect(paid.rewards).toMatchObject([
      { status: 'approved', benefit: { kind: 'choice', chosen: null, chooseUntil: '2026-11-27T12:00:00.000Z' } },
    ]);
    const [{ id }] = paid.rewards;
    const other = await shop.post(`/v1/rewards/${id}/choose`, { perk: 'car' });
    expect(other.body).toMatchObject({ status: 422, code: 'perk_not_offered' });
    const replies = await Promise.all(['consulting', 'webinar'].map((perk) => shop.post(`/v1/rewards/${id}/choose`, { perk })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('reward_state');
    const { items } = await shop.get('/v1/customers/ira/perks');
    expect(items).toMatchObject([{ status: 'active', token: expect.any(String) }]);
    expect((await shop.rewards())[0]).toMatchObject({ status: 'issued', benefit: { chosen: items[0].perk } });
    expect((await shop.get(`/v1/programs/${programId}/perks/${items[0].perk}`)).given).toBe(1);
  });

  it('of the last unit goes to one of many who choose at once; the others keep their choice (0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving(benefit, perks));
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) ids.push((await shop.pay(`o-${name}`, 200_000, { by: name })).rewards[0].id);
    const replies = await Promise.all(ids.map((id) => shop.post(`/v1/rewards/${id}/choose`, { perk: 'consulting' })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    for (const reply of replies) if (reply.status === 409) expect(reply.body.code).toBe('perk_out_of_stock');
    expect(await shop.get(`/v1/programs/${programId}/perks/consulting`)).toMatchObject({ left: 0, given: 1 });
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ left: 2, choosing: 3 });
    await shop.advance('2026-11-27T12:00:00Z');
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ left: 2, choosing: 0, given: 3 });
    const late = await shop.post(`/v1/rewards/${ids[1]}/choose`, { perk: 'webinar' });
    expect(late.body.code).toBe('reward_state');
  });

  it('may be made while the reward is held, and is given when the hold ends', async () => {
    const shop = await openShop();
    await shop.publish(giving(benefit, perks, {}, { hold: returnWindow }));
    const { rewards } = await shop.pay('o-1', 200_000, { by: 'ira' });
    const chosen = await shop.do('POST', `/v1/rewards/${rewards[0].id}/choose`, { perk: 'consulting' });
    expect(chosen).toMatchObject({ status: 'held', benefit: { chosen: 'consulting', token: null } });
    await shop.advance('2026-12-12T00:00:00Z');
    expect((await shop.get('/v1/customers/ira/perks')).items).toMatchObject([{ perk: 'consulting', status: 'active' }]);
  });
});

describe('a pool of codes', () => {
  it('hands codes out in order, warns when few are left, and lets rewards wait for more', async () => {
    const shop = await openShop();
    const programId = await shop.publish(giving({ kind: 'perk', perk: 'lessons' }, [codes]));
    const pool = `/v1/programs/${programId}/perks/lessons`;
    expect(await shop.do('POST', `${pool}/codes`, { codes: ['AAA', 'BBB'] })).toEqual({ added: 2, served: 0, left: 2 });
    const twice = await shop.post(`${pool}/codes`, { codes: ['CCC', 'BBB'] });
    expect(twice.body).toMatchObject({ status: 409, code: 'perk_code_taken', field: 'codes[1]' });
    expect((await shop.post(`${pool}/codes`, { codes: ['X', 'X'] })).body).toMatchObject({ status: 422, field: 'codes[1]' });
    const first = await shop.pay('o-1', 200_000, { by: 'ira' });
    expect(first.notes).toMatchObject([{ kind: 'perk-low-stock', left: '1' }]);
    await shop.pay('o-2', 200_000, { by: 'oleg' });
    const waiting = await shop.pay('o-3', 200_000, { by: 'inna' });
    expect(waiting.rewards).toMatchObject([{ status: 'approved' }]);
    expect(waiting.notes).toMatchObject([{ kind: 'perk-codes-missing', perk: 'lessons' }]);
    await shop.pay('o-4', 200_000, { by: 'dina' });
    expect(await shop.get(pool)).toMatchObject({ left: 0, isLow: true, waiting: 2, given: 2 });
    await shop.refund('o-3', 'r-3');
    expect(await shop.do('POST', `${pool}/codes`, { codes: ['CCC', 'DDD', 'EEE'] })).toEqual({ added: 3, served: 1, left: 2 });
    const codeOf = async (name: string): Promise<Wire> => (await shop.get(`/v1/customers/${name}/perks`)).items[0];
    expect([await codeOf('ira'), await codeOf('oleg'), await codeOf('dina')]).toMatchObject([
      { code: 'AAA' },
      { code: 'BBB' },
      { code: 'CCC' },
    ]);
    expect(await codeOf('inna')).toMatchObject({ status: 'revoked', code: null });
    await shop.refund('o-1', 'r-1');
    expect(await shop.rewards('&status=reversed')).toMatchObject([{ isLoss: true }, { isLoss: false }]);
  });
});
