import { sql } from 'kysely';
import { builtOnce } from '../database/built-once.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId, type VersionId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { decodeLog, encodeLog } from '../intake/log-codec.ts';
import { storedDocument } from '../intake/stored-document.ts';

const MAX_VERSIONS = 1000;
/** Below every id. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** A programme with its drafts, as its owner sees it. */
export interface ProgramRecord {
  readonly id: ProgramId;
  readonly endedAt: Date | null;
  readonly pauses: readonly { readonly from: Date; readonly until: Date | null }[];
  /** By rising number. */
  readonly versions: readonly VersionRecord[];
}

export interface VersionRecord {
  readonly id: VersionId;
  readonly number: number;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: Date | null;
  /** JSON text as sent; null when the version is known from the log alone. */
  readonly sent: string | null;
  readonly document: ProgramDocument;
}

export interface ProgramName {
  readonly tenantId: TenantId;
  readonly programId: ProgramId;
}

export interface NewVersion extends ProgramName {
  readonly versionId: VersionId;
  readonly sent: string;
  readonly document: ProgramDocument;
  readonly createdAt: Date;
}

/** Keeps a new programme and its first version as a draft. */
export async function insertProgram(db: Db, draft: NewVersion): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { tenantId, programId, createdAt } = draft;
    await tx
      .insertInto('program')
      .values({ tenant_id: tenantId, program_id: programId, created_at: createdAt, created_sequence: null, ended_at: null })
      .execute();
    await tx.insertInto('program_version').values(draftRow(draft, 1)).execute();
  });
}

/**
 * Keeps the next version as a draft; false when there is no such programme, or its newest version is not number `after` any more (null = it may
 * be any). The programme's row orders concurrent ones.
 */
export async function insertVersion(db: Db, draft: NewVersion, after: number | null): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { tenantId, programId } = draft;
    const program = await tx
      .selectFrom('program')
      .select('program_id')
      .where('tenant_id', '=', tenantId)
      .where('program_id', '=', programId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (program === undefined) return false;
    const { last } = await tx
      .selectFrom('program_version')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('tenant_id', '=', tenantId)
      .where('program_id', '=', programId)
      .executeTakeFirstOrThrow();
    if (after !== null && after !== last) return false;
    await tx
      .insertInto('program_version')
      .values(draftRow(draft, (last ?? 0) + 1))
      .execute();
    return true;
  });
}

function draftRow(draft: NewVersion, number: number) {
  return {
    tenant_id: draft.tenantId,
    program_id: draft.programId,
    version_id: draft.versionId,
    number,
    status: 'draft' as const,
    effective_from: null,
    document: draft.sent,
    parsed: encodeLog(draft.document),
    created_at: draft.createdAt,
  };
}

/** Replaces a draft's document; false when the version is published, not there, or its text is not `from` any more (null = it may be any). */
export async function replaceDraft(db: Db, draft: Omit<NewVersion, 'createdAt'>, from: string | null): Promise<boolean> {
  const drafts = db
    .updateTable('program_version')
    .set({ document: draft.sent, parsed: encodeLog(draft.document) })
    .where('tenant_id', '=', draft.tenantId)
    .where('version_id', '=', draft.versionId)
    .where('status', '=', 'draft');
  const { numUpdatedRows } = await (from === null ? drafts : drafts.where('document', '=', from)).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts the text that was published back, should a draft have been replaced or deleted while its publication was under way. */
export async function keepSentText(
  db: Db,
  version: { readonly tenantId: TenantId; readonly versionId: VersionId; readonly sent: string },
): Promise<void> {
  await db
    .updateTable('program_version')
    .set({ document: version.sent })
    .where('tenant_id', '=', version.tenantId)
    .where('version_id', '=', version.versionId)
    .where('document', 'is distinct from', version.sent)
    .execute();
}

export async function findProgram(db: Db, { tenantId, programId }: ProgramName): Promise<ProgramRecord | null> {
  const row = await selectPrograms(db, tenantId).where('program_id', '=', programId).executeTakeFirst();
  if (row === undefined) return null;
  const [record] = await withVersions(db, tenantId, [row]);
  return record ?? null;
}

/** Programmes by rising id, which is the order they were made in. */
export async function listPrograms(
  db: Db,
  page: { readonly tenantId: TenantId; readonly after: ProgramId | null; readonly limit: number },
): Promise<readonly ProgramRecord[]> {
  const { tenantId, after, limit } = page;
  return withVersions(db, tenantId, await programsAfter(db, { tenantId, after: after ?? BEFORE_ALL, limit }));
}

const programsAfter = builtOnce((db, page: { readonly tenantId: TenantId; readonly after: string; readonly limit: number }) =>
  selectPrograms(db, page.tenantId).where('program_id', '>', page.after).orderBy('program_id').limit(page.limit),
);

const versionsOf = builtOnce((db, of: { readonly tenantId: TenantId; readonly programIds: readonly string[]; readonly limit: number }) =>
  db
    .selectFrom('program_version')
    .select(['program_id', 'version_id', 'number', 'status', 'effective_from', 'document', 'parsed'])
    .where('tenant_id', '=', of.tenantId)
    .where((eb) => eb('program_id', '=', eb.fn.any(eb.cast<readonly string[]>(eb.val(of.programIds), sql`uuid[]`))))
    .orderBy('number')
    .limit(of.limit),
);

function selectPrograms(db: Db, tenantId: TenantId) {
  return db.selectFrom('program').select(['program_id', 'ended_at', 'pauses']).where('tenant_id', '=', tenantId);
}

interface ProgramRow {
  readonly program_id: string;
  readonly ended_at: Date | null;
  readonly pauses: string;
}

async function withVersions(db: Db, tenantId: TenantId, programs: readonly ProgramRow[]): Promise<readonly ProgramRecord[]> {
  if (programs.length === 0) return [];
  const rows = await versionsOf(db, {
    tenantId,
    programIds: programs.map((program) => program.program_id),
    limit: MAX_VERSIONS * programs.length,
  });
  return programs.map((program) => ({
    id: idFromUuid<ProgramId>(program.program_id),
    endedAt: program.ended_at,
    // The intake writes them from exactly this type.
    pauses: decodeLog(program.pauses) as ProgramRecord['pauses'],
    versions: rows
      .filter((row) => row.program_id === program.program_id)
      .map((row) => ({
        id: idFromUuid<VersionId>(row.version_id),
        number: row.number,
        status: row.status,
        effectiveFrom: row.effective_from,
        sent: row.document,
        document: storedDocument(row.parsed),
      })),
  }));
}

/** The tenant's own time zone: the one of a programme that names none. */
export async function getTenantTimeZone(db: Db, tenantId: TenantId): Promise<string> {
  const row = await db.selectFrom('tenant').select('time_zone').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow();
  return row.time_zone;
}

/** Customers by rising id whom enrolment may look at: merged and erased ones are left out. */
export async function listCustomerIds(
  db: Db,
  page: { readonly tenantId: TenantId; readonly after: string | null; readonly limit: number },
): Promise<readonly CustomerId[]> {
  const { tenantId, after, limit } = page;
  const all = db
    .selectFrom('customer')
    .select('customer_id')
    .where('tenant_id', '=', tenantId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null);
  const rows = await (after === null ? all : all.where('customer_id', '>', after)).orderBy('customer_id').limit(limit).execute();
  return rows.map((row) => idFromUuid<CustomerId>(row.customer_id));
}

/** Active members of a programme. */
export async function countMembers(db: Db, { tenantId, programId }: ProgramName): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(count);
}
