/** Customers, their memberships and codes, and who brought them. */
import type { Generated } from 'kysely';

export interface PersonTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly person_id: string;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly folded_name: string | null;
  readonly updated_at: Date;
}

export interface IdentityTable {
  readonly tenant_id: string;
  readonly kind: 'externalId' | 'email' | 'phone';
  readonly hash: Buffer;
  readonly customer_id: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

export interface ConsentTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly purpose: 'personal-data' | 'advertising';
  readonly given_at: Date;
  readonly text_version: string | null;
  readonly proof: string;
  readonly withdrawn_at: Date | null;
  /** SHA-256 of the text that was shown, hex; null where it is not known. */
  readonly text_hash: string | null;
  /** False while nobody knows whether the contact is the giver's own. */
  readonly is_confirmed: Generated<boolean>;
}

export interface CustomerTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly created_at: Date;
  readonly signed_up_at: Date | null;
  readonly order_count: Generated<number>;
  readonly paid_order_count: Generated<number>;
  readonly delivered_order_count: Generated<number>;
  readonly first_order_at: Date | null;
  readonly last_order_at: Date | null;
  readonly open_complaints: Generated<readonly string[]>;
  /** In the form of the log: what was closed before it was told of as opened, with the instant. */
  readonly early_closings: Generated<string>;
  readonly last_score: number | null;
  readonly merged_into: string | null;
  readonly erased_at: Date | null;
}

export interface MembershipTable {
  readonly tenant_id: string;
  readonly membership_id: string;
  readonly program_id: string;
  readonly customer_id: string;
  readonly status: 'invited' | 'active' | 'paused' | 'left' | 'blocked';
  readonly joined_at: Date | null;
}

export interface TermsAcceptanceTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly customer_id: string;
  readonly scope: string;
  readonly version_number: number;
  readonly text_hash: string;
  readonly locale: 'ru' | 'en';
  readonly method: string;
  readonly accepted_at: Date;
}

export interface TermsTextTable {
  readonly tenant_id: string;
  readonly text_hash: string;
  readonly text: string;
}

export interface CodeTable {
  readonly tenant_id: string;
  readonly code_id: string;
  readonly customer_id: string;
  readonly text: string;
  readonly folded: string;
  readonly kind: 'personal' | 'card' | 'campaign';
  readonly status: 'active' | 'retired';
  readonly created_at: Date;
  readonly retired_at: Date | null;
}

export interface ClickTable {
  readonly tenant_id: string;
  readonly click_id: string;
  readonly code_id: string | null;
  readonly kind: 'human' | 'bot' | 'prefetch' | 'head' | 'repeat' | 'preview';
  readonly address_prefix: string | null;
  readonly channel: string | null;
  readonly clicked_at: Date;
}

export interface ClickLossTable {
  readonly tenant_id: string;
  readonly day: string;
  readonly reason: string;
  readonly count: bigint;
}

export interface TouchTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly sequence: bigint;
  readonly by: 'staff' | 'code' | 'lead' | 'click' | 'claim' | 'answer';
  readonly referrer_id: string | null;
  readonly problem: string | null;
  readonly code_id: string | null;
  readonly click_id: string | null;
  readonly occurred_at: Date;
}

export interface AttributionTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly customer_id: string;
  readonly referrer_id: string | null;
  readonly by: string;
  readonly touch_at: Date | null;
  readonly version_id: string | null;
  readonly tier_id: string | null;
  readonly locked_at: Date;
  readonly was_new: boolean | null;
  readonly revision: number;
  readonly refusal: string | null;
  readonly losers: Generated<string>;
}

export interface ReferralTable {
  readonly tenant_id: string;
  readonly referral_id: string;
  readonly program_id: string;
  readonly friend_id: string;
  readonly referrer_id: string;
  readonly status: 'started' | 'joined' | 'ordered' | 'qualified' | 'refused' | 'expired' | 'reversed';
  readonly by: string;
  readonly started_at: Date;
  readonly order_id: string | null;
  readonly order_paid_at: Date | null;
  readonly order_currency: string | null;
  readonly order_minor: bigint | null;
  readonly qualifying_order_id: string | null;
  readonly rule_id: string | null;
  readonly reason: string | null;
  readonly counted_at: Date | null;
  readonly qualified_at: Date | null;
  readonly review: 'waiting' | 'denied' | null;
  readonly check_finding: 'sound' | 'doubtful' | 'fraud' | null;
  readonly checked_at: Date | null;
  readonly checked_by: string | null;
  readonly counts: Generated<string>;
  readonly qualifies_at: Date | null;
  readonly expires_at: Date | null;
  readonly hold: string | null;
}
