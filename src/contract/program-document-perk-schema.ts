/** The wire form of a programme's perks, and of the benefits that are no discount. */
import { z } from 'zod';
import { instant, money, name, text } from './primitives.ts';

const MAX_PERKS = 100;
const MAX_OPTIONS = 20;

const localizedSchema = z.strictObject({ ru: text(200), en: text(200) });

export const perksSchema = z
  .array(
    z.strictObject({
      id: name(),
      name: localizedSchema,
      kind: z
        .enum(['seat', 'earlyAccess', 'access', 'service', 'announcement', 'goods', 'codes'])
        .describe('earlyAccess and announcement are entitlements; of the other kinds a member holds units.'),
      cost: money.optional().describe('Of one unit, to the business; nothing when absent.'),
      capacity: z.int().optional().describe('Units in all, over all versions; no limit when absent.'),
      perMember: z
        .int()
        .optional()
        .describe(
          'How many one person may have, claimed or given by rules. Absent: one seat; of other kinds one claim, and all that rules give.',
        ),
      validDays: z.int().optional().describe('Calendar days that one unit lasts.'),
      revokeOnRefund: z.boolean().optional().describe('Whether a refund of the order takes it back; true when absent.'),
      startsAt: instant.optional().describe('From when it lets in.'),
      endsAt: instant.optional().describe('Nobody gets in, and none is given, from then on.'),
      opensAt: instant.optional().describe('Early access: when everybody may enter.'),
      earlierHours: z.record(name(), z.int()).optional().describe('Early access: by tier id, how many hours before `opensAt`.'),
      url: z.string().max(500, 'text').optional().describe('Where it is; invitations are this address with a token.'),
      lowStockAt: z.int().optional().describe('From how many units or codes left a warning is noted.'),
    }),
  )
  .max(MAX_PERKS);

export const perkBenefitSchema = z.strictObject({ kind: z.literal('perk'), perk: name() });

export const choiceBenefitSchema = z.strictObject({
  kind: z.literal('choice'),
  of: z.array(name()).max(MAX_OPTIONS),
  default: name().describe('Its unit is set aside from the start and given when nobody chooses in time.'),
  withinDays: z.int(),
});

/** `of` and `percent` mean what they mean for credit. */
export const donationBenefitSchema = z.strictObject({
  kind: z.literal('donation'),
  to: name().describe('Who gets it, by the name the report shows.'),
  amount: money.optional(),
  percent: z.strictObject({ basisPoints: z.int() }).optional(),
  max: money.optional(),
  of: z.enum(['base', 'matchingLines']).optional(),
});

export type PerkForm = z.output<typeof perksSchema>[number];
export type PerkWire = z.input<typeof perksSchema>[number];
export type DonationForm = z.output<typeof donationBenefitSchema>;
