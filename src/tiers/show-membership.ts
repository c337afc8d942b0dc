import type { Caller } from '../contract/caller.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { findCustomerId, listMemberships } from '../customers/customers.store.ts';
import type { ProgramId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { type ShownMembership, showMemberships } from '../terms/membership-terms.ts';

/** One membership as it stands now; `customer` is the shop's own id or `cus_…`. */
export async function showMembership(
  deps: ServerDeps,
  caller: Caller,
  of: { readonly customer: string; readonly programId: ProgramId },
): Promise<Result<ShownMembership, Problem>> {
  const customerId = await findCustomerId(deps.db, caller, of.customer);
  if (customerId === null) return err(problem('customer_unknown', 'id'));
  const memberships = (await listMemberships(deps.db, caller, customerId)).filter(({ programId }) => programId === of.programId);
  const [shown] = await showMemberships(deps, caller, { customerId, memberships, now: deps.clock.now() });
  return shown === undefined ? err(problem('membership_unknown', 'programId')) : ok(shown);
}
