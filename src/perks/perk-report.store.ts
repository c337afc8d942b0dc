import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { ProgramId } from '../domain/ids.ts';

interface PerkPlace {
  readonly programId: ProgramId;
  readonly perk: string;
}

export interface GrantCounts {
  readonly reserved: number;
  readonly active: number;
  readonly used: number;
  readonly expired: number;
  readonly revoked: number;
  readonly waiting: number;
  readonly choosing: number;
  /** Units out of the stock. */
  readonly taken: number;
  readonly costMinor: bigint;
  readonly codesAdded: number;
  readonly codesGiven: number;
}

export async function countGrants(db: Db, caller: Caller, of: PerkPlace): Promise<GrantCounts> {
  const { rows } = await sql<GrantCounts>`
    select count(*) filter (where status = 'reserved' and waiting_since is null)::integer as reserved,
      count(*) filter (where status = 'active')::integer as active,
      count(*) filter (where status = 'used')::integer as used,
      count(*) filter (where status = 'expired')::integer as expired,
      count(*) filter (where status = 'revoked')::integer as revoked,
      count(*) filter (where waiting_since is not null)::integer as waiting,
      count(*) filter (where status = 'reserved' and choose_until is not null)::integer as choosing,
      count(*) filter (where status <> 'revoked' or used_at is not null or code_number is not null)::integer as taken,
      coalesce(sum(cost_minor) filter (where status in ('active', 'used', 'expired') or used_at is not null or code_number is not null), 0)::bigint
        as "costMinor",
      (select count(*) from perk_code where tenant_id = ${caller.tenantId} and program_id = ${of.programId} and perk = ${of.perk})::integer
        as "codesAdded",
      count(code_number)::integer as "codesGiven"
    from access_grant where tenant_id = ${caller.tenantId} and program_id = ${of.programId} and perk = ${of.perk}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always gives a row');
  return row;
}

export interface DoorCounts {
  readonly allowed: number;
  readonly refused: number;
  readonly became: number;
  readonly rose: number;
  readonly named: number;
  readonly total: number;
}

/**
 * The log of doors, and who came in because of them: refused for want of a membership and members within 30 days, refused for want
 * of a tier and in one of `tiers` within 30 days, or joined naming the perk. A guest is found again by the name the shop gave them.
 */
export async function countDoors(db: Db, caller: Caller, of: PerkPlace & { readonly tiers: readonly string[] }): Promise<DoorCounts> {
  const { rows } = await sql<DoorCounts>`
    with entry as (
      select asked_at, refusal, lacks, coalesce(c.merged_into, e.customer_id, i.customer_id) as customer_id
      from access_entry e
        left join identity i on i.tenant_id = e.tenant_id and i.hash = e.guest_hash and i.kind = 'externalId'
        left join customer c on c.tenant_id = e.tenant_id and c.customer_id = e.customer_id
      where e.tenant_id = ${caller.tenantId} and e.program_id = ${of.programId} and e.perk = ${of.perk}
    ), became as (
      select distinct e.customer_id from entry e
        join membership m on m.tenant_id = ${caller.tenantId} and m.program_id = ${of.programId} and m.customer_id = e.customer_id
      where e.lacks = 'membership' and m.joined_at >= e.asked_at and m.joined_at < e.asked_at + interval '30 days'
    ), tier_from as (
      select s.customer_id, s.tier_id, s.since as entered_at from standing s
      where s.tenant_id = ${caller.tenantId} and s.program_id = ${of.programId} and s.tier_id is not null
      union all
      select s.customer_id, gone->>'tierId', to_timestamp((gone->'from'->>'$d')::numeric / 1000) from standing s
        cross join lateral jsonb_array_elements(s.past::jsonb) gone
      where s.tenant_id = ${caller.tenantId} and s.program_id = ${of.programId}
    ), rose as (
      select distinct e.customer_id from entry e join tier_from t using (customer_id)
      where e.lacks = 'tier' and t.tier_id = any(${of.tiers}::text[])
        and t.entered_at >= e.asked_at and t.entered_at < e.asked_at + interval '30 days'
    ), named as (
      select distinct m.customer_id from event e
        join membership m on m.tenant_id = e.tenant_id and m.program_id = ${of.programId} and m.customer_id = e.customer_id and m.joined_at = e.occurred_at
      where e.tenant_id = ${caller.tenantId} and e.type = 'membership.joined'
        and e.body::jsonb->'body'->>'programId' = ${of.programId}::text and e.body::jsonb->'body'->>'perk' = ${of.perk}
    )
    select (select count(*) filter (where refusal is null) from entry)::integer as allowed,
      (select count(*) filter (where refusal is not null) from entry)::integer as refused,
      (select count(*) from became)::integer as became,
      (select count(*) from rose)::integer as rose,
      (select count(*) from named)::integer as named,
      (select count(*) from (select customer_id from became union select customer_id from rose union select customer_id from named) anyone)::integer as total`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always gives a row');
  return row;
}

export interface EntitledRow {
  readonly customerId: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly tierId: string | null;
  readonly mayAdvertise: boolean;
}

/** Who may have the perk now: active members in one of `tiers`, and whoever holds an open grant. At most `limit` + 1, by rising id. */
export async function listEntitledRows(
  db: Db,
  caller: Caller,
  of: PerkPlace & { readonly tiers: readonly string[]; readonly at: Date; readonly after: string | null; readonly limit: number },
): Promise<readonly EntitledRow[]> {
  const { rows } = await sql<EntitledRow>`
    with entitled as (
      select s.customer_id from standing s
        join membership m on m.tenant_id = s.tenant_id and m.program_id = s.program_id and m.customer_id = s.customer_id and m.status = 'active'
      where s.tenant_id = ${caller.tenantId} and s.program_id = ${of.programId} and s.tier_id = any(${of.tiers}::text[])
      union
      select customer_id from access_grant
      where tenant_id = ${caller.tenantId} and program_id = ${of.programId} and perk = ${of.perk}
        and status in ('active', 'used') and (valid_until is null or valid_until > ${of.at})
    )
    select e.customer_id as "customerId", p.external_id as "externalId", p.email, p.name, s.tier_id as "tierId",
      coalesce((select withdrawn_at is null from consent c where c.tenant_id = ${caller.tenantId} and c.customer_id = e.customer_id
        and c.purpose = 'advertising' and c.is_confirmed order by c.given_at desc limit 1), false) as "mayAdvertise"
    from entitled e
      join customer c on c.tenant_id = ${caller.tenantId} and c.customer_id = e.customer_id and c.erased_at is null and c.merged_into is null
      left join person p on p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
      left join standing s on s.tenant_id = c.tenant_id and s.program_id = ${of.programId} and s.customer_id = c.customer_id
      left join membership m on m.tenant_id = c.tenant_id and m.program_id = ${of.programId} and m.customer_id = c.customer_id
    where m.status is distinct from 'blocked' and (${of.after}::uuid is null or e.customer_id > ${of.after}::uuid)
    order by e.customer_id limit ${of.limit + 1}`.execute(db);
  return rows;
}
