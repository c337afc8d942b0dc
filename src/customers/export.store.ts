/** What of a customer no other list holds. What a merge leaves where it is belongs to the survivor as well. */
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { Customer } from '../domain/facts/entities.ts';
import { type CustomerId, idFromUuid, type ProgramId } from '../domain/ids.ts';
import { decodeLog } from '../intake/log-codec.ts';
import { listOwnIds } from './customers.store.ts';

export interface KeptConsent {
  readonly purpose: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
  readonly textVersion: string | null;
  /** Where and how it was given, in the words of who took it. */
  readonly proof: string;
  /** SHA-256 of the text that was shown, hex. */
  readonly textHash: string | null;
  /** False while nobody knows whether the contact it came with is the giver's own. */
  readonly isConfirmed: boolean;
}

export async function listConsents(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly KeptConsent[]> {
  const rows = await db
    .selectFrom('consent')
    .select(['purpose', 'given_at', 'withdrawn_at', 'text_version', 'proof', 'text_hash', 'is_confirmed'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .orderBy('given_at')
    .limit(10_000)
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
    textVersion: row.text_version,
    proof: row.proof,
    textHash: row.text_hash,
    isConfirmed: row.is_confirmed,
  }));
}

export async function listOrderIds(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('shop_order')
    .select('order_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('order_id')
    .limit(100_000)
    .execute();
  return rows.map((row) => row.order_id);
}

/** How they rated the business, oldest first. */
export async function listScores(
  db: Db,
  caller: Caller,
  customerId: CustomerId,
): Promise<readonly { readonly score: number; readonly at: Date }[]> {
  return db
    .selectFrom('feedback')
    .select(['score', 'occurred_at as at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('sequence')
    .limit(10_000)
    .execute();
}

/** Complaints that were told of as closed before they were told of as opened, in the order they were told. */
export async function listEarlyClosings(db: Db, caller: Caller, customerId: CustomerId): Promise<Customer['earlyClosings']> {
  const row = await db
    .selectFrom('customer')
    .select('early_closings')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  // Row boundary: the column's only writer is the intake, which encodes exactly this.
  return decodeLog(row.early_closings) as Customer['earlyClosings'];
}

/** That somebody brought them, programme by programme; not who. */
export async function listAttributions(
  db: Db,
  caller: Caller,
  customerId: CustomerId,
): Promise<readonly { readonly programId: ProgramId; readonly by: string; readonly touchAt: Date | null; readonly lockedAt: Date }[]> {
  const rows = await db
    .selectFrom('attribution')
    .select(['program_id', 'by', 'touch_at', 'locked_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .orderBy('program_id')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({
    programId: idFromUuid<ProgramId>(row.program_id),
    by: row.by,
    touchAt: row.touch_at,
    lockedAt: row.locked_at,
  }));
}

/** Every invitation they came by, oldest first; not whose. */
export async function listTouches(
  db: Db,
  caller: Caller,
  customerId: CustomerId,
): Promise<readonly { readonly by: string; readonly at: Date }[]> {
  return db
    .selectFrom('touch')
    .select(['by', 'occurred_at as at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .orderBy('sequence')
    .limit(10_000)
    .execute();
}

/** Personal data that came with events, as JSON text; without tax and bank data, which nobody is shown whole. */
export async function listEventData(
  db: Db,
  caller: Caller,
  customerId: CustomerId,
): Promise<readonly { readonly sequence: string; readonly data: string }[]> {
  const rows = await db
    .selectFrom('event_personal')
    .innerJoin('event', (join) =>
      join.onRef('event.tenant_id', '=', 'event_personal.tenant_id').onRef('event.sequence', '=', 'event_personal.sequence'),
    )
    .select(['event_personal.sequence', 'event_personal.data'])
    .where('event_personal.tenant_id', '=', caller.tenantId)
    .where('event_personal.customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .where('event.type', '<>', 'payee.saved')
    .orderBy('event_personal.sequence')
    .limit(100_000)
    .execute();
  return rows.map((row) => ({ sequence: row.sequence.toString(), data: row.data }));
}
