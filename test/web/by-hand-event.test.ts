import { describe, expect, it } from 'vitest';
import { eventOf, findWrong, type Typed } from '../../web/admin/src/pages/by-hand-event.ts';
import { setShopZone } from '../../web/admin/src/shop-time.ts';

const TYPED: Typed = {
  ...{ orderId: 'H-1', total: '3 000,50', paid: '', paymentId: '', refundId: '', refundAmount: '', complaintId: '', score: '' },
  ...{ name: '', phone: '+79120000001', email: '', externalId: '', code: '', currency: 'RUB', at: '' },
};
const now = new Date('2026-11-23T11:05:59.731Z');

describe('what is typed by hand', () => {
  it('has happened at this very moment unless another was typed: an order in the minute of publishing earns', () => {
    expect(eventOf('order.paid', TYPED, { id: 'hand-1', now })).toMatchObject({
      occurredAt: '2026-11-23T11:05:59.731Z',
      order: { id: 'H-1', total: { amountMinor: '300050', currency: 'RUB' } },
    });
    expect(findWrong('order.paid', TYPED)).toEqual({});
  });

  it('is taken in the zone of the business where a time was typed', () => {
    setShopZone('Asia/Vladivostok');
    expect(eventOf('order.delivered', { ...TYPED, at: '2026-11-23T09:00' }, { id: 'hand-1', now })).toMatchObject({
      occurredAt: '2026-11-22T23:00:00.000Z',
    });
    setShopZone('UTC');
  });

  it('names an amount that cannot be read, and what is missing', () => {
    expect(findWrong('order.paid', { ...TYPED, total: '3000,505', phone: '' })).toEqual({ total: 'badAmount', phone: 'needContact' });
    expect(findWrong('order.refunded', { ...TYPED, orderId: '' })).toEqual({ orderId: 'need', refundId: 'need' });
  });
});
