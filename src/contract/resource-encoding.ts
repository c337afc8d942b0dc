import type { z } from 'zod';
import type { BenefitResult } from '../domain/decision.ts';
import type { Reservation } from '../domain/facts/balance-entities.ts';
import type { Coupon, Membership, Referral, Reward } from '../domain/facts/entities.ts';
import { type AnyId, type WirePrefix, wireId } from '../domain/ids.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import { type HeldAccess, perkResult } from '../domain/perk/perk-result.ts';
import { benefitToWire, discountToWire } from './event-answer.ts';
import type { coupon, membership, referral, reservation, reward } from './resources.ts';
import { couponTexts, referralTexts, rewardTexts } from './state-texts.ts';

/** `RUB`, or `points:prg_…`. */
export function unitToWire(unit: Unit): string {
  const programId = findPointsProgramId(unit);
  return programId === null ? unit : `points:${wireId('prg', programId)}`;
}

export function moneyToWire(amountMinor: bigint, currency: string): { amountMinor: string; currency: string } {
  return { amountMinor: amountMinor.toString(), currency };
}

export function timeToWire(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function idToWire(prefix: WirePrefix, id: AnyId | null): string | null {
  return id === null ? null : wireId(prefix, id);
}

/** The membership without its tier and terms, which need the versions of its programme. */
export function membershipToWire(found: Membership): Omit<z.input<typeof membership>, 'terms' | 'tier'> {
  return {
    id: wireId('mem', found.id),
    programId: wireId('prg', found.programId),
    customerId: wireId('cus', found.customerId),
    status: found.status,
    joinedAt: timeToWire(found.joinedAt),
  };
}

export type ShownReward = Omit<
  Reward,
  'sequence' | 'naturalKey' | 'leg' | 'costAmount' | 'hold' | 'expiresAfterDays' | 'lotId' | 'couponId'
> & {
  /** The currency of its coupon's or gift's amounts: its programme's. */
  readonly currency: string;
  readonly couponCode: string | null;
  /** The unit of a perk it holds. */
  readonly access: HeldAccess | null;
};

export function rewardToWire(found: ShownReward): z.input<typeof reward> {
  return {
    id: wireId('rwd', found.id),
    programId: wireId('prg', found.programId),
    versionId: wireId('prv', found.versionId),
    ruleId: found.ruleId,
    beneficiary: found.beneficiary,
    customerId: wireId('cus', found.customerId),
    friendId: idToWire('cus', found.friendId),
    referrerId: idToWire('cus', found.referrerId),
    orderId: found.orderId,
    benefit: benefitToWire(benefitOf(found)),
    originalAmount: 'originalAmount' in found.benefit ? found.benefit.originalAmount.toString() : null,
    status: found.status,
    heldUntil: timeToWire(found.heldUntil),
    holdReasons: [...found.holdReasons],
    isLoss: found.isLoss,
    occurredAt: found.occurredAt.toISOString(),
    texts: rewardTexts(found.status),
  };
}

function benefitOf(found: ShownReward): BenefitResult {
  const { benefit, currency, couponCode } = found;
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return { kind: benefit.kind, unit: benefit.unit, amount: benefit.amount };
    case 'coupon':
      return {
        kind: 'coupon',
        discount: benefit.discount,
        use: benefit.use,
        code: couponCode,
        discountMinor: benefit.discountMinor,
        currency,
      };
    case 'gift':
      return { kind: 'gift', sku: benefit.sku, costMinor: benefit.costMinor, currency };
    case 'donation':
      return { kind: 'donation', unit: benefit.unit, amount: benefit.amount, recipient: benefit.recipient };
    case 'perk':
    case 'choice':
      return perkResult(benefit, found.access);
  }
}

/** The referral without why it has not counted yet, which needs the version it came under. */
export function referralToWire(
  found: Omit<
    Referral,
    'firstOrder' | 'qualifyingOrderId' | 'ruleId' | 'hold' | 'countedAt' | 'qualifiedAt' | 'review' | 'check' | 'counts'
  >,
): Omit<z.input<typeof referral>, 'whyNotYet'> {
  return {
    id: wireId('ref', found.id),
    programId: wireId('prg', found.programId),
    friendId: wireId('cus', found.friendId),
    referrerId: wireId('cus', found.referrerId),
    status: found.status,
    by: found.by,
    startedAt: found.startedAt.toISOString(),
    orderId: found.orderId,
    reason: found.reason,
    qualifiesAt: timeToWire(found.qualifiesAt),
    expiresAt: timeToWire(found.expiresAt),
    texts: referralTexts(found.status),
  };
}

export function couponToWire(found: Omit<Coupon, 'folded'>): z.input<typeof coupon> {
  return {
    id: wireId('cpn', found.id),
    code: found.code,
    programId: wireId('prg', found.programId),
    rewardId: wireId('rwd', found.rewardId),
    customerId: wireId('cus', found.customerId),
    ...discountToWire(found.discount, found.currency),
    stackable: found.stackable,
    status: found.status,
    validFrom: found.validFrom.toISOString(),
    validUntil: timeToWire(found.validUntil),
    reservedUntil: timeToWire(found.reservedUntil),
    sourceOrderId: found.sourceOrderId,
    usedOrderId: found.usedOrderId,
    texts: couponTexts(found.status),
  };
}

export function reservationToWire(found: Omit<Reservation, 'allocations' | 'returned'>): z.input<typeof reservation> {
  return {
    id: wireId('rsv', found.id),
    customerId: wireId('cus', found.customerId),
    unit: unitToWire(found.unit),
    amount: found.amount.toString(),
    value: moneyToWire(found.valueMinor, found.currency),
    status: found.status,
    expiresAt: found.expiresAt.toISOString(),
    orderId: found.orderId,
  };
}
