import type { Caller } from '../contract/caller.ts';
import * as endpoints from '../contract/overview.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { type ProgramId, wireId } from '../domain/ids.ts';
import { perksOf } from '../domain/program/perk.ts';
import type { Perk } from '../domain/program/perk-terms.ts';
import { ok } from '../domain/result.ts';
import { versionAt } from '../programs/program-status.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { countQueues, listStock, type StockRow } from './queues.store.ts';
import { readOverview } from './read-overview.ts';

/** What the console shows first, and how much waits. */
export function overviewRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.getOverview, async ({ caller }) => ok(await readOverview(db, caller.tenantId, clock.now()))),
    route(endpoints.getQueues, async ({ caller }) => {
      const [counts, low] = await Promise.all([countQueues(db, caller), findLowStock(deps, caller)]);
      const all = { ...counts, lowStock: low.length };
      return ok({ ...all, total: Object.values(all).reduce((sum, each) => sum + each, 0) });
    }),
    route(endpoints.getLowStock, async ({ caller }) => ok({ items: await findLowStock(deps, caller) })),
  ];
}

/** By the versions in force and the counters the road keeps. */
async function findLowStock({ db, clock }: ServerDeps, caller: Caller) {
  const now = clock.now();
  const stock = await listStock(db, caller);
  if (stock.length === 0) return [];
  const programs = await listPublishedPrograms(db, caller.tenantId);
  return programs.flatMap((program) => {
    const document = versionAt(program, now)?.document;
    if (document === undefined || program.endedAt !== null) return [];
    return perksOf(document).flatMap((perk) => {
      const left = leftOf(stock, program.id, perk);
      if (left === null || perk.lowStockAt === null || left > perk.lowStockAt) return [];
      const { capacity, name } = perk;
      return [{ programId: wireId('prg', program.id), program: document.name, perk: perk.id, name, left, capacity }];
    });
  });
}

/** Null: no limit, or nothing was ever brought into its pool. */
function leftOf(stock: readonly StockRow[], programId: ProgramId, perk: Perk): number | null {
  const used = (period: string): number | null => {
    const row = stock.find((each) => each.programId === programId && each.perk === perk.id && each.period === period);
    return row === undefined ? null : Number(row.used);
  };
  if (perk.kind === 'codes') {
    const added = used('codes-added');
    return added === null ? null : added - (used('codes-given') ?? 0);
  }
  return perk.capacity === null ? null : perk.capacity - (used('life') ?? 0);
}
