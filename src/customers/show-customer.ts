import type { Caller } from '../contract/caller.ts';
import { idToWire, timeToWire, unitToWire } from '../contract/resource-encoding.ts';
import type { Code } from '../domain/facts/code.ts';
import { wireId } from '../domain/ids.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { isOnlyTenant } from '../tenants/tenants.store.ts';
import { tellMemberships } from '../terms/membership-terms.ts';
import { findCustomerCard } from './customer-card.store.ts';
import type { CustomerRow } from './customers.store.ts';
import type { EntryRow } from './entries.store.ts';

type ShowDeps = Pick<ServerDeps, 'db' | 'intake' | 'clock' | 'publicUrl'>;

/** A customer as the API shows one, named by `cus_…` or the shop's own id, balances as of now; null when there is none. */
export async function showCustomer(deps: ShowDeps, caller: Caller, ref: string) {
  const { db } = deps;
  const card = await findCustomerCard(db, caller, ref, deps.clock.now());
  if (card === null) return null;
  const { customer: found, balances, memberships, codes, referrals, acceptances } = card;
  const programs = memberships.length === 0 ? [] : await listPublishedPrograms(db, caller.tenantId, card.programRevision);
  const links = linkStartOf(deps, caller, card.isOnlyTenant);
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
    memberships: await tellMemberships(deps, caller, { customerId: found.id, memberships, programs, acceptances, now: deps.clock.now() }),
    codes: codes.map((code) => codeToWire(code, links)),
    counts: {
      orders: found.orderCount,
      paidOrders: found.paidOrderCount,
      deliveredOrders: found.deliveredOrderCount,
      referrals: referrals.all,
      waitingReferrals: referrals.waiting,
      qualifiedReferrals: referrals.qualified,
      openComplaints: found.openComplaints.length,
    },
    complaints: [...found.openComplaints],
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
  return linkStartOf(deps, caller, await isOnlyTenant(deps.db, caller.tenantId));
}

function linkStartOf({ publicUrl }: Pick<ServerDeps, 'publicUrl'>, { slug }: Pick<Caller, 'slug'>, isOnly: boolean): string {
  return isOnly ? `${publicUrl}/r/` : `${publicUrl}/t/${slug}/r/`;
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
