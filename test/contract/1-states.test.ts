import { describe, expect, it } from 'vitest';
import { credit, gift, held, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { rub, said, type Wire } from './wire.ts';

const buyer = (hold: object, benefit: object = credit(1_000)): object => program([rule([to('buyer', benefit, { hold })])]);

async function shopOf(document: object): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(document);
  return shop;
}

const act = (shop: ContractShop, answer: Wire, what: string) => shop.post(`/v1/rewards/${answer.rewards[0].id}/${what}`, { actor: 'vera' });

describe('1 holds', () => {
  it('a person’s reason never ends by itself: a missed deadline never pays', async () => {
    const shop = await shopOf(buyer({ reasons: ['payer-consent'] }));
    const answer = await shop.pay('o-1', 10_000);
    expect(answer.rewards[0]).toMatchObject({ status: 'held', heldUntil: null, holdReasons: ['payer-consent'] });
    await shop.advance('2036-11-20T12:00:00Z');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer held 1000']);
  });

  it('approve ends a person’s reasons only; the date still counts', async () => {
    const shop = await shopOf(buyer({ days: 3, from: 'payment', reasons: ['review', 'tax-data'] }));
    const answer = await shop.pay('o-1', 10_000);
    expect(answer.rewards[0].holdReasons.toSorted()).toEqual(['return-window', 'review', 'tax-data']);
    expect((await act(shop, answer, 'approve')).body).toMatchObject({ status: 'held', holdReasons: ['return-window'] });
    await shop.advance('2026-11-23T12:00:00Z');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 1000']);
  });

  it('is released when the last reason is gone, whichever it is', async () => {
    const shop = await shopOf(buyer({ days: 3, from: 'payment', reasons: ['review'] }));
    const answer = await shop.pay('o-1', 10_000);
    await shop.advance('2026-11-23T12:00:00Z');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer held 1000']);
    expect((await act(shop, answer, 'approve')).body).toMatchObject({ status: 'issued', holdReasons: [] });
    expect((await act(shop, answer, 'approve')).status).toBe(200);
    expect(await shop.balance('friend')).toMatchObject({ available: 1_000, held: 0 });
  });

  it('approve does not end a date', async () => {
    const shop = await shopOf(buyer({ days: 3, from: 'payment' }));
    const answer = await shop.pay('o-1', 10_000);
    expect((await act(shop, answer, 'approve')).body).toMatchObject({ status: 'held', holdReasons: ['return-window'] });
  });

  it('deny is legal while held, twice as once, else 409 reward_state', async () => {
    const shop = await shopOf(buyer({ reasons: ['review'] }));
    const denied = await shop.pay('o-1', 10_000);
    for (let again = 0; again < 2; again += 1) expect((await act(shop, denied, 'deny')).body).toMatchObject({ status: 'denied' });
    expect(await shop.balance('friend')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
    expect((await act(shop, denied, 'approve')).body).toMatchObject({ status: 409, code: 'reward_state' });
    const approved = await shop.pay('o-2', 10_000);
    await act(shop, approved, 'approve');
    expect((await act(shop, approved, 'deny')).body).toMatchObject({ status: 409, code: 'reward_state' });
  });

  it('staff acts need a name and the scope', async () => {
    const shop = await shopOf(buyer({ reasons: ['review'] }));
    const { rewards } = await shop.pay('o-1', 10_000);
    expect((await shop.post(`/v1/rewards/${rewards[0].id}/deny`, {})).status).toBe(422);
    const { key } = await shop.do('POST', '/v1/keys', { kind: 'secret', name: 'Till', source: 'till', scopes: ['write', 'read'] });
    expect((await shop.ask({ method: 'POST', url: `/v1/rewards/${rewards[0].id}/deny`, key, body: { actor: 'vera' } })).status).toBe(403);
  });

  it('a held gift is handed over only when issued, and ends at delivered', async () => {
    const shop = await shopOf(buyer({ reasons: ['review'] }, gift(500)));
    const answer = await shop.pay('o-1', 10_000);
    expect((await act(shop, answer, 'deliver')).body).toMatchObject({ status: 409, code: 'reward_state' });
    await act(shop, answer, 'approve');
    expect((await act(shop, answer, 'deliver')).body.status).toBe('delivered');
    expect((await act(shop, answer, 'deliver')).status).toBe(200);
  });
});

describe('1 enrolment', () => {
  const automatic = (conditions: readonly object[]): object =>
    program([rule([to('referrer', percent(1000))])], { enrolment: { mode: 'automatic', if: conditions } });
  const delivered = automatic([{ deliveredOrders: { atLeast: 1 } }]);
  const statusOf = async (shop: ContractShop, customer: string): Promise<string | undefined> =>
    (await shop.customer(customer)).memberships[0]?.status;

  it('automatic looks over all history at publish: imported orders count as paid and delivered', async () => {
    const shop = await openShop();
    await shop.importOrder('old', 10_000n, { externalId: 'bought' }, '2025-01-01T00:00:00Z');
    await shop.importOrder('zero', 0n, { externalId: 'nothing' }, '2025-01-01T00:00:00Z');
    await shop.pay('o-1', 10_000, { by: 'undelivered' });
    await shop.publish(delivered);
    const bought = await shop.customer('bought');
    expect([bought.memberships[0].status, bought.codes.length]).toEqual(['active', 1]);
    expect(bought.codes[0].code).toMatch(/^[23456789BCDFGHJKMNPQRSTVWXZ]{9}$/);
    expect([await statusOf(shop, 'nothing'), await statusOf(shop, 'undelivered')]).toEqual([undefined, undefined]);
  });

  it('never by an import, but at /enrol and at the customer’s next live event', async () => {
    const shop = await openShop();
    const programId = await shop.publish(delivered);
    await shop.importOrder('old-1', 10_000n, { externalId: 'one' }, '2025-01-01T00:00:00Z');
    await shop.importOrder('old-2', 10_000n, { externalId: 'two' }, '2025-01-01T00:00:00Z');
    expect(await statusOf(shop, 'one')).toBeUndefined();
    await shop.event({ type: 'feedback.given', customer: { externalId: 'one' }, score: 9 });
    expect([await statusOf(shop, 'one'), await statusOf(shop, 'two')]).toEqual(['active', undefined]);
    await shop.do('POST', `/v1/programs/${programId}/enrol`, {});
    expect(await statusOf(shop, 'two')).toBe('active');
  });

  it('by the delivery that fulfils the condition', async () => {
    const shop = await shopOf(delivered);
    await shop.pay('o-1', 10_000);
    expect(await statusOf(shop, 'friend')).toBeUndefined();
    await shop.deliver('o-1');
    expect(await statusOf(shop, 'friend')).toBe('active');
  });

  it('by oneself where the mode is optIn: what is missing is told (1-21)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(
      program([rule([to('referrer', percent(1000))])], { enrolment: { mode: 'optIn', if: [{ paidOrders: { atLeast: 2 } }] } }),
    );
    await shop.pay('o-1', 10_000);
    const refused = await shop.post('/v1/customers/friend/memberships', { programId });
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([422, 'enrolment_conditions', { count: 1 }]);
    await shop.pay('o-2', 10_000);
    expect((await shop.post('/v1/customers/friend/memberships', { programId })).body).toMatchObject({ status: 'active' });
  });

  it('by staff only where the mode is staff', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.do('PUT', '/v1/customers/anna', {});
    expect((await shop.post('/v1/customers/anna/memberships', { programId })).status).toBe(422);
    expect((await shop.post('/v1/customers/anna/memberships', { programId, actor: 'vera' })).status).toBe(201);
  });

  it('a friend becomes a member with a code of their own at ordered, and can refer within the minute (3-07)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    const friend = await shop.customer('friend');
    expect(friend.memberships).toMatchObject([{ programId, status: 'active' }]);
    const next = await shop.pay('o-2', 100_000, { by: 'third', code: friend.codes[0].code });
    expect(next.attribution).toMatchObject({ referrerId: friend.id, by: 'code' });
    expect(said(next)).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('a block outlives everything but its end', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.changeMembership('anna', programId, 'blocked');
    expect((await shop.post('/v1/customers/anna/memberships', { programId, actor: 'vera' })).status).toBe(409);
    await shop.changeMembership('anna', programId, 'active');
    expect(await statusOf(shop, 'anna')).toBe('active');
  });
});

describe('1 a part lost', () => {
  it('keeps the status and lowers the amount; what was granted stays to be seen', async () => {
    const shop = await openShop();
    const programId = await shop.publish(held);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.refund('o-1', 'r-1', 30_000);
    const rewards = await shop.rewards('&orderId=o-1');
    expect(rewards.map(({ status, originalAmount, benefit }) => [status, originalAmount, benefit.amount])).toEqual([
      ['held', '10000', rub(7_000)],
      ['issued', '10000', rub(7_000)],
    ]);
  });
});

describe('1 referrals', () => {
  it('qualify when the hold ends, not before', async () => {
    const shop = await openShop();
    const programId = await shop.publish(held);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'ordered', qualifiesAt: '2026-12-11T12:00:00.000Z' });
    await shop.advance('2026-12-11T12:00:00Z');
    expect((await shop.referralOf('anna', 'o-1')).status).toBe('qualified');
  });

  it('a first order below the conditions leaves them ordered with the reason; a later order does not refuse them', async () => {
    const shop = await openShop();
    const programId = await shop.publish(
      program([rule([to('referrer', percent(1000))], { if: [{ newCustomer: true }, { paid: { atLeast: rub(50_000) } }] })]),
    );
    await shop.member('anna', programId);
    await shop.pay('o-1', 10_000, { code: 'ANNA' });
    await shop.pay('o-2', 90_000);
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'ordered', reason: 'below-minimum' });
  });

  it('of a known customer are refused', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.importOrder('old', 10_000n, { externalId: 'friend' }, '2025-01-01T00:00:00Z');
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect(await shop.referralOf('anna', 'o-1')).toMatchObject({ status: 'refused', reason: 'not-new-customer' });
  });

  it('count in full, also where nothing is earned (3-23)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', credit(1))], { if: [{ paid: { atLeast: rub(1_000_000) } }] })]));
    await shop.member('anna', programId);
    await shop.pay('o-1', 10_000, { code: 'ANNA' });
    expect((await shop.customer('anna')).counts).toMatchObject({ referrals: 1, qualifiedReferrals: 0 });
  });
});
