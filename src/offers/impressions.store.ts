import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';

/** Counts one more showing at a place, on that calendar day of UTC. */
export async function countImpression(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  { place, at }: { readonly place: 'offer'; readonly at: Date },
): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  await sql`
    insert into impression (tenant_id, day, place, shown) values (${caller.tenantId}, ${day}::date, ${place}, 1)
    on conflict (tenant_id, day, place) do update set shown = impression.shown + 1`.execute(db);
}

/** How often since a calendar day of UTC, that day included. */
export async function sumImpressions(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  { place, since }: { readonly place: 'offer'; readonly since: Date },
): Promise<bigint> {
  const row = await db
    .selectFrom('impression')
    .select((eb) => eb.fn.sum<bigint | null>('shown').as('shown'))
    .where('tenant_id', '=', caller.tenantId)
    .where('place', '=', place)
    .where('day', '>=', since.toISOString().slice(0, 10))
    .executeTakeFirst();
  return BigInt(row?.shown ?? 0);
}
