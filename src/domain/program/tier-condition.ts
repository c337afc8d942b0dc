/**
 * What a tier may ask of a member (ADR 0011): a closed union of its own, looked at over history at a date and not at one event.
 * A window of N days is the N local calendar days up to and including today in the programme's zone; null = for life.
 */
export type TierCondition =
  /** Orders paid whole and not refunded whole since. */
  | { readonly kind: 'paidOrders'; readonly atLeast: number; readonly withinDays: number | null }
  /** What those orders came to: their reward base, less what was refunded. Minor units of the programme's currency. */
  | { readonly kind: 'spend'; readonly atLeastMinor: bigint; readonly withinDays: number | null }
  /** What was earned on them: from the lines' cost, else from the programme's typed share. */
  | { readonly kind: 'margin'; readonly atLeastMinor: bigint; readonly withinDays: number | null }
  /** Referrals of the programme that have qualified and still are, and that no person reviews or has denied. */
  | { readonly kind: 'qualifiedReferrals'; readonly atLeast: number; readonly withinDays: number | null }
  | { readonly kind: 'scoresGiven'; readonly atLeast: number; readonly withinDays: number | null }
  /** The latest score. Who gave none is not stopped by it unless `required`. */
  | { readonly kind: 'score'; readonly atLeast: number; readonly required: boolean }
  | { readonly kind: 'noOpenComplaint' }
  /** Calendar days since joining the programme. */
  | { readonly kind: 'daysSinceJoining'; readonly atLeast: number };

/** The end of a tier's term: so many days or calendar months after it began, or the next such day of a year. The last local day is included. */
export type TierExpiry =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number };

/** What losing a tier leads to: nothing, the tier below (one for each local day), or at once the tier that is still earned. */
export type TierDowngrade = 'none' | 'oneStep' | 'toEarned';

/** Shares of the base taken for margin where no cost is known. Basis points. */
export interface TypedMargin {
  readonly basisPoints: bigint;
  readonly categories: readonly { readonly category: string; readonly basisPoints: bigint }[];
}
