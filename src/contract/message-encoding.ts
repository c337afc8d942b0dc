import { wireId } from '../domain/ids.ts';
import type { MessageContent } from '../domain/messages/message.ts';
import { assertNever } from '../domain/result.ts';
import { rewardResultToWire } from './event-answer.ts';
import { idToWire, timeToWire } from './resource-encoding.ts';

/**
 * What a message tells, as it is stored and sent: wire ids, states and amounts, nothing personal. The shop's own ids of customers
 * are added when it is sent, since erasing a customer must take them back.
 */
export function messageData(content: MessageContent): Readonly<Record<string, unknown>> {
  switch (content.about) {
    case 'member': {
      const { membership } = content;
      return {
        membershipId: wireId('mem', membership.id),
        programId: wireId('prg', membership.programId),
        customerId: wireId('cus', membership.customerId),
        status: membership.status,
        previousStatus: content.previousStatus,
        joinedAt: timeToWire(membership.joinedAt),
      };
    }
    case 'referral': {
      const { referral } = content;
      return {
        referralId: wireId('ref', referral.id),
        programId: wireId('prg', referral.programId),
        friendId: wireId('cus', referral.friendId),
        referrerId: wireId('cus', referral.referrerId),
        status: referral.status,
        previousStatus: content.previousStatus,
        by: referral.by,
        orderId: referral.orderId ?? referral.qualifyingOrderId,
        reason: referral.reason,
      };
    }
    case 'reward': {
      const { reward, shown } = content;
      const { id, ...rest } = rewardResultToWire(shown);
      return {
        rewardId: id,
        ...rest,
        previousStatus: content.previousStatus,
        originalAmount: 'originalAmount' in reward.benefit ? reward.benefit.originalAmount.toString() : null,
        friendId: idToWire('cus', reward.friendId),
        referrerId: idToWire('cus', reward.referrerId),
        orderId: reward.orderId,
        isLoss: reward.isLoss,
      };
    }
    case 'tier': {
      const { standing, tierId, from, to, reason, dropsAt } = content;
      return {
        programId: wireId('prg', standing.programId),
        customerId: wireId('cus', standing.customerId),
        tier: tierId,
        from,
        to,
        reason,
        dropsAt: timeToWire(dropsAt),
      };
    }
    case 'access': {
      const { grant } = content;
      return {
        grantId: wireId('acc', grant.id),
        programId: wireId('prg', grant.programId),
        perk: grant.perk,
        customerId: wireId('cus', grant.customerId),
        rewardId: idToWire('rwd', grant.rewardId),
        status: grant.status,
        previousStatus: content.previousStatus,
        tier: grant.tierId,
        token: grant.token,
        validUntil: timeToWire(grant.validUntil),
      };
    }
    default:
      return assertNever(content);
  }
}
