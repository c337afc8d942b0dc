import { type Facts, memberKey } from '../domain/facts/facts.ts';
import type { Table } from '../domain/facts/table.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import { acceptedVersions, type MemberRecords } from '../domain/tier/tier-case.ts';

/** A member's records among the facts; null for who is no member. */
export function memberRecordsOf(facts: Facts, programId: ProgramId, customerId: CustomerId): MemberRecords | null {
  const membership = facts.memberships.get(memberKey(programId, customerId));
  const records = customerRecordsOf(facts, programId, customerId);
  return membership === null || records === null ? null : { ...records, membership };
}

/** The same of a customer who may be no member yet. */
export function customerRecordsOf(facts: Facts, programId: ProgramId, customerId: CustomerId): Omit<MemberRecords, 'membership'> | null {
  const customer = facts.customers.get(customerId);
  if (customer === null) return null;
  const accepted = recordsBy(facts.acceptances, 'customer', customerId).filter((acceptance) => acceptance.programId === programId);
  return {
    customer,
    orders: facts.orderTallies.of(customerId),
    qualifiedInstants: facts.tallies.of(programId, customerId).qualified.all,
    feedback: recordsBy(facts.feedback, 'customer', customerId),
    acceptedTiers: acceptedVersions(accepted),
  };
}

/** In key order, as a decision's overlay gives them. */
function recordsBy<V>(table: Table<V>, index: string, entry: string): readonly V[] {
  const keys = [...table.keysBy(index, entry)].sort();
  return keys.flatMap((key) => {
    const value = table.get(key);
    return value !== null && table.indexOf(index, value) === entry ? [value] : [];
  });
}
