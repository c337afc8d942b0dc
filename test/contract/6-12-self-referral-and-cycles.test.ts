import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, said } from './wire.ts';

/** Everyone becomes a member and so a possible referrer; referrals alone join the customers into chains. */
const chain: object = program([rule([to('referrer', percent(1000))])]);

async function member(shop: ContractShop, name: string, programId: string): Promise<void> {
  await shop.member(name, programId, { code: `CODE-${name}` });
}

describe('6.12 self-referral', () => {
  it('by one’s own code refuses both sides, never the order', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    const anna = await shop.member('anna', programId);
    const answer = await shop.pay('o-1', 100_000, { by: 'anna', code: 'ANNA' });
    expect(answer).toMatchObject({ outcome: 'processed', customerId: anna });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('self-referral')]);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', number: 1 });
  });

  it('by the code of another customer of the same person, known by the phone (1-11)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId, { phone: '+79120000001' });
    const answer = await shop.pay('o-1', 100_000, { by: { externalId: 'anna-again', phone: '8 912 000-00-01' }, code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('self-referral')]);
  });

  it('by the code of another customer of the same person, known by the e-mail', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId, { email: 'anna@gmail.com' });
    const answer = await shop.pay('o-1', 100_000, { by: { externalId: 'anna-again', email: 'a.nna+shop@googlemail.com' }, code: 'ANNA' });
    expect(refusals(answer)).toEqual(bothRefused('self-referral'));
  });

  it('does not stop the buyer’s own reward in the same rule (6.14)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000)), to('buyer', credit(300))])]));
    await shop.member('anna', programId);
    const answer = await shop.pay('o-1', 100_000, { by: 'anna', code: 'ANNA' });
    expect([said(answer), refusals(answer)]).toEqual([['buyer issued 300'], ['referrer self-referral']]);
  });
});

describe('6.12 self-referral learned after the lock', () => {
  const everyOrder = program([rule([to('referrer', percent(1000)), to('friend', credit(300)), to('buyer', credit(100))])]);
  const guest = { email: 'x@example.com' };

  it('stops what later orders would give, and keeps what earlier ones gave', async () => {
    const shop = await openShop();
    const programId = await shop.publish(everyOrder);
    const marina = await shop.member('marina', programId);
    const first = await shop.pay('o-1', 100_000, { by: guest, code: 'MARINA' });
    expect(said(first)).toEqual(['buyer issued 100', 'friend issued 300', 'referrer issued 10000']);
    await shop.do('PUT', '/v1/customers/marina', guest);
    const later = await shop.pay('o-2', 100_000, { by: { externalId: 'marina-2', ...guest } });
    expect(later).toMatchObject({ outcome: 'processed', customerId: first.customerId });
    expect(later.attribution).toMatchObject({
      referrerId: null,
      losers: [{ by: 'code', referrerId: marina, reason: 'self-referral' }],
    });
    expect([said(later), [...refusals(later)].sort()]).toEqual([['buyer issued 100'], bothRefused('self-referral')]);
    expect(await shop.balance('marina')).toMatchObject({ available: 10_000, debt: 0 });
    await shop.post('/v1/events', { id: 'r-1', type: 'order.refunded', occurredAt: shop.now, refund: { id: 'r', orderId: 'o-1' } });
    expect(await shop.balance('marina')).toMatchObject({ available: 0 });
  });

  it('stops what deliveries would give, which name nobody', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000))], { on: 'order.delivered' })]));
    await shop.member('marina', programId);
    await shop.pay('o-1', 100_000, { by: guest, code: 'MARINA' });
    await shop.do('PUT', '/v1/customers/marina', guest);
    await shop.pay('o-2', 100_000, { by: { externalId: 'marina-2', ...guest } });
    for (const id of ['o-2', 'o-1']) {
      const delivered = await shop.event({ type: 'order.delivered', order: { id } });
      expect([said(delivered), refusals(delivered)]).toEqual([[], ['referrer self-referral']]);
    }
  });

  it('stops them also where the rest of the same order told it', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000))], { on: 'order.delivered' })]));
    await shop.member('marina', programId);
    await shop.pay('o-1', 100_000, { by: guest, code: 'MARINA', payment: { id: 'p-1', amount: 1 } });
    await shop.do('PUT', '/v1/customers/marina', guest);
    await shop.pay('o-1', 100_000, { by: guest, payment: { id: 'p-2', amount: 99_999 } });
    const delivered = await shop.event({ type: 'order.delivered', order: { id: 'o-1' } });
    expect([said(delivered), refusals(delivered)]).toEqual([[], ['referrer self-referral']]);
  });
});

describe('6.12 cycles', () => {
  it('A brings B, and B cannot bring A', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.member('boris', programId);
    expect(said(await shop.pay('o-1', 100_000, { by: 'boris', code: 'ANNA' }))).toEqual(['friend issued 10000', 'referrer issued 10000']);
    const answer = await shop.pay('o-2', 100_000, { by: 'anna', code: 'BORIS' });
    expect(answer.outcome).toBe('processed');
    expect([said(answer), refusals(answer)]).toEqual([[], bothRefused('referral-cycle')]);
    expect(answer.attribution.referrerId).toBeNull();
  });

  it('through another customer of the same person', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000))], { if: newcomers })]));
    await shop.member('anna', programId, { phone: '+79120000001' });
    await shop.member('boris', programId);
    await shop.pay('o-1', 100_000, { by: 'boris', code: 'ANNA' });
    const answer = await shop.pay('o-2', 100_000, { by: { externalId: 'anna-again', phone: '+79120000001' }, code: 'BORIS' });
    expect([said(answer), refusals(answer)]).toEqual([[], ['referrer referral-cycle']]);
  });

  it('of 32 steps are found; a straight chain may be longer', async () => {
    const shop = await openShop();
    const programId = await shop.publish(chain);
    for (let step = 0; step <= 34; step += 1) await member(shop, `m${step}`, programId);
    for (let step = 1; step <= 34; step += 1) {
      const answer = await shop.pay(`o-${step}`, 1_000, { by: `m${step}`, code: `CODE-m${step - 1}` });
      expect([step, said(answer)]).toEqual([step, ['referrer issued 100']]);
      if (step !== 32) continue;
      const circle = await shop.post('/v1/events/dry-run', shop.order('o-0', 1_000, { by: 'm0', code: 'CODE-m32' }));
      expect(refusals(circle.body)).toEqual(['referrer referral-cycle']);
    }
    expect(refusals(await shop.pay('o-0', 1_000, { by: 'm0', code: 'CODE-m31' }))).toEqual(['referrer referral-cycle']);
  });

  it('of more steps are not looked for, and are no fault of the books', async () => {
    const shop = await openShop();
    const programId = await shop.publish(chain);
    for (let step = 0; step <= 33; step += 1) await member(shop, `m${step}`, programId);
    for (let step = 1; step <= 33; step += 1) await shop.pay(`o-${step}`, 1_000, { by: `m${step}`, code: `CODE-m${step - 1}` });
    expect(said(await shop.pay('o-0', 1_000, { by: 'm0', code: 'CODE-m33' }))).toEqual(['referrer issued 100']);
  });
});
