import type {
  AttributionResult,
  BenefitResult,
  DecisionOutcome,
  Missing,
  Note,
  Refusal,
  RewardResult,
  TierChangeResult,
} from '../domain/decision.ts';
import { type CustomerId, isUuid, type ProgramId, type WirePrefix, wireId } from '../domain/ids.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import type { CouponDiscount } from '../domain/program/document.ts';
import type { WireBenefit, WireDiscount, WireMissing, WireNote, WireRefusal } from './event-answer-schema.ts';
import { refusalText } from './refusal-texts.ts';

/**
 * The answer to an event or act (contract.md 3) as JSON text. Pure and with a fixed key order: the text is stored with the
 * event and sent again byte for byte, so the same outcome must always give the same text.
 */
export function encodeDecisionAnswer(eventId: string, outcome: DecisionOutcome): string {
  const attributions = outcome.attributions.map(attributionToWire);
  return JSON.stringify({
    eventId,
    outcome: outcome.outcome,
    customerId: customerToWire(outcome.customerId),
    attribution: attributions[0] ?? null,
    attributions,
    rewards: outcome.rewards.map(rewardResultToWire),
    refusals: outcome.refusals.map(refusalToWire),
    ...(outcome.tierChanges.length === 0 ? {} : { tierChanges: outcome.tierChanges.map(tierChangeToWire) }),
    ...(outcome.notes.length === 0 ? {} : { notes: outcome.notes.map(noteToWire) }),
    ...(Object.keys(outcome.produced).length === 0 ? {} : { produced: producedToWire(outcome.produced) }),
  });
}

/** A remark as senders read it: our ids in it as everywhere else, those of the shop as they are. */
export function noteToWire(note: Note): WireNote {
  const shown = Object.entries(note).map(([name, value]) => [name, typeof value === 'string' ? namedIdToWire(name, value) : value]);
  return { ...Object.fromEntries(shown), kind: note.kind };
}

/** A value of the ledger on the wire: Money, or points with their programme. */
export function valueToWire(unit: Unit, amount: bigint): { amountMinor: string; currency: string } | { points: string; programId: string } {
  const programId = findPointsProgramId(unit);
  return programId === null
    ? { amountMinor: amount.toString(), currency: unit }
    : { points: amount.toString(), programId: wireId('prg', programId) };
}

/** Which discount a coupon gives: exactly one of `percent`, `amount`, `freeDelivery`, with `max` where one is set. */
export function discountToWire(discount: CouponDiscount, currency: string): WireDiscount {
  switch (discount.how) {
    case 'percent':
      return { percent: { basisPoints: Number(discount.basisPoints) }, ...maxToWire(discount.maxMinor, currency) };
    case 'amount':
      return { amount: { amountMinor: discount.amountMinor.toString(), currency } };
    case 'freeDelivery':
      return { freeDelivery: true, ...maxToWire(discount.maxMinor, currency) };
  }
}

/** How much is missing: Money, points or `{"count":n}`; null where nothing can be counted. */
export function missingToWire(missing: Missing | null): WireMissing | null {
  if (missing === null) return null;
  switch (missing.kind) {
    case 'money':
      return { amountMinor: missing.amountMinor.toString(), currency: missing.currency };
    case 'points':
      return { points: missing.points.toString(), programId: wireId('prg', missing.programId) };
    case 'count':
      return { count: missing.count };
  }
}

export function refusalToWire(refusal: Refusal): WireRefusal {
  return {
    programId: programToWire(refusal.programId),
    ruleId: refusal.ruleId,
    beneficiary: refusal.beneficiary,
    reason: refusal.reason,
    missing: missingToWire(refusal.missing),
    ...(refusal.subject === null ? {} : { subject: refusal.subject }),
    text: refusalText(refusal.reason, refusal.missing, 'staff'),
  };
}

export function benefitToWire(benefit: BenefitResult): WireBenefit {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return { kind: benefit.kind, amount: valueToWire(benefit.unit, benefit.amount) };
    case 'coupon':
      return {
        kind: 'coupon',
        ...discountToWire(benefit.discount, benefit.currency),
        use: benefit.use,
        ...(benefit.code === null ? {} : { code: benefit.code }),
        ...(benefit.discountMinor === null
          ? {}
          : { discount: { amountMinor: benefit.discountMinor.toString(), currency: benefit.currency } }),
      };
    case 'gift':
      return { kind: 'gift', sku: benefit.sku, cost: { amountMinor: benefit.costMinor.toString(), currency: benefit.currency } };
    case 'donation':
      return { kind: 'donation', amount: valueToWire(benefit.unit, benefit.amount), to: benefit.recipient };
    case 'perk':
      return { kind: 'perk', perk: benefit.perk, ...heldToWire(benefit) };
    case 'choice': {
      const { of, default: fallback, chosen, chooseUntil } = benefit;
      return {
        kind: 'choice',
        of: [...of],
        default: fallback,
        chosen,
        chooseUntil: chooseUntil?.toISOString() ?? null,
        ...heldToWire(benefit),
      };
    }
  }
}

function heldToWire(held: Pick<Extract<BenefitResult, { kind: 'perk' }>, 'grantId' | 'token' | 'validUntil'>) {
  const { grantId, token, validUntil } = held;
  return { grantId: grantId === null ? null : wireId('acc', grantId), token, validUntil: validUntil?.toISOString() ?? null };
}

/** The wire prefix of each id that products and remarks name; anything else in them is text and passes as it is. */
const PREFIX_BY_NAME: Readonly<Record<string, WirePrefix>> = {
  customerId: 'cus',
  referrerId: 'cus',
  programId: 'prg',
  versionId: 'prv',
  rewardId: 'rwd',
  couponId: 'cpn',
  reservationId: 'rsv',
  lotId: 'lot',
  referralId: 'ref',
  codeId: 'cod',
  membershipId: 'mem',
  grantId: 'acc',
};

export function producedToWire(produced: Readonly<Record<string, string>>): Record<string, string> {
  const wire: Record<string, string> = {};
  for (const name of Object.keys(produced).sort()) wire[name] = namedIdToWire(name, produced[name] ?? '');
  return wire;
}

function namedIdToWire(name: string, value: string): string {
  const prefix = PREFIX_BY_NAME[name];
  return prefix !== undefined && isUuid(value) ? wireId(prefix, value) : value;
}

function tierChangeToWire({ programId, customerId, from, to, reason }: TierChangeResult): Record<string, unknown> {
  return { programId: wireId('prg', programId), customerId: wireId('cus', customerId), from, to, reason };
}

function attributionToWire(attribution: AttributionResult): Record<string, unknown> {
  return {
    programId: wireId('prg', attribution.programId),
    referrerId: customerToWire(attribution.referrerId),
    by: attribution.by,
    losers: attribution.losers.map((loser) => ({ by: loser.by, referrerId: customerToWire(loser.referrerId), reason: loser.reason })),
  };
}

/** A reward as answers and messages show it. */
export function rewardResultToWire(reward: RewardResult): Record<string, unknown> {
  return {
    id: wireId('rwd', reward.id),
    programId: wireId('prg', reward.programId),
    ruleId: reward.ruleId,
    beneficiary: reward.beneficiary,
    customerId: wireId('cus', reward.customerId),
    benefit: benefitToWire(reward.benefit),
    status: reward.status,
    heldUntil: reward.heldUntil === null ? null : reward.heldUntil.toISOString(),
    holdReasons: reward.holdReasons,
  };
}

function maxToWire(maxMinor: bigint | null, currency: string): Pick<WireDiscount, 'max'> {
  return maxMinor === null ? {} : { max: { amountMinor: maxMinor.toString(), currency } };
}

function customerToWire(id: CustomerId | null): string | null {
  return id === null ? null : wireId('cus', id);
}

function programToWire(id: ProgramId | null): string | null {
  return id === null ? null : wireId('prg', id);
}
