import type { Db } from '../database/schema.ts';
import { idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';
import type { ProgramName } from './programs.store.ts';

const COLUMNS = ['tenant_id', 'program_id', 'cursor', 'started_at', 'finished_at', 'version_number', 'run_number'] as const;

/** A walk over all customers of a tenant. `cursor` is the last customer evaluated. */
export interface EnrolmentRun extends ProgramName {
  readonly cursor: string | null;
  /** Not before this instant. */
  readonly startsAt: Date;
  /** Whom this version names and where they stand under it; null of a walk begun before it was kept. */
  readonly versionNumber: number | null;
  /** Which walk of the programme it is: of two that begin at one instant the second is another. */
  readonly runNumber: number;
  readonly finishedAt: Date | null;
}

/** Begins the programme's walk anew. */
export async function startRun(
  db: Db,
  { tenantId, programId }: ProgramName,
  { startsAt, versionNumber }: { readonly startsAt: Date; readonly versionNumber: number },
): Promise<EnrolmentRun> {
  const row = { cursor: null, started_at: startsAt, finished_at: null, version_number: versionNumber };
  const started = await db
    .insertInto('enrolment_run')
    .values({ tenant_id: tenantId, program_id: programId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'program_id']).doUpdateSet((eb) => ({ ...row, run_number: eb('enrolment_run.run_number', '+', 1) })),
    )
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return runFromRow(started);
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
    .where('run_number', '=', run.runNumber)
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
  return db.selectFrom('enrolment_run').select(COLUMNS);
}

function runFromRow(row: {
  tenant_id: string;
  program_id: string;
  cursor: string | null;
  started_at: Date;
  finished_at: Date | null;
  version_number: number | null;
  run_number: number;
}): EnrolmentRun {
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    cursor: row.cursor,
    startsAt: row.started_at,
    finishedAt: row.finished_at,
    versionNumber: row.version_number,
    runNumber: row.run_number,
  };
}
