import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';
import { dryRunBatch } from './dry-run.ts';
import { Lane } from './lane.ts';
import type { RoadDeps } from './process-batches.ts';
import { readFacts } from './read-facts.ts';
import type { MeasuredRoad } from './road-counts.ts';
import { ROAD_LIMITS, type RoadLimits } from './road-limits.ts';
import type { Intake } from './submission.ts';
import { SubscriberCache } from './subscriber.store.ts';
import { TallyShelf } from './tally-shelf.ts';
import { ProgramCache } from './tenant-lock.store.ts';

export interface IntakeDeps {
  readonly pool: pg.Pool;
  readonly clock: { readonly now: () => Date };
  /** Whether the installation sends mail for businesses without settings of their own; absent = no. */
  readonly hasInstallationMail?: boolean;
  /** Smaller ones in tests; absent = `ROAD_LIMITS`. */
  readonly limits?: Partial<RoadLimits>;
  /** Told of every failure that is not a sender's fault. */
  readonly onError: (error: unknown) => void;
}

/** The road's door: a lane for each tenant (`lane.ts`). */
export interface RunningIntake extends Intake, MeasuredRoad {
  /** Resolves when everything taken in is answered. */
  readonly drain: () => Promise<void>;
}

export function createIntake(deps: IntakeDeps): RunningIntake {
  const batchDeps: RoadDeps = {
    programs: new ProgramCache(),
    subscribers: new SubscriberCache(),
    tallies: new TallyShelf(),
    clock: deps.clock,
    hasInstallationMail: deps.hasInstallationMail === true,
  };
  const counts = { own: 0, ahead: 0, overtaken: 0 };
  const laneDeps = { pool: deps.pool, onError: deps.onError, limits: { ...ROAD_LIMITS, ...deps.limits }, counts };
  const lanes = new Map<TenantId, Lane>();
  const laneOf = (tenantId: TenantId): Lane => {
    const known = lanes.get(tenantId);
    if (known !== undefined) return known;
    const made = new Lane(laneDeps, batchDeps, tenantId);
    lanes.set(tenantId, made);
    return made;
  };
  return {
    submit: (submissions) => Promise.all(submissions.map((submission) => laneOf(submission.tenantId).add(submission, submissions))),
    dryRun: (submissions, options) => dryRunBatch(deps.pool, batchDeps, submissions, options),
    read: (tenantId, customerIds, documents) =>
      readFacts(deps.pool, batchDeps.programs, { tenantId, customerIds, ...(documents === undefined ? {} : { documents }) }),
    drain: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.idle()));
    },
    queued: () => [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0),
    counts: () => counts,
  };
}
