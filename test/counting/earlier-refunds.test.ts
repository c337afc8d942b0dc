/** A friend who is taken back as soon as they count: by a refund told before, in a batch that names no other refund (0-17, contract.md 6.9). */
import { describe, expect, it } from 'vitest';
import { atLeast, credit, gift, newcomers, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, sayReward } from '../contract/wire.ts';

const perFriend = { kind: 'credit', steps: { mode: 'marginal', table: [{ from: 1, amount: rub(30_000) }] } };
const from70 = { id: 'count', if: [atLeast(70_000)] };
const steps = (on: string): object => rule([to('referrer', perFriend)], { ...from70, on });

async function openAnna(...rules: readonly object[]): Promise<ContractShop> {
  const shop = await openShop();
  await shop.member('anna', await shop.publish(program(rules)));
  return shop;
}

/** What Anna has been given for friends, taken back or not. */
async function annas(shop: ContractShop): Promise<readonly string[]> {
  return (await shop.rewards())
    .filter(({ beneficiary }) => beneficiary === 'referrer')
    .map(sayReward)
    .sort();
}

const ONE_FRIEND = ['referrer issued 30000', 'referrer reversed 0'];

describe('a friend whose order was refunded in part before it counted', () => {
  it('brings nothing by its delivery, and nothing for the others', async () => {
    const shop = await openAnna(steps('order.delivered'));
    await shop.pay('o-1', 100_000, { by: 'first', code: 'ANNA' });
    await shop.deliver('o-1');
    await shop.pay('o-2', 100_000, { by: 'second', code: 'ANNA' });
    await shop.refund('o-2', 'r-1', 40_000);
    await shop.deliver('o-2');
    expect(await annas(shop)).toEqual(ONE_FRIEND);
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
  });

  it('brings no second gift by a number of its own', async () => {
    const numbered = { ...from70, on: 'order.delivered', if: [atLeast(70_000), { referralNumber: { atLeast: 1 } }] };
    const shop = await openAnna(rule([to('referrer', gift(1_000))], numbered));
    await shop.pay('o-1', 100_000, { by: 'first', code: 'ANNA' });
    await shop.deliver('o-1');
    await shop.pay('o-2', 100_000, { by: 'second', code: 'ANNA' });
    await shop.refund('o-2', 'r-1', 40_000);
    await shop.deliver('o-2');
    expect(await annas(shop)).toEqual(['referrer issued gift', 'referrer reversed gift']);
  });

  it('brings nothing by the payment that completes it', async () => {
    const shop = await openAnna(steps('order.paid'));
    await shop.pay('o-1', 100_000, { by: 'first', code: 'ANNA' });
    await shop.pay('o-2', 100_000, { by: 'second', code: 'ANNA', payment: { id: 'p-1', amount: 60_000 } });
    await shop.refund('o-2', 'r-1', 40_000);
    await shop.pay('o-2', 100_000, { by: 'second', payment: { id: 'p-2', amount: 40_000 } });
    expect(await annas(shop)).toEqual(ONE_FRIEND);
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
  });

  it('brings nothing by the credit that completes it', async () => {
    const shop = await openAnna(steps('order.paid'));
    await shop.pay('o-1', 100_000, { by: 'first', code: 'ANNA' });
    await shop.give('second', rub(40_000));
    await shop.pay('o-2', 200_000, { by: 'second', code: 'ANNA', payment: { id: 'p-1', amount: 160_000 } });
    await shop.refund('o-2', 'r-1', 120_000);
    const id = await shop.reserve('second', rub(40_000), { orderId: 'o-2' });
    await shop.do('POST', `/v1/reservations/${id}/capture`);
    expect(await annas(shop)).toEqual(ONE_FRIEND);
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
  });
});

describe('a friend nobody had brought before, taken back in the batch that brings them', () => {
  it.each([
    ['cancelled in the same batch', ['paid', 'cancelled']],
    ['refunded in the same batch', ['paid', 'refunded']],
    ['cancelled before the payment was told', ['cancelled'], ['paid']],
    ['refunded before the payment was told', ['refunded'], ['paid']],
  ])('%s brings nothing for the others', async (_, ...batches: readonly (readonly string[])[]) => {
    const shop = await openAnna(steps('order.paid'));
    await shop.pay('o-1', 100_000, { by: 'first', code: 'ANNA' });
    const events: Readonly<Record<string, object>> = {
      paid: shop.order('o-2', 100_000, { id: 'paid', by: 'second', code: 'ANNA' }),
      cancelled: { id: 'cancelled', type: 'order.cancelled', occurredAt: shop.now, order: { id: 'o-2' } },
      refunded: { id: 'refunded', type: 'order.refunded', occurredAt: shop.now, refund: { id: 'r-1', orderId: 'o-2' } },
    };
    for (const batch of batches) await shop.do('POST', '/v1/events', { events: batch.map((name) => events[name]) });
    expect(await annas(shop)).toEqual(ONE_FRIEND);
    expect(await shop.balance('anna')).toMatchObject({ available: 30_000, debt: 0 });
  });
});

describe('what another friend’s end adds to a friend', () => {
  it('belongs to the order by which that friend counted, also where a cap had refused everything for it', async () => {
    const second = { id: 'second', if: [{ orderNumber: { is: 2 } }], caps: { perReferrer: { count: 1, per: 'year' } } };
    const shop = await openAnna(
      rule([to('friend', credit(1_000))], { id: 'first', if: newcomers }),
      rule([to('referrer', perFriend)], second),
    );
    for (const name of ['f1', 'f2']) await shop.pay(`o-${name}`, 100_000, { by: name, code: 'ANNA' });
    await shop.pay('o-f1-2', 100_000, { by: 'f1' });
    await shop.pay('o-f2-2', 100_000, { by: 'f2' });
    expect(await shop.rewardsOf('o-f2-2')).toEqual([]);
    await shop.cancel('o-f1-2');
    expect(await shop.rewardsOf('o-f2-2')).toEqual(['referrer issued 30000']);
    await shop.refund('o-f2-2', 'r-1', 50_000);
    expect(await shop.balance('anna')).toMatchObject({ available: 15_000, debt: 0 });
  });
});
