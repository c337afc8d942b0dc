import type { Caller } from '../contract/caller.ts';
import type { CheckoutQuestion } from '../contract/checkout.endpoints.ts';
import { listBalances } from '../customers/balances.store.ts';
import { findCustomerIdByInput } from '../customers/customers.store.ts';
import { currencyUnit } from '../domain/ledger/unit.ts';
import type { ServerDeps } from '../server-deps.ts';

/** What the customer could spend now in the order's currency, minor units; 0 for a stranger. */
export async function availableCredit(deps: Pick<ServerDeps, 'db' | 'clock'>, caller: Caller, question: CheckoutQuestion): Promise<bigint> {
  const id = question.customer === undefined ? null : await findCustomerIdByInput(deps.db, caller, question.customer);
  if (id === null) return 0n;
  const balances = await listBalances(deps.db, caller, id, deps.clock.now());
  return balances.find((balance) => balance.unit === currencyUnit(question.order.total.currency))?.available ?? 0n;
}
