import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';

/** All records of the customer's person as the intake knew them when the event came, the customer's own first (contract.md 6.2, 6.5). */
export function personIds({ event }: Workspace, id: CustomerId): readonly CustomerId[] {
  return event.customer?.id === id ? [...new Set([id, ...event.customer.linkedIds])] : [id];
}
