/** Connections: where other systems send to, and what their payloads mean. */
import { sql } from 'kysely';
import type { ConnectorMapping } from '../contract/connector-mapping.ts';
import type { Db } from '../database/schema.ts';
import { type ConnectorId, idFromUuid, type TenantId } from '../domain/ids.ts';

export type Trust = 'signed' | 'checked' | 'hint';

export interface ConnectorRecord {
  readonly tenantId: TenantId;
  readonly id: ConnectorId;
  readonly name: string;
  readonly preset: string;
  readonly status: 'draft' | 'active' | 'paused';
  readonly trust: Trust;
  readonly mapping: ConnectorMapping;
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousSecretUntil: Date | null;
  readonly check: OrderCheck | null;
  readonly createdAt: Date;
}

/** Where an order can be asked for again. */
export interface OrderCheck {
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
}

export interface ConnectorRef {
  readonly tenantId: TenantId;
  readonly id: ConnectorId;
}

export const CONNECTORS_MAX = 50;

export async function insertConnector(
  db: Db,
  connector: Omit<ConnectorRecord, 'previousSecret' | 'previousSecretUntil' | 'check' | 'status'>,
): Promise<boolean> {
  const { count } = await db
    .selectFrom('connector')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('tenant_id', '=', connector.tenantId)
    .executeTakeFirstOrThrow();
  if (count >= CONNECTORS_MAX) return false;
  await db
    .insertInto('connector')
    .values({
      tenant_id: connector.tenantId,
      connector_id: connector.id,
      name: connector.name,
      preset: connector.preset,
      status: 'draft',
      trust: connector.trust,
      mapping: JSON.stringify(connector.mapping),
      secret: connector.secret,
      created_at: connector.createdAt,
    })
    .execute();
  return true;
}

/** Oldest first. */
export async function listConnectors(db: Db, tenantId: TenantId): Promise<readonly ConnectorRecord[]> {
  const rows = await select(db).where('tenant_id', '=', tenantId).orderBy('connector_id').limit(CONNECTORS_MAX).execute();
  return rows.map(recordFromRow);
}

export async function findConnector(db: Db, { tenantId, id }: ConnectorRef): Promise<ConnectorRecord | null> {
  const row = await select(db).where('tenant_id', '=', tenantId).where('connector_id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordFromRow(row);
}

export interface ConnectorChange {
  readonly name?: string;
  readonly mapping?: ConnectorMapping;
  readonly trust?: Trust;
  readonly check?: OrderCheck | null;
  readonly status?: 'active' | 'paused';
}

export async function updateConnector(db: Db, { tenantId, id }: ConnectorRef, change: ConnectorChange): Promise<void> {
  const { check } = change;
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.mapping === undefined ? {} : { mapping: JSON.stringify(change.mapping) }),
    ...(change.trust === undefined ? {} : { trust: change.trust }),
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(check === undefined
      ? {}
      : { check_url: check?.url ?? null, check_user: check?.user ?? null, check_password: check?.password ?? null }),
  };
  if (Object.keys(columns).length === 0) return;
  await db.updateTable('connector').set(columns).where('tenant_id', '=', tenantId).where('connector_id', '=', id).execute();
}

/** With everything that came through it; whether it was there. */
export async function deleteConnector(db: Db, { tenantId, id }: ConnectorRef): Promise<boolean> {
  const deleted = await db.deleteFrom('connector').where('tenant_id', '=', tenantId).where('connector_id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** The present secret becomes the old one, taken until then. */
export async function rotateConnectorSecret(db: Db, { tenantId, id }: ConnectorRef, secret: string, oldUntil: Date): Promise<void> {
  await db
    .updateTable('connector')
    .set((eb) => ({ previous_secret: eb.ref('secret'), previous_secret_until: oldUntil, secret }))
    .where('tenant_id', '=', tenantId)
    .where('connector_id', '=', id)
    .execute();
}

export interface PayloadCounts {
  readonly held: number;
  readonly failed: number;
  readonly done: number;
  /** Of the last hundred done: taken without a contact that is none. */
  readonly leftOut: number;
  readonly ignored: number;
  readonly kept: number;
  readonly waiting: number;
  readonly lastReceivedAt: Date | null;
}

const LEFT_OUT_AMONG = 100;

/** By connection; of one alone when it is named. */
export async function countPayloads(db: Db, tenantId: TenantId, only?: ConnectorId): Promise<ReadonlyMap<string, PayloadCounts>> {
  const rows = await db
    .selectFrom('connector_payload')
    .select((eb) => [
      'connector_id',
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'held').as('held'),
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'failed').as('failed'),
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'done').as('done'),
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'ignored').as('ignored'),
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'kept').as('kept'),
      eb.fn.countAll<bigint>().filterWhere('status', '=', 'waiting').as('waiting'),
      eb.fn.max('received_at').as('last'),
      leftOutOf(tenantId).as('left_out'),
    ])
    .where('tenant_id', '=', tenantId)
    .$if(only !== undefined, (query) => query.where('connector_id', '=', only ?? ''))
    .groupBy('connector_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.connector_id,
      {
        held: Number(row.held),
        failed: Number(row.failed),
        done: Number(row.done),
        leftOut: Number(row.left_out),
        ignored: Number(row.ignored),
        kept: Number(row.kept),
        waiting: Number(row.waiting),
        lastReceivedAt: row.last,
      },
    ]),
  );
}

/** Read from what was made of each, so that only the last are looked at: what a form asks for today is what can be mended. */
function leftOutOf(tenantId: TenantId) {
  return sql<bigint>`(
    select count(*) from (
      select last.result from connector_payload last
      where last.tenant_id = ${tenantId} and last.connector_id = connector_payload.connector_id and last.status = 'done'
      order by last.payload_id desc limit ${LEFT_OUT_AMONG}) recent
    where recent.result::jsonb @? '$.events[*].notes[*] ? (@.code == "contact-left-out")')`;
}

function select(db: Db) {
  return db
    .selectFrom('connector')
    .select([
      'tenant_id',
      'connector_id',
      'name',
      'preset',
      'status',
      'trust',
      'mapping',
      'secret',
      'previous_secret',
      'previous_secret_until',
      'check_url',
      'check_user',
      'check_password',
      'created_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function recordFromRow(row: Row): ConnectorRecord {
  // Row boundary: written by this file alone, from a mapping its schema has checked.
  const mapping: ConnectorMapping = JSON.parse(row.mapping);
  return {
    tenantId: idFromUuid<TenantId>(row.tenant_id),
    id: idFromUuid<ConnectorId>(row.connector_id),
    name: row.name,
    preset: row.preset,
    status: row.status,
    trust: row.trust,
    mapping,
    secret: row.secret,
    previousSecret: row.previous_secret,
    previousSecretUntil: row.previous_secret_until,
    check: row.check_url === null ? null : { url: row.check_url, user: row.check_user, password: row.check_password },
    createdAt: row.created_at,
  };
}
