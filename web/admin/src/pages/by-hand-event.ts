/** The forms of the page "by hand": which fields each has, and the event that what was typed makes. */

import { minorFromText } from '../document/amount-text.ts';
import { instantOf } from '../shop-time.ts';

export const KINDS = [
  'order.paid',
  'order.placed',
  'payment',
  'order.delivered',
  'order.refunded',
  'order.cancelled',
  'referral.registered',
  'feedback.given',
  'complaint.opened',
  'complaint.closed',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Typed {
  readonly orderId: string;
  readonly total: string;
  readonly currency: string;
  readonly paid: string;
  readonly paymentId: string;
  readonly refundId: string;
  readonly refundAmount: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly externalId: string;
  readonly code: string;
  readonly score: string;
  readonly complaintId: string;
  /** Of an `input type="datetime-local"`, in the zone of the business; empty = now. */
  readonly at: string;
}
export type TypedField = keyof Typed;

const CUSTOMER = ['name', 'phone', 'email', 'externalId'] as const;

export const FIELDS: Readonly<Record<Kind, readonly TypedField[]>> = {
  'order.paid': ['orderId', 'total', 'currency', ...CUSTOMER, 'code', 'at'],
  'order.placed': ['orderId', 'total', 'currency', ...CUSTOMER, 'code', 'at'],
  payment: ['orderId', 'total', 'currency', 'paymentId', 'paid', ...CUSTOMER, 'code', 'at'],
  'order.delivered': ['orderId', 'at'],
  'order.refunded': ['orderId', 'refundId', 'refundAmount', 'currency', 'at'],
  'order.cancelled': ['orderId', 'at'],
  'referral.registered': [...CUSTOMER, 'code', 'at'],
  'feedback.given': ['score', ...CUSTOMER, 'orderId', 'at'],
  'complaint.opened': ['complaintId', ...CUSTOMER, 'at'],
  'complaint.closed': ['complaintId', ...CUSTOMER, 'at'],
};

const OPTIONAL: ReadonlySet<TypedField> = new Set(['name', 'phone', 'email', 'externalId', 'code', 'refundAmount', 'at']);

export type Wrong = Partial<Record<TypedField, 'need' | 'needContact' | 'badAmount'>>;

/** What is missing or cannot be read, by field; the API checks the rest. */
export function findWrong(kind: Kind, typed: Typed): Wrong {
  const wrong: Wrong = {};
  for (const field of FIELDS[kind]) {
    const isOptional =
      (OPTIONAL.has(field) && !(field === 'code' && kind === 'referral.registered')) || (field === 'orderId' && kind === 'feedback.given');
    if (!isOptional && typed[field].trim() === '') wrong[field] = 'need';
  }
  for (const field of ['total', 'paid', 'refundAmount'] as const)
    if (FIELDS[kind].includes(field) && typed[field].trim() !== '' && typeof minorFromText(typed[field], typed.currency) !== 'string')
      wrong[field] = 'badAmount';
  if (FIELDS[kind].includes('phone') && [typed.phone, typed.email, typed.externalId].every((text) => text.trim() === ''))
    wrong.phone = 'needContact';
  return wrong;
}

/** `id` is drawn once for each form: two clicks send one event. What happens now happens at this very moment: a programme may be seconds old. */
export function eventOf(kind: Kind, typed: Typed, { id, now }: { readonly id: string; readonly now: Date }): object {
  const money = (text: string): object => ({ amountMinor: minorFromText(text, typed.currency), currency: typed.currency });
  const text = (field: TypedField): string => typed[field].trim();
  const given = (fields: Readonly<Record<string, string>>): object =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const envelope = { id, occurredAt: (instantOf(typed.at) ?? now).toISOString() };
  const customer = given({ externalId: text('externalId'), email: text('email'), phone: text('phone'), name: text('name') });
  const attribution = text('code') === '' ? {} : { attribution: { code: text('code') } };
  switch (kind) {
    case 'order.paid':
    case 'order.placed':
      return { ...envelope, type: kind, customer, order: { id: text('orderId'), total: money(typed.total) }, ...attribution };
    case 'payment': {
      const payment = { id: text('paymentId'), amount: money(typed.paid) };
      return {
        ...envelope,
        type: 'order.paid',
        customer,
        order: { id: text('orderId'), total: money(typed.total) },
        payment,
        ...attribution,
      };
    }
    case 'order.delivered':
    case 'order.cancelled':
      return { ...envelope, type: kind, order: { id: text('orderId') } };
    case 'order.refunded': {
      const amount = text('refundAmount') === '' ? {} : { amount: money(typed.refundAmount) };
      return { ...envelope, type: kind, refund: { id: text('refundId'), orderId: text('orderId'), ...amount } };
    }
    case 'referral.registered':
      return { ...envelope, type: kind, customer, ...attribution };
    case 'feedback.given':
      return { ...envelope, type: kind, customer, score: Number(typed.score), ...given({ orderId: text('orderId') }) };
    case 'complaint.opened':
    case 'complaint.closed':
      return { ...envelope, type: kind, customer, complaint: { id: text('complaintId') } };
  }
}

/** The field of a form that a field of the API means. */
export function fieldOf(path: string | null): TypedField | null {
  const ENDS: readonly (readonly [RegExp, TypedField])[] = [
    [/^order\.total/, 'total'],
    [/^order(\.id)?$/, 'orderId'],
    [/orderId$/, 'orderId'],
    [/^payment\.amount/, 'paid'],
    [/^payment/, 'paymentId'],
    [/^refund\.amount/, 'refundAmount'],
    [/^refund/, 'refundId'],
    [/phone$/, 'phone'],
    [/email$/, 'email'],
    [/externalId$/, 'externalId'],
    [/^customer\.name$/, 'name'],
    [/^attribution/, 'code'],
    [/^score/, 'score'],
    [/^complaint/, 'complaintId'],
    [/^occurredAt/, 'at'],
  ];
  return ENDS.find(([pattern]) => path !== null && pattern.test(path))?.[1] ?? null;
}
