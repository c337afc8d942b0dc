/** What people change outside the event log, entry by entry, each chained to the one before (reliability.md I-23). */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export interface AuditNote {
  readonly at: Date;
  /** `staff:<id>`, `key:<id>` or `setup`. */
  readonly actor: string;
  /** `POST /v1/keys`, or a word of the console: `signed-in`. */
  readonly act: string;
  readonly subject: string;
  /** JSON without secrets; null where there is nothing to show. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditEntry extends AuditNote {
  readonly number: bigint;
}

/** Adds an entry; entries of one tenant are written one after the other. */
export async function writeAudit(db: Db, tenantId: TenantId, note: AuditNote): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${tenantId}`}, 0))`.execute(tx);
    const last = await tx
      .selectFrom('audit_entry')
      .select(['number', 'chain_hash'])
      .where('tenant_id', '=', tenantId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const number = (last?.number ?? 0n) + 1n;
    const chain = chainHash(last?.chain_hash ?? Buffer.alloc(0), { ...note, number });
    await tx
      .insertInto('audit_entry')
      .values({ tenant_id: tenantId, number, ...note, chain_hash: chain })
      .execute();
  });
}

/** Newest first, at most `limit` + 1. */
export async function listAudit(
  db: Db,
  tenantId: TenantId,
  page: { readonly before: bigint | null; readonly limit: number; readonly actor?: string | undefined },
): Promise<readonly AuditEntry[]> {
  let query = db
    .selectFrom('audit_entry')
    .select(['number', 'at', 'actor', 'act', 'subject', 'before', 'after'])
    .where('tenant_id', '=', tenantId);
  if (page.actor !== undefined) query = query.where('actor', '=', page.actor);
  if (page.before !== null) query = query.where('number', '<', page.before);
  return query
    .orderBy('number', 'desc')
    .limit(page.limit + 1)
    .execute();
}

/** The hash an entry must have after the one before it. */
export function chainHash(previous: Buffer, entry: AuditEntry): Buffer {
  const text = JSON.stringify([
    entry.number.toString(),
    entry.at.toISOString(),
    entry.actor,
    entry.act,
    entry.subject,
    entry.before,
    entry.after,
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}
