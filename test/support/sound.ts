import type pg from 'pg';
import { expect } from 'vitest';
import type { OpenDatabase } from '../../src/database/open-database.ts';
import type { TenantId } from '../../src/domain/ids.ts';
import { type ReplayReport, replayTenant, replayTenants } from '../../src/replay/replay-tenant.store.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';

/** What `expectSound` looks at; a `Shop` is one. */
export interface Books {
  readonly test: { readonly database: Pick<OpenDatabase, 'connectAsOwner'> };
  readonly tenantId: TenantId;
}

/**
 * Every invariant holds and a replay of the log gives the same decisions, rewards and balances, byte for byte. For the end of
 * every test that moves money (reliability.md 5.1).
 */
export async function expectSound({ test, tenantId }: Books): Promise<void> {
  await expectAllSound(test, [tenantId]);
}

/** The same of several businesses of one database. */
export async function expectAllSound(test: Books['test'], tenantIds: readonly TenantId[]): Promise<void> {
  await withOwner(test, async (owner) => {
    for (const tenantId of tenantIds) {
      // Of one moment, as traffic may go on; as the owner, whose statements may take as long as a full log needs.
      await owner.query('begin isolation level repeatable read, read only');
      expect(await verifyTenant(owner, tenantId), tenantId).toEqual([]);
      await owner.query('rollback');
    }
    for (const [tenantId, { refused, tables }] of await replayTenants(owner, tenantIds))
      expect({ refused, tables }, tenantId).toEqual({ refused: [], tables: [] });
  });
}

/** A replay of a test's tenant, its schema dropped again. */
export function replay({ test, tenantId }: Books): Promise<ReplayReport> {
  return withOwner(test, (owner) => replayTenant(owner, { tenantId }));
}

async function withOwner<T>(test: Books['test'], work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await test.database.connectAsOwner();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
