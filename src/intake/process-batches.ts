/**
 * Transactions of the road: lock the tenant → dedupe and identities → facts → decide and apply each in order → save (contract.md 6.1).
 * Batches that wait already follow one another: what a batch looks at is read in the transaction of the one before it, and it is decided
 * while that one is written, on facts the earlier batches have brought up to date, as long as nobody else stores anything (ADR 0020).
 * From the facts on it is `EventBatch`, which replay uses with the log's own events.
 */
import type pg from 'pg';
import type { RoadTransaction } from '../database/road-connection.ts';
import type { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import type { HistoryNeeds } from '../domain/program/history-needs.ts';
import type { Program } from '../domain/program/program.ts';
import { assert } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import { BatchIntake } from './batch-intake.ts';
import { keepPace } from './batch-pace.ts';
import { type AheadRows, ApartReadings, type BatchRows, factQueryOf, readAhead, readIdentities, withTallied } from './batch-reading.ts';
import { loadFactRows } from './facts.store.ts';
import type { IdentityFacts } from './identity.store.ts';
import type { RoadLimits } from './road-limits.ts';
import type { Submission, SubmissionResult } from './submission.ts';
import type { SubscriberCache } from './subscriber.store.ts';
import type { TallyShelf } from './tally-shelf.ts';
import { findHashKey, lockTenant, type ProgramCache, type TenantState } from './tenant-lock.store.ts';

export interface BatchDeps {
  readonly programs: ProgramCache;
  readonly clock: { readonly now: () => Date };
}

export interface RoadDeps extends BatchDeps {
  readonly subscribers: SubscriberCache;
  readonly tallies: TallyShelf;
  /** Whether the installation sends mail for businesses without settings of their own; absent = no. */
  readonly hasInstallationMail?: boolean;
}

/** Another process changed the tenant's row between two transactions: what was decided since is thrown away. */
export class Overtaken extends Error {}

export interface Batches {
  readonly tenantId: TenantId;
  readonly limits: RoadLimits;
  /** What is read together, one transaction each; there is at least one. */
  readonly batches: readonly (readonly Submission[])[];
  /** Asked, with the share of the last batch that is decided, for another to be read meanwhile; null when there is none yet. */
  readonly takeNext: (shareDecided: number) => readonly Submission[] | null;
  /** Told when a batch is decided on what was read ahead. */
  readonly onAhead: () => void;
  /** Told of each batch that is stored, but for the last that is decided. */
  readonly onStored: (results: readonly SubmissionResult[]) => void;
}

/**
 * Decides and stores batches of one tenant inside the caller's transaction and those it turns over to. Returns the results of the last
 * batch it has decided, which the caller commits; any behind that one need a reading of their own. Throws `Overtaken`.
 */
export async function processBatches(transaction: RoadTransaction, deps: RoadDeps, batches: Batches): Promise<readonly SubmissionResult[]> {
  const first = await readFirst(transaction, deps, batches);
  const results = await new BatchChain(transaction, batches, first).run(() => deps.clock.now());
  const { tenant, history, intake, tallies } = first;
  deps.tallies.put(batches.tenantId, { tenant: { ...tenant, ...intake.head }, history }, tallies);
  return results;
}

interface FirstReading {
  readonly intake: BatchIntake;
  readonly tenant: TenantState;
  readonly programs: readonly Program[];
  /** The same for all batches that follow one another. */
  readonly history: HistoryNeeds;
  readonly tallies: KnownTallies;
  readonly readings: ApartReadings;
}

class BatchChain {
  readonly #transaction: RoadTransaction;
  readonly #batches: Batches;
  readonly #first: FirstReading;
  /** Resolves when the transaction of the batch that is decided holds the tenant. */
  #held: Promise<void> = Promise.resolve();
  /** Whether a reading for the next batch would be in the transaction of the one that is decided, and behind its lock. */
  #mayRead = false;
  #shareDecided = 0;
  /** The reading for the next batch, once it is on its way. */
  #ahead: Promise<AheadRows | null> | null = null;

  constructor(transaction: RoadTransaction, batches: Batches, first: FirstReading) {
    this.#transaction = transaction;
    this.#batches = batches;
    this.#first = first;
  }

  async run(now: () => Date): Promise<readonly SubmissionResult[]> {
    const { intake, readings } = this.#first;
    const waiting = [...this.#batches.batches];
    let read: BatchRows | null = null;
    try {
      for (;;) {
        const batch = waiting.shift();
        assert(batch !== undefined, 'a chain goes on only with a batch');
        intake.begin(now(), read);
        const results = await this.#decide(batch);
        const ahead = await this.#ahead;
        this.#ahead = null;
        if (read !== null) faultPoint('ahead-decided');
        if (!intake.canGoOn || !readings.isOpen || (waiting.length === 0 && ahead === null)) {
          await intake.save(this.#transaction.client);
          faultPoint('before-commit');
          return results;
        }
        this.#handOver(results);
        read = ahead;
        if (ahead !== null) {
          waiting.push(ahead.submissions);
          this.#batches.onAhead();
          faultPoint('ahead-begun');
        }
      }
    } catch (error) {
      // Nothing may be sent behind the rollback, and a commit that is on its way stays one: its batch is stored, or its failure is the first.
      await this.#ahead?.catch(() => undefined);
      await this.#held;
      throw error;
    }
  }

  async #decide(batch: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    const { client } = this.#transaction;
    const { intake } = this.#first;
    const { limits } = this.#batches;
    const results: SubmissionResult[] = [];
    for (const [index, submission] of batch.entries()) {
      await keepPace({ index, length: batch.length }, limits, {
        atHalf: async () => {
          await this.#held;
          intake.saveSoFar(client);
        },
        atTurn: () => this.#lookAhead(index / batch.length),
      });
      results.push(intake.take(submission));
    }
    await this.#held;
    this.#lookAhead(1);
    faultPoint('before-save');
    return results;
  }

  /** Reads for the next batch if there is one. The transaction that read for itself has no statement left for it. */
  #lookAhead(shareDecided: number): void {
    this.#shareDecided = shareDecided;
    const { readings, tenant, programs, tallies } = this.#first;
    if (!this.#mayRead || !readings.isOpen || this.#ahead !== null) return;
    const { tenantId, takeNext } = this.#batches;
    const submissions = takeNext(shareDecided);
    if (submissions === null) return;
    this.#ahead = readAhead(this.#transaction.client, { tenantId, hashKey: tenant.hashKey, submissions }, { programs, tallies, readings });
    // Awaited at the batch's end; until then a failure must not count as one that nobody handles.
    this.#ahead.catch(() => undefined);
  }

  /** Writes and commits the batch, and takes the tenant again behind it, while the next one is decided. */
  #handOver(results: readonly SubmissionResult[]): void {
    const { intake, tenant } = this.#first;
    const left = { ...tenant, ...intake.head };
    const saved = intake.save(this.#transaction.client);
    this.#mayRead = false;
    this.#shareDecided = 0;
    this.#held = handOver(this.#transaction, saved, {
      tenantId: this.#batches.tenantId,
      tenant: left,
      onLocking: () => {
        // Behind the lock at once: those who are answered now keep Node busy for a while.
        this.#mayRead = true;
        this.#lookAhead(this.#shareDecided);
      },
      onCommitted: () => this.#batches.onStored(results),
    });
    // The next batch waits for it at its half; until then a failure must not count as one that nobody handles.
    this.#held.catch(() => undefined);
  }
}

interface HandOver {
  readonly tenantId: TenantId;
  /** As the transaction leaves it. */
  readonly tenant: TenantState;
  /** The lock of the next transaction is on its way. */
  readonly onLocking: () => void;
  readonly onCommitted: () => void;
}

/** Commits what is saved, and takes the tenant again in the next transaction. Nothing is sent before what stands before it has succeeded. */
async function handOver(
  { client, turnOver }: RoadTransaction,
  saved: Promise<void>,
  { tenantId, tenant, onLocking, onCommitted }: HandOver,
): Promise<void> {
  await saved;
  faultPoint('before-commit');
  const { begun } = await turnOver();
  const locked = lockTenant(client, tenantId);
  faultPoint('after-commit');
  onLocking();
  onCommitted();
  const [found] = await Promise.all([locked, begun]);
  if (found === null || !isSame(found, tenant)) throw new Overtaken('another process changed the row of this business in between');
}

function isSame(found: TenantState, left: TenantState): boolean {
  return (
    found.nextSequence === left.nextSequence &&
    found.chainHash.equals(left.chainHash) &&
    found.programRevision === left.programRevision &&
    found.webhookRevision === left.webhookRevision &&
    found.hasMail === left.hasMail &&
    found.isDemo === left.isDemo
  );
}

async function readFirst({ client, begun }: RoadTransaction, deps: RoadDeps, { tenantId, batches }: Batches): Promise<FirstReading> {
  const submissions = batches.flat();
  const { tenant, identities } = await lockAndIdentify(client, begun, { tenantId, submissions });
  const programs = await deps.programs.get(client, tenantId, tenant.programRevision);
  const subscribers = await deps.subscribers.get(client, tenantId, tenant.webhookRevision);
  const hasMail = tenant.hasMail || (deps.hasInstallationMail === true && !tenant.isDemo);
  const asked = factQueryOf({ tenantId, submissions }, identities, programs);
  const { history } = asked;
  const tallies = deps.tallies.take(tenantId, { tenant, history });
  const query = withTallied(asked, tallies);
  const rows = { identities, facts: await loadFactRows(client, query) };
  const context = { tenantId, hashKey: tenant.hashKey };
  const intake = new BatchIntake(context, rows, { head: tenant, programs, listeners: { subscribers, hasMail }, tallies });
  return { intake, tenant, programs, history, tallies, readings: new ApartReadings(query, rows.facts) };
}

/** Statements 1 and 2, the second sent behind the first: a tenant's key is known but for its first batch in this process. */
async function lockAndIdentify(
  client: pg.ClientBase,
  begun: Promise<unknown>,
  { tenantId, submissions }: Pick<Batches, 'tenantId'> & { readonly submissions: readonly Submission[] },
): Promise<{ readonly tenant: TenantState; readonly identities: IdentityFacts }> {
  const identify = (hashKey: Buffer): Promise<IdentityFacts> => readIdentities(client, { tenantId, hashKey, submissions });
  const locked = lockTenant(client, tenantId);
  const hashKey = findHashKey(tenantId);
  const early = hashKey === null ? null : identify(hashKey);
  const [tenant, identified] = await Promise.all([locked, early, begun]);
  if (tenant === null) throw new Error('the tenant of a submission exists');
  return { tenant, identities: identified ?? (await identify(tenant.hashKey)) };
}
