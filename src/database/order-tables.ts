/** Orders, what they earned, and the ledger. */
import type { Generated } from 'kysely';

export interface ShopOrderTable {
  readonly tenant_id: string;
  readonly order_id: string;
  readonly customer_id: string | null;
  readonly origin: 'live' | 'import' | 'importEarning';
  readonly currency: string | null;
  readonly total_minor: bigint | null;
  readonly delivery_minor: bigint | null;
  readonly tax_minor: bigint | null;
  readonly channel: string | null;
  readonly lines: Generated<string>;
  readonly credit_minor: Generated<bigint>;
  readonly reservation_ids: Generated<readonly string[]>;
  readonly placed_at: Date | null;
  readonly first_payment_at: Date | null;
  readonly paid_at: Date | null;
  readonly delivered_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly number: number | null;
  readonly is_new_customer: boolean | null;
  readonly previous_order_at: Date | null;
  readonly is_late: Generated<boolean>;
}

export interface PaymentTable {
  readonly tenant_id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly amount_minor: bigint;
  readonly occurred_at: Date;
  readonly ordinal: number;
}

export interface RefundTable {
  readonly tenant_id: string;
  readonly order_id: string;
  readonly refund_id: string;
  readonly requested_minor: bigint | null;
  readonly amount_minor: bigint;
  readonly cut: boolean;
  readonly occurred_at: Date;
  readonly ordinal: number;
}

export interface ParkedEventTable {
  readonly tenant_id: string;
  readonly order_id: string;
  readonly sequence: bigint;
  readonly parked: string;
}

export interface RewardTable {
  readonly tenant_id: string;
  readonly reward_id: string;
  readonly sequence: bigint;
  readonly program_id: string;
  readonly version_id: string;
  readonly rule_id: string;
  readonly natural_key: string;
  readonly beneficiary: 'referrer' | 'friend' | 'buyer' | 'company';
  readonly leg: string;
  readonly customer_id: string;
  readonly friend_id: string | null;
  readonly referrer_id: string | null;
  readonly order_id: string | null;
  readonly occurred_at: Date;
  readonly kind: 'credit' | 'commission' | 'points' | 'coupon' | 'gift' | 'donation' | 'perk' | 'choice';
  readonly unit: string | null;
  readonly amount: bigint | null;
  readonly original_amount: bigint | null;
  readonly terms: string;
  readonly cost_amount: bigint;
  readonly status: 'held' | 'approved' | 'issued' | 'delivered' | 'redeemed' | 'denied' | 'cancelled' | 'reversed' | 'expired' | 'failed';
  readonly held_until: Date | null;
  readonly hold_reasons: Generated<readonly string[]>;
  readonly lot_id: string | null;
  readonly coupon_id: string | null;
  readonly is_loss: Generated<boolean>;
}

export interface CouponTable {
  readonly tenant_id: string;
  readonly coupon_id: string;
  readonly code: string;
  readonly folded: string;
  readonly program_id: string;
  readonly reward_id: string;
  readonly customer_id: string;
  readonly currency: string;
  readonly discount: string;
  readonly stackable: boolean;
  readonly status: 'issued' | 'reserved' | 'redeemed' | 'expired' | 'revoked';
  readonly valid_from: Date;
  readonly valid_until: Date | null;
  readonly reserved_until: Date | null;
  readonly source_order_id: string | null;
  readonly used_order_id: string | null;
}

export interface LotTable {
  readonly tenant_id: string;
  readonly lot_id: string;
  readonly customer_id: string;
  readonly unit: string;
  readonly reward_id: string | null;
  readonly granted: bigint;
  readonly remaining: bigint;
  readonly reserved: bigint;
  readonly expired: bigint;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

export interface BalanceTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly unit: string;
  readonly available: bigint;
  readonly held: bigint;
  readonly reserved: bigint;
  readonly debt: bigint;
}

export interface TransferTable {
  readonly tenant_id: string;
  readonly sequence: bigint;
  readonly ordinal: number;
  readonly debit_kind: string;
  readonly debit_customer_id: string | null;
  readonly credit_kind: string;
  readonly credit_customer_id: string | null;
  readonly unit: string;
  readonly amount: bigint;
  readonly reason: string;
  readonly reward_id: string | null;
  readonly lot_id: string | null;
  readonly reversal_key: string | null;
}

export interface ReservationTable {
  readonly tenant_id: string;
  readonly reservation_id: string;
  readonly customer_id: string;
  readonly unit: string;
  readonly amount: bigint;
  readonly value_minor: bigint;
  readonly currency: string;
  readonly status: 'reserved' | 'captured' | 'voided' | 'expired';
  readonly expires_at: Date;
  readonly order_id: string | null;
  readonly allocations: string;
  readonly returned: Generated<bigint>;
}

export interface CounterTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly rule_id: string;
  readonly scope: 'referrerCount' | 'referrerAmount' | 'budget' | 'taxable' | 'stock';
  readonly customer_id: string;
  readonly period: string;
  readonly used: bigint;
}
