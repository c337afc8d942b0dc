/** The small parts of a document, and its conditions. */
import type { Shape } from './shape-type.ts';

export const text = { kind: 'text' } as const;
export const whole = { kind: 'whole' } as const;
export const money = { kind: 'money' } as const;
export const amount = { kind: 'amount' } as const;
export const localized = { kind: 'localized' } as const;
const strings = { kind: 'strings' } as const;
export const percent = {
  kind: 'object',
  fields: [{ name: 'basisPoints', shape: { kind: 'percent' }, label: 'percentOf' }],
} as const satisfies Shape;
/** Money of the document's own currency: the form puts the currency in. */
export const NO_MONEY = { amountMinor: '0', currency: '' } as const;
export const NO_PERCENT = { basisPoints: 500 } as const;

const atLeast = (shape: Shape): Shape => ({ kind: 'object', fields: [{ name: 'atLeast', shape }] });
const isOrAtLeast: Shape = {
  kind: 'object',
  fields: [
    {
      either: 'number',
      options: [
        { name: 'is', shape: whole, blank: 1 },
        { name: 'atLeast', shape: whole, blank: 2 },
      ],
    },
  ],
};
const inList: Shape = { kind: 'object', fields: [{ name: 'in', shape: strings }] };
const SINCE = ['firstPaidOrder', 'lastPaidOrder', 'signUp', 'touch', 'joined'] as const;
const since: Shape = { kind: 'choice', options: SINCE };

const conditionShape: Shape = {
  kind: 'oneOf',
  options: [
    { name: 'newCustomer', shape: { kind: 'flag' }, blank: true },
    { name: 'referredAsNew', shape: { kind: 'flag' }, blank: true },
    { name: 'orderNumber', shape: isOrAtLeast, blank: { is: 1 } },
    { name: 'paid', shape: atLeast(money), blank: { atLeast: NO_MONEY } },
    { name: 'deliveredOrders', shape: atLeast(whole), blank: { atLeast: 1 } },
    { name: 'paidOrders', shape: atLeast(whole), blank: { atLeast: 1 } },
    { name: 'referralNumber', shape: isOrAtLeast, blank: { is: 1 } },
    {
      name: 'daysSince',
      shape: {
        kind: 'object',
        fields: [
          { name: 'event', shape: since },
          { name: 'atLeast', shape: whole, optional: true, label: 'daysAtLeast' },
          { name: 'atMost', shape: whole, optional: true, label: 'daysAtMost' },
        ],
      },
      blank: { event: 'firstPaidOrder', atMost: 60 },
    },
    {
      name: 'monthsSince',
      shape: {
        kind: 'object',
        fields: [
          { name: 'event', shape: since },
          { name: 'atMost', shape: whole, label: 'monthsAtMost' },
        ],
      },
      blank: { event: 'firstPaidOrder', atMost: 12 },
    },
    { name: 'sku', shape: inList, blank: { in: [] } },
    { name: 'category', shape: inList, blank: { in: [] } },
    { name: 'channel', shape: inList, blank: { in: [] } },
    { name: 'currency', shape: inList, blank: { in: [] }, label: 'currencyIn' },
  ],
};

export const conditionsShape: Shape = {
  kind: 'list',
  item: conditionShape,
  blank: { newCustomer: true },
  name: 'condition',
  look: 'boxes',
};
