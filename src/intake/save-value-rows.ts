/** Rewards, coupons, lots, balances, reservations, counters and transfers as rows; the rest is in save-rows.ts. */
import type { Coupon, Reward } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Payout } from '../domain/facts/payout-entities.ts';
import type { Account, Transfer } from '../domain/ledger/transfer.ts';
import type { RewardTerms } from './fact-row-types.ts';
import { NO_CUSTOMER } from './fact-rows.ts';
import { encodeLog } from './log-codec.ts';
import { bigintText, type Row, type RowsByTable, sparse } from './row.ts';

/** What they were given and what became of it. */
export function valueRows(facts: Facts): RowsByTable {
  return {
    reward: [...facts.rewards.changed()].map(rewardRow),
    coupon: [...facts.coupons.changed()].map(couponRow),
    lot: [...facts.lots.changed()].map((l) => ({
      lot_id: l.id,
      customer_id: l.customerId,
      unit: l.unit,
      reward_id: sparse(l.rewardId),
      granted: bigintText(l.granted),
      remaining: bigintText(l.remaining),
      reserved: bigintText(l.reserved),
      expired: bigintText(l.expired),
      created_at: l.createdAt,
      expires_at: sparse(l.expiresAt),
    })),
    balance: [...facts.balances.changed()].map((b) => ({
      customer_id: b.customerId,
      unit: b.unit,
      available: bigintText(b.available),
      held: bigintText(b.held),
      reserved: bigintText(b.reserved),
      debt: bigintText(b.debt),
    })),
    reservation: [...facts.reservations.changed()].map((r) => ({
      reservation_id: r.id,
      customer_id: r.customerId,
      unit: r.unit,
      amount: sparse(bigintText(r.amount)),
      value_minor: bigintText(r.valueMinor),
      currency: r.currency,
      status: r.status,
      expires_at: sparse(r.expiresAt),
      order_id: sparse(r.orderId),
      allocations: encodeAllocations(r.allocations),
      returned: bigintText(r.returned),
    })),
    counter: [...facts.counters.changed()].map((c) => ({
      program_id: c.programId,
      rule_id: sparse(c.ruleId),
      scope: c.scope,
      customer_id: sparse(c.customerId ?? NO_CUSTOMER),
      period: c.period,
      used: bigintText(c.used),
    })),
    transfer: facts.transfers.map(transferRow),
    payee: [...facts.payees.changed()].map((p) => ({
      customer_id: p.customerId,
      payee_type: p.payeeType,
      country: p.country,
      saved_at: p.savedAt,
      saved_sequence: bigintText(p.savedSequence),
    })),
    payout: [...facts.payouts.changed()].map(payoutRow),
  };
}

function rewardRow(r: Reward): Row {
  const value = 'amount' in r.benefit ? r.benefit : null;
  return {
    reward_id: r.id,
    sequence: bigintText(r.sequence),
    program_id: r.programId,
    version_id: sparse(r.versionId),
    rule_id: sparse(r.ruleId),
    natural_key: r.naturalKey,
    beneficiary: r.beneficiary,
    leg: r.leg,
    customer_id: r.customerId,
    friend_id: sparse(r.friendId),
    referrer_id: sparse(r.referrerId),
    order_id: sparse(r.orderId),
    occurred_at: r.occurredAt,
    kind: r.benefit.kind,
    unit: sparse(value?.unit ?? null),
    amount: sparse(bigintText(value?.amount)),
    original_amount: sparse(bigintText(value?.originalAmount)),
    terms: encodeTerms(r),
    cost_amount: bigintText(r.costAmount),
    status: r.status,
    held_until: r.heldUntil,
    hold_reasons: r.holdReasons,
    lot_id: sparse(r.lotId),
    coupon_id: sparse(r.couponId),
    is_loss: r.isLoss,
  };
}

/** A rule's hold is the same object for each of its rewards: encoded once. */
const encodedHolds = new WeakMap<object, string>();

function encodeTerms({ benefit, hold, expiresAfterDays }: RewardTerms): string {
  const known = hold === null ? 'null' : encodedHolds.get(hold);
  const encodedHold = known ?? encodeLog(hold);
  if (hold !== null && known === undefined) encodedHolds.set(hold, encodedHold);
  return `{"benefit":${encodeLog(benefit)},"hold":${encodedHold},"expiresAfterDays":${encodeLog(expiresAfterDays)}}`;
}

function payoutRow(p: Payout): Row {
  return {
    payout_id: p.id,
    program_id: p.programId,
    customer_id: p.customerId,
    unit: p.unit,
    amount: bigintText(p.amount),
    status: p.status,
    author: p.author,
    approver: sparse(p.approver),
    proposed_at: p.proposedAt,
    decided_at: sparse(p.decidedAt),
    paid_at: sparse(p.paidAt),
    tax_handling: sparse(p.taxHandling),
    counted_at: sparse(p.countedAt),
    counted_period: sparse(p.countedPeriod),
    allocations: encodeAllocations(p.allocations),
  };
}

function couponRow(c: Coupon): Row {
  return {
    coupon_id: c.id,
    code: c.code,
    folded: c.folded,
    program_id: c.programId,
    reward_id: sparse(c.rewardId),
    customer_id: c.customerId,
    currency: c.currency,
    discount: encodeLog(c.discount),
    stackable: c.stackable,
    status: c.status,
    valid_from: c.validFrom,
    valid_until: c.validUntil,
    reserved_until: c.reservedUntil,
    source_order_id: sparse(c.sourceOrderId),
    used_order_id: sparse(c.usedOrderId),
  };
}

function transferRow(t: Transfer): Row {
  return {
    sequence: bigintText(t.sequence),
    ordinal: t.ordinal,
    ...accountColumns('debit', t.debit),
    ...accountColumns('credit', t.credit),
    unit: t.unit,
    amount: sparse(bigintText(t.amount)),
    reason: sparse(t.reason),
    reward_id: sparse(t.rewardId),
    lot_id: sparse(t.lotId),
    reversal_key: sparse(t.reversalKey),
  };
}

function accountColumns(side: 'debit' | 'credit', account: Account): Row {
  return { [`${side}_kind`]: account.kind, [`${side}_customer_id`]: sparse(account.customerId) };
}

/** Plain JSON with `lotId`: statement 3 reads the lots through it. */
function encodeAllocations(allocations: readonly { readonly lotId: string; readonly amount: bigint }[]): string {
  return encodeLog(allocations);
}
