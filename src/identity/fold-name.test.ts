import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

describe('foldName', () => {
  it.each([
    ['Марина', 'марина'],
    ['  Марина   Ёлкина ', 'марина елкина'],
    ['МАРИНА\u00a0ЁЛКИНА', 'марина елкина'],
    ['Марина\t\nЕлкина', 'марина елкина'],
    ['Е\u0308лкина', 'елкина'],
    ['Йод', 'йод'],
    ['Zoë Noël', 'zoë noël'],
    ['Анна-Мария', 'анна-мария'],
    ['', ''],
    [' ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'еЕёЁйİß \u0308\u0301\u0323\u00a0Σσ') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), letters), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
      { numRuns: 5000 },
    );
  });
});
