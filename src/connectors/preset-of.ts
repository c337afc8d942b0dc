import type { ConnectorMapping } from '../contract/connector-mapping.ts';
import { assertNever } from '../domain/result.ts';
import { GETCOURSE_QUERY, getCourseMapping } from './presets/getcourse.ts';
import { inSalesMapping } from './presets/insales.ts';
import { tildaMapping } from './presets/tilda.ts';
import { wooCommerceMapping } from './presets/woocommerce.ts';

export const PRESET_NAMES = ['woocommerce', 'insales', 'tilda', 'getcourse', 'custom'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export interface Preset {
  readonly mapping: ConnectorMapping;
  /** Whose word its payloads are, until the owner says otherwise. */
  readonly trust: 'signed' | 'hint';
  /** What the sender is told to put behind the address. */
  readonly query: string;
}

/** What is known of a sender. One that does not sign gives hints only: nothing is paid on its word alone (reliability.md F12). */
export function presetOf(name: PresetName): Preset {
  switch (name) {
    case 'woocommerce':
      return { mapping: wooCommerceMapping, trust: 'signed', query: '' };
    case 'insales':
      return { mapping: inSalesMapping, trust: 'hint', query: '' };
    case 'tilda':
      return { mapping: tildaMapping, trust: 'hint', query: '' };
    case 'getcourse':
      return { mapping: getCourseMapping, trust: 'hint', query: `&${GETCOURSE_QUERY}` };
    case 'custom':
      return { mapping: CUSTOM, trust: 'hint', query: '' };
    default:
      return assertNever(name);
  }
}

/** A beginning in our own words, to be changed on the first payloads. */
const CUSTOM: ConnectorMapping = {
  fields: {
    orderId: { paths: ['/order/id', '/order_id', '/id'] },
    customerId: { paths: ['/customer/id', '/customer_id'] },
    email: { paths: ['/customer/email', '/email'] },
    phone: { paths: ['/customer/phone', '/phone'] },
    name: { paths: ['/customer/name', '/name'] },
    total: { paths: ['/order/total', '/total', '/amount'] },
    currency: { paths: ['/order/currency', '/currency'] },
    code: { paths: ['/promocode', '/code'] },
  },
  events: [
    { when: { paths: ['/order/status', '/status'] }, is: ['new', 'placed', 'pending'], sends: ['order.placed'] },
    { when: { paths: ['/order/status', '/status'] }, is: ['paid'], sends: ['order.paid'] },
    { when: { paths: ['/order/status', '/status'] }, is: ['delivered', 'completed'], sends: ['order.paid', 'order.delivered'] },
    { when: { paths: ['/order/status', '/status'] }, is: ['cancelled'], sends: ['order.cancelled'] },
    { when: { paths: ['/order/status', '/status'] }, is: ['refunded'], sends: ['order.refunded'] },
  ],
  amounts: 'decimal',
};
