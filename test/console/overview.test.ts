/** The first page: today, what is owed and when it ends, the last 30 days (issue: Overview; 0-26). */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { type Api, openApi } from '../support/api.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';

describe('the overview', () => {
  let api: Api;
  let shop: BusyShop;

  beforeAll(async () => {
    api = await openApi({ now: new Date('2026-11-20T12:00:00Z') });
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { timeZone: 'Europe/Moscow' } });
    shop = await openBusyShop(api);
  });

  it('tells what happened today', async () => {
    const { status, body, text } = await api.get('/v1/overview');
    expect(status, text).toBe(200);
    expect(body).toMatchObject({
      day: '2026-11-20',
      programs: { live: 1, all: 1 },
      today: { orders: 4, customers: 4, referrals: 3, counted: 3, given: [{ unit: 'RUB', unitName: null, amount: '90000' }] },
    });
  });

  it('tells what is owed, and in which month it ends, exactly beyond 2^53', async () => {
    const big = { amountMinor: '9007199254740993', currency: 'RUB' };
    const url = `/v1/customers/${shop.anna}/adjustments`;
    await api.post(url, { amount: big, reason: 'много', actor: 'test' });
    await api.post(url, {
      amount: { ...big, amountMinor: '100' },
      reason: 'до конца года',
      actor: 'test',
      expiresAt: '2026-12-31T20:59:59Z',
    });
    await api.post(url, {
      amount: { ...big, amountMinor: '7' },
      reason: 'после полуночи',
      actor: 'test',
      expiresAt: '2026-12-31T21:00:00Z',
    });
    await api.post(url, { amount: { ...big, amountMinor: '5' }, reason: 'нескоро', actor: 'test', expiresAt: '2028-01-01T00:00:00Z' });
    const { owed } = (await api.get('/v1/overview')).body;
    expect(owed).toMatchObject([
      { unit: 'RUB', available: '9007199254741105', held: '90000', debt: '0', later: '5', never: '9007199254740993' },
    ]);
    expect(owed[0].months).toHaveLength(12);
    expect(owed[0].months.slice(0, 3)).toEqual([
      { month: '2026-11', amount: '0' },
      { month: '2026-12', amount: '100' },
      { month: '2027-01', amount: '7' },
    ]);
  });

  it('counts friends by how they came, and each one in every step they have passed', async () => {
    await api.post('/v1/referrals', { friend: { externalId: 'lead' }, referrerId: 'anna' });
    const { channels } = (await api.get('/v1/overview')).body.funnel;
    expect(channels).toEqual([
      { channel: 'code', started: 3, joined: 3, ordered: 3, qualified: 0, lost: 0 },
      { channel: 'lead', started: 1, joined: expect.any(Number), ordered: 0, qualified: 0, lost: 0 },
    ]);
  });

  it('begins the next day at midnight of the business, and forgets nothing of 30 days', async () => {
    api.clock.set(new Date('2026-11-20T21:00:00Z'));
    const { body } = await api.get('/v1/overview');
    expect([body.day, body.today.orders, body.today.customers]).toEqual(['2026-11-21', 0, 0]);
    expect(body.funnel.channels).toHaveLength(2);
    api.clock.set(new Date('2026-12-21T12:00:00Z'));
    expect((await api.get('/v1/overview')).body.funnel.channels).toEqual([]);
  });

  it('shows nothing of another business', async () => {
    const other = await api.addBusiness('other');
    const { body } = await api.ask({ method: 'GET', url: '/v1/overview', key: other.secretKey });
    expect(body).toMatchObject({ owed: [], programs: { live: 0, all: 0 }, funnel: { visits: 0, channels: [] } });
  });
});

describe('what the overview sums up', () => {
  const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });
  const at = '2026-11-20T12:00:00Z';
  let api: Api;
  let shop: BusyShop;
  const overview = async () => (await api.get('/v1/overview')).body;
  const send = async (event: object) => {
    const reply = await api.post('/v1/events', { occurredAt: at, ...event });
    expect(reply.status, reply.text).toBe(200);
  };

  beforeAll(async () => {
    api = await openApi({ now: new Date('2026-11-10T09:00:00Z') });
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { timeZone: 'Europe/Moscow' } });
    shop = await openBusyShop(api);
    api.clock.set(new Date(at));
  });

  it('puts what is told today of the past into the days it happened on (0-26)', async () => {
    const order = { type: 'order.paid', attribution: { code: 'ANNA' } };
    const [past, now] = [{ customer: { externalId: 'old' } }, { customer: { externalId: 'new' } }];
    await send({ ...order, ...past, id: 'old', occurredAt: '2026-11-15T09:00:00Z', order: { id: 'order-old', total: rub('300000') } });
    const before = await overview();
    expect(before.today).toMatchObject({ orders: 0, customers: 0, referrals: 0, counted: 0, rewards: 0, given: [] });
    expect(before.funnel.channels[0]).toMatchObject({ channel: 'code', started: 4, ordered: 4 });
    await send({ ...order, ...now, id: 'new', order: { id: 'order-new', total: rub('300000') } });
    const after = await overview();
    expect(after.today).toMatchObject({ orders: 1, customers: 1, referrals: 1, counted: 1, rewards: 2 });
    expect(after.funnel.channels[0]).toMatchObject({ channel: 'code', started: 5, ordered: 5 });
  });

  it('counts a visit once, however often another system tells of it', async () => {
    const click = { id: `clk_${'a'.repeat(32)}`, code: 'ANNA' };
    await send({ id: 'visit', type: 'click.recorded', click });
    await send({ id: 'visit-again', type: 'click.recorded', click });
    const { today, funnel } = await overview();
    expect([today.visits, funnel.visits]).toEqual([1, 1]);
  });

  it('takes a friend who gave everything back out of those who count', async () => {
    await send({ id: 'back', type: 'order.refunded', refund: { id: 'r-1', orderId: 'order-1' } });
    const { today, funnel, owed } = await overview();
    expect(today.orders).toBe(1);
    expect(funnel.channels[0]).toMatchObject({ ordered: 5, lost: 1 });
    expect(owed).toMatchObject([{ unit: 'RUB', held: '120000' }]);
  });

  it('follows a correction of who brought a friend', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/boris', body: {} });
    await api.post('/v1/customers/boris/memberships', { programId: shop.programId });
    const body = { programId: shop.programId, referrerId: 'boris', reason: 'перепутали', actor: 'olga' };
    const corrected = await api.post('/v1/customers/friend-2/referrer', body);
    expect(corrected.status, corrected.text).toBeLessThan(300);
    const { today, funnel } = await overview();
    expect(today.counted).toBe(1);
    const byChannel = Object.fromEntries(funnel.channels.map((each: { channel: string; started: number }) => [each.channel, each.started]));
    expect(byChannel).toEqual({ code: 4, staff: 1 });
  });

  it('begins the day anew where the time zone of the business begins it', async () => {
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { timeZone: 'Pacific/Auckland' } });
    const { day, today } = await overview();
    expect([day, today.orders]).toEqual(['2026-11-21', 1]);
    api.clock.set(new Date('2026-11-20T10:59:00Z'));
    expect([(await overview()).day, (await overview()).today.orders]).toEqual(['2026-11-20', 0]);
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { timeZone: 'Asia/Kathmandu' } });
    api.clock.set(new Date('2026-11-20T18:14:00Z'));
    expect([(await overview()).day, (await overview()).today.orders]).toEqual(['2026-11-20', 1]);
    api.clock.set(new Date('2026-11-20T18:15:00Z'));
    expect([(await overview()).day, (await overview()).today.orders]).toEqual(['2026-11-21', 0]);
  });

  it('is what a recount gives', async () => {
    const owner = await api.test.database.connectAsOwner();
    expect(await verifyTenant(owner, api.business.tenantId)).toEqual([]);
    await owner.end();
  });
});

describe('an overview of points', () => {
  it('calls them what the programme calls them', async () => {
    const api = await openApi();
    const name = { ru: 'листочки', en: 'leaves' };
    const document = {
      name: { ru: 'Клуб', en: 'Club' },
      currency: 'RUB',
      timeZone: 'UTC',
      points: { name },
      enrolment: { mode: 'optIn' },
      rules: [{ id: 'own', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'points', points: '9007199254740993' } } }],
    };
    const made = await api.post('/v1/programs', { document });
    expect(made.status, made.text).toBe(201);
    await api.post(`/v1/programs/${made.body.id}/versions/1/publish`);
    await api.ask({ method: 'PUT', url: '/v1/customers/anna', body: {} });
    await api.post('/v1/customers/anna/memberships', { programId: made.body.id });
    const paid = await api.post('/v1/events', {
      id: 'paid',
      type: 'order.paid',
      occurredAt: api.clock.now().toISOString(),
      customer: { externalId: 'anna' },
      order: { id: 'order', total: { amountMinor: '100', currency: 'RUB' } },
    });
    expect(paid.status, paid.text).toBe(200);
    const { today, owed } = (await api.get('/v1/overview')).body;
    const unit = `points:${made.body.id}`;
    expect(today.given).toEqual([{ unit, unitName: name, amount: '9007199254740993' }]);
    expect(owed).toMatchObject([{ unit, unitName: name, available: '9007199254740993', never: '9007199254740993' }]);
  });
});
