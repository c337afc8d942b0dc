/** What people change outside the event log, entry by entry, each chained to the one before (reliability.md I-23). */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { OwnAct } from './act-words.ts';
import { type AuditEntry, ChainWalk, chainHash } from './audit-chain.ts';

const CHECKED_AT_ONCE = 2_000;
const FINDINGS_MAX = 5;

export interface AuditNote extends Omit<AuditEntry, 'number' | 'act'> {
  /** A word of the console, or `POST /v1/keys`. */
  readonly act: OwnAct | `${'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'} ${string}`;
}

/** Adds an entry, in the transaction it is given or one of its own; entries of one tenant are written one after the other. */
export async function writeAudit(db: Db, tenantId: TenantId, note: AuditNote): Promise<void> {
  if (db.isTransaction) await addEntry(db, tenantId, note);
  else await db.transaction().execute((tx) => addEntry(tx, tenantId, note));
}

async function addEntry(tx: Db, tenantId: TenantId, note: AuditNote): Promise<void> {
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
}

interface AuditPage {
  readonly before: bigint | null;
  readonly limit: number;
  readonly actor?: string | undefined;
  readonly acts?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Newest first, at most `limit` + 1. */
export async function listAudit(db: Db, tenantId: TenantId, page: AuditPage): Promise<readonly AuditEntry[]> {
  let query = db
    .selectFrom('audit_entry')
    .select(['number', 'at', 'actor', 'act', 'subject', 'before', 'after'])
    .where('tenant_id', '=', tenantId);
  if (page.actor !== undefined) query = query.where('actor', '=', page.actor);
  if (page.acts !== undefined) query = query.where('act', 'in', [...page.acts]);
  if (page.from !== undefined) query = query.where('at', '>=', page.from);
  if (page.until !== undefined) query = query.where('at', '<', page.until);
  if (page.before !== null) query = query.where('number', '<', page.before);
  return query
    .orderBy('number', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export interface ChainCheck {
  readonly entries: bigint;
  /** The first entries that do not fit. */
  readonly broken: readonly bigint[];
  /** Of the last entry; null when there is none. */
  readonly headHash: Buffer | null;
}

/** Works every hash out anew, until there are findings enough. */
export async function checkChain(db: Db, tenantId: TenantId): Promise<ChainCheck> {
  const walk = new ChainWalk();
  for (;;) {
    const entries = await db
      .selectFrom('audit_entry')
      .select(['number', 'at', 'actor', 'act', 'subject', 'before', 'after', 'chain_hash as chainHash'])
      .where('tenant_id', '=', tenantId)
      .where('number', '>', walk.end.number)
      .orderBy('number')
      .limit(CHECKED_AT_ONCE)
      .execute();
    walk.take(entries);
    if (entries.length < CHECKED_AT_ONCE || walk.findings.length >= FINDINGS_MAX) break;
  }
  const { number, hash } = walk.end;
  const broken = [...new Set(walk.findings.map((finding) => finding.number))].slice(0, FINDINGS_MAX);
  return { entries: number, broken, headHash: number === 0n ? null : hash };
}
