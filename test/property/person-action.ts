/** What happens to a person as a whole: two records of theirs become one, or what is known of them goes. */
import fc from 'fast-check';
import type { StepAction } from './shop-action.ts';
import { CUSTOMERS } from './shop-plan.ts';

const customer = fc.nat(CUSTOMERS.length - 1);

export const mergeActions: readonly fc.WeightedArbitrary<StepAction>[] = [
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), customer, from: customer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), customer, retiresCodes: fc.boolean() }) },
];
