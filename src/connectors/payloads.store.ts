/** Payloads as they came, and what became of each. */
import { sql } from 'kysely';
import type { OutcomeInput } from '../contract/connectors.endpoints.ts';
import type { PayloadProof, PayloadStatus } from '../database/connector-tables.ts';
import type { Db } from '../database/schema.ts';
import { type ConnectorId, type CustomerId, idFromUuid, type PayloadId, type TenantId } from '../domain/ids.ts';
import type { ConnectorRef } from './connectors.store.ts';

export interface PayloadRecord {
  readonly id: PayloadId;
  readonly connectorId: ConnectorId;
  readonly receivedAt: Date;
  readonly contentType: string;
  readonly body: string | null;
  readonly query: string | null;
  readonly proof: PayloadProof;
  readonly status: PayloadStatus;
  readonly outcome: OutcomeInput | null;
  readonly orderId: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface NewPayload {
  readonly id: PayloadId;
  readonly receivedAt: Date;
  readonly contentType: string;
  readonly body: string;
  readonly query: string;
  readonly bodyHash: Buffer;
  /** As it came: what the connection trusts later makes no signature of it. */
  readonly proof: 'signed' | 'secret';
  readonly status: 'kept' | 'waiting';
  readonly personHashes: readonly Buffer[];
}

/** Stores a payload once; one that was kept while the connection was off is taken up when it comes again. */
export async function keepPayload(db: Db, { tenantId, id }: ConnectorRef, payload: NewPayload): Promise<void> {
  await db
    .insertInto('connector_payload')
    .values({
      tenant_id: tenantId,
      payload_id: payload.id,
      connector_id: id,
      received_at: payload.receivedAt,
      content_type: payload.contentType,
      body: payload.body,
      query: payload.query,
      body_hash: payload.bodyHash,
      proof: payload.proof,
      status: payload.status,
      next_attempt_at: payload.receivedAt,
      person_hashes: [...payload.personHashes],
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'connector_id', 'body_hash'])
        .doUpdateSet((eb) => ({
          status: eb.ref('excluded.status'),
          next_attempt_at: eb.ref('excluded.next_attempt_at'),
          proof: eb.ref('excluded.proof'),
        }))
        .where('connector_payload.status', '=', 'kept'),
    )
    .execute();
}

/** Takes what is due, oldest first, for a minute: a process that dies in between loses nothing. */
export async function claimPayloads(
  db: Db,
  tenantId: TenantId,
  claim: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly PayloadRecord[]> {
  const claimed = await db
    // Materialised: run again for each row, the limit would hold for none of them.
    .with(
      (cte) => cte('due').materialized(),
      (eb) =>
        eb
          .selectFrom('connector_payload')
          .select('payload_id')
          .where('tenant_id', '=', tenantId)
          .where('status', '=', 'waiting')
          .where('next_attempt_at', '<=', claim.now)
          .orderBy('payload_id')
          .limit(claim.limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('connector_payload')
    .set({ next_attempt_at: claim.until })
    .where('tenant_id', '=', tenantId)
    .where('payload_id', 'in', (eb) => eb.selectFrom('due').select('due.payload_id'))
    .returning('payload_id')
    .execute();
  if (claimed.length === 0) return [];
  return findPayloads(
    db,
    tenantId,
    claimed.map((row) => row.payload_id),
  );
}

/** Oldest first. */
export async function findPayloads(db: Db, tenantId: TenantId, ids: readonly string[]): Promise<readonly PayloadRecord[]> {
  if (ids.length === 0) return [];
  const rows = await select(db).where('tenant_id', '=', tenantId).where('payload_id', 'in', ids).orderBy('payload_id').execute();
  return rows.map(recordFromRow);
}

/** Newest first. */
export async function lastPayloads(db: Db, { tenantId, id }: ConnectorRef, limit: number): Promise<readonly PayloadRecord[]> {
  const rows = await select(db)
    .where('tenant_id', '=', tenantId)
    .where('connector_id', '=', id)
    .orderBy('payload_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordFromRow);
}

export interface PayloadFilter {
  readonly connectorId: ConnectorId | undefined;
  readonly status: PayloadStatus | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first, at most `limit` + 1. */
export async function listPayloads(db: Db, tenantId: TenantId, filter: PayloadFilter): Promise<readonly PayloadRecord[]> {
  let query = select(db).where('tenant_id', '=', tenantId);
  if (filter.connectorId !== undefined) query = query.where('connector_id', '=', filter.connectorId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.before !== null) query = query.where('payload_id', '<', filter.before);
  const rows = await query
    .orderBy('payload_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(recordFromRow);
}

export interface Settled {
  readonly status: PayloadStatus;
  readonly outcome: OutcomeInput;
  readonly orderId: string | null;
  readonly customerIds: readonly CustomerId[];
  readonly personHashes: readonly Buffer[];
}

/** What was made of a payload; nothing when its person was erased meanwhile. */
export async function settlePayload(db: Db, tenantId: TenantId, id: PayloadId, settled: Settled): Promise<void> {
  await db
    .updateTable('connector_payload')
    .set({
      status: settled.status,
      result: JSON.stringify(settled.outcome),
      order_id: settled.orderId,
      customer_ids: [...settled.customerIds],
      // What it named under an earlier mapping it still names.
      person_hashes: sql<
        readonly Buffer[]
      >`array(select distinct unnest(coalesce(person_hashes, '{}') || ${[...settled.personHashes]}::bytea[]))`,
    })
    .where('tenant_id', '=', tenantId)
    .where('payload_id', '=', id)
    .where('status', '=', 'waiting')
    .where('body', 'is not', null)
    .execute();
}

export async function postponePayload(db: Db, tenantId: TenantId, id: PayloadId, until: Date): Promise<void> {
  await db
    .updateTable('connector_payload')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .where('tenant_id', '=', tenantId)
    .where('payload_id', '=', id)
    .where('status', '=', 'waiting')
    .execute();
}

/** Businesses with payloads that are due. */
export async function listTenantsWithPayloads(db: Db, now: Date): Promise<readonly TenantId[]> {
  const rows = await db
    .selectFrom('connector_payload')
    .select('tenant_id')
    .distinct()
    .where('status', '=', 'waiting')
    .where('next_attempt_at', '<=', now)
    .execute();
  return rows.map((row) => idFromUuid<TenantId>(row.tenant_id));
}

/** Forgets what came before, but the last ten of each connection, on which a mapping is tested, and what still waits for a person. */
export async function deleteOldPayloads(db: Db, before: Date): Promise<void> {
  await sql`
    delete from connector_payload p
    where p.received_at < ${before} and p.status not in ('waiting', 'held') and p.payload_id not in (
      select last.payload_id from connector_payload last
      where last.tenant_id = p.tenant_id and last.connector_id = p.connector_id
      order by last.payload_id desc limit 10)`.execute(db);
}

function select(db: Db) {
  return db
    .selectFrom('connector_payload')
    .select([
      'payload_id',
      'connector_id',
      'received_at',
      'content_type',
      'body',
      'query',
      'proof',
      'status',
      'result',
      'order_id',
      'attempts',
      'next_attempt_at',
      'decided_by',
      'decided_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function recordFromRow(row: Row): PayloadRecord {
  // Row boundary: written by this file alone, from exactly this type.
  const outcome: OutcomeInput | null = row.result === null ? null : JSON.parse(row.result);
  return {
    id: idFromUuid<PayloadId>(row.payload_id),
    connectorId: idFromUuid<ConnectorId>(row.connector_id),
    receivedAt: row.received_at,
    contentType: row.content_type,
    body: row.body,
    query: row.query,
    proof: row.proof,
    status: row.status,
    outcome,
    orderId: row.order_id,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
