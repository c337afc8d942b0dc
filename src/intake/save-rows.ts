/** Facts and log entries as rows to save; the counterpart of fact-rows.ts. Keys are column names, values JSON. */

import type { Order } from '../domain/facts/entities.ts';
import type { Facts } from '../domain/facts/facts.ts';
import { encodeLog } from './log-codec.ts';
import { bigintText, type Row, type RowsByTable, sparse } from './row.ts';

/** Customers, programmes and who takes part. */
export function memberRows(facts: Facts): RowsByTable {
  return {
    customer: [...facts.customers.changed()].map((c) => ({
      customer_id: c.id,
      created_at: c.createdAt,
      signed_up_at: sparse(c.signedUpAt),
      order_count: c.orderCount,
      paid_order_count: c.paidOrderCount,
      delivered_order_count: c.deliveredOrderCount,
      first_order_at: sparse(c.firstOrderAt),
      last_order_at: sparse(c.lastOrderAt),
      open_complaints: c.openComplaints,
      early_closings: encodeLog(c.earlyClosings),
      last_score: sparse(c.lastScore),
      merged_into: sparse(c.mergedInto),
      erased_at: sparse(c.erasedAt),
    })),
    program: [...facts.programs.changed()].map((p) => ({
      program_id: p.id,
      created_sequence: bigintText(p.createdSequence),
      pauses: encodeLog(p.pauses),
      ended_at: sparse(p.endedAt),
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
      joined_at: sparse(m.joinedAt),
    })),
    terms_acceptance: [...facts.acceptances.changed()].map((t) => ({
      program_id: t.programId,
      customer_id: t.customerId,
      scope: t.scope,
      version_number: t.versionNumber,
      text_hash: t.textHash,
      locale: t.locale,
      method: t.method,
      accepted_at: t.acceptedAt,
    })),
    code: [...facts.codes.changed()].map((c) => ({
      code_id: c.id,
      customer_id: c.customerId,
      text: c.text,
      folded: c.folded,
      kind: c.kind,
      status: c.status,
      created_at: c.createdAt,
      retired_at: sparse(c.retiredAt),
    })),
  };
}

/** Who brought whom. */
export function referralRows(facts: Facts): RowsByTable {
  return {
    touch: [...facts.touches.changed()].map((t) => ({
      customer_id: t.customerId,
      sequence: bigintText(t.sequence),
      by: t.by,
      referrer_id: sparse(t.referrerId),
      problem: sparse(t.problem),
      code_id: sparse(t.codeId),
      click_id: sparse(t.clickId),
      occurred_at: t.occurredAt,
    })),
    attribution: [...facts.attributions.changed()].map((a) => ({
      program_id: a.programId,
      customer_id: a.customerId,
      referrer_id: sparse(a.referrerId),
      by: a.by,
      touch_at: sparse(a.touchAt),
      version_id: sparse(a.versionId),
      tier_id: sparse(a.tierId),
      locked_at: a.lockedAt,
      was_new: sparse(a.wasNew),
      revision: a.revision,
      refusal: sparse(a.refusal),
      losers: encodeLog(a.losers),
    })),
    referral: [...facts.referrals.changed()].map((r) => ({
      referral_id: r.id,
      program_id: r.programId,
      friend_id: sparse(r.friendId),
      referrer_id: sparse(r.referrerId),
      status: r.status,
      by: r.by,
      started_at: r.startedAt,
      order_id: sparse(r.orderId),
      order_paid_at: sparse(r.firstOrder?.paidAt ?? null),
      order_currency: sparse(r.firstOrder?.currency ?? null),
      order_minor: sparse(bigintText(r.firstOrder?.totalMinor)),
      qualifying_order_id: sparse(r.qualifyingOrderId),
      rule_id: sparse(r.ruleId),
      reason: sparse(r.reason),
      counted_at: sparse(r.countedAt),
      qualified_at: sparse(r.qualifiedAt),
      review: sparse(r.review),
      check_finding: sparse(r.check?.finding ?? null),
      checked_at: sparse(r.check?.at ?? null),
      checked_by: sparse(r.check?.by ?? null),
      counts: encodeLog(r.counts),
      qualifies_at: sparse(r.qualifiesAt),
      expires_at: sparse(r.expiresAt),
      hold: sparse(r.hold === null ? null : encodeLog(r.hold)),
    })),
  };
}

/** Orders with their payments, refunds and what waits for payment. */
export function orderRows(orders: Iterable<Order>): RowsByTable {
  const rows: { shop_order: Row[]; payment: Row[]; refund: Row[]; parked_event: Row[] } = {
    shop_order: [],
    payment: [],
    refund: [],
    parked_event: [],
  };
  for (const order of orders) {
    rows.shop_order.push({
      order_id: order.id,
      customer_id: sparse(order.customerId),
      origin: order.origin,
      currency: sparse(order.data?.currency ?? null),
      total_minor: sparse(bigintText(order.data?.totalMinor)),
      delivery_minor: sparse(bigintText(order.data?.deliveryMinor)),
      tax_minor: sparse(bigintText(order.data?.taxMinor)),
      channel: sparse(order.data?.channel ?? null),
      lines: encodeLog(order.data?.lines ?? []),
      credit_minor: bigintText(order.creditMinor),
      reservation_ids: order.reservationIds,
      placed_at: sparse(order.placedAt),
      first_payment_at: sparse(order.firstPaymentAt),
      paid_at: sparse(order.paidAt),
      delivered_at: sparse(order.deliveredAt),
      cancelled_at: sparse(order.cancelledAt),
      number: sparse(order.number),
      is_new_customer: sparse(order.isNewCustomer),
      previous_order_at: sparse(order.previousOrderAt),
      is_late: order.isLate,
    });
    for (const [ordinal, payment] of order.payments.entries()) {
      rows.payment.push({
        order_id: order.id,
        payment_id: payment.id,
        amount_minor: bigintText(payment.amountMinor),
        occurred_at: payment.occurredAt,
        ordinal,
      });
    }
    for (const [ordinal, refund] of order.refunds.entries()) {
      rows.refund.push({
        order_id: order.id,
        refund_id: refund.id,
        requested_minor: sparse(bigintText(refund.requestedMinor)),
        amount_minor: bigintText(refund.amountMinor),
        cut: refund.cut,
        occurred_at: refund.occurredAt,
        ordinal,
      });
    }
    for (const parked of order.parked)
      rows.parked_event.push({ order_id: order.id, sequence: bigintText(parked.sequence), parked: encodeLog(parked) });
  }
  return rows;
}
