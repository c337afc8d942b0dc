import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

export interface KeptConsent {
  readonly purpose: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
  readonly textVersion: string | null;
  /** SHA-256 of the text that was shown, hex. */
  readonly textHash: string | null;
  /** False while nobody knows whether the contact it came with is the giver's own. */
  readonly isConfirmed: boolean;
}

export async function listConsents(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly KeptConsent[]> {
  const rows = await db
    .selectFrom('consent')
    .select(['purpose', 'given_at', 'withdrawn_at', 'text_version', 'text_hash', 'is_confirmed'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('given_at')
    .limit(10_000)
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
    textVersion: row.text_version,
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

/** Personal data that came with events, as JSON text. */
export async function listEventData(
  db: Db,
  caller: Caller,
  customerId: CustomerId,
): Promise<readonly { readonly sequence: string; readonly data: string }[]> {
  const rows = await db
    .selectFrom('event_personal')
    .select(['sequence', 'data'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('sequence')
    .limit(100_000)
    .execute();
  return rows.map((row) => ({ sequence: row.sequence.toString(), data: row.data }));
}
