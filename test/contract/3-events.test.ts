import { describe, expect, it } from 'vitest';
import { atLeast, credit, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { bothRefused, refusals, rub, said } from './wire.ts';

const tenth = program([rule([to('buyer', percent(1000))])]);

async function shopOf(document: object = simple): Promise<{ shop: ContractShop; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return { shop, programId };
}

describe('3 payments', () => {
  it('without `payment` an event pays the whole rest', async () => {
    const { shop } = await shopOf(tenth);
    await shop.pay('o-1', 10_000, { payment: { id: 'p-1', amount: 4_000 } });
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'partlyPaid', paid: rub(4_000) });
    expect(said(await shop.pay('o-1', 10_000))).toEqual(['buyer issued 1000']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ status: 'paid', paid: rub(10_000) });
  });

  it('the key of a payment is the order and its id: the same id pays two orders', async () => {
    const { shop } = await shopOf(tenth);
    const payment = { id: 'p-1', amount: 10_000 };
    expect(said(await shop.pay('o-1', 10_000, { payment }))).toEqual(['buyer issued 1000']);
    expect(said(await shop.pay('o-2', 10_000, { payment }))).toEqual(['buyer issued 1000']);
  });

  it('an order is paid when payments and captured credit reach the total', async () => {
    const { shop } = await shopOf(tenth);
    await shop.give('friend', rub(3_000));
    const id = await shop.reserve('friend', rub(3_000));
    await shop.pay('o-1', 10_000, { payment: { id: 'p-1', amount: 6_999 }, reservations: [id] });
    expect((await shop.get('/v1/orders/o-1')).status).toBe('partlyPaid');
    await shop.pay('o-1', 10_000, { payment: { id: 'p-2', amount: 1 } });
    expect((await shop.get('/v1/orders/o-1')).status).toBe('paid');
  });

  it('a zero order is stored and refused', async () => {
    const { shop } = await shopOf();
    const answer = await shop.pay('o-1', 0, { code: 'ANNA' });
    expect([answer.outcome, said(answer), refusals(answer)]).toEqual(['processed', [], bothRefused('zero-order')]);
  });
});

describe('3 the answer', () => {
  it('names the customer, the attribution, the rewards and the refusals', async () => {
    const { shop, programId } = await shopOf();
    const answer = await shop.pay('o-1', 100_000, { id: 'evt-1001', code: 'ANNA' });
    const anna = (await shop.customer('anna')).id;
    expect(answer).toMatchObject({
      eventId: 'evt-1001',
      outcome: 'processed',
      customerId: (await shop.customer('friend')).id,
      attribution: { programId, referrerId: anna, by: 'code', losers: [] },
      refusals: [],
    });
    expect(answer.rewards).toMatchObject([
      {
        programId,
        ruleId: 'rule',
        beneficiary: 'referrer',
        customerId: anna,
        benefit: { kind: 'credit', amount: rub(10_000) },
        status: 'issued',
        heldUntil: null,
        holdReasons: [],
      },
      { beneficiary: 'friend', benefit: { kind: 'credit', amount: rub(10_000) } },
    ]);
  });

  it('names the attribution of the oldest live programme, not of an older one that is paused', async () => {
    const { shop, programId } = await shopOf();
    const second = await shop.publish(simple);
    await shop.do('POST', `/v1/programs/${programId}/pause`, {});
    expect((await shop.pay('o-1', 100_000)).attribution).toMatchObject({ programId: second });
  });

  it('gives each refusal a text in both languages, and what is missing', async () => {
    const { shop } = await shopOf(program([rule([to('buyer', credit(1))], { if: [atLeast(100_000)] })]));
    const { refusals: refused } = await shop.pay('o-1', 50_000);
    expect(refused).toMatchObject([{ beneficiary: 'buyer', ruleId: 'rule', reason: 'below-minimum', missing: rub(50_000) }]);
    expect(refused[0].text.ru).toMatch(/500/);
    expect(refused[0].text.en).toMatch(/500/);
  });

  it('counts what is missing where it is not money', async () => {
    const { shop } = await shopOf(program([rule([to('buyer', credit(1))], { if: [{ orderNumber: { is: 3 } }] })]));
    expect((await shop.pay('o-1', 50_000)).refusals).toMatchObject([{ reason: 'wrong-order-number', missing: { count: 2 } }]);
  });

  it('is found again by the event’s id', async () => {
    const { shop } = await shopOf();
    const answer = await shop.pay('o-1', 100_000, { id: 'evt-1', code: 'ANNA' });
    expect(await shop.get('/v1/events/evt-1')).toMatchObject({ ...answer, type: 'order.paid', orderId: 'o-1' });
    expect((await shop.ask({ method: 'GET', url: '/v1/events/evt-2' })).status).toBe(404);
  });
});

describe('3 the same event again', () => {
  it('is answered byte for byte, in whatever form its JSON comes', async () => {
    const { shop } = await shopOf();
    const first = await shop.post(
      '/v1/events',
      '{"id":"e","type":"feedback.given","occurredAt":"2026-11-20T12:00:00Z","customer":{"externalId":"f"},"score":9}',
    );
    const again = await shop.post(
      '/v1/events',
      '{ "score": 9.0e0,\n "customer": {"externalId": "\\u0066"}, "occurredAt":"2026-11-20T12:00:00Z", "type":"feedback.given", "id":"e" }',
    );
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.text).toBe(first.text);
  });

  it('with another body is 409 event_conflict and does nothing', async () => {
    const { shop } = await shopOf();
    await shop.pay('o-1', 100_000, { id: 'e', code: 'ANNA' });
    const other = await shop.tryPay('o-2', 100_000, { id: 'e', code: 'ANNA', by: 'second' });
    expect([other.status, other.body.code]).toEqual([409, 'event_conflict']);
    expect((await shop.ask({ method: 'GET', url: '/v1/orders/o-2' })).status).toBe(404);
  });

  it('from another source is another event', async () => {
    const { shop } = await shopOf(program([rule([to('buyer', credit(5))], { on: 'custom.review' })]));
    const { key } = await shop.do('POST', '/v1/keys', { kind: 'secret', name: 'Till', source: 'till', scopes: ['write', 'read'] });
    const event = { id: 'e', type: 'custom.review', occurredAt: '2026-11-20T12:00:00Z', customer: { externalId: 'friend' } };
    await shop.event(event);
    const other = await shop.ask({ method: 'POST', url: '/v1/events', key, body: { ...event, occurredAt: '2026-11-20T11:00:00Z' } });
    expect(other.status, other.text).toBe(200);
    expect(await shop.balance('friend')).toMatchObject({ available: 10 });
  });
});

describe('3 another event of something known', () => {
  it('is a duplicate for a payment, a placing, a delivery, a cancellation and a refund with the same data', async () => {
    const { shop } = await shopOf();
    await shop.place('o-1', 100_000);
    await shop.pay('o-1', 100_000, { code: 'ANNA' });
    await shop.deliver('o-1');
    await shop.refund('o-1', 'r-1', 10_000);
    await shop.cancel('o-1');
    const before = await shop.balance('anna');
    const again = [
      await shop.place('o-1', 100_000),
      await shop.pay('o-1', 100_000, { code: 'ANNA' }),
      await shop.deliver('o-1'),
      await shop.refund('o-1', 'r-1', 10_000),
      await shop.cancel('o-1'),
    ];
    expect(again.map(({ outcome }) => outcome)).toEqual(Array(5).fill('duplicate'));
    expect(await shop.balance('anna')).toEqual(before);
  });

  it.each([
    ['total', (shop: ContractShop) => shop.tryPay('o-1', 100_001, { payment: { id: 'p-1', amount: 40_000 } })],
    ['customer', (shop: ContractShop) => shop.tryPay('o-1', 100_000, { by: 'somebody', payment: { id: 'p-1', amount: 40_000 } })],
    ['amount', (shop: ContractShop) => shop.tryPay('o-1', 100_000, { payment: { id: 'p-1', amount: 40_001 } })],
    ['currency', (shop: ContractShop) => shop.tryPay('o-1', 100_000, { currency: 'KZT', payment: { id: 'p-1', amount: 40_000 } })],
  ] as const)('with another %s is 409 order_conflict', async (_what, send) => {
    const { shop } = await shopOf();
    await shop.pay('o-1', 100_000, { payment: { id: 'p-1', amount: 40_000 } });
    const reply = await send(shop);
    expect([reply.status, reply.body.code]).toEqual([409, 'order_conflict']);
    expect(await shop.get('/v1/orders/o-1')).toMatchObject({ total: rub(100_000), paid: rub(40_000) });
  });

  it('is a duplicate of an imported order, and never earns', async () => {
    const { shop } = await shopOf();
    await shop.importOrder('o-1', 100_000n, { externalId: 'friend' }, '2026-11-01T00:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { code: 'ANNA' });
    expect([answer.outcome, said(answer)]).toEqual(['duplicate', []]);
    expect(await shop.balance('anna')).toMatchObject({ available: 0 });
  });
});

describe('3 other events', () => {
  it('a lead names its referrer by code or by externalId, never both and never nobody', async () => {
    const { shop } = await shopOf();
    const lead = (attribution: object) => shop.send({ type: 'referral.registered', customer: { externalId: 'friend' }, attribution });
    expect((await lead({ referrerExternalId: 'anna' })).status).toBe(200);
    expect((await shop.pay('o-1', 100_000)).attribution).toMatchObject({ by: 'lead' });
    for (const attribution of [{}, { code: 'ANNA', referrerExternalId: 'anna' }]) expect((await lead(attribution)).status).toBe(422);
    expect((await lead({ referrerExternalId: 'nobody' })).body).toMatchObject({ code: 'referrer_unknown' });
  });

  it('a lead makes a referral: started, then ordered and qualified', async () => {
    const { shop } = await shopOf();
    await shop.event({ type: 'referral.registered', customer: { externalId: 'friend' }, attribution: { code: 'ANNA' } });
    const { items } = await shop.get('/v1/customers/anna/referrals');
    expect(items).toMatchObject([{ status: 'started', by: 'lead', orderId: null }]);
    await shop.event({ type: 'member.signed_up', customer: { externalId: 'friend' } });
    expect((await shop.get('/v1/customers/anna/referrals')).items).toMatchObject([{ status: 'joined' }]);
    await shop.pay('o-1', 100_000);
    expect((await shop.get('/v1/customers/anna/referrals')).items).toMatchObject([
      { id: items[0].id, status: 'qualified', orderId: 'o-1' },
    ]);
  });

  it('sign-ups, feedback and the shop’s own events can reward (1-07)', async () => {
    const on = (trigger: string) => rule([to('buyer', credit(100))], { id: trigger, on: trigger });
    const { shop } = await shopOf(program(['member.signed_up', 'feedback.given', 'custom.lesson'].map(on)));
    const customer = { externalId: 'friend' };
    for (const event of [
      { type: 'member.signed_up' },
      { type: 'feedback.given', score: 10 },
      { type: 'custom.lesson', data: { lesson: 3, done: true, note: null } },
    ]) {
      expect(said(await shop.event({ ...event, customer }))).toEqual(['buyer issued 100']);
    }
  });

  it.each([
    ['a score above 10', { type: 'feedback.given', score: 11 }],
    ['a broken score', { type: 'feedback.given', score: 9.5 }],
    ['data that is not flat', { type: 'custom.x', data: { inner: { a: 1 } } }],
    ['more than 20 fields', { type: 'custom.x', data: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`f${index}`, 1])) }],
    ['a type nobody knows', { type: 'order.exploded' }],
    ['a field nobody knows', { type: 'feedback.given', score: 9, mood: 'fine' }],
    ['amounts that are numbers', { type: 'order.paid', order: { id: 'o-1', total: { amountMinor: 100, currency: 'RUB' } } }],
  ])('%s is 422', async (_what, event) => {
    const { shop } = await shopOf();
    const reply = await shop.send({ customer: { externalId: 'friend' }, ...event });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid_request']);
    expect(reply.body.text.ru).not.toBe('');
  });

  it('a click of a code nobody knows says nothing, and the same click again changes nothing', async () => {
    const { shop } = await shopOf();
    const click = (digit: string, code: string, occurredAt: string) =>
      shop.send({ type: 'click.recorded', occurredAt, click: { id: `clk_${digit.repeat(32)}`, code } });
    expect((await click('1', 'NOSUCH', '2026-11-19T12:00:00Z')).status).toBe(200);
    expect((await shop.pay('o-1', 100_000, { by: 'f1', clickId: `clk_${'1'.repeat(32)}` })).attribution).toMatchObject({ by: 'none' });
    await shop.member('boris', (await shop.get('/v1/programs')).items[0].id);
    expect((await click('2', 'ANNA', '2026-11-19T12:00:00Z')).status).toBe(200);
    expect((await click('2', 'BORIS', '2026-11-19T13:00:00Z')).status).toBeLessThan(500);
    const anna = (await shop.customer('anna')).id;
    expect((await shop.pay('o-2', 100_000, { by: 'f2', clickId: `clk_${'2'.repeat(32)}` })).attribution).toMatchObject({
      by: 'click',
      referrerId: anna,
    });
  });

  it('a complaint is open until it is closed', async () => {
    const { shop } = await shopOf();
    const tell = (type: string) => shop.event({ type, customer: { externalId: 'friend' }, complaint: { id: 'c-1' } });
    await tell('complaint.opened');
    expect((await tell('complaint.opened')).outcome).toBe('duplicate');
    expect((await shop.customer('friend')).counts.openComplaints).toBe(1);
    await tell('complaint.closed');
    expect((await shop.customer('friend')).counts.openComplaints).toBe(0);
  });

  it('a complaint whose closing comes first is closed, however often its opening is told; a later opening opens it again', async () => {
    const { shop } = await shopOf();
    const tell = (type: string, occurredAt: string) =>
      shop.event({ type, occurredAt, customer: { externalId: 'friend' }, complaint: { id: 'c-1' } });
    const open = async () => (await shop.customer('friend')).counts.openComplaints;
    const closing = await tell('complaint.closed', '2026-11-19T12:00:00Z');
    const again = await tell('complaint.closed', '2026-11-19T12:00:00Z');
    expect([closing.outcome, again.outcome]).toEqual(['processed', 'duplicate']);
    expect(await shop.get('/v1/customers/friend/export')).toMatchObject({
      complaintsClosedFirst: [{ complaintId: 'c-1', at: '2026-11-19T12:00:00.000Z' }],
    });
    expect((await tell('complaint.opened', '2026-11-18T12:00:00Z')).outcome).toBe('processed');
    expect(await open()).toBe(0);
    await tell('complaint.opened', '2026-11-18T12:00:00Z');
    expect(await open()).toBe(0);
    await tell('complaint.opened', '2026-11-20T08:00:00Z');
    expect(await open()).toBe(1);
    await tell('complaint.closed', '2026-11-20T09:00:00Z');
    expect(await open()).toBe(0);
  });
});
