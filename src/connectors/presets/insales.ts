import type { ConnectorMapping } from '../../contract/connector-mapping.ts';

/**
 * InSales webhooks of topics `orders/create` and `orders/update`: the order of its API as JSON, with two states of its own, of money and of
 * goods. They carry no signature; the order can be asked for again at /admin/orders/{id}.json with the shop's API key and password.
 * Sources: insales.ru/collection/doc-prochee/product/api-webhooks (topics); fields as apps that take them read them.
 */
export const inSalesMapping: ConnectorMapping = {
  fields: {
    orderId: { paths: ['/id'] },
    customerId: { paths: ['/client/id'] },
    email: { paths: ['/client/email'] },
    phone: { paths: ['/client/phone', '/shipping_address/phone'] },
    name: { paths: ['/client/name', '/client/surname'], join: true },
    total: { paths: ['/total_price'] },
    currency: { paths: ['/currency_code'], values: { RUR: 'RUB' }, constant: 'RUB' },
    delivery: { paths: ['/full_delivery_price', '/delivery_price'] },
    channel: { paths: ['/source'] },
    code: { paths: ['/coupon/code', '/discount_code/code'] },
    placedAt: { paths: ['/created_at'] },
    paidAt: { paths: ['/paid_at', '/updated_at'] },
    deliveredAt: { paths: ['/delivered_at', '/updated_at'] },
    cancelledAt: { paths: ['/updated_at'] },
    refundedAt: { paths: ['/updated_at'] },
  },
  events: [
    { when: { paths: ['/financial_status'] }, is: ['pending'], sends: ['order.placed'] },
    { when: { paths: ['/financial_status'] }, is: ['paid'], sends: ['order.paid'] },
    { when: { paths: ['/fulfillment_status'] }, is: ['delivered'], sends: ['order.delivered'] },
    { when: { paths: ['/fulfillment_status'] }, is: ['declined'], sends: ['order.cancelled'] },
    { when: { paths: ['/fulfillment_status'] }, is: ['returned'], sends: ['order.refunded'] },
    { when: { paths: ['/fulfillment_status'] }, is: ['new', 'accepted', 'approved', 'dispatched'], sends: [] },
  ],
  lines: { path: '/order_lines', sku: '/sku', quantity: '/quantity', total: '/full_total_price' },
  amounts: 'decimal',
};
