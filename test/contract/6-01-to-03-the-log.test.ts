import { describe, expect, it } from 'vitest';
import { simple } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { said } from './wire.ts';

async function shopOf(): Promise<ContractShop> {
  const shop = await openShop();
  const programId = await shop.publish(simple);
  await shop.member('anna', programId);
  return shop;
}

const sequenceOf = async (shop: ContractShop, eventId: string): Promise<bigint> =>
  BigInt((await shop.get(`/v1/events/${eventId}`)).sequence);

describe('6.1 the sequence', () => {
  it('has no gap: refused ones, duplicates and dry runs take none', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { id: 'first' });
    await shop.pay('o-1', 100_000, { id: 'duplicate' });
    await shop.tryPay('o-1', 1, { id: 'conflict' });
    await shop.tryRefund('o-1', 'too-much', 100_001);
    await shop.do('POST', '/v1/events/dry-run', shop.order('o-2', 100_000, { id: 'dry' }));
    await shop.pay('o-2', 100_000, { id: 'second' });
    expect((await sequenceOf(shop, 'second')) - (await sequenceOf(shop, 'first'))).toBe(1n);
    for (const id of ['duplicate', 'conflict', 'dry'])
      expect((await shop.ask({ method: 'GET', url: `/v1/events/${id}` })).status).toBe(404);
  });

  it('a refused event leaves nothing behind: no customer, no touch, no order', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000);
    const refused = await shop.tryPay('o-1', 100_000, { by: 'stranger', code: 'ANNA' });
    expect(refused.status).toBe(409);
    expect((await shop.ask({ method: 'GET', url: '/v1/customers/stranger' })).status).toBe(404);
    expect((await shop.pay('o-2', 100_000, { by: 'stranger' })).attribution).toMatchObject({ by: 'none' });
  });

  it('one cap and many orders at once grant one reward', async () => {
    const shop = await openShop();
    const programId = await shop.publish({
      ...simple,
      rules: [{ ...rulesOf(simple)[0], caps: { perReferrer: { count: 1, per: 'year' } } }],
    });
    await shop.member('anna', programId);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => shop.pay(`o-${index}`, 100_000, { by: `f-${index}`, code: 'ANNA' })),
    );
    expect(answers.flatMap(said).filter((reward) => reward.startsWith('referrer'))).toEqual(['referrer issued 10000']);
  });
});

describe('6.3 erasing', () => {
  it('removes every contact, keeps the books, and the customer is not found again', async () => {
    const shop = await shopOf();
    const person = { externalId: 'friend', email: 'petr@example.com', phone: '+79120000009', name: 'Пётр' };
    const { customerId } = await shop.pay('o-1', 100_000, { by: person, code: 'ANNA' });
    await shop.do('DELETE', '/v1/customers/friend');
    const erased = await shop.get(`/v1/customers/${customerId}`);
    expect(erased).toMatchObject({ externalId: null, email: null, phone: null, name: null });
    expect((await shop.ask({ method: 'GET', url: '/v1/customers?q=petr%40example.com' })).body.items).toEqual([]);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ customerId, status: 'paid' });
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000 });
  });

  it('leaves refunds working', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.do('DELETE', '/v1/customers/friend');
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('anna')).toMatchObject({ available: 0, debt: 0 });
  });
});

function rulesOf(document: object): readonly object[] {
  return 'rules' in document && Array.isArray(document.rules) ? document.rules : [];
}
