/** What a person decides of payloads: one by one, many, or everything of a state. */
import type { Db } from '../database/schema.ts';
import type { PayloadId, TenantId } from '../domain/ids.ts';
import type { ConnectorRef } from './connectors.store.ts';

const DECISIONS = {
  confirm: { from: ['held'], to: 'waiting' },
  refuse: { from: ['held', 'failed', 'kept'], to: 'refused' },
  retry: { from: ['failed', 'ignored', 'kept'], to: 'waiting' },
} as const;

export interface PayloadDecision {
  readonly decision: keyof typeof DECISIONS;
  readonly by: string;
  readonly at: Date;
}

/** The ids that were changed; others were decided before, their connection is off, or their person was erased. */
export async function decidePayloads(
  db: Db,
  tenantId: TenantId,
  decided: PayloadDecision & { readonly ids: readonly PayloadId[] },
): Promise<readonly string[]> {
  const rows = await decide(db, tenantId, decided)
    .where('payload_id', 'in', [...decided.ids])
    .where('status', 'in', DECISIONS[decided.decision].from)
    .returning('payload_id')
    .execute();
  return rows.map((row) => row.payload_id);
}

const DECIDED_AT_ONCE = 5_000;

/** Everything of one state, oldest first, some thousands in each statement; how many. */
export async function decideAllPayloads(
  db: Db,
  { tenantId, id }: ConnectorRef,
  decided: PayloadDecision & { readonly status: 'kept' | 'failed' | 'ignored' },
): Promise<number> {
  let changed = 0;
  for (;;) {
    const { numUpdatedRows } = await decide(db, tenantId, decided)
      .where('payload_id', 'in', (eb) =>
        eb
          .selectFrom('connector_payload')
          .select('payload_id')
          .where('tenant_id', '=', tenantId)
          .where('connector_id', '=', id)
          .where('status', '=', decided.status)
          .where('body', 'is not', null)
          .orderBy('payload_id')
          .limit(DECIDED_AT_ONCE),
      )
      .where('status', '=', decided.status)
      .executeTakeFirst();
    changed += Number(numUpdatedRows);
    if (numUpdatedRows < DECIDED_AT_ONCE) return changed;
  }
}

function decide(db: Db, tenantId: TenantId, { decision, by, at }: PayloadDecision) {
  const changed = db
    .updateTable('connector_payload')
    .set({
      status: DECISIONS[decision].to,
      next_attempt_at: at,
      attempts: 0,
      decided_by: by,
      decided_at: at,
      // Asking for another try vouches for nothing.
      ...(decision === 'confirm' ? { proof: 'person' as const } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('body', 'is not', null);
  if (decision !== 'retry') return changed;
  // What came while a connection was off stays kept until somebody has tested the mapping and switched it on.
  return changed.where((eb) =>
    eb.exists(
      eb
        .selectFrom('connector')
        .select('connector.connector_id')
        .whereRef('connector.tenant_id', '=', 'connector_payload.tenant_id')
        .whereRef('connector.connector_id', '=', 'connector_payload.connector_id')
        .where('connector.status', '=', 'active'),
    ),
  );
}

/** Back to those kept: its connection was switched off while it stood in the line. */
export async function keepAgain(db: Db, tenantId: TenantId, id: PayloadId): Promise<void> {
  await db
    .updateTable('connector_payload')
    .set({ status: 'kept' })
    .where('tenant_id', '=', tenantId)
    .where('payload_id', '=', id)
    .where('status', '=', 'waiting')
    .execute();
}
