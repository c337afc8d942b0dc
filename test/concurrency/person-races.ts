/** Races about who somebody is, who brought them, what a code means, and which rules apply. */
import { expect, it } from 'vitest';
import { makeReferrer, openHttpShop } from '../support/http-shop.ts';
import { paid, race, raceProgram, type TwoServers, tally, times } from './two-servers.ts';

const REVOKED_WITHIN_MS = 1_000;

export function personRaces(servers: () => TwoServers): void {
  it('knows one new person whom both processes meet at once under two ids and one e-mail: one newness', async () => {
    const { left, right, rows } = servers();
    await makeReferrer(left, servers().programId, 'meeter');
    for (const name of times(10, (n) => `twin-${n}`)) {
      const as = (id: string) => paid({ id, customer: { externalId: id, email: `${name}@example.com` }, channel: 'web', code: 'meeter' });
      const replies = await Promise.all([left.post('/v1/events', as(`${name}-a`)), right.post('/v1/events', as(`${name}-b`))]);
      expect(tally(replies)).toEqual({ done: 2 });
      expect(new Set(replies.map(({ body }) => body.customerId)).size).toBe(2);
      expect(replies.map(({ body }) => body.rewards.length).sort()).toEqual([0, 2]);
    }
    expect(await rows("select person_id from person where external_id like 'twin-%' group by person_id")).toHaveLength(10);
  });

  it('makes one customer of one new id, or one new e-mail, that both processes meet at once', async () => {
    const { left, right } = servers();
    for (const [n, customer] of times(10, (each) =>
      each % 2 === 0 ? { externalId: `sole-${each}` } : { email: `sole-${each}@example.com` },
    ).entries()) {
      const replies = await Promise.all([
        left.post('/v1/events', paid({ id: `sole-${n}-a`, customer, channel: 'web', code: 'meeter' })),
        right.post('/v1/events', paid({ id: `sole-${n}-b`, customer, channel: 'web', code: 'meeter' })),
      ]);
      expect(tally(replies)).toEqual({ done: 2 });
      expect(new Set(replies.map(({ body }) => body.customerId)).size).toBe(1);
      expect(replies.map(({ body }) => body.rewards.length).sort()).toEqual([0, 2]);
    }
  });

  it('closes no circle when two customers bring each other at once (I-17)', async () => {
    const { left, right } = servers();
    for (const n of times(5, (each) => each)) {
      const [one, two] = [`circle-${n}-one`, `circle-${n}-two`];
      for (const name of [one, two]) await makeReferrer(left, servers().programId, name);
      const replies = await Promise.all([
        left.post('/v1/events', paid({ id: one, customer: { externalId: one }, channel: 'web', code: two })),
        right.post('/v1/events', paid({ id: two, customer: { externalId: two }, channel: 'web', code: one })),
      ]);
      expect(tally(replies)).toEqual({ done: 2 });
      expect(
        replies
          .flatMap(({ body }) => body.rewards)
          .filter(({ beneficiary }: { readonly beneficiary: string }) => beneficiary === 'referrer'),
      ).toHaveLength(1);
    }
  });

  it('gives a code to one of two who ask for it at once, in whichever alphabet', async () => {
    const { left, right } = servers();
    for (const name of ['claimer-a', 'claimer-b']) await left.must({ method: 'PUT', path: `/v1/customers/${name}`, body: {} });
    for (const n of times(8, (each) => each)) {
      const replies = await Promise.all([
        left.post('/v1/customers/claimer-a/codes', { code: `ТОМАТ-${n}` }),
        right.post('/v1/customers/claimer-b/codes', { code: `TOMAT-${n}` }),
      ]);
      expect(tally(replies)).toEqual({ done: 1, code_taken: 1 });
    }
  });

  it('publishes a version once though both processes are asked to, while orders come in, each decided by one version', async () => {
    const { left, right, either, programId } = servers();
    const cashback = { ...raceProgram.rules[4], grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 500 } } } };
    await left.must({
      method: 'POST',
      path: `/v1/programs/${programId}/versions`,
      body: { document: { ...raceProgram, rules: [...raceProgram.rules.slice(0, 4), cashback] } },
    });
    const orders = times(
      60,
      (n) => () =>
        either(n).post('/v1/events', paid({ id: `version-${n}`, customer: { externalId: `version-${n}` }, channel: 'cashback' })),
    );
    const publish = times(2, (n) => () => either(n).post(`/v1/programs/${programId}/versions/2/publish`));
    const replies = await race([...orders.slice(0, 20), ...publish, ...orders.slice(20)]);
    expect(tally(replies)).toEqual({ done: 62 });
    const published = replies.slice(20, 22).map(({ body }) => body.versions);
    expect(published[0]).toEqual(published[1]);
    const granted = [...replies.slice(0, 20), ...replies.slice(22)].map(({ body }) =>
      body.rewards
        .map((reward: { readonly benefit: { readonly amount: { readonly amountMinor: string } } }) => reward.benefit.amount.amountMinor)
        .join(),
    );
    expect(granted.filter((amount) => amount !== '3000' && amount !== '5000')).toEqual([]);
    expect(
      (await right.post('/v1/events', paid({ id: 'version-last', customer: { externalId: 'version-last' }, channel: 'cashback' }))).body
        .rewards[0].benefit.amount.amountMinor,
    ).toBe('5000');
  });

  it('pauses while orders come in: each order is rewarded or refused for the pause, never neither', async () => {
    const { right, either, programId } = servers();
    const orders = times(
      60,
      (n) => () => either(n).post('/v1/events', paid({ id: `pause-${n}`, customer: { externalId: `pause-${n}` }, channel: 'cashback' })),
    );
    const replies = await race([...orders.slice(0, 20), () => right.post(`/v1/programs/${programId}/pause`), ...orders.slice(20)]);
    await right.must({ method: 'POST', path: `/v1/programs/${programId}/resume` });
    expect(tally(replies)).toEqual({ done: 61 });
    const decided = [...replies.slice(0, 20), ...replies.slice(21)].map(({ body }) =>
      [body.rewards.length, ...new Set(body.refusals.map(({ reason }: { readonly reason: string }) => reason))].join(),
    );
    expect(decided.filter((each) => each !== '0,program-paused' && !each.startsWith('1'))).toEqual([]);
  });

  it('stops a revoked key at both processes within a second', async () => {
    const { left, right } = servers();
    const made = await left.must({ method: 'POST', path: '/v1/keys', body: { name: 'Lost' } });
    const thieves = [left, right].map(({ url }) => openHttpShop({ url, secretKey: String(made.body.key) }));
    for (const thief of thieves) expect((await thief.get('/v1/tenant')).status).toBe(200);
    await right.must({ method: 'DELETE', path: `/v1/keys/${made.body.id}` });
    const revokedAtMs = performance.now();
    const lastUseMs = await Promise.all(
      thieves.map(async (thief) => {
        for (let usedMs = 0; ; ) {
          const askedMs = performance.now() - revokedAtMs;
          if ((await thief.get('/v1/tenant')).status === 401) return usedMs;
          usedMs = askedMs;
        }
      }),
    );
    expect(Math.max(...lastUseMs)).toBeLessThan(REVOKED_WITHIN_MS);
  });
}
