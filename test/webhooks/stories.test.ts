/** Messages of whole stories: a ladder climbed and lost, a course given and taken back, a mug that the shop hands over (0-12, 0-15). */
import { describe, expect, it } from 'vitest';
import { program, rule, to } from '../contract/programs.ts';
import { expectSound } from '../support/sound.ts';
import { allAt, join, openWebhookShop, paid, typesOf } from './webhook-shop.ts';

describe('a ladder and a course (0-12, 0-15)', () => {
  it('tells of the tier left and the one entered, of access given by a reward, and of access taken back by a refund', async () => {
    const tier = (id: string, orders: number) => ({
      id,
      name: { ru: id, en: id },
      entry: { if: [{ paidOrders: { atLeast: orders } }] },
    });
    const course = {
      id: 'course',
      name: { ru: 'Курс', en: 'Course' },
      kind: 'access',
      cost: { amountMinor: '1000', currency: 'RUB' },
      capacity: 10,
      url: 'https://shop.example/course',
    };
    const document = program([rule([to('buyer', { kind: 'perk', perk: 'course' })], { if: [{ orderNumber: { is: 2 } }] })], {
      tiers: [tier('trusted', 1), tier('regular', 2)],
      perks: [course],
    });
    const shop = await openWebhookShop({ program: document });
    const { id } = await shop.listen('/ladder', {
      types: ['tier.entered', 'tier.left', 'access.granted', 'access.revoked'],
    });
    await join(shop, shop.programId, 'anna');
    await shop.api.post('/v1/events', paid('o-1', { externalId: 'anna' }));
    await shop.api.post('/v1/events', paid('o-2', { externalId: 'anna' }));
    const up = await allAt(shop, '/ladder', id);
    expect(typesOf(up)).toEqual(['access.granted', 'tier.entered', 'tier.entered', 'tier.left']);
    expect(up.find((each) => each.body.type === 'tier.left')?.body.data).toMatchObject({
      programId: shop.programId,
      customerExternalId: 'anna',
      tier: 'trusted',
      from: 'trusted',
      to: 'regular',
      reason: 'earned',
    });
    expect(up.find((each) => each.body.type === 'access.granted')?.body.data).toMatchObject({
      perk: 'course',
      customerExternalId: 'anna',
      status: 'active',
    });
    const refund = { id: 'r-1', type: 'order.refunded', occurredAt: '2026-11-20T12:00:00Z', refund: { id: 'r-1', orderId: 'o-2' } };
    expect((await shop.api.post('/v1/events', refund)).status).toBe(200);
    const all = await allAt(shop, '/ladder', id);
    expect(typesOf(all.slice(up.length))).toEqual(['access.revoked', 'tier.entered', 'tier.left']);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });
});

describe('delivery by the shop', () => {
  it('hears `reward.issued`, packs the mug and says so: then `reward.delivered` goes out (0-15)', async () => {
    const shop = await openWebhookShop();
    shop.receiver.answer('/packer', (_request, response) => {
      const { body } = shop.receiver.at('/packer').at(-1) ?? { body: null };
      response.writeHead(202).end();
      if (body.type === 'reward.issued' && body.data.benefit.sku === 'MUG')
        void shop.api.post(`/v1/rewards/${body.data.rewardId}/deliver`, {});
    });
    const { id } = await shop.listen('/packer', { types: ['reward.issued', 'reward.delivered'] });
    await shop.order('o-1');
    const [issued, delivered] = await shop.arrived('/packer', 2);
    expect([issued?.body.type, delivered?.body.type]).toEqual(['reward.issued', 'reward.delivered']);
    expect(delivered?.body.data).toMatchObject({ rewardId: issued?.body.data.rewardId, status: 'delivered', previousStatus: 'issued' });
    expect(BigInt(delivered?.body.resourceVersion)).toBeGreaterThan(BigInt(issued?.body.resourceVersion));
    // Sent again because an answer was lost, the mug is not packed twice: the act is idempotent.
    await shop.settled(id, (delivery) => delivery.status === 'delivered');
    await shop.api.post(`/v1/webhooks/${id}/deliveries/${issued?.id}/replay`);
    await shop.arrived('/packer', 3);
    await shop.settled(id, (delivery) => delivery.status === 'delivered');
    expect(typesOf(shop.receiver.at('/packer'))).toEqual(['reward.delivered', 'reward.issued', 'reward.issued']);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });
});
