import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { AccessGrant } from '../domain/facts/access-grant.ts';
import { type AccessGrantId, type CustomerId, idFromUuid, type ProgramId, type RewardId } from '../domain/ids.ts';

/** A grant with the code it was handed, which the pool keeps. */
export interface ShownGrant extends AccessGrant {
  readonly code: string | null;
}

/** What a customer holds and held, oldest first, at most `limit` + 1. */
export async function listGrants(
  db: Db,
  caller: Caller,
  filter: {
    readonly customerId: CustomerId;
    readonly programId?: ProgramId | undefined;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly ShownGrant[]> {
  let query = selectGrants(db, caller).where('access_grant.customer_id', '=', filter.customerId);
  if (filter.programId !== undefined) query = query.where('access_grant.program_id', '=', filter.programId);
  if (filter.after !== null) query = query.where('access_grant.grant_id', '>', filter.after);
  const rows = await query
    .orderBy('access_grant.grant_id')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(grantFromRow);
}

/** A customer's grants of one perk, newest last. */
export async function listPerkGrants(
  db: Db,
  caller: Caller,
  of: { readonly customerId: CustomerId; readonly programId: ProgramId; readonly perk: string },
): Promise<readonly ShownGrant[]> {
  const rows = await selectGrants(db, caller)
    .where('access_grant.customer_id', '=', of.customerId)
    .where('access_grant.program_id', '=', of.programId)
    .where('access_grant.perk', '=', of.perk)
    .orderBy('access_grant.grant_id', 'desc')
    .limit(GRANTS_LOOKED_AT_MAX)
    .execute();
  return rows.map(grantFromRow).reverse();
}

/** More of one perk than anybody uses at once. */
const GRANTS_LOOKED_AT_MAX = 200;

export async function findGrant(db: Db, caller: Pick<Caller, 'tenantId'>, id: AccessGrantId): Promise<ShownGrant | null> {
  const row = await selectGrants(db, caller).where('access_grant.grant_id', '=', id).executeTakeFirst();
  return row === undefined ? null : grantFromRow(row);
}

/** Whose invitation it is; a token never moves to another grant. */
export async function findGrantByToken(db: Db, caller: Caller, token: string): Promise<ShownGrant | null> {
  const row = await selectGrants(db, caller).where('access_grant.token', '=', token).executeTakeFirst();
  return row === undefined ? null : grantFromRow(row);
}

function selectGrants(db: Db, caller: Pick<Caller, 'tenantId'>) {
  return db
    .selectFrom('access_grant')
    .leftJoin('perk_code', (join) =>
      join
        .onRef('perk_code.tenant_id', '=', 'access_grant.tenant_id')
        .onRef('perk_code.program_id', '=', 'access_grant.program_id')
        .onRef('perk_code.perk', '=', 'access_grant.perk')
        .onRef('perk_code.number', '=', 'access_grant.code_number'),
    )
    .select([
      'access_grant.grant_id',
      'access_grant.program_id',
      'access_grant.perk',
      'access_grant.customer_id',
      'access_grant.reward_id',
      'access_grant.tier_id',
      'access_grant.status',
      'access_grant.token',
      'access_grant.code_number',
      'access_grant.cost_minor',
      'access_grant.granted_at',
      'access_grant.choose_until',
      'access_grant.waiting_since',
      'access_grant.valid_until',
      'access_grant.used_at',
      sql<string | null>`perk_code.code`.as('code'),
    ])
    .where('access_grant.tenant_id', '=', caller.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectGrants>['execute']>>[number];

function grantFromRow(row: Row): ShownGrant {
  return {
    id: idFromUuid<AccessGrantId>(row.grant_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    perk: row.perk,
    customerId: idFromUuid<CustomerId>(row.customer_id),
    rewardId: row.reward_id === null ? null : idFromUuid<RewardId>(row.reward_id),
    tierId: row.tier_id,
    status: row.status,
    token: row.token,
    codeNumber: row.code_number,
    costMinor: row.cost_minor,
    grantedAt: row.granted_at,
    chooseUntil: row.choose_until,
    waitingSince: row.waiting_since,
    validUntil: row.valid_until,
    usedAt: row.used_at,
    code: row.code,
  };
}
