/**
 * Rebuilds a tenant from its log alone, in an empty schema of the same database, and compares every decision and fact with what
 * live traffic wrote (contract.md 6.2, reliability.md I-18). All of it happens in one repeatable-read transaction: its snapshot
 * fixes the log and the live facts at one moment, while it sees its own writes, so that traffic may go on meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { encodeDecisionAnswer } from '../contract/event-answer.ts';
import { migrate } from '../database/migrate.ts';
import { commit, freePlanner, holdPlannerToRoad } from '../database/transaction.ts';
import type { Event } from '../domain/events.ts';
import { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import { keepPace } from '../intake/batch-pace.ts';
import { EventBatch } from '../intake/event-batch.ts';
import { factQuery } from '../intake/fact-query.ts';
import { factsFromRows } from '../intake/fact-rows.ts';
import { loadFactRows } from '../intake/facts.store.ts';
import { ROAD_LIMITS } from '../intake/road-limits.ts';
import { TABLE_SPECS } from '../intake/table-specs.ts';
import { lockTenant, ProgramCache } from '../intake/tenant-lock.store.ts';
import { compareTables, type TableDifference } from './compare-tables.store.ts';
import { readLogPage } from './log-pages.store.ts';
import { customerIdsOf, eventFromLog, type LoggedRow } from './logged-event.ts';

const BATCH_EVENTS_MAX = 500;
/** An enrolment names hundreds of customers at once: a batch of them must not load a whole shop. */
const BATCH_CUSTOMERS_MAX = 5_000;
const LIVE_SCHEMA = 'public';

export interface ReplayOptions {
  readonly tenantId: TenantId;
  /** Keeps the rebuilt schema for looking at; dropped otherwise. */
  readonly keep?: boolean;
  readonly onProgress?: (replayed: bigint, total: bigint) => void;
}

export interface ReplayReport {
  /** Quoted name of the kept schema; null when it was dropped. */
  readonly schema: string | null;
  /** How many events the log held at the moment of the comparison. */
  readonly events: bigint;
  readonly replayMs: number;
  readonly compareMs: number;
  /** Events that live traffic decided and replay would not take. */
  readonly refused: readonly { readonly sequence: bigint; readonly code: string }[];
  readonly tables: readonly TableDifference[];
}

export function isCleanReplay(report: ReplayReport): boolean {
  return report.refused.length === 0 && report.tables.length === 0;
}

/** Needs a connection of the tables' owner, used for nothing else meanwhile; its search path is put back at the end. */
export async function replayTenant(owner: pg.ClientBase, options: ReplayOptions): Promise<ReplayReport> {
  return withReplaySchema(owner, options.keep === true, (schema) => replayOne(owner, schema, options));
}

/** The same of several tenants, one after another in one schema: making it takes longer than replaying a small log. */
export async function replayTenants(owner: pg.ClientBase, tenantIds: readonly TenantId[]): Promise<ReadonlyMap<TenantId, ReplayReport>> {
  return withReplaySchema(owner, false, async (schema) => {
    const reports = new Map<TenantId, ReplayReport>();
    for (const tenantId of tenantIds) reports.set(tenantId, await replayOne(owner, schema, { tenantId }));
    return reports;
  });
}

async function withReplaySchema<T>(owner: pg.ClientBase, isKept: boolean, work: (schema: string) => Promise<T>): Promise<T> {
  const schema = `replay_${randomUUID().replaceAll('-', '')}`;
  try {
    await migrate(owner, { appRole: undefined, schema });
    await dropForeignKeys(owner, schema);
    return await work(schema);
  } finally {
    if (!isKept) await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.query(`set search_path to ${LIVE_SCHEMA}`);
  }
}

/** What is rebuilt goes with its transaction, unless it is kept. */
async function replayOne(owner: pg.ClientBase, schema: string, options: ReplayOptions): Promise<ReplayReport> {
  await owner.query('begin isolation level repeatable read');
  try {
    const report = await replayAndCompare(owner, schema, options);
    await (options.keep === true ? commit(owner) : owner.query('rollback'));
    return report;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function replayAndCompare(owner: pg.ClientBase, schema: string, options: ReplayOptions): Promise<ReplayReport> {
  const { tenantId } = options;
  const total = await copyTenant(owner, schema, tenantId);
  const replay = new Replay(owner, tenantId);
  const startedAt = performance.now();
  let after = 0n;
  while (after < total) {
    const page = await readLogPage(owner, { schema: LIVE_SCHEMA, tenantId, after, limit: BATCH_EVENTS_MAX });
    const last = page.at(-1);
    if (last === undefined) break;
    await replay.take(page);
    after = last.sequence;
    options.onProgress?.(after, total);
  }
  const replayedAt = performance.now();
  await freePlanner(owner);
  await analyze(owner, schema);
  const tables = await compareTables(owner, tenantId, { live: LIVE_SCHEMA, replayed: schema });
  return {
    schema: options.keep === true ? schema : null,
    events: total,
    replayMs: replayedAt - startedAt,
    compareMs: performance.now() - replayedAt,
    refused: replay.refused,
    tables,
  };
}

/** The empty tenant to fill; returns the last sequence of the live one. */
async function copyTenant(owner: pg.ClientBase, schema: string, tenantId: TenantId): Promise<bigint> {
  await owner.query(
    `insert into ${schema}.tenant (tenant_id, tenant_key, slug, name, hash_key, created_at)
     select tenant_id, tenant_key, slug, name, hash_key, created_at from ${LIVE_SCHEMA}.tenant where tenant_id = $1`,
    [tenantId],
  );
  const { rows } = await owner.query<{ readonly last: bigint }>(
    `select next_sequence - 1 as last from ${LIVE_SCHEMA}.tenant where tenant_id = $1`,
    [tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no tenant ${tenantId}`);
  return row.last;
}

class Replay {
  readonly refused: { readonly sequence: bigint; readonly code: string }[] = [];
  readonly #owner: pg.ClientBase;
  readonly #tenantId: TenantId;
  readonly #programs = new ProgramCache();

  constructor(owner: pg.ClientBase, tenantId: TenantId) {
    this.#owner = owner;
    this.#tenantId = tenantId;
  }

  async take(page: readonly LoggedRow[]): Promise<void> {
    let batch: { row: LoggedRow; event: Event }[] = [];
    let customers = 0;
    for (const row of page) {
      const event = eventFromLog(this.#tenantId, row);
      const named = customerIdsOf(event).length;
      if (batch.length > 0 && customers + named > BATCH_CUSTOMERS_MAX) {
        await this.#decide(batch);
        batch = [];
        customers = 0;
      }
      batch.push({ row, event });
      customers += named;
    }
    await this.#decide(batch);
  }

  async #decide(batch: readonly { readonly row: LoggedRow; readonly event: Event }[]): Promise<void> {
    await holdPlannerToRoad(this.#owner);
    const head = await lockTenant(this.#owner, this.#tenantId);
    if (head === null) throw new Error('the replayed tenant was just made');
    const programs = await this.#programs.get(this.#owner, this.#tenantId, head.programRevision);
    const named = new Set(batch.flatMap(({ event }) => customerIdsOf(event)));
    const relatedIds = batch.flatMap(({ event }) => event.persons?.flat() ?? []);
    const query = factQuery(
      this.#tenantId,
      batch.map(({ event }) => event),
      { customerIds: [...named], relatedIds, programs },
    );
    // Read anew for each batch: what a live process follows for hours is looked at by it.
    const known = new KnownTallies(query.history.measures);
    const facts = factsFromRows(await loadFactRows(this.#owner, query), programs, { known });
    const events = new EventBatch(this.#tenantId, { head, facts });
    for (const [index, { row, event }] of batch.entries()) {
      await keepPace({ index, length: batch.length }, ROAD_LIMITS, { atHalf: () => events.saveSoFar(this.#owner, {}) });
      const decision = events.decide(event);
      if (!decision.ok) {
        this.refused.push({ sequence: row.sequence, code: decision.error.code });
        continue;
      }
      const answer = encodeDecisionAnswer(event.eventId, decision.value.outcome);
      events.keep({ event, decision: decision.value, answer, bodyHash: row.bodyHash });
    }
    await events.save(this.#owner, {});
  }
}

async function analyze(owner: pg.ClientBase, schema: string): Promise<void> {
  for (const table of Object.keys(TABLE_SPECS)) await owner.query(`analyze ${schema}."${table}"`);
}

/** What the live tables enforce need not be enforced twice: whatever breaks here shows in the comparison. */
async function dropForeignKeys(owner: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await owner.query<{ readonly table: string; readonly name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint where connamespace = $1::regnamespace and contype = 'f'`,
    [schema],
  );
  for (const { table, name } of rows) await owner.query(`alter table ${table} drop constraint "${name}"`);
}
