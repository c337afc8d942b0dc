/** The wire form of a programme (contract.md 5): what a document may be made of. What it must say is `validateProgram`'s to judge. */
import { z } from 'zod';
import { currency, money, name, points, text } from './primitives.ts';
import { choiceBenefitSchema, donationBenefitSchema, perkBenefitSchema, perksSchema } from './program-document-perk-schema.ts';
import { storySchema } from './program-document-story.ts';
import { marginSchema, tiersSchema } from './program-document-tier-schema.ts';

const MAX_RULES = 100;
const MAX_CONDITIONS = 50;
const MAX_GRANTS = 20;
const MAX_LIST = 1000;
const MAX_STEPS = 100;

// Points of the programme itself: the same amount, and no programme to name.
const wholePoints = points.shape.points;
const pointsSchema = z.strictObject({ points: wholePoints });
const amountSchema = z.union([money, pointsSchema]);
const localizedSchema = z.strictObject({ ru: text(200), en: text(200) });
const percentSchema = z.strictObject({ basisPoints: z.int().describe('100 basis points are 1 %.') });
const ofSchema = z.enum(['base', 'matchingLines']);
const listSchema = z.strictObject({ in: z.array(name()).max(MAX_LIST) });
const countSchema = z.strictObject({ atLeast: z.int() });

const sinceSchema = z.enum(['firstPaidOrder', 'lastPaidOrder', 'signUp', 'touch', 'joined']);

const stepsSchema = <Amount extends z.ZodRawShape>(amount: Amount) =>
  z
    .strictObject({
      mode: z.enum(['marginal', 'retroactive', 'milestone']),
      per: z.enum(['life', 'year', 'month']).optional(),
      table: z.array(z.strictObject({ from: z.int(), ...amount })).max(MAX_STEPS),
    })
    .describe('Grows with the counted referrals of the referrer: each step begins at `from` of them.');

const conditionSchema = z
  .strictObject({
    newCustomer: z.boolean().optional(),
    referredAsNew: z
      .boolean()
      .optional()
      .describe('The friend was a new customer at the first order after being brought, whatever was bought since.'),
    orderNumber: z.strictObject({ is: z.int().optional(), atLeast: z.int().optional() }).optional(),
    paid: z.strictObject({ atLeast: money }).optional(),
    deliveredOrders: countSchema.optional(),
    paidOrders: countSchema.optional(),
    sku: listSchema.optional(),
    category: listSchema.optional(),
    channel: listSchema.optional(),
    currency: listSchema.optional(),
    daysSince: z
      .strictObject({
        event: sinceSchema,
        atLeast: z.int().optional(),
        atMost: z.int().optional(),
      })
      .optional(),
    monthsSince: z.strictObject({ event: sinceSchema, atMost: z.int() }).optional().describe('Calendar months, the end included.'),
    referralNumber: z
      .strictObject({ is: z.int().optional(), atLeast: z.int().optional() })
      .optional()
      .describe('Which of the referrer’s counted referrals this one is.'),
  })
  .describe('Exactly one field names the condition.');

const moneyBenefitSchema = z.strictObject({
  kind: z.enum(['credit', 'commission']),
  amount: money.optional(),
  percent: percentSchema.optional(),
  steps: stepsSchema({ amount: money }).optional(),
  max: money.optional(),
  of: ofSchema.optional(),
});

const pointsBenefitSchema = z.strictObject({
  kind: z.literal('points'),
  points: wholePoints.optional(),
  per: z.strictObject({ amount: money, points: wholePoints }).optional(),
  steps: stepsSchema({ points: wholePoints }).optional(),
  max: pointsSchema.optional(),
  of: ofSchema.optional(),
});

const couponBenefitSchema = z.strictObject({
  kind: z.literal('coupon'),
  percent: percentSchema.optional(),
  amount: money.optional(),
  freeDelivery: z.literal(true).optional(),
  use: z.enum(['thisOrder', 'nextOrder']),
  max: money.optional(),
  validDays: z.int().optional(),
  stackable: z.boolean().optional(),
});

const giftBenefitSchema = z.strictObject({ kind: z.literal('gift'), sku: name(), cost: money });

const benefitSchema = z.discriminatedUnion('kind', [
  moneyBenefitSchema,
  pointsBenefitSchema,
  couponBenefitSchema,
  giftBenefitSchema,
  perkBenefitSchema,
  choiceBenefitSchema,
  donationBenefitSchema,
]);

const holdSchema = z.strictObject({
  days: z.int().nullable().optional(),
  from: z.enum(['delivery', 'payment']).optional(),
  orFromPaymentDays: z.int().optional(),
  reasons: z
    .array(z.enum(['review', 'payer-consent', 'tax-data']))
    .max(3)
    .optional(),
});

const grantSchema = z.strictObject({
  to: z.enum(['referrer', 'friend', 'buyer', 'company']),
  benefit: benefitSchema,
  hold: holdSchema.optional(),
  expiresAfterDays: z.int().optional(),
  accrue: z.enum(['whenPaid', 'perPayment']).optional(),
});

const capsSchema = z.strictObject({
  perReferrer: z
    .strictObject({ count: z.int().optional(), amount: amountSchema.optional(), per: z.enum(['day', 'month', 'year', 'life']) })
    .optional(),
  budget: amountSchema.optional(),
});

const conditionsSchema = z.array(conditionSchema).max(MAX_CONDITIONS);

const ruleSchema = z.strictObject({
  id: name(),
  on: name().describe(
    'order.placed, order.paid, order.delivered, member.signed_up, referral.registered, feedback.given, tier.entered, referral.qualified or custom.<name>.',
  ),
  if: conditionsSchema.optional(),
  grant: z.union([grantSchema, z.array(grantSchema).max(MAX_GRANTS)]),
  caps: capsSchema.optional(),
  allowReferrerMore: z.boolean().optional().describe('Allows the referrer to gain more than the friend.'),
});

export const programDocumentSchema = z.strictObject({
  name: localizedSchema,
  currency,
  timeZone: name().optional(),
  points: z.strictObject({ name: localizedSchema, value: money.optional() }).optional(),
  enrolment: z.strictObject({ mode: z.enum(['automatic', 'optIn', 'staff']).optional(), if: conditionsSchema.optional() }).optional(),
  attribution: z
    .strictObject({
      windowDays: z.int().optional(),
      touch: z.enum(['first', 'last']).optional(),
      lockAt: z.enum(['signUp', 'firstPaidOrder']).optional(),
    })
    .optional(),
  sharing: z.enum(['private', 'public']).optional(),
  offerStyle: z
    .enum(['reward', 'gift'])
    .optional()
    .describe('How the offer is told: what the member gets for a friend, or what they give their friend. `reward` when absent.'),
  marking: z
    .strictObject({
      erid: z
        .string()
        .regex(/^[A-Za-z0-9]{4,100}$/, 'format')
        .describe('The token of the advertisement.'),
      advertiser: text(200).describe('Who advertises, as the law wants them named.'),
    })
    .optional()
    .describe('What posts to everybody carry; needed where `sharing` is `public` and referrers are rewarded.'),
  percentOf: z.strictObject({ tax: z.enum(['included', 'excluded']).optional() }).optional(),
  shortfall: z.enum(['debt', 'clamp']).optional(),
  budget: amountSchema.optional(),
  rules: z.array(ruleSchema).max(MAX_RULES),
  tiers: tiersSchema(z.array(ruleSchema).max(MAX_RULES)).optional().describe('A ladder, lowest first.'),
  margin: marginSchema.optional(),
  perks: perksSchema.optional(),
  story: storySchema.optional(),
});

/** As sent and stored. */
export type AmountWire = z.input<typeof amountSchema>;
export type BenefitWire = z.input<typeof benefitSchema>;
export type CapsWire = z.input<typeof capsSchema>;
export type ConditionWire = z.input<typeof conditionSchema>;
export type CouponBenefitWire = z.input<typeof couponBenefitSchema>;
export type GrantWire = z.input<typeof grantSchema>;
export type HoldWire = z.input<typeof holdSchema>;
export type MoneyWire = z.input<typeof money>;
export type ProgramDocumentWire = z.input<typeof programDocumentSchema>;
export type RuleWire = z.input<typeof ruleSchema>;
export type TierWire = NonNullable<ProgramDocumentWire['tiers']>[number];

/** The same with its form checked and amounts read: what decoding starts from. */
export type AmountForm = z.output<typeof amountSchema>;
export type BenefitForm = z.output<typeof benefitSchema>;
export type CapsForm = z.output<typeof capsSchema>;
export type ConditionForm = z.output<typeof conditionSchema>;
export type CouponBenefitForm = z.output<typeof couponBenefitSchema>;
export type GrantForm = z.output<typeof grantSchema>;
export type HoldForm = z.output<typeof holdSchema>;
export type MoneyForm = z.output<typeof money>;
export type MoneyBenefitForm = z.output<typeof moneyBenefitSchema>;
export type PointsBenefitForm = z.output<typeof pointsBenefitSchema>;
export type ProgramDocumentForm = z.output<typeof programDocumentSchema>;
export type RuleForm = z.output<typeof ruleSchema>;
export type TierForm = NonNullable<ProgramDocumentForm['tiers']>[number];
