/**
 * What a decision changed, for other systems (ADR 0012). Read off the workspace once, after everything is decided and before it is
 * applied: what the decision has put, against what the facts still hold. A new noun is one more line in `contentOf`.
 */
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Membership, Referral, Reward, RewardStatus } from '../facts/entities.ts';
import type { Standing } from '../facts/standing.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { MessageId } from '../ids.ts';
import { rewardResult } from '../reward/reward-result.ts';
import type { AccessMessageType, MemberMessageType, Message, MessageContent, RewardMessageType, TierMessageType } from './message.ts';

/** The messages of one decision, in a fixed order. Ids follow those the decision itself made, so they are the same at each try. */
export function messagesOf(ws: Workspace): readonly Message[] {
  return [...contentOf(ws)].map((content) => ({ id: ws.nextId<MessageId>(), ...content }));
}

function* contentOf(ws: Workspace): Iterable<MessageContent> {
  for (const membership of ws.memberships.changes()) yield* memberMessages(membership, ws.memberships.before(membership));
  for (const referral of ws.referrals.changes()) yield* referralMessages(referral, ws.referrals.before(referral));
  for (const reward of ws.rewards.changes()) yield* rewardMessages(ws, reward, ws.rewards.before(reward));
  for (const standing of ws.standings.changes()) yield* tierMessages(ws, standing, ws.standings.before(standing));
  for (const grant of ws.accessGrants.changes()) yield* accessMessages(grant, ws.accessGrants.before(grant));
}

const MEMBER_TYPES: Readonly<Record<Membership['status'], MemberMessageType | null>> = {
  invited: null,
  active: 'member.joined',
  paused: 'member.paused',
  left: 'member.left',
  blocked: 'member.blocked',
};

function* memberMessages(membership: Membership, before: Membership | null): Iterable<MessageContent> {
  const type = MEMBER_TYPES[membership.status];
  if (type === null || membership.status === before?.status) return;
  yield { about: 'member', type, membership, previousStatus: before?.status ?? null };
}

function* referralMessages(referral: Referral, before: Referral | null): Iterable<MessageContent> {
  if (referral.status === before?.status) return;
  yield { about: 'referral', type: `referral.${referral.status}`, referral, previousStatus: before?.status ?? null };
}

function* rewardMessages(ws: Workspace, reward: Reward, before: Reward | null): Iterable<MessageContent> {
  const types = before?.status === reward.status ? amountTypes(reward, before) : statusTypes(reward.status, before?.status ?? null);
  for (const type of types)
    yield { about: 'reward', type, reward, shown: rewardResult(ws, reward), previousStatus: before?.status ?? null };
}

/** The states a reward passes on its way, in their order (contract.md 1): who waits for one of them must not miss it. */
function statusTypes(status: RewardStatus, previous: RewardStatus | null): readonly RewardMessageType[] {
  switch (status) {
    case 'failed':
      return [];
    case 'issued':
      return previous === 'held' ? ['reward.approved', 'reward.issued'] : ['reward.issued'];
    case 'redeemed':
      return previous === null ? ['reward.issued', 'reward.redeemed'] : ['reward.redeemed'];
    default:
      return [`reward.${status}`];
  }
}

function amountTypes(reward: Reward, before: Reward): readonly RewardMessageType[] {
  const change = amountOf(reward) - amountOf(before);
  if (change === 0n) return [];
  return [change < 0n ? 'reward.reduced' : 'reward.increased'];
}

function amountOf({ benefit }: Reward): bigint {
  return 'amount' in benefit ? benefit.amount : 0n;
}

function* tierMessages(ws: Workspace, standing: Standing, before: Standing | null): Iterable<MessageContent> {
  const { programId, customerId, tierId: to, invitedTo, warnedOf } = standing;
  const from = before?.tierId ?? null;
  const tell = (type: TierMessageType, tierId: string, more: { readonly isMove: boolean }): MessageContent => {
    const change = ws.tierChanges.findLast((each) => each.programId === programId && each.customerId === customerId);
    const move = more.isMove ? { from, to, reason: change?.reason ?? null } : { from: null, to: null, reason: null };
    return { about: 'tier', type, standing, tierId, ...move, dropsAt: type === 'tier.will_drop' ? warnedOf : null };
  };
  if (from !== to && from !== null) yield tell('tier.left', from, { isMove: true });
  if (from !== to && to !== null) yield tell('tier.entered', to, { isMove: true });
  if (invitedTo !== null && invitedTo !== before?.invitedTo) yield tell('tier.invited', invitedTo, { isMove: false });
  if (to !== null && warnedOf !== null && warnedOf.getTime() !== before?.warnedOf?.getTime())
    yield tell('tier.will_drop', to, { isMove: false });
}

const ACCESS_TYPES: Readonly<Record<AccessGrant['status'], AccessMessageType | null>> = {
  reserved: null,
  active: 'access.granted',
  used: 'access.used',
  expired: 'access.expired',
  revoked: 'access.revoked',
};

/** What nobody had yet cannot be taken from them: a unit set aside comes and goes in silence. */
function* accessMessages(grant: AccessGrant, before: AccessGrant | null): Iterable<MessageContent> {
  const type = ACCESS_TYPES[grant.status];
  const previousStatus = before?.status ?? null;
  const wasNeverGiven = grant.status === 'revoked' && (previousStatus === null || previousStatus === 'reserved');
  if (type === null || grant.status === previousStatus || wasNeverGiven) return;
  yield { about: 'access', type, grant, previousStatus };
}
