import type { Db } from '../database/schema.ts';
import { idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';
import type { ProgramName } from './programs.store.ts';

/** A walk over all customers of a tenant. `cursor` is the last customer evaluated. */
export interface EnrolmentRun extends ProgramName {
  readonly cursor: string | null;
  /** Not before this instant. */
  readonly startsAt: Date;
  readonly finishedAt: Date | null;
}

/** Begins the programme's walk anew. */
export async function startRun(db: Db, { tenantId, programId }: ProgramName, startsAt: Date): Promise<EnrolmentRun> {
  const row = { cursor: null, started_at: startsAt, finished_at: null };
  await db
    .insertInto('enrolment_run')
    .values({ tenant_id: tenantId, program_id: programId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id']).doUpdateSet(row))
    .execute();
  return { tenantId, programId, cursor: null, startsAt, finishedAt: null };
}

/**
 * Moves the walk on, only from where the caller saw it: two processes on one walk do not set each other back. False when it was
 * moved, or begun anew, by another.
 */
export async function moveRun(
  db: Db,
  run: EnrolmentRun,
  to: { readonly cursor: string | null; readonly finishedAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment_run')
    .set({ cursor: to.cursor, finished_at: to.finishedAt })
    .where('tenant_id', '=', run.tenantId)
    .where('program_id', '=', run.programId)
    .where('started_at', '=', run.startsAt)
    .where('finished_at', 'is', null)
    .where((eb) => (run.cursor === null ? eb('cursor', 'is', null) : eb('cursor', '=', run.cursor)))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findRun(db: Db, { tenantId, programId }: ProgramName): Promise<EnrolmentRun | null> {
  const row = await selectRuns(db).where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirst();
  return row === undefined ? null : runFromRow(row);
}

/** Walks of all tenants that should be under way, longest waiting first. */
export async function listUnfinishedRuns(db: Db, now: Date, limit: number): Promise<readonly EnrolmentRun[]> {
  const rows = await selectRuns(db)
    .where('finished_at', 'is', null)
    .where('started_at', '<=', now)
    .orderBy('started_at')
    .orderBy('tenant_id')
    .orderBy('program_id')
    .limit(limit)
    .execute();
  return rows.map(runFromRow);
}

function selectRuns(db: Db) {
  return db.selectFrom('enrolment_run').select(['tenant_id', 'program_id', 'cursor', 'started_at', 'finished_at']);
}

function runFromRow(row: {
  tenant_id: string;
  program_id: string;
  cursor: string | null;
  started_at: Date;
  finished_at: Date | null;
}): EnrolmentRun {
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    cursor: row.cursor,
    startsAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
