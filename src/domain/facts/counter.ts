import type { CustomerId, ProgramId } from '../ids.ts';

/** How much of a cap or budget is used. Key: (programme, rule, scope, customer, period). */
export interface Counter {
  readonly programId: ProgramId;
  /** '' = the whole programme. */
  readonly ruleId: string;
  readonly scope: 'referrerCount' | 'referrerAmount' | 'budget' | 'taxable' | 'stock';
  /** Null for budgets. */
  readonly customerId: CustomerId | null;
  /** '2026', '2026-11', '2026-11-22' or 'life'; of `taxable` '2026:RUB'. */
  readonly period: string;
  readonly used: bigint;
}
