import type { Caller } from '../contract/caller.ts';
import { idToWire, timeToWire, unitToWire } from '../contract/resource-encoding.ts';
import type { Code } from '../domain/facts/entities.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import type { ServerDeps } from '../server-deps.ts';
import { isOnlyTenant } from '../tenants/tenants.store.ts';
import { showMemberships } from '../terms/membership-terms.ts';
import { listBalances } from './balances.store.ts';
import { type CustomerRow, countReferrals, findCustomer, listCodes, listMemberships } from './customers.store.ts';
import type { EntryRow } from './entries.store.ts';

type ShowDeps = Pick<ServerDeps, 'db' | 'intake' | 'clock' | 'publicUrl'>;

/** A customer as the API shows one, balances as of now; null when there is none. */
export async function showCustomer(deps: ShowDeps, caller: Caller, id: CustomerId) {
  const { db } = deps;
  const found = await findCustomer(db, caller, id);
  if (found === null) return null;
  const [balances, memberships, codes, referrals, links] = await Promise.all([
    listBalances(db, caller, id, deps.clock.now()),
    listMemberships(db, caller, id),
    listCodes(db, caller, id),
    countReferrals(db, caller, id),
    findLinkStart(deps, caller),
  ]);
  return {
    ...summaryToWire(found),
    signedUpAt: timeToWire(found.signedUpAt),
    erasedAt: timeToWire(found.erasedAt),
    balances: balances.map((balance) => ({
      unit: unitToWire(balance.unit),
      available: balance.available.toString(),
      held: balance.held.toString(),
      reserved: balance.reserved.toString(),
      debt: balance.debt.toString(),
      lots: balance.lots.map((lot) => ({
        id: wireId('lot', lot.id),
        remaining: lot.remaining.toString(),
        expiresAt: timeToWire(lot.expiresAt),
      })),
    })),
    memberships: await showMemberships(deps, caller, { customerId: id, memberships, now: deps.clock.now() }),
    codes: codes.map((code) => codeToWire(code, links)),
    counts: {
      orders: found.orderCount,
      paidOrders: found.paidOrderCount,
      deliveredOrders: found.deliveredOrderCount,
      referrals: referrals.all,
      qualifiedReferrals: referrals.qualified,
      openComplaints: found.openComplaintCount,
    },
  };
}

export function summaryToWire(row: CustomerRow) {
  return {
    id: wireId('cus', row.id),
    externalId: row.externalId,
    email: row.email,
    phone: row.phone,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
  };
}

/** What comes before the code in a link: it names the business where the installation serves several (contract.md 2). */
export async function findLinkStart(
  deps: Pick<ServerDeps, 'db' | 'publicUrl'>,
  caller: Pick<Caller, 'tenantId' | 'slug'>,
): Promise<string> {
  return (await isOnlyTenant(deps.db, caller.tenantId)) ? `${deps.publicUrl}/r/` : `${deps.publicUrl}/t/${caller.slug}/r/`;
}

export function codeToWire(code: Code, linkStart: string) {
  const link = linkStart + encodeURIComponent(code.text);
  return {
    id: wireId('cod', code.id),
    code: code.text,
    kind: code.kind,
    status: code.status,
    link,
    createdAt: code.createdAt.toISOString(),
  };
}

export function entryToWire(row: EntryRow) {
  const account = (side: EntryRow['from']) => ({ account: side.account, customerId: idToWire('cus', side.customerId) });
  return {
    id: `${row.sequence}-${row.ordinal}`,
    at: row.at.toISOString(),
    unit: unitToWire(row.unit),
    amount: row.amount.toString(),
    from: account(row.from),
    to: account(row.to),
    reason: row.reason,
    rewardId: idToWire('rwd', row.rewardId),
    lotId: idToWire('lot', row.lotId),
    cause: { sequence: row.sequence.toString(), source: row.source, eventId: row.eventId, type: row.type, orderId: row.orderId },
  };
}
