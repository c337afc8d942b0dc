import { beforeEach, describe, expect, it } from 'vitest';
import type { ProgramId } from '../../src/domain/ids.ts';
import { openShop, paid, referAFriend, refunded, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const cashback = {
  name: { ru: 'Кэшбэк', en: 'Cashback' },
  currency: 'RUB',
  timeZone: 'UTC',
  points: { name: { ru: 'Баллы', en: 'Points' } },
  enrolment: { mode: 'automatic', if: [] },
  rules: [
    {
      id: 'parts',
      on: 'order.paid',
      grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } }, accrue: 'perPayment' },
    },
    { id: 'delivered', on: 'order.delivered', grant: { to: 'buyer', benefit: { kind: 'points', points: '100' } } },
  ],
};

describe('the share a refund takes', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
    await shop.publish(cashback);
  });

  const amounts = (ruleId: string) =>
    shop.rows<{ amount: bigint; status: string }>('select amount, status from reward where rule_id = $1 order by sequence', [ruleId]);

  it('counts a leg that an earlier refund took whole, so that the kept part is exact after the second refund (1-20)', async () => {
    const customer = { externalId: 'oleg' };
    await shop.answer(paid('o-1', 200_000n, { payment: { id: 'p-1', amountMinor: 100_000n } }), { customer });
    await shop.answer(paid('o-1', 200_000n, { payment: { id: 'p-2', amountMinor: 100_000n } }), { customer });
    await shop.answer(refunded('o-1', 'r-1', 100_000n));
    await shop.answer(refunded('o-1', 'r-2', 50_000n));
    expect(await amounts('parts')).toEqual([
      { amount: 5_000n, status: 'issued' },
      { amount: 0n, status: 'reversed' },
    ]);
    await expectSound(shop);
  });

  it('is taken from what the order earns later, and an order refunded whole earns nothing more', async () => {
    const customer = { externalId: 'oleg' };
    await shop.answer(paid('o-1', 200_000n), { customer });
    await shop.answer(refunded('o-1', 'r-1', 50_000n));
    await shop.answer({ type: 'order.delivered', orderId: 'o-1' });
    await shop.answer(paid('o-2', 200_000n), { customer });
    await shop.answer(refunded('o-2', 'r-2'));
    const late = await shop.answer({ type: 'order.delivered', orderId: 'o-2' });
    expect(late.refusals.map(({ reason }) => reason)).toEqual(['zero-order']);
    expect(await amounts('delivered')).toEqual([{ amount: 75n, status: 'issued' }]);
    await expectSound(shop);
  });

  it('is forgotten once when the rest is refunded a second time', async () => {
    await shop.answer(paid('o-1', 200_000n), { customer: { externalId: 'oleg' } });
    await shop.answer(refunded('o-1', 'r-1'));
    await shop.answer(refunded('o-1', 'r-2'));
    expect(await shop.rows('select order_count, paid_order_count from customer')).toEqual([{ order_count: 1, paid_order_count: 0 }]);
    await expectSound(shop);
  });

  it('is counted for the customer who placed the order when another one of the same person pays it', async () => {
    const order = paid('o-1', 200_000n);
    if (order.type !== 'order.paid') throw new Error('paid');
    await shop.answer(
      { type: 'order.placed', orderId: 'o-1', order: order.order, couponCodes: [], reservationIds: [] },
      { customer: { externalId: 'a', email: 'one@example.com' } },
    );
    await shop.answer(order, { customer: { externalId: 'b', email: 'one@example.com' } });
    const counts = await shop.rows('select p.external_id, c.order_count from customer c join person p using (customer_id) order by 1');
    expect(counts).toEqual([
      { external_id: 'a', order_count: 1 },
      { external_id: 'b', order_count: 0 },
    ]);
    await expectSound(shop);
  });
});

describe('merging two customers of one chain of referrals', () => {
  it('opens the circle it would close', async () => {
    const shop = await openShop();
    const programId: ProgramId = await shop.publish({ ...referAFriend, enrolment: { mode: 'automatic', if: [] } });
    const first = await shop.join('first', programId, 'FIRST');
    await shop.answer(paid('o-1', 200_000n), { customer: { externalId: 'second' }, attribution: { code: 'FIRST' } });
    await shop.answer({ type: 'code.created', text: 'SECOND', kind: 'personal' }, { customer: { externalId: 'second' } });
    const third = await shop.join('third', programId, 'THIRD');
    await shop.answer(paid('o-2', 200_000n), { customer: { externalId: 'third' }, attribution: { code: 'SECOND' } });
    await shop.answer({ type: 'customer.merged', fromId: first, intoId: third });
    await expectSound(shop);
  });
});
