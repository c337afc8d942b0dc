import { z } from 'zod';
import { wireMoney, wireText, wireTime } from './primitives.ts';

/** Where a member stands on a programme's ladder, as the API shows it. */
const measured = z.union([z.int(), wireMoney]);

const gap = z
  .strictObject({
    metric: z.enum([
      'paidOrders',
      'spend',
      'margin',
      'qualifiedReferrals',
      'scoresGiven',
      'score',
      'noOpenComplaint',
      'daysSinceJoining',
      'partnerTerms',
    ]),
    have: measured,
    need: measured,
    missing: measured,
    withinDays: z.int().optional().describe('Only of what counts in a window of days.'),
    marginFrom: z
      .enum(['cost', 'typed', 'mixed', 'unknown'])
      .optional()
      .describe('Only of margin: from the lines’ cost, the programme’s typed share, some of each, or nothing known.'),
    text: wireText,
  })
  .meta({ id: 'TierGap' });

export const tierStanding = z
  .strictObject({
    id: z.string().nullable().describe('Null = in no tier.'),
    name: wireText.nullable(),
    badge: wireText.nullable(),
    greeting: wireText.nullable(),
    thankYou: wireText.nullable(),
    since: wireTime.nullable(),
    termEndsAt: wireTime.nullable(),
    graceEndsAt: wireTime.nullable(),
    willDrop: z
      .strictObject({ at: wireTime, to: z.string().nullable(), reasons: z.array(gap) })
      .nullable()
      .describe('The loss that time alone will bring, from `warnDays` before it.'),
    invitedTo: z
      .strictObject({ id: z.string(), name: wireText, at: wireTime, by: z.enum(['rules', 'staff']) })
      .nullable()
      .describe('Entered by accepting the partner terms.'),
    next: z
      .strictObject({ id: z.string(), name: wireText, missing: z.array(gap) })
      .nullable()
      .describe('The tier above and what it still takes.'),
  })
  .meta({ id: 'TierStanding' });

export type WireTierGap = z.input<typeof gap>;
export type WireTierStanding = z.input<typeof tierStanding>;
