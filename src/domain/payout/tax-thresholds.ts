/**
 * How much a private person may get in gifts and cash in a calendar year before tax has to be dealt with, by currency and date. Dated data, not
 * code: a new law is a new line. Engineering input, to be checked by an accountant.
 */
export interface TaxThreshold {
  readonly currency: string;
  /** In force for things given from this instant on (UTC midnight is near enough: years are counted in the programme's zone). */
  readonly from: Date;
  readonly amountMinor: bigint;
  readonly source: string;
}

export const TAX_THRESHOLDS: readonly TaxThreshold[] = [
  { currency: 'RUB', from: new Date('2006-01-01T00:00:00Z'), amountMinor: 400_000n, source: 'НК РФ, ст. 217, п. 28: 4 000 ₽' },
  { currency: 'USD', from: new Date('1954-01-01T00:00:00Z'), amountMinor: 60_000n, source: 'IRC § 6041: 600 USD (1099-NEC/MISC)' },
  { currency: 'USD', from: new Date('2026-01-01T00:00:00Z'), amountMinor: 200_000n, source: 'IRC § 6041 as amended in 2025: 2,000 USD' },
];

/** The threshold in force, or null where none is known for the currency. */
export function findTaxThreshold(currency: string, at: Date): TaxThreshold | null {
  let found: TaxThreshold | null = null;
  for (const threshold of TAX_THRESHOLDS) {
    if (threshold.currency === currency && threshold.from <= at && (found === null || threshold.from >= found.from)) found = threshold;
  }
  return found;
}

export type TaxState = 'clear' | 'near' | 'over';

/**
 * `near` from 80 % on, `over` from 100 % on. In Russia what equals the threshold is still free of tax, in the United States it is reported: holding
 * at the threshold itself is the careful reading of both.
 */
export function taxState(totalMinor: bigint, threshold: TaxThreshold | null): TaxState {
  if (threshold === null) return 'clear';
  if (totalMinor >= threshold.amountMinor) return 'over';
  return totalMinor * 5n >= threshold.amountMinor * 4n ? 'near' : 'clear';
}
