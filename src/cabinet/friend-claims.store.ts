/** What members say about friends who are not counted, and what staff answered. */
import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import { listOwnIds, unlessErased } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid } from '../domain/ids.ts';

export type FriendClaimStatus = 'open' | 'accepted' | 'declined';

export interface FriendClaim {
  readonly id: string;
  readonly customerId: CustomerId;
  readonly customerName: string | null;
  readonly friend: string;
  readonly note: string | null;
  readonly status: FriendClaimStatus;
  readonly createdAt: Date;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** Once, however often it is filed. False where who files it has been erased meanwhile. */
export async function insertFriendClaim(
  db: Db,
  caller: Caller,
  claim: Pick<FriendClaim, 'id' | 'customerId' | 'friend' | 'note' | 'createdAt'>,
): Promise<boolean> {
  return unlessErased(db, caller, [claim.customerId], async (tx) => {
    await tx
      .insertInto('friend_claim')
      .values({
        tenant_id: caller.tenantId,
        claim_id: claim.id,
        customer_id: claim.customerId,
        friend: claim.friend,
        note: claim.note,
        created_at: claim.createdAt,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'claim_id']).doNothing())
      .execute();
  });
}

export async function countOpenClaims(db: Db, caller: Caller, customerId: CustomerId): Promise<number> {
  const row = await db
    .selectFrom('friend_claim')
    .select((eb) => eb.fn.countAll<bigint>().as('open'))
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.open);
}

export async function findFriendClaim(db: Db, caller: Caller, id: string): Promise<FriendClaim | null> {
  const row = await selectClaims(db, caller).where('friend_claim.claim_id', '=', id).executeTakeFirst();
  return row === undefined ? null : claimFromRow(row);
}

const MAX_OF_MEMBER = 100;

/** A member's own, newest first; also of before they were merged. */
export async function listClaimsOf(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly FriendClaim[]> {
  const rows = await selectClaims(db, caller)
    .where('friend_claim.customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .orderBy('friend_claim.created_at', 'desc')
    .orderBy('friend_claim.claim_id')
    .limit(MAX_OF_MEMBER)
    .execute();
  return rows.map(claimFromRow);
}

export interface ClaimPage {
  readonly status: FriendClaimStatus | undefined;
  /** The last claim of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Oldest first, at most `limit` + 1. */
export async function listFriendClaims(db: Db, caller: Caller, page: ClaimPage): Promise<readonly FriendClaim[]> {
  let query = selectClaims(db, caller);
  const { status, after } = page;
  if (status !== undefined) query = query.where('friend_claim.status', '=', status);
  if (after !== null)
    query = query.where((eb) =>
      eb(eb.refTuple('friend_claim.created_at', 'friend_claim.claim_id'), '>', eb.tuple(after.createdAt, after.id)),
    );
  const rows = await query
    .orderBy('friend_claim.created_at')
    .orderBy('friend_claim.claim_id')
    .limit(page.limit + 1)
    .execute();
  return rows.map(claimFromRow);
}

export interface GivenAnswer {
  readonly id: string;
  readonly status: 'accepted' | 'declined';
  readonly answer: string;
  readonly answeredBy: string;
  readonly at: Date;
}

/** Keeps an answer, once; false when somebody has answered before. */
export async function answerClaim(db: Db, caller: Caller, given: GivenAnswer): Promise<boolean> {
  const result = await db
    .updateTable('friend_claim')
    .set({ status: given.status, answer: given.answer, answered_by: given.answeredBy, answered_at: given.at })
    .where('tenant_id', '=', caller.tenantId)
    .where('claim_id', '=', given.id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The answer that the log has under that event id; null without one, or where its words were erased. */
export async function findLoggedAnswer(
  db: Db,
  caller: Caller,
  { source, eventId }: { readonly source: string; readonly eventId: string },
): Promise<Omit<GivenAnswer, 'id'> | null> {
  const { rows } = await sql<Omit<GivenAnswer, 'id'>>`
    select e.body::jsonb->'body'->>'outcome' as status, p.data::jsonb->>'answer' as answer, e.body::jsonb->>'actor' as "answeredBy",
      e.occurred_at as at
    from event e join event_personal p on p.tenant_id = e.tenant_id and p.sequence = e.sequence
    where e.tenant_id = ${caller.tenantId} and e.source = ${source} and e.event_id = ${eventId}`.execute(db);
  return rows[0] ?? null;
}

function selectClaims(db: Db, caller: Caller) {
  return db
    .selectFrom('friend_claim')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'friend_claim.tenant_id').onRef('person.customer_id', '=', 'friend_claim.customer_id'),
    )
    .select(['friend_claim.claim_id', 'friend_claim.customer_id', 'friend_claim.friend', 'friend_claim.note', 'friend_claim.status'])
    .select(['friend_claim.created_at', 'friend_claim.answer', 'friend_claim.answered_by', 'friend_claim.answered_at', 'person.name'])
    .where('friend_claim.tenant_id', '=', caller.tenantId);
}

function claimFromRow(row: Awaited<ReturnType<ReturnType<typeof selectClaims>['execute']>>[number]): FriendClaim {
  return {
    id: row.claim_id,
    customerId: idFromUuid<CustomerId>(row.customer_id),
    customerName: row.name,
    friend: row.friend,
    note: row.note,
    status: row.status,
    createdAt: row.created_at,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  };
}
