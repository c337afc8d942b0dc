import { describe, expect, it } from 'vitest';
import { paid } from '../../../test/support/tier-builders.ts';
import { isCounted } from './order-facts.ts';

const at = '2026-11-20T10:00:00Z';
const refund = (amountMinor: bigint) => [{ id: 'r', requestedMinor: null, amountMinor, cut: false, occurredAt: new Date(at) }];

describe('an order that counts (contract.md 6.5, 6.9)', () => {
  it.each([
    ['paid whole', paid(at, 1_000n), true],
    ['paid and refunded in part', paid(at, 1_000n, { refunds: refund(999n) }), true],
    ['paid and refunded whole', paid(at, 1_000n, { refunds: refund(1_000n) }), false],
    ['paid by credit alone', paid(at, 0n, { payments: [], creditMinor: 500n }), true],
    ['refunded whole with the part paid by credit', paid(at, 500n, { creditMinor: 500n, refunds: refund(1_000n) }), false],
    ['of amount zero', paid(at, 0n), false],
    ['not paid whole yet', paid(at, 1_000n, { paidAt: null }), false],
  ])('%s: %s', (_what, order, counts) => {
    expect(isCounted(order)).toBe(counts);
  });
});
