import { type CustomerId, deriveId, idFromUuid, type TenantId } from '../domain/ids.ts';
import type { KnownPerson } from './identity.store.ts';

/** Ids of customers made at intake, above any ordinal a decision reaches. */
const CUSTOMER_ORDINAL = 16_000;

/** Sorts after every id: no digit of one is a letter past f. */
const LAST_ID = 'g';

/** What is kept of the contacts of an erased customer, also when a later act names them by our own id. */
export const NOTHING_SAID = { externalId: null, email: null, phone: null, name: null };

/** The customer that the event of this sequence makes. */
export function newCustomerId(of: { readonly tenantId: TenantId; readonly sequence: bigint; readonly storedAt: Date }): CustomerId {
  const { tenantId, sequence, storedAt } = of;
  return idFromUuid<CustomerId>(deriveId({ tenantId, sequence, ordinal: CUSTOMER_ORDINAL, storedAt }));
}

export function isSamePerson(a: KnownPerson, b: KnownPerson): boolean {
  return a.personId === b.personId && a.externalId === b.externalId && a.email === b.email && a.phone === b.phone && a.name === b.name;
}

/** The name of the person whose records these are: the oldest one's. */
export function personIdOf(people: ReadonlyMap<CustomerId, KnownPerson>, records: readonly CustomerId[]): string {
  return records.map((id) => people.get(id)?.personId ?? id).reduce((min, other) => (other < min ? other : min), LAST_ID);
}

/** Those of the records that were not of this person before. */
export function gathered(
  people: ReadonlyMap<CustomerId, KnownPerson>,
  records: readonly CustomerId[],
  personId: string,
): readonly KnownPerson[] {
  return records.flatMap((id) => {
    const person = people.get(id);
    return person === undefined || person.personId === personId ? [] : [{ ...person, personId }];
  });
}
