/** I-14 and I-15: what caps and budgets count is what the standing rewards add up to, and it stays under them. */
import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';
import type { Budget } from '../domain/program/document.ts';
import type { Program } from '../domain/program/program.ts';
import { findRule } from '../domain/program/program-rules.ts';
import { budgetPeriod, capPeriod } from '../domain/reward/counters.ts';
import { NO_CUSTOMER } from '../intake/fact-rows.ts';
import { loadPrograms } from '../intake/tenant-lock.store.ts';
import { type Invariant, type Violation, violationOf } from './invariant.ts';

export const budgetInvariant: Invariant = {
  id: 'I-14',
  title: {
    ru: 'Бюджет израсходован ровно на действующие награды и не больше заданного',
    en: 'A budget is used by exactly the standing rewards, and by no more than it allows',
  },
};

export const capInvariant: Invariant = {
  id: 'I-15',
  title: {
    ru: 'Лимиты рекомендателя заняты ровно действующими наградами и не превышены',
    en: 'The caps of a referrer are filled by exactly the standing rewards, and not exceeded',
  },
};

interface CounterRow {
  readonly programId: string;
  readonly ruleId: string;
  readonly scope: 'referrerCount' | 'referrerAmount' | 'budget';
  readonly customerId: string;
  readonly period: string;
  readonly used: bigint;
}

interface RewardRow {
  readonly rewardId: string;
  readonly programId: string;
  readonly versionId: string;
  readonly ruleId: string;
  readonly kind: string;
  readonly beneficiary: string;
  readonly referrerId: string | null;
  readonly occurredAt: Date;
  readonly amount: bigint | null;
  readonly costAmount: bigint;
}

type Recount = Map<string, bigint>;

const PAGE_ROWS = 5_000;

export async function checkCounters(client: pg.ClientBase, tenantId: TenantId): Promise<readonly Violation[]> {
  const programs = await loadPrograms(client, tenantId);
  const recount = await recountRewards(client, tenantId, programs);
  const counters = await readCounters(client, tenantId);
  const survivors = await readSurvivors(client, tenantId);
  const stored: Recount = new Map(counters.map((counter) => [keyOf(counter), counter.used]));
  const findings: Record<'budget' | 'cap', string[]> = { budget: [], cap: [] };
  for (const key of new Set([...recount.keys(), ...stored.keys()])) {
    const [used, counted] = [stored.get(key) ?? 0n, recount.get(key) ?? 0n];
    if (used !== counted)
      findings[key.startsWith('budget') ? 'budget' : 'cap'].push(`${key}: counted as ${used}, rewards add up to ${counted}`);
  }
  for (const counter of counters) {
    const limit = limitOf(programs, counter);
    // Two referrers who turn out to be one person may together be over what one could have reached.
    if (limit !== null && counter.used > limit && !survivors.has(counter.customerId))
      findings[counter.scope === 'budget' ? 'budget' : 'cap'].push(`${keyOf(counter)}: ${counter.used} of ${limit}`);
  }
  return [violationOf(budgetInvariant, findings.budget), violationOf(capInvariant, findings.cap)].filter((violation) => violation !== null);
}

function keyOf(key: Omit<CounterRow, 'used'>): string {
  return [key.scope, key.programId, key.ruleId, key.customerId, key.period].join(' ');
}

async function recountRewards(client: pg.ClientBase, tenantId: string, programs: readonly Program[]): Promise<Recount> {
  const recount: Recount = new Map();
  const add = (key: Omit<CounterRow, 'used'>, amount: bigint): void => {
    if (amount !== 0n) recount.set(keyOf(key), (recount.get(keyOf(key)) ?? 0n) + amount);
  };
  let after = NO_CUSTOMER;
  for (;;) {
    const page = await readStanding(client, tenantId, after);
    for (const reward of page) {
      const { programId, ruleId } = reward;
      const period = budgetPeriod(reward.kind === 'points' ? 'points' : 'money');
      const budget = { programId, scope: 'budget', customerId: NO_CUSTOMER, period } as const;
      add({ ...budget, ruleId }, reward.costAmount);
      add({ ...budget, ruleId: '' }, reward.costAmount);
      const capped = capPeriodOf(programs, reward);
      if (capped === null || reward.referrerId === null) continue;
      const cap = { programId, ruleId, customerId: reward.referrerId, period: capped };
      add({ ...cap, scope: 'referrerCount' }, 1n);
      add({ ...cap, scope: 'referrerAmount' }, reward.amount ?? 0n);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.rewardId;
  }
  // What tiers gave was claimed, by no rule: it counts for the programme as a whole.
  for (const { programId, cost } of await readClaims(client, tenantId))
    add({ programId, ruleId: '', scope: 'budget', customerId: NO_CUSTOMER, period: budgetPeriod('money') }, cost);
  return recount;
}

function capPeriodOf(programs: readonly Program[], reward: RewardRow): string | null {
  if (reward.beneficiary !== 'referrer') return null;
  const document = programs.find(({ id }) => id === reward.programId)?.versions.find(({ id }) => id === reward.versionId)?.document;
  const cap = document === undefined ? null : (findRule(document, reward.ruleId)?.caps.perReferrer ?? null);
  return document === undefined || cap === null ? null : capPeriod(cap, reward.occurredAt, document.timeZone);
}

/** The widest limit any published version set: rewards granted under it keep counting after a later version narrows it. */
function limitOf(programs: readonly Program[], counter: CounterRow): bigint | null {
  const documents = (programs.find(({ id }) => id === counter.programId)?.versions ?? []).map(({ document }) => document);
  const limits = documents.flatMap((document): (bigint | null)[] => {
    if (counter.scope === 'budget' && counter.ruleId === '') return [amountIn(document.budget, counter.period)];
    const rule = findRule(document, counter.ruleId);
    if (rule === null) return [];
    if (counter.scope === 'budget') return [amountIn(rule.caps.budget, counter.period)];
    const cap = rule.caps.perReferrer;
    if (counter.scope === 'referrerAmount') return [cap?.amount ?? null];
    return [cap?.count === undefined || cap.count === null ? null : BigInt(cap.count)];
  });
  return limits.reduce((widest, limit) => (widest === null || limit === null ? null : limit > widest ? limit : widest), limits[0] ?? null);
}

function amountIn(budget: Budget | null, period: string): bigint | null {
  return budget === null || budgetPeriod(budget.unit) !== period ? null : budget.amount;
}

async function readCounters(client: pg.ClientBase, tenantId: string): Promise<readonly CounterRow[]> {
  const { rows } = await client.query<CounterRow>(
    `select program_id as "programId", rule_id as "ruleId", scope, customer_id as "customerId", period, used
     from counter where tenant_id = $1 and scope in ('referrerCount', 'referrerAmount', 'budget') order by program_id, rule_id, scope, customer_id, period`,
    [tenantId],
  );
  return rows;
}

async function readClaims(
  client: pg.ClientBase,
  tenantId: string,
): Promise<readonly { readonly programId: string; readonly cost: bigint }[]> {
  const { rows } = await client.query<{ readonly programId: string; readonly cost: bigint }>(
    `select program_id as "programId", sum(cost_minor)::bigint as cost from access_grant
     where tenant_id = $1 and reward_id is null and (status <> 'revoked' or used_at is not null or code_number is not null) group by 1 order by 1`,
    [tenantId],
  );
  return rows;
}

async function readSurvivors(client: pg.ClientBase, tenantId: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ readonly id: string }>(
    'select distinct merged_into as id from customer where tenant_id = $1 and merged_into is not null',
    [tenantId],
  );
  return new Set(rows.map(({ id }) => id));
}

async function readStanding(client: pg.ClientBase, tenantId: string, after: string): Promise<readonly RewardRow[]> {
  const { rows } = await client.query<RewardRow>(
    `select reward_id as "rewardId", program_id as "programId", version_id as "versionId", rule_id as "ruleId", kind, beneficiary,
       referrer_id as "referrerId", occurred_at as "occurredAt", amount, cost_amount as "costAmount"
     from reward
     where tenant_id = $1 and reward_id > $2 and status not in ('denied', 'cancelled', 'reversed', 'failed')
     order by reward_id
     limit ${PAGE_ROWS}`,
    [tenantId, after],
  );
  return rows;
}
