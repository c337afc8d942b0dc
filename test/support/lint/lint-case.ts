/** What a case of a check is made of. */
import type { Benefit, Grant, ProgramDocument } from '../../../src/domain/program/document.ts';
import type { LintKnowledge } from '../../../src/domain/program/lint/check.ts';
import { CAREFUL, KNOWN, MUG, ruled, TO_FRIEND, TO_REFERRER } from '../lint-builders.ts';

export type Case = readonly [document: ProgramDocument, known: LintKnowledge];

export interface LintCase {
  readonly fires: Case;
  /** Numbers of the document or the shop, as each language writes them. */
  readonly says: { readonly ru: readonly string[]; readonly en: readonly string[] };
  readonly rests: Case;
}

export const credit = (amountMinor: bigint): Benefit => ({ kind: 'credit', how: 'fixed', amountMinor });
export const share = (basisPoints: bigint, maxMinor: bigint | null = null): Benefit => ({
  kind: 'credit',
  how: 'percent',
  basisPoints,
  maxMinor,
  of: 'base',
});
export const off = (basisPoints: bigint, more: Partial<Extract<Benefit, { kind: 'coupon' }>> = {}): Benefit => ({
  kind: 'coupon',
  discount: { how: 'percent', basisPoints, maxMinor: null },
  use: 'thisOrder',
  validDays: null,
  stackable: false,
  ...more,
});
export const cash: Grant = { ...TO_REFERRER, benefit: { kind: 'commission', how: 'fixed', amountMinor: 50_000n } };
export const buyer = (benefit: Benefit): Grant => ({ ...TO_FRIEND, to: 'buyer', benefit });
export const leg = (grant: Partial<Grant>): ProgramDocument => ruled({ grant: [{ ...TO_REFERRER, ...grant }, TO_FRIEND, MUG] });
export const attributed = (attribution: Partial<ProgramDocument['attribution']>, more: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...CAREFUL,
  ...more,
  attribution: { ...CAREFUL.attribution, ...attribution },
});
export const steps = (mode: 'marginal' | 'retroactive'): ProgramDocument =>
  leg({
    benefit: {
      kind: 'credit',
      how: 'steps',
      steps: {
        mode,
        per: 'life',
        table: [
          { from: 1, amount: 10_000n },
          { from: 10, amount: 20_000n },
        ],
      },
    },
  });
export const spent = (atLeastMinor: bigint) => ({ if: [{ kind: 'spend', atLeastMinor, withinDays: null }], acceptance: 'none' }) as const;
export const quiet: Case = [CAREFUL, KNOWN];
export const cashback = ruled({ id: 'cashback', if: [], grant: [buyer(share(500n, 50_000n))], caps: { perReferrer: null, budget: null } });
