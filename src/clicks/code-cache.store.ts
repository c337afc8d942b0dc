import type { CodeState } from './code-slots.ts';
import type { HeldConnection } from './held-connection.store.ts';
import type { HostRow, TenantRow } from './link-directory.ts';

const timeLimitMs = 2_000;

export interface StoredCode {
  readonly tenantId: string;
  readonly folded: string;
  /** 32 hex digits. */
  readonly codeId: string;
  readonly state: CodeState;
}

/** Log events after which a code may lead elsewhere, and whom they are about; null: the whole tenant. */
export interface CodeChange {
  readonly tenantId: string;
  readonly customerId: string | null;
}

const selectTenants = {
  name: 'clicks-tenants',
  text: `select tenant_id as "tenantId", slug, name, locale, time_zone as "timeZone", landing_url as "landingUrl",
                landing_domains as "landingDomains", next_sequence as "nextSequence"
         from tenant
         order by tenant_id`,
};

const selectHosts = {
  name: 'clicks-hosts',
  text: `select value as host, tenant_id as "tenantId" from tenant_route where kind = 'host'`,
};

/** `offset 0` keeps the planner from turning the range of the log's key into a scan of the whole log. */
const selectChanges = {
  name: 'clicks-changes',
  text: `select e.tenant_id as "tenantId",
                case when e.type like 'program.%' or e.type = 'customer.merged' then null else e.customer_id end as "customerId"
         from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as since (tenant_id, first, next)
         cross join lateral (
           select event.tenant_id, event.type, event.customer_id
           from event
           where event.tenant_id = since.tenant_id and event.sequence >= since.first and event.sequence < since.next
           offset 0
         ) as e
         where e.type in ('program.published', 'program.paused', 'program.resumed', 'program.ended', 'customer.merged',
                          'customer.erased', 'membership.joined', 'membership.changed', 'code.created', 'code.retired')
         limit $4`,
};

/**
 * A code is paused when its owner has memberships and none of them is active in a live programme. An owner outside every
 * programme may still bring friends: such referrals are recorded at cost 0 (contract.md 6.8). `limit 1` instead of `exists`,
 * which after a large import, before statistics exist, the planner answers by hashing all memberships for each page.
 */
function selectCodes(source: string, now: string): string {
  return `select c.tenant_id as "tenantId", c.folded, replace(c.code_id::text, '-', '') as "codeId",
            case
              when c.status = 'retired' then 'retired'
              when (select true from membership m where m.tenant_id = c.tenant_id and m.customer_id = c.customer_id limit 1) is null then 'active'
              when (
                select true
                from membership m
                join program p on p.tenant_id = m.tenant_id and p.program_id = m.program_id
                where m.tenant_id = c.tenant_id and m.customer_id = c.customer_id and m.status = 'active'
                  and (p.ended_at is null or p.ended_at > ${now})
                  and (p.pauses = '[]' or p.pauses::jsonb -> -1 ->> 'until' is not null)
                  and exists (
                    select from program_version v
                    where v.tenant_id = p.tenant_id and v.program_id = p.program_id and v.status = 'published' and v.effective_from <= ${now}
                  )
                limit 1
              ) then 'active'
              else 'paused'
            end as state
          ${source}`;
}

const selectCodesByText = {
  name: 'clicks-codes-by-text',
  text: selectCodes(
    `from unnest($1::uuid[], $2::text[]) as asked (tenant_id, folded)
     join code c on c.tenant_id = asked.tenant_id and c.folded = asked.folded`,
    '$3::timestamptz',
  ),
};

const selectCodesByCustomer = {
  name: 'clicks-codes-by-customer',
  text: selectCodes(
    `from unnest($1::uuid[], $2::uuid[]) as changed (tenant_id, customer_id)
     join code c on c.tenant_id = changed.tenant_id and c.customer_id = changed.customer_id
     limit $4`,
    '$3::timestamptz',
  ),
};

/** Newest first: what was handed out last is clicked most. */
const selectCodesBefore = {
  name: 'clicks-codes-before',
  text: selectCodes(
    `from code c
     where c.tenant_id = $1 and c.code_id < $2
     order by c.code_id desc
     limit $3`,
    '$4::timestamptz',
  ),
};

export async function listTenants(
  connection: HeldConnection,
): Promise<{ readonly tenants: readonly TenantRow[]; readonly hosts: readonly HostRow[] }> {
  const tenants = await connection.query<TenantRow>(selectTenants, [], timeLimitMs);
  const hosts = await connection.query<HostRow>(selectHosts, [], timeLimitMs);
  return { tenants, hosts };
}

export interface LogRange {
  readonly tenantId: string;
  readonly first: bigint;
  readonly next: bigint;
}

export function listCodeChanges(connection: HeldConnection, ranges: readonly LogRange[], limit: number): Promise<readonly CodeChange[]> {
  const values = [ranges.map((range) => range.tenantId), ranges.map((range) => range.first), ranges.map((range) => range.next), limit];
  return connection.query<CodeChange>(selectChanges, values, timeLimitMs);
}

export interface AskedCode {
  readonly tenantId: string;
  readonly folded: string;
}

export function findCodesByText(connection: HeldConnection, asked: readonly AskedCode[], now: Date): Promise<readonly StoredCode[]> {
  const values = [asked.map((code) => code.tenantId), asked.map((code) => code.folded), now];
  return connection.query<StoredCode>(selectCodesByText, values, timeLimitMs);
}

export interface CodeOwner {
  readonly tenantId: string;
  readonly customerId: string;
}

export function listCodesByOwner(
  connection: HeldConnection,
  owners: readonly CodeOwner[],
  now: Date,
  limit: number,
): Promise<readonly StoredCode[]> {
  const values = [owners.map((owner) => owner.tenantId), owners.map((owner) => owner.customerId), now, limit];
  return connection.query<StoredCode>(selectCodesByCustomer, values, timeLimitMs);
}

/** A page of a tenant's codes with ids below `before` (32 hex digits), in falling order. */
export function listCodesBefore(
  connection: HeldConnection,
  page: { readonly tenantId: string; readonly before: string; readonly limit: number },
  now: Date,
): Promise<readonly StoredCode[]> {
  return connection.query<StoredCode>(selectCodesBefore, [page.tenantId, page.before, page.limit, now], timeLimitMs);
}
