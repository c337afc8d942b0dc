import type pg from 'pg';
import { withReadTransaction } from '../database/transaction.ts';
import type { Facts } from '../domain/facts/facts.ts';
import { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { Program } from '../domain/program/program.ts';
import { factQuery } from './fact-query.ts';
import { factsFromRows } from './fact-rows.ts';
import { loadFactRows } from './facts.store.ts';
import { type ProgramCache, readTenant } from './tenant-lock.store.ts';

/** What decisions about some customers would look at now. */
export interface KnownFacts {
  readonly facts: Facts;
  /** Published ones, oldest first. */
  readonly programs: readonly Program[];
}

/** Reads without a lock: answers about customers come from the same facts as decisions, through the same functions. */
export async function readFacts(
  pool: pg.Pool,
  cache: ProgramCache,
  of: { readonly tenantId: TenantId; readonly customerIds: readonly CustomerId[]; readonly documents?: readonly ProgramDocument[] },
): Promise<KnownFacts> {
  return withReadTransaction(pool, async (client) => {
    const tenant = await readTenant(client, of.tenantId);
    if (tenant === null) throw new Error('the tenant of a caller exists');
    const programs = await cache.get(client, of.tenantId, tenant.programRevision);
    return { facts: await loadFacts(client, { ...of, programs }), programs };
  });
}

/** The same through a connection that somebody else holds. */
export async function loadFacts(
  client: pg.ClientBase,
  of: {
    readonly tenantId: TenantId;
    readonly customerIds: readonly CustomerId[];
    readonly programs: readonly Program[];
    readonly documents?: readonly ProgramDocument[];
  },
): Promise<Facts> {
  const query = factQuery(of.tenantId, [], of);
  return factsFromRows(await loadFactRows(client, query), of.programs, { known: new KnownTallies(query.history.measures) });
}
