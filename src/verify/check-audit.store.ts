/** I-23: what staff changed is written down entry by entry, and no entry was changed, removed or put between. */
import type pg from 'pg';
import { type ChainedEntry, ChainWalk } from '../staff/audit-chain.ts';
import { EXAMPLES_MAX, type Invariant, type Violation, violationOf } from './invariant.ts';

export const auditInvariant: Invariant = {
  id: 'I-23',
  title: {
    ru: 'Журнал изменений сотрудников не менялся: цепочка хешей сходится, пропусков нет',
    en: 'The audit log is as it was written: its hash chain holds and nothing is missing',
  },
};

const PAGE_ROWS = 2_000;

export async function checkAudit(client: pg.ClientBase, tenantId: string): Promise<Violation | null> {
  const walk = new ChainWalk();
  for (;;) {
    const { rows } = await client.query<ChainedEntry>(
      `select number, at, actor, act, subject, before, after, chain_hash as "chainHash"
       from audit_entry where tenant_id = $1 and number > $2 order by number limit ${PAGE_ROWS}`,
      [tenantId, walk.end.number],
    );
    walk.take(rows);
    if (rows.length < PAGE_ROWS || walk.findings.length > EXAMPLES_MAX) break;
  }
  return violationOf(
    auditInvariant,
    walk.findings.map(({ text }) => text),
  );
}
