import type { RewardResult } from '../decision.ts';
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Membership, Referral, Reward } from '../facts/entities.ts';
import type { Standing, TierChangeReason } from '../facts/standing.ts';
import type { MessageId } from '../ids.ts';

/** Every type of message, as other systems subscribe to it: what it is about, and the state that was reached. */
export const MESSAGE_TYPES = [
  'member.joined',
  'member.paused',
  'member.left',
  'member.blocked',
  'referral.started',
  'referral.joined',
  'referral.ordered',
  'referral.qualified',
  'referral.refused',
  'referral.expired',
  'referral.reversed',
  'reward.held',
  'reward.approved',
  'reward.issued',
  'reward.delivered',
  'reward.redeemed',
  'reward.denied',
  'reward.cancelled',
  'reward.reversed',
  'reward.reduced',
  'reward.increased',
  'reward.expired',
  'tier.invited',
  'tier.entered',
  'tier.left',
  'tier.will_drop',
  'access.granted',
  'access.used',
  'access.expired',
  'access.revoked',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];
export type MemberMessageType = Extract<MessageType, `member.${string}`>;
export type ReferralMessageType = Extract<MessageType, `referral.${string}`>;
export type RewardMessageType = Extract<MessageType, `reward.${string}`>;
export type TierMessageType = Extract<MessageType, `tier.${string}`>;
export type AccessMessageType = Extract<MessageType, `access.${string}`>;

/** One change of a decision that other systems may want to hear of: ids and amounts, nothing personal. */
export type Message = { readonly id: MessageId } & MessageContent;

export type MessageContent = MemberMessage | ReferralMessage | RewardMessage | TierMessage | AccessMessage;

export interface MemberMessage {
  readonly about: 'member';
  readonly type: MemberMessageType;
  readonly membership: Membership;
  /** What it was before the event; null = there was none. */
  readonly previousStatus: Membership['status'] | null;
}

export interface ReferralMessage {
  readonly about: 'referral';
  readonly type: ReferralMessageType;
  readonly referral: Referral;
  readonly previousStatus: Referral['status'] | null;
}

export interface RewardMessage {
  readonly about: 'reward';
  readonly type: RewardMessageType;
  readonly reward: Reward;
  /** As the answer shows it. */
  readonly shown: RewardResult;
  readonly previousStatus: Reward['status'] | null;
}

/** Somebody's place on the ladder changed, or is about to. A move tells of the tier left and of the one entered. */
export interface TierMessage {
  readonly about: 'tier';
  readonly type: TierMessageType;
  readonly standing: Standing;
  /** The tier it is about: entered, left, open to them, or about to be lost. */
  readonly tierId: string;
  /** Where from and where to, for a move; null = no tier. */
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: TierChangeReason | null;
  /** When a tier will be lost unless something changes; null for the rest. */
  readonly dropsAt: Date | null;
}

/** A unit of a perk came into somebody's hands, or left them: what a platform of courses or a door listens to. */
export interface AccessMessage {
  readonly about: 'access';
  readonly type: AccessMessageType;
  readonly grant: AccessGrant;
  readonly previousStatus: AccessGrant['status'] | null;
}
