/** What a programme calls its points; null of money. */
type UnitName = { readonly ru: string; readonly en: string } | null;

export interface OwedUnit {
  readonly unit: string;
  readonly unitName: UnitName;
  readonly available: string;
  readonly held: string;
  readonly debt: string;
  readonly months: readonly { readonly month: string; readonly amount: string }[];
  readonly later: string;
  readonly never: string;
}

export interface FunnelChannel {
  readonly channel: string;
  readonly started: number;
  readonly joined: number;
  readonly ordered: number;
  readonly qualified: number;
  readonly lost: number;
}

export interface Overview {
  readonly asOf: string;
  readonly day: string;
  readonly today: {
    readonly orders: number;
    readonly customers: number;
    readonly visits: number;
    readonly referrals: number;
    readonly counted: number;
    readonly rewards: number;
    readonly given: readonly { readonly unit: string; readonly unitName: UnitName; readonly amount: string }[];
  };
  readonly programs: { readonly live: number; readonly all: number };
  readonly owed: readonly OwedUnit[];
  readonly funnel: { readonly visits: number; readonly channels: readonly FunnelChannel[] };
}
