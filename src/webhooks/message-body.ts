import { type MessageId, parseWireId, wireId } from '../domain/ids.ts';

/** A stored message, as far as its body needs it. */
export interface StoredMessage {
  readonly messageId: MessageId;
  readonly type: string;
  readonly sequence: bigint | null;
  readonly createdAt: Date;
  readonly data: string;
}

/** Where a message names a customer, and where the shop's own id of that customer goes. */
const CUSTOMER_FIELDS: Readonly<Record<string, string>> = {
  customerId: 'customerExternalId',
  friendId: 'friendExternalId',
  referrerId: 'referrerExternalId',
};

/** The customers a message names. */
export function customersIn(data: string): readonly string[] {
  return Object.values(customerFields(parsed(data)));
}

/**
 * The JSON that is signed and sent. `resourceVersion` is the sequence of the event in the business's log: of two messages about one
 * thing the one with the higher is the later, in whatever order they arrive.
 */
export function messageBody(message: StoredMessage, externalIds: ReadonlyMap<string, string>): string {
  const data = parsed(message.data);
  const named = Object.entries(customerFields(data)).map(([field, id]) => [CUSTOMER_FIELDS[field] ?? field, externalIds.get(id) ?? null]);
  return JSON.stringify({
    id: wireId('msg', message.messageId),
    type: message.type,
    timestamp: message.createdAt.toISOString(),
    resourceVersion: message.sequence?.toString() ?? null,
    data: { ...data, ...Object.fromEntries(named) },
  });
}

function customerFields(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of Object.keys(CUSTOMER_FIELDS)) {
    const value = data[field];
    const id = typeof value === 'string' ? parseWireId('cus', value) : null;
    if (id !== null) found[field] = id;
  }
  return found;
}

function parsed(data: string): Readonly<Record<string, unknown>> {
  // Row boundary: the column's writers (intake/outbox.ts, webhooks.store.ts) store an object.
  return JSON.parse(data) as Readonly<Record<string, unknown>>;
}
