/** Facts and log entries as rows to save; the counterpart of fact-rows.ts. Keys are column names, values JSON. */

import type { Coupon, Order, Reward } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Account, Transfer } from '../domain/ledger/transfer.ts';
import { NO_CUSTOMER, type RewardTerms } from './fact-rows.ts';
import { encodeLog } from './log-codec.ts';

export type Row = Readonly<Record<string, unknown>>;

export type RowsByTable = Record<string, Row[]>;

/** Every changed fact of a batch, by table. */
export function rowsOfFacts(facts: Facts, ordersToSave: Iterable<Order>): RowsByTable {
  return { ...memberRows(facts), ...referralRows(facts), ...valueRows(facts), ...orderRows(ordersToSave) };
}

/** Customers, programmes and who takes part. */
function memberRows(facts: Facts): RowsByTable {
  return {
    customer: [...facts.customers.changed()].map((c) => ({
      customer_id: c.id,
      created_at: c.createdAt,
      signed_up_at: c.signedUpAt,
      order_count: c.orderCount,
      paid_order_count: c.paidOrderCount,
      delivered_order_count: c.deliveredOrderCount,
      first_order_at: c.firstOrderAt,
      last_order_at: c.lastOrderAt,
      open_complaints: c.openComplaints,
      last_score: c.lastScore,
      merged_into: c.mergedInto,
      erased_at: c.erasedAt,
    })),
    program: [...facts.programs.changed()].map((p) => ({
      program_id: p.id,
      created_sequence: text(p.createdSequence),
      pauses: encodeLog(p.pauses),
      ended_at: p.endedAt,
      created_at: p.versions[0]?.effectiveFrom ?? new Date(0),
    })),
    program_version: [...facts.programs.changed()].flatMap((p) =>
      p.versions.map((v) => ({
        program_id: p.id,
        version_id: v.id,
        number: v.number,
        status: 'published',
        effective_from: v.effectiveFrom,
        parsed: encodeLog(v.document),
        created_at: v.effectiveFrom,
      })),
    ),
    membership: [...facts.memberships.changed()].map((m) => ({
      membership_id: m.id,
      program_id: m.programId,
      customer_id: m.customerId,
      status: m.status,
      joined_at: m.joinedAt,
    })),
    code: [...facts.codes.changed()].map((c) => ({
      code_id: c.id,
      customer_id: c.customerId,
      text: c.text,
      folded: c.folded,
      kind: c.kind,
      status: c.status,
      created_at: c.createdAt,
    })),
  };
}

/** Who brought whom. */
function referralRows(facts: Facts): RowsByTable {
  return {
    touch: [...facts.touches.changed()].map((t) => ({
      customer_id: t.customerId,
      sequence: text(t.sequence),
      by: t.by,
      referrer_id: t.referrerId,
      problem: t.problem,
      code_id: t.codeId,
      click_id: t.clickId,
      occurred_at: t.occurredAt,
    })),
    attribution: [...facts.attributions.changed()].map((a) => ({
      program_id: a.programId,
      customer_id: a.customerId,
      referrer_id: a.referrerId,
      by: a.by,
      touch_at: a.touchAt,
      version_id: a.versionId,
      locked_at: a.lockedAt,
      revision: a.revision,
      refusal: a.refusal,
      losers: encodeLog(a.losers),
    })),
    referral: [...facts.referrals.changed()].map((r) => ({
      referral_id: r.id,
      program_id: r.programId,
      friend_id: r.friendId,
      referrer_id: r.referrerId,
      status: r.status,
      by: r.by,
      started_at: r.startedAt,
      order_id: r.orderId,
      rule_id: r.ruleId,
      reason: r.reason,
      qualifies_at: r.qualifiesAt,
      expires_at: r.expiresAt,
      hold: r.hold === null ? null : encodeLog(r.hold),
    })),
  };
}

/** What they were given and what became of it. */
function valueRows(facts: Facts): RowsByTable {
  return {
    reward: [...facts.rewards.changed()].map(rewardRow),
    coupon: [...facts.coupons.changed()].map(couponRow),
    lot: [...facts.lots.changed()].map((l) => ({
      lot_id: l.id,
      customer_id: l.customerId,
      unit: l.unit,
      reward_id: l.rewardId,
      granted: text(l.granted),
      remaining: text(l.remaining),
      reserved: text(l.reserved),
      expired: text(l.expired),
      created_at: l.createdAt,
      expires_at: l.expiresAt,
    })),
    balance: [...facts.balances.changed()].map((b) => ({
      customer_id: b.customerId,
      unit: b.unit,
      available: text(b.available),
      held: text(b.held),
      reserved: text(b.reserved),
      debt: text(b.debt),
    })),
    reservation: [...facts.reservations.changed()].map((r) => ({
      reservation_id: r.id,
      customer_id: r.customerId,
      unit: r.unit,
      amount: text(r.amount),
      value_minor: text(r.valueMinor),
      currency: r.currency,
      status: r.status,
      expires_at: r.expiresAt,
      order_id: r.orderId,
      allocations: encodeAllocations(r.allocations),
      returned: text(r.returned),
    })),
    counter: [...facts.counters.changed()].map((c) => ({
      program_id: c.programId,
      rule_id: c.ruleId,
      scope: c.scope,
      customer_id: c.customerId ?? NO_CUSTOMER,
      period: c.period,
      used: text(c.used),
    })),
    transfer: facts.transfers.map(transferRow),
  };
}

function orderRows(orders: Iterable<Order>): RowsByTable {
  const rows: { shop_order: Row[]; payment: Row[]; refund: Row[]; parked_event: Row[] } = {
    shop_order: [],
    payment: [],
    refund: [],
    parked_event: [],
  };
  for (const order of orders) {
    rows.shop_order.push({
      order_id: order.id,
      customer_id: order.customerId,
      origin: order.origin,
      currency: order.data?.currency ?? null,
      total_minor: text(order.data?.totalMinor),
      delivery_minor: text(order.data?.deliveryMinor),
      tax_minor: text(order.data?.taxMinor),
      channel: order.data?.channel ?? null,
      lines: encodeLog(order.data?.lines ?? []),
      credit_minor: text(order.creditMinor),
      reservation_ids: order.reservationIds,
      placed_at: order.placedAt,
      first_payment_at: order.firstPaymentAt,
      paid_at: order.paidAt,
      delivered_at: order.deliveredAt,
      cancelled_at: order.cancelledAt,
      number: order.number,
      is_new_customer: order.isNewCustomer,
      previous_order_at: order.previousOrderAt,
      is_late: order.isLate,
    });
    for (const [ordinal, payment] of order.payments.entries()) {
      rows.payment.push({
        order_id: order.id,
        payment_id: payment.id,
        amount_minor: text(payment.amountMinor),
        occurred_at: payment.occurredAt,
        ordinal,
      });
    }
    for (const [ordinal, refund] of order.refunds.entries()) {
      rows.refund.push({
        order_id: order.id,
        refund_id: refund.id,
        requested_minor: text(refund.requestedMinor),
        amount_minor: text(refund.amountMinor),
        cut: refund.cut,
        occurred_at: refund.occurredAt,
        ordinal,
      });
    }
    for (const parked of order.parked)
      rows.parked_event.push({ order_id: order.id, sequence: text(parked.sequence), parked: encodeLog(parked) });
  }
  return rows;
}

function rewardRow(r: Reward): Row {
  const value = 'amount' in r.benefit ? r.benefit : null;
  return {
    reward_id: r.id,
    sequence: text(r.sequence),
    program_id: r.programId,
    version_id: r.versionId,
    rule_id: r.ruleId,
    natural_key: r.naturalKey,
    beneficiary: r.beneficiary,
    leg: r.leg,
    customer_id: r.customerId,
    friend_id: r.friendId,
    referrer_id: r.referrerId,
    order_id: r.orderId,
    occurred_at: r.occurredAt,
    kind: r.benefit.kind,
    unit: value?.unit ?? null,
    amount: text(value?.amount),
    original_amount: text(value?.originalAmount),
    terms: encodeTerms(r),
    cost_amount: text(r.costAmount),
    status: r.status,
    held_until: r.heldUntil,
    hold_reasons: r.holdReasons,
    lot_id: r.lotId,
    coupon_id: r.couponId,
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

function couponRow(c: Coupon): Row {
  return {
    coupon_id: c.id,
    code: c.code,
    folded: c.folded,
    program_id: c.programId,
    reward_id: c.rewardId,
    customer_id: c.customerId,
    currency: c.currency,
    discount: encodeLog(c.discount),
    stackable: c.stackable,
    status: c.status,
    valid_from: c.validFrom,
    valid_until: c.validUntil,
    reserved_until: c.reservedUntil,
    source_order_id: c.sourceOrderId,
    used_order_id: c.usedOrderId,
  };
}

function transferRow(t: Transfer): Row {
  return {
    sequence: text(t.sequence),
    ordinal: t.ordinal,
    ...accountColumns('debit', t.debit),
    ...accountColumns('credit', t.credit),
    unit: t.unit,
    amount: text(t.amount),
    reason: t.reason,
    reward_id: t.rewardId,
    lot_id: t.lotId,
    reversal_key: t.reversalKey,
  };
}

function accountColumns(side: 'debit' | 'credit', account: Account): Row {
  return { [`${side}_kind`]: account.kind, [`${side}_customer_id`]: account.customerId };
}

/** Plain JSON with `lotId`: statement 3 reads the lots through it. */
function encodeAllocations(allocations: readonly { readonly lotId: string; readonly amount: bigint }[]): string {
  return encodeLog(allocations);
}

function text(value: bigint | null | undefined): string | null {
  return value === null || value === undefined ? null : value.toString();
}
