/** Rollups (migration rollups, ADR 0016). Sums are numeric and come as text; a quarter may be infinite, which no Date is. */

interface RollupRow {
  readonly tenant_id: string;
}

interface QuarterRow extends RollupRow {
  readonly quarter: Date;
}

export interface CustomerRollupTable extends QuarterRow {
  readonly customers: bigint;
}

export interface ReferralRollupTable extends QuarterRow {
  readonly channel: string;
  readonly started: bigint;
  readonly joined: bigint;
  readonly ordered: bigint;
  readonly qualified: bigint;
  readonly lost: bigint;
}

export interface OrderRollupTable extends QuarterRow {
  readonly currency: string;
  readonly channel: string;
  readonly orders: bigint;
  readonly amount_minor: string;
}

export interface RewardRollupTable extends QuarterRow {
  readonly unit: string;
  readonly status: string;
  readonly rewards: bigint;
  readonly original_amount: string;
  readonly amount: string;
}

export interface LotRollupTable extends QuarterRow {
  readonly unit: string;
  readonly remaining: string;
}

export interface BalanceRollupTable extends RollupRow {
  readonly unit: string;
  readonly available: string;
  readonly held: string;
  readonly reserved: string;
  readonly debt: string;
}

export interface ClickRollupTable extends QuarterRow {
  readonly kind: string;
  readonly channel: string;
  readonly writer: number;
  readonly clicks: bigint;
}

export interface ShareRollupTable extends QuarterRow {
  readonly channel: string;
  readonly shares: bigint;
}
