import { builtOnce } from '../database/built-once.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { keepNewest } from '../keep-newest.ts';
import { isPublished } from './program-status.ts';
import { listPrograms, type ProgramRecord } from './programs.store.ts';

const PROGRAMS_MAX = 200;
const TENANTS_KEPT_MAX = 1_000;

interface Kept {
  readonly revision: bigint;
  readonly programs: readonly ProgramRecord[];
}

const kept = new WeakMap<Db, Map<TenantId, Kept>>();

const revisionOf = builtOnce((db, of: { readonly tenantId: TenantId }) =>
  db.selectFrom('tenant').select('program_revision').where('tenant_id', '=', of.tenantId),
);

/**
 * The tenant's programmes that were ever published, without their drafts. Every opening of a cabinet asks for them, so they are read again
 * only when the road has counted a new revision: a publication, a pause, an end. Who has just read the revision gives it.
 */
export async function listPublishedPrograms(db: Db, tenantId: TenantId, known?: bigint): Promise<readonly ProgramRecord[]> {
  const revision = known ?? (await readRevision(db, tenantId));
  const tenants = kept.get(db) ?? new Map<TenantId, Kept>();
  kept.set(db, tenants);
  const last = tenants.get(tenantId);
  if (last?.revision === revision) return last.programs;
  // Read after the revision: what has changed in between is newer than it says, and is read once more.
  const programs = await readPublished(db, tenantId);
  keepNewest(tenants, [tenantId, { revision, programs }], TENANTS_KEPT_MAX);
  return programs;
}

async function readRevision(db: Db, tenantId: TenantId): Promise<bigint> {
  const [row] = await revisionOf(db, { tenantId });
  if (row === undefined) throw new Error(`there is no tenant ${tenantId}`);
  return row.program_revision;
}

async function readPublished(db: Db, tenantId: TenantId): Promise<readonly ProgramRecord[]> {
  const all = await listPrograms(db, { tenantId, after: null, limit: PROGRAMS_MAX });
  return all
    .filter(isPublished)
    .map((program) => ({ ...program, versions: program.versions.filter(({ status }) => status === 'published') }));
}
