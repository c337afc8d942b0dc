/**
 * From what the sender wrote to ids (contract.md 6.5, 6.8): the customer, the other customers of the same person, and who the codes,
 * clicks and answers mean. Works on what statement 2 found, changed by the earlier events of the batch; nothing sticks before `commit`.
 */

import { CLOCKS_APART_MS } from '../clock.ts';
import type { Event, ResolvedCustomer, ResolvedTouch } from '../domain/events.ts';
import type { Code } from '../domain/facts/code.ts';
import type { Persons } from '../domain/facts/persons.ts';
import { type ClickId, type CustomerId, idFromUuid, parseWireId, type TenantId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { foldName } from '../identity/fold-name.ts';
import { identityHash } from '../identity/identity-hash.ts';
import type { GroupedPerson } from './fact-row-types.ts';
import type { IdentityFacts, IdentityKind, KnownPerson } from './identity.store.ts';
import { contactKeys, type Keys, keysOf } from './identity-query.ts';
import { hadWorked, type KnownCode, KnownCodes } from './known-codes.ts';
import { gathered, isSamePerson, NOTHING_SAID, newCustomerId, personIdOf } from './known-person.ts';
import type { CustomerInput, Submission, SubmissionProblem } from './submission.ts';

export interface IdentityRow {
  readonly kind: IdentityKind;
  readonly hash: string;
  readonly customerId: CustomerId;
}

export interface Resolution {
  readonly customer: ResolvedCustomer | null;
  readonly touches: readonly ResolvedTouch[];
  readonly identities: readonly IdentityRow[];
  readonly people: readonly KnownPerson[];
}

export interface ResolveContext {
  readonly tenantId: TenantId;
  readonly hashKey: Buffer;
  readonly sequence: bigint;
  readonly storedAt: Date;
}

/** The batch's view of who is who. */
export class IdentityDirectory {
  readonly #codes = new KnownCodes();
  readonly #names: IdentityFacts['names'][number][];
  readonly #owners = new Map<string, CustomerId[]>();
  readonly #people = new Map<CustomerId, KnownPerson>();
  readonly #groups = new Map<string, Set<CustomerId>>();
  /** Those whom no event names, hence nothing changes: with whom they are one person, as the facts have it. */
  readonly #others = new Map<CustomerId, Set<CustomerId>>();
  /** Persons as the events know them, and as the facts do where no event names one. */
  readonly persons: Persons = { recordsOf: (id) => [...(this.#people.has(id) ? this.#group(id) : (this.#others.get(id) ?? []))] };

  constructor(facts: IdentityFacts) {
    this.#names = [...facts.names];
    this.meet(facts);
  }

  /** Takes in what was read for a later batch: what is known already is newer. It must ask for no names. */
  meet(facts: IdentityFacts): void {
    this.#codes.meet(facts);
    for (const person of facts.people) if (!this.#people.has(person.customerId)) this.#putPerson(person);
    for (const row of facts.identities) this.#putOwner(row);
  }

  /** Who is one person with whom among those the facts have beside the people named. */
  meetOthers(grouped: readonly GroupedPerson[]): void {
    const groups = new Map<string, Set<CustomerId>>();
    for (const { customerId, personId } of grouped) {
      const group = groups.get(personId) ?? new Set<CustomerId>();
      groups.set(personId, group.add(customerId));
      this.#others.set(customerId, group);
    }
  }

  /** Codes that a batch has stored: the next one meets them as if it had read them. */
  learnCodes(codes: readonly Code[]): void {
    this.#codes.learn(codes);
  }

  resolve(submission: Submission, context: ResolveContext): Result<Resolution, SubmissionProblem> {
    const found = submission.customer === null ? null : this.#resolveCustomer(submission.customer, context);
    if (found !== null && !found.ok) return found;
    const touches = this.#resolveTouches(submission, context);
    if (!touches.ok) return touches;
    const { customer, identities, people } = found?.value ?? { customer: null, identities: [], people: [] };
    return ok({ customer, touches: touches.value, identities, people: [...people, ...this.#joinedPeople(submission.body)] });
  }

  /** Makes a stored event's resolution visible to the next events of the batch. */
  commit(resolution: Resolution, { body, occurredAt }: Pick<Event, 'body' | 'occurredAt'>): void {
    if (body.type === 'customer.erased') this.#forget(resolution);
    for (const person of resolution.people) {
      this.#putPerson(person);
      if (person.name !== null) this.#names.push({ foldedName: foldName(person.name), customerId: person.customerId });
    }
    for (const row of resolution.identities) this.#putOwner(row);
    if (body.type === 'customer.merged') this.#merge(body.fromId, body.intoId);
    if (body.type === 'click.recorded')
      this.#codes.putClick(idFromUuid<ClickId>(body.clickId), resolution.touches[0]?.codeId ?? null, occurredAt);
  }

  /** From here on the names of the one lead to the other. */
  #merge(fromId: CustomerId, intoId: CustomerId): void {
    const person = this.#people.get(fromId);
    if (person !== undefined) this.#putPerson({ ...person, mergedInto: intoId });
  }

  #forget({ customer }: Resolution): void {
    const person = customer === null ? undefined : this.#people.get(customer.id);
    if (person !== undefined) this.#putPerson({ ...person, ...NOTHING_SAID, erased: true });
  }

  #resolveCustomer(input: CustomerInput, context: ResolveContext): Result<Omit<Resolution, 'touches'>, SubmissionProblem> {
    const keys = keysOf(context.hashKey, input);
    const known = this.#findCustomer(input, keys);
    if (known === null && (input.id !== null || input.mustExist))
      return err({ code: 'customer_unknown', field: 'customer', missing: null });
    const id = known ?? newCustomerId(context);
    const identities = this.#newIdentities(keys, id);
    const linked = new Set<CustomerId>(this.#group(id));
    for (const key of contactKeys(keys))
      for (const owner of this.#owners.get(key) ?? []) for (const other of this.#group(owner)) linked.add(other);
    // Whoever was erased and comes back under the shop's own id is the same person, as long as the hash is kept against fraud.
    for (const owner of this.#externalOwners(keys)) if (this.#isErased(owner)) for (const other of this.#group(owner)) linked.add(other);
    linked.delete(id);
    const people = this.#changedPeople(input, id, [...linked], context);
    return ok({ customer: { id, linkedIds: [...linked].sort() }, identities, people });
  }

  /**
   * externalId decides; without one e-mail, then phone, the oldest of several; a new externalId adopts a contact-only customer. Nothing
   * leads to an erased one: their link to the person is gone.
   */
  #findCustomer(input: CustomerInput, keys: Keys): CustomerId | null {
    if (input.id !== null) return this.#survivor(input.id);
    const owned = this.#externalOwners(keys).find((owner) => !this.#isErased(owner));
    if (owned !== undefined) return this.#survivor(owned);
    for (const key of contactKeys(keys)) {
      const candidates = (this.#owners.get(key) ?? [])
        .flatMap((id) => this.#survivor(id) ?? [])
        .map((id) => this.#people.get(id))
        .filter((person) => person !== undefined && !person.erased && (keys.externalId === null || person.externalId === null))
        .sort((a, b) => Number(a?.createdAt) - Number(b?.createdAt) || ((a?.customerId ?? '') < (b?.customerId ?? '') ? -1 : 1));
      const [oldest] = candidates;
      if (oldest !== undefined) return oldest.customerId;
    }
    return null;
  }

  #externalOwners(keys: Keys): readonly CustomerId[] {
    return keys.externalId === null ? [] : (this.#owners.get(`externalId:${keys.externalId}`) ?? []);
  }

  #isErased(id: CustomerId): boolean {
    const survivor = this.#survivor(id);
    return survivor !== null && this.#people.get(survivor)?.erased === true;
  }

  #survivor(id: CustomerId): CustomerId | null {
    const person = this.#people.get(id);
    if (person === undefined) return null;
    return person.mergedInto === null ? id : this.#survivor(person.mergedInto);
  }

  #newIdentities(keys: Keys, id: CustomerId): IdentityRow[] {
    const rows: IdentityRow[] = [];
    for (const kind of ['externalId', 'email', 'phone'] as const) {
      const hash = keys[kind];
      if (hash === null) continue;
      const owners = this.#owners.get(`${kind}:${hash}`) ?? [];
      // A merged customer's externalId stays theirs: it leads to the survivor by itself.
      const isNew = kind === 'externalId' ? owners.every((owner) => this.#isErased(owner)) : !owners.includes(id);
      if (isNew) rows.push({ kind, hash, customerId: id });
    }
    return rows;
  }

  /** The customer's own record when it changed, and the others of a person that grew together. */
  #changedPeople(input: CustomerInput, id: CustomerId, linked: readonly CustomerId[], context: ResolveContext): KnownPerson[] {
    const before = this.#people.get(id);
    const said = before?.erased === true ? NOTHING_SAID : input;
    const personId = personIdOf(this.#people, [id, ...linked]);
    const mine: KnownPerson = {
      customerId: id,
      personId,
      externalId: before?.externalId ?? said.externalId,
      email: said.email ?? before?.email ?? null,
      phone: said.phone ?? before?.phone ?? null,
      name: said.name ?? before?.name ?? null,
      mergedInto: before?.mergedInto ?? null,
      erased: before?.erased ?? false,
      createdAt: before?.createdAt ?? String(context.storedAt.getTime()),
    };
    const changed: KnownPerson[] = before === undefined || !isSamePerson(before, mine) ? [mine] : [];
    return [...changed, ...gathered(this.#people, linked, personId)];
  }

  /** Whoever is one person with a record that ends is one with the survivor (contract.md 6.5). */
  #joinedPeople(body: Submission['body']): readonly KnownPerson[] {
    if (body.type !== 'customer.merged') return [];
    const all = [...this.#group(body.fromId), ...this.#group(body.intoId)];
    return gathered(this.#people, all, personIdOf(this.#people, all));
  }

  #resolveTouches(submission: Submission, context: ResolveContext): Result<ResolvedTouch[], SubmissionProblem> {
    const { attribution, occurredAt } = submission;
    if (attribution === null) return ok([]);
    const touches: ResolvedTouch[] = [];
    const by = attribution.by === 'event' ? null : attribution.by;
    const referrer = this.#namedReferrer(submission, context);
    if (referrer !== null && !referrer.ok) return referrer;
    if (referrer !== null) {
      touches.push({ by: by ?? 'lead', referrerId: referrer.value, problem: null, codeId: null, clickId: null, occurredAt });
    }
    if (attribution.code !== null)
      touches.push({ by: by ?? 'code', ...this.#codeMeaning(attribution.code, occurredAt), clickId: null, occurredAt });
    const click = this.#clickTouch(attribution.clickId, occurredAt);
    if (click !== null) touches.push(click);
    const answer = attribution.answer === null ? null : this.#answerReferrer(attribution.answer, occurredAt);
    if (answer !== null) touches.push({ by: 'answer', referrerId: answer, problem: null, codeId: null, clickId: null, occurredAt });
    return ok(touches);
  }

  #namedReferrer(submission: Submission, context: ResolveContext): Result<CustomerId, SubmissionProblem> | null {
    const { attribution } = submission;
    if (attribution === null || (attribution.referrerId === null && attribution.referrerExternalId === null)) return null;
    const { referrerExternalId } = attribution;
    const externalId = referrerExternalId === null ? null : identityHash(context.hashKey, 'externalId', referrerExternalId).toString('hex');
    const owner =
      attribution.referrerId ?? this.#externalOwners({ externalId, email: null, phone: null }).find((known) => !this.#isErased(known));
    const id = owner === undefined ? null : this.#survivor(owner);
    return id === null ? err({ code: 'referrer_unknown', field: 'attribution', missing: null }) : ok(id);
  }

  #codeMeaning(text: string, at: Date): Pick<ResolvedTouch, 'referrerId' | 'problem' | 'codeId'> {
    const code = this.#codes.find(text);
    if (code === undefined) return { referrerId: null, problem: 'unknown-code', codeId: null };
    const problem = this.#isUsable(code, at) ? null : 'code-retired';
    return { referrerId: this.#survivor(code.customerId), problem, codeId: code.codeId };
  }

  /** By a retired code whose owner was erased, before it or since, nobody earns any more. */
  #isUsable(code: KnownCode, at: Date): boolean {
    return code.status === 'active' || (hadWorked(code, at) && !this.#isErased(code.customerId));
  }

  /**
   * A click counts from its own time, whenever it is named; an unknown one says nothing. A shop whose clock is behind ours writes its quick
   * buyers before their clicks: within what clocks may differ a click was before the event that names it.
   */
  #clickTouch(wireClickId: string | null, occurredAt: Date): ResolvedTouch | null {
    const clickId = wireClickId === null ? null : parseWireId('clk', wireClickId);
    const click = clickId === null ? undefined : this.#codes.findClick(clickId);
    if (click === undefined) return null;
    const clickedAt = new Date(click.clickedAt);
    return {
      by: 'click',
      referrerId: this.#survivor(click.customerId),
      problem: this.#isUsable(click, clickedAt) ? null : 'code-retired',
      codeId: click.codeId,
      clickId: click.clickId,
      occurredAt: clickedAt > occurredAt && isWithinClocks(clickedAt, occurredAt) ? occurredAt : clickedAt,
    };
  }

  /** "Who recommended you?": a code, or a name that means exactly one person. */
  #answerReferrer(answer: string, at: Date): CustomerId | null {
    const code = this.#codes.find(answer);
    if (code !== undefined && this.#isUsable(code, at)) return this.#survivor(code.customerId);
    const folded = foldName(answer);
    const ids = this.#names.filter((name) => name.foldedName === folded).flatMap((name) => this.#survivor(name.customerId) ?? []);
    const persons = new Set(ids.map((id) => this.#people.get(id)?.personId ?? id));
    return persons.size === 1 ? (ids[0] ?? null) : null;
  }

  #group(id: CustomerId): Iterable<CustomerId> {
    const personId = this.#people.get(id)?.personId;
    return personId === undefined ? [] : (this.#groups.get(personId) ?? []);
  }

  #putPerson(person: KnownPerson): void {
    const before = this.#people.get(person.customerId);
    if (before !== undefined) this.#groups.get(before.personId)?.delete(person.customerId);
    this.#people.set(person.customerId, person);
    const group = this.#groups.get(person.personId) ?? new Set<CustomerId>();
    group.add(person.customerId);
    this.#groups.set(person.personId, group);
  }

  #putOwner(row: IdentityRow): void {
    const key = `${row.kind}:${row.hash}`;
    const owners = this.#owners.get(key) ?? [];
    if (!owners.includes(row.customerId)) this.#owners.set(key, [...owners, row.customerId]);
  }
}

function isWithinClocks(later: Date, earlier: Date): boolean {
  return later.getTime() - earlier.getTime() <= CLOCKS_APART_MS;
}
