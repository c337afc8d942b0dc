import type { Steps } from '../domain/program/document.ts';
import { pointer } from '../domain/program/program-issue.ts';
import { type Decoding, decodeMoney } from './program-document-amount.ts';
import type { MoneyBenefitForm, MoneyWire, PointsBenefitForm } from './program-document-schema.ts';

type MoneySteps = NonNullable<MoneyBenefitForm['steps']>;
type PointsSteps = NonNullable<PointsBenefitForm['steps']>;
type Table<Row> = { readonly mode: Steps['mode']; readonly per: Steps['per']; readonly table: Row[] };

/** Amounts in the programme's currency; those of another one are reported. */
export function decodeMoneySteps({ mode, per, table }: MoneySteps, at: Decoding & { readonly field: string }): Steps {
  const field = pointer(at.field, 'table');
  return {
    mode,
    per: per ?? 'life',
    table: table.map(({ from, amount }, index) => ({
      from,
      amount: decodeMoney(amount, { ...at, field: pointer(pointer(field, index), 'amount') }),
    })),
  };
}

export function decodePointsSteps({ mode, per, table }: PointsSteps): Steps {
  return { mode, per: per ?? 'life', table: table.map(({ from, points }) => ({ from, amount: points })) };
}

export function encodeMoneySteps(
  { mode, per, table }: Steps,
  money: (amountMinor: bigint) => MoneyWire,
): Table<{ from: number; amount: MoneyWire }> {
  return { mode, per, table: table.map(({ from, amount }) => ({ from, amount: money(amount) })) };
}

export function encodePointsSteps({ mode, per, table }: Steps): Table<{ from: number; points: string }> {
  return { mode, per, table: table.map(({ from, amount }) => ({ from, points: amount.toString() })) };
}
