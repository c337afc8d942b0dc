/** What an order file says, as events of the one road. */
import type { OrderData } from '../domain/facts/entities.ts';
import type { TenantId } from '../domain/ids.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import type { CustomerInput, Submission } from '../intake/submission.ts';
import type { CustomerContacts } from './contacts.ts';
import type { ImportedOrder } from './order-group.ts';
import type { RefundRow } from './refund-row.ts';

const IMPORT_SOURCE = 'import';

export interface OrderImport {
  readonly tenantId: TenantId;
  /** Whether programmes may pay for what is imported. */
  readonly earn: boolean;
}

/**
 * An order of the past. Whether it earns is no part of what makes it the same order: one that is known never earns by being
 * imported again.
 */
export function orderSubmission(order: ImportedOrder, { tenantId, earn }: OrderImport): Submission {
  const refundedMinor = order.refunded?.amountMinor ?? 0n;
  const { orderId, occurredAt } = order;
  const data: OrderData = {
    currency: order.total.currency,
    totalMinor: order.total.amountMinor,
    deliveryMinor: order.delivery?.amountMinor ?? 0n,
    taxMinor: order.tax?.amountMinor ?? 0n,
    channel: order.channel,
    lines: order.lines.map((line) => ({
      sku: line.sku,
      category: line.category,
      quantity: line.quantity,
      totalMinor: line.total.amountMinor,
      costMinor: line.cost?.amountMinor ?? null,
    })),
  };
  return {
    tenantId,
    source: IMPORT_SOURCE,
    eventId: `order:${orderId}`,
    fingerprint: orderFingerprint(order),
    occurredAt,
    customer: customerInput(order.customer),
    attribution: earn ? codeAttribution(order.code) : null,
    actor: null,
    body: { type: 'order.imported', orderId, order: data, refundedMinor, earn },
    personal: null,
  };
}

/** History brings nobody: who came by a code then was thanked then. */
function codeAttribution(code: string | null): Submission['attribution'] {
  if (code === null) return null;
  return { code, clickId: null, answer: null, referrerExternalId: null, referrerId: null, by: 'event' };
}

/**
 * What the contract compares of one order: whose it is, when, how much; a renamed category makes no other order. One text
 * hashes cheaper than a list of parts, and no part can hold a line end.
 */
function orderFingerprint({ orderId, occurredAt, customer, total, delivery, tax, refunded }: ImportedOrder): string {
  const owner = customer.externalId === null ? `${customer.email}\n${customer.phone}` : `#${customer.externalId}`;
  const parts = `${delivery?.amountMinor ?? 0n} ${tax?.amountMinor ?? 0n} ${refunded?.amountMinor ?? 0n}`;
  return `${orderId}\n${occurredAt.getTime()}\n${owner}\n${total.amountMinor} ${total.currency} ${parts}`;
}

export function refundSubmission(refund: RefundRow & { readonly refundId: string }, { tenantId }: OrderImport): Submission {
  const { orderId, refundId, occurredAt, amount } = refund;
  return {
    ...nobodysSubmission(tenantId),
    // The ids are the shop's: each is escaped, so that no two pairs make one name.
    eventId: `refund:${encodeURIComponent(orderId)}:${encodeURIComponent(refundId)}`,
    fingerprint: [orderId, refundId, occurredAt.toISOString(), amount?.currency ?? null, amount?.amountMinor.toString() ?? null],
    occurredAt,
    body: {
      type: 'order.refunded',
      orderId,
      refundId,
      amountMinor: amount?.amountMinor ?? null,
      currency: amount?.currency ?? null,
      imported: true,
    },
  };
}

type Anonymous = Pick<Submission, 'tenantId' | 'source' | 'customer' | 'attribution' | 'actor' | 'personal'>;

export function nobodysSubmission(tenantId: TenantId): Anonymous {
  return { tenantId, source: IMPORT_SOURCE, customer: null, attribution: null, actor: null, personal: null };
}

/** Contacts as written; one that cannot be a contact is left out, so that it never joins two people. */
export function customerInput(contacts: CustomerContacts): CustomerInput {
  const { externalId, email, phone, name } = contacts;
  return {
    id: null,
    externalId,
    email: email !== null && canonicalEmail(email).ok ? email : null,
    phone: phone !== null && canonicalPhone(phone).ok ? phone : null,
    name,
    mustExist: false,
  };
}

/**
 * Gives refunds that the file does not number an id made of what they are, so that the same file gives the same ids however
 * it grew. Equal ones of one order and moment are counted: in order of history they stand together.
 */
export class RefundNumbering {
  #moment = '';
  readonly #countByAmount = new Map<bigint, number>();

  idOf(refund: RefundRow): string {
    if (refund.refundId !== null) return refund.refundId;
    // Of "the rest" there is only one.
    if (refund.amount === null) return 'import-rest';
    const moment = momentOf(refund);
    if (moment !== this.#moment) this.#countByAmount.clear();
    this.#moment = moment;
    const { amountMinor } = refund.amount;
    const count = (this.#countByAmount.get(amountMinor) ?? 0) + 1;
    this.#countByAmount.set(amountMinor, count);
    const id = `import-${refund.occurredAt.toISOString()}-${amountMinor}`;
    return count === 1 ? id : `${id}-${count}`;
  }
}

/** Refunds of one moment are numbered together: an import must not be cut between them. */
export function momentOf(refund: RefundRow): string {
  return `${refund.occurredAt.getTime()} ${refund.orderId}`;
}
