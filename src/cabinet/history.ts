/** Every movement of a member's value in their own words. The order of a friend is not named: its cause is "a reward". */
import type { Caller } from '../contract/caller.ts';
import { unitToWire } from '../contract/resource-encoding.ts';
import type { EntryRow } from '../customers/entries.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { BACK_ON_BALANCE, BECAME_AVAILABLE, movementText } from '../texts/movement-words.ts';
import { localDay } from './local-day.ts';
import { listOwnOrderIds } from './own-orders.store.ts';
import { type Documents, unitName } from './wallet.ts';

/** Tells a page of entries of one customer. */
export async function entryTeller(
  db: Db,
  caller: Caller,
  of: { readonly customerId: CustomerId; readonly rows: readonly EntryRow[]; readonly documents: Documents; readonly timeZone: string },
) {
  const orderIds = [...new Set(of.rows.flatMap(({ orderId }) => orderId ?? []))];
  const own = await listOwnOrderIds(db, caller, { customerId: of.customerId, orderIds });
  return (row: EntryRow) => ({
    id: `${row.sequence}-${row.ordinal}`,
    // Of what is not from an own order the instant may be that of a friend's.
    at: (row.orderId !== null && own.has(row.orderId) ? row.at : localDay(row.at, of.timeZone)).toISOString(),
    unit: unitToWire(row.unit),
    unitName: unitName(row.unit, of.documents),
    amount: row.amount.toString(),
    direction: directionOf(row, of.customerId),
    text: textOf(row, of.customerId),
    orderId: row.orderId !== null && own.has(row.orderId) ? row.orderId : null,
  });
}

function directionOf(row: EntryRow, customerId: CustomerId): 'in' | 'out' | 'held' | 'heldEnd' {
  const isTo = row.to.customerId === customerId;
  if (isTo && row.to.account === 'held') return 'held';
  if (isTo && row.to.account === 'available') return 'in';
  return row.from.customerId === customerId && row.from.account === 'held' ? 'heldEnd' : 'out';
}

function textOf(row: EntryRow, customerId: CustomerId): LocalizedText {
  if (row.from.customerId === customerId && row.from.account === 'held' && row.to.account === 'available')
    return BECAME_AVAILABLE;
  if (row.from.customerId === customerId && row.from.account === 'reserved' && row.to.account === 'available')
    return BACK_ON_BALANCE;
  return movementText(row.reason);
}
