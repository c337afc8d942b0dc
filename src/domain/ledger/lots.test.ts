import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../events.ts';
import type { Lot } from '../facts/balance-entities.ts';
import { createFacts } from '../facts/facts.ts';
import { createWorkspace, type Workspace } from '../facts/workspace.ts';
import { type CustomerId, idFromUuid, type LotId, type TenantId } from '../ids.ts';
import { expireLot, spendableAmount, spendableLots, takeFromLots } from './lots.ts';
import { system } from './post-transfer.ts';
import { currencyUnit } from './unit.ts';

const customerId = idFromUuid<CustomerId>('00000000-0000-4000-8000-000000000001');
const unit = currencyUnit('RUB');
const now = new Date('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;

const arbitraryLot = fc.record({
  remaining: fc.oneof(fc.bigInt(0n, 100n), fc.bigInt(2n ** 53n, 2n ** 55n)),
  reserved: fc.bigInt(0n, 5n),
  /** Hours from now; null = never. */
  endsIn: fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 5 })),
});
const lots = fc.array(arbitraryLot, { maxLength: 8 });

/** A member whose available balance is what the lots hold. */
function holding(drawn: readonly { remaining: bigint; reserved: bigint; endsIn: number | null }[]): Workspace {
  const facts = createFacts();
  for (const [index, { remaining, reserved, endsIn }] of drawn.entries()) {
    const id = idFromUuid<LotId>(`00000000-0000-7000-8000-0000000000${index.toString().padStart(2, '0')}`);
    const expiresAt = endsIn === null ? null : new Date(now.getTime() + endsIn * HOUR_MS);
    const granted = remaining + reserved;
    facts.lots.load({ id, customerId, unit, rewardId: null, granted, remaining, reserved, expired: 0n, createdAt: now, expiresAt });
  }
  const total = drawn.reduce((sum, lot) => sum + lot.remaining, 0n);
  const reserved = drawn.reduce((sum, lot) => sum + lot.reserved, 0n);
  facts.balances.load({ customerId, unit, available: total, held: 0n, reserved, debt: 0n });
  const event: Event = {
    tenantId: idFromUuid<TenantId>('00000000-0000-4000-8000-0000000000ff'),
    sequence: 1n,
    source: 'api',
    eventId: 'e-1',
    occurredAt: now,
    storedAt: now,
    entropy: '0'.repeat(32),
    customer: null,
    touches: [],
    actor: null,
    body: { type: 'custom', name: 'spend' },
  };
  return createWorkspace(facts, event, []);
}

const allLots = (ws: Workspace): readonly Lot[] => ws.lots.by('customer', customerId);
const endOf = (lot: Lot): number => lot.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;

describe('takeFromLots', () => {
  it('spends the soonest to expire first, never what is over or reserved, and says what was not there', () => {
    fc.assert(
      fc.property(lots, fc.oneof(fc.bigInt(1n, 300n), fc.bigInt(2n ** 53n, 2n ** 57n)), (drawn, amount) => {
        const ws = holding(drawn);
        const before = allLots(ws);
        const spendable = spendableAmount(ws, customerId, unit, now);
        const left = takeFromLots(ws, { customerId, unit, amount, at: now, to: system('redeemed'), reason: 'adjustment' });
        const after = new Map(allLots(ws).map((lot) => [lot.id, lot]));
        const taken = before.map((lot) => ({ lot, amount: lot.remaining - (after.get(lot.id)?.remaining ?? 0n) }));

        expect(left).toBe(amount > spendable ? amount - spendable : 0n);
        expect(taken.reduce((sum, one) => sum + one.amount, 0n)).toBe(amount - left);
        for (const one of taken) {
          expect(one.amount >= 0n && (after.get(one.lot.id)?.remaining ?? -1n) >= 0n).toBe(true);
          expect(after.get(one.lot.id)?.reserved).toBe(one.lot.reserved);
          if (endOf(one.lot) <= now.getTime()) expect(one.amount).toBe(0n);
          // Whatever was taken of a lot, all that ends sooner is gone.
          if (one.amount > 0n)
            for (const other of spendableLots(ws, customerId, unit, now)) expect(endOf(other)).toBeGreaterThanOrEqual(endOf(one.lot));
        }
      }),
    );
  });

  it('moves exactly what it takes, so that the balance stays the sum of its lots', () => {
    fc.assert(
      fc.property(lots, fc.bigInt(1n, 300n), (drawn, amount) => {
        const ws = holding(drawn);
        takeFromLots(ws, { customerId, unit, amount, at: now, to: system('redeemed'), reason: 'adjustment' });
        for (const lot of allLots(ws)) if (endOf(lot) <= now.getTime()) expireLot(ws, lot);
        const sum = allLots(ws).reduce((total, lot) => total + lot.remaining, 0n);
        expect(ws.balances.by('customer', customerId).map((balance) => balance.available)).toEqual([sum]);
        expect(ws.transfers.every((transfer) => transfer.amount > 0n)).toBe(true);
      }),
    );
  });
});
