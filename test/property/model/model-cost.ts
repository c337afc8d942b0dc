/** What a reward of the model costs, by the benefit it gives: contract.md 6.14. */
import { costOf } from './model-access.ts';
import type { ModelReward } from './model-state.ts';

/** What a reward takes from a budget in money, as it stands. */
export function costNow({
  grant: { benefit },
  document,
  amount,
  chosen,
}: Pick<ModelReward, 'grant' | 'document' | 'amount' | 'chosen'>): bigint {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'donation':
      return amount;
    case 'points':
      return 0n;
    case 'gift':
      return benefit.costMinor;
    case 'perk':
      return costOf(document, benefit.perk);
    case 'choice':
      return chosen === null
        ? benefit.of.map((perk) => costOf(document, perk)).reduce((most, cost) => (cost > most ? cost : most))
        : costOf(document, chosen);
    case 'coupon':
      return benefit.discount.how === 'amount' ? benefit.discount.amountMinor : (benefit.discount.maxMinor ?? 0n);
  }
}
