/** Service messages by e-mail: what of a decision's messages concerns a person enough to be written to (ADR 0015). */
import type { AccessGrantId, CustomerId, ProgramId, RewardId } from '../ids.ts';
import { assertNever } from '../result.ts';
import type { AccessMessage, Message, ReferralMessage, RewardMessage } from './message.ts';

/** Of a member's own affairs; each can be declined. */
export const MEMBER_MAIL_KINDS = ['friend-joined', 'bonus-held', 'bonus-available', 'bonus-expiring', 'reward-to-collect'] as const;
/** Asked for by the person themselves, or needed to get in: sent whatever was declined. */
export const SECURITY_MAIL_KINDS = ['sign-in-code', 'staff-invitation'] as const;
export const MAIL_KINDS = [...SECURITY_MAIL_KINDS, ...MEMBER_MAIL_KINDS] as const;

export type MemberMailKind = (typeof MEMBER_MAIL_KINDS)[number];
export type SecurityMailKind = (typeof SECURITY_MAIL_KINDS)[number];
export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail to a customer. Holds ids alone: what is true, who is meant and where they are is looked up when it is sent. */
export interface MemberMail {
  readonly kind: MemberMailKind;
  /** One mail for each kind and cause, whatever happens again. */
  readonly cause: string;
  readonly customerId: CustomerId;
  readonly data: MemberMailData;
}

export interface MemberMailData {
  readonly programId: ProgramId;
  /** Whose initials may be shown, and whose state is looked at. */
  readonly friendId?: CustomerId;
  readonly rewardId?: RewardId;
  readonly grantId?: AccessGrantId;
}

/** The mail a message of a decision makes, or null where nobody needs to be written to. */
export function mailOf(message: Message): MemberMail | null {
  switch (message.about) {
    case 'referral':
      return friendJoined(message);
    case 'reward':
      return ofReward(message);
    case 'access':
      return ofAccess(message);
    case 'member':
    case 'tier':
      return null;
    default:
      return assertNever(message);
  }
}

/** A friend who orders at once never was *joined*: their first step is told, whichever it is. */
function friendJoined({ referral, type, previousStatus }: ReferralMessage): MemberMail | null {
  const isFirstStep = previousStatus === null || previousStatus === 'started';
  if (!isFirstStep || (type !== 'referral.joined' && type !== 'referral.ordered' && type !== 'referral.qualified')) return null;
  const { id, programId, friendId, referrerId } = referral;
  return { kind: 'friend-joined', cause: `referral:${id}`, customerId: referrerId, data: { programId, friendId } };
}

function ofReward({ reward, type }: RewardMessage): MemberMail | null {
  const { id, programId, customerId, benefit } = reward;
  const cause = `reward:${id}`;
  const data = { programId, rewardId: id };
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      // Whose order it came from is not kept: a share of it would tell what a friend has paid (contract.md 6.13).
      if (type === 'reward.held') return { kind: 'bonus-held', cause, customerId, data };
      return type === 'reward.issued' ? { kind: 'bonus-available', cause, customerId, data } : null;
    case 'coupon':
    case 'gift':
      // A discount of the order itself is used up as it is given.
      return type === 'reward.issued' && reward.status === 'issued' ? { kind: 'reward-to-collect', cause, customerId, data } : null;
    case 'perk':
    case 'choice':
    case 'donation':
      // Perks are told of by their grant; a donation goes to others.
      return null;
    default:
      return assertNever(benefit);
  }
}

function ofAccess({ grant, type }: AccessMessage): MemberMail | null {
  if (type !== 'access.granted') return null;
  const { id, programId, customerId } = grant;
  return { kind: 'reward-to-collect', cause: `grant:${id}`, customerId, data: { programId, grantId: id } };
}
