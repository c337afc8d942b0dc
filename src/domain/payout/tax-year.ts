/** What a person got in gifts and cash in a calendar year, kept as counters so that the road finds it with everything else (0-21, 2-02). */
import type { Counter } from '../facts/counter.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
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

/** Adds to (or, with a negative amount, gives back of) a person's year. */
export function countTaxable(ws: Workspace, of: Taxable, amountMinor: bigint): void {
  addUsed(ws, taxableKey(of), amountMinor);
}

/** How the year would stand with `moreMinor` on top; all customers of the person count. Null where no threshold is known. */
export function taxYearWith(ws: Workspace, of: Taxable, personIds: readonly CustomerId[], moreMinor: bigint): TaxYear | null {
  const threshold = findTaxThreshold(of.currency, of.at);
  if (threshold === null) return null;
  const period = taxablePeriod(of);
  const usedMinor = [...new Set([of.customerId, ...personIds])]
    .flatMap((id) => ws.counters.by('customer', id))
    .filter((counter) => counter.scope === 'taxable' && counter.period === period)
    .reduce((sum, counter) => sum + counter.used, moreMinor);
  const year = period.slice(0, 4);
  return { year, currency: of.currency, usedMinor, limitMinor: threshold.amountMinor, state: taxState(usedMinor, threshold) };
}

function taxableKey(of: Taxable): Omit<Counter, 'used'> {
  return { programId: of.programId, ruleId: '', scope: 'taxable', customerId: of.customerId, period: taxablePeriod(of) };
}

/** The year in the programme's zone and the currency: `2026:RUB`. */
function taxablePeriod(of: Taxable): string {
  return `${periodKey(of.at, 'year', of.timeZone)}:${of.currency}`;
}
