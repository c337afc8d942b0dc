import type { DecimalMark } from './parse-amount.ts';
import type { DateStyle } from './parse-date.ts';

/** How the values of one file are read: flags of the command, with what the tenant or the file itself says. */
export interface ImportSettings extends DateStyle {
  /** For rows that name no currency; null = such rows are refused. */
  readonly currency: string | null;
  /** For amounts such as `1,234`; null = they are refused. */
  readonly decimalMark: DecimalMark | null;
  readonly now: Date;
}
