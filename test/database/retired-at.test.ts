/** Migration 0045: a code retired by an older program gets its time from the log, where replay finds it too. */
import { expect, it } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { encodeLog } from '../../src/intake/log-codec.ts';
import { createEmptyDatabase } from '../support/database.ts';

const TENANT = '00000000-0000-7000-8000-000000000001';
const OWNER = '00000000-0000-7000-8000-000000000002';
const [working, retired, ofErased] = ['a', 'b', 'c'].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);

it('dates a retired code by the first act that retired it, and none that an erasure retired', async () => {
  const { database, access } = await createEmptyDatabase();
  const owner = await database.connectAsOwner();
  try {
    await migrate(owner, { appRole: access.appRole, through: 44 });
    const codes = [working, retired, ofErased].map((id, index) => [id, `CODE${index}`, index === 0 ? 'active' : 'retired']);
    for (const values of codes)
      await owner.query(
        `insert into code (tenant_id, code_id, customer_id, text, folded, kind, status, created_at)
         values ('${TENANT}', $1, '${OWNER}', $2, $2, 'personal', $3, '2026-11-01T00:00:00Z')`,
        values,
      );
    for (const [sequence, at] of [
      [7, '2026-11-20T12:00:00Z'],
      [8, '2026-11-21T12:00:00Z'],
    ])
      await owner.query(
        `insert into event (tenant_id, sequence, source, event_id, type, occurred_at, stored_at, body_hash, body, decision, answer, chain_hash)
         values ('${TENANT}', $1, 'api', $4, 'code.retired', $2, $2, '', $3, '', '', '')`,
        [sequence, at, encodeLog({ customer: null, body: { type: 'code.retired', codeId: retired } }), `e-${sequence}`],
      );
    await migrate(owner, { appRole: access.appRole });
    const { rows } = await owner.query('select code_id, retired_at from code order by code_id');
    expect(rows).toEqual([
      { code_id: working, retired_at: null },
      { code_id: retired, retired_at: new Date('2026-11-20T12:00:00Z') },
      { code_id: ofErased, retired_at: null },
    ]);
  } finally {
    await owner.end();
  }
});
