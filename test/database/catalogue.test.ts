/** The schema as PostgreSQL holds it, against the rules that let it be distributed by tenant (architecture.md 5). */

import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** Small tables every node may hold whole. */
const REFERENCE_TABLES = ['tenant_route', 'migration'];

interface KeyRow {
  readonly name: string;
  readonly columns: readonly string[];
}

let test: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = await test.database.connectAsOwner();
});
afterAll(() => owner.end());

describe('the catalogue', () => {
  it('has tables to look at', async () => {
    expect((await listTables()).length).toBeGreaterThan(20);
  });

  it('leads every primary and unique key with tenant_id', async () => {
    expect(await badKeys()).toEqual([]);
  });

  it('leads every foreign key with tenant_id on both sides', async () => {
    expect(await badForeignKeys()).toEqual([]);
  });

  it('has no trigger of ours, no generated identity and no rule', async () => {
    expect(await listForbidden()).toEqual([]);
  });

  it('names every check, key and foreign key after its table', async () => {
    expect(await badNames()).toEqual([]);
  });

  it('sees what it forbids', async () => {
    await owner.query('begin');
    await owner.query(
      'create table planted (id uuid constraint planted_pkey primary key, tenant_id uuid, other uuid, n bigint generated always as identity)',
    );
    await owner.query('create table planted_child (tenant_id uuid, id uuid references planted (id), primary key (tenant_id, id))');
    await owner.query('create function planted_stop() returns trigger language plpgsql as $$ begin return null; end $$');
    await owner.query('create trigger planted_trigger before update on planted for each row execute function planted_stop()');
    expect(await badKeys()).toEqual(['planted_pkey (id)']);
    expect(await badForeignKeys()).toEqual(['planted_child_id_fkey (id)']);
    expect(await listForbidden()).toEqual(['planted.n is an identity', 'planted.planted_trigger is a trigger']);
    await owner.query('rollback');
  });

  it('keeps the log and the ledger from being edited by the role that serves', async () => {
    for (const table of ['event', 'transfer']) {
      for (const act of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(test.database.pool.query(act)).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});

async function listTables(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`,
  );
  return rows.map((row) => row.name);
}

async function badKeys(): Promise<readonly string[]> {
  const { rows } = await owner.query<KeyRow>(
    `select i.relname as name, array(select a.attname::text from unnest(x.indkey::smallint[]) with ordinality k(attnum, place)
       join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum order by k.place) as columns
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where x.indisunique and t.relnamespace = 'public'::regnamespace and t.relname <> all($1::text[]) order by i.relname`,
    [REFERENCE_TABLES],
  );
  return describeBad(rows);
}

async function badForeignKeys(): Promise<readonly string[]> {
  const { rows } = await owner.query<KeyRow>(
    `select c.conname as name, array(select a.attname::text from unnest(c.conkey) with ordinality k(attnum, place)
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum order by k.place) as columns
     from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by c.conname`,
  );
  return describeBad(rows);
}

function describeBad(rows: readonly KeyRow[]): readonly string[] {
  return rows.filter((row) => row.columns[0] !== 'tenant_id').map((row) => `${row.name} (${row.columns.join(', ')})`);
}

async function listForbidden(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `select c.relname || '.' || t.tgname || ' is a trigger' as what from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
     union all
     select c.relname || '.' || a.attname || ' is an identity' from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attidentity <> '' and c.relnamespace = 'public'::regnamespace
     union all
     select tablename || '.' || rulename || ' is a rule' from pg_rules where schemaname = 'public'
     order by what`,
  );
  return rows.map((row) => row.what);
}

async function badNames(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; relname: string }>(
    `select c.conname as name, t.relname from pg_constraint c join pg_class t on t.oid = c.conrelid
     where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f', 'c') order by c.conname`,
  );
  return rows.filter((row) => !row.name.startsWith(`${row.relname}_`)).map((row) => row.name);
}
