/** What a business has from before there were rollups is counted by the migration that made them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { openShop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';

const folder = new URL('../../migrations/', import.meta.url);
const migration = readFileSync(new URL(readdirSync(folder).find((file) => file.endsWith('_rollups.sql')) ?? '', folder), 'utf8');
const tables = [...migration.matchAll(/create table (\w+_rollup)/g)].map(([, table]) => table);
/** Everything but the shape of the tables. */
const fills = migration.split(/;\s*$/m).filter((statement) => /^\s*(?:--.*\n)*(?:insert|update) /.test(statement.trim()));

describe('the migration of the rollups', () => {
  it('gives what the road has kept, of every kind of event', async () => {
    const shop = await openShop();
    const traffic = await openTraffic(shop, 21);
    await traffic.run(600);
    const owner = await shop.test.database.connectAsOwner();
    await owner.query(`truncate ${tables.join(', ')}`);
    await owner.query('update referral set order_paid_at = null, order_currency = null, order_minor = null');
    expect((await verifyTenant(owner, shop.tenantId)).map(({ id }) => id)).toContain('I-37');
    expect(fills).toHaveLength(10);
    for (const statement of fills) await owner.query(statement);
    expect(await verifyTenant(owner, shop.tenantId)).toEqual([]);
    await owner.end();
  });
});
