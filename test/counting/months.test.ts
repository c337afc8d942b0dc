import { describe, expect, it } from 'vitest';
import { percent, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { refusals, said, type Wire } from '../contract/wire.ts';

/** 10 % of what the friend pays, for twelve months from the friend's first payment. */
const yearly = (more: object = {}, grant: object = {}): object =>
  program(
    [
      rule([to('referrer', { ...percent(1000), kind: 'commission' }, grant)], {
        if: [{ monthsSince: { event: 'firstPaidOrder', atMost: 12 } }],
      }),
    ],
    more,
  );

async function openPartner(document: object, now: string): Promise<ContractShop> {
  const shop = await openShop(now);
  await shop.member('anna', await shop.publish(document, '2026-01-01T00:00:00Z'));
  return shop;
}

async function payMonth(shop: ContractShop, orderId: string, at: string): Promise<Wire> {
  shop.setClock(at);
  return shop.pay(orderId, 100_000, { at, code: 'ANNA' });
}

describe('a percentage of the friend’s payments for twelve months (0-22)', () => {
  it('pays at month 12 minus a day and to the very instant, and not a day later', async () => {
    const shop = await openPartner(yearly(), '2026-11-20T12:00:00Z');
    expect(said(await payMonth(shop, 'o-1', '2026-11-20T12:00:00Z'))).toEqual(['referrer issued 10000']);
    expect(said(await payMonth(shop, 'o-2', '2027-11-19T12:00:00Z'))).toEqual(['referrer issued 10000']);
    expect(said(await payMonth(shop, 'o-3', '2027-11-20T12:00:00Z'))).toEqual(['referrer issued 10000']);
    const late = await payMonth(shop, 'o-4', '2027-11-20T12:00:00.001Z');
    expect([said(late), refusals(late)]).toEqual([[], ['referrer condition-not-met']]);
    expect(said(await payMonth(shop, 'o-5', '2027-11-21T12:00:00Z'))).toEqual([]);
  });

  it('ends on 28 February for who began on 29 February', async () => {
    const shop = await openPartner(yearly({ timeZone: 'UTC' }), '2028-02-29T12:00:00Z');
    await payMonth(shop, 'o-1', '2028-02-29T12:00:00Z');
    expect(said(await payMonth(shop, 'o-2', '2029-02-28T12:00:00Z'))).toEqual(['referrer issued 10000']);
    expect(said(await payMonth(shop, 'o-3', '2029-02-28T12:00:01Z'))).toEqual([]);
  });

  it('counts months in the programme’s zone, where the first payment may be of another day', async () => {
    // 31 January 01:30 in Moscow: one month later is 28 February 01:30 there, 27 February 22:30 in UTC.
    const monthly = (timeZone: string): object =>
      program([rule([to('referrer', percent(1000))], { if: [{ monthsSince: { event: 'firstPaidOrder', atMost: 1 } }] })], { timeZone });
    const moscow = await openPartner(monthly('Europe/Moscow'), '2027-01-30T22:30:00Z');
    await payMonth(moscow, 'o-1', '2027-01-30T22:30:00Z');
    expect(said(await payMonth(moscow, 'o-2', '2027-02-27T22:30:00Z'))).toEqual(['referrer issued 10000']);
    expect(said(await payMonth(moscow, 'o-3', '2027-02-27T22:30:01Z'))).toEqual([]);
    const utc = await openPartner(monthly('UTC'), '2027-01-30T22:30:00Z');
    await payMonth(utc, 'o-1', '2027-01-30T22:30:00Z');
    expect(said(await payMonth(utc, 'o-2', '2027-02-28T22:30:00Z'))).toEqual(['referrer issued 10000']);
  });

  it('keeps the local time of day across a change of clocks', async () => {
    // 15 January 09:00 in Berlin is 08:00 UTC; 15 July 09:00 there is 07:00 UTC.
    const half = program([rule([to('referrer', percent(1000))], { if: [{ monthsSince: { event: 'firstPaidOrder', atMost: 6 } }] })], {
      timeZone: 'Europe/Berlin',
    });
    const shop = await openPartner(half, '2027-01-15T08:00:00Z');
    await payMonth(shop, 'o-1', '2027-01-15T08:00:00Z');
    expect(said(await payMonth(shop, 'o-2', '2027-07-15T07:00:00Z'))).toEqual(['referrer issued 10000']);
    expect(said(await payMonth(shop, 'o-3', '2027-07-15T07:00:01Z'))).toEqual([]);
  });

  it('takes back with a refund only what that month’s payment earned, in proportion', async () => {
    const shop = await openPartner(yearly(), '2026-11-20T12:00:00Z');
    for (const [index, at] of ['2026-11-20T12:00:00Z', '2026-12-20T12:00:00Z', '2027-01-20T12:00:00Z'].entries())
      await payMonth(shop, `o-${index + 1}`, at);
    await shop.refund('o-2', 'r-1', 33_333);
    expect([await shop.rewardsOf('o-1'), await shop.rewardsOf('o-2'), await shop.rewardsOf('o-3')]).toEqual([
      ['referrer issued 10000'],
      ['referrer issued 6666'],
      ['referrer issued 10000'],
    ]);
    await shop.refund('o-2', 'r-2');
    expect(await shop.balance('anna')).toMatchObject({ available: 20_000, debt: 0 });
  });
});

describe('instalments of one order (0-22)', () => {
  const total = 1_300_000;
  const instalment = (number: number): { readonly id: string; readonly amount: number } => ({ id: `p-${number}`, amount: 100_000 });
  const monthOf = (number: number): string => new Date(Date.UTC(2026, 9 + number, 20, 12, 0, 1)).toISOString();

  async function payInstalment(shop: ContractShop, number: number): Promise<Wire> {
    const at = number === 0 ? '2026-10-20T12:00:00Z' : monthOf(number);
    return shop.pay('o-1', total, { at, code: 'ANNA', payment: instalment(number) });
  }

  it('earn with each payment until twelve months are over, by the payment’s own time', async () => {
    const shop = await openPartner(yearly({}, { accrue: 'perPayment' }), '2028-01-01T00:00:00Z');
    for (let number = 0; number <= 11; number += 1) expect(said(await payInstalment(shop, number))).toEqual(['referrer issued 10000']);
    // A second after twelve months, and it completes the order.
    expect(said(await payInstalment(shop, 12))).toEqual([]);
    expect(await shop.balance('anna')).toMatchObject({ available: 120_000 });
  });

  it('earn the same in whatever order they are told', async () => {
    const shop = await openPartner(yearly({}, { accrue: 'perPayment' }), '2028-01-01T00:00:00Z');
    for (const number of [0, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 10]) await payInstalment(shop, number);
    expect(await shop.balance('anna')).toMatchObject({ available: 120_000 });
  });

  it('earn the same again after a staff correction', async () => {
    const shop = await openPartner(yearly({}, { accrue: 'perPayment' }), '2028-01-01T00:00:00Z');
    const { programId } = (await shop.customer('anna')).memberships[0];
    await shop.member('boris', programId);
    for (let number = 0; number <= 12; number += 1) await payInstalment(shop, number);
    const { id } = await shop.referralOf('anna', 'o-1');
    await shop.do('POST', `/v1/referrals/${id}/correct`, { referrerId: 'boris', actor: 'vera' });
    expect([(await shop.balance('anna')).available, (await shop.balance('boris')).available]).toEqual([0, 120_000]);
  });
});
