import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';

/**
 * All records of the customer's person as the intake knew them when the event came, the customer's own first (contract.md 6.2, 6.5). What is
 * learned of anybody but the event's own customer goes into the log with the event.
 */
export function personIds(ws: Workspace, id: CustomerId): readonly CustomerId[] {
  const { customer } = ws.event;
  const own = customer === null ? [] : [customer.id, ...customer.linkedIds];
  if (own.includes(id)) return firstOf(id, own);
  const records = ws.event.persons?.find((group) => group.includes(id)) ?? ws.persons.recordsOf(id);
  if (records.length < 2) return [id];
  if (!ws.metPersons.some((group) => group.includes(id))) ws.metPersons.push([...records].sort());
  return firstOf(id, records);
}

/** Who stands for the customer now: the one they were merged into, and so on (contract.md 6.5). */
export function survivorOf(ws: Workspace, id: CustomerId): CustomerId {
  let current = id;
  for (let next = ws.customers.get(id)?.mergedInto ?? null; next !== null; next = ws.customers.get(current)?.mergedInto ?? null)
    current = next;
  return current;
}

function firstOf(id: CustomerId, records: readonly CustomerId[]): readonly CustomerId[] {
  return [...new Set([id, ...records])];
}
