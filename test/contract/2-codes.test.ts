import { describe, expect, it } from 'vitest';
import { simple } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals } from './wire.ts';

async function shopOf(): Promise<{ shop: ContractShop; anna: string; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(simple);
  const anna = await shop.member('anna', programId, { code: 'МАРИНА-80' });
  return { shop, anna, programId };
}

const askFor = (shop: ContractShop, customer: string, code: string) => shop.post(`/v1/customers/${customer}/codes`, { code });

describe('2 codes', () => {
  it.each(['МАРИНА-80', 'марина-8о', 'MAPИHA-8O', 'ＭАРИНА-８０'])('%s means the same member', async (code) => {
    const { shop, anna } = await shopOf();
    expect((await shop.pay('o-1', 100_000, { code })).attribution.referrerId).toBe(anna);
  });

  it.each(['MAPИHA-8O', 'марина-80'])('%s is taken by its look-alike: 409 code_taken', async (text) => {
    const { shop } = await shopOf();
    await shop.do('PUT', '/v1/customers/boris', {});
    const reply = await askFor(shop, 'boris', text);
    expect([reply.status, reply.body.code]).toEqual([409, 'code_taken']);
  });

  it.each(['AB', 'A'.repeat(33), '-ABC', 'ABC-', 'A_C', 'ABC!', '中文字'])('%s is no code: 422', async (text) => {
    const { shop } = await shopOf();
    const reply = await askFor(shop, 'anna', text);
    expect([reply.status, reply.body.code]).toEqual([422, 'code_invalid']);
  });

  it.each(['ABC', 'Ёлка-2026', '2', 'A'.repeat(32)].filter((text) => text.length >= 3))('%s is one', async (text) => {
    const { shop } = await shopOf();
    expect((await askFor(shop, 'anna', text)).body).toMatchObject({ code: text, status: 'active' });
  });

  it('after a rename the old one works for the same customer and is never reassigned', async () => {
    const { shop, anna } = await shopOf();
    await shop.do('PUT', '/v1/customers/boris', {});
    expect((await askFor(shop, 'anna', 'NEW-NAME')).status).toBe(201);
    expect((await shop.pay('o-1', 100_000, { by: 'f1', code: 'МАРИНА-80' })).attribution.referrerId).toBe(anna);
    expect((await shop.pay('o-2', 100_000, { by: 'f2', code: 'NEW-NAME' })).attribution.referrerId).toBe(anna);
    expect((await askFor(shop, 'boris', 'МАРИНА-80')).body).toMatchObject({ status: 409, code: 'code_taken' });
  });

  it('belong to one business: the same text means another customer next door', async () => {
    const { shop, anna } = await shopOf();
    const other = await shopOf();
    expect(other.anna).not.toBe(anna);
    expect((await other.shop.pay('o-1', 100_000, { code: 'МАРИНА-80' })).attribution.referrerId).toBe(other.anna);
    expect((await shop.ask({ method: 'GET', url: '/v1/orders/o-1' })).status).toBe(404);
  });

  it('are in every programme their owner’s, member or not', async () => {
    const { shop } = await shopOf();
    await shop.do('PUT', '/v1/customers/guest', {});
    await askFor(shop, 'guest', 'GUEST');
    expect(refusals(await shop.pay('o-1', 100_000, { code: 'GUEST' }))).toEqual(bothRefused('referrer-not-member'));
  });
});

describe('2 claims', () => {
  it('answer 202 and the same body, whatever the code and the person', async () => {
    const { shop } = await shopOf();
    await shop.do('PUT', '/v1/customers/known', { email: 'known@example.com' });
    const claim = (code: string, email: string) =>
      shop.ask({ method: 'POST', url: '/v1/claims', key: shop.publishableKey, body: { code, email } });
    const answers = [
      await claim('МАРИНА-80', 'new@example.com'),
      await claim('NOSUCH', 'new2@example.com'),
      await claim('МАРИНА-80', 'known@example.com'),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
  });

  it('keep the attribution for the order with that e-mail', async () => {
    const { shop, anna } = await shopOf();
    await shop.ask({ method: 'POST', url: '/v1/claims', key: shop.publishableKey, body: { code: 'МАРИНА-80', email: 'F@Example.com' } });
    const answer = await shop.pay('o-1', 100_000, { by: { externalId: 'friend', email: 'f@example.com' } });
    expect(answer.attribution).toMatchObject({ by: 'claim', referrerId: anna });
  });

  it('a publishable key may do nothing else', async () => {
    const { shop } = await shopOf();
    for (const url of ['/v1/events', '/v1/events/dry-run', '/v1/checkout/check', '/v1/reservations']) {
      const reply = await shop.ask({ method: 'POST', url, key: shop.publishableKey, body: {} });
      expect([url, reply.status]).toEqual([url, 403]);
    }
  });
});
