import { CLOCKS_APART_MS } from '../clock.ts';
import { eventSchemaOf, type WireCustomer, type WireEvent, type WireOrder } from '../contract/event.ts';
import { type FieldIssue, parseBy } from '../contract/field-issues.ts';
import type { MoneyInput } from '../contract/primitives.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import type { EventBody } from '../domain/events.ts';
import type { OrderData } from '../domain/facts/entities.ts';
import type { TenantId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import type { AttributionInput, CustomerInput, Submission } from '../intake/submission.ts';

export interface EventSender {
  readonly tenantId: TenantId;
  /** The source name on the key. */
  readonly source: string;
  /** Who sends it for the business; absent for a program. */
  readonly actor?: string | null;
}

/**
 * A shop's event as a submission, everything checked that can be checked without the database: the shape, contacts,
 * currencies, parts of totals, and that it does not lie more than ten minutes ahead of `now`.
 */
export function decodeEvent(value: unknown, sender: EventSender, now: Date): Result<Submission, Problem> {
  const schema = eventSchemaOf(typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined);
  if (schema === null) return err(unknownType(value));
  const parsed = parseBy(schema, value);
  if (!parsed.ok) return err(invalidField(parsed.error));
  const event = parsed.value;
  const found =
    findContactProblem('customer' in event ? event.customer : undefined) ?? findAmountProblem(event) ?? findTimeProblem(event, now);
  if (found !== null) return err(found);
  return ok({
    tenantId: sender.tenantId,
    source: sender.source,
    eventId: event.id,
    fingerprint: value,
    occurredAt: event.occurredAt,
    customer: customerOf(event),
    attribution: attributionOf(event),
    actor: sender.actor ?? null,
    body: bodyOf(event),
    personal: 'data' in event && event.data !== undefined ? JSON.stringify(event.data) : null,
  });
}

/** How a request names a customer, for the road. */
export function customerInput(named: WireCustomer | undefined, options: { readonly mustExist: boolean }): CustomerInput {
  return {
    id: named?.id ?? null,
    externalId: named?.externalId ?? null,
    email: named?.email ?? null,
    phone: named?.phone ?? null,
    name: named?.name ?? null,
    mustExist: options.mustExist,
  };
}

/** An e-mail or phone that is none, as a problem with the field's name. */
export function findContactProblem(named: Pick<WireCustomer, 'email' | 'phone'> | undefined, path = 'customer'): Problem | null {
  const prefix = path === '' ? '' : `${path}.`;
  if (named?.email !== undefined && !canonicalEmail(named.email).ok) return fieldProblem(`${prefix}email`, 'email');
  if (named?.phone !== undefined && !canonicalPhone(named.phone).ok) return fieldProblem(`${prefix}phone`, 'phone');
  return null;
}

function unknownType(value: unknown): Problem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalidField({ field: '', issue: 'type' });
  return fieldProblem('type', 'type' in value ? 'choice' : 'required');
}

function fieldProblem(field: string, issue: FieldIssue): Problem {
  return invalidField({ field, issue });
}

function findTimeProblem(event: WireEvent, now: Date): Problem | null {
  if (event.occurredAt.getTime() <= now.getTime() + CLOCKS_APART_MS) return null;
  return { ...problem('occurred_at_in_future', 'occurredAt'), issue: 'future' };
}

function findAmountProblem(event: WireEvent): Problem | null {
  if (event.type !== 'order.placed' && event.type !== 'order.paid') return null;
  const payment =
    event.type === 'order.paid' && event.payment !== undefined
      ? [{ field: 'payment.amount', money: event.payment.amount, isPartOfTotal: false }]
      : [];
  return judgeAmounts(event.order, [...amountsOf(event.order), ...payment]);
}

/** As for an order's event: a basket in one currency whose parts fit into its total. */
export function findBasketProblem(order: Omit<WireOrder, 'id'>, credit: MoneyInput | undefined): Problem | null {
  const wanted = credit === undefined ? [] : [{ field: 'credit', money: credit, isPartOfTotal: false }];
  return judgeAmounts(order, [...amountsOf(order), ...wanted]);
}

function judgeAmounts({ total }: Pick<WireOrder, 'total'>, parts: readonly NamedAmount[]): Problem | null {
  const foreign = parts.find((part) => part.money.currency !== total.currency);
  if (foreign !== undefined) return problem('mixed_currency', `${foreign.field}.currency`);
  const tooLarge = parts.find((part) => part.isPartOfTotal && part.money.amountMinor > total.amountMinor);
  return tooLarge === undefined ? null : fieldProblem(tooLarge.field, 'part-of-total');
}

interface NamedAmount {
  readonly field: string;
  readonly money: MoneyInput;
  readonly isPartOfTotal: boolean;
}

function amountsOf(order: Omit<WireOrder, 'id'>): NamedAmount[] {
  const amounts: NamedAmount[] = [];
  if (order.tax !== undefined) amounts.push({ field: 'order.tax', money: order.tax, isPartOfTotal: true });
  if (order.delivery !== undefined) amounts.push({ field: 'order.delivery', money: order.delivery, isPartOfTotal: true });
  for (const [index, line] of order.lines.entries()) {
    amounts.push({ field: `order.lines[${index}].total`, money: line.total, isPartOfTotal: false });
    if (line.cost !== undefined) amounts.push({ field: `order.lines[${index}].cost`, money: line.cost, isPartOfTotal: false });
  }
  return amounts;
}

function customerOf(event: WireEvent): CustomerInput | null {
  switch (event.type) {
    case 'order.delivered':
    case 'order.cancelled':
    case 'order.refunded':
    case 'click.recorded':
      // The order's own customer counts; what the shop repeats here must not make another one.
      return null;
    default:
      return customerInput(event.customer, { mustExist: false });
  }
}

function attributionOf(event: WireEvent): AttributionInput | null {
  const none = { code: null, clickId: null, answer: null, referrerExternalId: null, referrerId: null };
  switch (event.type) {
    case 'click.recorded':
      return { ...none, code: event.click.code, by: 'event' };
    case 'referral.registered':
      return {
        ...none,
        code: event.attribution.code ?? null,
        referrerExternalId: event.attribution.referrerExternalId ?? null,
        by: 'lead',
      };
    case 'order.delivered':
    case 'order.cancelled':
    case 'order.refunded':
    case 'feedback.given':
    case 'complaint.opened':
    case 'complaint.closed':
      return null;
    default: {
      const { attribution } = event;
      if (attribution === undefined) return null;
      return {
        ...none,
        code: attribution.code ?? null,
        clickId: attribution.clickId ?? null,
        answer: attribution.answer ?? null,
        by: 'event',
      };
    }
  }
}

function bodyOf(event: WireEvent): EventBody {
  switch (event.type) {
    case 'order.placed':
      return {
        type: 'order.placed',
        orderId: event.order.id,
        order: orderDataFromWire(event.order),
        couponCodes: event.couponCodes ?? [],
        reservationIds: event.reservationIds ?? [],
      };
    case 'order.paid':
      return {
        type: 'order.paid',
        orderId: event.order.id,
        order: orderDataFromWire(event.order),
        payment: event.payment === undefined ? null : { id: event.payment.id, amountMinor: event.payment.amount.amountMinor },
        couponCodes: event.couponCodes ?? [],
        reservationIds: event.reservationIds ?? [],
      };
    case 'order.delivered':
    case 'order.cancelled':
      return { type: event.type, orderId: event.order.id };
    case 'order.refunded': {
      const { refund } = event;
      const amount = refund.amount ?? null;
      return {
        type: 'order.refunded',
        orderId: refund.orderId,
        refundId: refund.id,
        amountMinor: amount === null ? null : amount.amountMinor,
        currency: amount === null ? null : amount.currency,
        imported: false,
      };
    }
    case 'member.signed_up':
      return { type: 'member.signed_up', programId: event.programId ?? null };
    case 'referral.registered':
      return { type: 'referral.registered' };
    case 'feedback.given':
      return { type: 'feedback.given', score: event.score, orderId: event.orderId ?? null };
    case 'complaint.opened':
    case 'complaint.closed':
      return { type: event.type, complaintId: event.complaint.id };
    case 'click.recorded':
      return { type: 'click.recorded', clickId: event.click.id, codeId: null };
    default:
      return { type: 'custom', name: event.type.slice('custom.'.length) };
  }
}

/** An order of the wire as the domain keeps it; amounts in minor units of the order's one currency. */
export function orderDataFromWire(order: Omit<WireOrder, 'id'>): OrderData {
  return {
    currency: order.total.currency,
    totalMinor: order.total.amountMinor,
    deliveryMinor: order.delivery?.amountMinor ?? 0n,
    taxMinor: order.tax?.amountMinor ?? 0n,
    channel: order.channel ?? null,
    lines: order.lines.map((line) => ({
      sku: line.sku ?? null,
      category: line.category ?? null,
      quantity: line.quantity,
      totalMinor: line.total.amountMinor,
      costMinor: line.cost?.amountMinor ?? null,
    })),
  };
}
