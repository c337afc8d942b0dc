import { z } from 'zod';
import { CHECKS } from '../domain/program/lint/advice.ts';
import { text, wireMoney, wireText } from './primitives.ts';

export const checkName = z.enum(CHECKS, 'choice');

const severity = z
  .enum(['error', 'warning', 'note'])
  .describe('An error stops publishing, a warning needs a typed reason, a note is worth knowing.');

const place = z
  .strictObject({
    path: z.string().describe('JSON pointer into the document.'),
    ruleId: z.string().nullable(),
    tierId: z.string().nullable(),
    perkId: z.string().nullable(),
  })
  .meta({ id: 'AdvicePlace' });

const cost = z
  .strictObject({ ...wireMoney.shape, per: z.enum(['order', 'month', 'year']), how: wireText })
  .meta({ id: 'AdviceCost', description: 'In the shop’s own numbers; on a round order while it has none.' });

const evidence = z
  .strictObject({
    text: wireText,
    source: wireText,
    year: z.int().nullable(),
    trust: z
      .enum(['study', 'vendor', 'complaint', 'practice', 'law', 'arithmetic', 'own-orders', 'convention'])
      .describe('How far the source can be trusted.'),
  })
  .meta({ id: 'Evidence' });

export const advice = z
  .strictObject({
    check: checkName,
    severity,
    canOverride: z.boolean().describe('An error that a typed reason overrides.'),
    where: place,
    reason: wireText,
    evidence,
    cost: cost.nullable(),
    suggestion: z.strictObject({
      ...wireText.shape,
      patch: z
        .strictObject({ path: z.string(), value: z.unknown().describe('What to put there, as the document writes it.') })
        .optional()
        .describe('A value to set in the document.'),
    }),
  })
  .meta({ id: 'Advice' });

export const givenAdvice = z
  .strictObject({
    check: checkName,
    severity,
    where: place,
    reason: wireText,
    cost: cost.nullable(),
    answer: z.string().nullable().describe('The reason typed; null = no reason typed.'),
  })
  .meta({ id: 'GivenAdvice' });

export const typedReasons = z.partialRecord(checkName, text(1000)).meta({ id: 'TypedReasons' });
