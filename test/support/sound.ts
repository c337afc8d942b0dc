import { expect } from 'vitest';
import type { OpenDatabase } from '../../src/database/open-database.ts';
import type { TenantId } from '../../src/domain/ids.ts';
import { type ReplayReport, replayTenant } from '../../src/replay/replay-tenant.store.ts';
import type { Violation } from '../../src/verify/invariant.ts';
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
export async function expectSound(books: Books): Promise<void> {
  expect(await verify(books)).toEqual([]);
  const { refused, tables } = await replay(books);
  expect({ refused, tables }).toEqual({ refused: [], tables: [] });
}

/** As the owner, whose statements may take as long as a full log needs; of one moment, as traffic may go on. */
async function verify({ test, tenantId }: Books): Promise<readonly Violation[]> {
  const owner = await test.database.connectAsOwner();
  try {
    await owner.query('begin isolation level repeatable read, read only');
    return await verifyTenant(owner, tenantId);
  } finally {
    await owner.end();
  }
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
