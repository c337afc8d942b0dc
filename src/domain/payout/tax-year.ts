/** What a person got in gifts and cash in a calendar year, kept as counters so that the road finds it with everything else (0-21, 2-02). */
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { personIds } from '../member/person.ts';
import { addUsed } from '../reward/counters.ts';
import { periodKey } from '../time/calendar.ts';
import { findTaxThreshold, type TaxState, taxState } from './tax-thresholds.ts';

export interface Taxable {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly currency: string;
  readonly at: Date;
  readonly timeZone: string;
}

export interface TaxYear {
  readonly year: string;
  readonly currency: string;
  readonly usedMinor: bigint;
  readonly limitMinor: bigint;
  readonly state: TaxState;
}

/** The year in the programme's zone and the currency: `2026:RUB`. */
export function taxablePeriod(of: Pick<Taxable, 'at' | 'timeZone' | 'currency'>): string {
  return `${periodKey(of.at, 'year', of.timeZone)}:${of.currency}`;
}

/** Adds to (or, with a negative amount, gives back of) a period that is known already. */
export function countInPeriod(ws: Workspace, of: Pick<Taxable, 'programId' | 'customerId'>, period: string, amountMinor: bigint): void {
  addUsed(ws, { programId: of.programId, ruleId: '', scope: 'taxable', customerId: of.customerId, period }, amountMinor);
}

/** Adds to (or, with a negative amount, gives back of) a person's year. */
export function countTaxable(ws: Workspace, of: Taxable, amountMinor: bigint): void {
  countInPeriod(ws, of, taxablePeriod(of), amountMinor);
}

/** How the year would stand with `moreMinor` on top; all customers of the person count. Null where no threshold is known. */
export function taxYearWith(ws: Workspace, of: Taxable, moreMinor: bigint): TaxYear | null {
  const threshold = findTaxThreshold(of.currency, of.at);
  if (threshold === null) return null;
  const period = taxablePeriod(of);
  const usedMinor = personIds(ws, of.customerId)
    .flatMap((id) => ws.counters.by('customer', id))
    .filter((counter) => counter.scope === 'taxable' && counter.period === period)
    .reduce((sum, counter) => sum + counter.used, moreMinor);
  const year = period.slice(0, 4);
  return { year, currency: of.currency, usedMinor, limitMinor: threshold.amountMinor, state: taxState(usedMinor, threshold) };
}
