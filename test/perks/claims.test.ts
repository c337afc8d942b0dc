import { describe, expect, it } from 'vitest';
import { program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, type Wire } from '../contract/wire.ts';
import { openApi } from '../support/api.ts';
import { openHttpShop, publishProgram } from '../support/http-shop.ts';
import { expectSound } from '../support/sound.ts';

const OPENS_AT = '2026-12-01T09:00:00.000Z';
const name = { ru: 'Привилегия', en: 'Perk' };
const webinar = { id: 'webinar', name, kind: 'seat', cost: rub(100), capacity: 100 };
const sale = { id: 'sale', name, kind: 'earlyAccess', opensAt: OPENS_AT, earlierHours: { fan: 24, core: 48 } };
const news = { id: 'news', name, kind: 'announcement' };
const ladder = [
  { id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, perks: ['webinar'] },
  { id: 'core', name, entry: { if: [{ paidOrders: { atLeast: 3 } }] }, perks: ['webinar', 'news'] },
];
const club = (more: object = {}): object =>
  program([rule([to('buyer', { kind: 'credit', percent: { basisPoints: 100 } })])], {
    enrolment: { mode: 'optIn', if: [] },
    perks: [webinar, sale, news],
    tiers: ladder,
    ...more,
  });

async function memberWithOrders(shop: ContractShop, programId: string, who: string, orders: number): Promise<void> {
  await shop.member(who, programId);
  for (let n = 1; n <= orders; n += 1) await shop.pay(`${who}-${n}`, 100_000, { by: who });
}

describe('seats', () => {
  it('of a webinar with one hundred go to exactly one hundred of two hundred who ask at once over HTTP (0-13)', async () => {
    const api = await openApi();
    const shop = openHttpShop({ url: await api.listen(), secretKey: api.business.secretKey });
    const programId = await publishProgram(shop, club());
    const names = Array.from({ length: 200 }, (_, index) => `m-${index}`);
    const enter = async (who: string): Promise<void> => {
      await shop.must({ method: 'PUT', path: `/v1/customers/${who}`, body: {} });
      await shop.must({ method: 'POST', path: `/v1/customers/${who}/memberships`, body: { programId } });
      const order = { id: `o-${who}`, total: rub(100_000) };
      const occurredAt = api.clock.now().toISOString();
      const event = { id: `e-${who}`, type: 'order.paid', occurredAt, customer: { externalId: who }, order };
      await shop.must({ method: 'POST', path: '/v1/events', body: event });
    };
    for (let first = 0; first < names.length; first += 20) await Promise.all(names.slice(first, first + 20).map(enter));
    const claim = (who: string) => shop.post(`/v1/customers/${who}/perks`, { programId, perk: 'webinar' }, `claim-${who}`);
    const replies = await Promise.all(names.map(claim));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(100);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(new Set(['409 perk_out_of_stock']));
    const again = await Promise.all(names.map(claim));
    const given = (list: typeof replies) => list.filter(({ status }) => status === 201).map(({ text }) => text);
    expect(given(again)).toEqual(given(replies));
    const report = await shop.get(`/v1/programs/${programId}/perks/webinar`);
    expect(report.body).toMatchObject({ capacity: 100, left: 0, given: 100, reserved: 0, cost: rub(10_000) });
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
  });

  it.each([99, 100])('of a room of %i run out at its last one among two hundred who ask at once (0-13)', async (capacity) => {
    const shop = await openShop();
    const programId = await shop.publish(club({ perks: [{ ...webinar, capacity }, sale, news] }));
    const names = Array.from({ length: 200 }, (_, index) => `m-${index}`);
    await Promise.all(names.map((who) => memberWithOrders(shop, programId, who, 1)));
    const replies = await Promise.all(names.map((who) => shop.post(`/v1/customers/${who}/perks`, { programId, perk: 'webinar' })));
    const given = replies.filter(({ status }) => status === 201);
    expect(given).toHaveLength(capacity);
    expect(new Set(given.map(({ body }) => body.token)).size).toBe(capacity);
    const refused = replies.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(refused).toEqual(Array.from({ length: 200 - capacity }, () => 'perk_out_of_stock'));
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ capacity, left: 0, given: capacity });
  });

  it('go to members of the tiers that list them, once each (0-13, 0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club({ perks: [{ ...webinar, capacity: 99 }, sale, news] }));
    await shop.pay('g-1', 100_000, { by: 'guest' });
    const claim = (who: string, perk = 'webinar') => shop.post(`/v1/customers/${who}/perks`, { programId, perk });
    expect((await claim('guest')).body).toMatchObject({ status: 404, code: 'membership_unknown' });
    await shop.member('ira', programId);
    expect((await claim('ira')).body).toMatchObject({ status: 403, code: 'access_tier' });
    await shop.pay('i-1', 100_000, { by: 'ira' });
    expect(await shop.do('POST', '/v1/customers/ira/perks', { programId, perk: 'webinar' })).toMatchObject({
      perk: 'webinar',
      status: 'active',
      tier: 'fan',
      rewardId: null,
      token: expect.any(String),
    });
    expect((await claim('ira')).body).toMatchObject({ status: 409, code: 'perk_taken' });
    expect((await claim('ira', 'sale')).body).toMatchObject({ status: 422, code: 'perk_not_claimable' });
    expect((await claim('ira', 'car')).body).toMatchObject({ status: 404, code: 'perk_unknown' });
    await shop.changeMembership('ira', programId, 'paused');
    expect((await claim('ira')).body).toMatchObject({ status: 409, code: 'membership_state' });
  });

  it('are counted in the budget of the programme', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club({ budget: rub(2_150) }));
    await memberWithOrders(shop, programId, 'ira', 1);
    await memberWithOrders(shop, programId, 'oleg', 1);
    await shop.do('POST', '/v1/customers/ira/perks', { programId, perk: 'webinar' });
    const refused = await shop.post('/v1/customers/oleg/perks', { programId, perk: 'webinar' });
    expect(refused.body).toMatchObject({ status: 409, code: 'perk_budget_exhausted' });
  });
});

describe('a sale that opens earlier', () => {
  it('lets a core member in at T−48 h, a fan at T−24 h, a guest at T, and tells each their hour (0-13, 0-19)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club());
    await memberWithOrders(shop, programId, 'core', 3);
    await memberWithOrders(shop, programId, 'fan', 1);
    const ask = async (customer: string | undefined): Promise<Wire> =>
      (await shop.post('/v1/access/check', { ...(customer === undefined ? {} : { customer }), programId, perk: 'sale' })).body;
    shop.setClock('2026-11-29T08:59:59.999Z');
    expect(await ask('core')).toMatchObject({
      status: 403,
      code: 'access_not_open',
      access: { opensAt: '2026-11-29T09:00:00.000Z', opensForEverybodyAt: OPENS_AT, tiers: [] },
      text: { ru: expect.any(String) },
    });
    shop.setClock('2026-11-29T09:00:00Z');
    expect(await ask('core')).toEqual({ allowed: true, grantId: null, until: null, tier: 'core' });
    expect(await ask('fan')).toMatchObject({
      code: 'access_not_open',
      access: { opensAt: '2026-11-30T09:00:00.000Z', tiers: [{ id: 'core' }] },
    });
    expect(await ask('nobody-yet')).toMatchObject({ code: 'access_not_open', access: { opensAt: OPENS_AT } });
    shop.setClock('2026-12-01T08:59:59Z');
    expect(await ask('fan')).toMatchObject({ allowed: true, tier: 'fan' });
    expect(await ask(undefined)).toMatchObject({ code: 'access_not_open' });
    shop.setClock(OPENS_AT);
    expect(await ask(undefined)).toEqual({ allowed: true, grantId: null, until: null, tier: null });
    const other = await shop.post('/v1/access/check', { programId, perk: 'car' });
    expect(other.body).toMatchObject({ status: 404, code: 'perk_unknown' });
  });

  it('counts who joined because of it: refused and a member, or in the tier, within 30 days, or joined naming it (0-19)', async () => {
    const shop = await openShop('2026-11-28T12:00:00Z');
    const programId = await shop.publish(club());
    const ask = (customer: string) => shop.post('/v1/access/check', { customer, programId, perk: 'sale' });
    await memberWithOrders(shop, programId, 'early', 0);
    shop.setClock('2026-11-29T12:00:00Z');
    for (const who of ['early', 'guest', 'late', 'watcher']) await ask(who);
    await ask('guest');
    shop.setClock('2026-11-29T13:00:00Z');
    await shop.do('PUT', '/v1/customers/guest', {});
    await shop.do('POST', '/v1/customers/guest/memberships', { programId });
    for (const n of [1, 2, 3]) await shop.pay(`early-${n}`, 100_000, { by: 'early' });
    await shop.do('PUT', '/v1/customers/fan', {});
    await shop.do('POST', '/v1/customers/fan/memberships', { programId, perk: 'sale' });
    await shop.do('POST', '/v1/customers/fan/memberships', { programId, perk: 'sale' });
    shop.setClock('2026-12-29T12:00:00Z');
    await shop.do('PUT', '/v1/customers/late', {});
    await shop.do('POST', '/v1/customers/late/memberships', { programId });
    const report = await shop.get(`/v1/programs/${programId}/perks/sale`);
    expect(report).toMatchObject({ entries: { allowed: 0, refused: 5 }, joins: { became: 1, rose: 1, named: 1, total: 3 } });
  });
});

describe('an announcement list', () => {
  it('holds the members entitled now, page by page, and says who may be written to (0-13)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club());
    for (const who of ['anna', 'boris', 'clara']) await memberWithOrders(shop, programId, who, 3);
    await memberWithOrders(shop, programId, 'fan', 1);
    await shop.changeMembership('boris', programId, 'blocked');
    const path = `/v1/programs/${programId}/perks/news/members`;
    const first = await shop.get(`${path}?limit=1`);
    const second = await shop.get(`${path}?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ externalId, tier, mayAdvertise }: Wire) => [externalId, tier, mayAdvertise])).toEqual([
      ['anna', 'core', false],
      ['clara', 'core', false],
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

describe('another business', () => {
  it('sees nothing of a perk and opens no invitation of it', async () => {
    const shop = await openShop();
    const other = await openShop();
    const programId = await shop.publish(club());
    await memberWithOrders(shop, programId, 'ira', 1);
    const { token } = await shop.do('POST', '/v1/customers/ira/perks', { programId, perk: 'webinar' });
    expect((await other.post('/v1/access/redeem', { token })).body.code).toBe('access_unknown');
    expect((await other.post('/v1/access/check', { customer: 'ira', programId, perk: 'webinar' })).body.code).toBe('perk_unknown');
    expect((await other.ask({ method: 'GET', url: `/v1/programs/${programId}/perks/webinar` })).status).toBe(404);
    expect((await other.ask({ method: 'GET', url: `/v1/programs/${programId}/donations` })).status).toBe(404);
  });
});

describe('somebody who is erased', () => {
  it('is forgotten at the doors they asked at before they were known; what they held is in their export until then', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club());
    await shop.post('/v1/access/check', { customer: 'ira', programId, perk: 'sale' });
    await memberWithOrders(shop, programId, 'ira', 1);
    await shop.do('POST', '/v1/customers/ira/perks', { programId, perk: 'webinar' });
    expect((await shop.get('/v1/customers/ira/export')).perks).toMatchObject([{ perk: 'webinar', status: 'active' }]);
    const report = async () => (await shop.get(`/v1/programs/${programId}/perks/sale`)).entries;
    expect(await report()).toEqual({ allowed: 0, refused: 1 });
    expect((await shop.ask({ method: 'DELETE', url: '/v1/customers/ira' })).status).toBe(204);
    expect(await report()).toEqual({ allowed: 0, refused: 0 });
  });
});
