/** Every movement of a member's value in their own words. The order of a friend is not named: its cause is "a reward". */
import type { Caller } from '../contract/caller.ts';
import { unitToWire } from '../contract/resource-encoding.ts';
import type { EntryRow } from '../customers/entries.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { movementText } from '../payouts/payout-files.ts';
import { localDay } from './local-day.ts';
import { listOwnOrderIds } from './own-orders.store.ts';
import { type Documents, unitName } from './wallet.ts';

const MORE_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'reward-issued': { ru: 'Награда начислена', en: 'Reward credited' },
  'reservation-made': { ru: 'Отложено для заказа', en: 'Set aside for an order' },
  'reservation-voided': { ru: 'Вернулось: заказ не оформлен', en: 'Back: the order was not placed' },
  'debt-paid': { ru: 'Удержано в счёт долга', en: 'Taken for what was owed' },
  'payout-proposed': { ru: 'Отложено для выплаты', en: 'Set aside for a payout' },
  'payout-rejected': { ru: 'Выплата отклонена, деньги вернулись', en: 'The payout was refused, the money is back' },
};

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
    return { ru: 'Награда стала доступна', en: 'A reward became available' };
  if (row.from.customerId === customerId && row.from.account === 'reserved' && row.to.account === 'available')
    return { ru: 'Вернулось на баланс', en: 'Back on the balance' };
  return MORE_TEXTS[row.reason] ?? movementText(row.reason);
}
