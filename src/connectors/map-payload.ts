/**
 * A payload by its mapping: the events it stands for, as a shop would send them, or why it stands for none. Pure. The id of an event is made of
 * what the event says, so that another payload that says the same again is the same event.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { ConnectorMapping, MappedEventType, MappedField, MappedSource } from '../contract/connector-mapping.ts';
import { customer } from '../contract/event.ts';
import { isCurrency } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { findContactProblem } from '../events/decode-event.ts';
import { parseAmount } from '../imports/parse-amount.ts';
import { parseImportDate } from '../imports/parse-date.ts';
import { itemsOf, type Tree, textOf, treeAt } from './read-payload.ts';

export type ContactField = 'email' | 'phone';

/** An event of the wire, with the place where it came from taken into account. */
export interface MappedEvent {
  readonly type: MappedEventType;
  readonly orderId: string | null;
  /** Contacts that are none, as people write « - » or « нет » where a form insists: the order is taken without them. */
  readonly leftOut: readonly ContactField[];
  /** The body of `POST /v1/events`. */
  readonly body: Readonly<Record<string, unknown>> & { readonly id: string };
}

/** Nothing to do, or something missing; `value` is what stands in the payload. */
export interface MappingReason {
  readonly code: 'status-unknown' | 'nothing-to-do' | 'unreadable' | 'missing' | 'amount' | 'time' | 'currency';
  readonly field: string | null;
  readonly value: string | null;
}

export interface MappingContext {
  readonly receivedAt: Date;
  /** The business's own. */
  readonly timeZone: string;
}

type Money = { readonly amountMinor: string; readonly currency: string };

const IN_ORDER: readonly MappedEventType[] = [
  'member.signed_up',
  'order.placed',
  'order.paid',
  'order.delivered',
  'order.cancelled',
  'order.refunded',
];
const TIME_FIELDS: Readonly<Record<MappedEventType, MappedField>> = {
  'member.signed_up': 'placedAt',
  'order.placed': 'placedAt',
  'order.paid': 'paidAt',
  'order.delivered': 'deliveredAt',
  'order.cancelled': 'cancelledAt',
  'order.refunded': 'refundedAt',
};

export function mapPayload(mapping: ConnectorMapping, tree: Tree, context: MappingContext): Result<readonly MappedEvent[], MappingReason> {
  const chosen = chooseEvents(mapping, tree);
  if (!chosen.ok) return chosen;
  const types = withListedRefunds(chosen.value, mapping, tree);
  const events: MappedEvent[] = [];
  for (const type of types) {
    const made = type === 'order.refunded' ? refundEvents(mapping, tree, context) : oneEvent(type, mapping, tree, context);
    if (!made.ok) return made;
    events.push(...made.value);
  }
  return ok(events);
}

/** Refunds of a part leave the order in its state: they are listed beside it. A cancellation takes what they left, and comes after them. */
function withListedRefunds(chosen: readonly MappedEventType[], mapping: ConnectorMapping, tree: Tree): readonly MappedEventType[] {
  if (!chosen.includes('order.paid') || refundsOf(mapping, tree).length === 0) return chosen;
  const before = chosen.filter((type) => type !== 'order.refunded' && type !== 'order.cancelled');
  return [...before, 'order.refunded', ...chosen.filter((type) => type === 'order.cancelled')];
}

function chooseEvents(mapping: ConnectorMapping, tree: Tree): Result<readonly MappedEventType[], MappingReason> {
  const chosen = new Set<MappedEventType>();
  const settled = new Set<string>();
  let seen: string | null = null;
  let isKnown = false;
  for (const { when, is, sends } of mapping.events) {
    const value = mappedText(when, tree);
    seen ??= value;
    const name = canonicalJson(when);
    const holds =
      is === null ? value !== null && !settled.has(name) : is.some((each) => each.toLowerCase() === (value ?? '').toLowerCase());
    if (!holds) continue;
    isKnown = true;
    settled.add(name);
    for (const type of sends) chosen.add(type);
  }
  if (!isKnown) return err({ code: 'status-unknown', field: null, value: seen });
  if (chosen.size === 0) return err({ code: 'nothing-to-do', field: null, value: seen });
  if (chosen.has('order.paid')) chosen.delete('order.placed');
  return ok(IN_ORDER.filter((type) => chosen.has(type)));
}

/** What a source holds: the first path with something, or all of them; its words changed to ours. */
function mappedText(source: MappedSource | undefined, tree: Tree): string | null {
  if (source === undefined) return null;
  const found = (source.paths ?? []).map((path) => textOf(treeAt(tree, path))).filter((text) => text !== null);
  const raw = source.join === true ? found.join(' ') : (found[0] ?? '');
  const text = source.values !== undefined && Object.hasOwn(source.values, raw) ? (source.values[raw] ?? '') : raw;
  if (text !== '') return text;
  return source.constant ?? null;
}

type Made = Result<readonly MappedEvent[], MappingReason>;

function oneEvent(type: MappedEventType, mapping: ConnectorMapping, tree: Tree, context: MappingContext): Made {
  const field = (name: MappedField): string | null => mappedText(mapping.fields[name], tree);
  const at = timeOf(type, mapping, tree, context);
  if (!at.ok) return at;
  const orderId = field('orderId');
  if (orderId === null && type !== 'member.signed_up') return err({ code: 'missing', field: 'orderId', value: null });
  const says: Record<string, unknown> = {};
  const { named, leftOut } = customerOf(field);
  const isStep = type === 'order.delivered' || type === 'order.cancelled';
  if (isStep) says['order'] = { id: orderId };
  else {
    // Who signs up is nobody without a contact; an order is one whoever's it is.
    const isNeeded = leftOut.length === 0 || type === 'member.signed_up';
    if (named === null && isNeeded) return err({ code: 'missing', field: 'customer', value: null });
    if (named !== null) says['customer'] = named;
    const attribution = withoutNulls({ code: field('code'), clickId: field('clickId') });
    if (Object.keys(attribution).length > 0) says['attribution'] = attribution;
    if (type !== 'member.signed_up') {
      const order = orderOf(String(orderId), mapping, tree);
      if (!order.ok) return order;
      says['order'] = order.value;
      const paymentId = field('paymentId');
      if (type === 'order.paid' && paymentId !== null) says['payment'] = { id: paymentId, amount: order.value['total'] };
    }
  }
  return ok([eventOf({ type, orderId, leftOut: isStep ? [] : leftOut }, says, at.value)]);
}

function refundEvents(mapping: ConnectorMapping, tree: Tree, context: MappingContext): Made {
  const at = timeOf('order.refunded', mapping, tree, context);
  if (!at.ok) return at;
  const orderId = mappedText(mapping.fields.orderId, tree);
  if (orderId === null) return err({ code: 'missing', field: 'orderId', value: null });
  const listed = refundsOf(mapping, tree);
  if (listed.length === 0 || mapping.refunds === undefined)
    return ok([eventOf({ type: 'order.refunded', orderId, leftOut: [] }, { refund: { id: 'rest', orderId } }, at.value)]);
  const events: MappedEvent[] = [];
  for (const item of listed) {
    const id = textOf(treeAt(item, mapping.refunds.id));
    if (id === null) return err({ code: 'missing', field: 'refunds', value: null });
    const amount = moneyOf(textOf(treeAt(item, mapping.refunds.amount)), 'refunds', mapping, tree);
    if (!amount.ok) return amount;
    const positive = { ...amount.value, amountMinor: amount.value.amountMinor.replace('-', '') };
    events.push(eventOf({ type: 'order.refunded', orderId, leftOut: [] }, { refund: { id, orderId, amount: positive } }, at.value));
  }
  return ok(events);
}

function refundsOf(mapping: ConnectorMapping, tree: Tree): readonly Tree[] {
  return mapping.refunds === undefined ? [] : itemsOf(treeAt(tree, mapping.refunds.path));
}

/** Named by what it says, whenever it happened: a second payload may tell another time of arrival. */
function eventOf(of: Omit<MappedEvent, 'body'>, says: Readonly<Record<string, unknown>>, at: Date): MappedEvent {
  const { type } = of;
  const name = createHash('sha256')
    .update(canonicalJson([type, says]))
    .digest('hex')
    .slice(0, 32);
  return { ...of, body: { id: `${type}:${name}`, type, occurredAt: at.toISOString(), ...says } };
}

/** Whom a payload names, whatever it says of their order. */
export function mappedCustomer(mapping: ConnectorMapping, tree: Tree): Readonly<Record<string, string>> | null {
  return customerOf((name) => mappedText(mapping.fields[name], tree)).named;
}

interface Named {
  readonly named: Readonly<Record<string, string>> | null;
  readonly leftOut: readonly ContactField[];
}

function customerOf(field: (name: MappedField) => string | null): Named {
  const told = { email: field('email'), phone: field('phone') };
  const leftOut = (['email', 'phone'] as const).filter((name) => told[name] !== null && !isContact(name, told[name]));
  const contacts = Object.fromEntries(
    Object.entries(told).map(([name, text]) => [name, leftOut.some((each) => each === name) ? null : text]),
  );
  const named = withoutNulls({ externalId: field('customerId'), ...contacts });
  // A name alone is nobody: each event of one order would make another customer.
  if (Object.keys(named).length === 0) return { named: null, leftOut };
  return { named: { ...named, ...withoutNulls({ name: field('name') }) }, leftOut };
}

/** Whether the API would take it. */
function isContact(name: ContactField, text: string): boolean {
  const contact = customer.pick({ email: true, phone: true }).safeParse({ [name]: text });
  return contact.success && findContactProblem(contact.data) === null;
}

function orderOf(id: string, mapping: ConnectorMapping, tree: Tree): Result<Readonly<Record<string, unknown>>, MappingReason> {
  const total = moneyOf(mappedText(mapping.fields.total, tree), 'total', mapping, tree);
  if (!total.ok) return total;
  const order: Record<string, unknown> = { id, total: total.value };
  for (const name of ['delivery', 'tax'] as const) {
    const text = mappedText(mapping.fields[name], tree);
    if (text === null) continue;
    const part = moneyOf(text, name, mapping, tree);
    if (!part.ok) return part;
    order[name] = part.value;
  }
  const channel = mappedText(mapping.fields.channel, tree);
  if (channel !== null) order['channel'] = channel;
  const { lines } = mapping;
  if (lines === undefined) return ok(order);
  const read: Record<string, unknown>[] = [];
  for (const item of itemsOf(treeAt(tree, lines.path))) {
    const amount = textOf(treeAt(item, lines.total));
    // A line that says nothing of its price is none that rules could look at.
    if (amount === null) continue;
    const lineTotal = moneyOf(amount, 'lines', mapping, tree);
    if (!lineTotal.ok) return lineTotal;
    const part = (path: string | undefined): string | null => (path === undefined ? null : textOf(treeAt(item, path)));
    const quantity = Number(part(lines.quantity) ?? '1');
    read.push({
      ...withoutNulls({ sku: part(lines.sku), category: part(lines.category) }),
      ...(Number.isFinite(quantity) && quantity > 0 ? { quantity } : {}),
      total: lineTotal.value,
    });
  }
  if (read.length > 0) order['lines'] = read;
  return ok(order);
}

function moneyOf(text: string | null, field: string, mapping: ConnectorMapping, tree: Tree): Result<Money, MappingReason> {
  if (text === null) return err({ code: 'missing', field, value: null });
  const written = mappedText(mapping.fields.currency, tree)?.toUpperCase() ?? mapping.currency ?? null;
  if (written === null || !isCurrency(written)) return err({ code: 'currency', field: 'currency', value: written });
  if (mapping.amounts === 'minor')
    return /^-?\d{1,18}$/.test(text)
      ? ok({ amountMinor: BigInt(text).toString(), currency: written })
      : err({ code: 'amount', field, value: text });
  const amount = parseAmount(text, { currency: written, decimalMark: '.' });
  return amount.ok ? ok({ amountMinor: amount.value.toString(), currency: written }) : err({ code: 'amount', field, value: text });
}

function timeOf(type: MappedEventType, mapping: ConnectorMapping, tree: Tree, context: MappingContext): Result<Date, MappingReason> {
  const field = TIME_FIELDS[type];
  const text = mappedText(mapping.fields[field], tree);
  if (text === null) return ok(context.receivedAt);
  if (/^\d{10}$/.test(text)) return ok(new Date(Number(text) * 1_000));
  if (/^\d{13}$/.test(text)) return ok(new Date(Number(text)));
  const at = parseImportDate(text, { timeZone: mapping.timeZone ?? context.timeZone, dateOrder: 'dmy' });
  return at.ok ? at : err({ code: 'time', field, value: text });
}

function withoutNulls(fields: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
}
