/** What is remembered of the order that made a referral *ordered*: enough to count it without reading it again. */
export interface FirstOrder {
  readonly paidAt: Date;
  readonly currency: string;
  readonly totalMinor: bigint;
}
