/** What clicks add to the overview: with the clicks themselves, or not at all. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Click, insertClicks } from '../../src/clicks/click.store.ts';
import { deleteOldClicks } from '../../src/clicks/delete-old-clicks.ts';
import { HeldConnection } from '../../src/clicks/held-connection.store.ts';
import { idFromUuid, type TenantId } from '../../src/domain/ids.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertTenant } from './click-app.ts';

type Pool = TestDatabase['database']['pool'];

const plainId = (): string => randomUUID().replaceAll('-', '');

function clickOf(tenantId: string, at: string, more: Partial<Click> = {}): Click {
  const clickedAtMs = Date.parse(at);
  return { tenantId, clickId: plainId(), codeId: plainId(), kind: 'human', addressPrefix: null, channel: null, clickedAtMs, ...more };
}

async function countsOf(pool: Pool, tenantId: string): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select quarter, kind, channel, sum(clicks)::bigint as clicks from click_rollup where tenant_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
    [tenantId],
  );
  return rows;
}

async function verify({ database }: TestDatabase, tenantId: string): Promise<readonly unknown[]> {
  const owner = await database.connectAsOwner();
  const violations = await verifyTenant(owner, idFromUuid<TenantId>(tenantId));
  await owner.end();
  return violations;
}

describe('the rollup of clicks', () => {
  it('counts those of one business and of several by quarter, kind and channel', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const [shop, other] = [await insertTenant(pool), await insertTenant(pool)];
    const connection = await HeldConnection.open(pool);
    await insertClicks(connection, [clickOf(shop, '2026-11-22T10:14:59.999Z'), clickOf(shop, '2026-11-22T10:15:00Z', { kind: 'bot' })], 1);
    await insertClicks(
      connection,
      [
        clickOf(shop, '2026-11-22T10:01:00Z', { channel: 'telegram' }),
        clickOf(other, '2026-11-22T10:02:00Z'),
        clickOf(shop, '2026-11-22T10:00:00Z'),
      ],
      1,
    );
    connection.close(false);
    const [ten, quarterPast] = [new Date('2026-11-22T10:00:00Z'), new Date('2026-11-22T10:15:00Z')];
    expect(await countsOf(pool, shop)).toEqual([
      { quarter: ten, kind: 'human', channel: '', clicks: 2n },
      { quarter: ten, kind: 'human', channel: 'telegram', clicks: 1n },
      { quarter: quarterPast, kind: 'bot', channel: '', clicks: 1n },
    ]);
    expect(await countsOf(pool, other)).toEqual([{ quarter: ten, kind: 'human', channel: '', clicks: 1n }]);
    for (const tenantId of [shop, other]) expect(await verify(test, tenantId)).toEqual([]);
  });

  it('counts nothing of a batch that is not stored', async () => {
    const { pool } = (await createTestDatabase()).database;
    const [shop, other] = [await insertTenant(pool), await insertTenant(pool)];
    for (const second of [shop, other]) {
      const connection = await HeldConnection.open(pool);
      const click = clickOf(shop, '2026-11-22T10:00:00Z');
      await expect(insertClicks(connection, [click, { ...click }, clickOf(second, '2026-11-22T10:00:00Z')], 1)).rejects.toThrow();
      connection.close(true);
    }
    expect([await countsOf(pool, shop), await countsOf(pool, other)]).toEqual([[], []]);
  });

  it('loses none of two writers who count in the same quarters at once', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const tenants = [await insertTenant(pool), await insertTenant(pool)];
    const write = async (writer: number): Promise<void> => {
      const connection = await HeldConnection.open(pool);
      for (let batch = 0; batch < 40; batch += 1)
        await insertClicks(
          connection,
          Array.from({ length: 10 }, (_, each) => clickOf(tenants[(batch + each) % 2] ?? '', `2026-11-22T10:${10 + each}:00Z`)),
          writer,
        );
      connection.close(false);
    };
    // The same number twice is what chance may give: slower, never wrong.
    await Promise.all([write(1), write(2), write(2)]);
    const { rows } = await pool.query('select sum(clicks)::integer as clicks from click_rollup');
    expect(rows).toEqual([{ clicks: 1_200 }]);
    for (const tenantId of tenants) expect(await verify(test, tenantId)).toEqual([]);
  });

  it('keeps what was counted when the clicks themselves are deleted with age', async () => {
    const test = await createTestDatabase();
    const { pool } = test.database;
    const shop = await insertTenant(pool, { retentionDays: 30 });
    const connection = await HeldConnection.open(pool);
    await insertClicks(connection, [clickOf(shop, '2026-01-01T10:01:00Z'), clickOf(shop, '2026-03-01T10:01:00Z')], 1);
    connection.close(false);
    expect(await deleteOldClicks(pool, new Date('2026-03-02T12:00:00Z'))).toBe(1);
    expect(await countsOf(pool, shop)).toHaveLength(2);
    expect(await verify(test, shop)).toEqual([]);
  });
});
