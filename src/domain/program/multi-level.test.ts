import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLevels } from './multi-level.ts';

const ask = (levels: readonly bigint[], marginBasisPoints: bigint, orderMinor = 100_000n) =>
  judgeLevels({ levels, marginBasisPoints, orderMinor, currency: 'RUB' });

describe('several levels, counted (3-22)', () => {
  it('10/5/3 % at a margin of 15 % pays 18 of 15', () => {
    const verdict = ask([1_000n, 500n, 300n], 1_500n);
    expect(verdict).toMatchObject({
      isBuilt: false,
      paidBasisPoints: 1_800n,
      paidMinor: 18_000n,
      marginMinor: 15_000n,
      leftBasisPoints: -300n,
      leftMinor: -3_000n,
      priceRiseBasisPoints: 2_196n,
    });
    expect(verdict.text.ru).toContain('10 % + 5 % + 3 % = 18 % заказа при марже 15 %');
    expect(verdict.text.ru).toContain('теряет 30\u00a0₽');
    expect(verdict.text.en).toContain('10% + 5% + 3% = 18% of the order at a margin of 15%');
    expect(verdict.text.en).toContain('loses ₽30');
    expect(verdict.levels.map(({ amountMinor }) => amountMinor)).toEqual([10_000n, 5_000n, 3_000n]);
  });

  it('10/5 % at a margin of 15 % leaves nothing', () => {
    const verdict = ask([1_000n, 500n], 1_500n);
    expect(verdict).toMatchObject({ leftBasisPoints: 0n, leftMinor: 0n });
    expect(verdict.text.ru).toContain('Не остаётся ничего: 0');
    expect(verdict.text.en).toContain('Nothing is left: 0');
  });

  it('says what is left where something is, and that levels are not built even then', () => {
    const verdict = ask([500n], 1_500n);
    expect(verdict).toMatchObject({ isBuilt: false, leftMinor: 10_000n });
    expect(verdict.text.en).toContain('₽100 (10%) is left');
    expect(verdict.text.en).toContain('Several levels are not built');
  });

  it('knows that no price covers giving everything away', () => {
    expect(ask([6_000n, 4_000n], 1_500n).priceRiseBasisPoints).toBeNull();
  });

  it('raises the price enough and by no basis point more, at any size', () => {
    const rates = fc.array(fc.bigInt({ min: 1n, max: 3_000n }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rates, fc.bigInt({ min: 1n, max: 2n ** 60n }), (levels, orderMinor) => {
        const { paidBasisPoints: paid, priceRiseBasisPoints: rise, paidMinor } = ask(levels, 1_500n, orderMinor);
        if (rise === null) throw new Error('less than everything is paid');
        expect((10_000n + rise) * (10_000n - paid)).toBeGreaterThanOrEqual(10_000n * 10_000n);
        expect((9_999n + rise) * (10_000n - paid)).toBeLessThan(10_000n * 10_000n);
        expect(paidMinor).toBeLessThanOrEqual((orderMinor * paid) / 10_000n);
      }),
    );
  });
});
