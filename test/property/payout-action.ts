/** What is done about cash: who may be paid, what is proposed for them, and how each payout goes on. */
import fc from 'fast-check';
import { pick } from './ladder-action.ts';
import { payable } from './model/model-payouts.ts';
import type { PayeeKind } from './model/model-records.ts';
import type { ShopModel } from './model/shop-model.ts';
import { CUSTOMERS } from './shop-plan.ts';
import type { StepBody } from './step.ts';

const ENDS = ['approvePayout', 'approvePayout', 'rejectPayout', 'payOut', 'payOut', 'failPayout'] as const;

export type PayoutAction =
  | { readonly do: 'payee'; readonly customer: number; readonly kind: PayeeKind }
  | { readonly do: 'propose'; readonly account: number; readonly percent: number | null }
  | { readonly do: 'settlePayout'; readonly payout: number; readonly how: (typeof ENDS)[number]; readonly isTaxed: boolean };

const any = fc.nat(1_000);

export const payoutActions: readonly fc.WeightedArbitrary<PayoutAction>[] = [
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('payee' as const),
      customer: fc.nat(CUSTOMERS.length - 1),
      kind: fc.constantFrom('individual' as const, 'individual' as const, 'selfEmployed' as const),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('propose' as const), account: any, percent: fc.constantFrom(null, null, 30, 100, 120) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('settlePayout' as const), payout: any, how: fc.constantFrom(...ENDS), isTaxed: fc.boolean() }),
  },
];

export function isOfPayouts(action: { readonly do: string }): action is PayoutAction {
  return action.do === 'payee' || action.do === 'propose' || action.do === 'settlePayout';
}

/** Mostly of the newest payouts; null = there is nothing to do it to. */
export function payoutStep(
  action: PayoutAction,
  { model, at }: { readonly model: ShopModel; readonly at: Date },
): { readonly customer: number | null; readonly body: StepBody } | null {
  switch (action.do) {
    case 'payee':
      // Mostly of who has something to be paid.
      return {
        customer: pick(payable(model.state, at), action.customer)?.owner ?? action.customer,
        body: { type: 'payee', kind: action.kind },
      };
    case 'propose': {
      const account = pick(payable(model.state, at), action.account);
      if (account === null) return null;
      const amount = action.percent === null ? null : (account.amount * BigInt(action.percent)) / 100n;
      return amount === 0n ? null : { customer: account.owner, body: { type: 'propose', program: account.program, amount } };
    }
    case 'settlePayout': {
      const payout = pick(model.state.payouts.slice(-3), action.payout);
      if (payout === null) return null;
      const { how: type, isTaxed } = action;
      const body: StepBody = type === 'approvePayout' ? { type, payout: payout.name, isTaxed } : { type, payout: payout.name };
      return { customer: payout.owner, body };
    }
  }
}
