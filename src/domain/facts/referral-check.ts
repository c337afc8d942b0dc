/** What a person found who looked at a referral (2-13). It moves no reward: denying, correcting and blocking are acts of their own. */
export type ReferralFinding = 'sound' | 'doubtful' | 'fraud';

export interface ReferralCheck {
  readonly finding: ReferralFinding;
  readonly at: Date;
  /** An opaque name; null where the key named nobody. */
  readonly by: string | null;
}
