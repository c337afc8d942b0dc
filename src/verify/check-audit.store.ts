/** I-23: what staff changed is written down entry by entry, and no entry was changed, removed or put between. */
import type pg from 'pg';
import { chainHash } from '../staff/audit.store.ts';
import { EXAMPLES_MAX, type Invariant, type Violation, violationOf } from './invariant.ts';

export const auditInvariant: Invariant = {
  id: 'I-23',
  title: {
    ru: 'Журнал изменений сотрудников не менялся: цепочка хешей сходится, пропусков нет',
    en: 'The audit log is as it was written: its hash chain holds and nothing is missing',
  },
};

interface AuditRow {
  readonly number: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly chainHash: Buffer;
}

const PAGE_ROWS = 2_000;

export async function checkAudit(client: pg.ClientBase, tenantId: string): Promise<Violation | null> {
  const findings: string[] = [];
  let hash: Buffer = Buffer.alloc(0);
  let last = 0n;
  for (;;) {
    const { rows } = await client.query<AuditRow>(
      `select number, at, actor, act, subject, before, after, chain_hash as "chainHash"
       from audit_entry where tenant_id = $1 and number > $2 order by number limit ${PAGE_ROWS}`,
      [tenantId, last],
    );
    for (const { chainHash: stored, ...entry } of rows) {
      if (entry.number !== last + 1n) findings.push(`entry ${entry.number} follows entry ${last}`);
      if (!chainHash(hash, entry).equals(stored)) findings.push(`entry ${entry.number} does not match its hash`);
      hash = stored;
      last = entry.number;
    }
    if (rows.length < PAGE_ROWS || findings.length > EXAMPLES_MAX) break;
  }
  return violationOf(auditInvariant, findings);
}
