import type { ConnectorMapping } from '../../contract/connector-mapping.ts';

/**
 * A form of Tilda with a basket, as its Webhook receiver sends it: a form, whose field `payment` holds JSON or comes in brackets, or JSON
 * as a whole. Nothing is signed; a new address is asked with `test=test` and must answer within five seconds. Source:
 * help-ru.tilda.cc/forms/webhook; the fields of `payment` as receivers of real forms have recorded them.
 */
export const tildaMapping: ConnectorMapping = {
  fields: {
    orderId: { paths: ['/payment/orderid'] },
    email: { paths: ['/Email', '/email', '/EMAIL'] },
    phone: { paths: ['/Phone', '/phone', '/PHONE'] },
    name: { paths: ['/Name', '/name', '/NAME'] },
    total: { paths: ['/payment/amount'] },
    currency: { constant: 'RUB' },
    delivery: { paths: ['/payment/delivery_price'] },
    code: { paths: ['/payment/promocode'] },
    paymentId: { paths: ['/payment/systranid'], values: { '0': '' } },
  },
  events: [
    { when: { paths: ['/test'] }, is: ['test'], sends: [] },
    { when: { paths: ['/payment/systranid'] }, is: ['0'], sends: ['order.placed'] },
    { when: { paths: ['/payment/systranid'] }, is: null, sends: ['order.paid'] },
  ],
  lines: { path: '/payment/products', sku: '/sku', quantity: '/quantity', total: '/amount' },
  amounts: 'decimal',
};
