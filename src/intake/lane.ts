/**
 * The micro-batcher. Per tenant one transaction at a time: what arrives while it commits makes the next batch (at most 500), so a
 * lone event pays no waiting and a crowd shares a commit; of a crowd the next batch is read and decided while the last one is written
 * (ADR 0020). Each caller is answered after its own event is durable. A batch that fails as a whole is retried in halves until the
 * poisonous event is alone; idempotency makes every retry safe.
 */
import type pg from 'pg';
import { RoadConnection } from '../database/road-connection.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { isDatabaseSilent, isPassingState } from '../system-error.ts';
import { type Batches, Overtaken, processBatches, type RoadDeps } from './process-batches.ts';
import type { BatchKind } from './road-counts.ts';
import type { RoadLimits } from './road-limits.ts';
import type { Submission, SubmissionResult } from './submission.ts';
import { hashAhead } from './submission-hash.ts';
import { findHashKey } from './tenant-lock.store.ts';

/** A batch that is not full is taken ahead only when this much of the one before it is decided: until then more may come. */
const SHARE_TO_WAIT = 0.75;
const TRIES_MAX = 5;

export interface LaneDeps {
  readonly pool: pg.Pool;
  readonly limits: RoadLimits;
  readonly counts: Record<BatchKind, number>;
  /** Told of every failure that is not a sender's fault. */
  readonly onError: (error: unknown) => void;
}

interface Waiting {
  readonly submission: Submission;
  /** What came in one request has one. */
  readonly request: object;
  readonly resolve: (result: SubmissionResult) => void;
}

/** One tenant's queue and the loop that empties it. */
export class Lane {
  readonly #deps: LaneDeps;
  readonly #roadDeps: RoadDeps;
  readonly #tenantId: TenantId;
  readonly #connection: RoadConnection;
  #queue: Waiting[] = [];
  /** So many chains are still to be of one batch. */
  #aloneCount = 0;
  #running: Promise<void> | null = null;

  constructor(deps: LaneDeps, roadDeps: RoadDeps, tenantId: TenantId) {
    this.#deps = deps;
    this.#roadDeps = roadDeps;
    this.#tenantId = tenantId;
    this.#connection = new RoadConnection(deps.pool);
  }

  get length(): number {
    return this.#queue.length;
  }

  add(submission: Submission, request: object): Promise<SubmissionResult> {
    if (this.#queue.length >= this.#deps.limits.queueEvents) return Promise.resolve(refused('intake_overloaded'));
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
    let answerLast = (): void => undefined;
    try {
      while (this.#queue.length > 0) {
        const processing = this.#processChain();
        answerLast();
        answerLast = await processing;
      }
    } finally {
      this.#connection.release();
      this.#running = null;
      answerLast();
    }
  }

  /** Stores what waits, batch behind batch; what is taken and not come to waits again. Gives what answers the last batch stored. */
  async #processChain(): Promise<() => void> {
    const { limits, counts, pool } = this.#deps;
    const taken: Waiting[][] = [];
    let eventCount = 0;
    const take = (leastWaiting: number): readonly Submission[] | null => {
      if (this.#queue.length < leastWaiting) return null;
      const batch = this.#queue.splice(0, batchLength(this.#queue, limits));
      taken.push(batch);
      eventCount += batch.length;
      return submissionsOf(batch);
    };
    const takeNext = (leastWaiting: number): readonly Submission[] | null => {
      // Others who wait for a connection have their turn at the end of the chain.
      const mayFollow = this.#aloneCount === 0 && eventCount < limits.chainEvents && pool.waitingCount === 0;
      return mayFollow ? take(leastWaiting) : null;
    };
    const answerFirst = (results: readonly SubmissionResult[]): void => answer(taken.shift() ?? [], results);
    const batches = [take(1), takeNext(limits.halvedEvents)].filter((batch) => batch !== null);
    counts.own += batches.length;
    if (this.#aloneCount > 0) this.#aloneCount -= 1;
    try {
      const results = await this.#transact({
        batches,
        takeNext: (shareDecided) => takeNext(shareDecided < SHARE_TO_WAIT ? limits.batchEvents : limits.halvedEvents),
        onAhead: () => {
          counts.ahead += 1;
        },
        onStored: answerFirst,
      });
      this.#waitAgain(taken.splice(1));
      return () => answerFirst(results);
    } catch (error) {
      const isAlone = eventCount === taken[0]?.length;
      if (!isAlone) this.#aloneCount = limits.chainsAlone;
      if (error instanceof Overtaken) {
        counts.overtaken += 1;
        this.#waitAgain(taken);
        return () => undefined;
      }
      this.#waitAgain(taken.splice(1));
      const first = submissionsOf(taken[0] ?? []);
      // Of several batches any may be at fault: what the first one meets by itself is its own.
      const results = isAlone ? await this.#recover(first, 1, error) : await this.#processAlone(first, 1);
      return () => answerFirst(results);
    }
  }

  /** They were first and are again. */
  #waitAgain(batches: readonly Waiting[][]): void {
    if (batches.length > 0) this.#queue = [...batches.flat(), ...this.#queue];
  }

  /** Of a database that says nothing each try takes seconds: whoever waits is told now, as nobody waits for more than 10 s (reliability.md 5.2). */
  #refuseQueue(): void {
    const waiting = this.#queue;
    this.#queue = [];
    for (const { resolve } of waiting) resolve(refused('intake_overloaded'));
  }

  async #transact(batches: Omit<Batches, 'tenantId' | 'limits'>): Promise<readonly SubmissionResult[]> {
    const results = await this.#connection.transaction((transaction) =>
      processBatches(transaction, this.#roadDeps, { tenantId: this.#tenantId, limits: this.#deps.limits, ...batches }),
    );
    faultPoint('after-commit');
    return results;
  }

  async #processAlone(batch: readonly Submission[], attempt: number): Promise<readonly SubmissionResult[]> {
    this.#deps.counts.own += 1;
    try {
      return await this.#transact({ batches: [batch], takeNext: () => null, onAhead: () => undefined, onStored: () => undefined });
    } catch (error) {
      return this.#recover(batch, attempt, error);
    }
  }

  async #recover(batch: readonly Submission[], attempt: number, error: unknown): Promise<readonly SubmissionResult[]> {
    const kind = failureKind(error);
    if (kind === 'again' && attempt < TRIES_MAX) {
      await pause(attempt);
      return this.#processAlone(batch, attempt + 1);
    }
    if (kind === 'poison' && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      const first = await this.#processAlone(batch.slice(0, middle), 1);
      return [...first, ...(await this.#processAlone(batch.slice(middle), 1))];
    }
    if (kind === 'silent') this.#refuseQueue();
    this.#deps.onError(error);
    return batch.map(() => refused(kind === 'poison' ? 'internal_error' : 'intake_overloaded'));
  }
}

function submissionsOf(batch: readonly Waiting[]): readonly Submission[] {
  return batch.map(({ submission }) => submission);
}

function answer(batch: readonly Waiting[], results: readonly SubmissionResult[]): void {
  for (const [index, waiting] of batch.entries()) waiting.resolve(results[index] ?? refused('internal_error'));
}

/** How many of those who wait make the next batch: half of a crowd, and what came in one request together. */
function batchLength(queue: readonly Waiting[], { batchEvents, crowdEvents }: RoadLimits): number {
  let length = Math.min(Math.max(crowdEvents, Math.ceil(queue.length / 2)), queue.length, batchEvents);
  while (length < batchEvents && length < queue.length && queue[length]?.request === queue[length - 1]?.request) length += 1;
  return length;
}

/**
 * `again`: nothing is wrong with the events (a lost connection, a deadlock, a lock that was busy, two equal random codes);
 * `silent`: the database has said nothing for as long as anybody waits; `poison`: one of them breaks the batch.
 */
function failureKind(error: unknown): 'again' | 'silent' | 'poison' {
  if (isDatabaseSilent(error)) return 'silent';
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  if (code === '23505') return constraint === 'code_folded_key' || constraint === 'coupon_folded_key' ? 'again' : 'poison';
  const isPassing = isPassingState(code) || /^E[A-Z]+$/.test(code);
  const isLostConnection = error instanceof Error && /connection/i.test(error.message) && code === '';
  return isPassing || isLostConnection ? 'again' : 'poison';
}

function pause(attempt: number): Promise<void> {
  const waitMs = 20 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}

function refused(code: 'intake_overloaded' | 'internal_error'): SubmissionResult {
  return { kind: 'refused', problem: { code, field: null, missing: null } };
}
