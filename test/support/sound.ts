import { expect } from 'vitest';
import type { OpenDatabase } from '../../src/database/open-database.ts';
import { withReadTransaction } from '../../src/database/transaction.ts';
import type { TenantId } from '../../src/domain/ids.ts';
import { type ReplayReport, replayTenant } from '../../src/replay/replay-tenant.store.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';

/** What `expectSound` looks at; a `Shop` is one. */
export interface Books {
  readonly test: { readonly database: Pick<OpenDatabase, 'pool' | 'connectAsOwner'> };
  readonly tenantId: TenantId;
}

/**
 * Every invariant holds and a replay of the log gives the same decisions, rewards and balances, byte for byte. For the end of
 * every test that moves money (reliability.md 5.1).
 */
export async function expectSound(books: Books): Promise<void> {
  expect(await withReadTransaction(books.test.database.pool, (client) => verifyTenant(client, books.tenantId))).toEqual([]);
  const { refused, tables } = await replay(books);
  expect({ refused, tables }).toEqual({ refused: [], tables: [] });
}

/** A replay of a test's tenant, its schema dropped again. */
export async function replay({ test, tenantId }: Books): Promise<ReplayReport> {
  const owner = await test.database.connectAsOwner();
  try {
    return await replayTenant(owner, { tenantId });
  } finally {
    await owner.end();
  }
}
