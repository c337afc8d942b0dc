import type { ConnectorMapping } from '../../contract/connector-mapping.ts';

/**
 * WooCommerce webhooks of topic `order.updated`: the order of its REST API, signed in `X-WC-Webhook-Signature` with the base64 of HMAC-SHA256 over
 * the raw body. Source: developer.woocommerce.com/docs/apis/rest-api/v3/webhooks and …/v3/orders; times without a zone are in `…_gmt`.
 * `processing` is no payment: cash on delivery is there before any money, and has no `date_paid_gmt` until it is completed.
 */
export const wooCommerceMapping: ConnectorMapping = {
  fields: {
    orderId: { paths: ['/number', '/id'] },
    customerId: { paths: ['/customer_id'], values: { '0': '' } },
    email: { paths: ['/billing/email'] },
    phone: { paths: ['/billing/phone'] },
    name: { paths: ['/billing/first_name', '/billing/last_name'], join: true },
    total: { paths: ['/total'] },
    currency: { paths: ['/currency'] },
    delivery: { paths: ['/shipping_total'] },
    tax: { paths: ['/total_tax'] },
    channel: { paths: ['/created_via'] },
    code: { paths: ['/coupon_lines/0/code'] },
    placedAt: { paths: ['/date_created_gmt'] },
    paidAt: { paths: ['/date_paid_gmt', '/date_modified_gmt'] },
    deliveredAt: { paths: ['/date_completed_gmt', '/date_modified_gmt'] },
    cancelledAt: { paths: ['/date_modified_gmt'] },
    refundedAt: { paths: ['/date_modified_gmt'] },
  },
  events: [
    { when: { paths: ['/status'] }, is: ['pending', 'on-hold', 'processing'], sends: ['order.placed'] },
    { when: { paths: ['/date_paid_gmt'] }, is: null, sends: ['order.paid'] },
    { when: { paths: ['/status'] }, is: ['completed'], sends: ['order.paid', 'order.delivered'] },
    { when: { paths: ['/status'] }, is: ['refunded'], sends: ['order.paid', 'order.refunded'] },
    { when: { paths: ['/status'] }, is: ['cancelled', 'trash'], sends: ['order.cancelled'] },
    // A failed payment may be tried again; a draft is a basket.
    { when: { paths: ['/status'] }, is: ['failed', 'checkout-draft', 'auto-draft'], sends: [] },
  ],
  lines: { path: '/line_items', sku: '/sku', quantity: '/quantity', total: '/total' },
  refunds: { path: '/refunds', id: '/id', amount: '/total' },
  amounts: 'decimal',
  timeZone: 'UTC',
};
