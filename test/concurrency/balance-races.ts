/** Races for one balance: spending it twice, against its expiry, against a merge, against a refund. */
import { expect, it } from 'vitest';
import { rub } from '../support/http-shop.ts';
import { balanceOf, makeSaver, paid, race, refunded, reserve, type TwoServers, tally, times } from './two-servers.ts';

const SAVED = 100_000;

export function balanceRaces(servers: () => TwoServers): void {
  it('spends no more than there is when sixteen checkouts reserve one balance (I-08)', async () => {
    const { left, either } = servers();
    await makeSaver(left, 'spender', 10_000);
    const replies = await race(times(16, (n) => () => reserve(either(n), 'spender', 1_500)));
    expect(tally(replies)).toEqual({ done: 6, insufficient_balance: 10 });
    expect(await balanceOf(left, 'spender')).toEqual({ available: 1_000, reserved: 9_000, held: 0 });
  });

  it('makes one reservation of sixteen requests under one Idempotency-Key, and gives them one answer', async () => {
    const { left, either } = servers();
    await makeSaver(left, 'once', 10_000);
    const ask = { customer: { externalId: 'once' }, amount: rub(3_000) };
    const replies = await race(times(16, (n) => () => either(n).post('/v1/reservations', ask, 'once-key')));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await balanceOf(left, 'once')).toEqual({ available: 7_000, reserved: 3_000, held: 0 });
  });

  it('ends a reservation one way when both processes capture and void it at once (I-09)', async () => {
    const { left, right, either } = servers();
    await makeSaver(left, 'ender', 100_000);
    let captures = 0;
    for (const _turn of times(8, (n) => n)) {
      const { id } = (await reserve(left, 'ender', 1_000)).body;
      const [captured, voided] = await Promise.all([
        left.post(`/v1/reservations/${id}/capture`),
        right.post(`/v1/reservations/${id}/void`),
      ]);
      expect(tally([captured, voided])).toEqual({ done: 1, reservation_state: 1 });
      expect((await right.get(`/v1/reservations/${id}`)).body.status).toBe(captured.status === 200 ? 'captured' : 'voided');
      captures += captured.status === 200 ? 1 : 0;
    }
    const { id } = (await reserve(left, 'ender', 1_000)).body;
    expect(tally(await race(times(16, (n) => () => either(n).post(`/v1/reservations/${id}/capture`))))).toEqual({ done: 16 });
    const entries: readonly { readonly reason: string }[] = (await right.get('/v1/customers/ender/entries?limit=200')).body.items;
    expect(entries.filter(({ reason }) => reason === 'reservation-captured')).toHaveLength(captures + 1);
  });

  it('loses and invents nothing when a balance is spent while it expires (I-13)', async () => {
    const { left, either, rows } = servers();
    const names = times(4, (n) => `expiring-${n}`);
    const expiresAt = new Date(Date.now() + 2_500);
    for (const name of names) await makeSaver(left, name, SAVED, expiresAt);
    const spent = new Map(names.map((name) => [name, 0]));
    const spendUntilOver = async (worker: number): Promise<void> => {
      const name = names[worker % names.length] ?? '';
      for (let turn = worker; ; turn += 1) {
        const reserved = await reserve(either(turn), name, 100);
        if (reserved.status === 422) return;
        const captured = await either(turn + 1).post(`/v1/reservations/${reserved.body.id}/capture`);
        expect(captured.status, captured.text).toBe(200);
        spent.set(name, (spent.get(name) ?? 0) + 100);
      }
    };
    await Promise.all(times(16, spendUntilOver));
    const lots = () => rows('select remaining from lot where expires_at <= now() and remaining > 0');
    await expect.poll(lots, { timeout: 15_000 }).toEqual([]);
    for (const name of names) {
      expect(await balanceOf(left, name)).toEqual({ available: 0, reserved: 0, held: 0 });
      const gone = await rows(
        `select t.reason, sum(t.amount)::bigint as amount from transfer t join person p on p.customer_id = t.debit_customer_id
         where p.external_id = $1 and t.credit_customer_id is null group by t.reason order by t.reason`,
        [name],
      );
      const captured = { reason: 'reservation-captured', amount: BigInt(spent.get(name) ?? 0) };
      const expired = { reason: 'lot-expired', amount: BigInt(SAVED) - captured.amount };
      expect(gone).toEqual([expired, captured].filter(({ amount }) => amount > 0n));
    }
  });

  it('keeps the sum when two customers are merged while both spend', async () => {
    const { left, right, either } = servers();
    await makeSaver(left, 'merged-into', 10_000);
    await makeSaver(left, 'merged-from', 10_000);
    const spends = times(30, (n) => () => reserve(either(n), n % 3 === 0 ? 'merged-from' : 'merged-into', 900));
    const merge = () => right.post('/v1/customers/merged-into/merge', { fromId: 'merged-from', actor: 'anna' });
    const replies = await race([...spends.slice(0, 10), merge, ...spends.slice(10)]);
    expect(replies[10]).toMatchObject({ status: 200 });
    const done = replies.filter(({ status }) => status === 201).length;
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await balanceOf(right, 'merged-into')).toEqual({ available: 20_000 - done * 900, reserved: done * 900, held: 0 });
    expect((await left.get('/v1/customers/merged-from')).body.id).toBe((await left.get('/v1/customers/merged-into')).body.id);
  });

  it('merges two customers one way when both ways are asked for at once', async () => {
    const { left, right } = servers();
    await makeSaver(left, 'yin', 1_000);
    await makeSaver(left, 'yang', 1_000);
    const replies = await Promise.all([
      left.post('/v1/customers/yin/merge', { fromId: 'yang', actor: 'anna' }),
      right.post('/v1/customers/yang/merge', { fromId: 'yin', actor: 'anna' }),
    ]);
    expect(tally(replies)).toEqual({ done: 1, merge_invalid: 1 });
    expect(await balanceOf(left, 'yin')).toEqual({ available: 2_000, reserved: 0, held: 0 });
  });

  it('comes to the same end whether the capture or the refund of an order is first (I-09, I-11)', async () => {
    const { left, right } = servers();
    for (const name of times(6, (n) => `settle-${n}`)) {
      await makeSaver(left, name, 40_000);
      const reservation = (await reserve(left, name, 40_000)).body;
      await left.must({
        method: 'POST',
        path: '/v1/events',
        body: {
          ...paid({ id: name, customer: { externalId: name }, channel: 'cashback' }),
          payment: { id: `p-${name}`, amount: rub(60_000) },
        },
      });
      const [captured, refund] = await Promise.all([
        left.post(`/v1/reservations/${reservation.id}/capture`, { orderId: `o-${name}` }),
        right.post('/v1/events', refunded(`${name}-back`, `o-${name}`, null)),
      ]);
      expect(captured, captured.text).toMatchObject({ status: 200, body: { status: 'captured' } });
      expect(refund.status, refund.text).toBe(200);
    }
  });

  it('takes a held reward back once when staff deny it while its order is refunded (I-10)', async () => {
    const { left, right } = servers();
    for (const name of times(6, (n) => `denied-${n}`)) {
      const granted = await left.must({
        method: 'POST',
        path: '/v1/events',
        body: paid({ id: name, customer: { externalId: name }, channel: 'held' }),
      });
      const { id } = granted.body.rewards[0];
      const [denied, refund] = await Promise.all([
        left.post(`/v1/rewards/${id}/deny`, { actor: 'anna', reason: 'fraud' }),
        right.post('/v1/events', refunded(`${name}-back`, `o-${name}`, null)),
      ]);
      expect([200, 409]).toContain(denied.status);
      expect(refund.status, refund.text).toBe(200);
      expect(await balanceOf(right, name)).toEqual({ available: 0, reserved: 0, held: 0 });
    }
  });
}
