/** Parts of lots set aside for something that may still come to nothing: a checkout, a payout. Transfers are the caller's. */
import type { Lot } from '../facts/balance-entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { LotId } from '../ids.ts';
import { assert } from '../result.ts';
import { expireLot, payDebt, payDebtFrom } from './lots.ts';

export interface Allocation {
  readonly lotId: LotId;
  readonly amount: bigint;
}

/** Moves `amount` from the spendable to the reserved part of the lots, in the order given. The caller has checked that it is there. */
export function setAside(ws: Workspace, lots: readonly Lot[], amount: bigint): readonly Allocation[] {
  let left = amount;
  const allocations: Allocation[] = [];
  for (const lot of lots) {
    if (left === 0n) break;
    const part = lot.remaining < left ? lot.remaining : left;
    ws.lots.put({ ...lot, remaining: lot.remaining - part, reserved: lot.reserved + part });
    allocations.push({ lotId: lot.id, amount: part });
    left -= part;
  }
  return allocations;
}

/** What was set aside is gone. */
export function spendSetAside(ws: Workspace, allocations: readonly Allocation[]): void {
  for (const { lotId, amount } of allocations) {
    const lot = loadedLot(ws, lotId);
    ws.lots.put({ ...lot, reserved: lot.reserved - amount });
  }
}

/**
 * Gives it back to its lots; a lot past its date expires at once (contract.md 6.15), but debt is paid first: a reward that was taken back
 * while its value was set aside would be lost twice, though what expired unspent makes no debt (6.9). After the transfer back.
 */
export function giveBackSetAside(ws: Workspace, allocations: readonly Allocation[]): void {
  for (const { lotId, amount } of allocations) {
    const lot = loadedLot(ws, lotId);
    ws.lots.put({ ...lot, reserved: lot.reserved - amount, remaining: lot.remaining + amount });
  }
  settleLots(ws, allocations);
}

/** As `giveBackSetAside`, for what had been spent already. */
export function giveBackSpent(ws: Workspace, allocations: readonly Allocation[]): void {
  for (const { lotId, amount } of allocations) {
    const lot = loadedLot(ws, lotId);
    ws.lots.put({ ...lot, remaining: lot.remaining + amount });
  }
  settleLots(ws, allocations);
}

function settleLots(ws: Workspace, allocations: readonly Allocation[]): void {
  for (const { lotId } of allocations) {
    const lot = loadedLot(ws, lotId);
    if (lot.expiresAt === null || lot.expiresAt > ws.event.occurredAt) {
      payDebt(ws, lot.customerId, lot.unit);
      continue;
    }
    payDebtFrom(ws, lot);
    expireLot(ws, loadedLot(ws, lotId));
  }
}

export function loadedLot(ws: Workspace, lotId: LotId): Lot {
  const lot = ws.lots.get(lotId);
  assert(lot !== null, 'a lot with a part set aside is loaded with it');
  return lot;
}
