/** Money given back, as a shop's payload tells it: beside what else became of the order (contract.md 6.9). */
import { describe, expect, it } from 'vitest';
import { expectSound } from '../support/sound.ts';
import { changed, openHookShop, payload } from './hook-shop.ts';

describe('a payload of WooCommerce that tells of a refund', () => {
  it('and of the cancellation at once: the part first, the rest by the cancellation', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('woocommerce');
    await shop.sendSigned(hook, payload('woocommerce-processing.json'));
    await shop.activate(hook);
    await shop.sendSigned(hook, changed(payload('woocommerce-part-refunded.json'), { status: 'cancelled', number: '900' }));
    await shop.work();
    const [told] = await shop.payloads();
    expect(told).toMatchObject({ status: 'done', orderId: '900' });
    expect(told?.outcome?.events.map(({ type, answer }) => [type, answer?.outcome])).toEqual([
      ['order.paid', 'processed'],
      ['order.refunded', 'processed'],
      ['order.cancelled', 'processed'],
    ]);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });
});
