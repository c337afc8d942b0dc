import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../../test/support/arbitrary-program.ts';
import { minorDigits } from '../domain/money/money.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { counted, percentWords } from '../domain/words/number-words.ts';
import { disclosureByMember, disclosureToFriend } from './disclosure.ts';
import { friendOffers } from './friend-offers.ts';
import { howItWorks } from './how-it-works.ts';
import { offerSentence } from './offer-sentence.ts';
import { termsSections, termsText } from './terms-page.ts';
import { whyNotYet } from './why-not-yet.ts';
import { pointsWords } from './wording.ts';

const LOCALES = ['ru', 'en'] as const;
const EFFECTIVE = new Date('2026-11-20T09:00:00Z');
const QUALIFIES = new Date('2027-03-04T09:00:00Z');
const STATES = ['started', 'joined', 'ordered', 'qualified', 'refused', 'expired', 'reversed'] as const;
/** What the version, its date and the dates of a referral put into a text. */
const KNOWN = ['7', '20', '2026', '4', '5', '2027', '1'];

function textsOf(document: ProgramDocument): readonly string[] {
  return LOCALES.flatMap((locale) => [
    ...(['member', 'friend'] as const).flatMap((to) => {
      const reader = { locale, to, tierId: null };
      return [offerSentence(document, reader), ...howItWorks(document, reader).flatMap(({ title, text }) => [title, text])];
    }),
    ...friendOffers(document, null).flatMap(({ text, conditions }) => [text[locale], ...conditions.map((each) => each[locale])]),
    ...termsSections({ document, versionNumber: 7, effectiveFrom: EFFECTIVE }, locale).flatMap(({ title, paragraphs }) => [
      title,
      ...paragraphs,
    ]),
    ...[disclosureByMember(document), disclosureToFriend(document)].flatMap((text) => (text === null ? [] : [text[locale]])),
    ...STATES.flatMap((status) => {
      const referral = {
        status,
        reason: null,
        qualifiesAt: QUALIFIES,
        expiresAt: QUALIFIES,
        tierId: null,
        waitsFor: ['review'],
        noReward: null,
      } as const;
      const told = whyNotYet(referral, document);
      return told === null ? [] : [told.friend[locale], told.referrer[locale], told.staff[locale]];
    }),
  ]);
}

describe('the texts of any programme', () => {
  it('2-06 have no gap, no undefined and no null in them', () => {
    fc.assert(
      fc.property(arbitraryProgram, (document) => {
        const names = stringsOf(document);
        for (const text of textsOf(document)) {
          const own = without(text, names);
          expect(own.trim(), text).not.toBe('');
          expect(own, text).not.toMatch(/undefined|null|NaN|\[object|«»|“”| {2}|\(\)|, ,|\.\.|: \./);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('2-06 hold no number that is not in the document', () => {
    fc.assert(
      fc.property(arbitraryProgram, (document) => {
        const known = new Set([...KNOWN, ...numbersOf(document)]);
        const names = stringsOf(document);
        for (const text of textsOf(document)) {
          for (const [number] of without(text, names).matchAll(/\d(?:[\d\u00a0,.]*\d)?/g)) {
            expect(known, `${number} in ${text}`).toContain(number.replaceAll(/\D/g, ''));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('2-06 change with the rule', () => {
    fc.assert(
      fc.property(arbitraryProgram, (document) => {
        const longer = { ...document, attribution: { ...document.attribution, windowDays: document.attribution.windowDays + 1 } };
        const of = (of: ProgramDocument) => termsText({ document: of, versionNumber: 7, effectiveFrom: EFFECTIVE }, 'ru');
        expect(of(longer)).not.toBe(of(document));
      }),
      { numRuns: 50 },
    );
  });
});

it.each([
  [1n, '1 балл', '1 point'],
  [2n, '2 балла', '2 points'],
  [5n, '5 баллов', '5 points'],
  [11n, '11 баллов', '11 points'],
  [21n, '21 балл', '21 points'],
  [1001n, '1\u00a0001 балл', '1,001 points'],
  [9_007_199_254_740_993n, '9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993 балла', '9,007,199,254,740,993 points'],
])('counts %s as people do', (count, russian, english) => {
  expect(counted(count, 'point', 'ru')).toBe(russian);
  expect(counted(count, 'point', 'en')).toBe(english);
});

it('writes percents without a fraction that is not there', () => {
  expect([550n, 500n, 55n, 5n].map((rate) => percentWords(rate, 'ru'))).toEqual(['5,5 %', '5 %', '0,55 %', '0,05 %']);
  expect([550n, 10_000n].map((rate) => percentWords(rate, 'en'))).toEqual(['5.5%', '100%']);
});

it('calls points by the programme’s own name where it has one', () => {
  const [document] = fc.sample(arbitraryProgram, 1);
  if (document === undefined) throw new Error('one was drawn');
  const named = { ...document, points: { name: { ru: 'Листики', en: 'Leaves' }, value: null } };
  expect(pointsWords(3n, { document: named }, 'ru')).toBe('3 балла «Листики»');
  expect(pointsWords(1n, { document: named }, 'en')).toBe('1 point “Leaves”');
});

/** Every digit string a number of the document can be written with. */
function numbersOf(value: unknown, currency = 'RUB'): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'bigint') {
    const digits = minorDigits(currency);
    const size = 10n ** BigInt(digits);
    // Ten kopecks are written 0,10.
    return [String(value), String(value).padStart(digits + 1, '0'), String(value / size), percentWords(value, 'ru').replaceAll(/\D/g, '')];
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const own = 'currency' in value && typeof value.currency === 'string' ? value.currency : currency;
  return [...dayOfYear(value), ...Object.values(value).flatMap((part) => numbersOf(part, own))];
}

/** A day of every year is written as 31.12. */
function dayOfYear(value: object): readonly string[] {
  if (!('month' in value) || !('day' in value)) return [];
  const [day, month] = [value.day, value.month].map((part) => String(part).padStart(2, '0'));
  return [`${day}${month}`];
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** The text with the names the document gives taken out, each where it stands whole: an id that reads `0.7` is no part of 4,530.70. */
function without(text: string, names: readonly string[]): string {
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => {
      if (name.length < 3) return rest;
      const isPart = /^\d/.test(name) ? '(?<!\\d[,.\u00a0]?)' : '';
      const goesOn = /\d$/.test(name) ? '(?![,.\u00a0]?\\d)' : '';
      return rest.replaceAll(new RegExp(`${isPart}${name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}${goesOn}`, 'g'), 'X');
    }, text);
}
