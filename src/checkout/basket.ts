import { randomUUID } from 'node:crypto';
import type { CheckoutQuestion } from '../contract/checkout.endpoints.ts';
import type { Call } from '../contract/route.ts';
import { customerInput, orderDataFromWire } from '../events/decode-event.ts';
import type { Submission } from '../intake/submission.ts';

/** A basket as the payment it would be if it were placed now. */
export function basketOf(call: Call, question: CheckoutQuestion, now: Date): Submission {
  const { order, code, couponCodes } = question;
  return {
    tenantId: call.caller.tenantId,
    source: call.act.source,
    eventId: `check-${randomUUID()}`,
    fingerprint: call.sent,
    occurredAt: now,
    customer: customerInput(question.customer, { mustExist: false }),
    attribution: code === undefined ? null : { code, clickId: null, answer: null, referrerExternalId: null, referrerId: null, by: 'event' },
    actor: null,
    body: {
      type: 'order.paid',
      orderId: order.id ?? `check-${randomUUID()}`,
      order: orderDataFromWire(order),
      payment: null,
      couponCodes,
      reservationIds: [],
    },
    personal: null,
  };
}
