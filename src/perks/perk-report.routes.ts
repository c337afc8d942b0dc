import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import * as endpoints from '../contract/perks.endpoints.ts';
import { problem } from '../contract/problems.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { type CustomerId, idFromUuid, wireId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { Perk } from '../domain/program/perk-terms.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listDonationMonths, listDonationTotals } from './donations.store.ts';
import { findDocument, findPlacedPerk } from './find-perk.ts';
import { countDoors, countGrants, type GrantCounts, listEntitledRows } from './perk-report.store.ts';

/** What a perk has come to: for its owner, and for the list that goes out to its members. */
export function perkReportRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.getPerk, async ({ caller, params }) => {
      const { id: programId, perk } = params;
      const place = { programId, perk };
      const placed = await findPlacedPerk(db, caller, place, clock.now());
      if (placed === null) return err(problem('perk_unknown', 'perk'));
      const { taken, codesAdded, codesGiven, ...counts } = await countGrants(db, caller, place);
      const doors = await countDoors(db, caller, { ...place, tiers: tiersWith(placed.document, placed.perk) });
      const left = leftOf(placed.perk, { taken, codesAdded, codesGiven });
      const { became, rose, named, total } = doors;
      return ok({
        programId: wireId('prg', programId),
        perk,
        name: placed.perk.name,
        kind: placed.perk.kind,
        capacity: placed.perk.capacity,
        left,
        isLow: left !== null && placed.perk.lowStockAt !== null && left <= placed.perk.lowStockAt,
        reserved: counts.reserved,
        given: counts.active + counts.used,
        used: counts.used,
        expired: counts.expired,
        revoked: counts.revoked,
        waiting: counts.waiting,
        choosing: counts.choosing,
        cost: moneyToWire(counts.costMinor, placed.document.currency),
        entries: { allowed: doors.allowed, refused: doors.refused },
        joins: { became, rose, named, total },
      });
    }),
    route(endpoints.listEntitled, async ({ caller, params, query }) => {
      const at = clock.now();
      const place = { programId: params.id, perk: params.perk };
      const placed = await findPlacedPerk(db, caller, place, at);
      if (placed === null) return err(problem('perk_unknown', 'perk'));
      const key = decodeCursor(query.cursor, [UUID_PART]);
      if (!key.ok) return key;
      const { limit } = query;
      const tiers = tiersWith(placed.document, placed.perk);
      const rows = await listEntitledRows(db, caller, { ...place, tiers, at, after: key.value?.[0] ?? null, limit });
      return ok(
        pageFrom(rows, {
          limit,
          keyOf: (row) => [row.customerId],
          toItem: ({ customerId, tierId, ...row }) => ({
            customerId: wireId('cus', idFromUuid<CustomerId>(customerId)),
            tier: tierId,
            ...row,
          }),
        }),
      );
    }),
    donationsRoute(deps),
  ];
}

function donationsRoute({ db, clock }: ServerDeps): Route {
  return route(endpoints.getDonations, async ({ caller, params }) => {
    const document = await findDocument(db, caller, params.id, clock.now());
    if (document === null) return err(problem('program_unknown', 'id'));
    const months = await listDonationMonths(db, caller, { programId: params.id, timeZone: document.timeZone });
    const totals = await listDonationTotals(db, caller, params.id);
    return ok({
      months: months.map(({ month, recipient, unit, given, takenBack }) => ({
        month,
        recipient,
        given: moneyToWire(given, unit),
        takenBack: moneyToWire(takenBack, unit),
        net: moneyToWire(given - takenBack, unit),
      })),
      total: totals.map(({ recipient, unit, net, pledged, passedOn }) => ({
        recipient,
        net: moneyToWire(net, unit),
        pledged: moneyToWire(pledged, unit),
        passedOn: moneyToWire(passedOn, unit),
      })),
    });
  });
}

/** Tiers that bring the perk: by their list, or by an earlier hour. */
function tiersWith(document: ProgramDocument, perk: Perk): readonly string[] {
  return document.tiers.filter((tier) => tier.perks.includes(perk.id) || perk.earlierHours[tier.id] !== undefined).map(({ id }) => id);
}

function leftOf(perk: Perk, counts: Pick<GrantCounts, 'taken' | 'codesAdded' | 'codesGiven'>): number | null {
  const units = perk.capacity === null ? null : Math.max(0, perk.capacity - counts.taken);
  if (perk.kind !== 'codes') return units;
  const codes = counts.codesAdded - counts.codesGiven;
  return units === null || codes < units ? codes : units;
}
