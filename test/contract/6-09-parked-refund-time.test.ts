import { describe, expect, it } from 'vitest';
import { percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

const ENDS = '2026-11-22T21:00:00Z';
const PAID = '2026-11-21T12:00:00Z';
const REFUNDED = '2026-11-24T12:00:00Z';

/** Credit that ends on the 22nd pays for o-1 on the 20th, by `/capture`, before anybody has told of the order. */
async function shopWithCredit(): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(program([rule([to('buyer', percent(1))])]));
  await shop.give('friend', rub(10_000), ENDS);
  const id = await shop.reserve('friend', rub(10_000), { orderId: 'o-1' });
  await shop.do('POST', `/v1/reservations/${id}/capture`, {});
  return shop;
}

describe('6.4, 6.9 credit is given back by the time of the refund, in whatever order it is told', () => {
  it.each(['the earlier first', 'the later first'])('each of two refunds by its own: %s', async (told) => {
    const shop = await shopWithCredit();
    await shop.pay('o-1', 30_000, { at: '2026-11-20T12:00:00Z' });
    await shop.advance('2026-11-25T12:00:00Z');
    const earlier = () => shop.refund('o-1', 'r-1', 15_000, PAID);
    const later = () => shop.refund('o-1', 'r-2', 15_000, REFUNDED);
    for (const step of told === 'the earlier first' ? [earlier, later] : [later, earlier]) await step();
    await shop.advance('2026-11-25T12:00:01Z');
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000 });
  });

  it.each(['payment first', 'refund first'])('a lot that had ended by then comes back for 30 days: %s', async (told) => {
    const shop = await shopWithCredit();
    await shop.advance('2026-11-25T12:00:00Z');
    const pay = () => shop.pay('o-1', 30_000, { at: PAID });
    const refund = () => shop.refund('o-1', 'r-1', undefined, REFUNDED);
    for (const step of told === 'payment first' ? [pay, refund] : [refund, pay]) await step();
    await shop.advance('2026-11-25T12:00:01Z');
    expect(await shop.balance('friend')).toMatchObject({ available: 10_000 });
    expect((await shop.lots('friend')).map(({ expiresAt }) => expiresAt)).toEqual(['2026-12-24T21:00:00.000Z']);
  });
});
