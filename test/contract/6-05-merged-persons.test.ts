/** Who is one person after a merge: whoever shares a contact with either record does with both. */
import { describe, expect, it } from 'vitest';
import { credit, newcomers, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals } from './wire.ts';

const welcome = program([rule([to('buyer', credit(500))], { if: [{ newCustomer: true }] })]);
const shared = '+79120000001';

const merge = (shop: ContractShop, fromId: string, intoId: string) =>
  shop.do('POST', `/v1/customers/${intoId}/merge`, { fromId, actor: 'vera' });

describe('6.5 who is one person after a merge', () => {
  it('whoever shares a contact with the one that ended is no new customer', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.pay('o-1', 1_000, { by: { externalId: 'work', phone: shared } });
    await shop.pay('o-2', 1_000, { by: { externalId: 'home', phone: '+79120000002' } });
    await merge(shop, 'work', 'home');
    expect(refusals(await shop.pay('o-3', 1_000, { by: { externalId: 'third', phone: shared } }))).toEqual(['buyer not-new-customer']);
    expect(await shop.get('/v1/orders/o-3')).toMatchObject({ number: 3 });
  });

  it('whoever was known by it before the merge as well', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.do('PUT', '/v1/customers/third', { phone: shared });
    await shop.pay('o-1', 1_000, { by: { externalId: 'work', phone: shared } });
    await shop.do('PUT', '/v1/customers/home', {});
    await merge(shop, 'work', 'home');
    expect(refusals(await shop.pay('o-3', 1_000, { by: 'third' }))).toEqual(['buyer not-new-customer']);
  });

  it('and refers themself by the code of the one that stays', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', credit(70)), to('friend', credit(50))], { if: newcomers })]));
    await shop.member('home', programId);
    await shop.do('PUT', '/v1/customers/work', { phone: shared });
    await merge(shop, 'work', 'home');
    expect(refusals(await shop.pay('o-1', 1_000, { by: { externalId: 'third', phone: shared }, code: 'HOME' }))).toEqual(
      bothRefused('self-referral'),
    );
  });

  it('an order of the one that stays counts for who shares a contact with the one that ended', async () => {
    const shop = await openShop();
    await shop.publish(welcome);
    await shop.do('PUT', '/v1/customers/third', { phone: shared });
    await shop.do('PUT', '/v1/customers/work', { phone: shared });
    await shop.pay('o-1', 1_000, { by: 'home' });
    await merge(shop, 'work', 'home');
    expect(refusals(await shop.pay('o-2', 1_000, { by: 'third' }))).toEqual(['buyer not-new-customer']);
  });
});
