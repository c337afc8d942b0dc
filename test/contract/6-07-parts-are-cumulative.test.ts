import { describe, expect, it } from 'vitest';
import { atLeast, percent, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub } from './wire.ts';

/** A tenth of each payment, of an order of 100 000 with delivery for 50 000 of it. */
async function paidInPart(part: number, conditions: readonly object[] = []): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(program([rule([to('buyer', percent(1000), { accrue: 'perPayment' })], { if: conditions })]));
  await shop.give('friend', rub(60_000));
  await shop.pay('o-1', 100_000, { delivery: 50_000, payment: { id: 'p-1', amount: part } });
  return shop;
}

async function capture(shop: ContractShop, minor: number): Promise<void> {
  const id = await shop.reserve('friend', rub(minor), { orderId: 'o-1' });
  await shop.do('POST', `/v1/reservations/${id}/capture`);
}

const earned = async (shop: ContractShop): Promise<readonly string[]> =>
  (await shop.rewardsOf('o-1')).filter((reward) => !reward.endsWith(' 0'));

describe('6.7 anything in parts is cumulative', () => {
  it('credit captured after a part payment lowers what that payment has earned, and the rest earns what is left', async () => {
    const shop = await paidInPart(40_000);
    expect(await earned(shop)).toEqual(['buyer issued 2000']);
    await capture(shop, 30_000);
    // A tenth of 100 000 − 50 000 − 30 000, for 70 of 100 paid.
    expect(await earned(shop)).toEqual(['buyer issued 1400']);
    await shop.pay('o-1', 100_000, { delivery: 50_000, payment: { id: 'p-2', amount: 30_000 } });
    expect(await earned(shop)).toEqual(['buyer issued 1400', 'buyer issued 600']);
    await shop.refund('o-1', 'r-1', 50_000);
    expect(await earned(shop)).toEqual(['buyer issued 1000']);
  });

  it('credit that takes the order below the minimum takes all that payments had earned', async () => {
    const shop = await paidInPart(40_000, [atLeast(45_000)]);
    await capture(shop, 10_000);
    expect(await earned(shop)).toEqual([]);
    expect(await shop.balance('friend')).toMatchObject({ available: 50_000, debt: 0 });
  });

  it('a part refunded before the credit keeps its share of what is earned after it', async () => {
    const shop = await paidInPart(40_000);
    await shop.refund('o-1', 'r-1', 20_000);
    expect(await earned(shop)).toEqual(['buyer issued 1000']);
    await capture(shop, 30_000);
    // 1400 for 70 000 paid, of which 20 000 are back.
    expect(await earned(shop)).toEqual(['buyer issued 1000']);
  });
});
