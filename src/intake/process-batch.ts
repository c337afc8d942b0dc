/**
 * One transaction of the road: lock the tenant → dedupe and identities → facts → decide and apply each in order → save
 * (contract.md 6.1). From the facts on it is `EventBatch`, which replay uses with the log's own events.
 */
import type pg from 'pg';
import { encodeDecisionAnswer } from '../contract/event-answer.ts';
import type { Event } from '../domain/events.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { keepPace } from './batch-pace.ts';
import { erasePersonalData, freeIdentities } from './erase.store.ts';
import { EventBatch } from './event-batch.ts';
import { factQuery } from './fact-query.ts';
import { findIdentities, type IdentityFacts, type KnownEvent } from './identity.store.ts';
import { identityQuery } from './identity-query.ts';
import { drawEntropy } from './log-entry.ts';
import { personalRows } from './personal-rows.ts';
import { IdentityDirectory, type Resolution } from './resolve-submission.ts';
import type { RowsByTable } from './row.ts';
import type { Submission, SubmissionResult } from './submission.ts';
import { bodyHashOf } from './submission-hash.ts';
import type { SubscriberCache } from './subscriber.store.ts';
import { findHashKey, lockTenant, type ProgramCache, type TenantState } from './tenant-lock.store.ts';

export interface BatchDeps {
  readonly programs: ProgramCache;
  readonly clock: { readonly now: () => Date };
}

export interface RoadDeps extends BatchDeps {
  readonly subscribers: SubscriberCache;
  /** Whether the installation sends mail for businesses without settings of their own; absent = no. */
  readonly hasInstallationMail?: boolean;
}

/** A transaction whose first statement may still be on its way. */
export interface OpenedTransaction {
  readonly client: pg.ClientBase;
  readonly begun: Promise<unknown>;
}

/** Decides and stores a batch of one tenant inside the caller's transaction. */
export async function processBatch(
  { client, begun }: OpenedTransaction,
  deps: RoadDeps,
  tenantId: TenantId,
  submissions: readonly Submission[],
): Promise<SubmissionResult[]> {
  const { tenant, identities } = await lockAndIdentify(client, begun, { tenantId, submissions });
  const programs = await deps.programs.get(client, tenantId, tenant.programRevision);
  const subscribers = await deps.subscribers.get(client, tenantId, tenant.webhookRevision);
  const hasMail = tenant.hasMail || (deps.hasInstallationMail === true && !tenant.isDemo);
  const directory = new IdentityDirectory(identities);
  const known = new Map(identities.events.map((event) => [eventKey(event), event]));
  const fresh = submissions.filter((submission) => !known.has(eventKey(submission)));
  const query = factQuery(tenantId, fresh, { customerIds: fresh.length === 0 ? [] : directory.customerIds(), programs });
  const events = await EventBatch.load(client, tenantId, {
    head: tenant,
    query,
    programs,
    listeners: { subscribers, hasMail },
    personsOf: (people) => directory.personsWith(people),
  });
  const intake = new BatchIntake({ tenantId, hashKey: tenant.hashKey, storedAt: deps.clock.now() }, events, directory, known);
  const results: SubmissionResult[] = [];
  for (const [index, submission] of submissions.entries()) {
    await keepPace(index, submissions.length, () => intake.saveSoFar(client));
    results.push(intake.take(submission));
  }
  faultPoint('before-save');
  await intake.save(client);
  faultPoint('before-commit');
  return results;
}

/** Statements 1 and 2, the second sent behind the first: a tenant's key is known but for its first batch in this process. */
async function lockAndIdentify(
  client: pg.ClientBase,
  begun: Promise<unknown>,
  { tenantId, submissions }: { readonly tenantId: TenantId; readonly submissions: readonly Submission[] },
): Promise<{ readonly tenant: TenantState; readonly identities: IdentityFacts }> {
  const identify = async (hashKey: Buffer): Promise<IdentityFacts> => findIdentities(client, identityQuery(tenantId, hashKey, submissions));
  const locked = lockTenant(client, tenantId);
  const hashKey = findHashKey(tenantId);
  const early = hashKey === null ? null : identify(hashKey);
  const [tenant, identified] = await Promise.all([locked, early, begun]);
  if (tenant === null) throw new Error('the tenant of a submission exists');
  return { tenant, identities: identified ?? (await identify(tenant.hashKey)) };
}

interface BatchContext {
  readonly tenantId: TenantId;
  readonly hashKey: Buffer;
  readonly storedAt: Date;
}

/** The live side of a batch: what was sent before, who is meant, and the personal data that goes beside the log. */
class BatchIntake {
  readonly #context: BatchContext;
  readonly #events: EventBatch;
  readonly #directory: IdentityDirectory;
  readonly #known: Map<string, KnownEvent>;
  #personal: RowsByTable = {};
  readonly #erased: string[] = [];

  constructor(context: BatchContext, events: EventBatch, directory: IdentityDirectory, known: Map<string, KnownEvent>) {
    this.#context = context;
    this.#events = events;
    this.#directory = directory;
    this.#known = known;
  }

  /** Decides one submission; a repeated one gets its first answer, a refused one leaves no trace. */
  take(submission: Submission): SubmissionResult {
    const hash = bodyHashOf(this.#context.hashKey, submission);
    const repeated = this.#known.get(eventKey(submission));
    if (repeated !== undefined) return repeatedResult(repeated, hash);
    const resolution = this.#directory.resolve(submission, { ...this.#context, sequence: this.#events.sequence });
    if (!resolution.ok) return { kind: 'refused', problem: resolution.error };
    const event = this.#eventOf(submission, resolution.value);
    const decision = this.#events.decide(event);
    if (!decision.ok) return { kind: 'refused', problem: decision.error };
    const { outcome } = decision.value;
    const answer = encodeDecisionAnswer(submission.eventId, outcome);
    // Another id for something known: answered, but it is no event of its own (contract.md 3).
    if (outcome.outcome === 'duplicate') return { kind: 'answered', answer, sequence: null, produced: {} };
    this.#events.keep({ event, decision: decision.value, answer, bodyHash: hash });
    this.#keepPersonal(event, submission, resolution.value);
    this.#known.set(eventKey(submission), {
      source: event.source,
      eventId: event.eventId,
      bodyHash: hash.toString('hex'),
      answer,
      sequence: event.sequence.toString(),
    });
    return { kind: 'answered', answer, sequence: event.sequence, produced: outcome.produced };
  }

  /** Starts to write what is decided so far. An erasure is written whole: names must be free before somebody new takes them. */
  saveSoFar(client: pg.ClientBase): void {
    if (this.#erased.length > 0) return;
    this.#events.saveSoFar(client, this.#personal);
    this.#personal = {};
  }

  async save(client: pg.ClientBase): Promise<void> {
    if (this.#events.isEmpty) return;
    await freeIdentities(client, this.#context.tenantId, this.#erased, this.#context.storedAt);
    await this.#events.save(client, this.#personal);
    await erasePersonalData(client, this.#context.tenantId, this.#erased, this.#context.storedAt);
  }

  #eventOf(submission: Submission, resolution: Resolution): Event {
    return {
      tenantId: this.#context.tenantId,
      sequence: this.#events.sequence,
      source: submission.source,
      eventId: submission.eventId,
      occurredAt: submission.occurredAt,
      storedAt: this.#context.storedAt,
      entropy: drawEntropy(),
      customer: resolution.customer,
      touches: resolution.touches,
      actor: submission.actor,
      body: submission.body,
    };
  }

  #keepPersonal(event: Event, submission: Submission, resolution: Resolution): void {
    this.#directory.commit(resolution, event);
    for (const [table, rows] of Object.entries(personalRows(event, submission, resolution))) {
      const kept = this.#personal[table];
      if (kept === undefined) this.#personal[table] = rows;
      else kept.push(...rows);
    }
    if (event.body.type === 'customer.erased' && event.customer !== null) this.#erased.push(event.customer.id);
  }
}

function eventKey(event: { readonly source: string; readonly eventId: string }): string {
  return `${event.source}\n${event.eventId}`;
}

/** Same id and same body: the first answer unchanged; another body is a conflict (contract.md 3). */
function repeatedResult(repeated: KnownEvent, hash: Buffer): SubmissionResult {
  if (repeated.bodyHash !== hash.toString('hex'))
    return { kind: 'refused', problem: { code: 'event_conflict', field: 'id', missing: null } };
  return { kind: 'answered', answer: repeated.answer, sequence: BigInt(repeated.sequence), produced: producedOf(repeated.answer) };
}

/** What the first answer said it made: an act asked for again must find it. */
function producedOf(answer: string): Readonly<Record<string, string>> {
  const parsed: unknown = JSON.parse(answer);
  if (typeof parsed !== 'object' || parsed === null || !('produced' in parsed)) return {};
  const { produced } = parsed;
  if (typeof produced !== 'object' || produced === null) return {};
  return Object.fromEntries(Object.entries(produced).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
