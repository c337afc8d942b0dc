import { describe, expect, it } from 'vitest';
import { credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { openShop } from './shop.ts';
import { said } from './wire.ts';

describe('6.10 the reward key', () => {
  it('is the order, whatever the event is called', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    await shop.member('anna', programId);
    await shop.pay('o-1', 100_000, { id: 'first-name', code: 'ANNA' });
    expect((await shop.pay('o-1', 100_000, { id: 'second-name', code: 'ANNA' })).outcome).toBe('duplicate');
    expect(await shop.rewardsOf('o-1')).toEqual(['friend issued 10000', 'referrer issued 10000']);
  });

  it('parts the order and its revision: a corrected order is not the one whose id ends like a revision', async () => {
    const shop = await openShop();
    const programId = await shop.publish(simple);
    for (const name of ['anna', 'boris']) await shop.member(name, programId);
    await shop.pay('1001#1', 100_000, { by: 'other', code: 'BORIS' });
    await shop.pay('1001', 100_000, { code: 'ANNA' });
    const { id } = await shop.referralOf('anna', '1001');
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'boris', actor: 'vera' });
    expect(await shop.rewardsOf('1001')).toEqual([
      'friend issued 10000',
      'friend reversed 0',
      'referrer issued 10000',
      'referrer reversed 0',
    ]);
    expect(await shop.balance('boris')).toMatchObject({ available: 20_000 });
  });

  it('is the event where there is no order: two events earn twice, one sent twice once', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', credit(500))], { on: 'custom.review' })]));
    const review = { type: 'custom.review', customer: { externalId: 'friend' } };
    await shop.event({ ...review, id: 'review-1' });
    await shop.event({ ...review, id: 'review-1' });
    await shop.event({ ...review, id: 'review-2' });
    expect(await shop.balance('friend')).toMatchObject({ available: 1_000 });
  });

  it('holds no version: a rule that pays on the delivery pays once, though a new version came between', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const document = (minor: number): object => program([rule([to('buyer', credit(minor))], { on: 'order.delivered' })]);
    const programId = await shop.publish(document(500));
    await shop.pay('o-1', 100_000);
    await shop.deliver('o-1');
    await shop.publishNext(programId, document(900));
    shop.setClock('2026-11-21T12:00:00Z');
    expect((await shop.deliver('o-1')).outcome).toBe('duplicate');
    expect(await shop.rewardsOf('o-1')).toEqual(['buyer issued 500']);
  });

  it('holds the leg: two grants to one side are two rewards', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', credit(500)), to('buyer', percent(100))])]));
    expect(said(await shop.pay('o-1', 100_000))).toEqual(['buyer issued 1000', 'buyer issued 500']);
  });

  it('holds the payment where accrual is per payment: one sent twice accrues once', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', percent(1000), { accrue: 'perPayment' })])]));
    const first = { payment: { id: 'p-1', amount: 40_000 } };
    expect(said(await shop.pay('o-1', 100_000, first))).toEqual(['buyer issued 4000']);
    expect((await shop.pay('o-1', 100_000, first)).outcome).toBe('duplicate');
    expect(said(await shop.pay('o-1', 100_000, { payment: { id: 'p-2', amount: 60_000 } }))).toEqual(['buyer issued 6000']);
  });

  it('holds the revision of a correction: back to the first referrer grants a third time, never twice at once', async () => {
    const shop = await openShop();
    const programId = await shop.publish(program([rule([to('referrer', percent(1000))], { if: newcomers })]));
    await shop.member('anna', programId);
    await shop.member('boris', programId);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    const { id } = await shop.referralOf('anna', 'o-1');
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'boris', actor: 'vera' });
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'anna', actor: 'vera' });
    expect(await shop.rewardsOf('o-1')).toEqual(['referrer issued 10000', 'referrer reversed 0', 'referrer reversed 0']);
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000, debt: 0 });
    expect(await shop.balance('boris')).toMatchObject({ available: 0, debt: 0 });
  });

  it('of a reversal is the refund: one refund takes once', async () => {
    const shop = await openShop();
    await shop.publish(program([rule([to('buyer', percent(1000))])]));
    await shop.pay('o-1', 100_000);
    for (let again = 0; again < 3; again += 1) await shop.refund('o-1', 'r-1', 50_000);
    expect(await shop.balance('friend')).toMatchObject({ available: 5_000 });
  });
});
