import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, idOf, pageOf, pageQuery, text, wireTime } from './primitives.ts';
import { referral } from './resources.ts';

const NONE = z.strictObject({});
const FINDINGS = ['sound', 'doubtful', 'fraud'] as const;

const review = z
  .strictObject({
    referral,
    isSampled: z.boolean().describe('Whether chance has picked it, at the share of today.'),
    check: z
      .strictObject({
        finding: z.enum(FINDINGS).describe('What was found; it moves no reward.'),
        at: wireTime.describe('When it was found.'),
        by: z.string().nullable().describe('Who found it, as the act named them.'),
      })
      .nullable()
      .describe('Null until somebody has looked at it.'),
  })
  .meta({ id: 'ReferralReview' });

export type WireReview = z.input<typeof review>;

export const listReviews = endpoint({
  method: 'GET',
  path: '/v1/referrals/reviews',
  summary: 'Referrals for a person to look at: a random share of those with a paid order; it holds nothing up',
  tag: 'referrals',
  access: 'read',
  params: NONE,
  query: z.strictObject({
    state: z
      .enum(['open', 'done'], 'choice')
      .default('open')
      .describe('`open`: picked and not looked at yet, in an order of chance. `done`: all that were looked at, newest first.'),
    ...pageQuery,
  }),
  body: null,
  status: 200,
  answer: pageOf(review),
  idempotencyKey: false,
});

export const reviewReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals/{id}/review',
  summary: 'Note what a person found about a referral; again to correct it',
  tag: 'referrals',
  access: 'staff',
  params: z.strictObject({ id: idOf('ref') }),
  query: NONE,
  body: z.strictObject({
    finding: z
      .enum(FINDINGS, 'choice')
      .describe('`fraud` takes nothing back by itself: deny the reward, correct the referral or block the member.'),
    reason: text(500).optional().describe('What led to it; kept apart from the log, with other free text.'),
    actor,
  }),
  status: 200,
  answer: review,
  idempotencyKey: true,
});
