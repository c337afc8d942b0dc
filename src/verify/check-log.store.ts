/** I-03: nothing of the log was changed, removed or put between, and the app's role could not do it. */
import type pg from 'pg';
import { chainHashOf } from '../intake/log-entry.ts';
import { EXAMPLES_MAX, type Invariant, type Violation, violationOf } from './invariant.ts';

export const logInvariant: Invariant = {
  id: 'I-03',
  title: {
    ru: 'Журнал и переводы не менялись: цепочка хешей сходится, прав на изменение нет',
    en: 'Log and transfers are as they were written: the hash chain holds, and nobody has the right to change them',
  },
};

interface ChainRow {
  readonly sequence: bigint;
  readonly source: string;
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly storedAt: Date;
  readonly body: string;
  readonly decision: string;
  readonly answer: string;
  readonly chainHash: Buffer;
}

const PAGE_ROWS = 2_000;

export async function checkLog(client: pg.ClientBase, tenantId: string): Promise<Violation | null> {
  return violationOf(logInvariant, [...(await findBrokenLinks(client, tenantId)), ...(await findRightsOfChange(client))]);
}

async function findBrokenLinks(client: pg.ClientBase, tenantId: string): Promise<string[]> {
  const findings: string[] = [];
  const { rows: tenants } = await client.query<{ readonly next: bigint; readonly head: Buffer }>(
    'select next_sequence as next, chain_hash as head from tenant where tenant_id = $1',
    [tenantId],
  );
  const [tenant] = tenants;
  if (tenant === undefined) return [`no tenant ${tenantId}`];
  let hash: Buffer = Buffer.alloc(0);
  let last = 0n;
  for (;;) {
    const page = await readPage(client, tenantId, last);
    for (const row of page) {
      if (row.sequence !== last + 1n) findings.push(`event ${row.sequence} follows event ${last}`);
      hash = chainHashOf(hash, { event: row, body: row.body, decision: row.decision, answer: row.answer });
      if (!hash.equals(row.chainHash)) findings.push(`event ${row.sequence} does not match its hash`);
      // From here on the chain goes by what is written: one changed row is one finding.
      hash = row.chainHash;
      last = row.sequence;
    }
    if (page.length < PAGE_ROWS || findings.length > EXAMPLES_MAX) break;
  }
  if (findings.length === 0 && last !== tenant.next - 1n) findings.push(`the log ends at ${last}, the tenant stands at ${tenant.next}`);
  if (findings.length === 0 && !hash.equals(tenant.head)) findings.push('the head of the chain is not the hash of the last event');
  return findings;
}

async function readPage(client: pg.ClientBase, tenantId: string, after: bigint): Promise<readonly ChainRow[]> {
  const { rows } = await client.query<ChainRow>(
    `select sequence, source, event_id as "eventId", occurred_at as "occurredAt", stored_at as "storedAt", body, decision, answer, chain_hash as "chainHash"
     from event where tenant_id = $1 and sequence > $2 order by sequence limit ${PAGE_ROWS}`,
    [tenantId, after],
  );
  return rows;
}

/** The app's role, where there is one; a database whose user works as the owner of the tables has nobody to keep from them. */
async function findRightsOfChange(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ readonly found: string }>(
    `select format('%s may %s %s', r.rolname, lower(p.name), t.name) as found
     from pg_roles r cross join unnest(array['event', 'transfer']) as t(name) cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p(name)
     join pg_class c on c.oid = to_regclass(t.name)
     where r.rolname = 'sarafan_app' and c.relowner <> r.oid and has_table_privilege(r.oid, c.oid, p.name)`,
  );
  return rows.map((row) => row.found);
}
