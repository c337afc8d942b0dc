/** What happens to a person as a whole: two records of theirs become one, or what is known of them goes. */
import fc from 'fast-check';
import { pick } from './ladder-action.ts';
import type { ShopModel } from './model/shop-model.ts';
import { CUSTOMERS } from './shop-plan.ts';
import type { StepBody } from './step.ts';

export type PersonAction =
  | { readonly do: 'erase'; readonly customer: number; readonly retiresCodes?: boolean }
  | {
      readonly do: 'merge';
      readonly customer: number;
      readonly from: number;
      /** Who is merged with another one instead, of those who stand in a tier. */
      readonly standing?: { readonly index: number; readonly goesOn: boolean } | null;
    };

const customer = fc.nat(CUSTOMERS.length - 1);

/** Mostly of somebody who stands on a ladder, whichever of the two goes on. */
const merge = fc.record({
  do: fc.constant('merge' as const),
  customer,
  from: customer,
  standing: fc.option(fc.record({ index: fc.nat(1_000), goesOn: fc.boolean() }), { freq: 4, nil: null }),
});

export const mergeActions: readonly fc.WeightedArbitrary<PersonAction>[] = [
  { weight: 4, arbitrary: merge },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), customer, retiresCodes: fc.boolean() }) },
];

/** The drawn ones, where nobody stands anywhere. */
export function mergeBody(
  { customer: into, from, standing }: Extract<PersonAction, { readonly do: 'merge' }>,
  model: ShopModel,
): Extract<StepBody, { readonly type: 'merge' }> {
  const { standings, mergedInto } = model.state;
  const inTiers = [...standings].flatMap(([place, { tier }]) => (tier === null ? [] : [Number(place.split('/')[1])]));
  const one = standing == null ? null : pick(inTiers, standing.index);
  if (standing == null || one === null) return { type: 'merge', from, into };
  const others = [...CUSTOMERS.keys()].filter((other) => other !== one && !mergedInto.has(other));
  const other = pick(others, into) ?? into;
  return standing.goesOn ? { type: 'merge', from: other, into: one } : { type: 'merge', from: one, into: other };
}
