import type { Event } from '../domain/events.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import { completeDocument } from '../domain/program/complete-document.ts';
import { decodeLog } from '../intake/log-codec.ts';
import type { LogBody } from '../intake/log-entry.ts';

/** A row of the event log, as far as replay needs it. */
export interface LoggedRow {
  readonly sequence: bigint;
  readonly source: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly storedAt: Date;
  readonly bodyHash: Buffer;
  readonly body: string;
}

/** The event as `decide` saw it live: everything outside the columns is in the body (contract.md 6.2). */
export function eventFromLog(tenantId: TenantId, row: LoggedRow): Event {
  const { sequence, source, eventId, occurredAt, storedAt } = row;
  // Row boundary: the column's only writer is log-entry.ts, which encodes exactly a LogBody.
  const { customer, touches, persons, entropy, actor, body: logged } = decodeLog(row.body) as LogBody;
  const body = logged.type === 'program.published' ? { ...logged, document: completeDocument(logged.document) } : logged;
  const met = persons === undefined ? {} : { persons };
  return { tenantId, sequence, source, eventId, occurredAt, storedAt, entropy, customer, touches, ...met, actor, body };
}

/** Everyone the event names: whose facts its decision may look at. */
export function customerIdsOf({ customer, touches, body }: Event): readonly CustomerId[] {
  const ids: CustomerId[] = customer === null ? [] : [customer.id, ...customer.linkedIds];
  for (const { referrerId } of touches) if (referrerId !== null) ids.push(referrerId);
  if (body.type === 'customer.merged') ids.push(body.fromId, body.intoId);
  if ('friendId' in body && body.friendId !== undefined) ids.push(body.friendId);
  if (body.type === 'enrolment.evaluated') ids.push(...body.customerIds);
  return ids;
}
