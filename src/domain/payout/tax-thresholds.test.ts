import { describe, expect, it } from 'vitest';
import { findTaxThreshold, taxState } from './tax-thresholds.ts';

const at = (text: string) => new Date(text);

describe('thresholds of gifts and cash for a person and year', () => {
  it('are dated: 600 USD until 2025, 2,000 USD from 2026, 4,000 ₽', () => {
    expect(findTaxThreshold('USD', at('2025-12-31T23:59:59Z'))?.amountMinor).toBe(60_000n);
    expect(findTaxThreshold('USD', at('2026-01-01T00:00:00Z'))?.amountMinor).toBe(200_000n);
    expect(findTaxThreshold('RUB', at('2026-11-22T00:00:00Z'))?.amountMinor).toBe(400_000n);
    expect(findTaxThreshold('EUR', at('2026-11-22T00:00:00Z'))).toBeNull();
  });

  it.each([
    [0n, 'clear'],
    [319_999n, 'clear'],
    [320_000n, 'near'],
    [399_999n, 'near'],
    [400_000n, 'over'],
    [2n ** 60n, 'over'],
  ])('%s kopecks of 4,000 ₽ are %s: warned from 80 % on, held from 100 % on', (total, state) => {
    expect(taxState(total, findTaxThreshold('RUB', at('2026-11-22T00:00:00Z')))).toBe(state);
  });

  it('say nothing where no threshold is known', () => {
    expect(taxState(2n ** 60n, null)).toBe('clear');
  });
});
