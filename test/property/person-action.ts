/** What happens to a person as a whole: two records of theirs become one. */
import fc from 'fast-check';
import type { StepAction } from './shop-action.ts';
import { CUSTOMERS } from './shop-plan.ts';

const customer = fc.nat(CUSTOMERS.length - 1);

export const mergeActions: readonly fc.WeightedArbitrary<StepAction>[] = [
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), customer, from: customer }) },
];
