import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../../../test/support/arbitrary-program.ts';
import {
  AT_BENEFIT,
  AT_GRANT,
  AT_RULE,
  DOCUMENT,
  HOLD,
  issuesOf,
  POINTS,
  RULE,
  THIS_ORDER,
  withBenefit,
  withGrant,
  withRule,
} from '../../../test/support/program-builders.ts';
import type { ProgramDocument } from './document.ts';
import { allRules } from './program-rules.ts';

describe('validateProgram on the document', () => {
  it.each<[string, ProgramDocument, string[]]>([
    ['a plain programme', DOCUMENT, []],
    ['no rules', { ...DOCUMENT, rules: [] }, ['rules_missing /rules']],
    ['two rules of one name', { ...DOCUMENT, rules: [RULE, RULE] }, ['rule_id_repeated /rules/1/id']],
    ['a rule name with a space', withRule({ id: 'first order' }), [`rule_id_malformed ${AT_RULE}/id`]],
    ['a rule name in Cyrillic', withRule({ id: 'правило' }), [`rule_id_malformed ${AT_RULE}/id`]],
    ['a rule that gives nothing', withRule({ grant: [] }), [`grant_missing ${AT_RULE}/grant`]],
    ['an unknown currency', { ...withBenefit(POINTS), currency: 'XXX' }, ['currency_unknown /currency']],
    ['an unknown time zone', { ...DOCUMENT, timeZone: 'Europe/Msk' }, ['time_zone_unknown /timeZone']],
    ['a name of spaces', { ...DOCUMENT, name: { ru: 'Имя', en: ' ' } }, ['text_empty /name/en']],
    [
      'a window of no days',
      { ...DOCUMENT, attribution: { ...DOCUMENT.attribution, windowDays: 0 } },
      ['number_out_of_range /attribution/windowDays'],
    ],
    [
      'a window of eleven years',
      { ...DOCUMENT, attribution: { ...DOCUMENT.attribution, windowDays: 4000 } },
      ['number_out_of_range /attribution/windowDays'],
    ],
    [
      'points worth nothing',
      { ...DOCUMENT, points: { name: DOCUMENT.name, value: { amountMinor: 0n, currency: 'RUB' } } },
      ['amount_not_positive /points/value/amountMinor'],
    ],
    ['points given but not named', { ...withBenefit(POINTS), points: null }, [`points_missing ${AT_BENEFIT}`]],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('tells every reason at once', () => {
    const document: ProgramDocument = {
      ...withGrant(
        { benefit: { ...THIS_ORDER, validDays: 0 }, to: 'referrer', hold: HOLD },
        {
          id: '',
          on: 'order.delivered',
          if: [
            { kind: 'newCustomer', is: true },
            { kind: 'orderNumber', is: null, atLeast: 2 },
          ],
        },
      ),
      timeZone: 'Nowhere',
      currency: 'ZZZ',
    };
    expect(issuesOf(document)).toEqual([
      'currency_unknown /currency',
      'time_zone_unknown /timeZone',
      `rule_id_malformed ${AT_RULE}/id`,
      `conditions_contradict ${AT_RULE}/if/1/orderNumber`,
      `number_out_of_range ${AT_BENEFIT}/validDays`,
      `coupon_needs_payment ${AT_BENEFIT}/use`,
      `coupon_not_for_referrer ${AT_BENEFIT}/use`,
      `coupon_held ${AT_GRANT}/hold`,
      `coupon_validity_unused ${AT_BENEFIT}/validDays`,
    ]);
  });

  it('accepts what the generator draws, and the generator draws every benefit and condition', () => {
    const drawn = fc.sample(arbitraryProgram, 500).flatMap(allRules);
    const kinds = drawn.flatMap((rule) => [
      ...rule.grant.map((grant) => grant.benefit.kind),
      ...rule.if.map((condition) => condition.kind),
    ]);
    expect(new Set<string>(kinds)).toEqual(
      new Set([
        'credit',
        'commission',
        'points',
        'coupon',
        'gift',
        'perk',
        'choice',
        'donation',
        'newCustomer',
        'orderNumber',
        'paid',
        'deliveredOrders',
        'paidOrders',
        'sku',
        'category',
        'channel',
        'currency',
        'daysSince',
        'monthsSince',
        'referralNumber',
      ]),
    );
  });

  it('draws ladders of every kind, with rules of their own, and every trigger', () => {
    const drawn = fc.sample(arbitraryProgram, 500);
    const tiers = drawn.flatMap((document) => document.tiers);
    expect(new Set(tiers.map((tier) => tier.downgrade))).toEqual(new Set(['none', 'oneStep', 'toEarned']));
    expect(new Set(tiers.map((tier) => tier.entry.acceptance))).toEqual(new Set(['none', 'partnerTerms']));
    expect(new Set(tiers.map((tier) => tier.expiry?.kind ?? 'life'))).toEqual(new Set(['life', 'days', 'months', 'yearly']));
    expect(new Set(tiers.flatMap((tier) => [...tier.entry.if, ...(tier.keep ?? [])].map(({ kind }) => kind)))).toEqual(
      new Set(['paidOrders', 'spend', 'margin', 'qualifiedReferrals', 'scoresGiven', 'score', 'noOpenComplaint', 'daysSinceJoining']),
    );
    expect(tiers.some((tier) => tier.rules.length > 0 && tier.perks.length > 0)).toBe(true);
    const triggers = new Set<string>(drawn.flatMap(allRules).map((rule) => rule.on));
    for (const trigger of ['order.paid', 'member.signed_up', 'referral.qualified', 'tier.entered', 'feedback.given'])
      expect(triggers).toContain(trigger);
  });
});
