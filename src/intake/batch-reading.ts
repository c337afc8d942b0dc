/** What a batch's decisions look at, read by statements 2 and 3 of the road, and which batches may be read apart (ADR 0020). */
import type pg from 'pg';
import type { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import { type FactQuery, factQuery } from './fact-query.ts';
import type { FactRows } from './fact-row-types.ts';
import { loadFactRows } from './facts.store.ts';
import { findIdentities, type IdentityFacts, type KnownEvent } from './identity.store.ts';
import { identityQuery } from './identity-query.ts';
import type { Submission } from './submission.ts';

export interface BatchOf {
  readonly tenantId: TenantId;
  readonly hashKey: Buffer;
  readonly submissions: readonly Submission[];
}

/** Statement 2. */
export function readIdentities(client: pg.ClientBase, { tenantId, hashKey, submissions }: BatchOf): Promise<IdentityFacts> {
  return findIdentities(client, identityQuery(tenantId, hashKey, submissions));
}

/** What statement 3 has to ask, of events that are not known yet and everybody statement 2 has found. */
export function factQueryOf(
  { tenantId, submissions }: Pick<BatchOf, 'tenantId' | 'submissions'>,
  found: IdentityFacts,
  programs: readonly Program[],
): FactQuery {
  const known = new Set(found.events.map(eventKey));
  const fresh = submissions.filter((submission) => !known.has(eventKey(submission)));
  const customerIds = fresh.length === 0 ? [] : found.people.map((person) => person.customerId);
  return factQuery(tenantId, fresh, { customerIds, programs });
}

/** What is known is not read again. */
export function withTallied(query: FactQuery, tallies: KnownTallies): FactQuery {
  return { ...query, talliedIds: tallies.knownOf(query.customerIds) };
}

/** What makes two submissions one event. */
export function eventKey(event: Pick<KnownEvent, 'source' | 'eventId'>): string {
  return `${event.source}\n${event.eventId}`;
}

/**
 * Which batches may be read apart although they are decided on common facts. A fact query looks up each event's facts by themselves, but
 * for what it switches on for all of them at once: as long as the whole would switch on nothing more, its parts find what the whole finds.
 */
export class ApartReadings {
  readonly #key: string | null;
  readonly #orderIds = new Set<string>();
  readonly #reversedOrderIds = new Set<string>();

  constructor(query: FactQuery, facts: FactRows) {
    this.#key = mayRecountAll(query, facts) ? null : switchesOf(query);
    this.#note(query, facts);
  }

  /** False where nothing may be decided behind the first batch without another reading. */
  get isOpen(): boolean {
    return this.#key !== null;
  }

  /** Whether the batch may be read by itself. */
  admits(query: FactQuery): boolean {
    if (this.#key === null || switchesOf(query) !== this.#key) return false;
    // An order that is both paid and taken back has everybody's lots looked at.
    const isReversed = (id: string): boolean => this.#reversedOrderIds.has(id);
    return query.allLots || !(query.orderIds.some(isReversed) || query.reversedOrderIds.some((id) => this.#orderIds.has(id)));
  }

  /** Takes the batch's facts in, if what was found lets it be read by itself. */
  takeIn(query: FactQuery, facts: FactRows): boolean {
    if (mayRecountAll(query, facts)) return false;
    this.#note(query, facts);
    return true;
  }

  #note(query: FactQuery, { reservations }: FactRows): void {
    for (const { orderId } of reservations) if (orderId !== null) this.#orderIds.add(orderId);
    for (const id of query.orderIds) this.#orderIds.add(id);
    for (const id of query.reversedOrderIds) this.#reversedOrderIds.add(id);
  }
}

/** What a query asks about everybody in it. Null: who is merged, erased or given another referrer moves records to other keys. */
function switchesOf(query: FactQuery): string | null {
  if (query.wholeCustomerIds.length > 0) return null;
  const isForAll = [query.allLots, query.lotCustomerIds.length > 0, query.access.customerIds.length > 0];
  const { measures, ...history } = query.history;
  return JSON.stringify([isForAll, history, measures.map(({ key }) => key), query.recountedProgramIds]);
}

/** Whether one of the orders asked for has the rewards of everybody's referrers counted anew. */
function mayRecountAll({ history, orderIds, qualifyingFriendIds }: FactQuery, { orders, reservations }: FactRows): boolean {
  if (!history.counts || history.recounts) return false;
  const asked = new Set([...orderIds, ...reservations.flatMap(({ orderId }) => orderId ?? [])]);
  const isAsked = (id: string): boolean => asked.has(id) || qualifyingFriendIds.length > 0;
  return orders.some((order) => isAsked(order.id) && mayTakeBack(order));
}

/** Refunded in part it takes back what it earns next, as a cancelled one does, and one with something parked. */
function mayTakeBack({ cancelledAt, parked, refunds }: FactRows['orders'][number]): boolean {
  return cancelledAt !== null || parked.length > 0 || refunds.length > 0;
}

/** What statements 2 and 3 found. */
export interface BatchRows {
  readonly identities: IdentityFacts;
  readonly facts: FactRows;
}

/** What was read for a batch while the one before it was decided. */
export interface AheadRows extends BatchRows {
  readonly submissions: readonly Submission[];
}

/** Sends statement 2 at once and statement 3 as soon as it is answered. Null where the batch has to be read after the one before it. */
export async function readAhead(
  client: pg.ClientBase,
  batch: BatchOf,
  {
    programs,
    tallies,
    readings,
  }: { readonly programs: readonly Program[]; readonly tallies: KnownTallies; readonly readings: ApartReadings },
): Promise<AheadRows | null> {
  // How many names are looked at is bounded for the whole of what is read together.
  if (batch.submissions.some(({ attribution }) => (attribution?.answer ?? null) !== null)) return null;
  const identities = await readIdentities(client, batch);
  const query = factQueryOf(batch, identities, programs);
  if (!readings.admits(query)) return null;
  const facts = await loadFactRows(client, withTallied(query, tallies));
  return readings.takeIn(query, facts) ? { submissions: batch.submissions, identities, facts } : null;
}
