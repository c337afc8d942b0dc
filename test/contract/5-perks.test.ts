import { describe, expect, it } from 'vitest';
import { decodeProgramDocument, encodeProgramDocument } from '../../src/contract/program-document.ts';
import { program, rule, to } from './programs.ts';
import { rub } from './wire.ts';

const name = { ru: 'Курс', en: 'Course' };
const course = { id: 'course', name, kind: 'access', cost: rub(50_000) };
const seat = { id: 'seat', name, kind: 'seat' };
const buyer = (benefit: object): object => rule([to('buyer', benefit)]);
const gives = (benefit: object, perks: readonly object[] = [course, seat], more: object = {}): object =>
  program([buyer(benefit)], { perks, ...more });

function issuesOf(document: object): readonly string[] {
  const decoded = decodeProgramDocument(document, { timeZone: 'UTC' });
  return decoded.ok ? [] : decoded.error.map((issue) => `${issue.code} ${issue.field}`);
}

describe('perks of a document', () => {
  it.each([
    ['a perk nobody described', gives({ kind: 'perk', perk: 'car' }), ['perk_unknown /rules/0/grant/0/benefit/perk']],
    [
      'an option nobody described',
      gives({ kind: 'choice', of: ['course', 'car'], default: 'course', withinDays: 7 }),
      ['perk_unknown /rules/0/grant/0/benefit/of/1'],
    ],
    [
      'a default that is no option',
      gives({ kind: 'choice', of: ['course', 'seat'], default: 'car', withinDays: 7 }),
      ['choice_default_missing /rules/0/grant/0/benefit/default'],
    ],
    [
      'a choice of one, at once',
      gives({ kind: 'choice', of: ['course', 'course'], default: 'course', withinDays: 0 }),
      ['number_out_of_range /rules/0/grant/0/benefit/withinDays', 'choice_too_few /rules/0/grant/0/benefit/of'],
    ],
    ['two perks of one id', gives({ kind: 'perk', perk: 'course' }, [course, course]), ['perk_id_repeated /perks/1/id']],
    ['an id with a space', gives({ kind: 'perk', perk: 'a b' }, [{ ...course, id: 'a b' }]), ['perk_id_malformed /perks/0/id']],
    ['no seats at all', gives({ kind: 'perk', perk: 'seat' }, [{ ...seat, capacity: 0 }]), ['number_out_of_range /perks/0/capacity']],
    [
      'an end before the start',
      gives({ kind: 'perk', perk: 'seat' }, [{ ...seat, startsAt: '2026-12-02T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' }]),
      ['perk_times_reversed /perks/0/endsAt'],
    ],
    [
      'a time without a zone',
      gives({ kind: 'perk', perk: 'seat' }, [{ ...seat, startsAt: '2026-12-02T00:00:00' }]),
      ['time_malformed /perks/0/startsAt'],
    ],
    [
      'an opening of a seat',
      gives({ kind: 'perk', perk: 'seat' }, [{ ...seat, opensAt: '2026-12-02T00:00:00Z' }]),
      ['perk_field_unused /perks/0/opensAt'],
    ],
    [
      'early access at no time',
      gives({ kind: 'perk', perk: 'sale' }, [{ id: 'sale', name, kind: 'earlyAccess' }]),
      ['perk_opening_missing /perks/0/opensAt'],
    ],
    [
      'an earlier hour for a tier that is not there',
      gives({ kind: 'perk', perk: 'sale' }, [
        { id: 'sale', name, kind: 'earlyAccess', opensAt: '2026-12-02T00:00:00Z', earlierHours: { gold: 48 } },
      ]),
      ['tier_unknown /perks/0/earlierHours/gold'],
    ],
    [
      'an address that is none',
      gives({ kind: 'perk', perk: 'seat' }, [{ ...seat, url: 'javascript:alert(1)' }]),
      ['perk_url_malformed /perks/0/url'],
    ],
    [
      'money of another currency',
      gives({ kind: 'perk', perk: 'course' }, [{ ...course, cost: { amountMinor: '1', currency: 'USD' } }]),
      ['currency_mismatch /perks/0/cost/currency'],
    ],
    [
      'a life of its own',
      program([rule([to('buyer', { kind: 'perk', perk: 'course' }, { expiresAfterDays: 5 })])], { perks: [course] }),
      ['expiry_unused /rules/0/grant/0/expiresAfterDays'],
    ],
    [
      'a donation of nothing',
      gives({ kind: 'donation', amount: rub(0), to: 'x' }),
      ['amount_not_positive /rules/0/grant/0/benefit/amount/amountMinor'],
    ],
    ['a donation of no size', gives({ kind: 'donation', to: 'x' }), ['choose_one /rules/0/grant/0/benefit']],
    [
      'a share of no order',
      program([rule([to('buyer', { kind: 'donation', percent: { basisPoints: 100 }, to: 'x' })], { on: 'member.signed_up' })]),
      ['benefit_needs_order /rules/0/grant/0/benefit'],
    ],
  ])('are refused with %s (0-13, 0-18, 4-11)', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('come back as they were sent, every default spelled out', () => {
    const sale = { id: 'sale', name, kind: 'earlyAccess', opensAt: '2026-12-02T00:00:00.000Z', earlierHours: { fan: 48 } };
    const tiers = [{ id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, perks: ['seat', 'sale'] }];
    const benefits = [
      { kind: 'perk', perk: 'course' },
      { kind: 'choice', of: ['course', 'seat'], default: 'seat', withinDays: 7 },
      { kind: 'donation', percent: { basisPoints: 100 }, max: rub(5), to: 'Фонд' },
      { kind: 'donation', amount: rub(5), to: 'Фонд' },
    ];
    const sent = program([rule(benefits.map((benefit) => to('buyer', benefit)))], {
      perks: [course, { ...seat, capacity: 5, url: 'https://a.example/b' }, sale],
      tiers,
    });
    const decoded = decodeProgramDocument(sent, { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const again = decodeProgramDocument(JSON.parse(JSON.stringify(encodeProgramDocument(decoded.value))), { timeZone: 'Asia/Tokyo' });
    expect(again).toEqual(decoded);
  });
});
