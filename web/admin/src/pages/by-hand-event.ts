/** The forms of the page "by hand": which fields each has, and the event that what was typed makes. */

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
  /** Of an `input type="datetime-local"`, in the browser's time zone. */
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

const OPTIONAL: ReadonlySet<TypedField> = new Set(['name', 'phone', 'email', 'externalId', 'code', 'refundAmount']);

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
    if (FIELDS[kind].includes(field) && typed[field].trim() !== '' && minorOf(typed[field], typed.currency) === null)
      wrong[field] = 'badAmount';
  if (FIELDS[kind].includes('phone') && [typed.phone, typed.email, typed.externalId].every((text) => text.trim() === ''))
    wrong.phone = 'needContact';
  return wrong;
}

/** Text of a person as minor units, as text; null when it is no amount of this currency. */
export function minorOf(text: string, currency: string): string | null {
  const places = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const match = /^(\d{1,15})(?:[.,](\d*))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  const fraction = match?.[2] ?? '';
  if (match === null || fraction.length > places) return null;
  return BigInt(`${match[1]}${fraction.padEnd(places, '0')}`).toString();
}

/** `id` is drawn once for each form: two clicks send one event. */
export function eventOf(kind: Kind, typed: Typed, id: string): object {
  const money = (text: string): object => ({ amountMinor: minorOf(text, typed.currency), currency: typed.currency });
  const text = (field: TypedField): string => typed[field].trim();
  const given = (fields: Readonly<Record<string, string>>): object =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const envelope = { id, occurredAt: new Date(typed.at).toISOString() };
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

/** Now, as an `input type="datetime-local"` writes it. */
export function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
