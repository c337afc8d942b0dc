import { describe, expect, it } from 'vitest';
import { percent, program, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

describe('0-16, 0-22 a share of what new clients pay', () => {
  it('an existing customer with a partner’s code pays the partner nothing and is no friend of theirs', async () => {
    const { shop, programId } = await openTemplateShop('three-levels');
    await shop.importOrder('old-1', 300_000n, { externalId: 'old' }, '2026-10-01T10:00:00Z');
    await addMember(shop, 'marina', 'Марина');
    for (const n of [1, 2, 3, 4, 5, 6]) await shop.pay(`order-${n}`, 300_000, { by: `friend-${n}`, code: 'MARINA' });
    await shop.advance('2026-12-11T12:00:10Z');
    const { version, textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
    await shop.do('POST', `/v1/customers/marina/memberships/${programId}/tier/accept`, { version, textHash, locale: 'ru' });
    shop.setClock('2026-12-12T12:00:10Z');
    expect((await shop.pay('old-2', 300_000, { by: 'old', code: 'MARINA' })).rewards).toEqual([]);
    expect((await shop.referralOf('marina', 'old-2')).status).toBe('refused');
    expect((await shop.pay('new-1', 300_000, { by: 'new', code: 'MARINA' })).rewards).toContainEqual(
      expect.objectContaining({ ruleId: 'partner-share' }),
    );
    expect((await shop.pay('new-2', 300_000, { by: 'new' })).rewards).toContainEqual(expect.objectContaining({ ruleId: 'partner-share' }));
  });

  it.each(['firstPaidOrder', 'signUp'] as const)('locked at %s, a client brought new stays one on all their orders', async (lockAt) => {
    const shop = await openShop();
    const share = rule([to('referrer', percent(1_000))], { if: [{ referredAsNew: true }, { paid: { atLeast: rub(100) } }] });
    const programId = await shop.publish(program([share], { attribution: { windowDays: 60, touch: 'first', lockAt } }));
    await shop.member('anna', programId);
    await shop.importOrder('old-1', 100_000n, { externalId: 'old' }, '2026-10-01T10:00:00Z');
    await shop.pay('old-2', 100_000, { by: 'old', code: 'ANNA' });
    expect((await shop.balance('anna')).available).toBe(0);
    await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA', payment: { id: 'a', amount: 40_000 } });
    await shop.pay('x-2', 100_000, { by: 'x' });
    expect((await shop.balance('anna')).available).toBe(10_000);
  });
});
