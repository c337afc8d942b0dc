/** People by what they are in a programme, and by open complaints (migration people_filters): the few have an index; active members are nearly everybody. */
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { MembershipStatus } from '../domain/facts/entities.ts';
import type { ProgramId } from '../domain/ids.ts';

export interface PeopleFilter {
  readonly programId?: ProgramId | undefined;
  /** Of a membership; of any programme where none is named. */
  readonly status?: MembershipStatus | undefined;
  readonly hasComplaint?: boolean | undefined;
}

export function isFiltered({ programId, status, hasComplaint }: PeopleFilter): boolean {
  return programId !== undefined || status !== undefined || hasComplaint === true;
}

/** Whether the row of `customer` is among them; a programme alone means its active members. */
export function amongFiltered({ programId, status, hasComplaint }: PeopleFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (hasComplaint === true) conditions.push(sql`customer.open_complaints <> '{}'`);
  if (programId !== undefined || status !== undefined) {
    const program = programId === undefined ? sql`true` : sql`membership.program_id = ${programId}`;
    conditions.push(sql`exists (
      select from membership
      where membership.tenant_id = customer.tenant_id and membership.customer_id = customer.customer_id
        and ${program} and membership.status = ${sql.lit(status ?? 'active')})`);
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Ids of people, the oldest first, at most `limit` + 1. */
export async function listFilteredPeople(
  db: Db,
  caller: Caller,
  page: { readonly filter: PeopleFilter; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const { filter, after, limit } = page;
  const next = after === null ? sql`true` : sql`customer.customer_id > ${after}::uuid`;
  const { rows } = await sql<{ readonly customer_id: string }>`
    select customer.customer_id
    from customer
    where customer.tenant_id = ${caller.tenantId} and customer.merged_into is null and customer.erased_at is null
      and ${amongFiltered(filter)} and ${next}
    order by customer.customer_id
    limit ${sql.lit(limit + 1)}`.execute(db);
  return rows.map((row) => row.customer_id);
}
