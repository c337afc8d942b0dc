/** Races of events that must be taken once: the same event, the same payment, the same refund, a cap, a budget. */
import { expect, it } from 'vitest';
import { makeReferrer } from '../support/http-shop.ts';
import { paid, race, refunded, type TwoServers, tally, times } from './two-servers.ts';

const KEYS = 20;
const DUPLICATES = process.env['SARAFAN_SOAK'] === '1' ? 1_000 : 50;
const BUDGET = 2_000;
const BUYERS = 2_400;
const ENVELOPE = 10;

interface Answer {
  readonly rewards: readonly unknown[];
  readonly refusals: readonly { readonly reason: string }[];
}

function isRefusedFor({ refusals }: Answer, reason: string): boolean {
  return refusals.some((refusal) => refusal.reason === reason);
}

export function eventRaces(servers: () => TwoServers): void {
  it('takes each of 20 events once though it comes 50 times, to both processes, and answers every time the same (I-04, I-05)', async () => {
    const { left, either, rows } = servers();
    await makeReferrer(left, servers().programId, 'stormy');
    const events = times(KEYS, (n) => paid({ id: `storm-${n}`, customer: { externalId: `storm-${n}` }, channel: 'web', code: 'stormy' }));
    const replies = await race(
      times(KEYS * DUPLICATES, (n) => () => either(Math.floor(n / KEYS) + n).post('/v1/events', events[n % KEYS])),
    );
    expect(tally(replies)).toEqual({ done: KEYS * DUPLICATES });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(KEYS);
    expect(await rows("select event_id from event where event_id like 'storm-%' and source = 'api'")).toHaveLength(KEYS);
    expect(await rows("select reward_id from reward where order_id like 'o-storm-%'")).toHaveLength(KEYS * 2);
  });

  it('pays an order once when sixteen different events tell of its payment at once', async () => {
    const { either, rows } = servers();
    for (const order of times(5, (n) => `told-${n}`)) {
      const told = times(16, (n) =>
        paid({ id: `${order}-${n}`, orderId: order, customer: { externalId: order }, channel: 'web', code: 'stormy' }),
      );
      const replies = await race(told.map((event, n) => () => either(n).post('/v1/events', event)));
      expect(replies.map(({ body }) => body.outcome).sort()).toEqual([...times(15, () => 'duplicate'), 'processed']);
    }
    expect(await rows("select reward_id from reward where order_id like 'told-%'")).toHaveLength(10);
    expect(await rows("select payment_id from payment where order_id like 'told-%'")).toHaveLength(5);
  });

  it('grants exactly a budget of 2,000 when sixteen workers ask for 2,400, and what is taken back once more (I-14)', async () => {
    const { left, either, rows } = servers();
    const orders = times(BUYERS, (n) => paid({ id: `budget-${n}`, customer: { externalId: `budget-${n % 300}` }, channel: 'budget' }));
    const envelopes = times(BUYERS / ENVELOPE, (n) => ({ events: orders.slice(n * ENVELOPE, (n + 1) * ENVELOPE) }));
    const replies = await race(envelopes.map((envelope, n) => () => either(n).post('/v1/events', envelope)));
    const answers: readonly Answer[] = replies.flatMap(({ body }) => body.results);
    expect(answers.filter(({ rewards }) => rewards.length === 1)).toHaveLength(BUDGET);
    expect(answers.filter((answer) => isRefusedFor(answer, 'budget-exhausted'))).toHaveLength(BUYERS - BUDGET);
    expect(await rows("select sum(amount)::bigint as granted from reward where rule_id = 'budgeted'")).toEqual([
      { granted: BigInt(BUDGET) },
    ]);
    const granted = answers.findIndex(({ rewards }) => rewards.length === 1);
    await left.must({ method: 'POST', path: '/v1/events', body: refunded('budget-back', `o-budget-${granted}`, null) });
    const late = await race(
      times(16, (n) => () => either(n).post('/v1/events', paid({ id: `late-${n}`, customer: { externalId: 'late' }, channel: 'budget' }))),
    );
    expect(late.filter(({ body }) => body.rewards.length === 1)).toHaveLength(1);
    expect(await rows("select used from counter where rule_id = 'budgeted' and scope = 'budget'")).toEqual([{ used: BigInt(BUDGET) }]);
  });

  it('rewards a referrer exactly as often as the cap allows when 32 friends order at once (I-15)', async () => {
    const { left, either, rows } = servers();
    await makeReferrer(left, servers().programId, 'capped');
    const replies = await race(
      times(
        32,
        (n) => () =>
          either(n).post('/v1/events', paid({ id: `cap-${n}`, customer: { externalId: `cap-${n}` }, channel: 'cap', code: 'capped' })),
      ),
    );
    expect(replies.filter(({ body }) => body.rewards.length === 1)).toHaveLength(5);
    expect(replies.filter(({ body }) => isRefusedFor(body, 'cap-reached'))).toHaveLength(27);
    expect(await rows("select reward_id from reward where rule_id = 'capped'")).toHaveLength(5);
  });

  it('takes one of two refunds that together exceed the payment (I-11)', async () => {
    const { left, right } = servers();
    for (const order of times(10, (n) => `opposite-${n}`)) {
      await left.must({
        method: 'POST',
        path: '/v1/events',
        body: paid({ id: order, orderId: order, customer: { externalId: order }, channel: 'cashback', totalMinor: 1_000 }),
      });
      const replies = await Promise.all([
        left.post('/v1/events', refunded(`${order}-a`, order, 600)),
        right.post('/v1/events', refunded(`${order}-b`, order, 600)),
      ]);
      expect(tally(replies)).toEqual({ done: 1, refund_exceeds_payment: 1 });
      expect((await right.get(`/v1/orders/${order}`)).body.refunded).toMatchObject({ amountMinor: '600' });
    }
  });

  it('takes one refund once though sixteen events tell of it', async () => {
    const { left, either, rows } = servers();
    await left.must({
      method: 'POST',
      path: '/v1/events',
      body: paid({ id: 'again', customer: { externalId: 'again' }, channel: 'cashback' }),
    });
    const refund = { ...refunded('again-r', 'o-again', 40_000) };
    const replies = await race(times(16, (n) => () => either(n).post('/v1/events', { ...refund, id: `again-r-${n}` })));
    expect(replies.map(({ body }) => body.outcome).sort()).toEqual([...times(15, () => 'duplicate'), 'processed']);
    expect(await rows("select amount_minor from refund where order_id = 'o-again'")).toEqual([{ amount_minor: 40_000n }]);
  });

  it('takes envelopes that touch the same orders in opposite order, and nobody hears of a deadlock', async () => {
    const { left, either } = servers();
    const orders = times(20, (n) => `lock-${n}`);
    await left.must({
      method: 'POST',
      path: '/v1/events',
      body: { events: orders.map((order) => paid({ id: order, orderId: order, customer: { externalId: order }, channel: 'cashback' })) },
    });
    const envelopes = times(16, (turn) => {
      const events = orders.map((order) => refunded(`${order}-${turn}`, order, 100 + turn));
      return { events: turn % 2 === 0 ? events : events.reverse() };
    });
    const replies = await race(envelopes.map((envelope, n) => () => either(n).post('/v1/events', envelope)));
    expect(tally(replies)).toEqual({ done: 16 });
    expect(
      replies.flatMap(({ body }) => body.results).filter(({ outcome }: { readonly outcome: string }) => outcome !== 'processed'),
    ).toEqual([]);
  });
}
