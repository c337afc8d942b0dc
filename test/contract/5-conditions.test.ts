import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said, type Wire } from './wire.ts';

const GRANTED = ['buyer issued 500'];

/** A programme that pays every buyer 5 roubles where the conditions hold. */
async function shopWith(conditions: readonly object[], on = 'order.paid'): Promise<ContractShop> {
  const shop = await openShop();
  await shop.publish(program([rule([to('buyer', credit(500))], { if: conditions, on })]));
  return shop;
}

const line = (sku: string, category: string): object => ({ sku, category, total: rub(500) });

describe('5 conditions', () => {
  it('an empty list always holds', async () => {
    const shop = await shopWith([]);
    expect(said(await shop.pay('o-1', 1_000))).toEqual(GRANTED);
  });

  it('several hold together only', async () => {
    const shop = await shopWith([{ newCustomer: true }, { channel: { in: ['web'] } }]);
    expect(refusals(await shop.pay('o-1', 1_000, { by: 'a', channel: 'till' }))).toEqual(['buyer condition-not-met']);
    expect(said(await shop.pay('o-2', 1_000, { by: 'b', channel: 'web' }))).toEqual(GRANTED);
  });

  it('newCustomer: false wants a known one', async () => {
    const shop = await shopWith([{ newCustomer: false }]);
    expect(refusals(await shop.pay('o-1', 1_000))).toEqual(['buyer condition-not-met']);
    expect(said(await shop.pay('o-2', 1_000))).toEqual(GRANTED);
  });

  it('orderNumber is, and at least', async () => {
    const is = await shopWith([{ orderNumber: { is: 2 } }]);
    const told: Wire[] = [];
    for (const id of ['o-1', 'o-2', 'o-3']) told.push((await is.pay(id, 1_000)).rewards.length);
    expect(told).toEqual([0, 1, 0]);
    const atLeast = await shopWith([{ orderNumber: { atLeast: 2 } }]);
    told.length = 0;
    for (const id of ['o-1', 'o-2', 'o-3']) told.push((await atLeast.pay(id, 1_000)).rewards.length);
    expect(told).toEqual([0, 1, 1]);
  });

  it('paidOrders and deliveredOrders count the order itself, and no longer one refunded in full', async () => {
    const paid = await shopWith([{ paidOrders: { atLeast: 2 } }]);
    expect((await paid.pay('o-1', 1_000)).refusals).toMatchObject([{ reason: 'condition-not-met', missing: { count: 1 } }]);
    await paid.refund('o-1', 'r-1');
    expect(said(await paid.pay('o-2', 1_000))).toEqual([]);
    expect(said(await paid.pay('o-3', 1_000))).toEqual(GRANTED);
    const delivered = await shopWith([{ deliveredOrders: { atLeast: 1 } }], 'order.delivered');
    await delivered.pay('o-1', 1_000);
    expect(said(await delivered.deliver('o-1'))).toEqual(GRANTED);
  });

  it('sku and category look for presence', async () => {
    const shop = await shopWith([{ sku: { in: ['TEA-1', 'TEA-2'] } }, { category: { in: ['tea'] } }]);
    expect(said(await shop.pay('o-1', 1_000, { lines: [line('CUP', 'ware'), line('TEA-2', 'tea')] }))).toEqual(GRANTED);
    expect(refusals(await shop.pay('o-2', 1_000, { lines: [line('CUP', 'ware'), line('TEA-3', 'tea')] }))).toEqual([
      'buyer condition-not-met',
    ]);
    expect(refusals(await shop.pay('o-3', 1_000))).toEqual(['buyer condition-not-met']);
  });

  it('daysSince the last paid order: at least to the instant, calendar days of the zone', async () => {
    const shop = await shopWith([{ daysSince: { event: 'lastPaidOrder', atLeast: 30 } }]);
    await shop.pay('o-1', 1_000, { by: 'a', at: '2026-10-01T09:00:00Z' });
    expect(refusals(await shop.pay('o-2', 1_000, { by: 'a', at: '2026-10-31T08:59:59.999Z' }))).toEqual(['buyer condition-not-met']);
    await shop.pay('o-3', 1_000, { by: 'b', at: '2026-10-01T09:00:00Z' });
    expect(said(await shop.pay('o-4', 1_000, { by: 'b', at: '2026-10-31T09:00:00Z' }))).toEqual(GRANTED);
  });

  it('daysSince sign-up: at most', async () => {
    const shop = await shopWith([{ daysSince: { event: 'signUp', atMost: 7 } }]);
    const signUp = (externalId: string) =>
      shop.event({ type: 'member.signed_up', occurredAt: '2026-11-01T09:00:00Z', customer: { externalId } });
    await signUp('a');
    await signUp('b');
    expect(said(await shop.pay('o-1', 1_000, { by: 'a', at: '2026-11-08T09:00:00Z' }))).toEqual(GRANTED);
    expect(said(await shop.pay('o-2', 1_000, { by: 'b', at: '2026-11-08T09:00:00.001Z' }))).toEqual([]);
    expect(said(await shop.pay('o-3', 1_000, { by: 'nobody signed up' }))).toEqual([]);
  });

  it('currency holds where the order is in it', async () => {
    const shop = await shopWith([{ currency: { in: ['RUB'] } }]);
    expect(said(await shop.pay('o-1', 1_000))).toEqual(GRANTED);
  });
});

describe('5 defaults', () => {
  it('a single grant needs no list, no hold pays at once, and enrolment waits for a delivery', async () => {
    const shop = await openShop();
    await shop.publish({
      name: { ru: 'Кешбэк', en: 'Cashback' },
      currency: 'RUB',
      rules: [{ id: 'cashback', on: 'order.paid', grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 500 } } } }],
    });
    expect(said(await shop.pay('o-1', 10_000))).toEqual(['buyer issued 500']);
    expect((await shop.customer('friend')).memberships).toEqual([]);
    await shop.deliver('o-1');
    expect((await shop.customer('friend')).memberships).toMatchObject([{ status: 'active' }]);
  });

  it('a friend gains at least as much as the referrer unless allowed (1-21)', async () => {
    const shop = await openShop();
    const document = (more: object) =>
      program([{ ...rule([to('referrer', credit(1_000)), to('friend', credit(999))]), allowReferrerMore: undefined, ...more }]);
    const refused = await shop.post('/v1/programs', { document: document({}) });
    expect([refused.status, refused.body.code]).toEqual([422, 'program_invalid']);
    expect((await shop.post('/v1/programs', { document: document({ allowReferrerMore: true }) })).status).toBe(201);
  });
});
