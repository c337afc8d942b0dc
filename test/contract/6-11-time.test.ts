import { describe, expect, it } from 'vitest';
import { credit, held, newcomers, percent, program, returnWindow, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said } from './wire.ts';

async function shopOf(document: object = held, now?: string): Promise<ContractShop> {
  const shop = await openShop(now);
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return shop;
}

const heldUntil = async (shop: ContractShop, orderId: string): Promise<string | null> => {
  const found = (await shop.rewards(`&orderId=${orderId}`)).find(({ beneficiary }) => beneficiary !== 'friend');
  return found?.heldUntil;
};

const buyerHold = (hold: object, more: object = {}, terms: object = {}): object =>
  program([rule([to('buyer', percent(1000), { hold, ...more })])], terms);

describe('6.11 heldUntil', () => {
  it('is payment + orFromPaymentDays while no delivery is known', async () => {
    const shop = await shopOf();
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-11-20T09:30:00Z' });
    expect(answer.rewards[0]).toMatchObject({ status: 'held', heldUntil: '2026-12-11T09:30:00.000Z', holdReasons: ['return-window'] });
  });

  it('is replaced by first delivery + days, earlier or later', async () => {
    const shop = await shopOf(held, '2026-12-20T12:00:00Z');
    await shop.pay('o-1', 100_000, { by: 'f1', code: 'ANNA', at: '2026-12-01T09:00:00Z' });
    await shop.deliver('o-1', '2026-12-02T09:00:00Z');
    expect(await heldUntil(shop, 'o-1')).toBe('2026-12-16T09:00:00.000Z');
    await shop.pay('o-2', 100_000, { by: 'f2', code: 'ANNA', at: '2026-12-01T09:00:00Z' });
    await shop.deliver('o-2', '2026-12-19T09:00:00Z');
    expect(await heldUntil(shop, 'o-2')).toBe('2027-01-02T09:00:00.000Z');
  });

  it('is not moved by a second delivery', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-11-10T09:00:00Z' });
    await shop.deliver('o-1', '2026-11-11T09:00:00Z');
    expect((await shop.deliver('o-1', '2026-11-15T09:00:00Z')).outcome).toBe('duplicate');
    expect(await heldUntil(shop, 'o-1')).toBe('2026-11-25T09:00:00.000Z');
  });

  it('counts from a delivery known before the payment', async () => {
    const shop = await shopOf();
    await shop.deliver('o-1', '2026-11-18T09:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-11-19T09:00:00Z' });
    expect(answer.rewards.find(({ beneficiary }: { beneficiary: string }) => beneficiary === 'referrer').heldUntil).toBe(
      '2026-12-02T09:00:00.000Z',
    );
  });

  it('is open without orFromPaymentDays until the delivery', async () => {
    const shop = await shopOf(buyerHold({ days: 3, from: 'delivery' }));
    const answer = await shop.pay('o-1', 100_000);
    expect(answer.rewards[0]).toMatchObject({ status: 'held', heldUntil: null, holdReasons: ['return-window'] });
    await shop.advance('2027-11-20T12:00:00Z');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer held 10000']);
    await shop.deliver('o-1');
    expect(await heldUntil(shop, 'o-1')).toBe('2027-11-23T12:00:00.000Z');
  });

  it('from payment is not moved by a delivery', async () => {
    const shop = await shopOf(buyerHold({ days: 3, from: 'payment' }));
    await shop.pay('o-1', 100_000, { at: '2026-11-20T09:00:00Z' });
    await shop.deliver('o-1', '2026-11-20T10:00:00Z');
    expect(await heldUntil(shop, 'o-1')).toBe('2026-11-23T09:00:00.000Z');
  });

  it('in the past is still answered held; the job releases it', async () => {
    const shop = await shopOf();
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-10-01T09:00:00Z' });
    expect(answer.rewards[0]).toMatchObject({ status: 'held', heldUntil: '2026-10-22T09:00:00.000Z' });
    expect(await shop.balance('anna')).toMatchObject({ held: 10_000, available: 0 });
    await shop.advance(shop.now);
    expect(await shop.balance('anna')).toMatchObject({ held: 0, available: 10_000 });
  });

  it('is reached at its instant and not a millisecond before', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-11-20T09:00:00Z' });
    await shop.advance('2026-12-11T08:59:59.999Z');
    expect(await shop.balance('anna')).toMatchObject({ held: 10_000, available: 0 });
    expect((await shop.referralOf('anna', 'o-1')).status).toBe('ordered');
    await shop.advance('2026-12-11T09:00:00.000Z');
    expect(await shop.balance('anna')).toMatchObject({ held: 0, available: 10_000 });
    expect((await shop.referralOf('anna', 'o-1')).status).toBe('qualified');
  });

  it('changes nothing once released', async () => {
    const shop = await shopOf();
    await shop.pay('o-1', 100_000, { code: 'ANNA', at: '2026-10-01T09:00:00Z' });
    await shop.advance(shop.now);
    await shop.deliver('o-1');
    expect(await shop.rewardsOf('o-1')).toEqual(['friend issued 10000', 'referrer issued 10000']);
    expect(await heldUntil(shop, 'o-1')).toBe('2026-10-22T09:00:00.000Z');
  });
});

describe('6.11 a day is the same local time on the next calendar day', () => {
  const berlin = (hold: object): object => buyerHold(hold, {}, { timeZone: 'Europe/Berlin' });

  it.each([
    // Summer time ends on 25 October 2026 at 03:00: 25 hours.
    ['2026-10-24T10:00:00Z', '2026-10-25T11:00:00.000Z'],
    // It begins on 28 March 2027 at 02:00: 23 hours.
    ['2027-03-27T11:00:00Z', '2027-03-28T10:00:00.000Z'],
    // 02:30 does not exist on 28 March 2027: later by the gap.
    ['2027-03-27T01:30:00Z', '2027-03-28T01:30:00.000Z'],
    // 02:30 comes twice on 25 October 2026: the first.
    ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00.000Z'],
  ])('one day after %s in Berlin is %s', async (at, until) => {
    const shop = await shopOf(berlin({ days: 1, from: 'payment' }), '2027-04-01T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { at });
    expect(answer.rewards[0].heldUntil).toBe(until);
  });

  it('zero days end at once, by the job', async () => {
    const shop = await shopOf(berlin({ days: 0, from: 'payment' }));
    expect((await shop.pay('o-1', 100_000)).rewards[0]).toMatchObject({ status: 'held', heldUntil: '2026-11-20T12:00:00.000Z' });
    await shop.advance(shop.now);
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 10000']);
  });
});

describe('6.11 lots', () => {
  it('count from heldUntil, end at 00:00 after the last local day, and cannot be spent from then, job run or not', async () => {
    const shop = await shopOf(buyerHold(returnWindow, { expiresAfterDays: 10 }));
    await shop.pay('o-1', 100_000, { at: '2026-11-20T22:30:00Z', id: 'late-evening' }).catch(() => undefined);
    await shop.pay('o-2', 100_000, { at: '2026-11-19T22:30:00Z' });
    // Held until 10 December 22:30 UTC, which is the 11th in Moscow; ten days later ends with the 21st.
    await shop.advance('2026-12-13T00:00:00Z');
    const lots = await shop.lots('friend');
    expect(lots.at(0)?.expiresAt).toBe('2026-12-21T21:00:00.000Z');
    shop.setClock('2026-12-21T20:59:59Z');
    expect((await shop.balance('friend')).available).toBeGreaterThan(0);
    shop.setClock('2026-12-21T21:00:00Z');
    const reply = await shop.tryReserve('friend', rub(1));
    expect([reply.status, reply.body.code]).toEqual([422, 'insufficient_balance']);
    await shop.advance('2026-12-21T21:00:00Z');
    expect(await shop.balance('friend')).toMatchObject({ available: 0, debt: 0 });
  });

  it('count from the approval where a person held last', async () => {
    const shop = await shopOf(buyerHold({ days: 1, from: 'payment', reasons: ['review'] }, { expiresAfterDays: 1 }));
    const answer = await shop.pay('o-1', 100_000, { at: '2026-11-20T09:00:00Z' });
    await shop.advance('2026-11-25T09:00:00Z');
    expect(await shop.balance('friend')).toMatchObject({ held: 10_000, available: 0 });
    await shop.do('POST', `/v1/rewards/${answer.rewards[0].id}/approve`, { actor: 'vera' });
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '10000', expiresAt: '2026-11-26T21:00:00.000Z' }]);
  });

  it('count from heldUntil where the date came last, though the job was late', async () => {
    const shop = await shopOf(buyerHold({ days: 1, from: 'payment', reasons: ['review'] }, { expiresAfterDays: 30 }));
    const answer = await shop.pay('o-1', 100_000, { at: '2026-11-20T09:00:00Z' });
    await shop.do('POST', `/v1/rewards/${answer.rewards[0].id}/approve`, { actor: 'vera' });
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer held 10000']);
    await shop.advance('2026-12-05T09:00:00Z');
    expect(await shop.lots('friend')).toMatchObject([{ remaining: '10000', expiresAt: '2026-12-21T21:00:00.000Z' }]);
  });

  it('already over when their hold is released are given and expire', async () => {
    const shop = await shopOf(buyerHold({ days: 1, from: 'payment' }, { expiresAfterDays: 1 }));
    await shop.pay('o-1', 100_000, { at: '2026-10-01T09:00:00Z' });
    await shop.advance(shop.now);
    expect(await shop.balance('friend')).toMatchObject({ held: 0, available: 0, debt: 0 });
  });
});

describe('6.11 decisions use occurredAt', () => {
  it('not the clock: an event ten minutes ahead is taken, one further ahead is refused', async () => {
    const shop = await shopOf(buyerHold({ days: 1, from: 'payment' }));
    const ahead = await shop.pay('o-1', 100_000, { at: '2026-11-20T12:10:00Z' });
    expect(ahead.rewards[0].heldUntil).toBe('2026-11-21T12:10:00.000Z');
    const reply = await shop.tryPay('o-2', 100_000, { at: '2026-11-20T12:10:00.001Z' });
    expect([reply.status, reply.body.field]).toEqual([422, 'occurredAt']);
  });

  it('reads any zone of RFC 3339 and refuses a time without one', async () => {
    const shop = await shopOf(buyerHold({ days: 1, from: 'payment' }));
    expect((await shop.pay('o-1', 100_000, { at: '2026-11-20T15:00:00+03:00' })).rewards[0].heldUntil).toBe('2026-11-21T12:00:00.000Z');
    expect((await shop.tryPay('o-2', 100_000, { at: '2026-11-20T12:00:00' })).status).toBe(422);
  });

  it('counts caps by the calendar of the programme’s zone', async () => {
    const caps = { perReferrer: { count: 1, per: 'month' } };
    const shop = await shopOf(program([rule([to('referrer', percent(1000)), to('friend', credit(1))], { if: newcomers, caps })]));
    // 31 October 20:59 UTC is still October in Moscow, a minute later is November.
    expect(said(await shop.pay('o-1', 1_000, { by: 'f1', code: 'ANNA', at: '2026-10-31T20:59:59Z' }))).toContain('referrer issued 100');
    expect(refusals(await shop.pay('o-2', 1_000, { by: 'f2', code: 'ANNA', at: '2026-10-31T20:59:59Z' }))).toEqual([
      'referrer cap-reached',
    ]);
    expect(said(await shop.pay('o-3', 1_000, { by: 'f3', code: 'ANNA', at: '2026-10-31T21:00:00Z' }))).toContain('referrer issued 100');
  });
});
