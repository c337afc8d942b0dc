import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const document = {
  name: { ru: 'Ступени', en: 'Tiers' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'staff' },
  rules: [{ id: 'r', on: 'order.paid', grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 100 } } } }],
  tiers: [
    {
      id: 'regular',
      name: { ru: 'Свой', en: 'Regular' },
      entry: { if: [{ paidOrders: { atLeast: 1, withinDays: 30 } }, { score: { atLeast: 5 } }] },
      keep: { if: [{ paidOrders: { atLeast: 1, withinDays: 30 } }] },
    },
  ],
};

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  const programId = await shop.publish(document);
  await shop.join('anna', programId, 'ANNA');
  const customer = { externalId: 'anna' };
  await shop.answer({ type: 'feedback.given', score: 9, orderId: null }, { customer });
  const order = { currency: 'RUB', totalMinor: 10_000n, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] };
  await shop.answer({ type: 'order.paid', orderId: 'o-1', order, payment: null, couponCodes: [], reservationIds: [] }, { customer });
});

afterAll(async () => {
  await expectSound(shop);
});

it.each([
  ['a tier taken away', 'update standing set tier_id = null'],
  ['a tier given away', "update standing set tier_id = 'other'"],
  ['a check forgotten', 'update standing set next_check_at = null'],
  ['a standing lost', 'delete from standing'],
  ['an order lost', "update shop_order set paid_at = '2020-01-01T00:00:00Z'"],
])('I-36 finds %s', async (_name, damage) => {
  const owner = await shop.test.database.connectAsOwner();
  try {
    await owner.query('begin');
    const before = await verifyTenant(owner, shop.tenantId);
    expect(before).toEqual([]);
    await owner.query(damage);
    const found = (await verifyTenant(owner, shop.tenantId)).map(({ id }) => id);
    expect(found).toContain('I-36');
  } finally {
    await owner.query('rollback');
    await owner.end();
  }
});

it('the migration reads scores and the instants of referrals off a log of before as decisions write them', async () => {
  const rows = await shop.rows<{ readonly score: number; readonly occurred_at: Date }>(
    `select (body::jsonb->'body'->>'score')::integer as score, occurred_at from event where type = 'feedback.given'`,
  );
  expect(rows).toEqual(await shop.rows('select score, occurred_at from feedback'));
});
