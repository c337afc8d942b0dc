import type pg from 'pg';
import { deleteInParts } from '../database/delete-in-parts.ts';
import { type TenantId, wireId } from '../domain/ids.ts';

/** Removes all personal data of erased customers; their keyed hashes stay until the fraud-retention period ends (contract.md 6.3). */
export async function erasePersonalData(client: pg.ClientBase, tenantId: TenantId, erasedIds: readonly string[], now: Date): Promise<void> {
  if (erasedIds.length === 0) return;
  const customerIds = await withMerged(client, tenantId, erasedIds);
  const values: [TenantId, readonly string[]] = [tenantId, customerIds];
  await client.query('delete from event_personal where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  // A door they asked at before they were known: the keyed hash of their name must not outlive the rest.
  await client.query(
    `delete from access_entry where tenant_id = $1 and guest_hash in (
       select hash from identity where tenant_id = $1 and kind = 'externalId' and customer_id = any($2::uuid[]))`,
    values,
  );
  await client.query('delete from consent where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  await eraseCabinet(client, values);
  await client.query('delete from introduction where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  // What other systems sent of them: by the decision that followed, else by the keyed hashes of whom it names.
  await client.query(
    `update connector_payload set body = null, query = null, result = null, person_hashes = null,
       status = case when status in ('kept', 'waiting', 'held') then 'refused' else status end
     where tenant_id = $1 and (customer_ids && $2::uuid[] or person_hashes && array(
       select hash from identity where tenant_id = $1 and customer_id = any($2::uuid[])))`,
    values,
  );
  // What waits for them is not sent; of what was sent only that it was stays.
  await client.query(
    `update mail set recipient = null, data = '{}', lease = null,
       status = case status when 'waiting' then 'skipped' else status end,
       settled_at = case status when 'waiting' then $3 else settled_at end,
       last_error = case status when 'waiting' then 'erased' else last_error end
     where tenant_id = $1 and customer_id = any($2::uuid[])`,
    [...values, now],
  );
  await client.query('delete from mail_choice where tenant_id = $1 and customer_id = any($2::uuid[])', values);
  // Kept answers show customers as they were; a request repeated after this is still known to the log by its event id.
  const shown = customerIds.map((id) => `%${wireId('cus', id)}%`);
  await client.query('delete from idempotency_key where tenant_id = $1 and response like any($2::text[])', [tenantId, shown]);
  await client.query(
    `update person set external_id = null, email = null, phone = null, name = null, folded_name = null, updated_at = $3
     where tenant_id = $1 and customer_id = any($2::uuid[])`,
    [...values, now],
  );
  await endIdentities(client, tenantId, customerIds, now);
}

/** What they wrote in their cabinet, what others called them in theirs, and every way in that is open. */
async function eraseCabinet(client: pg.ClientBase, values: readonly unknown[]): Promise<void> {
  for (const table of ['member_session', 'sign_in_code', 'member_wish', 'share_count', 'friend_claim'])
    await client.query(`delete from ${table} where tenant_id = $1 and customer_id = any($2::uuid[])`, [...values]);
  await client.query('delete from friend_label where tenant_id = $1 and (referrer_id = any($2::uuid[]) or friend_id = any($2::uuid[]))', [
    ...values,
  ]);
}

/** From now on the hashes of erased customers only tell who was here before; before a batch is saved, since it may give one to somebody new. */
export async function freeIdentities(client: pg.ClientBase, tenantId: TenantId, erasedIds: readonly string[], now: Date): Promise<void> {
  if (erasedIds.length > 0) await endIdentities(client, tenantId, await withMerged(client, tenantId, erasedIds), now);
}

async function endIdentities(client: pg.ClientBase, tenantId: TenantId, customerIds: readonly string[], now: Date): Promise<void> {
  await client.query(
    `update identity set expires_at = $3::timestamptz + (select identity_retention_days from tenant where tenant_id = $1) * interval '1 day'
     where tenant_id = $1 and customer_id = any($2::uuid[])`,
    [tenantId, customerIds, now],
  );
}

/** A person's data lies with each customer merged into the one they are now. */
async function withMerged(client: pg.ClientBase, tenantId: TenantId, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly id: string }>(
    `with recursive gone as (
       select unnest($2::uuid[]) as id
       union
       select c.customer_id from customer c join gone on c.merged_into = gone.id where c.tenant_id = $1
     )
     select id from gone`,
    [tenantId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Forgets the keyed hashes of erased customers whose fraud-retention period has ended. */
export async function deleteExpiredIdentities(pool: pg.Pool, tenantId: TenantId, now: Date): Promise<number> {
  return deleteInParts(async (limit) => {
    const { rowCount } = await pool.query(
      `delete from identity where tenant_id = $1 and (kind, hash, customer_id) in (
         select kind, hash, customer_id from identity where tenant_id = $1 and expires_at <= $2 limit $3)`,
      [tenantId, now, limit],
    );
    return rowCount ?? 0;
  });
}
