import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCode, isBlockedCode, isVanityCode } from './fold-code.ts';

describe('foldCode (1-06, contract 2)', () => {
  it.each([
    ['marina', 'MARINA'],
    ['МАРИНА', 'MAPИHA'],
    ['АВЕЁКМНОРСТУХІ', 'ABEEKMHOPCTYXI'],
    ['авеёкмнорстухі', 'ABEEKMHOPCTYXI'],
    ['е\u0308', 'E'],
    ['TEST01', 'TESTOI'],
    ['l1iI', 'LIII'],
    ['ＭＡＲＩＮＡ', 'MARINA'],
    ['Марина-2026', 'MAPИHA-2O26'],
    ['straße', 'STRASSE'],
    ['ﬁ', 'FI'],
    [' a b ', ' A B '],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldCode(text)).toBe(folded);
  });

  it('makes one code of a name typed in either alphabet', () => {
    expect(foldCode('TOM')).toBe(foldCode('ТОМ'));
    expect(foldCode('C0PE1')).toBe(foldCode('СОРЕІ'));
  });

  it('changes nothing the second time', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'аАеЁёІі01oOßŉΐİıŁйЙ\u0308\u0301\u030aſﬁǅ') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), letters), (text) => {
        expect(foldCode(foldCode(text))).toBe(foldCode(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('isVanityCode', () => {
  it.each(['MARINA', 'марина', 'Анна-Мария', 'ab1', '123', 'И\u0306ОД', 'a'.repeat(32), 'Ї-Є-Ґ', 'ŁUKASZ'])(
    'lets a member have %j',
    (text) => expect(isVanityCode(text)).toBe(true),
  );

  it.each([
    'ab',
    'a'.repeat(33),
    '',
    '-marina',
    'marina-',
    'ma rina',
    'марина!',
    'мари_на',
    'a/b',
    'ab\n',
    '../x',
    '😀😀😀',
    'עברית',
    'ΑΒΓ',
    '１２３',
    'a\u200db',
    'мар‐ина',
    '<b>',
  ])('does not let a member have %j', (text) => {
    expect(isVanityCode(text)).toBe(false);
  });
});

describe('isBlockedCode', () => {
  it.each([
    'admin',
    'ADMIN',
    'аdmin',
    'API',
    'support',
    'Поддержка',
    'админ',
    'хуй',
    'XYй',
    'х-у-й',
    'пиздец',
    'fuck',
    'FuckYou',
    'f-u-c-k',
    'SUKA',
    'сука',
    'CYKA',
    'pidor1',
    'охуенно',
    'БЛЯДЬ',
    'sh1t',
  ])('blocks %j', (text) => {
    expect(isBlockedCode(foldCode(text))).toBe(true);
  });

  it.each([
    'MARINA',
    'мандарин',
    'команда',
    '500рублей',
    'корабль',
    'хлеб',
    'небо',
    'педикюр',
    'Херсон',
    'NAZIRA',
    'Scarlet',
    'cocktail',
    'assist',
    'FCKRASNODAR',
    'учебник',
    'сукно',
    'Слуцк',
    'CASSANDRA',
    'DICKENS',
    'ESSEX',
    'Суханова',
    'TEST',
    'apiary',
  ])('lets %j pass', (text) => {
    expect(isBlockedCode(foldCode(text))).toBe(false);
  });
});
