/** The invariants of perks and donations are seen to fire (reliability.md 5.1). */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { program, returnWindow, rule, to } from '../contract/programs.ts';
import { rub } from '../contract/wire.ts';
import { openShop, paid, refunded, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const name = { ru: 'Привилегия', en: 'Perk' };
const document = program(
  [
    rule([
      to('buyer', { kind: 'perk', perk: 'seat' }),
      to('buyer', { kind: 'perk', perk: 'code' }),
      to('buyer', { kind: 'donation', amount: rub(500), to: 'x' }),
    ]),
    rule([to('buyer', { kind: 'donation', amount: rub(700), to: 'x' }, { hold: returnWindow })], { id: 'held' }),
  ],
  {
    perks: [
      { id: 'seat', name, kind: 'seat', capacity: 3 },
      { id: 'code', name, kind: 'codes' },
    ],
  },
);

const damages: readonly (readonly [string, string, string])[] = [
  ['I-33', 'a stock that counts nothing', `update counter set used = used + 1 where scope = 'stock' and period = 'life'`],
  ['I-33', 'more than there are', `update counter set used = 4 where scope = 'stock' and rule_id = 'seat'`],
  ['I-33', 'a hole in the pool', `update perk_code set number = number + 10 where number = 1`],
  ['I-33', 'a code handed out of nowhere', `update access_grant set code_number = 77 where code_number = 1`],
  [
    'I-34',
    'a reward without its grant',
    `delete from access_grant where ctid = (select ctid from access_grant where reward_id is not null limit 1)`,
  ],
  ['I-34', 'a grant that is ahead of its reward', `update access_grant set status = 'used', used_at = now() where status = 'active'`],
  ['I-34', 'a grant of another member', `update access_grant set customer_id = gen_random_uuid()`],
  ['I-35', 'a donation that shrank by itself', `update reward set amount = amount - 1 where kind = 'donation' and status = 'issued'`],
  ['I-35', 'a pledge that was never made', `update transfer set credit_kind = 'redeemed' where credit_kind = 'pledged'`],
  ['I-35', 'money given to nobody', `update transfer set reward_id = null where credit_kind = 'donated'`],
];

describe('verify', () => {
  let shop: Shop;
  let owner: pg.Client;
  beforeAll(async () => {
    shop = await openShop();
    const programId = await shop.publish(document);
    await shop.answer({ type: 'perk.codes_added', programId, perk: 'code', codes: ['A', 'B'] });
    for (const order of ['o-1', 'o-2', 'o-3']) await shop.answer(paid(order, 100_000n), { customer: { externalId: order } });
    await shop.answer(refunded('o-2', 'r-1'));
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
});
