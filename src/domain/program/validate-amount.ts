import { MAX_INT64 } from '../money/money.ts';
import type { ProgramIssue } from './program-issue.ts';

const MAX_BASIS_POINTS = 10_000n;

/** Minor units or whole points above zero that fit a database column. */
export function checkPositiveAmount(amount: bigint, field: string): ProgramIssue[] {
  if (amount > 0n) return checkStorableAmount(amount, field);
  return [{ code: 'amount_not_positive', field, text: { ru: 'Сумма должна быть больше нуля.', en: 'The amount must be above zero.' } }];
}

/** Minor units or whole points, zero allowed, that fit a database column. */
export function checkStorableAmount(amount: bigint, field: string): ProgramIssue[] {
  if (amount < 0n) {
    return [
      { code: 'amount_not_positive', field, text: { ru: 'Сумма не может быть отрицательной.', en: 'The amount cannot be negative.' } },
    ];
  }
  if (amount <= MAX_INT64) return [];
  return [
    {
      code: 'amount_too_large',
      field,
      text: { ru: `Сумма больше наибольшей возможной: ${MAX_INT64}.`, en: `The amount is above the largest possible one: ${MAX_INT64}.` },
    },
  ];
}

/** A rate above zero and at most 100 %, in basis points. */
export function checkRate(basisPoints: bigint, field: string): ProgramIssue[] {
  if (basisPoints >= 1n && basisPoints <= MAX_BASIS_POINTS) return [];
  return [
    {
      code: 'rate_out_of_range',
      field,
      text: {
        ru: 'Процент указывается в базисных пунктах от 1 (0,01 %) до 10000 (100 %).',
        en: 'A percentage is given in basis points, from 1 (0.01 %) to 10000 (100 %).',
      },
    },
  ];
}
