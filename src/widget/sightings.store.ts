import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';

export type SightingKind = 'script' | 'frame';

export interface Sighting {
  readonly host: string;
  readonly seenAt: Date;
}

const HOSTS_MAX = 100;
/** How far back an answer looks in the log. */
const EVENTS_LOOKED_AT = 20_000;

/**
 * At most 100 hosts for each business, so that made-up ones cannot fill the table: the one seen longest ago makes room, sites of
 * the business last.
 */
export async function noteSighting(
  db: Db,
  { tenantId, kind, host, seenAt }: Sighting & { readonly tenantId: TenantId; readonly kind: SightingKind },
): Promise<void> {
  await sql`
    insert into sighting (tenant_id, kind, host, seen_at) values (${tenantId}, ${kind}, ${host}, ${seenAt})
    on conflict (tenant_id, kind, host) do update set seen_at = greatest(sighting.seen_at, excluded.seen_at)`.execute(db);
  await sql`
    delete from sighting where tenant_id = ${tenantId} and kind = ${kind} and host in (
      select crowded.host from sighting crowded
      join tenant on tenant.tenant_id = crowded.tenant_id
      where crowded.tenant_id = ${tenantId} and crowded.kind = ${kind}
      order by ${ofBusiness('crowded')} desc, crowded.seen_at desc, crowded.host
      offset ${HOSTS_MAX})`.execute(db);
}

/** Sites of the business first, then what was seen last. */
export async function listSightings(db: Db, tenantId: TenantId, kind: SightingKind): Promise<readonly Sighting[]> {
  const rows = await db
    .selectFrom('sighting')
    .innerJoin('tenant', 'tenant.tenant_id', 'sighting.tenant_id')
    .select(['sighting.host', 'sighting.seen_at'])
    .where('sighting.tenant_id', '=', tenantId)
    .where('sighting.kind', '=', kind)
    .orderBy(ofBusiness('sighting'), 'desc')
    .orderBy('sighting.seen_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ host: row.host, seenAt: row.seen_at }));
}

/** Whether a host is a listed domain or lies under one, as frames have it. */
function ofBusiness(table: 'sighting' | 'crowded') {
  const host = sql.ref(`${table}.host`);
  return sql<boolean>`exists (select 1 from unnest(tenant.landing_domains) as listed (domain)
    where ${host} = domain or right(${host}, length(domain) + 1) = '.' || domain)`;
}

export interface LogSightings {
  readonly orderStoredAt: Date | null;
  readonly codeSeenAt: Date | null;
}

/** Among the newest events only: what is further back is no sign of life. */
export async function findLogSightings(db: Db, tenantId: TenantId): Promise<LogSightings> {
  const { rows } = await sql<LogSightings>`
    select max(e.stored_at) as "orderStoredAt",
      max(e.stored_at) filter (where exists (
        select 1 from touch t
        where t.tenant_id = e.tenant_id and t.customer_id = e.customer_id and t.sequence = e.sequence and t.by in ('code', 'click')
      )) as "codeSeenAt"
    from event e
    where e.tenant_id = ${tenantId} and e.type like 'order.%'
      and e.sequence >= (select next_sequence from tenant where tenant_id = ${tenantId}) - ${EVENTS_LOOKED_AT}`.execute(db);
  return rows[0] ?? { orderStoredAt: null, codeSeenAt: null };
}

export async function findLastShopToken(db: Db, tenantId: TenantId): Promise<Date | null> {
  const row = await db
    .selectFrom('member_session')
    .select((eb) => eb.fn.max('signed_in_at').as('at'))
    .where('tenant_id', '=', tenantId)
    .where('method', '=', 'token')
    .executeTakeFirst();
  return row?.at ?? null;
}
