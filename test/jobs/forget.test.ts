import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import { deleteExpiredIdentities } from '../../src/intake/erase.store.ts';
import { deleteAnswersOfErased, deleteOldIdempotencyKeys } from '../../src/jobs/due-work.store.ts';
import { deleteOldMails } from '../../src/messages/mail-queue.store.ts';
import { deleteOldEntries } from '../../src/perks/access-entries.store.ts';
import { deleteOldDeliveries } from '../../src/webhooks/delivery-log.store.ts';
import { openShop, type Shop } from '../support/shop.ts';

const PILED_UP = 11_000;
const PART = 5_000;
const OLD = '2025-01-01T00:00:00Z';
const NOW = new Date('2026-11-20T12:00:00Z');

/** What a server meets that has not run for long: a row for each n, all of them old. */
const PILES = {
  idempotency_key: `insert into idempotency_key (tenant_id, path, key, body_hash, status, response, created_at)
    select $1, '/v1/x', n::text, '\\x00', 200, '{}', $3 from generate_series(1, $2::integer) n`,
  webhook_message: `insert into webhook_message (tenant_id, message_id, type, data, created_at)
    select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'order.paid', '{}', $3 from generate_series(1, $2::integer) n`,
  identity: `insert into identity (tenant_id, kind, hash, customer_id, created_at, expires_at)
    select $1, 'email', decode(lpad(n::text, 8, '0'), 'hex'), gen_random_uuid(), $3, $3 from generate_series(1, $2::integer) n`,
  access_entry: `insert into access_entry (tenant_id, entry_id, program_id, perk, customer_id, guest_hash, asked_at, refusal, lacks, tier_id)
    select $1, gen_random_uuid(), gen_random_uuid(), 'door', null, null, $3, null, null, null from generate_series(1, $2::integer) n`,
} as const;

const FORGET: Readonly<Record<keyof typeof PILES, (pool: pg.Pool, tenantId: TenantId) => Promise<number>>> = {
  idempotency_key: (pool, tenantId) => deleteOldIdempotencyKeys(pool, tenantId, NOW),
  webhook_message: (pool, tenantId) => deleteOldDeliveries(pool, tenantId, NOW),
  identity: (pool, tenantId) => deleteExpiredIdentities(pool, tenantId, NOW),
  access_entry: (pool) => deleteOldEntries(pool, NOW),
};

describe('what is kept for a time is forgotten in parts, so that no pile outgrows the time of a statement (reliability.md 5.2, DB slow)', () => {
  it.each(Object.keys(PILES) as (keyof typeof PILES)[])('%s', async (table) => {
    const shop = await openShop();
    await shop.rows(PILES[table], [shop.tenantId, PILED_UP, OLD]);
    const parts: (number | null)[] = [];
    const counted = await FORGET[table](countingPool(shop, parts), shop.tenantId);
    expect(counted).toBe(PILED_UP);
    expect(parts).toEqual([PART, PART, PILED_UP - 2 * PART]);
    expect(await shop.rows(`select 1 from ${table}`)).toEqual([]);
  });

  it('mail, but what still waits', async () => {
    const shop = await openShop();
    await shop.rows(
      `insert into mail (tenant_id, mail_id, kind, cause, customer_id, data, status, next_attempt_at, created_at)
       select $1, gen_random_uuid(), 'bonus-expiring', n::text, gen_random_uuid(), '{}', case when n = 1 then 'waiting' else 'sent' end, $3, $3
       from generate_series(1, $2::integer) n`,
      [shop.tenantId, PILED_UP, OLD],
    );
    expect(await deleteOldMails(shop.test.database.kysely, shop.tenantId, NOW)).toBe(PILED_UP - 1);
    expect(await shop.rows('select status from mail')).toEqual([{ status: 'waiting' }]);
  });

  it('answers that show one of hundreds erased lately, among thousands given lately', async () => {
    const shop = await openShop();
    await shop.rows(
      `insert into customer (tenant_id, customer_id, created_at, erased_at) select $1, md5(n::text)::uuid, $2, $2 from generate_series(1, 500) n`,
      [shop.tenantId, NOW],
    );
    // Each fifth shows, last of all, one who was erased.
    await shop.rows(
      `insert into idempotency_key (tenant_id, path, key, body_hash, status, response, created_at)
       select $1, '/v1/x', n::text, '\\x00', 200, repeat('abcdefghij', 200) || 'cus_' || md5(case when n % 5 = 0 then '7' else 'other' end), $2
       from generate_series(1, 10000) n`,
      [shop.tenantId, NOW],
    );
    await deleteAnswersOfErased(shop.test.database.pool, shop.tenantId, new Date(NOW.getTime() - 60_000));
    expect(await shop.rows('select count(*)::int as n from idempotency_key')).toEqual([{ n: 8_000 }]);
  });
});

function countingPool(shop: Shop, parts: (number | null)[]): pg.Pool {
  const { pool } = shop.test.database;
  const query = async (text: string, values: unknown[]) => {
    const result = await pool.query(text, values);
    parts.push(result.rowCount);
    return result;
  };
  return new Proxy(pool, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) });
}
