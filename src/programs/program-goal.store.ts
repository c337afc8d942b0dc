import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { ProgramName } from './programs.store.ts';

export type GoalMetric = 'friendsOrdered' | 'signUps' | 'newCustomers' | 'repeatOrders' | 'members';

export interface ProgramGoal {
  readonly metric: GoalMetric;
  readonly target: bigint;
  readonly startsAt: Date;
  /** `2027-02-20`. */
  readonly dueOn: string;
}

export async function findGoal(db: Db, { tenantId, programId }: ProgramName): Promise<ProgramGoal | null> {
  const row = await db
    .selectFrom('program_goal')
    .select(['metric', 'target', 'starts_at', 'due_on'])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .executeTakeFirst();
  return row === undefined ? null : { metric: row.metric, target: row.target, startsAt: row.starts_at, dueOn: row.due_on };
}

/** One goal a programme; false without the programme. Another target or day of the same metric goes on counting from where it began. */
export async function keepGoal(
  db: Db,
  { tenantId, programId }: ProgramName,
  goal: ProgramGoal & { readonly actor: string },
): Promise<boolean> {
  const { metric, target, startsAt, dueOn, actor } = goal;
  // The lock waits for who deletes the programme.
  const { numAffectedRows } = await sql`
    insert into program_goal (tenant_id, program_id, metric, target, starts_at, due_on, actor)
    select tenant_id, program_id, ${metric}, ${target}::bigint, ${startsAt}::timestamptz, ${dueOn}::date, ${actor}
    from program
    where tenant_id = ${tenantId} and program_id = ${programId}
    for key share
    on conflict (tenant_id, program_id) do update set
      metric = excluded.metric, target = excluded.target, due_on = excluded.due_on, actor = excluded.actor,
      starts_at = case when program_goal.metric = excluded.metric then program_goal.starts_at else excluded.starts_at end`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** How far it is, by the definition the contract gives of the metric. */
export async function countReached(db: Db, { tenantId, programId }: ProgramName, { metric, startsAt }: ProgramGoal): Promise<bigint> {
  const referrals = (statuses: readonly string[]) => sql<{ readonly reached: bigint }>`
    select count(*) as reached from referral
    where tenant_id = ${tenantId} and program_id = ${programId} and started_at >= ${startsAt} and status = any(${statuses})`;
  const orders = (newness: 'first' | 'repeat') => sql<{ readonly reached: bigint }>`
    select count(*) as reached from shop_order
    where tenant_id = ${tenantId} and first_payment_at >= ${startsAt}
      and case when ${newness} = 'first' then is_new_customer and number = 1 else number >= 2 end`;
  const question = (() => {
    switch (metric) {
      case 'friendsOrdered':
        return referrals(['ordered', 'qualified']);
      case 'signUps':
        return referrals(['joined', 'ordered', 'qualified']);
      case 'newCustomers':
        return orders('first');
      case 'repeatOrders':
        return orders('repeat');
      case 'members':
        return sql<{ readonly reached: bigint }>`
          select count(*) as reached from membership
          where tenant_id = ${tenantId} and program_id = ${programId} and status = 'active'`;
    }
  })();
  const { rows } = await question.execute(db);
  return rows[0]?.reached ?? 0n;
}
