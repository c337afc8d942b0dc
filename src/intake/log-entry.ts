import { hash, randomFillSync } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Decision } from '../domain/engine.ts';
import type { Event, EventBody } from '../domain/events.ts';
import { hmacSha256 } from '../identity/hmac.ts';
import { encodeLog } from './log-codec.ts';
import { type Row, sparse } from './row.ts';

const ENTROPY_BYTES = 16;
const entropyPool = Buffer.alloc(256 * ENTROPY_BYTES);
let entropyUsed = entropyPool.length;

/** What the log keeps of an event besides its columns: all that replay needs (contract.md 6.2). */
export type LogBody = Pick<Event, 'customer' | 'touches' | 'persons' | 'entropy' | 'actor' | 'body'>;

/** What the explanation keeps: everything looked at. The answer's own parts are in the answer. */
export function encodeDecision(decision: Decision): string {
  const { evaluations, notes } = decision.outcome;
  return encodeLog({ evaluations, notes });
}

/** RFC 8785 form under the tenant's key: tells the same body from another without keeping it. */
export function bodyHash(hashKey: Buffer, fingerprint: unknown): Buffer {
  return hmacSha256(hashKey, canonicalJson(fingerprint));
}

/** Random bytes are drawn in bulk: one call to the system for 256 events. */
export function drawEntropy(): string {
  if (entropyUsed + ENTROPY_BYTES > entropyPool.length) {
    randomFillSync(entropyPool);
    entropyUsed = 0;
  }
  entropyUsed += ENTROPY_BYTES;
  return entropyPool.toString('hex', entropyUsed - ENTROPY_BYTES, entropyUsed);
}

export interface LogEntry {
  readonly event: Event;
  readonly decision: string;
  readonly answer: string;
  readonly bodyHash: Buffer;
}

/** The event's row, chained to the one before it (reliability.md I-03). Returns the row and the new head of the chain. */
export function logRow(entry: LogEntry, previousHash: Buffer): { readonly row: Row; readonly chainHash: Buffer } {
  const { event } = entry;
  const body = encodeLog({
    customer: event.customer,
    touches: event.touches,
    ...(event.persons === undefined ? {} : { persons: event.persons }),
    entropy: event.entropy,
    actor: event.actor,
    body: event.body,
  } satisfies LogBody);
  const chainHash = chainHashOf(previousHash, { ...entry, body });
  const row: Row = {
    sequence: event.sequence.toString(),
    source: event.source,
    event_id: event.eventId,
    type: event.body.type,
    occurred_at: event.occurredAt,
    stored_at: event.storedAt,
    customer_id: sparse(event.customer?.id ?? null),
    order_id: orderIdOf(event.body),
    body_hash: entry.bodyHash,
    body,
    decision: entry.decision,
    answer: entry.answer,
    chain_hash: chainHash,
  };
  return { row, chainHash };
}

export interface ChainedRow {
  readonly event: Pick<Event, 'sequence' | 'source' | 'eventId' | 'occurredAt' | 'storedAt'>;
  readonly body: string;
  readonly decision: string;
  readonly answer: string;
}

export function chainHashOf(previousHash: Buffer, row: ChainedRow): Buffer {
  const { sequence, source, eventId, occurredAt, storedAt } = row.event;
  const head = JSON.stringify([sequence.toString(), source, eventId, occurredAt.getTime(), storedAt.getTime()]);
  return Buffer.from(hash('sha256', `${previousHash.toString('hex')}${head}${row.body}${row.decision}${row.answer}`, 'hex'), 'hex');
}

function orderIdOf(body: EventBody): string | null {
  return 'orderId' in body ? body.orderId : null;
}
