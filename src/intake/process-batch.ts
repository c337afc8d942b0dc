/**
 * One transaction of the road: lock the tenant → dedupe and identities → facts → decide and apply each in order → save
 * (contract.md 6.1). Replay calls `decideEvents` with the log's own events instead of submissions.
 */
import type pg from 'pg';
import { encodeDecisionAnswer } from '../contract/event-answer.ts';
import { faultPoint } from '../fault-point.ts';
import { apply, decide, type Decision } from '../domain/engine.ts';
import type { Event } from '../domain/events.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import { factQuery } from './fact-query.ts';
import { factsFromRows } from './fact-rows.ts';
import { loadFactRows } from './facts.store.ts';
import { findIdentities, type KnownEvent } from './identity.store.ts';
import { bodyHash, drawEntropy, encodeDecision, logRow } from './log-entry.ts';
import { erasePersonalData } from './erase.store.ts';
import { IdentityDirectory, identityQuery, type Resolution } from './resolve-submission.ts';
import { personalRows } from './personal-rows.ts';
import { type Row, rowsOfFacts, type RowsByTable } from './save-rows.ts';
import { deleteParked, saveBatch } from './save.store.ts';
import type { Submission, SubmissionResult } from './submission.ts';
import { lockTenant, type ProgramCache, type TenantState } from './tenant-lock.store.ts';

export interface BatchDeps {
  readonly programs: ProgramCache;
  readonly clock: { readonly now: () => Date };
}

/** Decides and stores a batch of one tenant inside the caller's transaction. */
export async function processBatch(client: pg.ClientBase, deps: BatchDeps, tenantId: TenantId, submissions: readonly Submission[]): Promise<SubmissionResult[]> {
  const tenant = await lockTenant(client, tenantId);
  if (tenant === null) throw new Error('the tenant of a submission exists');
  const programs = await deps.programs.get(client, tenantId, tenant.programRevision);
  const identities = await findIdentities(client, identityQuery(tenantId, tenant.hashKey, submissions));
  const directory = new IdentityDirectory(identities);
  const rows = await loadFactRows(client, factQuery(tenantId, submissions, directory.customerIds()));
  const batch = new Batch(tenantId, tenant, factsFromRows(rows, programs), directory, deps.clock.now());
  const known = new Map(identities.events.map((event) => [eventKey(event), event]));
  const results = submissions.map((submission) => batch.take(submission, known));
  faultPoint('before-save');
  await batch.save(client, rows.orders.filter((order) => order.parked.length > 0).map((order) => order.id));
  faultPoint('before-commit');
  return results;
}

export function eventKey(event: { readonly source: string; readonly eventId: string }): string {
  return `${event.source}\n${event.eventId}`;
}

/** Programmes as the facts hold them now: an earlier event of the batch may have published one. */
export function programsOf(facts: Facts, known: readonly Program[]): readonly Program[] {
  const changed = [...facts.programs.changed()];
  if (changed.length === 0) return known;
  const byId = new Map([...known, ...changed].map((program) => [program.id, program]));
  return [...byId.values()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
}

class Batch {
  readonly #tenantId: TenantId;
  readonly #tenant: TenantState;
  readonly #facts: Facts;
  readonly #directory: IdentityDirectory;
  readonly #storedAt: Date;
  readonly #programs: readonly Program[];
  readonly #logRows: Row[] = [];
  readonly #personal: RowsByTable = {};
  readonly #erased: string[] = [];
  #sequence: bigint;
  #chainHash: Buffer;

  constructor(tenantId: TenantId, tenant: TenantState, facts: Facts, directory: IdentityDirectory, storedAt: Date) {
    this.#tenantId = tenantId;
    this.#tenant = tenant;
    this.#facts = facts;
    this.#directory = directory;
    this.#storedAt = storedAt;
    this.#sequence = tenant.nextSequence;
    this.#chainHash = tenant.chainHash;
    this.#programs = [...facts.programs.all()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
  }

  /** Decides one submission; a repeated one gets its first answer, a refused one leaves no trace. */
  take(submission: Submission, known: Map<string, KnownEvent>): SubmissionResult {
    const hash = bodyHash(this.#tenant.hashKey, submission.fingerprint);
    const repeated = known.get(eventKey(submission));
    if (repeated !== undefined) return repeatedResult(repeated, hash);
    const context = { tenantId: this.#tenantId, hashKey: this.#tenant.hashKey, sequence: this.#sequence, storedAt: this.#storedAt };
    const resolution = this.#directory.resolve(submission, context);
    if (!resolution.ok) return { kind: 'refused', problem: resolution.error };
    const event = this.#eventOf(submission, resolution.value);
    const decision = decide(this.#facts, event, programsOf(this.#facts, this.#programs));
    if (!decision.ok) return { kind: 'refused', problem: decision.error };
    const answer = encodeDecisionAnswer(submission.eventId, decision.value.outcome);
    // Another id for something known: answered, but it is no event of its own (contract.md 3).
    if (decision.value.outcome.outcome === 'duplicate') return { kind: 'answered', answer, sequence: null, produced: {} };
    this.#keep(submission, resolution.value, { event, decision: decision.value, answer, hash });
    known.set(eventKey(submission), { source: event.source, eventId: event.eventId, bodyHash: hash.toString('hex'), answer, sequence: event.sequence.toString() });
    return { kind: 'answered', answer, sequence: event.sequence, produced: decision.value.outcome.produced };
  }

  async save(client: pg.ClientBase, parkedOrderIds: readonly string[]): Promise<void> {
    if (this.#logRows.length === 0) return;
    const orders = [...this.#facts.orders.changed()];
    const rows: RowsByTable = { ...rowsOfFacts(this.#facts, orders), ...this.#personal, event: this.#logRows };
    const freed = orders.filter((order) => order.parked.length === 0 && parkedOrderIds.includes(order.id)).map((order) => order.id);
    await deleteParked(client, this.#tenantId, freed);
    const programsChanged = (rows['program'] ?? []).length > 0;
    await saveBatch(client, this.#tenantId, rows, { nextSequence: this.#sequence, chainHash: this.#chainHash, programsChanged });
    await erasePersonalData(client, this.#tenantId, this.#erased, this.#storedAt);
  }

  #eventOf(submission: Submission, resolution: Resolution): Event {
    return {
      tenantId: this.#tenantId,
      sequence: this.#sequence,
      source: submission.source,
      eventId: submission.eventId,
      occurredAt: submission.occurredAt,
      storedAt: this.#storedAt,
      entropy: drawEntropy(),
      customer: resolution.customer,
      touches: resolution.touches,
      actor: submission.actor,
      body: submission.body,
    };
  }

  #keep(submission: Submission, resolution: Resolution, taken: { event: Event; decision: Decision; answer: string; hash: Buffer }): void {
    const { event, decision, answer, hash } = taken;
    apply(this.#facts, decision);
    this.#directory.commit(resolution);
    const { row, chainHash } = logRow({ event, decision: encodeDecision(decision), answer, bodyHash: hash }, this.#chainHash);
    this.#logRows.push(row);
    for (const [table, rows] of Object.entries(personalRows(event, submission, resolution))) {
      this.#personal[table] = [...(this.#personal[table] ?? []), ...rows];
    }
    if (event.body.type === 'customer.erased' && event.customer !== null) this.#erased.push(event.customer.id);
    this.#chainHash = chainHash;
    this.#sequence += 1n;
  }
}

/** Same id and same body: the first answer unchanged; another body is a conflict (contract.md 3). */
function repeatedResult(repeated: KnownEvent, hash: Buffer): SubmissionResult {
  if (repeated.bodyHash !== hash.toString('hex')) return { kind: 'refused', problem: { code: 'event_conflict', field: 'id', missing: null } };
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
