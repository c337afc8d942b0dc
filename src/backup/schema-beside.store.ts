/**
 * A schema in which a restore builds its tables while those in use stay as they are. Its name is always the same, so that one left
 * by a restore that was killed is found and removed by the next; nothing else looks into it.
 */
import type pg from 'pg';
import { type MigrateOptions, migrate } from '../database/migrate.ts';
import { listTables, quoted } from './table-catalogue.store.ts';

const BESIDE = 'sarafan_restore';
const LOCK_LIMIT = '3s';

/** Makes the tables of an older program; returns the name of their schema, into which the search path points from here on. */
export async function buildBeside(owner: pg.ClientBase, options: Pick<MigrateOptions, 'appRole' | 'through'>): Promise<string> {
  await migrate(owner, { ...options, schema: BESIDE });
  return BESIDE;
}

export async function removeBeside(owner: pg.ClientBase): Promise<void> {
  await owner.query(`drop schema if exists ${BESIDE} cascade`);
}

/**
 * Throws away the tables of `schema` and moves those built beside into their place; call it in a transaction. `refuse` is asked
 * once nobody else can reach the tables any more: a server may have started since the restore began.
 */
export async function takePlace(owner: pg.ClientBase, schema: string, refuse: () => Promise<void>): Promise<void> {
  // Servers have given way and wait: better refused at once than after a minute.
  await owner.query(`set local lock_timeout = '${LOCK_LIMIT}'`);
  const tables = await lockTables(owner, schema);
  await refuse();
  await owner.query(`drop table ${tables} cascade`);
  for (const name of await listRelations(owner)) await owner.query(`alter table ${BESIDE}.${quoted(name)} set schema ${schema}`);
  // Without `cascade`: something that did not move would stop it, and the transaction brings everything back.
  await owner.query(`drop schema ${BESIDE}`);
}

/** Keeps everybody else from the tables of `schema` to the end of the transaction; returns their names as a statement needs them. */
export async function lockTables(owner: pg.ClientBase, schema: string): Promise<string> {
  const names = [...(await listTables(owner, schema)).map(({ name }) => name), 'migration'];
  const tables = names.map((name) => `${schema}.${quoted(name)}`).join(', ');
  await owner.query(`lock table ${tables} in access exclusive mode`);
  return tables;
}

/** The list of migrations and the partitions as well, which do not move with their table. */
async function listRelations(owner: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await owner.query<{ readonly name: string }>(
    `select relname::text as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p') order by relname`,
    [BESIDE],
  );
  return rows.map(({ name }) => name);
}
