import type { RewardResult } from '../decision.ts';
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Membership, Referral, Reward } from '../facts/entities.ts';
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
  'access.granted',
  'access.used',
  'access.expired',
  'access.revoked',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];
export type MemberMessageType = Extract<MessageType, `member.${string}`>;
export type ReferralMessageType = Extract<MessageType, `referral.${string}`>;
export type RewardMessageType = Extract<MessageType, `reward.${string}`>;
export type AccessMessageType = Extract<MessageType, `access.${string}`>;

/** One change of a decision that other systems may want to hear of: ids and amounts, nothing personal. */
export type Message = { readonly id: MessageId } & MessageContent;

export type MessageContent = MemberMessage | ReferralMessage | RewardMessage | AccessMessage;

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

/** A unit of a perk came into somebody's hands, or left them: what a platform of courses or a door listens to. */
export interface AccessMessage {
  readonly about: 'access';
  readonly type: AccessMessageType;
  readonly grant: AccessGrant;
  readonly previousStatus: AccessGrant['status'] | null;
}
