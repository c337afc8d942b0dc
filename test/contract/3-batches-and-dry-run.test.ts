import { describe, expect, it } from 'vitest';
import { coupon, credit, newcomers, percent, program, rule, simple, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said, type Wire } from './wire.ts';

const tenth = program([rule([to('buyer', percent(1000))])]);

async function shopOf(document: object = simple): Promise<{ shop: ContractShop; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return { shop, programId };
}

describe('3 batches', () => {
  it('are decided in the order of the array: the second order of a newcomer is not the first', async () => {
    const { shop } = await shopOf(program([rule([to('buyer', credit(500))], { if: newcomers })]));
    const events = [shop.order('o-b', 10_000, { id: 'b' }), shop.order('o-a', 10_000, { id: 'a' })];
    const { results } = await shop.do('POST', '/v1/events', { events });
    expect(results.map((answer: Wire) => [answer.eventId, said(answer)])).toEqual([
      ['b', ['buyer issued 500']],
      ['a', []],
    ]);
  });

  it('hold what belongs together: an order, its delivery and its refund', async () => {
    const { shop } = await shopOf();
    const occurredAt = shop.now;
    const { results } = await shop.do('POST', '/v1/events', {
      events: [
        shop.order('o-1', 100_000, { id: 'paid', code: 'ANNA' }),
        { id: 'delivered', type: 'order.delivered', occurredAt, order: { id: 'o-1' } },
        { id: 'refunded', type: 'order.refunded', occurredAt, refund: { id: 'r-1', orderId: 'o-1', amount: rub(50_000) } },
      ],
    });
    expect(results.map(({ outcome }: Wire) => outcome)).toEqual(['processed', 'processed', 'processed']);
    expect(await shop.balance('anna')).toMatchObject({ available: 5_000 });
  });

  it('may hold a click and the order that names it, and people named by those before them', async () => {
    const { shop, programId } = await shopOf();
    const anna = (await shop.customer('anna')).id;
    const clickId = `clk_${'7'.repeat(32)}`;
    const click = { id: 'click', type: 'click.recorded', occurredAt: '2026-11-19T12:00:00Z', click: { id: clickId, code: 'ANNA' } };
    const boris = shop.order('o-1', 1_000, { by: { externalId: 'boris', name: 'Борис Котов' }, code: 'ANNA' });
    const events = [
      click,
      shop.order('o-2', 100_000, { by: 'f2', clickId }),
      boris,
      shop.order('o-3', 100_000, { by: 'f3', answer: 'борис котов' }),
    ];
    const dry = await shop.do('POST', '/v1/events/dry-run', { events });
    const { results } = await shop.do('POST', '/v1/events', { events });
    for (const answers of [dry.results, results]) {
      expect(answers[1].attribution).toMatchObject({ programId, referrerId: anna, by: 'click' });
      expect(answers[3].attribution).toMatchObject({ by: 'answer' });
    }
    expect(results[3].attribution.referrerId).toBe(results[2].customerId);
  });

  it('answer each event with its decision or its own problem; a bad one spoils no other', async () => {
    const { shop } = await shopOf(tenth);
    const reply = await shop.post('/v1/events', {
      events: [
        shop.order('o-1', 10_000, { id: 'good' }),
        { id: 'bad', type: 'order.paid', occurredAt: shop.now, order: { id: 'o-2', total: { amountMinor: '1.5', currency: 'RUB' } } },
        'nonsense',
        shop.order('o-1', 10_001, { id: 'conflict' }),
        shop.order('o-3', 10_000, { id: 'good-too' }),
      ],
    });
    expect(reply.status).toBe(200);
    const { results } = reply.body;
    expect(results.map((result: Wire) => result.outcome ?? result.status)).toEqual(['processed', 422, 422, 409, 'processed']);
    expect(results[1]).toMatchObject({ code: 'invalid_request', field: 'order.total.amountMinor' });
    expect(results[3]).toMatchObject({ code: 'order_conflict' });
  });

  it.each([
    ['none', { events: [] }],
    ['501', { events: Array.from({ length: 501 }, (_, index) => ({ id: `e-${index}` })) }],
    ['no list', { events: 'many' }],
    ['a stray field', { events: [{ id: 'e' }], more: true }],
  ])('with %s are a bad envelope', async (_what, body) => {
    const { shop } = await shopOf();
    const reply = await shop.post('/v1/events', body);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  });

  it('hold up to 500', async () => {
    const { shop } = await shopOf(tenth);
    const events = Array.from({ length: 500 }, (_, index) => shop.order(`o-${index}`, 1_000, { by: `c-${index}` }));
    const { results } = await shop.do('POST', '/v1/events', { events });
    expect(results.filter(({ outcome }: Wire) => outcome === 'processed')).toHaveLength(500);
  });
});

describe('3 dry run', () => {
  it('answers as the event would and stores nothing', async () => {
    const { shop } = await shopOf();
    const body = shop.order('o-1', 100_000, { id: 'dry', code: 'ANNA' });
    const dry = await shop.do('POST', '/v1/events/dry-run', body);
    expect(said(dry)).toEqual(['friend issued 10000', 'referrer issued 10000']);
    for (const url of ['/v1/events/dry', '/v1/orders/o-1', '/v1/customers/friend'])
      expect((await shop.ask({ method: 'GET', url })).status).toBe(404);
    expect(said(await shop.do('POST', '/v1/events', body))).toEqual(said(dry));
  });

  it('decides a stored order as if it were not stored: newness, caps, budget and coupons', async () => {
    const { shop } = await shopOf(
      program([
        rule([to('referrer', percent(1000)), to('friend', credit(1))], {
          if: newcomers,
          caps: { budget: rub(10_001), perReferrer: { count: 1, per: 'year' } },
        }),
      ]),
    );
    const body = shop.order('o-1', 100_000, { code: 'ANNA' });
    await shop.do('POST', '/v1/events', body);
    const dry = await shop.do('POST', '/v1/events/dry-run', { ...body, id: 'other' });
    expect([dry.outcome, said(dry)]).toEqual(['processed', ['friend issued 1', 'referrer issued 10000']]);
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000 });
  });

  it('decides a stored order anew also in what it used and whom it named', async () => {
    const { shop } = await shopOf(
      program([rule([to('buyer', coupon())], { id: 'coupon' }), rule([to('referrer', percent(1000))], { id: 'friend', if: newcomers })]),
    );
    const { code } = (await shop.pay('o-1', 100_000)).rewards[0].benefit;
    const named = await shop.do('POST', '/v1/events/dry-run', shop.order('o-1', 100_000, { code: 'ANNA' }));
    expect(said(named)).toContain('referrer issued 10000');
    await shop.give('friend', rub(1_000));
    const id = await shop.reserve('friend', rub(1_000));
    await shop.pay('o-2', 95_000, { coupons: [code], reservations: [id] });
    const again = await shop.do('POST', '/v1/events/dry-run', shop.order('o-2', 95_000, { coupons: [code], reservations: [id] }));
    expect([again.outcome, refusals(again)]).toEqual(['processed', ['referrer no-referrer']]);
  });

  it('decides a stored order anew also by the time since the orders before it', async () => {
    const back = (event: string): object => ({ daysSince: { event, atLeast: 30 } });
    const { shop } = await shopOf(
      program([
        rule([to('buyer', credit(500))], { id: 'back', if: [back('lastPaidOrder')] }),
        rule([to('buyer', credit(300))], { id: 'faithful', if: [back('firstPaidOrder')] }),
      ]),
    );
    await shop.pay('o-1', 1_000, { at: '2026-09-20T12:00:00Z' });
    const body = shop.order('o-2', 1_000);
    const stored = await shop.do('POST', '/v1/events', body);
    expect(said(stored)).toEqual(['buyer issued 300', 'buyer issued 500']);
    const dry = await shop.do('POST', '/v1/events/dry-run', { ...body, id: 'other' });
    expect(said(dry)).toEqual(said(stored));
    const first = await shop.do('POST', '/v1/events/dry-run', shop.order('o-3', 1_000, { by: 'nobody-yet' }));
    await shop.pay('o-3', 1_000, { by: 'nobody-yet' });
    shop.setClock('2026-12-25T12:00:00Z');
    const again = await shop.do('POST', '/v1/events/dry-run', shop.order('o-3', 1_000, { by: 'nobody-yet' }));
    expect(refusals(again)).toEqual(refusals(first));
  });

  it('decides a stored order anew where it is placed, too', async () => {
    const { shop } = await shopOf(
      program([rule([to('buyer', credit(500))], { on: 'order.placed', if: [{ newCustomer: true }], caps: { budget: rub(500) } })]),
    );
    const placed = { ...shop.order('o-1', 1_000), type: 'order.placed' };
    expect(said(await shop.event(placed))).toEqual(['buyer issued 500']);
    const dry = async (): Promise<Wire> => shop.do('POST', '/v1/events/dry-run', { ...placed, id: 'other' });
    for (const answer of [await dry(), await shop.pay('o-1', 1_000).then(dry)]) {
      expect([answer.outcome, said(answer)]).toEqual(['processed', ['buyer issued 500']]);
    }
    expect(await shop.balance('friend')).toMatchObject({ available: 500 });
  });

  it('decides by one version alone, a draft too, whatever the programme’s status', async () => {
    const { shop, programId } = await shopOf(tenth);
    const { versions } = await shop.do('POST', `/v1/programs/${programId}/versions`, {
      document: program([rule([to('buyer', percent(2000))])]),
    });
    await shop.do('POST', `/v1/programs/${programId}/pause`, {});
    const body = shop.order('o-1', 10_000);
    expect(refusals(await shop.do('POST', '/v1/events/dry-run', body))).toEqual(['buyer program-paused']);
    for (const dry of [
      await shop.do('POST', '/v1/events/dry-run', { ...body, programVersionId: versions[1].id }),
      await shop.do('POST', `/v1/events/dry-run?programVersionId=${versions[1].id}`, body),
    ]) {
      expect(said(dry)).toEqual(['buyer issued 2000']);
    }
    const unknown = await shop.post('/v1/events/dry-run', { ...body, programVersionId: `prv_${'0'.repeat(32)}` });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'version_unknown']);
  });

  it('decides a batch as a batch', async () => {
    const { shop } = await shopOf(program([rule([to('buyer', credit(500))], { if: newcomers })]));
    const { results } = await shop.do('POST', '/v1/events/dry-run', { events: [shop.order('o-1', 1_000), shop.order('o-2', 1_000)] });
    expect(results.map(said)).toEqual([['buyer issued 500'], []]);
  });
});
