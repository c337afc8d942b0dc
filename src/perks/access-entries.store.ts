import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Caller } from '../contract/caller.ts';
import { deleteInParts } from '../database/delete-in-parts.ts';
import type { Db } from '../database/schema.ts';
import type { MembershipStatus } from '../domain/facts/entities.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import type { EntryAnswer } from '../domain/perk/may-enter.ts';

export interface AccessEntry {
  readonly programId: ProgramId;
  readonly perk: string;
  readonly customerId: CustomerId | null;
  /** Keyed hash of the name of somebody who is no customer yet. */
  readonly guestHash: Buffer | null;
  readonly at: Date;
  readonly answer: EntryAnswer;
}

/** One line of the log of doors: written beside the road, never changed. */
export async function keepEntry(db: Db, caller: Caller, entry: AccessEntry): Promise<void> {
  const { answer } = entry;
  await db
    .insertInto('access_entry')
    .values({
      tenant_id: caller.tenantId,
      entry_id: randomUUID(),
      program_id: entry.programId,
      perk: entry.perk,
      customer_id: entry.customerId,
      guest_hash: entry.guestHash,
      asked_at: entry.at,
      refusal: answer.kind === 'refused' ? answer.reason : null,
      lacks: answer.kind === 'refused' ? answer.lacks : null,
      tier_id: answer.kind === 'allowed' ? answer.tierId : null,
    })
    .execute();
}

/** How a customer takes part in a programme, as stored. */
export async function findStanding(
  db: Db,
  caller: Caller,
  of: { readonly programId: ProgramId; readonly customerId: CustomerId },
): Promise<{ readonly status: MembershipStatus | null; readonly tierId: string | null }> {
  const row = await db
    .selectFrom('membership')
    .leftJoin('standing', (join) =>
      join
        .onRef('standing.tenant_id', '=', 'membership.tenant_id')
        .onRef('standing.program_id', '=', 'membership.program_id')
        .onRef('standing.customer_id', '=', 'membership.customer_id'),
    )
    .select(['membership.status', 'standing.tier_id'])
    .where('membership.tenant_id', '=', caller.tenantId)
    .where('membership.program_id', '=', of.programId)
    .where('membership.customer_id', '=', of.customerId)
    .executeTakeFirst();
  return { status: row?.status ?? null, tierId: row?.tier_id ?? null };
}

/** Forgets lines of the log of doors older than each business keeps its clicks; returns how many. */
export async function deleteOldEntries(pool: pg.Pool, now: Date): Promise<number> {
  return deleteInParts(async (limit) => {
    const { rowCount } = await pool.query(
      `delete from access_entry where (tenant_id, entry_id) in (
         select e.tenant_id, e.entry_id from tenant t
           join access_entry e on e.tenant_id = t.tenant_id and e.asked_at < $1::timestamptz - t.click_retention_days * interval '1 day'
         limit $2)`,
      [now, limit],
    );
    return rowCount ?? 0;
  });
}
