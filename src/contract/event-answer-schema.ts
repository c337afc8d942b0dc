import { z } from 'zod';
import { wireMoney, wirePoints, wireText, wireTime, wireValue } from './primitives.ts';
import { tierStanding } from './tier-resources.ts';

const percent = z.strictObject({ basisPoints: z.int() });
const nullableId = z.string().nullable();

const valueBenefit = z.strictObject({ kind: z.enum(['credit', 'commission', 'points']), amount: wireValue });

export const couponDiscount = {
  percent: percent.optional(),
  amount: wireMoney.optional(),
  freeDelivery: z.literal(true).optional(),
  max: wireMoney.optional(),
};

export type WireDiscount = z.input<z.ZodObject<typeof couponDiscount>>;

const couponBenefit = z.strictObject({
  kind: z.literal('coupon'),
  ...couponDiscount,
  use: z.enum(['thisOrder', 'nextOrder']),
  code: z.string().optional(),
  discount: wireMoney.optional(),
});

const giftBenefit = z.strictObject({ kind: z.literal('gift'), sku: z.string(), cost: wireMoney });

const held = { grantId: nullableId, token: z.string().nullable(), validUntil: wireTime.nullable() };
const donationBenefit = z.strictObject({ kind: z.literal('donation'), amount: wireValue, to: z.string() });
const perkBenefit = z.strictObject({ kind: z.literal('perk'), perk: z.string(), ...held });
const choiceBenefit = z.strictObject({
  kind: z.literal('choice'),
  of: z.array(z.string()),
  default: z.string(),
  chosen: z.string().nullable(),
  chooseUntil: wireTime.nullable(),
  ...held,
});

export const wireBenefit = z
  .discriminatedUnion('kind', [valueBenefit, couponBenefit, giftBenefit, donationBenefit, perkBenefit, choiceBenefit])
  .meta({ id: 'Benefit' });
export type WireBenefit = z.input<typeof wireBenefit>;

export const wireMissing = z.union([wireMoney, wirePoints, z.strictObject({ count: z.int() })]);
export type WireMissing = z.input<typeof wireMissing>;

export const wireRefusal = z
  .strictObject({
    programId: nullableId,
    ruleId: nullableId,
    beneficiary: nullableId,
    reason: z.string(),
    missing: wireMissing.nullable(),
    subject: z.string().optional(),
    text: wireText,
  })
  .meta({ id: 'Refusal' });
export type WireRefusal = z.input<typeof wireRefusal>;

const attributionResult = z
  .strictObject({
    programId: z.string(),
    referrerId: nullableId,
    by: z.enum(['staff', 'code', 'lead', 'click', 'claim', 'answer', 'none']),
    losers: z.array(z.strictObject({ by: z.string(), referrerId: nullableId, reason: z.string() })),
  })
  .meta({ id: 'Attribution' });

const rewardResult = z
  .strictObject({
    id: z.string(),
    programId: z.string(),
    ruleId: z.string(),
    beneficiary: z.string(),
    customerId: z.string(),
    benefit: wireBenefit,
    status: z.string(),
    heldUntil: wireTime.nullable(),
    holdReasons: z.array(z.string()),
  })
  .meta({ id: 'RewardResult' });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const wireNote = z.object({ kind: z.string() }).catchall(scalar).meta({ id: 'Note' });
export type WireNote = z.infer<typeof wireNote>;

const tierChange = z
  .strictObject({
    programId: z.string(),
    customerId: z.string(),
    from: nullableId.describe('The tier before; null = none.'),
    to: nullableId,
    reason: z.enum(['earned', 'accepted', 'not-kept', 'entry-undone', 'tier-removed', 'membership-ended']),
  })
  .meta({ id: 'TierChange' });

const eventAnswerShape = {
  eventId: z.string(),
  outcome: z.enum(['processed', 'duplicate', 'parked']),
  customerId: nullableId,
  attribution: attributionResult.nullable(),
  attributions: z.array(attributionResult),
  rewards: z.array(rewardResult),
  refusals: z.array(wireRefusal),
  tierChanges: z.array(tierChange).optional(),
  notes: z.array(wireNote).optional(),
  produced: z.record(z.string(), z.string()).optional(),
};

export const eventAnswer = z.strictObject(eventAnswerShape).meta({ id: 'EventAnswer' });
export type WireEventAnswer = z.output<typeof eventAnswer>;

/** The whole log row behind an answer. */
export const storedEvent = z
  .strictObject({
    ...eventAnswerShape,
    type: z.string(),
    sequence: z.string(),
    occurredAt: wireTime,
    storedAt: wireTime,
    orderId: z.string().nullable(),
  })
  .meta({ id: 'StoredEvent' });

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    field: z.string().nullable(),
    detail: z.string(),
    text: wireText,
    missing: wireMissing.optional(),
    reasons: z.array(z.strictObject({ code: z.string(), field: z.string(), text: wireText })).optional(),
    access: z
      .strictObject({
        opensAt: wireTime.nullable(),
        opensForEverybodyAt: wireTime.nullable(),
        tiers: z.array(z.strictObject({ id: z.string(), name: wireText })),
        next: tierStanding.shape.next,
      })
      .optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; `text` holds the detail in both languages.' });

/** In a batch each event has its own answer or its own problem. */
export const eventResult = z.union([eventAnswer, problemSchema]);
