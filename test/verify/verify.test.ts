import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound, replay } from '../support/sound.ts';

/** One damage for each oracle, done as the owner of the tables, who alone could. */
const damages: readonly (readonly [id: string, what: string, sql: string])[] = [
  ['I-01', 'a balance out of nothing', `update balance set held = held + 1 where ctid = (select ctid from balance limit 1)`],
  ['I-02', 'a transfer taken away', `delete from transfer where ctid = (select ctid from transfer where reason = 'adjustment' limit 1)`],
  ['I-03', 'a changed decision', `update event set decision = decision || ' ' where sequence = 9`],
  [
    'I-03',
    'a missing event',
    `alter table transfer drop constraint transfer_event_fkey; alter table reward drop constraint if exists reward_event_fkey; delete from event where sequence = 9`,
  ],
  [
    'I-03',
    'an event cut off at the end',
    `alter table transfer drop constraint transfer_event_fkey; alter table reward drop constraint if exists reward_event_fkey; delete from event where sequence = (select max(sequence) from event)`,
  ],
  ['I-03', 'a right given back', `grant update on event to sarafan_app`],
  ['I-04', 'a unique key dropped', `alter table reward drop constraint reward_business_key`],
  ['I-04', 'an answer of another event', `update event set answer = replace(answer, event_id, 'other') where sequence = 9`],
  [
    'I-05',
    'a second reward of one leg',
    `alter table reward drop constraint reward_business_key; alter table reward drop constraint reward_pkey; insert into reward select * from reward where status = 'issued' limit 1`,
  ],
  [
    'I-07',
    'a transfer without an event',
    `alter table transfer drop constraint transfer_event_fkey; update transfer set sequence = 999999 where ctid = (select ctid from transfer limit 1)`,
  ],
  [
    'I-08',
    'a spend before the grant',
    `alter table transfer drop constraint transfer_event_fkey; update transfer set sequence = -1 where ctid = (select ctid from transfer where debit_kind = 'available' and credit_kind <> 'available' limit 1)`,
  ],
  [
    'I-09',
    'a reservation ended twice',
    `update reservation set status = 'voided' where ctid = (select ctid from reservation where status = 'captured' limit 1)`,
  ],
  [
    'I-10',
    'a held reward called issued',
    `update reward set status = 'issued' where ctid = (select ctid from reward where status = 'held' and unit is not null limit 1)`,
  ],
  [
    'I-10',
    'a coupon revoked without its reward',
    `update coupon set status = 'revoked' where ctid = (select c.ctid from coupon c join reward r using (coupon_id) where r.status <> 'reversed' limit 1)`,
  ],
  [
    'I-11',
    'a reversal forgotten',
    `update reward set amount = original_amount where ctid = (select ctid from reward where status in ('reversed', 'cancelled') and unit is not null limit 1)`,
  ],
  [
    'I-11',
    'a refund larger than the payment',
    `update refund set amount_minor = amount_minor + 1000000000 where ctid = (select f.ctid from refund f join shop_order o using (order_id) where o.paid_at is not null limit 1)`,
  ],
  [
    'I-12',
    'a debt beside spendable value',
    `update balance set debt = debt + 1 where ctid = (select b.ctid from balance b join lot l using (customer_id, unit) where l.remaining > 0 and l.expires_at is null limit 1)`,
  ],
  ['I-13', 'a lot that grew', `update lot set remaining = remaining + 1 where ctid = (select ctid from lot limit 1)`],
  [
    'I-14',
    'a budget used by nothing',
    `update counter set used = used + 1 where ctid = (select ctid from counter where scope = 'budget' limit 1)`,
  ],
  [
    'I-14',
    'a budget exceeded',
    `update counter set used = 90000000 where ctid = (select ctid from counter where scope = 'budget' and rule_id = '' limit 1)`,
  ],
  [
    'I-15',
    'a cap filled by nothing',
    `update counter set used = used + 1 where ctid = (select ctid from counter where scope = 'referrerCount' limit 1)`,
  ],
  ['I-16', 'two referrers of one order', `update reward set customer_id = gen_random_uuid() where beneficiary = 'referrer'`],
  [
    'I-17',
    'a circle of referrers',
    `insert into attribution select a.tenant_id, a.program_id, a.referrer_id, a.customer_id, a.by, a.touch_at, a.version_id, a.locked_at, 0, null, '[]'
      from attribution a where a.referrer_id is not null limit 1
      on conflict (tenant_id, customer_id, program_id) do update set referrer_id = excluded.referrer_id`,
  ],
  [
    'I-20',
    'a message of an event that was rolled back',
    `insert into webhook_message (tenant_id, message_id, sequence, type, data, created_at)
      select tenant_id, gen_random_uuid(), next_sequence, 'reward.issued', '{}', now() from tenant`,
  ],
  [
    'I-21',
    'a mail of an event that was rolled back',
    `insert into mail (tenant_id, mail_id, kind, cause, sequence, customer_id, data, next_attempt_at, created_at)
      select tenant_id, gen_random_uuid(), 'friend-joined', 'x', next_sequence, gen_random_uuid(), '{}', now(), now() from tenant`,
  ],
  [
    'I-21',
    'a code that lies about after it was sent',
    `insert into mail (tenant_id, mail_id, kind, cause, recipient, data, status, next_attempt_at, created_at)
      select tenant_id, gen_random_uuid(), 'sign-in-code', 'x', 'a@b.example', '{"code":"1"}', 'sent', now(), now() from tenant`,
  ],
  [
    'I-23',
    'an audit entry that is no link of the chain',
    `insert into audit_entry select tenant_id, 1, now(), 'staff:x', 'POST /v1/keys', '', null, null, '\\x00' from tenant`,
  ],
  ...[
    ['customer_rollup', 'customers'],
    ['referral_rollup', 'qualified'],
    ['order_rollup', 'amount_minor'],
    ['reward_rollup', 'original_amount'],
    ['lot_rollup', 'remaining'],
    ['balance_rollup', 'held'],
  ].map(
    ([table, column]) =>
      [
        'I-37',
        `a wrong ${table}`,
        `update ${table} set ${column} = ${column} + 1 where ctid = (select ctid from ${table} limit 1)`,
      ] as const,
  ),
  ['I-37', 'a rollup that was never written', 'delete from referral_rollup'],
  ['I-38', 'clicks counted twice', `insert into click_rollup select tenant_id, now() + interval '1 hour', 'human', '', 0, 1 from tenant`],
  [
    'I-39',
    'a share that was not counted',
    `insert into share_count select tenant_id, gen_random_uuid(), current_date, 'telegram', 1 from tenant`,
  ],
  ['I-25', 'an order counted twice', `update customer set order_count = order_count + 1 where ctid = (select ctid from customer limit 1)`],
];

describe('verify', () => {
  let shop: Shop;
  let owner: pg.Client;
  beforeAll(async () => {
    shop = await openShop();
    const traffic = await openTraffic(shop, 5);
    await traffic.run(900);
    await expectSound(shop);
    owner = await shop.test.database.connectAsOwner();
  });
  afterAll(() => owner.end());

  it.each(damages)('finds by %s %s', async (id, _what, sql) => {
    await owner.query('begin');
    try {
      await owner.query(sql);
      expect((await verifyTenant(owner, shop.tenantId)).map((violation) => violation.id)).toContain(id);
    } finally {
      await owner.query('rollback');
    }
  });

  it('looks at nothing of another tenant', async () => {
    const other = await shop.rows<{ id: typeof shop.tenantId }>(
      `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values (gen_random_uuid(), 'other', 'other', 'Other', '\\x00', now()) returning tenant_id as id`,
    );
    await owner.query('begin');
    await owner.query('update balance set held = held + 1');
    for (const { id } of other) expect(await verifyTenant(owner, id)).toEqual([]);
    await owner.query('rollback');
  });
});

describe('a replay', () => {
  it('names the rows that live traffic and the log tell differently, column by column', async () => {
    const shop = await openShop();
    const traffic = await openTraffic(shop, 6);
    await traffic.run(150);
    const owner = await shop.test.database.connectAsOwner();
    await owner.query(`update lot set remaining = remaining + 1 where ctid = (select ctid from lot order by lot_id limit 1)`);
    await owner.query(`delete from touch where ctid = (select ctid from touch limit 1)`);
    await owner.query(`update event set answer = answer || ' ' where sequence = 20`);
    await owner.end();
    const { tables, refused, schema } = await replay(shop);
    expect(refused).toEqual([]);
    expect(tables.map(({ table, count }) => [table, count])).toEqual([
      ['event', 1],
      ['touch', 1],
      ['lot', 1],
    ]);
    expect(tables[0]?.examples[0]?.found[0]).toMatch(/^answer: /);
    expect(tables[1]?.examples[0]?.found).toEqual(['only in the replay']);
    expect(tables[2]?.examples[0]?.found[0]).toMatch(/^remaining: \d+ → \d+$/);
    expect(schema).toBeNull();
    expect(await shop.rows(`select 1 from pg_namespace where nspname like 'replay%'`)).toEqual([]);
  });

  it('compares one moment while the shop goes on', async () => {
    const shop = await openShop();
    const traffic = await openTraffic(shop, 8);
    await traffic.run(100);
    let isCompared = false;
    const during = (async () => {
      while (!isCompared) await traffic.run(20);
    })();
    const { tables, refused, events } = await replay(shop).finally(() => {
      isCompared = true;
    });
    await during;
    const [now] = await shop.rows<{ last: bigint }>('select max(sequence) as last from event');
    expect({ tables, refused }).toEqual({ tables: [], refused: [] });
    expect(events).toBeLessThan(now?.last ?? 0n);
  });
});
