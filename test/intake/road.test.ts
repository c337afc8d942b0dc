import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '../../src/domain/ids.ts';
import { openShop, paid, referAFriend, refunded, type Shop } from '../support/shop.ts';

describe('the main road', () => {
  let shop: Shop;
  let programId: ProgramId;
  beforeAll(async () => {
    shop = await openShop();
    programId = await shop.publish(referAFriend);
    await shop.join('marina', programId, 'MARINA');
  });

  it('rewards both sides of a first order with a code, the referrer on hold (1-08, 1-11)', async () => {
    const answer = await shop.answer(paid('o-1', 300_000n), { customer: { externalId: 'oleg' }, attribution: { code: 'М\u0410RINA' } });
    expect(answer.outcome).toBe('processed');
    expect(answer.attribution?.by).toBe('code');
    expect(answer.rewards.map((r) => [r.beneficiary, r.benefit.kind, r.status, r.benefit.amount?.amountMinor])).toEqual([
      ['referrer', 'credit', 'held', '30000'],
      ['friend', 'coupon', 'issued', undefined],
    ]);
    const [balance] = await shop.rows<{ held: bigint }>(
      'select b.held from balance b join person p on p.customer_id = b.customer_id where p.external_id = $1',
      ['marina'],
    );
    expect(balance?.held).toBe(30_000n);
  });

  it('answers a repeated event byte for byte, and another body with a conflict (2-09)', async () => {
    const body = paid('o-2', 200_000n);
    const first = await shop.submit(body, { id: 'evt-2', customer: { externalId: 'inna' }, attribution: { code: 'marina' } });
    const again = await shop.submit(body, { id: 'evt-2', customer: { externalId: 'inna' }, attribution: { code: 'marina' } });
    expect(again.kind === 'answered' && first.kind === 'answered' && again.answer === first.answer).toBe(true);
    const other = await shop.submit(paid('o-2', 200_001n), {
      id: 'evt-2',
      customer: { externalId: 'inna' },
      attribution: { code: 'marina' },
    });
    expect(other).toMatchObject({ kind: 'refused', problem: { code: 'event_conflict' } });
  });

  it('takes a part of the reward back with a part of the order, and all with the rest (1-20)', async () => {
    await shop.answer(paid('o-3', 100_001n), { customer: { externalId: 'pavel' }, attribution: { code: 'MARINA' } });
    await shop.answer(refunded('o-3', 'r-1', 1n));
    const amounts = await shop.rows<{ amount: bigint; status: string }>(
      "select amount, status from reward where order_id = 'o-3' and kind = 'credit'",
    );
    expect(amounts).toEqual([{ amount: 9_999n, status: 'held' }]);
    await shop.answer(refunded('o-3', 'r-2'));
    const after = await shop.rows<{ amount: bigint; status: string }>(
      "select amount, status from reward where order_id = 'o-3' order by kind",
    );
    expect(after).toEqual([
      { amount: null, status: 'reversed' },
      { amount: 0n, status: 'cancelled' },
    ]);
  });

  it('parks a refund that comes before its payment and applies it with the payment', async () => {
    expect((await shop.answer(refunded('o-4', 'r-9'))).outcome).toBe('parked');
    const answer = await shop.answer(paid('o-4', 150_000n), { customer: { externalId: 'rita' }, attribution: { code: 'MARINA' } });
    expect(answer.outcome).toBe('processed');
    const after = await shop.rows<{ status: string }>("select status from reward where order_id = 'o-4' order by kind");
    expect(after.map((row) => row.status)).toEqual(['reversed', 'cancelled']);
    expect(await shop.rows('select 1 from parked_event')).toEqual([]);
  });

  it('refuses an existing customer under another name but a known phone (1-11)', async () => {
    await shop.answer(paid('o-5', 150_000n), { customer: { externalId: 'a-1', phone: '8 912 000-00-05' } });
    const answer = await shop.answer(paid('o-6', 150_000n), {
      customer: { externalId: 'a-2', phone: '+79120000005' },
      attribution: { code: 'MARINA' },
    });
    expect(answer.rewards).toEqual([]);
    expect(answer.refusals.map((refusal) => refusal.reason)).toEqual(['not-new-customer', 'not-new-customer']);
  });

  it('decides a dry run like the event itself and stores nothing', async () => {
    const before = await shop.rows('select 1 from event');
    const body = paid('o-7', 50_000n);
    const [dry] = await shop.intake.dryRun(
      [
        {
          ...(await import('../support/shop.ts')).submission(
            shop.tenantId,
            body,
            { id: 'dry', customer: { externalId: 'dry' }, attribution: { code: 'MARINA' } },
            shop.clock.now(),
          ),
        },
      ],
      { programVersionId: null },
    );
    if (dry?.kind !== 'answered') throw new Error('answered');
    expect(JSON.parse(dry.answer).refusals[0]).toMatchObject({
      reason: 'below-minimum',
      missing: { amountMinor: '50000', currency: 'RUB' },
    });
    expect(await shop.rows('select 1 from event')).toHaveLength(before.length);
  });
});
