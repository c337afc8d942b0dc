/** Bonuses that end soon: a message for each customer, unit and end, a week before. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { drawMailId } from './queue-mail.store.ts';

const NOTICE_MS = 7 * 86_400_000;
/** A bonus given for a few days only was told with its end when it came. */
const GIVEN_BEFORE_MS = 86_400_000;
const BATCH = 500;
/** Between two looks through all that ends soon: a week before is not a matter of minutes. */
const LOOK_MS = 3_600_000;

interface EndingRow {
  readonly customer_id: string;
  readonly unit: string;
  readonly expires_at: Date;
  readonly program_id: string | null;
}

/**
 * Writes what is not written yet, and returns how many; once all is written, looks again an hour later. All lots of one end make one
 * message, so each lot is told of once.
 */
export async function queueExpiring(db: Db, tenantId: TenantId, now: Date): Promise<number> {
  if (await hasJustLooked(db, tenantId, now)) return 0;
  const rows = await listEnding(db, tenantId, now);
  if (rows.length > 0)
    await db
      .insertInto('mail')
      .values(rows.map((row) => expiringRow(tenantId, row, now)))
      .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'cause']).doNothing())
      .execute();
  if (rows.length < BATCH)
    await db
      .insertInto('mail_expiring_look')
      .values({ tenant_id: tenantId, looked_at: now })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ looked_at: now }))
      .execute();
  return rows.length;
}

async function hasJustLooked(db: Db, tenantId: TenantId, now: Date): Promise<boolean> {
  const row = await db.selectFrom('mail_expiring_look').select('looked_at').where('tenant_id', '=', tenantId).executeTakeFirst();
  // A clock set back must not put the next look off.
  return row !== undefined && Math.abs(now.getTime() - row.looked_at.getTime()) < LOOK_MS;
}

async function listEnding(db: Db, tenantId: TenantId, now: Date): Promise<readonly EndingRow[]> {
  const until = new Date(now.getTime() + NOTICE_MS);
  const givenBefore = new Date(now.getTime() - GIVEN_BEFORE_MS);
  const { rows } = await sql<EndingRow>`
    select l.customer_id, l.unit, l.expires_at, min(r.program_id::text) as program_id
    from lot l left join reward r on r.tenant_id = l.tenant_id and r.reward_id = l.reward_id
    where l.tenant_id = ${tenantId} and l.remaining > 0 and l.expires_at > ${now} and l.expires_at <= ${until}
      and l.created_at <= ${givenBefore}
      and not exists (
        select from mail m where m.tenant_id = l.tenant_id and m.kind = 'bonus-expiring'
          and m.cause = concat('lots:', l.customer_id, ':', l.unit, ':', floor(extract(epoch from l.expires_at))::bigint))
    group by l.customer_id, l.unit, l.expires_at
    order by l.expires_at, l.customer_id, l.unit
    limit ${BATCH}`.execute(db);
  return rows;
}

function expiringRow(tenantId: TenantId, row: EndingRow, now: Date) {
  const { customer_id: customerId, unit, expires_at: expiresAt, program_id: programId } = row;
  return {
    tenant_id: tenantId,
    mail_id: drawMailId(tenantId, now),
    kind: 'bonus-expiring',
    cause: `lots:${customerId}:${unit}:${Math.floor(expiresAt.getTime() / 1_000)}`,
    customer_id: customerId,
    data: JSON.stringify({ unit, expiresAt: expiresAt.toISOString(), ...(programId === null ? {} : { programId }) }),
    next_attempt_at: now,
    expires_at: expiresAt,
    created_at: now,
  };
}
