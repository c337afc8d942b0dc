/** Who becomes a member of the model by themselves: contract.md 1. */
import { standingOrders } from './model-conditions.ts';
import type { Member } from './model-records.ts';
import { isPausedAt, join, type ModelState, versionAt } from './model-state.ts';

/** At an event of the customer's, by what runs when it is told. */
export function enrol(state: ModelState, customer: number, at: Date): void {
  for (const program of state.programs.keys()) enrolIn(state, { program, customer }, at);
}

export function enrolIn(state: ModelState, { program, customer }: Member, at: Date): void {
  const its = state.programs[program];
  const document = its === undefined ? undefined : versionAt(its, at)?.document;
  if (its === undefined || document === undefined || isPausedAt(its, at) || document.enrolment.mode !== 'automatic') return;
  const hasAll = document.enrolment.if.every((condition) => {
    if (condition.kind !== 'paidOrders' && condition.kind !== 'deliveredOrders') throw new Error('the plans enrol by counts of orders');
    return standingOrders(state, customer, condition.kind === 'paidOrders' ? 'paid' : 'delivered') >= condition.atLeast;
  });
  if (hasAll) join(state, { program, customer }, at);
}
