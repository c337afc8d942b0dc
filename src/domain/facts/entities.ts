/**
 * What the engine knows about one tenant: immutable records, replaced and never edited. Each has a business key, is loaded
 * by the intake, changed by `decide` through a workspace, and saved in the same transaction as its event.
 */
import type {
  ClickId,
  CodeId,
  CouponId,
  CustomerId,
  LotId,
  MembershipId,
  ProgramId,
  ReferralId,
  ReservationId,
  RewardId,
  VersionId,
} from '../ids.ts';
import type { Unit } from '../ledger/unit.ts';
import type { Beneficiary, CouponDiscount, Hold, HoldReason } from '../program/document.ts';
import type { FirstOrder } from './first-order.ts';
import type { ReferralCheck } from './referral-check.ts';
import type { ReferralCount } from './referral-count.ts';
import type { BeyondDiscount } from './reward-benefit.ts';

export interface Customer {
  readonly id: CustomerId;
  readonly createdAt: Date;
  readonly signedUpAt: Date | null;
  /** Orders with a payment above zero; decides newness and order number, never falls. */
  readonly orderCount: number;
  /** Orders fully paid and not fully refunded since. */
  readonly paidOrderCount: number;
  readonly deliveredOrderCount: number;
  /** By `occurredAt` of the first payment of the first and of the latest order. */
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
  readonly openComplaints: readonly string[];
  readonly earlyClosings: readonly { readonly complaintId: string; readonly at: Date }[];
  readonly lastScore: number | null;
  readonly mergedInto: CustomerId | null;
  readonly erasedAt: Date | null;
}

export type MembershipStatus = 'invited' | 'active' | 'paused' | 'left' | 'blocked';

export interface Membership {
  readonly id: MembershipId;
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly status: MembershipStatus;
  readonly joinedAt: Date | null;
}

export type TouchClass = 'staff' | 'code' | 'lead' | 'click' | 'claim' | 'answer';

/** One sign of who brought a customer. Key: (customer, sequence, class). */
export interface Touch {
  readonly customerId: CustomerId;
  readonly sequence: bigint;
  readonly by: TouchClass;
  readonly referrerId: CustomerId | null;
  readonly problem: 'unknown-code' | 'code-retired' | null;
  readonly codeId: CodeId | null;
  readonly clickId: ClickId | null;
  readonly occurredAt: Date;
}

/** Who a programme holds to have brought a customer, fixed at the lock. Key: (programme, customer). */
export interface Attribution {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly referrerId: CustomerId | null;
  readonly by: TouchClass | 'none';
  readonly touchAt: Date | null;
  /** The version effective at the winning touch: the referral's rules (contract.md 6.6). */
  readonly versionId: VersionId | null;
  /** The tier in which the referrer stood at the winning touch: its rules are the referral's. */
  readonly tierId: string | null;
  readonly lockedAt: Date;
  /** Whether the first order under it was that of a new customer; null before one. */
  readonly wasNew: boolean | null;
  /** 0, +1 per staff correction; part of the reward key (contract.md 6.10). */
  readonly revision: number;
  /** Why there is no referrer, or why the referrer earns nothing. */
  readonly refusal: AttributionRefusal | null;
  readonly losers: readonly AttributionLoser[];
}

export type AttributionRefusal =
  | 'no-referrer'
  | 'unknown-code'
  | 'code-retired'
  | 'outside-window'
  | 'self-referral'
  | 'referral-cycle'
  | 'referrer-not-member'
  | 'referrer-blocked';

export interface AttributionLoser {
  readonly by: TouchClass;
  readonly referrerId: CustomerId | null;
  readonly reason: string;
}

export type ReferralStatus = 'started' | 'joined' | 'ordered' | 'qualified' | 'refused' | 'expired' | 'reversed';

/** Key: (programme, friend). */
export interface Referral {
  readonly id: ReferralId;
  readonly programId: ProgramId;
  readonly friendId: CustomerId;
  readonly referrerId: CustomerId;
  readonly status: ReferralStatus;
  readonly by: TouchClass;
  readonly startedAt: Date;
  /** The friend's first paid order; of one that qualified without it none again while no order of theirs is left paid. */
  readonly orderId: string | null;
  readonly firstOrder: FirstOrder | null;
  /** Whose conditions held; null with `ruleId` set where a sign-up or a lead did. */
  readonly qualifyingOrderId: string | null;
  readonly ruleId: string | null;
  readonly reason: string | null;
  /** When the rule's conditions held; stays when it is reversed. */
  readonly countedAt: Date | null;
  /** When it became *qualified*, or was approved after that; stays when it is reversed. */
  readonly qualifiedAt: Date | null;
  /** The referrer's reward for it waits for a person, or was denied by one. */
  readonly review: 'waiting' | 'denied' | null;
  /** What a person found who looked at it; absent until then. */
  readonly check?: ReferralCheck;
  readonly counts: readonly ReferralCount[];
  /** When it becomes *qualified* by itself; null with an open hold or when nothing waits. */
  readonly qualifiesAt: Date | null;
  /** When a referral without an order expires. */
  readonly expiresAt: Date | null;
  readonly hold: Hold | null;
}

export interface OrderLine {
  readonly sku: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly totalMinor: bigint;
  readonly costMinor: bigint | null;
}

export interface Payment {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly occurredAt: Date;
}

export interface Refund {
  readonly id: string;
  /** As asked for; null = "the rest". Compared when the refund is sent again. */
  readonly requestedMinor: bigint | null;
  /** As applied. */
  readonly amountMinor: bigint;
  /** A parked refund that was larger than the payment was cut to it. */
  readonly cut: boolean;
  readonly occurredAt: Date;
}

/** An event that came before the payment it needs (contract.md 6.9). */
export type Parked =
  | {
      readonly kind: 'refund';
      readonly sequence: bigint;
      readonly occurredAt: Date;
      readonly refundId: string;
      readonly requestedMinor: bigint | null;
      readonly currency: string | null;
    }
  | { readonly kind: 'delivery' | 'cancellation'; readonly sequence: bigint; readonly occurredAt: Date };

/** Key: the shop's order id. Exists without data (`total` null) when only parked events are known. */
export interface Order {
  readonly id: string;
  readonly customerId: CustomerId | null;
  readonly data: OrderData | null;
  readonly origin: 'live' | 'import' | 'importEarning';
  readonly placedAt: Date | null;
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly parked: readonly Parked[];
  /** Money value of captured reservations. */
  readonly creditMinor: bigint;
  readonly reservationIds: readonly ReservationId[];
  readonly firstPaymentAt: Date | null;
  readonly paidAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Fixed at the first payment above zero; null before. */
  readonly number: number | null;
  readonly isNewCustomer: boolean | null;
  /** First payment of the customer's order before this one, as known when this one was first paid. */
  readonly previousOrderAt: Date | null;
  /** An earlier order that arrived after a later one: re-decides nothing (contract.md 6.4). */
  readonly isLate: boolean;
}

export interface OrderData {
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  readonly channel: string | null;
  readonly lines: readonly OrderLine[];
}

export type RewardStatus =
  | 'held'
  | 'approved'
  | 'issued'
  | 'delivered'
  | 'redeemed'
  | 'denied'
  | 'cancelled'
  | 'reversed'
  | 'expired'
  | 'failed';

export interface RewardKey {
  readonly programId: ProgramId;
  readonly ruleId: string;
  /** Order id, or `event:<source>:<id>`, with the revision after a staff correction (`revisedKey`). */
  readonly naturalKey: string;
  readonly beneficiary: Beneficiary;
  /** Grant number, plus `:<payment id>` where accrual is per payment. */
  readonly leg: string;
}

export interface Reward extends RewardKey {
  readonly id: RewardId;
  readonly sequence: bigint;
  readonly versionId: VersionId;
  readonly customerId: CustomerId;
  /** The referral's friend; null for buyer rules. */
  readonly friendId: CustomerId | null;
  readonly referrerId: CustomerId | null;
  readonly orderId: string | null;
  readonly occurredAt: Date;
  readonly benefit: RewardBenefit;
  /** What the budget counts now, in the programme's unit. */
  readonly costAmount: bigint;
  readonly status: RewardStatus;
  readonly heldUntil: Date | null;
  readonly holdReasons: readonly HoldReason[];
  readonly hold: Hold | null;
  readonly expiresAfterDays: number | null;
  readonly lotId: LotId | null;
  readonly couponId: CouponId | null;
  /** A benefit reversed after use: recorded, not collected. */
  readonly isLoss: boolean;
}

export type RewardBenefit =
  | { readonly kind: 'credit' | 'commission' | 'points'; readonly unit: Unit; readonly amount: bigint; readonly originalAmount: bigint }
  | {
      readonly kind: 'coupon';
      readonly discount: CouponDiscount;
      readonly use: 'thisOrder' | 'nextOrder';
      readonly validDays: number | null;
      readonly stackable: boolean;
      readonly discountMinor: bigint | null;
    }
  | { readonly kind: 'gift'; readonly sku: string; readonly costMinor: bigint }
  | BeyondDiscount;

export interface Coupon {
  readonly id: CouponId;
  readonly code: string;
  readonly folded: string;
  readonly programId: ProgramId;
  readonly rewardId: RewardId;
  readonly customerId: CustomerId;
  readonly currency: string;
  readonly discount: CouponDiscount;
  readonly stackable: boolean;
  readonly status: 'issued' | 'reserved' | 'redeemed' | 'expired' | 'revoked';
  readonly validFrom: Date;
  /** Unusable from this instant on; null = never expires. */
  readonly validUntil: Date | null;
  readonly reservedUntil: Date | null;
  /** The order that caused it: a next-order coupon is refused there. */
  readonly sourceOrderId: string | null;
  readonly usedOrderId: string | null;
}
