import type { Money } from '../domain/money/money.ts';
import type { Budget } from '../domain/program/document.ts';
import { type ProgramIssue, pointer } from '../domain/program/program-issue.ts';
import type { AmountForm, AmountWire, MoneyForm, MoneyWire } from './program-document-schema.ts';

/** What decoding one document knows and has found so far. */
export interface Decoding {
  readonly currency: string;
  readonly report: (issue: ProgramIssue) => void;
}

/** Minor units of the programme's currency; money of another one is reported. */
export function decodeMoney(wire: MoneyForm, at: Decoding & { readonly field: string }): bigint {
  if (wire.currency !== at.currency) {
    at.report({
      code: 'currency_mismatch',
      field: pointer(at.field, 'currency'),
      text: {
        ru: `Программа считает в ${at.currency}: укажите сумму в этой валюте.`,
        en: `The programme counts in ${at.currency}: give the amount in that currency.`,
      },
    });
  }
  return wire.amountMinor;
}

export function decodeAmount(wire: AmountForm, at: Decoding & { readonly field: string }): Budget {
  if ('points' in wire) return { unit: 'points', amount: wire.points };
  return { unit: 'money', amount: decodeMoney(wire, at) };
}

export function encodeMoney({ amountMinor, currency }: Money): MoneyWire {
  return { amountMinor: amountMinor.toString(), currency };
}

export function encodeAmount(budget: Budget, currency: string): AmountWire {
  return budget.unit === 'points' ? { points: budget.amount.toString() } : encodeMoney({ amountMinor: budget.amount, currency });
}
