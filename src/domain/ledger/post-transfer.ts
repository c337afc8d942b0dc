import type { Balance } from '../facts/balance-entities.ts';
import { balanceKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import { isInt64 } from '../money/money.ts';
import { assert } from '../result.ts';
import type { Account, MemberAccountKind, SystemAccountKind, Transfer } from './transfer.ts';
import type { Unit } from './unit.ts';

export const member = (kind: MemberAccountKind, customerId: CustomerId): Account => ({ kind, customerId });
export const system = (kind: SystemAccountKind): Account => ({ kind, customerId: null });

export type TransferInput = Omit<Transfer, 'sequence' | 'ordinal' | 'rewardId' | 'lotId' | 'reversalKey'> &
  Partial<Pick<Transfer, 'rewardId' | 'lotId' | 'reversalKey'>>;

/** Moves value and keeps the cached balances in step. Throws when a member account would fall below zero: callers take only what is there. */
export function postTransfer(ws: Workspace, input: TransferInput): void {
  assert(input.amount > 0n, 'a transfer moves a positive amount');
  if (!isInt64(input.amount)) ws.overflows.push(input.reason);
  ws.transfers.push({
    rewardId: null,
    lotId: null,
    reversalKey: null,
    ...input,
    sequence: ws.event.sequence,
    ordinal: ws.transfers.length,
  });
  change(ws, input.debit, input.unit, -input.amount);
  change(ws, input.credit, input.unit, input.amount);
}

export function findBalance(ws: Workspace, customerId: CustomerId, unit: Unit): Balance {
  return ws.balances.get(balanceKey(customerId, unit)) ?? { customerId, unit, available: 0n, held: 0n, reserved: 0n, debt: 0n };
}

function change(ws: Workspace, account: Account, unit: Unit, delta: bigint): void {
  if (account.customerId === null) return;
  const balance = findBalance(ws, account.customerId, unit);
  // Debt is what the member owes: crediting the debt account pays it down.
  const next = account.kind === 'debt' ? balance.debt - delta : balance[account.kind] + delta;
  assert(next >= 0n, `${account.kind} of a member would be negative`);
  if (!isInt64(next)) ws.overflows.push(account.kind);
  ws.balances.put({ ...balance, [account.kind]: next });
}
