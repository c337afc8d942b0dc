import type { Money } from '../money/money.ts';
import type { Perk } from './perk-terms.ts';
import type { TierCondition, TierDowngrade, TierExpiry, TypedMargin } from './tier-condition.ts';

/** A programme as data (contract.md 5), after parsing. Immutable once published. Amounts are minor units, rates basis points. */
export interface ProgramDocument {
  readonly name: LocalizedText;
  readonly currency: string;
  readonly timeZone: string;
  readonly points: {
    readonly name: LocalizedText /** What one point pays at a checkout; null = points cannot be spent. */;
    readonly value: Money | null;
  } | null;
  readonly enrolment: { readonly mode: EnrolmentMode; readonly if: readonly Condition[] };
  readonly attribution: { readonly windowDays: number; readonly touch: 'first' | 'last'; readonly lockAt: 'signUp' | 'firstPaidOrder' };
  readonly sharing: 'private' | 'public';
  /** How the offer is told: as a reward, or as a gift of the member's to their friend (0-23); absent = a reward. */
  readonly offerStyle?: 'gift';
  /** What an advertisement must carry, where posts to everybody are rewarded; absent = private sharing only. */
  readonly marking?: AdMarking;
  readonly percentOf: { readonly tax: 'included' | 'excluded' };
  /** What a reversal does when the member has already spent the value (contract.md 6.9). */
  readonly shortfall: 'debt' | 'clamp';
  /** The whole programme's budget; a rule may have one of its own beside it. */
  readonly budget: Budget | null;
  readonly rules: readonly Rule[];
  /** What members can have beside discounts; absent = nothing. */
  readonly perks?: readonly Perk[];
  /** A ladder, lowest first (ADR 0011). */
  readonly tiers: readonly Tier[];
  /** What orders without known cost earn; null = nothing is known of their margin. */
  readonly margin: TypedMargin | null;
  /** What the business stands for, told on the pages of friends (4-11); absent = nothing. */
  readonly story?: ProgramStory;
}

export interface ProgramStory {
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  /** Shown only from the business's own domains; null = no picture. */
  readonly imageUrl: string | null;
}

/** A place on the ladder; each one's entry stands alone, and the highest that holds is earned. */
export interface Tier {
  readonly id: string;
  readonly name: LocalizedText;
  readonly badge: LocalizedText | null;
  readonly greeting: LocalizedText | null;
  /** The owner's words to who enters. */
  readonly thankYou: LocalizedText | null;
  /** `partnerTerms`: who meets the conditions is invited and enters by accepting. */
  readonly entry: { readonly if: readonly TierCondition[]; readonly acceptance: 'none' | 'partnerTerms' };
  /** Null = the conditions of entry. */
  readonly keep: readonly TierCondition[] | null;
  /** Null = for life. */
  readonly expiry: TierExpiry | null;
  readonly downgrade: TierDowngrade;
  readonly graceDays: number;
  /** How long before a loss that time alone brings it is told. */
  readonly warnDays: number;
  /** Ids of the document's perks its members may have. */
  readonly perks: readonly string[];
  /** Ids of the programme's own rules that do not apply to its members: its rules stand in for them. */
  readonly replaces: readonly string[];
  readonly rules: readonly Rule[];
}

/** The mark of an advertisement (field.md 5.17): its token from the operator of advertising data, and who advertises. */
export interface AdMarking {
  readonly erid: string;
  readonly advertiser: string;
}

export interface LocalizedText {
  readonly ru: string;
  readonly en: string;
}

export type EnrolmentMode = 'automatic' | 'optIn' | 'staff';

export interface Rule {
  readonly id: string;
  readonly on: RuleTrigger;
  readonly if: readonly Condition[];
  readonly grant: readonly Grant[];
  readonly caps: { readonly perReferrer: PerReferrerCap | null; readonly budget: Budget | null };
}

/** An event type a rule may listen to; `custom.<name>` is the shop's own. */
export type RuleTrigger =
  | 'order.placed'
  | 'order.paid'
  | 'order.delivered'
  | 'member.signed_up'
  | 'referral.registered'
  | 'feedback.given'
  | 'tier.entered'
  | 'referral.qualified'
  | `custom.${string}`;

export type Beneficiary = 'referrer' | 'friend' | 'buyer';

export interface Grant {
  readonly to: Beneficiary;
  readonly benefit: Benefit;
  readonly hold: Hold | null;
  /** Life of the lot in calendar days of the programme's zone; null = never expires. */
  readonly expiresAfterDays: number | null;
  readonly accrue: 'whenPaid' | 'perPayment';
}

export interface Hold {
  /** Calendar days from `from`; null = no date reason. */
  readonly days: number | null;
  readonly from: 'delivery' | 'payment';
  /** The date used while no delivery is known; null = stays open until delivery. */
  readonly orFromPaymentDays: number | null;
  /** Reasons only a person can end. */
  readonly reasons: readonly PersonHoldReason[];
}

export type PersonHoldReason = 'review' | 'payer-consent' | 'tax-data';
export type DateHoldReason = 'return-window';
export type HoldReason = DateHoldReason | PersonHoldReason;

export interface Budget {
  readonly unit: 'money' | 'points';
  /** Minor units of the programme's currency, or whole points. */
  readonly amount: bigint;
}

export interface PerReferrerCap {
  readonly count: number | null;
  readonly amount: bigint | null;
  readonly per: CapPeriod;
}

export type CapPeriod = 'day' | 'month' | 'year' | 'life';

export type Benefit = ValueBenefit | CouponBenefit | GiftBenefit | PerkBenefit | ChoiceBenefit | DonationBenefit;

/** Credit, commission and points: value that moves through the ledger. */
export type ValueBenefit =
  | { readonly kind: 'credit' | 'commission'; readonly how: 'fixed'; readonly amountMinor: bigint }
  | {
      readonly kind: 'credit' | 'commission';
      readonly how: 'percent';
      readonly basisPoints: bigint;
      readonly maxMinor: bigint | null;
      readonly of: 'base' | 'matchingLines';
    }
  | { readonly kind: 'points'; readonly how: 'fixed'; readonly points: bigint }
  | {
      readonly kind: 'points';
      readonly how: 'per';
      readonly perMinor: bigint;
      readonly points: bigint;
      readonly maxPoints: bigint | null;
      readonly of: 'base' | 'matchingLines';
    }
  | { readonly kind: 'credit' | 'commission' | 'points'; readonly how: 'steps'; readonly steps: Steps };

/**
 * A bonus that grows with the referrer's counted referrals (requirement 0-17). With n of them in the period: `marginal`, each is worth
 * the amount of its own step; `retroactive`, all n are worth the amount of the step n stands on; `milestone`, each step reached pays its
 * amount once.
 */
export interface Steps {
  readonly mode: 'marginal' | 'retroactive' | 'milestone';
  /** When the count begins anew: never, or with each calendar year or month of the programme's zone. */
  readonly per: 'life' | 'year' | 'month';
  /** Rising by `from`. */
  readonly table: readonly Step[];
}

export interface Step {
  /** The first count it is for, from 1. */
  readonly from: number;
  /** Minor units of the programme's currency, or whole points. */
  readonly amount: bigint;
}

export interface CouponBenefit {
  readonly kind: 'coupon';
  readonly discount: CouponDiscount;
  readonly use: 'thisOrder' | 'nextOrder';
  readonly validDays: number | null;
  readonly stackable: boolean;
}

export type CouponDiscount =
  | { readonly how: 'percent'; readonly basisPoints: bigint; readonly maxMinor: bigint | null }
  | { readonly how: 'amount'; readonly amountMinor: bigint }
  | { readonly how: 'freeDelivery'; readonly maxMinor: bigint | null };

export interface GiftBenefit {
  readonly kind: 'gift';
  readonly sku: string;
  readonly costMinor: bigint;
}

/** One unit of a perk of the document. */
export interface PerkBenefit {
  readonly kind: 'perk';
  readonly perk: string;
}

/** One perk of several, by the receiver's choice; the default when they have not chosen in time. */
export interface ChoiceBenefit {
  readonly kind: 'choice';
  readonly of: readonly string[];
  readonly default: string;
  /** Calendar days from when nothing holds the reward any more. */
  readonly withinDays: number;
}

/** Money given away in the receiver's name: it leaves the business, not to a balance but to `recipient`. */
export type DonationBenefit = { readonly kind: 'donation'; readonly recipient: string } & (
  | { readonly how: 'fixed'; readonly amountMinor: bigint }
  | { readonly how: 'percent'; readonly basisPoints: bigint; readonly maxMinor: bigint | null; readonly of: 'base' | 'matchingLines' }
);

export type Condition =
  | { readonly kind: 'newCustomer'; readonly is: boolean }
  /** The friend was a new customer at their first order under the attribution, whatever they have bought since. */
  | { readonly kind: 'referredAsNew'; readonly is: boolean }
  | { readonly kind: 'orderNumber'; readonly is: number | null; readonly atLeast: number | null }
  | { readonly kind: 'paid'; readonly atLeastMinor: bigint }
  | { readonly kind: 'deliveredOrders'; readonly atLeast: number }
  | { readonly kind: 'paidOrders'; readonly atLeast: number }
  | { readonly kind: 'sku'; readonly in: readonly string[] }
  | { readonly kind: 'category'; readonly in: readonly string[] }
  | { readonly kind: 'channel'; readonly in: readonly string[] }
  | { readonly kind: 'currency'; readonly in: readonly string[] }
  | { readonly kind: 'daysSince'; readonly event: DaysSinceEvent; readonly atLeast: number | null; readonly atMost: number | null }
  /** Calendar months of the programme's zone, the end included. */
  | { readonly kind: 'monthsSince'; readonly event: DaysSinceEvent; readonly atMost: number }
  /** Which of the referrer's counted referrals this one is. */
  | { readonly kind: 'referralNumber'; readonly is: number | null; readonly atLeast: number | null };

export type DaysSinceEvent = 'firstPaidOrder' | 'lastPaidOrder' | 'signUp' | 'touch' | 'joined';

/** A rule is a referral rule when it rewards a referrer or a friend: it then needs a referral and is pinned to the referral's version. */
export function isReferralRule(rule: Rule): boolean {
  return rule.grant.some((grant) => grant.to !== 'buyer');
}
