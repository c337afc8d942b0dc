/** contract.md 6.13 over every answer of the cabinet: nothing of a friend reaches who invited them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/http/all-routes.ts';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

const FRIENDS = [
  { externalId: 'shop-id-petr', name: 'Пётр Иванов', email: 'petr.ivanov@example.com', phone: '+79120000009' },
  { externalId: 'shop-id-anna', name: 'Anna Belova', email: 'anna.belova@example.com', phone: '+79120000008' },
] as const;

/** Of the friends, their orders and what they were given; amounts as minor units, roubles and grouped. */
const SECRETS = [
  ...FRIENDS.flatMap(({ externalId, name, email, phone }) => [externalId, ...name.split(' '), email, phone, phone.slice(2)]),
  'petr-order',
  'anna-order',
  '345678',
  '3456,78',
  '3\u00a0456',
  '3456.78',
  '9999999',
  '99999.99',
];

/** When the friends did what they did: a time of day that nothing else of the cabinet has. */
const MOMENT = new Date('2026-11-20T09:17:43.219Z');
const EXACT = /:17:43|43\.219/;
/** Ids of ours hold the millisecond they were made in, in their first 48 bits: one in 64 of the hidden ones has that shape by chance. */
const TIMED_ID = /(?:[a-z]{3}_|")([0-9a-f]{8})-?([0-9a-f]{4})-?7[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}/g;

/** What the ids in the text say if they are timed, in milliseconds since 1970. */
function timesOf(text: string): readonly number[] {
  return [...text.matchAll(TIMED_ID)].map(([, high = '', low = '']) => Number.parseInt(high + low, 16));
}

function isOfTheTest(time: number): boolean {
  return Math.abs(time - MOMENT.getTime()) < 24 * 60 * 60 * 1000;
}

describe('6.13 every answer of the cabinet', () => {
  let shop: CabinetShop;
  let programId: string;
  let cabinet: Cabinet;
  let secrets: readonly string[];

  beforeAll(async () => {
    shop = await openCabinetShop({ now: new Date('2026-11-20T08:00:00Z') });
    const { api } = shop;
    programId = await shop.publish({
      ...program,
      rules: program.rules.map((rule) => ({
        ...rule,
        grant: [{ to: 'referrer', benefit: { kind: 'commission', percent: { basisPoints: 1000 } } }, ...rule.grant.slice(1)],
      })),
    });
    await shop.join('marina', programId, 'MARINA');
    api.clock.set(MOMENT);
    const [petr, anna] = FRIENDS;
    const orders = [
      await shop.pay({ id: 'petr-order-1', total: '345678', customer: petr, code: 'MARINA' }),
      await shop.pay({ id: 'anna-order-2', total: '9999999', customer: anna, code: 'MARINA' }),
    ];
    const back = await api.post('/v1/events', {
      id: 'back',
      type: 'order.refunded',
      occurredAt: api.clock.now().toISOString(),
      refund: { id: 'anna-order-back', orderId: 'anna-order-2' },
    });
    expect(back.status, back.text).toBe(200);
    await api.post('/v1/referrals', { friend: { externalId: 'shop-id-lead', name: 'Лев Тихий' }, code: 'MARINA' });
    const ids = await Promise.all(FRIENDS.map(async ({ externalId }) => (await api.get(`/v1/customers/${externalId}`)).body.id));
    const coupons = orders.flatMap(({ body }) => body.rewards.flatMap(({ benefit }: { benefit: { code?: string } }) => benefit.code ?? []));
    expect(coupons).toHaveLength(2);
    secrets = [...SECRETS, 'shop-id-lead', 'Тихий', ...ids, ...coupons];
    api.clock.set(new Date(MOMENT.getTime() + 90_000));
    cabinet = await shop.open('marina', programId);
  });

  it('holds no name, contact, id, order, coupon or amount of a friend', async () => {
    const paths = allRoutes(Object.create(null))
      .map(({ endpoint }) => endpoint)
      .filter(({ method, access }) => method === 'GET' && access === 'member')
      .map(({ path }) => path.replace('/v1/cabinet/', '').replace('{id}', programId));
    expect(paths).toEqual(expect.arrayContaining(['home', 'friends', 'history', 'export', 'statement.csv', 'payouts', 'claims']));
    for (const path of paths) {
      const answer = await cabinet.get(path);
      if (path !== 'payee') expect(answer.status, `${path} ${answer.text}`).toBe(200);
      for (const secret of secrets) expect(answer.text, `${secret} in ${path}`).not.toContain(secret);
    }
  });

  it('holds no exact time of what a friend did, and no id that tells one', async () => {
    for (const path of ['home', 'friends?limit=1', 'history', 'export', 'statement.csv']) {
      const { text } = await cabinet.get(path);
      expect(text, path).not.toMatch(EXACT);
      const cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1] ?? '';
      expect(Buffer.from(cursor, 'base64url').toString(), path).not.toContain(String(MOMENT.getTime()).slice(0, 8));
      if (path === 'home' || path.startsWith('friends')) {
        expect(timesOf(text.replaceAll(programId, '')).filter(isOfTheTest), path).toEqual([]);
      }
    }
    const exported = (await cabinet.get('export')).text;
    const times = timesOf(exported);
    expect(times.filter(isOfTheTest), 'ids of their own acts').not.toEqual([]);
    expect(times, 'no id was made at the moment of a friend').not.toContain(MOMENT.getTime());
    const first = (await cabinet.get('friends?limit=1')).body;
    const rest = (await cabinet.get(`friends?cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toHaveLength(3);
  });

  it('holds initials, the member’s own label, one state for all that brought nothing, and a coarse reason', async () => {
    const before = (await cabinet.get('friends')).body.items;
    expect(before.map(({ initials }: { initials: string }) => initials).sort()).toEqual(['A.\u00a0B.', 'Л.\u00a0Т.', 'П.\u00a0И.']);
    const states = before.map(({ state }: { state: string }) => state);
    expect(states).toContain('notCounted');
    expect(states).not.toContain('reversed');
    for (const { text, whyNotYet, state } of before) {
      expect([text.ru, text.en].every((each: string) => each.trim() !== '')).toBe(true);
      if (state !== 'counted') expect(whyNotYet.ru.trim()).not.toBe('');
    }
    const [friend] = before;
    expect((await cabinet.send('PUT', `friends/${friend.id}/label`, { label: 'Сестра' })).status).toBe(204);
    expect((await cabinet.get('friends')).body.items[0].label).toBe('Сестра');
    const stranger = await shop.open('shop-id-petr', programId);
    expect((await stranger.send('PUT', `friends/${friend.id}/label`, { label: 'Чужой' })).body.code).toBe('referral_unknown');
    await cabinet.send('PUT', `friends/${friend.id}/label`, { label: null });
    expect((await cabinet.get('friends')).body.items[0].label).toBeNull();
  });
});
