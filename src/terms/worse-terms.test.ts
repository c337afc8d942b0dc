import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../../test/support/arbitrary-program.ts';
import { decodeProgramDocument } from '../contract/program-document.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { findTemplate } from '../templates/all-templates.ts';
import { mergeOverrides } from '../templates/merge-overrides.ts';
import { shopSizes } from '../templates/shop-sizes.ts';
import { worseTerms } from './worse-terms.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const rub = (minor: number) => ({ amountMinor: String(minor), currency: 'RUB' });

/** A template's document with changes over it. */
function documentOf(templateId: string, overrides: object = {}): ProgramDocument {
  const sizes = shopSizes({ locale: 'ru', currency: 'RUB', at: AT, figures: null, typedMarginBasisPoints: null });
  const decoded = decodeProgramDocument(mergeOverrides(findTemplate(templateId)?.propose(sizes).document, overrides), { timeZone: 'UTC' });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}

const rule = (more: object) => ({ rules: [{ id: 'friend-first-order', ...more }] });
const referrer = {
  to: 'referrer',
  benefit: { kind: 'credit', amount: rub(30_000) },
  hold: { days: 14, from: 'payment' },
  expiresAfterDays: 365,
};
const friend = { to: 'friend', benefit: { kind: 'credit', amount: rub(30_000) } };
const plain = { ...rule({ grant: [referrer, friend], if: [{ paid: { atLeast: rub(100_000) } }] }), shortfall: 'clamp', sharing: 'public' };
const withLeg = (leg: object) => ({
  ...plain,
  ...rule({ grant: [{ ...referrer, ...leg }, friend], if: [{ paid: { atLeast: rub(100_000) } }], allowReferrerMore: true }),
});

describe('what a newer version makes worse (2-13)', () => {
  it.each([
    ['a smaller reward', withLeg({ benefit: { kind: 'credit', amount: rub(29_999) } }), ['/rules/0/grant/0/benefit']],
    [
      'another kind of reward',
      withLeg({ benefit: { kind: 'coupon', amount: rub(90_000), use: 'nextOrder' }, expiresAfterDays: undefined }),
      ['/rules/0/grant/0/benefit'],
    ],
    ['a longer hold', withLeg({ hold: { days: 15, from: 'payment' } }), ['/rules/0/grant/0/hold']],
    ['a hold that waits for a person', withLeg({ hold: { days: 14, from: 'payment', reasons: ['review'] } }), ['/rules/0/grant/0/hold']],
    ['a shorter life', withLeg({ expiresAfterDays: 364 }), ['/rules/0/grant/0/expiresAfterDays']],
    [
      'a reward that is gone',
      { ...plain, ...rule({ grant: [friend], if: [{ paid: { atLeast: rub(100_000) } }], caps: null }) },
      ['/rules/0'],
    ],
    [
      'a higher minimum',
      { ...plain, ...rule({ grant: [referrer, friend], if: [{ paid: { atLeast: rub(100_001) } }] }) },
      ['/rules/0/if/0'],
    ],
    [
      'a condition more',
      { ...plain, ...rule({ grant: [referrer, friend], if: [{ paid: { atLeast: rub(100_000) } }, { newCustomer: true }] }) },
      ['/rules/0/if/1'],
    ],
    [
      'a lower cap',
      {
        ...plain,
        ...rule({
          grant: [referrer, friend],
          if: [{ paid: { atLeast: rub(100_000) } }],
          caps: { perReferrer: { count: 19, per: 'year' } },
        }),
      },
      ['/rules/0/caps/perReferrer'],
    ],
    ['a smaller budget', { ...plain, budget: rub(1_000_000) }, ['/budget']],
    ['a shorter window', { ...plain, attribution: { windowDays: 59 } }, ['/attribution/windowDays']],
    ['debts', { ...plain, shortfall: 'debt' }, ['/shortfall']],
    ['private sharing', { ...plain, sharing: 'private' }, ['/sharing']],
    ['percents without tax', { ...plain, percentOf: { tax: 'excluded' } }, ['/percentOf/tax']],
  ])('is seen: %s', (_what, now, paths) => {
    const before = documentOf('two-sided-code', plain);
    const found = worseTerms(before, documentOf('two-sided-code', now));
    expect(found.map(({ path }) => path)).toEqual(paths);
    for (const { text } of found) expect(text.ru !== '' && text.en !== '').toBe(true);
  });

  it.each([
    ['a larger reward', withLeg({ benefit: { kind: 'credit', amount: rub(30_001) } })],
    ['a shorter hold', withLeg({ hold: { days: 13, from: 'payment' } })],
    ['no hold', withLeg({ hold: undefined })],
    ['a longer life', withLeg({ expiresAfterDays: 366 })],
    ['a lower minimum', { ...plain, ...rule({ grant: [referrer, friend], if: [{ paid: { atLeast: rub(99_999) } }] }) }],
    ['a longer window', { ...plain, attribution: { windowDays: 61 } }],
    ['another name', { ...plain, name: { ru: 'Новое', en: 'New' } }],
  ])('is not seen in what is better or indifferent: %s', (_what, now) => {
    expect(worseTerms(documentOf('two-sided-code', plain), documentOf('two-sided-code', now))).toEqual([]);
  });

  it.each([
    ['a higher threshold', { tiers: [{ id: 'partner', entry: { if: [{ qualifiedReferrals: { atLeast: 7 } }] } }] }, '/tiers/2/entry'],
    ['a perk less', { tiers: [{ id: 'trusted', perks: ['webinar'] }] }, '/tiers/0/perks'],
    ['a shorter grace', { tiers: [{ id: 'partner', graceDays: 29 }] }, '/tiers/2/keep'],
    ['a term', { tiers: [{ id: 'ambassador', expiry: { months: 12 } }] }, '/tiers/3/keep'],
    [
      'a lower share',
      {
        tiers: [
          {
            id: 'partner',
            rules: [{ id: 'partner-share', grant: [{ to: 'referrer', benefit: { kind: 'commission', percent: { basisPoints: 400 } } }] }],
          },
        ],
      },
      '/tiers/2/rules/0/grant/0/benefit',
    ],
    ['a smaller room', { perks: [{ id: 'webinar', capacity: 99 }] }, '/perks/0'],
  ])('is seen in tiers and perks: %s', (_what, overrides, path) => {
    const found = worseTerms(documentOf('three-levels'), documentOf('three-levels', overrides)).map((term) => term.path);
    expect(found).toContain(path);
  });

  const seat = { capacity: 100, validDays: 30, startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-31T09:00:00Z' };
  const doors = { kind: 'earlyAccess', opensAt: '2026-12-01T09:00:00Z' };
  it.each([
    ['fewer seats', seat, { capacity: 99 }],
    ['seats where there was no limit', { ...seat, capacity: null }, { capacity: 100 }],
    ['fewer days', seat, { validDays: 29 }],
    ['days where there was no limit', { ...seat, validDays: null }, { validDays: 30 }],
    ['an earlier end', seat, { endsAt: '2026-12-30T09:00:00Z' }],
    ['an end where there was none', { ...seat, endsAt: null }, { endsAt: '2026-12-31T09:00:00Z' }],
    ['a later start', seat, { startsAt: '2026-12-02T09:00:00Z' }],
    ['a start where there was none', { ...seat, startsAt: null }, { startsAt: '2026-12-01T09:00:00Z' }],
    ['a later opening', doors, { opensAt: '2026-12-02T09:00:00Z' }],
  ])('0-13 is seen in a perk, and its opposite is not: %s', (_what, before, change) => {
    const older = documentOf('three-levels', { perks: [{ id: 'webinar', ...before }] });
    const newer = documentOf('three-levels', { perks: [{ id: 'webinar', ...before, ...change }] });
    expect(worseTerms(older, newer).map(({ path }) => path)).toEqual(['/perks/0']);
    expect(worseTerms(newer, older)).toEqual([]);
    for (const { text } of worseTerms(older, newer)) expect(text.en).not.toMatch(/was (.*), now \1\./);
  });

  it('is nothing between a programme and itself', () => {
    fc.assert(
      fc.property(arbitraryProgram, (document) => {
        expect(worseTerms(document, document)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
