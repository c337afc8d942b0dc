/**
 * The model's own picture of one shop, written from contract.md sections 1 and 6. Plain mutable records; balances are never stored
 * but summed from lots and rewards, so that the model cannot share a bookkeeping mistake with the product.
 */

import type { Beneficiary, Grant, ProgramDocument, Rule } from '../../../src/domain/program/document.ts';
import type { Member, ModelAcceptance, ModelCount, ModelParked, ModelStanding, ModelTouch, PayeeKind } from './model-records.ts';

export interface ModelVersion {
  readonly number: number;
  readonly document: ProgramDocument;
  readonly from: Date;
}

export interface ModelProgram {
  readonly versions: ModelVersion[];
  readonly pauses: { from: Date; until: Date | null }[];
}

export type Refusal = 'no-referrer' | 'self-referral' | 'referral-cycle' | 'referrer-not-member' | 'referrer-blocked';

export interface ModelAttribution {
  /** Null where nobody is held to have brought the customer. */
  readonly referrer: number | null;
  readonly isNamed: boolean;
  readonly touchAt: Date | null;
  readonly version: ModelVersion | null;
  readonly refusal: Refusal | null;
  readonly isByStaff: boolean;
  /** +1 per staff correction. */
  readonly revision: number;
  /** Where the referrer stood at the touch: whose rules the referral stays on. */
  readonly tier: string | null;
  /** Whether the first order under it was that of a new customer. */
  readonly wasNew: boolean | null;
}

export interface ModelReferral {
  status: 'started' | 'joined' | 'ordered' | 'qualified' | 'refused' | 'expired' | 'reversed';
  referrer: number;
  orderId: string | null;
  /** Whose conditions held; null where a sign-up did: no refund undoes it. */
  qualifyingOrderId: string | null;
  ruleId: string | null;
  countedAt: Date | null;
  readonly counts: ModelCount[];
  /** A person's word on the referrer's reward for it: while one is waited for it brings no tier, denied it counts for nothing. */
  review: 'waiting' | 'denied' | null;
  qualifiedAt: Date | null;
  minimumMinor: bigint | null;
  taxExcluded: boolean;
  holds: readonly NonNullable<Grant['hold']>[];
  qualifiesAt: Date | null;
  expiresAt: Date | null;
  timeZone: string;
}

export interface ModelOrder {
  readonly id: string;
  customer: number;
  /** Per programme, the merged record whose referral it came by, where that is not its customer's own (ADR 0021). */
  readonly records: Map<number, number>;
  totalMinor: bigint;
  deliveryMinor: bigint;
  taxMinor: bigint;
  isKnown: boolean;
  isPlaced: boolean;
  payments: { readonly id: string; readonly amount: bigint; readonly at: Date }[];
  refunds: { readonly id: string; readonly asked: bigint | null; readonly amount: bigint; readonly at: Date }[];
  parked: ModelParked[];
  credit: bigint;
  reservations: ModelReservation[];
  firstPaymentAt: Date | null;
  paidAt: Date | null;
  deliveredAt: Date | null;
  /** A delivery that waited for the payment counts only after what the payment itself earns. */
  isDeliveryCounted: boolean;
  cancelledAt: Date | null;
  number: number | null;
}

export interface ModelLot {
  owner: number;
  readonly unit: string;
  readonly reward: ModelReward | null;
  readonly made: number;
  remaining: bigint;
  reserved: bigint;
  expired: bigint;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export interface ModelCoupon {
  readonly reward: ModelReward;
  owner: number;
  readonly validUntil: Date | null;
  readonly sourceOrderId: string | null;
  readonly stackable: boolean;
  status: 'issued' | 'redeemed' | 'expired' | 'revoked';
  usedOrderId: string | null;
}

export interface ModelReward {
  readonly program: number;
  readonly document: ProgramDocument;
  readonly rule: Rule;
  readonly grant: Grant;
  readonly naturalKey: string;
  readonly beneficiary: Beneficiary;
  readonly leg: number;
  /** What another referral's end has moved here, beside the leg's own. */
  readonly isTopUp: boolean;
  readonly made: number;
  owner: number;
  referrer: number | null;
  friend: number | null;
  readonly orderId: string | null;
  readonly at: Date;
  /** Null where it is no amount: coupons, gifts, perks. */
  readonly unit: string | null;
  /** What it was worth; lower when credit captured later has left a part payment's share unearned. */
  original: bigint;
  amount: bigint;
  status: 'held' | 'approved' | 'issued' | 'delivered' | 'redeemed' | 'denied' | 'cancelled' | 'reversed' | 'expired';
  heldUntil: Date | null;
  reasons: string[];
  lot: ModelLot | null;
  coupon: ModelCoupon | null;
  access: ModelAccess | null;
  /** Of a choice, once it is made, or was left to its default. */
  chosen: string | null;
  isDefault: boolean;
  isLoss: boolean;
}

/** One unit of a perk: a reward's, or claimed by tier. */
export interface ModelAccess {
  readonly program: number;
  owner: number;
  readonly reward: ModelReward | null;
  readonly made: number;
  readonly at: Date;
  perk: string;
  cost: bigint;
  status: 'reserved' | 'active' | 'used' | 'expired' | 'revoked';
  hasCode: boolean;
  isUsed: boolean;
  chooseUntil: Date | null;
  validUntil: Date | null;
  waitingSince: Date | null;
}

export interface ModelReservation {
  /** The event that made it. */
  readonly name: string;
  owner: number;
  readonly unit: string;
  readonly amount: bigint;
  readonly valueMinor: bigint;
  readonly expiresAt: Date;
  readonly parts: readonly { readonly lot: ModelLot; readonly amount: bigint }[];
  orderId: string | null;
  status: 'reserved' | 'captured' | 'voided' | 'expired';
  returned: bigint;
}

export interface ModelPayout {
  /** The event that proposed it. */
  readonly name: string;
  readonly program: number;
  owner: number;
  /** When the year began to count it: approved, or paid later. */
  taxedAt: Date | null;
  readonly amount: bigint;
  readonly parts: readonly { readonly lot: ModelLot; readonly amount: bigint }[];
  status: 'proposed' | 'approved' | 'rejected' | 'paid' | 'failed';
}

export type ModelMembership = 'active' | 'paused' | 'left' | 'blocked';

export interface ModelState {
  /** Which person each customer is. */
  readonly persons: number[];
  /** Into whom each record that ended was merged. */
  readonly mergedInto: Map<number, number>;
  readonly programs: ModelProgram[];
  readonly offered: Map<number, number>;
  readonly memberships: Map<string, ModelMembership>;
  readonly joinedAt: Map<string, Date>;
  readonly erased: Set<number>;
  readonly standings: Map<string, ModelStanding>;
  readonly acceptances: ModelAcceptance[];
  readonly scores: { customer: number; readonly score: number; readonly at: Date }[];
  /** By customer and name: open, or when one was closed that had not been opened. */
  readonly complaints: Map<number, Map<string, 'open' | Date>>;
  readonly touches: Map<number, ModelTouch[]>;
  /** When each customer first signed up, in the order it was told. */
  readonly signUps: Map<number, Date>;
  readonly attributions: Map<string, ModelAttribution>;
  readonly referrals: Map<string, ModelReferral>;
  readonly orders: Map<string, ModelOrder>;
  readonly rewards: ModelReward[];
  readonly lots: ModelLot[];
  readonly reservations: ModelReservation[];
  readonly payees: Map<number, PayeeKind>;
  readonly payouts: ModelPayout[];
  /** Whose code from the beginning answers no more. */
  readonly retired: Set<number>;
  readonly debts: Map<string, bigint>;
  readonly accesses: ModelAccess[];
  /** By the name by which a step last asked for it. */
  readonly named: Map<string, ModelAccess>;
  /** Codes brought into each pool. */
  readonly codes: Map<string, string[]>;
  /** Whose tier is to be looked at, though nothing of theirs reads differently. */
  readonly touched: Set<number>;
  /** The clock: what is told late is stored now. */
  now: Date;
  /** When what is being decided happened. */
  eventAt: Date;
  made: number;
  /** How many counts were taken. */
  turns: number;
}

export function createState(persons: readonly number[]): ModelState {
  return {
    persons: [...persons],
    mergedInto: new Map(),
    programs: [],
    offered: new Map(),
    memberships: new Map(),
    joinedAt: new Map(),
    erased: new Set(),
    standings: new Map(),
    acceptances: [],
    scores: [],
    complaints: new Map(),
    touches: new Map(),
    signUps: new Map(),
    attributions: new Map(),
    referrals: new Map(),
    orders: new Map(),
    rewards: [],
    lots: [],
    reservations: [],
    payees: new Map(),
    payouts: [],
    retired: new Set(),
    debts: new Map(),
    accesses: [],
    named: new Map(),
    codes: new Map(),
    touched: new Set(),
    now: new Date(0),
    eventAt: new Date(0),
    made: 0,
    turns: 0,
  };
}

/** Two customers known by one phone. */
export function isSamePerson(state: ModelState, a: number, b: number): boolean {
  return state.persons[a] === state.persons[b];
}

export const placeOf = (program: number, customer: number): string => `${program}/${customer}`;

export function versionAt(program: ModelProgram, at: Date): ModelVersion | null {
  return program.versions.findLast((version) => version.from <= at) ?? null;
}

export function isPausedAt(program: ModelProgram, at: Date): boolean {
  return program.pauses.some((pause) => pause.from <= at && (pause.until === null || at < pause.until));
}

/** A place in the programme, if there is none yet. */
export function join(state: ModelState, { program, customer }: Member, at: Date): void {
  const key = placeOf(program, customer);
  if (state.memberships.has(key)) return;
  state.memberships.set(key, 'active');
  state.joinedAt.set(key, at);
}

export function paidOf(order: ModelOrder): bigint {
  return order.payments.reduce((sum, payment) => sum + payment.amount, order.credit);
}

export function refundedOf(order: ModelOrder): bigint {
  return order.refunds.reduce((sum, refund) => sum + refund.amount, 0n);
}

/** Refunded to the last unit, and nothing more will be paid: an order still being paid is refunded in part only. */
export function isRefundedWhole(order: ModelOrder): boolean {
  const paid = paidOf(order);
  return paid > 0n && refundedOf(order) === paid && (order.paidAt !== null || order.cancelledAt !== null);
}
