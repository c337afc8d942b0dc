/** What the programme linter says (requirements 0-01, 0-07): a reason, its evidence, what it costs in the shop's own numbers, what to do. */

import type { LocalizedText } from '../document.ts';

/** The closed set of checks, in the order in which their advice is given. */
export const CHECKS = [
  'pay-for-recruitment',
  'reward-above-margin',
  'flat-discount-for-all',
  'no-minimum-order',
  'fixed-above-minimum',
  'percent-without-max',
  'reward-below-notice',
  'only-price-rewards',
  'margin-unknown',
  'stack-above-share',
  'reward-below-handling',
  'tax-inside-percent',
  'no-referrer-cap',
  'no-budget',
  'no-hold',
  'hold-shorter-than-returns',
  'hold-waits-for-delivery',
  'all-reviewed-by-hand',
  'debts-forgiven',
  'never-expires',
  'expires-before-next-order',
  'points-cannot-be-spent',
  'window-shorter-than-cycle',
  'window-very-long',
  'lock-before-order',
  'last-touch-in-public',
  'friend-gets-nothing',
  'gift-offer-without-gift',
  'referrer-gains-more',
  'existing-customers-rewarded',
  'pays-regular-purchases',
  'sign-up-rewarded',
  'paid-per-event',
  'cash-without-tax-data',
  'gift-above-threshold',
  'public-sharing-for-reward',
  'terms-missing',
  'programmes-overlap',
  'rules-overlap',
  'orders-in-another-currency',
  'minimum-above-orders',
  'steps-cliff',
  'friend-number-out-of-reach',
  'tier-out-of-reach',
  'tier-for-everybody',
  'tier-changes-nothing',
  'tier-ends-before-next-order',
  'tiers-by-spend-alone',
  'tier-without-grace',
  'perk-without-capacity',
  'perk-capacity-too-small',
] as const;

export type Check = (typeof CHECKS)[number];

/** An error stops publishing, a warning needs a typed reason, a note is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

export interface Advice {
  readonly check: Check;
  readonly severity: Severity;
  /** An error that a typed reason overrides (1-05); never true of a warning or a note, nor of what is simply forbidden. */
  readonly canOverride: boolean;
  readonly where: Place;
  readonly reason: LocalizedText;
  readonly evidence: Evidence;
  readonly cost: Cost | null;
  readonly suggestion: Suggestion;
}

/** `path` is a JSON pointer into the document. */
export interface Place {
  readonly path: string;
  readonly ruleId: string | null;
  readonly tierId: string | null;
  readonly perkId: string | null;
}

export interface Evidence {
  readonly text: LocalizedText;
  readonly source: LocalizedText;
  /** Of the source; null for one's own orders, arithmetic and conventions. */
  readonly year: number | null;
  readonly trust: Trust;
}

/** How far a source can be trusted: a controlled study, a vendor's figure, complaints of users, common practice, law, arithmetic … */
export type Trust = 'study' | 'vendor' | 'complaint' | 'practice' | 'law' | 'arithmetic' | 'own-orders' | 'convention';

/** Minor units of the programme's currency, at least, as far as the shop's figures can tell. */
export interface Cost {
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly per: 'order' | 'month' | 'year';
  readonly how: LocalizedText;
}

export interface Suggestion extends LocalizedText {
  /** A value to set at a JSON pointer of the document on the wire; absent where a person has to choose. */
  readonly patch?: { readonly path: string; readonly value: unknown };
}

/** What one check finds at one place; which check, and how grave it is, its definition says. */
export type Finding = Pick<Advice, 'where' | 'reason' | 'evidence' | 'cost' | 'suggestion'>;
