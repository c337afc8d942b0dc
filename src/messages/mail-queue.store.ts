/** Messages on their way; a claim moves `next_attempt_at` to the end of its lease (lease-runner.ts). */

import { sql } from 'kysely';
import { deleteInParts } from '../database/delete-in-parts.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import { MAIL_KINDS } from '../domain/messages/mail.ts';
import type { LeaseClaim } from '../lease-runner.ts';
import type { ClaimedMail, MailData, SkipReason } from './claimed-mail.ts';

/** The businesses that may have something to send. */
export async function listMailingTenants(db: Db, hasInstallationMail: boolean): Promise<readonly TenantId[]> {
  const rows = await db
    .selectFrom('tenant')
    .select('tenant_id')
    .where((eb) => eb.or([eb('has_mail', '=', true), eb.and([eb.val(hasInstallationMail), eb('is_demo', '=', false)])]))
    .orderBy('tenant_id')
    .execute();
  return rows.map((row) => idFromUuid<TenantId>(row.tenant_id));
}

interface ClaimedRow {
  readonly mail_id: string;
  readonly kind: string;
  readonly customer_id: string | null;
  readonly recipient: string | null;
  readonly locale: 'ru' | 'en' | null;
  readonly data: string;
  readonly step: number;
  readonly expires_at: Date | null;
  readonly created_at: Date;
}

/** Takes what is due, in the order of an index: somebody waits for a code or an invitation, the rest goes oldest first. */
export async function claimMails(db: Db, { tenantId, now, lease, leaseEndsAt, limit }: LeaseClaim): Promise<readonly ClaimedMail[]> {
  const { rows } = await sql<ClaimedRow>`
    with due as materialized (
      select mail_id from mail
      where tenant_id = ${tenantId} and status = 'waiting' and next_attempt_at <= ${now}
      order by (recipient is null), next_attempt_at, mail_id
      limit ${limit} for update skip locked
    )
    update mail m set next_attempt_at = ${leaseEndsAt}, lease = ${lease}
    from due where m.tenant_id = ${tenantId} and m.mail_id = due.mail_id
    returning m.mail_id, m.kind, m.customer_id, m.recipient, m.locale, m.data, m.step, m.expires_at, m.created_at`.execute(db);
  return rows.map((row) => {
    const kind = MAIL_KINDS.find((each) => each === row.kind);
    if (kind === undefined) throw new Error(`no such kind of mail: ${row.kind}`);
    return {
      mailId: row.mail_id,
      kind,
      customerId: row.customer_id,
      recipient: row.recipient,
      locale: row.locale,
      data: dataFrom(row.data),
      step: row.step,
      expiresAt: row.expires_at,
      createdAt: row.created_at,
    };
  });
}

function dataFrom(text: string): MailData {
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export interface MailAttempt {
  readonly tenantId: TenantId;
  readonly mailId: string;
  readonly lease: string;
  readonly at: Date;
}

/** Nothing that needs a secret or an address is kept of what is settled: a code must not lie about. */
const FORGOTTEN = { recipient: null, data: '{}', lease: null } as const;

/** False when the lease was taken over meanwhile. */
export async function markSent(db: Db, attempt: MailAttempt): Promise<boolean> {
  return mark(db, attempt, { ...FORGOTTEN, status: 'sent', settled_at: attempt.at, last_error: null });
}

export async function markSkipped(db: Db, attempt: MailAttempt, why: SkipReason): Promise<boolean> {
  return mark(db, attempt, { ...FORGOTTEN, status: 'skipped', settled_at: attempt.at, last_error: why });
}

/** Plans the next attempt, or gives up where there is none. */
export async function markMailFailed(
  db: Db,
  attempt: MailAttempt,
  failure: { readonly error: string; readonly nextAttemptAt: Date | null },
): Promise<boolean> {
  const { error, nextAttemptAt } = failure;
  if (nextAttemptAt === null) return mark(db, attempt, { status: 'failed', settled_at: attempt.at, last_error: error, lease: null });
  return mark(db, attempt, { next_attempt_at: nextAttemptAt, last_error: error, lease: null });
}

interface Marks {
  readonly status?: 'sent' | 'skipped' | 'failed';
  readonly settled_at?: Date;
  readonly last_error: string | null;
  readonly next_attempt_at?: Date;
  readonly recipient?: null;
  readonly data?: string;
  readonly lease: null;
}

async function mark(db: Db, { tenantId, mailId, lease }: MailAttempt, marks: Marks): Promise<boolean> {
  const result = await db
    .updateTable('mail')
    .set((eb) => ({ ...marks, step: eb('step', '+', 1), attempts: eb('attempts', '+', marks.status === 'skipped' ? 0 : 1) }))
    .where('tenant_id', '=', tenantId)
    .where('mail_id', '=', mailId)
    .where('lease', '=', lease)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Heartbeat: attempts under way keep their leases. */
export async function extendMailLeases(db: Db, tenantId: TenantId, leases: readonly string[], until: Date): Promise<void> {
  await moveLeases(db, tenantId, leases, { next_attempt_at: until });
}

/** What was broken off by a stop is due again at once. */
export async function releaseMailLeases(db: Db, tenantId: TenantId, leases: readonly string[], now: Date): Promise<void> {
  await moveLeases(db, tenantId, leases, { next_attempt_at: now, lease: null });
}

async function moveLeases(
  db: Db,
  tenantId: TenantId,
  leases: readonly string[],
  to: { readonly next_attempt_at: Date; readonly lease?: null },
): Promise<void> {
  await db
    .updateTable('mail')
    .set(to)
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'waiting')
    .where('lease', 'in', [...leases])
    .execute();
}

export async function countWaitingMails(db: Db): Promise<number> {
  const row = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Codes and links that nobody can use any more are not kept with their addresses, even where they never left. */
export async function forgetExpiredMails(db: Db, tenantId: TenantId, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ recipient: null, data: '{}' })
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'failed')
    .where('recipient', 'is not', null)
    .where('expires_at', '<=', now)
    .execute();
}

/** A cause that old does not come back: its row is no longer needed to keep it from being told twice. */
export async function deleteOldMails(db: Db, tenantId: TenantId, before: Date): Promise<number> {
  return deleteInParts(async (limit) => {
    const old = db
      .selectFrom('mail')
      .select('mail_id')
      .where('tenant_id', '=', tenantId)
      .where('status', '!=', 'waiting')
      .where('created_at', '<', before)
      .limit(limit);
    const { numDeletedRows } = await db.deleteFrom('mail').where('tenant_id', '=', tenantId).where('mail_id', 'in', old).executeTakeFirst();
    return Number(numDeletedRows);
  });
}
