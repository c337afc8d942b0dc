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
import { type RewardCause, readRewardCauses } from './reward-causes.store.ts';
import { type Documents, unitName } from './wallet.ts';

/** Tells a page of entries of one customer. */
export async function entryTeller(
  db: Db,
  caller: Caller,
  of: { readonly customerId: CustomerId; readonly rows: readonly EntryRow[]; readonly documents: Documents; readonly timeZone: string },
) {
  const orderIds = [...new Set(of.rows.flatMap(({ orderId }) => orderId ?? []))];
  const [own, causes] = await Promise.all([
    listOwnOrderIds(db, caller, { customerId: of.customerId, orderIds }),
    readRewardCauses(db, caller, [...new Set(of.rows.flatMap(({ rewardId }) => rewardId ?? []))]),
  ]);
  return (row: EntryRow) => ({
    id: `${row.sequence}-${row.ordinal}`,
    // Of what is not from an own order the instant may be that of a friend's.
    at: (row.orderId !== null && own.has(row.orderId) ? row.at : localDay(row.at, of.timeZone)).toISOString(),
    unit: unitToWire(row.unit),
    unitName: unitName(row.unit, of.documents),
    amount: row.amount.toString(),
    direction: directionOf(row, of.customerId),
    text: withCause(textOf(row, of.customerId), row.rewardId === null ? null : (causes.get(row.rewardId) ?? null), of.documents),
    orderId: row.orderId !== null && own.has(row.orderId) ? row.orderId : null,
  });
}

/** For what, and of which programme: `Награда начислена: за приглашённого друга («Чай с друзьями»)`. Which friend is not told. */
function withCause(text: LocalizedText, cause: RewardCause | null, documents: Documents): LocalizedText {
  if (cause === null) return text;
  const name = documents.get(cause.programId)?.name ?? null;
  const words = cause.beneficiary === 'referrer' ? FOR_FRIEND : cause.isOfOrder ? FOR_ORDER : FOR_PROGRAM;
  return {
    ru: `${text.ru}: ${words.ru}${name === null ? '' : ` («${name.ru}»)`}`,
    en: `${text.en}: ${words.en}${name === null ? '' : ` (“${name.en}”)`}`,
  };
}

const FOR_FRIEND: LocalizedText = { ru: 'за приглашённого друга', en: 'for a friend you invited' };
const FOR_ORDER: LocalizedText = { ru: 'за ваш заказ', en: 'for your order' };
const FOR_PROGRAM: LocalizedText = { ru: 'за участие в программе', en: 'for taking part' };

/** Of what is available and held: what was set aside is gone when it is spent, and a debt takes when it is paid. */
function directionOf({ from, to }: EntryRow, customerId: CustomerId): 'in' | 'out' | 'held' | 'heldEnd' | 'none' {
  if (to.customerId === customerId && to.account === 'held') return 'held';
  if (to.customerId === customerId && to.account === 'available') return 'in';
  if (from.customerId !== customerId) return 'none';
  if (from.account === 'held') return 'heldEnd';
  return from.account === 'available' ? 'out' : 'none';
}

function textOf(row: EntryRow, customerId: CustomerId): LocalizedText {
  if (row.from.customerId === customerId && row.from.account === 'held' && row.to.account === 'available') return BECAME_AVAILABLE;
  if (row.from.customerId === customerId && row.from.account === 'reserved' && row.to.account === 'available') return BACK_ON_BALANCE;
  return movementText(row.reason);
}
