import type { VersionId } from '../ids.ts';

/**
 * That a referral counts for a rule of the programme (ADR 0011). A referral of a programme that counts has one for the first rule whose
 * conditions held, which says where its rules come from, and one for each rule that counts.
 */
export interface ReferralCount {
  readonly ruleId: string;
  /** Where the referral's rules come from. */
  readonly versionId: VersionId;
  readonly tierId: string | null;
  /** The natural key of the rule's rewards for it (contract.md 6.10). */
  readonly naturalKey: string;
  readonly orderId: string | null;
  readonly at: Date;
  /** Counts are decided once, in stored order (contract.md 6.4). */
  readonly sequence: bigint;
  /** By a refund or by staff: it counts no more, and never again. */
  readonly isTakenBack: boolean;
  /** Of one taken back: the legs whose gift waits for the next friend who counts for the rule. */
  readonly waitingLegs?: readonly number[];
}
