import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, ProgramId, TenantId } from '../domain/ids.ts';
import { assert } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import type { Intake, Submission } from '../intake/submission.ts';
import { type EnrolmentRun, findRun, listUnfinishedRuns, moveRun, startRun } from './enrolment.store.ts';
import { countMembers, findProgram, listCustomerIds, type ProgramName } from './programs.store.ts';

const PAGE = 500;
const MAX_RUNS = 100;

export interface EnrolmentDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
}

export interface EnrolmentProgress {
  readonly status: 'scheduled' | 'running' | 'finished';
  /** Active members of the programme. */
  readonly customers: number;
}

/**
 * Evaluates automatic enrolment of every customer over all their history (contract.md 1), from the first one on, for at most
 * `limitMs`; what is left is `resumeEnrolments`'s. Nobody is evaluated before `startsAt`.
 */
export async function runEnrolment(
  deps: EnrolmentDeps,
  program: ProgramName,
  options: { readonly startsAt: Date; readonly versionNumber: number; readonly limitMs: number },
): Promise<EnrolmentProgress> {
  const run = await startRun(deps.db, program, options);
  if (run.startsAt <= deps.clock.now()) await walk(deps, run, performance.now() + options.limitMs);
  return getEnrolment(deps, program);
}

/** How far a programme's walk has come. */
export async function getEnrolment(deps: EnrolmentDeps, program: ProgramName): Promise<EnrolmentProgress> {
  const run = await findRun(deps.db, program);
  const customers = await countMembers(deps.db, program);
  if (run === null || run.finishedAt !== null) return { status: 'finished', customers };
  return { status: run.startsAt > deps.clock.now() ? 'scheduled' : 'running', customers };
}

/**
 * Goes on with the walks of all tenants that a time limit or a killed process left unfinished, and begins those whose time has
 * come: a page of each in turn, so that a shop of a million customers keeps no other waiting. Returns how many are still unfinished after
 * `limitMs`.
 */
export async function resumeEnrolments(deps: EnrolmentDeps, options: { readonly limitMs: number }): Promise<number> {
  const deadlineMs = performance.now() + options.limitMs;
  let walking = await listUnfinishedRuns(deps.db, deps.clock.now(), MAX_RUNS);
  let full = 0;
  while (walking.length > 0 && performance.now() <= deadlineMs) {
    const going: EnrolmentRun[] = [];
    for (const run of walking) {
      const page = await takePage(deps, run);
      if (page.state === 'going') going.push(page.run);
      if (page.state === 'full') full += 1;
    }
    walking = going;
  }
  return walking.length + full;
}

async function walk(deps: EnrolmentDeps, begun: EnrolmentRun, deadlineMs: number): Promise<void> {
  for (let run = begun; performance.now() <= deadlineMs; ) {
    const page = await takePage(deps, run);
    if (page.state !== 'going') return;
    run = page.run;
  }
}

/** `over`: the walk has reached its end; `full`: the road takes no more now. */
type Page = { readonly state: 'going'; readonly run: EnrolmentRun } | { readonly state: 'over' | 'full' };

async function takePage(deps: EnrolmentDeps, run: EnrolmentRun): Promise<Page> {
  const { db, clock } = deps;
  const ids: readonly CustomerId[] = await listCustomerIds(db, { tenantId: run.tenantId, after: run.cursor, limit: PAGE });
  const cursor = ids.at(-1) ?? run.cursor;
  if (ids.length > 0 && !(await evaluate(deps, run, ids))) return { state: 'full' };
  faultPoint('mid-enrolment');
  const next: EnrolmentRun = { ...run, cursor, finishedAt: ids.length < PAGE ? clock.now() : null };
  // Moved by another process meanwhile: go on from there.
  const moved = (await moveRun(db, run, next)) ? next : await findRun(db, run);
  // That one has come to the end and put back the walk of a version that is still to begin.
  if (moved === null || moved.startsAt > clock.now()) return { state: 'over' };
  if (moved.finishedAt === null) return { state: 'going', run: moved };
  const begun = await beginNext(deps, moved);
  return begun === null ? { state: 'over' } : { state: 'going', run: begun };
}

/** A walk asked for meanwhile takes the place of one that waits for its version to begin: it is put back. Null when none is due already. */
async function beginNext({ db, clock }: EnrolmentDeps, { versionNumber, ...program }: EnrolmentRun): Promise<EnrolmentRun | null> {
  if (versionNumber === null) return null;
  const versions = (await findProgram(db, program))?.versions ?? [];
  const next = versions.find(({ number, status }) => number > versionNumber && status === 'published');
  if (next?.effectiveFrom == null) return null;
  const begun = await startRun(db, program, { startsAt: next.effectiveFrom, versionNumber: next.number });
  return begun.startsAt <= clock.now() ? begun : null;
}

/**
 * The same page of the same walk is the same event: done again after a crash it answers as before. False when the road is full. A page that
 * is refused holds somebody who cannot be evaluated: parted until they are alone and left out, it keeps nobody else from joining.
 */
async function evaluate(deps: EnrolmentDeps, run: EnrolmentRun, customerIds: readonly CustomerId[]): Promise<boolean> {
  const page = createHash('sha256').update(customerIds.join()).digest('hex');
  const submission = evaluation({
    ...run,
    customerIds,
    eventId: `${run.programId}:${run.startsAt.getTime()}:${run.runNumber}:${page}`,
    occurredAt: deps.clock.now(),
  });
  const [result] = await deps.intake.submit([submission]);
  assert(result !== undefined, 'each submission gets its result');
  if (result.kind === 'answered') return true;
  if (result.problem.code === 'intake_overloaded') return false;
  if (customerIds.length === 1) return true;
  const middle = Math.ceil(customerIds.length / 2);
  return (await evaluate(deps, run, customerIds.slice(0, middle))) && evaluate(deps, run, customerIds.slice(middle));
}

function evaluation(page: {
  readonly tenantId: TenantId;
  readonly programId: ProgramId;
  readonly customerIds: readonly CustomerId[];
  readonly eventId: string;
  readonly occurredAt: Date;
}): Submission {
  const { tenantId, programId, customerIds, eventId, occurredAt } = page;
  return {
    tenantId,
    source: 'act:enrolment',
    eventId,
    fingerprint: { programId, customerIds },
    occurredAt,
    customer: null,
    attribution: null,
    actor: null,
    body: { type: 'enrolment.evaluated', programId, customerIds },
    personal: null,
  };
}
