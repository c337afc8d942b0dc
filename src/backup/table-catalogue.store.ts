import type pg from 'pg';

/** Every table that holds data, each after those its foreign keys point to; columns the database computes itself are left out. */
export async function listTables(
  client: pg.ClientBase,
  schema: string,
): Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]> {
  const { rows } = await client.query<{ readonly name: string; readonly columns: readonly string[]; readonly parents: readonly string[] }>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
     from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
     order by c.relname`,
    [schema],
  );
  const ordered: (typeof rows)[number][] = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)));
    if (ready.length === 0) throw new Error('foreign keys point in a circle: the tables have no order');
    for (const table of ready) placed.add(table.name);
    ordered.push(...ready);
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}

/** Quoted for a statement: names come from the catalogue, never from a file. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}

export async function findNewestMigration(client: pg.ClientBase): Promise<{ readonly number: number; readonly name: string }> {
  const { rows } = await client.query<{ readonly number: number; readonly name: string }>(
    'select number, name from migration order by number desc limit 1',
  );
  const [newest] = rows;
  if (newest === undefined) throw new Error('a migrated database has a migration');
  return newest;
}
