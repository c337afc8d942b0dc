/** Records of the model that turned out to be one customer: contract.md 6.5, ADR 0021. */
import type { Step } from '../step.ts';
import type { ModelOrder, ModelState } from './model-state.ts';

/** Who stands for the customer now. */
export function survivorOf(state: ModelState, customer: number): number {
  const into = state.mergedInto.get(customer);
  return into === undefined ? customer : survivorOf(state, into);
}

/** The record whose referral an order speaks to. */
export function recordOf(order: ModelOrder, program: number): number {
  return order.records.get(program) ?? order.customer;
}

/** Names of a record that ended mean the one it was merged into. */
export function meantBy(state: ModelState, step: Step): Step {
  const meant = (customer: number | null): number | null => (customer === null ? null : survivorOf(state, customer));
  // A code that answers no more names nobody.
  const code = step.code === 'unknown' || (step.code !== null && state.retired.has(step.code)) ? 'unknown' : meant(step.code);
  const body = step.body.type === 'correct' ? { ...step.body, referrer: survivorOf(state, step.body.referrer) } : step.body;
  return { ...step, customer: meant(step.customer), code, lead: meant(step.lead), body };
}
