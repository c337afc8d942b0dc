import type { Unit } from '../ledger/unit.ts';

/** What a reward holds that is neither on a balance nor a discount. */
export type BeyondDiscount =
  | {
      readonly kind: 'donation';
      readonly unit: Unit;
      readonly amount: bigint;
      readonly originalAmount: bigint;
      readonly recipient: string;
    }
  | { readonly kind: 'perk'; readonly perk: string; readonly costMinor: bigint }
  | {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly default: string;
      readonly withinDays: number;
      /** Null = not chosen yet: `costMinor` is then that of the dearest. */
      readonly chosen: string | null;
      readonly costMinor: bigint;
    };

/** Of these, what holds a unit of a perk. */
export type PerkReward = Extract<BeyondDiscount, { kind: 'perk' | 'choice' }>;
