/** Messages as the console shows them: whom by id, never by address. */
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';

export interface MailRecord {
  readonly mailId: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly status: 'waiting' | 'sent' | 'failed' | 'skipped';
  readonly attempts: number;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly nextAttemptAt: Date;
  readonly lastError: string | null;
}

export interface MailFilter {
  readonly status: MailRecord['status'] | undefined;
  readonly kind: string | undefined;
  readonly before: { readonly at: Date; readonly mailId: string } | null;
  readonly limit: number;
}

/** Newest first, at most `limit` + 1. */
export async function listMailRecords(db: Db, tenantId: TenantId, filter: MailFilter): Promise<readonly MailRecord[]> {
  let query = selectMails(db, tenantId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  const { before } = filter;
  if (before !== null) query = query.where((eb) => eb(eb.refTuple('created_at', 'mail_id'), '<', eb.tuple(before.at, before.mailId)));
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(recordFromRow);
}

const MAX_TO_CUSTOMER = 10_000;

/** Those to one customer, newest first; also of before they were merged. */
export async function listMailTo(db: Db, tenantId: TenantId, customerId: CustomerId): Promise<readonly MailRecord[]> {
  const rows = await selectMails(db, tenantId)
    .where('customer_id', 'in', await listOwnIds(db, tenantId, customerId))
    .orderBy('created_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(MAX_TO_CUSTOMER)
    .execute();
  return rows.map(recordFromRow);
}

export async function findMailRecord(db: Db, tenantId: TenantId, mailId: string): Promise<MailRecord | null> {
  const row = await selectMails(db, tenantId).where('mail_id', '=', mailId).executeTakeFirst();
  return row === undefined ? null : recordFromRow(row);
}

/** A message that failed waits again, from the start of the schedule. False when it is in another state. */
export async function resendFailed(db: Db, tenantId: TenantId, mailId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('mail')
    .set({ status: 'waiting', step: 0, next_attempt_at: now, settled_at: null, lease: null })
    .where('tenant_id', '=', tenantId)
    .where('mail_id', '=', mailId)
    .where('status', '=', 'failed')
    .where((eb) => eb.or([eb('customer_id', 'is not', null), eb('recipient', 'is not', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function selectMails(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('mail')
    .select(['mail_id', 'kind', 'customer_id', 'status', 'attempts', 'created_at', 'settled_at', 'next_attempt_at', 'last_error'])
    .where('tenant_id', '=', tenantId);
}

type MailRow = Awaited<ReturnType<ReturnType<typeof selectMails>['execute']>>[number];

function recordFromRow(row: MailRow): MailRecord {
  return {
    mailId: row.mail_id,
    kind: row.kind,
    customerId: row.customer_id,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
  };
}
