/**
 * Lots: available value by expiry. Per customer and unit, the sum of `remaining` is the available balance and the sum of
 * `reserved` the reserved one; each function here keeps both true with the transfers it posts (reliability.md I-13).
 */

import type { Lot } from '../facts/balance-entities.ts';
import { balanceKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, LotId, RewardId } from '../ids.ts';
import { findBalance, member, postTransfer, system } from './post-transfer.ts';
import type { Account, TransferReason } from './transfer.ts';
import type { Unit } from './unit.ts';

export interface NewLot {
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly from: Account;
  readonly reason: TransferReason;
  readonly rewardId: RewardId | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** Makes value available as a lot of its own; what the member owes in that unit is paid from it first. */
export function openLot(ws: Workspace, input: NewLot): LotId {
  const { customerId, unit, amount, rewardId, createdAt, expiresAt } = input;
  const id = ws.nextId<LotId>();
  const lot: Lot = { id, customerId, unit, rewardId, granted: amount, remaining: amount, reserved: 0n, expired: 0n, createdAt, expiresAt };
  ws.lots.put(lot);
  postTransfer(ws, { debit: input.from, credit: member('available', customerId), unit, amount, reason: input.reason, rewardId, lotId: id });
  // Good once, and over before the job had run: it would have paid then, and downtime takes nothing from anybody.
  const isOver = expiresAt !== null && expiresAt <= ws.event.occurredAt && expiresAt > createdAt;
  if (isOver) payDebtFrom(ws, lot);
  payDebt(ws, customerId, unit);
  return id;
}

/** Whatever is available pays debt of its unit first (contract.md 1). */
export function payDebt(ws: Workspace, customerId: CustomerId, unit: Unit): void {
  const { debt } = findBalance(ws, customerId, unit);
  if (debt === 0n) return;
  takeFromLots(ws, { customerId, unit, amount: debt, to: member('debt', customerId), reason: 'debt-paid', at: ws.event.occurredAt });
}

/** As `payDebt`, from one lot, also past its date: what it pays is not lost with it. */
export function payDebtFrom(ws: Workspace, lot: Lot): void {
  const { debt } = findBalance(ws, lot.customerId, lot.unit);
  takeFromLot(ws, lot, lot.remaining < debt ? lot.remaining : debt, { to: member('debt', lot.customerId), reason: 'debt-paid' });
}

/** Lots that can be spent at an instant, soonest expiry first. */
export function spendableLots(ws: Workspace, customerId: CustomerId, unit: Unit, at: Date): readonly Lot[] {
  return ws.lots
    .by('account', balanceKey(customerId, unit))
    .filter((lot) => lot.remaining > 0n && (lot.expiresAt === null || lot.expiresAt > at))
    .sort(bySoonestExpiry);
}

export function spendableAmount(ws: Workspace, customerId: CustomerId, unit: Unit, at: Date): bigint {
  return spendableLots(ws, customerId, unit, at).reduce((sum, lot) => sum + lot.remaining, 0n);
}

export interface Taking {
  readonly customerId: CustomerId;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly to: Account;
  readonly reason: TransferReason;
  readonly at: Date;
  readonly rewardId?: RewardId;
  readonly reversalKey?: string;
}

/** Takes up to `amount` from the member's unreserved lots, soonest expiry first; returns what was not there. */
export function takeFromLots(ws: Workspace, taking: Taking): bigint {
  let left = taking.amount;
  for (const lot of spendableLots(ws, taking.customerId, taking.unit, taking.at)) {
    if (left === 0n) break;
    const part = lot.remaining < left ? lot.remaining : left;
    takeFromLot(ws, lot, part, taking);
    left -= part;
  }
  return left;
}

export function takeFromLot(ws: Workspace, lot: Lot, amount: bigint, taking: Omit<Taking, 'amount' | 'customerId' | 'unit' | 'at'>): void {
  if (amount === 0n) return;
  ws.lots.put({ ...lot, remaining: lot.remaining - amount });
  postTransfer(ws, {
    debit: member('available', lot.customerId),
    credit: taking.to,
    unit: lot.unit,
    amount,
    reason: taking.reason,
    lotId: lot.id,
    rewardId: taking.rewardId ?? null,
    reversalKey: taking.reversalKey ?? null,
  });
}

/** Moves what is left of a lot to *expired*. */
export function expireLot(ws: Workspace, lot: Lot): void {
  if (lot.remaining === 0n) return;
  ws.lots.put({ ...lot, remaining: 0n, expired: lot.expired + lot.remaining });
  postTransfer(ws, {
    debit: member('available', lot.customerId),
    credit: system('expired'),
    unit: lot.unit,
    amount: lot.remaining,
    reason: 'lot-expired',
    lotId: lot.id,
  });
}

export function bySoonestExpiry(a: Lot, b: Lot): number {
  if (a.expiresAt?.getTime() !== b.expiresAt?.getTime()) {
    if (a.expiresAt === null) return 1;
    if (b.expiresAt === null) return -1;
    return a.expiresAt.getTime() - b.expiresAt.getTime();
  }
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}
