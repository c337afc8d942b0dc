import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { DecisionOutcome } from '../domain/decision.ts';
import { decodeLog } from '../intake/log-codec.ts';

export interface OrderEvent {
  readonly sequence: bigint;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly decision: Pick<DecisionOutcome, 'evaluations' | 'notes'>;
  /** JSON text. */
  readonly answer: string;
}

const MAX_EVENTS = 200;

/** What was decided about an order, in stored order. */
export async function listOrderEvents(db: Db, caller: Caller, orderId: string): Promise<readonly OrderEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['sequence', 'source', 'event_id', 'type', 'occurred_at', 'decision', 'answer'])
    .where('tenant_id', '=', caller.tenantId)
    .where('order_id', '=', orderId)
    .orderBy('sequence')
    .limit(MAX_EVENTS)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    source: row.source,
    eventId: row.event_id,
    type: row.type,
    occurredAt: row.occurred_at,
    // Row boundary: written by the intake alone, which encodes exactly this.
    decision: decodeLog(row.decision) as OrderEvent['decision'],
    answer: row.answer,
  }));
}
