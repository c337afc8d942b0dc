import { foldCode } from '../domain/codes/fold-code.ts';
import type { EventBody } from '../domain/events.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { programsOfSeveralCaps } from '../domain/program/has-one-cap.ts';
import { type HistoryNeeds, historyNeeds } from '../domain/program/history-needs.ts';
import type { Program } from '../domain/program/program.ts';
import { type AccessNeeds, accessNeeds } from './access-needs.ts';

/** Which facts a batch needs, read off its events and who statement 2 found. */
export interface FactQuery {
  readonly tenantId: string;
  readonly customerIds: readonly CustomerId[];
  readonly orderIds: readonly string[];
  readonly rewardIds: readonly string[];
  /** Those of them that staff approve or deny: the referral they are for may be settled by it. */
  readonly judgedRewardIds: readonly string[];
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
  /** Customers of whom it is known what their referrals and orders add up to. */
  readonly talliedIds: readonly string[];
  /** Other records of persons the log names: what they count is needed, nothing else of them. */
  readonly relatedIds: readonly string[];
  /** Programmes whose versions cap their referrers differently: all rewards of the referrers met are counted (contract.md 6.14). */
  readonly recountedProgramIds: readonly string[];
  /** Friends whose referrals become *qualified*: the orders that made them are needed. */
  readonly qualifyingFriendIds: readonly string[];
  /** True when lots of everybody met are needed: a batch that both pays and refunds one order. */
  readonly allLots: boolean;
  /** What of the past of everybody involved is looked at. */
  readonly history: HistoryNeeds;
  readonly access: AccessNeeds;
}

/** What a submission and a logged event say alike. */
export interface AskedEvent {
  readonly body: EventBody;
  readonly customer: { readonly id: string | null } | null;
}

/** `customerIds` are all who may be involved; the rest is read off the events and the programmes. */
export function factQuery(
  tenantId: string,
  events: readonly AskedEvent[],
  known: {
    readonly customerIds: readonly CustomerId[];
    readonly relatedIds?: readonly string[];
    readonly programs: readonly Program[];
    /** Of versions that are not published, but decided by. */
    readonly documents?: readonly ProgramDocument[];
  },
): FactQuery {
  const { customerIds, programs } = known;
  const needs = noNeeds();
  for (const { body, customer } of events) {
    if (!addOrderNeeds(needs, body)) addActNeeds(needs, body, { subjectId: customer?.id ?? null, customerIds });
  }
  const paysAndReverses = [...needs.reversedOrderIds].some((id) => needs.paidOrderIds.has(id));
  return {
    tenantId,
    customerIds,
    orderIds: [...needs.orderIds],
    rewardIds: [...needs.rewardIds],
    judgedRewardIds: events.flatMap(({ body }) =>
      body.type === 'reward.approved' || body.type === 'reward.denied' ? [body.rewardId] : [],
    ),
    reservationIds: [...needs.reservationIds],
    couponFolded: [...needs.couponFolded],
    couponIds: [...needs.couponIds],
    lotIds: [...needs.lotIds],
    foldedCodes: [...needs.foldedCodes],
    codeIds: [...needs.codeIds],
    reversedOrderIds: [...needs.reversedOrderIds],
    wholeCustomerIds: [...needs.wholeCustomerIds],
    relatedIds: known.relatedIds ?? [],
    talliedIds: [],
    recountedProgramIds: [...programsOfSeveralCaps(programs), ...needs.publishedProgramIds],
    qualifyingFriendIds: events.flatMap(({ body, customer }) =>
      body.type === 'referral.qualified' ? (body.friendId ?? customer?.id ?? []) : [],
    ),
    lotCustomerIds: needs.spends ? customerIds : [],
    allLots: needs.movesEverything || paysAndReverses,
    history: historyNeeds(programs, events, known.documents),
    access: accessNeeds(events, customerIds),
  };
}

interface Needs {
  readonly orderIds: Set<string>;
  readonly paidOrderIds: Set<string>;
  readonly reversedOrderIds: Set<string>;
  readonly rewardIds: Set<string>;
  readonly reservationIds: Set<string>;
  readonly couponFolded: Set<string>;
  readonly couponIds: Set<string>;
  readonly lotIds: Set<string>;
  readonly foldedCodes: Set<string>;
  readonly codeIds: Set<string>;
  readonly wholeCustomerIds: Set<string>;
  readonly publishedProgramIds: Set<string>;
  spends: boolean;
  movesEverything: boolean;
}

function noNeeds(): Needs {
  return {
    orderIds: new Set(),
    paidOrderIds: new Set(),
    reversedOrderIds: new Set(),
    rewardIds: new Set(),
    reservationIds: new Set(),
    couponFolded: new Set(),
    couponIds: new Set(),
    lotIds: new Set(),
    foldedCodes: new Set(),
    codeIds: new Set(),
    wholeCustomerIds: new Set(),
    publishedProgramIds: new Set(),
    spends: false,
    movesEverything: false,
  };
}

/** True when the event is about an order. */
function addOrderNeeds(needs: Needs, body: EventBody): boolean {
  switch (body.type) {
    case 'order.paid':
      for (const id of body.reservationIds) needs.reservationIds.add(id);
      for (const code of body.couponCodes) needs.couponFolded.add(foldCode(code));
      needs.paidOrderIds.add(body.orderId);
      break;
    case 'order.imported':
      if (body.refundedMinor > 0n && body.earn) needs.movesEverything = true;
      break;
    case 'order.cancelled':
    case 'order.refunded':
      needs.reversedOrderIds.add(body.orderId);
      break;
    case 'order.placed':
      for (const id of body.reservationIds) needs.reservationIds.add(id);
      for (const code of body.couponCodes) needs.couponFolded.add(foldCode(code));
      break;
    case 'order.delivered':
      break;
    default:
      return false;
  }
  needs.orderIds.add(body.orderId);
  return true;
}

function addActNeeds(
  needs: Needs,
  body: EventBody,
  about: { readonly subjectId: string | null; readonly customerIds: readonly string[] },
): void {
  switch (body.type) {
    case 'feedback.given':
      if (body.orderId !== null) needs.orderIds.add(body.orderId);
      return;
    case 'customer.merged':
      needs.wholeCustomerIds.add(body.fromId).add(body.intoId);
      needs.movesEverything = true;
      return;
    case 'customer.erased':
      if (about.subjectId !== null) needs.wholeCustomerIds.add(about.subjectId);
      return;
    case 'referral.corrected':
      for (const id of about.customerIds) needs.wholeCustomerIds.add(id);
      needs.movesEverything = true;
      return;
    case 'program.published':
      needs.publishedProgramIds.add(body.programId);
      return;
    case 'customer.imported':
      if (body.code !== null) needs.foldedCodes.add(foldCode(body.code));
      return;
    case 'code.created':
      if (body.text !== null) needs.foldedCodes.add(foldCode(body.text));
      return;
    case 'code.retired':
      needs.codeIds.add(body.codeId);
      return;
    default:
      addValueNeeds(needs, body, about.subjectId);
  }
}

function addValueNeeds(needs: Needs, body: EventBody, subjectId: string | null): void {
  switch (body.type) {
    case 'adjustment.posted':
    case 'reservation.made':
      needs.spends = true;
      return;
    case 'reservation.captured':
    case 'reservation.voided':
    case 'reservation.expired':
      needs.reservationIds.add(body.reservationId);
      if (body.orderId !== null) needs.orderIds.add(body.orderId);
      return;
    case 'coupon.reserved':
      for (const code of body.codes) needs.couponFolded.add(foldCode(code));
      return;
    case 'coupon.released':
    case 'coupon.expired':
      needs.couponIds.add(body.couponId);
      return;
    case 'reward.approved':
    case 'reward.denied':
    case 'reward.delivered':
    case 'reward.chosen':
    case 'hold.released':
      needs.rewardIds.add(body.rewardId);
      return;
    case 'lot.expired':
      needs.lotIds.add(body.lotId);
      return;
    case 'payout.proposed':
    case 'payout.approved':
    case 'payout.rejected':
    case 'payout.paid':
    case 'payout.failed':
      // Which lots commissions made is read off the rewards of the member.
      if (subjectId !== null) needs.wholeCustomerIds.add(subjectId);
      needs.spends = true;
      return;
    default:
      return;
  }
}
