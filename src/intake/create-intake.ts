/**
 * The micro-batcher. Per tenant one transaction at a time: what arrives while it commits makes the next batch (at most 500), so a
 * lone event pays no waiting and a crowd shares a commit. Each caller is answered after its own event is durable. A batch that
 * fails as a whole is retried in halves until the poisonous event is alone; idempotency makes every retry safe.
 */
import type pg from 'pg';
import { RoadConnection } from '../database/road-connection.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { dryRunBatch } from './dry-run.ts';
import { processBatch, type RoadDeps } from './process-batch.ts';
import { readFacts } from './read-facts.ts';
import type { Intake, Submission, SubmissionResult } from './submission.ts';
import { hashAhead } from './submission-hash.ts';
import { SubscriberCache } from './subscriber.store.ts';
import { findHashKey, ProgramCache } from './tenant-lock.store.ts';

const BATCH_EVENTS_MAX = 500;
/** Above this a crowd of requests is taken in two halves: one is read from the network and answered while the other is decided. */
const CROWD_EVENTS = 128;
/** Beyond this the caller is told to come back: a queue without a bound only hides an outage. */
const QUEUE_EVENTS_MAX = 20_000;
const TRIES_MAX = 5;

export interface IntakeDeps {
  readonly pool: pg.Pool;
  readonly clock: { readonly now: () => Date };
  /** Whether the installation sends mail for businesses without settings of their own; absent = no. */
  readonly hasInstallationMail?: boolean;
  /** Told of every failure that is not a sender's fault. */
  readonly onError: (error: unknown) => void;
}

interface Waiting {
  readonly submission: Submission;
  /** What came in one request has one. */
  readonly request: object;
  readonly resolve: (result: SubmissionResult) => void;
}

export interface RunningIntake extends Intake {
  /** Resolves when everything taken in is answered. */
  readonly drain: () => Promise<void>;
  readonly queued: () => number;
}

export function createIntake(deps: IntakeDeps): RunningIntake {
  const batchDeps: RoadDeps = {
    programs: new ProgramCache(),
    subscribers: new SubscriberCache(),
    clock: deps.clock,
    hasInstallationMail: deps.hasInstallationMail === true,
  };
  const lanes = new Map<TenantId, Lane>();
  const laneOf = (tenantId: TenantId): Lane => {
    const known = lanes.get(tenantId);
    if (known !== undefined) return known;
    const made = new Lane(deps, batchDeps, tenantId);
    lanes.set(tenantId, made);
    return made;
  };
  return {
    submit: (submissions) => Promise.all(submissions.map((submission) => laneOf(submission.tenantId).add(submission, submissions))),
    dryRun: (submissions, options) => dryRunBatch(deps.pool, batchDeps, submissions, options),
    read: (tenantId, customerIds) => readFacts(deps.pool, batchDeps.programs, { tenantId, customerIds }),
    drain: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.idle()));
    },
    queued: () => [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0),
  };
}

/** One tenant's queue and the loop that empties it. */
class Lane {
  readonly #deps: IntakeDeps;
  readonly #batchDeps: RoadDeps;
  readonly #tenantId: TenantId;
  readonly #connection: RoadConnection;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(deps: IntakeDeps, batchDeps: RoadDeps, tenantId: TenantId) {
    this.#deps = deps;
    this.#batchDeps = batchDeps;
    this.#tenantId = tenantId;
    this.#connection = new RoadConnection(deps.pool);
  }

  get length(): number {
    return this.#queue.length;
  }

  add(submission: Submission, request: object): Promise<SubmissionResult> {
    if (this.#queue.length >= QUEUE_EVENTS_MAX) return Promise.resolve(refused('intake_overloaded'));
    const hashKey = findHashKey(this.#tenantId);
    if (hashKey !== null && this.#running !== null) hashAhead(hashKey, submission);
    return new Promise((resolve) => {
      this.#queue.push({ submission, request, resolve });
      // Started a turn later, so that the items of one request share a batch.
      this.#running ??= Promise.resolve().then(() => this.#empty());
    });
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** The next batch is on its way before the callers of the one before it are answered: what they do then, the database does not wait for. */
  async #empty(): Promise<void> {
    let answer = (): void => undefined;
    try {
      while (this.#queue.length > 0) {
        const batch = this.#queue.splice(0, batchLength(this.#queue));
        const processing = this.#process(
          batch.map(({ submission }) => submission),
          1,
        );
        answer();
        const results = await processing;
        answer = () => {
          for (const [index, waiting] of batch.entries()) waiting.resolve(results[index] ?? refused('internal_error'));
        };
      }
    } finally {
      this.#connection.release();
      this.#running = null;
      answer();
    }
  }

  async #process(batch: readonly Submission[], attempt: number): Promise<readonly SubmissionResult[]> {
    try {
      const results = await this.#connection.transaction((client, begun) =>
        processBatch({ client, begun }, this.#batchDeps, this.#tenantId, batch),
      );
      faultPoint('after-commit');
      return results;
    } catch (error) {
      return this.#recover(batch, attempt, error);
    }
  }

  async #recover(batch: readonly Submission[], attempt: number, error: unknown): Promise<readonly SubmissionResult[]> {
    const kind = failureKind(error);
    if (kind === 'again' && attempt < TRIES_MAX) {
      await pause(attempt);
      return this.#process(batch, attempt + 1);
    }
    if (kind === 'poison' && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      const first = await this.#process(batch.slice(0, middle), 1);
      return [...first, ...(await this.#process(batch.slice(middle), 1))];
    }
    this.#deps.onError(error);
    return batch.map(() => refused(kind === 'poison' ? 'internal_error' : 'intake_overloaded'));
  }
}

/** How many of those who wait make the next batch: half of a crowd, and what came in one request together. */
function batchLength(queue: readonly Waiting[]): number {
  let length = Math.min(Math.max(CROWD_EVENTS, Math.ceil(queue.length / 2)), queue.length, BATCH_EVENTS_MAX);
  while (length < BATCH_EVENTS_MAX && length < queue.length && queue[length]?.request === queue[length - 1]?.request) length += 1;
  return length;
}

/**
 * `again`: nothing is wrong with the events (a lost connection, a deadlock, a lock that was busy, two equal random codes);
 * `poison`: one of them breaks the batch.
 */
function failureKind(error: unknown): 'again' | 'poison' {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  if (code === '23505') return constraint === 'code_folded_key' || constraint === 'coupon_folded_key' ? 'again' : 'poison';
  const isPassing = /^(08|40|53|55P03|57)/.test(code) || /^E[A-Z]+$/.test(code);
  const isLostConnection =
    error instanceof Error && /connection|timeout exceeded when trying to connect/i.test(error.message) && code === '';
  return isPassing || isLostConnection ? 'again' : 'poison';
}

function pause(attempt: number): Promise<void> {
  const waitMs = 20 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}

function refused(code: 'intake_overloaded' | 'internal_error'): SubmissionResult {
  return { kind: 'refused', problem: { code, field: null, missing: null } };
}
