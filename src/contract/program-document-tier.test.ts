import { describe, expect, it } from 'vitest';
import { decodeProgramDocument, encodeProgramDocument } from './program-document.ts';

const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });
const name = { ru: 'Ступень', en: 'Tier' };
const rule = { id: 'r', on: 'order.paid', grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1 } } } };
const documentOf = (tier: object, more: object = {}) => ({
  name: { ru: 'П', en: 'P' },
  currency: 'RUB',
  rules: [rule],
  tiers: [{ id: 'one', name, entry: { if: [] }, ...tier }],
  ...more,
});
const decode = (input: unknown) => decodeProgramDocument(input, { timeZone: 'Europe/Moscow' });
const issuesOf = (input: unknown): string[] => {
  const decoded = decode(input);
  return decoded.ok ? [] : decoded.error.map(({ code, field }) => `${code} ${field}`);
};

describe('tiers on the wire', () => {
  it('fill their defaults', () => {
    expect(decode(documentOf({}))).toMatchObject({
      ok: true,
      value: {
        tiers: [
          {
            id: 'one',
            badge: null,
            entry: { if: [], acceptance: 'none' },
            keep: null,
            expiry: null,
            downgrade: 'toEarned',
            graceDays: 0,
            warnDays: 30,
            perks: [],
            replaces: [],
            rules: [],
          },
        ],
        margin: null,
      },
    });
  });

  it('are the same after a way there and back, amounts above 2^53 exact', () => {
    const full = documentOf(
      {
        badge: name,
        greeting: name,
        thankYou: name,
        entry: {
          if: [
            { paidOrders: { atLeast: 2, withinDays: 365 } },
            { spend: { atLeast: rub('90071992547409931') } },
            { margin: { atLeast: rub('1'), withinDays: 30 } },
            { qualifiedReferrals: { atLeast: 6 } },
            { scoresGiven: { atLeast: 1 } },
            { score: { atLeast: 7, required: true } },
            { noOpenComplaint: true },
            { daysSinceJoining: { atLeast: 10 } },
          ],
          acceptance: 'partnerTerms',
        },
        keep: { if: [{ paidOrders: { atLeast: 1 } }] },
        expiry: { yearly: '12-31' },
        downgrade: 'oneStep',
        graceDays: 7,
        warnDays: 14,
        replaces: ['r'],
        rules: [{ ...rule, id: 'own' }],
      },
      { margin: { basisPoints: 3_000, categories: [{ category: 'tea', basisPoints: 5_000 }] } },
    );
    const decoded = decode(full);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(decoded.value.tiers[0]?.entry.if[1]).toEqual({ kind: 'spend', atLeastMinor: 90_071_992_547_409_931n, withinDays: null });
    expect(decode(encodeProgramDocument(decoded.value))).toEqual(decoded);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'two conditions in one pair of braces',
      { entry: { if: [{ noOpenComplaint: true, score: { atLeast: 1 } }] } },
      ['choose_one /tiers/0/entry/if/0'],
    ],
    ['no term in an expiry', { expiry: {} }, ['choose_one /tiers/0/expiry']],
    ['two terms in one', { expiry: { days: 1, months: 1 } }, ['choose_one /tiers/0/expiry']],
    ['a day of the year in words', { expiry: { yearly: '31 December' } }, ['value_not_allowed /tiers/0/expiry/yearly']],
    [
      'another currency',
      { entry: { if: [{ spend: { atLeast: { amountMinor: '1', currency: 'USD' } } }] } },
      ['currency_mismatch /tiers/0/entry/if/0/spend/atLeast/currency'],
    ],
    ['a field of another name', { colour: 'gold' }, ['field_unknown /tiers/0/colour']],
    [
      'a rule with one grant, which is pointed at without a number',
      { rules: [{ ...rule, id: 'own', grant: { to: 'buyer', benefit: { kind: 'credit', amount: rub('0') } } }] },
      ['amount_not_positive /tiers/0/rules/0/grant/benefit/amount/amountMinor'],
    ],
  ])('say what is wrong with %s', (_name, tier, issues) => {
    expect(issuesOf(documentOf(tier))).toEqual(issues);
  });
});
