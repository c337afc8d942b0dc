import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { Reward } from '../domain/facts/entities.ts';
import { idFromUuid, type ProgramId, type RewardId } from '../domain/ids.ts';

export interface RewardCause {
  readonly programId: ProgramId;
  readonly beneficiary: Reward['beneficiary'] | 'company';
  readonly isOfOrder: boolean;
}

/** For what rewards were given. */
export async function readRewardCauses(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  ids: readonly RewardId[],
): Promise<ReadonlyMap<RewardId, RewardCause>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('reward')
    .select(['reward_id', 'program_id', 'beneficiary', 'order_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('reward_id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      idFromUuid<RewardId>(row.reward_id),
      { programId: idFromUuid<ProgramId>(row.program_id), beneficiary: row.beneficiary, isOfOrder: row.order_id !== null },
    ]),
  );
}
