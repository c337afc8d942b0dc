/** What a programme's document is made of, as forms: a tree beside the wire schema; a test holds the two together. */
import { amount, conditionsShape, localized, money, NO_MONEY, NO_PERCENT, percent, text, whole } from './shape-conditions.ts';
import type { Field, Shape } from './shape-type.ts';

const steps = (of: 'amount' | 'points'): Shape => ({
  kind: 'object',
  fields: [
    { name: 'mode', shape: { kind: 'choice', options: ['marginal', 'retroactive', 'milestone'] } },
    { name: 'per', shape: { kind: 'choice', options: ['life', 'year', 'month'] }, optional: true, label: 'stepsPer' },
    {
      name: 'table',
      shape: {
        kind: 'list',
        name: 'step',
        look: 'boxes',
        blank: of === 'amount' ? { from: 1, amount: NO_MONEY } : { from: 1, points: '10' },
        item: {
          kind: 'object',
          fields: [
            { name: 'from', shape: whole, label: 'stepFrom' },
            of === 'amount' ? { name: 'amount', shape: money } : { name: 'points', shape: { kind: 'digits' } },
          ],
        },
      },
    },
  ],
});

const base: Field = { name: 'of', shape: { kind: 'choice', options: ['base', 'matchingLines'] }, optional: true, label: 'percentBase' };
const most: Field = { name: 'max', shape: money, optional: true };
const moneySize: Field = {
  either: 'size',
  options: [
    { name: 'percent', shape: percent, blank: NO_PERCENT },
    { name: 'amount', shape: money, blank: NO_MONEY },
    { name: 'steps', shape: steps('amount'), blank: { mode: 'marginal', table: [{ from: 1, amount: NO_MONEY }] } },
  ],
};

const benefitShape: Shape = {
  kind: 'byKind',
  options: [
    { value: 'credit', fields: [moneySize, most, base], blank: { kind: 'credit', percent: NO_PERCENT } },
    {
      value: 'coupon',
      fields: [
        {
          either: 'size',
          options: [
            { name: 'percent', shape: percent, blank: NO_PERCENT },
            { name: 'amount', shape: money, blank: NO_MONEY },
            { name: 'freeDelivery', shape: { kind: 'onlyTrue' }, blank: true },
          ],
        },
        { name: 'use', shape: { kind: 'choice', options: ['thisOrder', 'nextOrder'] } },
        most,
        { name: 'validDays', shape: whole, optional: true },
        { name: 'stackable', shape: { kind: 'flag' }, optional: true },
      ],
      blank: { kind: 'coupon', percent: NO_PERCENT, use: 'nextOrder', validDays: 90 },
    },
    {
      value: 'gift',
      fields: [
        { name: 'sku', shape: text, label: 'giftSku' },
        { name: 'cost', shape: money },
      ],
      blank: { kind: 'gift', sku: '', cost: NO_MONEY },
    },
    {
      value: 'points',
      fields: [
        {
          either: 'size',
          options: [
            { name: 'points', shape: { kind: 'digits' }, blank: '100' },
            {
              name: 'per',
              shape: {
                kind: 'object',
                fields: [
                  { name: 'points', shape: { kind: 'digits' } },
                  { name: 'amount', shape: money, label: 'perAmount' },
                ],
              },
              blank: { points: '1', amount: NO_MONEY },
              label: 'pointsPer',
            },
            { name: 'steps', shape: steps('points'), blank: { mode: 'marginal', table: [{ from: 1, points: '100' }] } },
          ],
        },
        {
          name: 'max',
          shape: { kind: 'object', fields: [{ name: 'points', shape: { kind: 'digits' } }] },
          optional: true,
          blank: { points: '1000' },
          label: 'maxPoints',
        },
        base,
      ],
      blank: { kind: 'points', points: '100' },
    },
    { value: 'perk', fields: [{ name: 'perk', shape: { kind: 'ref', of: 'perks' } }], blank: { kind: 'perk', perk: '' } },
    {
      value: 'choice',
      fields: [
        { name: 'of', shape: { kind: 'refs', of: 'perks' }, label: 'choiceOf' },
        { name: 'default', shape: { kind: 'ref', of: 'perks' }, label: 'choiceDefault' },
        { name: 'withinDays', shape: whole, label: 'choiceDays' },
      ],
      blank: { kind: 'choice', of: [], default: '', withinDays: 30 },
    },
    { value: 'commission', fields: [moneySize, most, base], blank: { kind: 'commission', percent: NO_PERCENT } },
    {
      value: 'donation',
      fields: [
        { name: 'to', shape: text, label: 'donationTo' },
        {
          either: 'size',
          options: [
            { name: 'amount', shape: money, blank: NO_MONEY },
            { name: 'percent', shape: percent, blank: NO_PERCENT },
          ],
        },
        most,
        base,
      ],
      blank: { kind: 'donation', to: '', amount: NO_MONEY },
    },
  ],
};

const hold: Shape = {
  kind: 'object',
  fields: [
    { name: 'days', shape: whole, optional: true, label: 'holdDays' },
    { name: 'from', shape: { kind: 'choice', options: ['delivery', 'payment'] }, optional: true, label: 'holdFrom' },
    { name: 'orFromPaymentDays', shape: whole, optional: true },
    { name: 'reasons', shape: { kind: 'many', options: ['review', 'payer-consent', 'tax-data'] }, optional: true, label: 'holdReasons' },
  ],
};

const grantShape: Shape = {
  kind: 'object',
  fields: [
    { name: 'to', shape: { kind: 'choice', options: ['referrer', 'friend', 'buyer', 'company'] }, label: 'grantTo' },
    { name: 'benefit', shape: benefitShape },
    { name: 'hold', shape: hold, optional: true, blank: { days: 14, from: 'delivery', orFromPaymentDays: 21 } },
    { name: 'expiresAfterDays', shape: whole, optional: true },
    { name: 'accrue', shape: { kind: 'choice', options: ['whenPaid', 'perPayment'] }, optional: true },
  ],
};

export const TRIGGERS = [
  'order.paid',
  'order.placed',
  'order.delivered',
  'member.signed_up',
  'referral.registered',
  'referral.qualified',
  'feedback.given',
  'tier.entered',
] as const;

const ruleShape: Shape = {
  kind: 'object',
  fields: [
    { name: 'on', shape: { kind: 'trigger' } },
    { name: 'if', shape: conditionsShape, optional: true, blank: [] },
    {
      name: 'grant',
      shape: {
        kind: 'list',
        item: grantShape,
        blank: { to: 'referrer', benefit: { kind: 'credit', percent: NO_PERCENT } },
        name: 'grant',
        look: 'boxes',
      },
    },
    {
      name: 'caps',
      shape: {
        kind: 'object',
        fields: [
          {
            name: 'perReferrer',
            shape: {
              kind: 'object',
              fields: [
                { name: 'count', shape: whole, optional: true, label: 'capCount' },
                { name: 'amount', shape: amount, optional: true, label: 'capAmount' },
                { name: 'per', shape: { kind: 'choice', options: ['day', 'month', 'year', 'life'] }, label: 'capPer' },
              ],
            },
            optional: true,
            blank: { count: 20, per: 'year' },
          },
          { name: 'budget', shape: amount, optional: true, label: 'ruleBudget' },
        ],
      },
      optional: true,
      blank: { perReferrer: { count: 20, per: 'year' } },
    },
    { name: 'allowReferrerMore', shape: { kind: 'flag' }, optional: true },
    { name: 'id', shape: text, label: 'ruleId' },
  ],
};

export const rulesShape: Shape = {
  kind: 'list',
  item: ruleShape,
  blank: {
    id: 'rule',
    on: 'order.paid',
    if: [{ newCustomer: true }],
    grant: [
      { to: 'referrer', benefit: { kind: 'credit', percent: NO_PERCENT }, hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 } },
    ],
  },
  name: 'rule',
  look: 'cards',
};

export const amountShape: Shape = amount;
export const localizedShape: Shape = localized;
