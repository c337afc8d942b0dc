/** Load facts → decide → apply → rows → save: the one loop that live traffic and replay share (contract.md 6.2). */
import type pg from 'pg';
import type { DecisionProblem } from '../domain/decision.ts';
import { apply, type Decision, decide } from '../domain/engine.ts';
import type { Event } from '../domain/events.ts';
import type { Order } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import type { Result } from '../domain/result.ts';
import type { FactQuery } from './fact-query.ts';
import { factsFromRows } from './fact-rows.ts';
import { loadFactRows } from './facts.store.ts';
import { encodeDecision, logRow } from './log-entry.ts';
import { Outbox } from './outbox.ts';
import type { Row, RowsByTable } from './row.ts';
import { accessRows } from './save-access-rows.ts';
import { deleteParked, saveAndAdvance, saveRows } from './save.store.ts';
import { memberRows, orderRows, referralRows } from './save-rows.ts';
import { tierRows } from './save-tier-rows.ts';
import { valueRows } from './save-value-rows.ts';
import type { Subscriber } from './subscriber.store.ts';
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
  readonly #programs: readonly Program[];
  /** The sequences of what waited for an order before the batch. */
  readonly #parked: ReadonlyMap<string, readonly bigint[]>;
  readonly #logRows: Row[] = [];
  readonly #outbox: Outbox;
  #sequence: bigint;
  #chainHash: Buffer;

  private constructor(tenantId: TenantId, head: LogHead, facts: Facts, more: { outbox: Outbox }) {
    this.#tenantId = tenantId;
    this.#facts = facts;
    this.#parked = parkedOf(facts);
    this.#outbox = more.outbox;
    this.#programs = [...facts.programs.all()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
    this.#sequence = head.nextSequence;
    this.#chainHash = head.chainHash;
  }

  /** Without `subscribers`, as in a replay, nobody is told of what is decided. */
  static async load(
    client: pg.ClientBase,
    tenantId: TenantId,
    from: { head: LogHead; query: FactQuery; programs: readonly Program[]; subscribers?: readonly Subscriber[] },
  ): Promise<EventBatch> {
    const rows = await loadFactRows(client, from.query);
    const facts = factsFromRows(rows, from.programs);
    const outbox = new Outbox(from.subscribers ?? []);
    return new EventBatch(tenantId, from.head, facts, { outbox });
  }

  /** The sequence of the next event kept. */
  get sequence(): bigint {
    return this.#sequence;
  }

  get isEmpty(): boolean {
    return this.#logRows.length === 0;
  }

  /** What the event would lead to; nothing is changed. */
  decide(event: Event): Result<Decision, DecisionProblem> {
    return decide(this.#facts, event, programsOf(this.#facts, this.#programs));
  }

  /** Takes a decision over for the events after it, and into the log. */
  keep({ event, decision, answer, bodyHash }: DecidedEvent): void {
    this.#outbox.note(decision);
    apply(this.#facts, decision);
    const { row, chainHash } = logRow({ event, decision: encodeDecision(decision), answer, bodyHash }, this.#chainHash);
    this.#logRows.push(row);
    this.#chainHash = chainHash;
    this.#sequence += 1n;
  }

  /** Writes everything kept, and with it the rows the caller adds; moves the tenant on. */
  async save(client: pg.ClientBase, added: RowsByTable): Promise<void> {
    const orders = [...this.#facts.orders.changed()];
    // What still waits of such an order is written anew with it.
    const freed = orders.filter((order) => isFreed(order, this.#parked.get(order.id) ?? [])).map((order) => order.id);
    await deleteParked(client, this.#tenantId, freed);
    // The database writes the log while the rest is still being put into rows.
    const logged = saveRows(client, this.#tenantId, { ...memberRows(this.#facts), ...added, ...this.#outbox.rows(), event: this.#logRows });
    const rows = { ...referralRows(this.#facts), ...orderRows(orders), ...tierRows(this.#facts), ...valueRows(this.#facts), ...accessRows(this.#facts) };
    const programsChanged = [...this.#facts.programs.changed()].length > 0;
    const advanced = saveAndAdvance(client, this.#tenantId, rows, {
      nextSequence: this.#sequence,
      chainHash: this.#chainHash,
      programsChanged,
    });
    await Promise.all([logged, advanced]);
  }
}

function isFreed(order: Order, before: readonly bigint[]): boolean {
  return before.some((sequence) => order.parked.every((parked) => parked.sequence !== sequence));
}

function parkedOf(facts: Facts): ReadonlyMap<string, readonly bigint[]> {
  const waiting = [...facts.orders.all()].filter((order) => order.parked.length > 0);
  return new Map(waiting.map((order) => [order.id, order.parked.map((parked) => parked.sequence)]));
}

/** Programmes as the facts hold them now: an earlier event of the batch may have published one. */
function programsOf(facts: Facts, known: readonly Program[]): readonly Program[] {
  const changed = [...facts.programs.changed()];
  if (changed.length === 0) return known;
  const byId = new Map([...known, ...changed].map((program) => [program.id, program]));
  return [...byId.values()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
}
