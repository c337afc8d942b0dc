import type { AccessGrant } from '../facts/access-grant.ts';
import type { PerkReward } from '../facts/reward-benefit.ts';
import type { AccessGrantId } from '../ids.ts';
import type { Unit } from '../ledger/unit.ts';

/** What an answer says of a reward that is neither value nor discount. */
export type BeyondDiscountResult =
  | { readonly kind: 'donation'; readonly unit: Unit; readonly amount: bigint; readonly recipient: string }
  | PerkResult
  | (Omit<PerkResult, 'kind' | 'perk'> & {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly default: string;
      readonly chosen: string | null;
      readonly chooseUntil: Date | null;
    });

interface PerkResult {
  readonly kind: 'perk';
  readonly perk: string;
  readonly grantId: AccessGrantId | null;
  /** Opens the invitation once; null until it is given, and where nothing is to be opened. */
  readonly token: string | null;
  readonly validUntil: Date | null;
}

/** What of the unit a reward holds is told with it. */
export type HeldAccess = Pick<AccessGrant, 'id' | 'token' | 'validUntil' | 'chooseUntil'>;

export function perkResult(benefit: PerkReward, grant: HeldAccess | null): BeyondDiscountResult {
  const held = { grantId: grant?.id ?? null, token: grant?.token ?? null, validUntil: grant?.validUntil ?? null };
  if (benefit.kind === 'perk') return { kind: 'perk', perk: benefit.perk, ...held };
  const { of, default: fallback, chosen } = benefit;
  return { kind: 'choice', of, default: fallback, chosen, chooseUntil: grant?.chooseUntil ?? null, ...held };
}
