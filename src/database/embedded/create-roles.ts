import pg from 'pg';
import { embeddedRoles } from './initialise-cluster.ts';

export const embeddedDatabaseName = 'sarafan';

/** Makes the roles and the database when they are missing; a start killed between two of these steps is finished by the next. */
export async function createRolesAndDatabase(superuser: pg.ClientConfig): Promise<void> {
  const { owner, app } = embeddedRoles;
  const client = new pg.Client({ ...superuser, database: 'postgres' });
  await client.connect();
  try {
    const { rows: roles } = await client.query<{ readonly rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [owner, app],
    ]);
    const found = new Set(roles.map((row) => row.rolname));
    if (!found.has(owner)) await client.query(`create role ${owner} login createdb`);
    if (!found.has(app)) await client.query(`create role ${app} login`);
    await client.query(`grant ${app} to ${owner}`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedDatabaseName]);
    if (rowCount === 0) await client.query(`create database ${embeddedDatabaseName} owner ${owner}`);
  } finally {
    await client.end();
  }
}
