/** What waits may be much: a claim and the look for bonuses that end soon cost no more for it (reliability.md). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { claimMails } from '../../src/messages/mail-queue.store.ts';
import { queueExpiring } from '../../src/messages/queue-expiring.store.ts';
import { openApi } from '../support/api.ts';
import { waitFor } from '../support/wait-for.ts';

const NOW = new Date('2026-11-20T12:00:00Z');

it('a claim takes codes first and then the oldest, and reads no more of 5,000 than it takes', async () => {
  const { rows, test, business } = await openApi({ now: NOW });
  const { tenantId } = business;
  const insert = `insert into mail (tenant_id, mail_id, kind, cause, customer_id, recipient, data, next_attempt_at, created_at)`;
  await rows(
    `${insert} select $1, gen_random_uuid(), 'friend-joined', 'n' || n, gen_random_uuid(), null, '{}', $2::timestamptz - n * interval '1 second', $2
      from generate_series(1, 5000) n`,
    [tenantId, NOW],
  );
  await rows(`${insert} values ($1, gen_random_uuid(), 'sign-in-code', 'code', null, 'a@b.example', '{}', $2, $2)`, [tenantId, NOW]);
  await rows('analyze mail');
  const claimed = await test.database.kysely.connection().execute(async (db) => {
    const lease = { lease: randomUUID(), leaseEndsAt: new Date(NOW.getTime() + 90_000) };
    const taken = await claimMails(db, { tenantId, now: NOW, ...lease, limit: 4 });
    await sql`select pg_stat_force_next_flush()`.execute(db);
    return taken;
  });
  const oldest = await rows<{ mail_id: string }>(`select mail_id from mail where cause in ('n5000', 'n4999', 'n4998')`);
  const code = claimed.find((each) => each.kind === 'sign-in-code');
  expect(code).toBeDefined();
  expect(claimed.map((each) => each.mailId).sort()).toEqual([code?.mailId, ...oldest.map((each) => each.mail_id)].sort());
  const counted = `select idx_tup_read::int as read from pg_stat_user_indexes where indexrelname = 'mail_claim_idx' and idx_scan > 0`;
  const { read } = await waitFor(async () => (await rows<{ read: number }>(counted))[0] ?? null, { limitMs: 20_000, what: 'the counts' });
  expect(read).toBeLessThan(20);
});

it('bonuses that end soon are looked for again an hour later, or at once after a clock set back', async () => {
  const { rows, test, business } = await openApi({ now: NOW });
  const { kysely } = test.database;
  const looked = async (at: Date): Promise<unknown> => {
    expect(await queueExpiring(kysely, business.tenantId, at)).toBe(0);
    return (await rows<{ looked_at: Date }>('select looked_at from mail_expiring_look'))[0]?.looked_at;
  };
  const later = (ms: number) => new Date(NOW.getTime() + ms);
  expect(await looked(NOW)).toEqual(NOW);
  expect(await looked(later(3_599_999))).toEqual(NOW);
  expect(await looked(later(3_600_000))).toEqual(later(3_600_000));
  expect(await looked(later(-1))).toEqual(later(-1));
});
