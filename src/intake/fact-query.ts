import { foldCode } from '../domain/codes/fold-code.ts';
import type { EventBody } from '../domain/events.ts';

/** Which facts a batch needs, read off its events and who statement 2 found. */
export interface FactQuery {
  readonly tenantId: string;
  readonly customerIds: readonly string[];
  readonly orderIds: readonly string[];
  readonly rewardIds: readonly string[];
  readonly reservationIds: readonly string[];
  readonly couponFolded: readonly string[];
  readonly couponIds: readonly string[];
  readonly lotIds: readonly string[];
  readonly foldedCodes: readonly string[];
  readonly codeIds: readonly string[];
  /** Customers whose lots may be spent or moved by this batch. */
  readonly lotCustomerIds: readonly string[];
  /** Orders whose rewards may be taken back: their owners' lots are needed. */
  readonly reversedOrderIds: readonly string[];
  /** Customers of whom everything is needed: merged ones and corrected friends. */
  readonly wholeCustomerIds: readonly string[];
  /** True when lots of everybody met are needed: a batch that both pays and refunds one order. */
  readonly allLots: boolean;
}

/** What a submission and a logged event say alike. */
export interface AskedEvent {
  readonly body: EventBody;
  readonly customer: { readonly id: string | null } | null;
}

/** `customerIds` are all who may be involved; the rest is read off the events. */
export function factQuery(tenantId: string, events: readonly AskedEvent[], customerIds: readonly string[]): FactQuery {
  const sets = {
    orderIds: new Set<string>(),
    rewardIds: new Set<string>(),
    reservationIds: new Set<string>(),
    couponFolded: new Set<string>(),
    couponIds: new Set<string>(),
    lotIds: new Set<string>(),
    foldedCodes: new Set<string>(),
    codeIds: new Set<string>(),
    reversedOrderIds: new Set<string>(),
    wholeCustomerIds: new Set<string>(),
  };
  const paidOrderIds = new Set<string>();
  let spends = false;
  let isWhole = false;
  for (const { body, customer } of events) {
    switch (body.type) {
      case 'order.paid':
        for (const id of body.reservationIds) sets.reservationIds.add(id);
        for (const code of body.couponCodes) sets.couponFolded.add(foldCode(code));
        paidOrderIds.add(body.orderId);
        sets.orderIds.add(body.orderId);
        break;
      case 'order.placed':
      case 'order.delivered':
        sets.orderIds.add(body.orderId);
        break;
      case 'order.imported':
        sets.orderIds.add(body.orderId);
        if (body.refundedMinor > 0n && body.earn) isWhole = true;
        break;
      case 'order.cancelled':
      case 'order.refunded':
        sets.orderIds.add(body.orderId);
        sets.reversedOrderIds.add(body.orderId);
        break;
      case 'feedback.given':
        if (body.orderId !== null) sets.orderIds.add(body.orderId);
        break;
      case 'customer.merged':
        sets.wholeCustomerIds.add(body.fromId).add(body.intoId);
        isWhole = true;
        break;
      case 'customer.erased':
        if (customer?.id != null) sets.wholeCustomerIds.add(customer.id);
        break;
      case 'referral.corrected':
        for (const id of customerIds) sets.wholeCustomerIds.add(id);
        isWhole = true;
        break;
      case 'customer.imported':
      case 'code.created': {
        const text = body.type === 'code.created' ? body.text : body.code;
        if (text !== null) sets.foldedCodes.add(foldCode(text));
        break;
      }
      case 'code.retired':
        sets.codeIds.add(body.codeId);
        break;
      case 'adjustment.posted':
      case 'reservation.made':
        spends = true;
        break;
      case 'reservation.captured':
      case 'reservation.voided':
      case 'reservation.expired':
        sets.reservationIds.add(body.reservationId);
        if (body.orderId !== null) sets.orderIds.add(body.orderId);
        break;
      case 'coupon.reserved':
        for (const code of body.codes) sets.couponFolded.add(foldCode(code));
        break;
      case 'coupon.released':
      case 'coupon.expired':
        sets.couponIds.add(body.couponId);
        break;
      case 'reward.approved':
      case 'reward.denied':
      case 'reward.delivered':
      case 'hold.released':
        sets.rewardIds.add(body.rewardId);
        break;
      case 'lot.expired':
        sets.lotIds.add(body.lotId);
        break;
      default:
        break;
    }
  }
  const paysAndReverses = [...sets.reversedOrderIds].some((id) => paidOrderIds.has(id));
  const lists = Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, [...set]]));
  return {
    tenantId,
    customerIds,
    orderIds: [],
    rewardIds: [],
    reservationIds: [],
    couponFolded: [],
    couponIds: [],
    lotIds: [],
    foldedCodes: [],
    codeIds: [],
    reversedOrderIds: [],
    wholeCustomerIds: [],
    ...lists,
    lotCustomerIds: spends ? customerIds : [],
    allLots: isWhole || paysAndReverses,
  };
}
