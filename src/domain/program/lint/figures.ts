import type { LocalizedText, ProgramDocument } from '../document.ts';
import type { TypedMargin } from '../tier-condition.ts';

/**
 * What a shop's own history says, as far as the linter asks. Money in minor units of `currency`, without delivery; counts are of
 * paid orders in that currency, imported ones too.
 */
export interface LintFigures {
  readonly currency: string;
  readonly orders: number;
  readonly customers: number;
  readonly medianOrderMinor: bigint;
  readonly meanOrderMinor: bigint;
  readonly largestOrderMinor: bigint;
  /** Whole days; null while nobody has ordered twice. */
  readonly medianDaysBetweenOrders: number | null;
  /** Gross margin of the lines whose cost is known. */
  readonly margin: { readonly basisPoints: bigint; readonly orders: number } | null;
  readonly refundRateBasisPoints: bigint;
  /** Averages over the last year of orders (fewer months where there are fewer), rounded down. */
  readonly ordersPerMonth: bigint;
  readonly firstOrdersPerMonth: bigint;
  /** Share of the orders that were not their customer's first. */
  readonly repeatOrdersBasisPoints: bigint;
  readonly deliveredOrders: number;
  /** Paid orders in other currencies. */
  readonly otherCurrencyOrders: number;
  /** For each minimum the document asks for, as digits of minor units: orders below it. */
  readonly ordersBelow: ReadonlyMap<string, number>;
  /** For each tier that history can be asked about: customers who have ever met its entry, by id of the tier. */
  readonly tierReach: ReadonlyMap<string, number>;
  /** The most referrals any customer has brought to an order; 0 without referrals. */
  readonly mostReferrals: number;
}

/** What the owner typed about the business as a whole. */
export interface OwnerFigures {
  readonly margin: TypedMargin | null;
  /** What giving out one reward costs in work, whatever it is worth. */
  readonly handlingCost: { readonly amountMinor: bigint; readonly currency: string } | null;
}

export const NOTHING_TYPED: OwnerFigures = { margin: null, handlingCost: null };

/** Another programme that runs beside the one looked at. */
export interface OtherProgram {
  readonly name: LocalizedText;
  readonly document: ProgramDocument;
}
