import type { Transaction } from 'kysely';
import type { Database, Db } from '../database/schema.ts';
import type { ProgramName, VersionRecord } from './programs.store.ts';

/** What keeps drafts from being deleted; `changed` = they are not what was read any more. */
export type Kept = 'unknown' | 'published' | 'changed';

type ReadDraft = Pick<VersionRecord, 'id' | 'sent'>;

/** Deletes a programme that was never published, with its drafts and its goal, where its newest draft is the one that was read (null = any). */
export async function deleteProgramRows(db: Db, program: ProgramName, read: ReadDraft | null): Promise<Kept | null> {
  return db.transaction().execute(async (tx) => {
    const versions = await lockVersions(tx, program);
    if (versions === null) return 'unknown';
    if (versions.some(({ status }) => status === 'published')) return 'published';
    if (!isStill(versions.at(-1), read)) return 'changed';
    for (const table of ['program_goal', 'program_version', 'program'] as const)
      await tx.deleteFrom(table).where('tenant_id', '=', program.tenantId).where('program_id', '=', program.programId).execute();
    return null;
  });
}

/** Deletes one draft, where it is still the text that was read, and other versions stay. */
export async function deleteDraftRow(
  db: Db,
  draft: ProgramName & Pick<VersionRecord, 'id'>,
  read: ReadDraft | null,
): Promise<Kept | 'alone' | null> {
  return db.transaction().execute(async (tx) => {
    const versions = await lockVersions(tx, draft);
    const found = versions?.find(({ version_id }) => version_id === draft.id);
    if (found === undefined) return 'unknown';
    if (found.status === 'published') return 'published';
    if (versions?.length === 1) return 'alone';
    if (!isStill(found, read)) return 'changed';
    await tx.deleteFrom('program_version').where('tenant_id', '=', draft.tenantId).where('version_id', '=', draft.id).execute();
    return null;
  });
}

/**
 * By rising number; null without the programme. The business first, as the road does: a publication is whole before this looks, or begins
 * after it. Then the programme, which orders those who add versions, then its versions, which those replace who write drafts.
 */
async function lockVersions(tx: Transaction<Database>, { tenantId, programId }: ProgramName) {
  await tx.selectFrom('tenant').select('tenant_id').where('tenant_id', '=', tenantId).forNoKeyUpdate().execute();
  const program = await tx
    .selectFrom('program')
    .select('program_id')
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .forUpdate()
    .executeTakeFirst();
  if (program === undefined) return null;
  return tx
    .selectFrom('program_version')
    .select(['version_id', 'status', 'document'])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .orderBy('number')
    .forUpdate()
    .execute();
}

function isStill(row: { readonly version_id: string; readonly document: string | null } | undefined, read: ReadDraft | null): boolean {
  return read === null || (row?.version_id === read.id && row.document === read.sent);
}
