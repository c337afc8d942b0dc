import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { referAFriend } from '../support/shop.ts';

const rub = (amountMinor: bigint | number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });

function paid(id: string, orderId: string, totalMinor: bigint | number, more: object = {}) {
  return { id, type: 'order.paid', occurredAt: '2026-11-20T15:00:00+03:00', order: { id: orderId, total: rub(totalMinor) }, ...more };
}

describe('a shop and its API, from the first programme to a refund', () => {
  let api: Api;
  let programId: string;

  beforeAll(async () => {
    api = await openApi();
    const made = await api.post('/v1/programs', { document: referAFriend });
    expect(made.status, made.text).toBe(201);
    programId = made.body.id;
    expect(made.body.versions).toMatchObject([{ number: 1, status: 'draft' }]);
    const published = await api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
    expect(published.status, published.text).toBe(200);
    await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com', name: 'Марина' } });
    const joined = await api.post('/v1/customers/marina/memberships', { programId });
    expect(joined.status, joined.text).toBe(201);
    const code = await api.post('/v1/customers/marina/codes', { code: 'МАРИНА-7' });
    expect(code.status, code.text).toBe(201);
    expect(code.body).toMatchObject({
      code: 'МАРИНА-7',
      kind: 'personal',
      status: 'active',
      link: `http://localhost:8080/r/${encodeURIComponent('МАРИНА-7')}`,
    });
  });

  it('rewards a first order by code, shows the held reward on the balance, and takes it back with the refund (1-08, 1-11, 1-20)', async () => {
    const answer = await api.post(
      '/v1/events',
      paid('evt-1', 'o-1', 300_000n, { customer: { externalId: 'oleg' }, attribution: { code: 'марина-7' } }),
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ eventId: 'evt-1', outcome: 'processed', attribution: { by: 'code', programId } });
    const [reward] = answer.body.rewards;
    expect(reward).toMatchObject({
      beneficiary: 'referrer',
      status: 'held',
      holdReasons: ['return-window'],
      benefit: { kind: 'credit', amount: rub(30_000) },
    });

    const marina = await api.get('/v1/customers/marina');
    expect(marina.body.balances).toEqual([{ unit: 'RUB', available: '0', held: '30000', reserved: '0', debt: '0', lots: [] }]);
    expect(marina.body.counts).toMatchObject({ referrals: 1, waitingReferrals: 1, qualifiedReferrals: 0 });
    expect((await api.get('/v1/customers/marina/rewards')).body.items).toMatchObject([{ id: reward.id, status: 'held', orderId: 'o-1' }]);
    expect((await api.get('/v1/customers/marina/referrals')).body.items).toMatchObject([
      { status: 'ordered', by: 'code', texts: { referrer: { ru: 'В ожидании' } } },
    ]);
    expect((await api.get('/v1/customers/marina/entries')).body.items).toMatchObject([
      { unit: 'RUB', amount: '30000', from: { account: 'issued' }, to: { account: 'held' }, cause: { eventId: 'evt-1', orderId: 'o-1' } },
    ]);
    expect((await api.get('/v1/orders/o-1')).body).toMatchObject({ status: 'paid', number: 1, isNewCustomer: true, paid: rub(300_000) });

    const refund = await api.post('/v1/events', {
      id: 'evt-2',
      type: 'order.refunded',
      occurredAt: '2026-11-20T15:05:00+03:00',
      refund: { id: 'r-1', orderId: 'o-1' },
    });
    expect(refund.status, refund.text).toBe(200);
    expect((await api.get('/v1/customers/marina')).body.balances[0]).toMatchObject({ held: '0', available: '0' });
    expect((await api.get(`/v1/rewards?status=cancelled`)).body.items).toMatchObject([
      { id: reward.id, benefit: { amount: rub(0) }, originalAmount: '30000' },
    ]);
  });

  it('answers a repeated event byte for byte and another body under its id with a conflict (2-09)', async () => {
    const event = paid('evt-10', 'o-10', 250_000n, { customer: { externalId: 'inna' } });
    const first = await api.post('/v1/events', event);
    const { id, ...rest } = event;
    const again = await api.post('/v1/events', { ...rest, id });
    expect(again.text).toBe(first.text);
    const other = await api.post('/v1/events', { ...event, order: { id: 'o-10', total: rub(250_001) } });
    expect(other.body).toMatchObject({ status: 409, code: 'event_conflict', field: 'id' });
    expect((await api.get('/v1/events/evt-10')).body).toMatchObject({ ...first.body, type: 'order.paid', orderId: 'o-10' });
  });

  it('answers a batch in order, each event by its decision or its own problem', async () => {
    const answer = await api.post('/v1/events', {
      events: [
        paid('evt-20', 'o-20', 9_007_199_254_740_993n, { customer: { externalId: 'big' } }),
        paid('evt-21', 'o-21', -1, { customer: { externalId: 'bad' } }),
        { id: 'evt-22', type: 'order.exploded', occurredAt: '2026-11-20T12:00:00Z' },
        paid('evt-20', 'o-20', 9_007_199_254_740_993n, { customer: { externalId: 'big' } }),
        paid('evt-23', 'o-20', 5, { customer: { externalId: 'big' } }),
      ],
    });
    expect(answer.status, answer.text).toBe(200);
    const [first, negative, unknown, repeated, conflict] = answer.body.results;
    expect(first).toMatchObject({ eventId: 'evt-20', outcome: 'processed' });
    expect(negative).toMatchObject({ status: 422, code: 'invalid_request', field: 'order.total.amountMinor' });
    expect(unknown).toMatchObject({ status: 422, field: 'type' });
    expect(repeated).toEqual(first);
    expect(conflict).toMatchObject({ status: 409, code: 'order_conflict' });
    expect((await api.get('/v1/orders/o-20')).body.total).toEqual(rub(9_007_199_254_740_993n));
  });

  it('tells what is missing, in both languages, without storing a dry run', async () => {
    const before = await api.rows('select 1 from event');
    const answer = await api.post(
      '/v1/events/dry-run',
      paid('dry-1', 'o-dry', 50_000n, { customer: { externalId: 'newbie' }, attribution: { code: 'МАРИНА-7' } }),
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.refusals[0]).toMatchObject({
      reason: 'below-minimum',
      missing: rub(50_000),
      text: { en: expect.stringContaining('₽500') },
    });
    expect(answer.body.refusals[0].text.ru).toContain('Не хватает: 500');
    expect(await api.rows('select 1 from event')).toHaveLength(before.length);
  });

  it('explains an order rule by rule', async () => {
    await api.post('/v1/events', paid('evt-30', 'o-30', 50_000n, { customer: { externalId: 'petr' }, attribution: { code: 'МАРИНА-7' } }));
    const told = await api.get('/v1/orders/o-30/explanation');
    expect(told.status, told.text).toBe(200);
    expect(told.body.events[0]).toMatchObject({
      eventId: 'evt-30',
      outcome: 'processed',
      evaluations: [{ ruleId: 'friend-first-order', result: 'refused' }],
    });
    expect(told.body.events[0].evaluations[0].reasons[0].text.ru).toContain('минимальной');
  });

  it('sets a balance aside once, spends it once, and never more than there is (1-14)', async () => {
    const adjusted = await api.post('/v1/customers/saver/adjustments', { amount: rub(10_000), reason: 'Извинение', actor: 'anna' });
    expect(adjusted.status).toBe(404);
    await api.ask({ method: 'PUT', url: '/v1/customers/saver', body: {} });
    const given = await api.post('/v1/customers/saver/adjustments', { amount: rub(10_000), reason: 'Извинение', actor: 'anna' });
    expect(given.status, given.text).toBe(201);
    expect(given.body.balances).toMatchObject([{ available: '10000', lots: [{ remaining: '10000', expiresAt: null }] }]);

    const ask = { customer: { externalId: 'saver' }, amount: rub(7_000) };
    const once = await api.post('/v1/reservations', ask, { 'idempotency-key': 'res-1' });
    const twice = await api.post('/v1/reservations', ask, { 'idempotency-key': 'res-1' });
    expect(once.status, once.text).toBe(201);
    expect(twice.text).toBe(once.text);
    expect((await api.post('/v1/reservations', { ...ask, amount: rub(1) }, { 'idempotency-key': 'res-1' })).body).toMatchObject({
      status: 409,
      code: 'idempotency_conflict',
    });
    expect((await api.post('/v1/reservations', ask)).body).toMatchObject({
      status: 422,
      code: 'insufficient_balance',
      missing: rub(4_000),
    });
    expect((await api.get('/v1/customers/saver')).body.balances).toMatchObject([{ available: '3000', reserved: '7000' }]);

    const captured = await api.post(`/v1/reservations/${once.body.id}/capture`);
    expect(captured.body, captured.text).toMatchObject({ status: 'captured', value: rub(7_000) });
    expect((await api.post(`/v1/reservations/${once.body.id}/capture`)).body.status).toBe('captured');
    expect((await api.post(`/v1/reservations/${once.body.id}/void`)).body).toMatchObject({ status: 409, code: 'reservation_state' });
  });

  it('checks a basket: what this order gets, without taking it', async () => {
    const coupon = (
      await api.post(
        '/v1/events',
        paid('evt-40', 'o-40', 300_000n, { customer: { externalId: 'vera' }, attribution: { code: 'МАРИНА-7' } }),
      )
    ).body.rewards.find((reward: { beneficiary: string }) => reward.beneficiary === 'friend');
    const code = coupon.benefit.code;
    expect((await api.get(`/v1/coupons/${code}`)).body).toMatchObject({ status: 'issued', percent: { basisPoints: 500 } });
    const question = {
      customer: { externalId: 'vera' },
      order: {
        total: rub(220_000),
        delivery: rub(20_000),
        lines: [
          { sku: 'TEA', quantity: 1, total: rub(150_000) },
          { sku: 'CUP', quantity: 2, total: rub(50_000) },
        ],
      },
      couponCodes: [code.toLowerCase()],
    };
    const checked = await api.post('/v1/checkout/check', question);
    expect(checked.status, checked.text).toBe(200);
    expect(checked.body).toMatchObject({
      total: rub(210_000),
      discount: rub(10_000),
      lines: [{ discount: rub(7_500) }, { discount: rub(2_500) }],
      coupons: [{ code }],
      reservedUntil: null,
    });
    const locked = await api.post('/v1/checkout/check', { ...question, reserve: true, order: { ...question.order, id: 'o-41' } });
    expect(locked.body.reservedUntil, locked.text).toBe('2026-11-20T12:30:00.000Z');
    expect((await api.get(`/v1/coupons/${code}`)).body.status).toBe('reserved');
    const released = await api.post(`/v1/coupons/${code}/release`);
    expect(released.body.status, released.text).toBe('issued');
  });

  it('approves, denies and merges only through staff acts with an actor', async () => {
    const answer = await api.post(
      '/v1/events',
      paid('evt-50', 'o-50', 200_000n, { customer: { externalId: 'zoya' }, attribution: { code: 'МАРИНА-7' } }),
    );
    const { id } = answer.body.rewards[0];
    expect((await api.post(`/v1/rewards/${id}/deny`, {})).body).toMatchObject({ status: 422, field: 'actor' });
    expect((await api.post(`/v1/rewards/${id}/deny`, { actor: 'anna', reason: 'fraud' })).body).toMatchObject({ id, status: 'denied' });
    expect((await api.post(`/v1/rewards/${id}/deny`, { actor: 'anna' })).status).toBe(200);
    const merged = await api.post('/v1/customers/zoya/merge', { fromId: 'oleg', actor: 'anna' });
    expect(merged.status, merged.text).toBe(200);
    expect((await api.get('/v1/customers/oleg')).body.id).toBe(merged.body.id);
  });

  it('corrects a referral: both sides are reversed and granted anew', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/roman', body: {} });
    await api.post('/v1/customers/roman/memberships', { programId });
    await api.post('/v1/events', paid('evt-60', 'o-60', 200_000n, { customer: { externalId: 'kira' }, attribution: { code: 'МАРИНА-7' } }));
    const referral = (await api.get('/v1/customers/marina/referrals')).body.items.find(
      (each: { orderId: string }) => each.orderId === 'o-60',
    );
    const corrected = await api.post(`/v1/referrals/${referral.id}/correct`, { referrerId: 'roman', actor: 'anna' });
    expect(corrected.status, corrected.text).toBe(200);
    expect((await api.get('/v1/customers/roman')).body.balances).toMatchObject([{ held: '20000' }]);
  });

  it('counts a recorded click from its own time', async () => {
    const id = 'clk_00000000000000000000000000000007';
    const click = { id: 'evt-71', type: 'click.recorded', occurredAt: '2026-11-19T10:00:00Z', click: { id, code: 'МАРИНА-7' } };
    expect((await api.post('/v1/events', click)).body).toMatchObject({ outcome: 'processed', customerId: null });
    const answer = await api.post(
      '/v1/events',
      paid('evt-72', 'o-72', 200_000n, { customer: { externalId: 'clicker' }, attribution: { clickId: id } }),
    );
    expect(answer.body.attribution, answer.text).toMatchObject({ by: 'click', referrerId: expect.stringMatching(/^cus_/) });
  });

  it('keeps a claim for the order that follows, and tells nobody whether the code exists', async () => {
    const key = api.business.publishableKey;
    const known = await api.ask({ method: 'POST', url: '/v1/claims', key, body: { code: 'МАРИНА-7', email: 'friend@example.com' } });
    const unknown = await api.ask({ method: 'POST', url: '/v1/claims', key, body: { code: 'NOSUCHCODE', email: 'friend2@example.com' } });
    expect(known.status, known.text).toBe(202);
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const answer = await api.post(
      '/v1/events',
      paid('evt-70', 'o-70', 200_000n, { customer: { externalId: 'fr', email: 'friend@example.com' } }),
    );
    expect(answer.body.attribution).toMatchObject({ by: 'claim' });
  });

  it('shows a friend what a code brings, in both languages', async () => {
    const offer = await api.ask({ method: 'GET', url: `/v1/offers/${encodeURIComponent('марина-7')}`, key: api.business.publishableKey });
    expect(offer.status, offer.text).toBe(200);
    expect(offer.body.programs[0].offers[0]).toEqual({
      text: { ru: 'Скидка 5 % на следующий заказ (срок — 90 дней)', en: '5% off on the next order (valid for 90 days)' },
      conditions: expect.arrayContaining([{ ru: 'Только для новых покупателей', en: 'New customers only' }]),
    });
  });

  it('registers a lead, and erases a person without breaking the ledger', async () => {
    const lead = await api.post('/v1/referrals', { friend: { email: 'lead@example.com', name: 'Лид' }, code: 'МАРИНА-7' });
    expect(lead.status, lead.text).toBe(201);
    const exported = await api.get('/v1/customers/inna/export');
    expect(exported.body, exported.text).toMatchObject({ customer: { externalId: 'inna' }, orderIds: ['o-10'] });
    const { id } = exported.body.customer;
    expect((await api.ask({ method: 'DELETE', url: '/v1/customers/inna' })).status).toBe(204);
    const erased = await api.get(`/v1/customers/${id}`);
    expect(erased.body, erased.text).toMatchObject({ id, externalId: null, email: null, name: null, erasedAt: '2026-11-20T12:00:00.000Z' });
  });

  it('finds customers by contact and by the start of a name, page by page', async () => {
    expect((await api.get('/v1/customers?q=MARINA%40example.com')).body.items).toMatchObject([{ externalId: 'marina' }]);
    expect((await api.get(`/v1/customers?q=${encodeURIComponent('мар')}`)).body.items).toMatchObject([{ externalId: 'marina' }]);
    const all = (await api.get('/v1/customers?limit=200')).body.items.map((item: { id: string }) => item.id);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await api.get(`/v1/customers?limit=3${cursor}`)).body;
      seen.push(...page.items.map((item: { id: string }) => item.id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });

  it('never answers 5xx on the way', () => {
    expect(api.log()).not.toMatch(/"level":50/);
  });
});
