import type pg from 'pg';
import { encodeDecisionAnswer } from '../contract/event-answer.ts';
import type { Event } from '../domain/events.ts';
import type { Code } from '../domain/facts/code.ts';
import type { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import { type BatchRows, eventKey } from './batch-reading.ts';
import { erasePersonalData, freeIdentities } from './erase.store.ts';
import { EventBatch, type LogHead } from './event-batch.ts';
import { factsFromRows } from './fact-rows.ts';
import type { KnownEvent } from './identity.store.ts';
import { drawEntropy } from './log-entry.ts';
import type { Listeners } from './outbox.ts';
import { personalRows } from './personal-rows.ts';
import { IdentityDirectory, type Resolution } from './resolve-submission.ts';
import type { RowsByTable } from './row.ts';
import type { Submission, SubmissionResult } from './submission.ts';
import { bodyHashOf } from './submission-hash.ts';

interface BatchContext {
  readonly tenantId: TenantId;
  readonly hashKey: Buffer;
}

interface BatchStart {
  readonly head: LogHead;
  readonly programs: readonly Program[];
  readonly listeners: Listeners;
  readonly tallies: KnownTallies;
}

/** The live side of one or more batches: what was sent before, who is meant, and the personal data that goes beside the log. */
export class BatchIntake {
  readonly #context: BatchContext;
  readonly #events: EventBatch;
  readonly #directory: IdentityDirectory;
  readonly #known: Map<string, KnownEvent>;
  #storedAt = new Date(0);
  #personal: RowsByTable = {};
  #codes: Code[] = [];
  readonly #erased: string[] = [];

  constructor(context: BatchContext, { identities, facts: rows }: BatchRows, from: BatchStart) {
    this.#context = context;
    this.#known = new Map(identities.events.map((event) => [eventKey(event), event]));
    this.#directory = new IdentityDirectory(identities);
    this.#directory.meetOthers(rows.people);
    const facts = factsFromRows(rows, from.programs, { persons: this.#directory.persons, known: from.tallies });
    this.#events = new EventBatch(context.tenantId, { head: from.head, facts, listeners: from.listeners });
  }

  /** What is taken from here on is of the next transaction, stored at `now`, with what was `read` for it; codes of those before it are known. */
  begin(now: Date, read: BatchRows | null): void {
    this.#storedAt = now;
    this.#directory.learnCodes(this.#codes);
    this.#codes = [];
    if (read === null) return;
    for (const event of read.identities.events) if (!this.#known.has(eventKey(event))) this.#known.set(eventKey(event), event);
    this.#directory.meet(read.identities);
    this.#directory.meetOthers(read.facts.people);
    this.#events.meet(read.facts);
  }

  /** Whether what is read still tells the truth after this batch: not where programmes changed, or somebody was erased. */
  get canGoOn(): boolean {
    return this.#erased.length === 0 && !this.#events.hasChangedPrograms;
  }

  /** Where the log stands after what was taken. */
  get head(): LogHead {
    return { nextSequence: this.#events.sequence, chainHash: this.#events.chainHash };
  }

  /** Decides one submission; a repeated one gets its first answer, a refused one leaves no trace. */
  take(submission: Submission): SubmissionResult {
    const hash = bodyHashOf(this.#context.hashKey, submission);
    const repeated = this.#known.get(eventKey(submission));
    if (repeated !== undefined) return repeatedResult(repeated, hash);
    const resolution = this.#directory.resolve(submission, {
      ...this.#context,
      storedAt: this.#storedAt,
      sequence: this.#events.sequence,
    });
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
    this.#codes.push(...this.#events.changedCodes());
    this.#events.saveSoFar(client, this.#takePersonal());
  }

  /** Writes the batch. Without an erasure all is sent in the turn of the call, and the next batch may be decided at once. */
  async save(client: pg.ClientBase): Promise<void> {
    if (this.#events.isEmpty) return;
    this.#codes.push(...this.#events.changedCodes());
    if (this.#erased.length === 0) return this.#events.save(client, this.#takePersonal());
    await freeIdentities(client, this.#context.tenantId, this.#erased, this.#storedAt);
    await this.#events.save(client, this.#takePersonal());
    await erasePersonalData(client, this.#context.tenantId, this.#erased, this.#storedAt);
  }

  #takePersonal(): RowsByTable {
    const rows = this.#personal;
    this.#personal = {};
    return rows;
  }

  #eventOf(submission: Submission, resolution: Resolution): Event {
    return {
      tenantId: this.#context.tenantId,
      sequence: this.#events.sequence,
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
