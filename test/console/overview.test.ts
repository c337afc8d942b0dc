/** The first page: today, what is owed and when it ends, the last 30 days (issue: Overview; 0-26). */
import { beforeAll, describe, expect, it } from 'vitest';
import { Overviews } from '../../src/overview/overviews.ts';
import { type Api, openApi, tenantOf } from '../support/api.ts';
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
      today: { orders: 4, customers: 4, referrals: 3, counted: 3, given: [{ unit: 'RUB', amount: '90000' }] },
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
      { channel: 'code', started: 3, joined: 3, ordered: 3, qualified: 0 },
      { channel: 'lead', started: 1, joined: expect.any(Number), ordered: 0, qualified: 0 },
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

describe('an overview that takes long to count', () => {
  const tenant = tenantOf('00000000-0000-4000-8000-000000000001');

  it('is answered from memory for a minute, and counted anew behind the next answer', async () => {
    let now = 0;
    let counts = 0;
    const overviews = new Overviews(
      async () => {
        counts += 1;
        now += 500;
        return made(counts);
      },
      () => now,
    );
    expect((await overviews.get(tenant)).programs.all).toBe(1);
    expect((await overviews.get(tenant)).programs.all).toBe(1);
    now += 60_000;
    expect((await overviews.get(tenant)).programs.all).toBe(1);
    await expect.poll(async () => (await overviews.get(tenant)).programs.all).toBe(2);
    expect(counts).toBe(2);
    now -= 3_600_000;
    await overviews.get(tenant);
    await expect.poll(() => counts, { message: 'a clock set back keeps no old numbers' }).toBe(3);
  });

  it('is counted once for all who ask at the same time', async () => {
    let counts = 0;
    const overviews = new Overviews(
      async () => {
        counts += 1;
        return made(counts);
      },
      () => 0,
    );
    await Promise.all([overviews.get(tenant), overviews.get(tenant), overviews.get(tenant)]);
    expect(counts).toBe(1);
  });
});

function made(all: number) {
  return {
    asOf: '2026-11-20T12:00:00Z',
    day: '2026-11-20',
    today: { orders: 0, customers: 0, visits: 0, referrals: 0, counted: 0, rewards: 0, given: [] },
    programs: { live: 0, all },
    owed: [],
    funnel: { shares: [], visits: 0, channels: [] },
  };
}
