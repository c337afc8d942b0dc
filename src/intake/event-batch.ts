/** Load facts → decide → apply → rows → save: the one loop that live traffic and replay share (contract.md 6.2). */
import type pg from 'pg';
import type { DecisionProblem } from '../domain/decision.ts';
import { apply, type Decision, decide } from '../domain/engine.ts';
import type { Event } from '../domain/events.ts';
import type { Code } from '../domain/facts/code.ts';
import { type Facts, forgetChanges } from '../domain/facts/facts.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import type { Result } from '../domain/result.ts';
import type { FactRows } from './fact-row-types.ts';
import { meetRows } from './fact-rows.ts';
import { encodeDecision, logRow } from './log-entry.ts';
import { type Listeners, Outbox } from './outbox.ts';
import { rollupRows } from './rollup-rows.ts';
import type { Row, RowsByTable } from './row.ts';
import { type ParkedKey, saveAndAdvance, saveRows } from './save.store.ts';
import { accessRows } from './save-access-rows.ts';
import { memberRows, orderRows, referralRows } from './save-rows.ts';
import { tierRows } from './save-tier-rows.ts';
import { valueRows } from './save-value-rows.ts';
import type { TenantState } from './tenant-lock.store.ts';

/** Where the log stands before the batch. */
export type LogHead = Pick<TenantState, 'nextSequence' | 'chainHash'>;

/** A decision to be stored, with the answer as it is sent and the keyed hash of the body it answers. */
export interface DecidedEvent {
  readonly event: Event;
  readonly decision: Decision;
  readonly answer: string;
  readonly bodyHash: Buffer;
}

export class EventBatch {
  readonly #tenantId: TenantId;
  readonly #facts: Facts;
  #programs: readonly Program[];
  readonly #outbox: Outbox;
  #logRows: Row[] = [];
  /** The first part of the batch on its way. */
  #written: Promise<void> | null = null;
  #programsChanged = false;
  #sequence: bigint;
  #chainHash: Buffer;

  /** On facts read for its events. Without `listeners`, as in a replay, nobody is told of what is decided. */
  constructor(tenantId: TenantId, from: { readonly head: LogHead; readonly facts: Facts; readonly listeners?: Listeners }) {
    const { head, facts } = from;
    this.#tenantId = tenantId;
    this.#facts = facts;
    this.#outbox = new Outbox(from.listeners ?? { subscribers: [], hasMail: false });
    this.#programs = [...facts.programs.all()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
    this.#sequence = head.nextSequence;
    this.#chainHash = head.chainHash;
  }

  /** Takes in what was read for later events; what is known already is newer. */
  meet(rows: FactRows): void {
    meetRows(this.#facts, rows);
  }

  /** The sequence of the next event kept. */
  get sequence(): bigint {
    return this.#sequence;
  }

  /** Of the last event kept. */
  get chainHash(): Buffer {
    return this.#chainHash;
  }

  /** Whether what is not written yet publishes, pauses or ends a programme. */
  get hasChangedPrograms(): boolean {
    return this.#programsChanged || hasChanged(this.#facts.programs);
  }

  get isEmpty(): boolean {
    return this.#logRows.length === 0 && this.#written === null;
  }

  /** What the event would lead to; nothing is changed. */
  decide(event: Event): Result<Decision, DecisionProblem> {
    return decide(this.#facts, event, programsOf(this.#facts, this.#programs));
  }

  /** Takes a decision over for the events after it, and into the log. */
  keep({ event, decision, answer, bodyHash }: DecidedEvent): void {
    this.#outbox.note(decision);
    apply(this.#facts, decision);
    const { metPersons } = decision.workspace;
    const logged = metPersons.length === 0 ? event : { ...event, persons: metPersons };
    const { row, chainHash } = logRow({ event: logged, decision: encodeDecision(decision), answer, bodyHash }, this.#chainHash);
    this.#logRows.push(row);
    this.#chainHash = chainHash;
    this.#sequence += 1n;
  }

  /** Codes made or changed since what is kept was last written: who reads names by what the database said has to know them. */
  changedCodes(): Iterable<Code> {
    return this.#facts.codes.changed();
  }

  /**
   * Starts to write what is kept so far, and with it the rows the caller adds: the database works while the rest of the batch is
   * decided. A failure is told by `save`. Once for each batch: the road has two statements to save by (contract.md 6.1).
   */
  saveSoFar(client: pg.ClientBase, added: RowsByTable): void {
    if (this.#logRows.length === 0) return;
    const rows = { ...this.#loggedRows(added), ...this.#decidedRows() };
    const written = saveRows(client, this.#tenantId, { rows, freed: this.#freed() });
    // `save` waits for it; until then a failure must not count as one that nobody handles.
    written.catch(() => undefined);
    this.#written = written;
    this.#programsChanged = hasChanged(this.#facts.programs);
    this.#goOn();
  }

  /**
   * Writes everything kept, and with it the rows the caller adds; moves the tenant on. All is sent in the turn of the call: events of the
   * next transaction may be decided on the same facts while this one is written.
   */
  async save(client: pg.ClientBase, added: RowsByTable): Promise<void> {
    const isWhole = this.#written === null;
    const logged = this.#loggedRows(added);
    // The database writes the log while the rest is still being put into rows.
    const written = this.#written ?? saveRows(client, this.#tenantId, { rows: logged, freed: [] });
    const rows = isWhole ? this.#decidedRows() : { ...logged, ...this.#decidedRows() };
    const advanced = saveAndAdvance(
      client,
      this.#tenantId,
      { rows, freed: this.#freed() },
      {
        nextSequence: this.#sequence,
        chainHash: this.#chainHash,
        programsChanged: this.hasChangedPrograms,
      },
    );
    this.#goOn();
    this.#written = null;
    this.#programsChanged = false;
    await Promise.all([written, advanced]);
  }

  /** What is written from here on is what changes from here on. */
  #goOn(): void {
    this.#programs = programsOf(this.#facts, this.#programs);
    this.#logRows = [];
    forgetChanges(this.#facts);
  }

  /** What waited in the database and waits no longer. */
  #freed(): readonly ParkedKey[] {
    return [...this.#facts.orders.changes()].flatMap(({ before, after }) => {
      if (before === null || before.parked.length === 0) return [];
      const waiting = new Set(after?.parked.map((parked) => parked.sequence));
      return before.parked.filter(({ sequence }) => !waiting.has(sequence)).map(({ sequence }) => ({ orderId: before.id, sequence }));
    });
  }

  #loggedRows(added: RowsByTable): RowsByTable {
    return { ...memberRows(this.#facts), ...added, ...this.#outbox.takeRows(), event: this.#logRows };
  }

  #decidedRows(): RowsByTable {
    const facts = this.#facts;
    return {
      ...referralRows(facts),
      ...orderRows(facts.orders.changed()),
      ...tierRows(facts),
      ...valueRows(facts),
      ...accessRows(facts),
      ...rollupRows(facts),
    };
  }
}

function hasChanged(table: { readonly changed: () => Iterable<unknown> }): boolean {
  for (const _ of table.changed()) return true;
  return false;
}

/** Programmes as the facts hold them now: an earlier event of the batch may have published one. */
function programsOf(facts: Facts, known: readonly Program[]): readonly Program[] {
  const changed = [...facts.programs.changed()];
  if (changed.length === 0) return known;
  const byId = new Map([...known, ...changed].map((program) => [program.id, program]));
  return [...byId.values()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
}
