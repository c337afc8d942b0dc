/** The wire form of tiers (ADR 0011). */
import { z } from 'zod';
import { money, name, text } from './primitives.ts';

const MAX_TIERS = 20;
const MAX_CONDITIONS = 50;
const MAX_IDS = 100;
const MAX_CATEGORIES = 1000;

const withinDays = z.int().optional().describe('So many local calendar days up to and including today; absent = for life.');
const countSchema = z.strictObject({ atLeast: z.int(), withinDays });
const amountSchema = z.strictObject({ atLeast: money, withinDays });

export const tierConditionSchema = z
  .strictObject({
    paidOrders: countSchema.optional(),
    spend: amountSchema.optional(),
    margin: amountSchema.optional(),
    qualifiedReferrals: countSchema.optional(),
    scoresGiven: countSchema.optional(),
    score: z
      .strictObject({ atLeast: z.int(), required: z.boolean().optional() })
      .optional()
      .describe('The latest score; who gave none is not stopped unless `required`.'),
    noOpenComplaint: z.literal(true).optional(),
    daysSinceJoining: z.strictObject({ atLeast: z.int() }).optional(),
  })
  .describe('Exactly one field names the condition.');

const conditionsSchema = z.array(tierConditionSchema).max(MAX_CONDITIONS);
const wordsSchema = z.strictObject({ ru: text(500), en: text(500) });

/** A tier whose rules have the given form: that of the programme's own. */
export function tierSchema<Rules extends z.ZodType>(rules: Rules) {
  return z.strictObject({
    id: name(),
    name: z.strictObject({ ru: text(200), en: text(200) }),
    badge: z.strictObject({ ru: text(200), en: text(200) }).optional(),
    greeting: wordsSchema.optional(),
    thankYou: wordsSchema.optional().describe('The owner’s words to who enters.'),
    entry: z.strictObject({
      if: conditionsSchema,
      acceptance: z.enum(['none', 'partnerTerms']).optional().describe('`partnerTerms`: who qualifies is invited and enters by accepting.'),
    }),
    keep: z.strictObject({ if: conditionsSchema }).optional().describe('Absent = the conditions of entry.'),
    expiry: z
      .strictObject({ days: z.int().optional(), months: z.int().optional(), yearly: name().optional().describe('MM-DD.') })
      .optional()
      .describe('Exactly one field. The term’s last local day is included; absent = for life.'),
    downgrade: z.enum(['none', 'oneStep', 'toEarned']).optional(),
    graceDays: z.int().optional(),
    warnDays: z.int().optional(),
    perks: z.array(name()).max(MAX_IDS).optional().describe('Ids of the document’s perks.'),
    replaces: z.array(name()).max(MAX_IDS).optional().describe('Ids of the programme’s own rules that do not apply in this tier.'),
    rules: rules.optional(),
  });
}

export function tiersSchema<Rules extends z.ZodType>(rules: Rules) {
  return z.array(tierSchema(rules)).max(MAX_TIERS);
}

export const marginSchema = z
  .strictObject({
    basisPoints: z.int(),
    categories: z
      .array(z.strictObject({ category: name(), basisPoints: z.int() }))
      .max(MAX_CATEGORIES)
      .optional(),
  })
  .describe('The share of an order that is earned where its lines name no cost.');

export type TierConditionForm = z.output<typeof tierConditionSchema>;
export type TierConditionWire = z.input<typeof tierConditionSchema>;
export type MarginForm = z.output<typeof marginSchema>;
export type MarginWire = z.input<typeof marginSchema>;
