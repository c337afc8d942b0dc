/** What waits for a person: counted, listed, decided many at once with an answer for each (issue: Queues). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { openBusyShop } from '../support/busy-shop.ts';
import { type Staff, signIn } from '../support/console.ts';

describe('the queues of the console', () => {
  let api: Api;
  let support: Staff;
  const waiting = async (): Promise<string[]> =>
    (await support.get('/v1/rewards?waitsFor=decision')).body.items.map((each: { id: string }) => each.id);

  beforeAll(async () => {
    api = await openApi();
    await openBusyShop(api, 4);
    support = await signIn(api, 'support');
  });

  it('counts each queue and their sum', async () => {
    const { body } = await support.get('/v1/queues');
    expect(body).toEqual({
      rewards: 4,
      claims: 0,
      reviews: expect.any(Number),
      deliveries: 4,
      payouts: 0,
      payments: 0,
      lowStock: 1,
      webhooks: 0,
      total: expect.any(Number),
    });
    const { total, ...each } = body;
    expect(total).toBe(Object.values<number>(each).reduce((sum, part) => sum + part, 0));
  });

  it('lists what a person must decide, what is to be handed over, and what runs out', async () => {
    expect(await waiting()).toHaveLength(4);
    const gifts = (await support.get('/v1/rewards?waitsFor=delivery')).body.items;
    expect(gifts.map((each: { benefit: { sku: string } }) => each.benefit.sku)).toEqual(['MUG', 'MUG', 'MUG', 'MUG']);
    expect((await support.get('/v1/queues/low-stock')).body.items).toMatchObject([
      { perk: 'seat', left: 2, capacity: 3, name: { ru: 'Место на дегустации' } },
    ]);
  });

  it('decides many at once, each for itself: what is too late stops none of the others', async () => {
    const [first = '', second = '', third = ''] = await waiting();
    expect((await support.send('POST', `/v1/rewards/${first}/deny`, {})).status).toBe(200);
    const unknown = `rwd_${'0'.repeat(32)}`;
    const { status, body } = await support.send('POST', '/v1/rewards/decide', { act: 'approve', ids: [first, second, unknown, third] });
    expect(status).toBe(200);
    expect(body.results.map((each: { id: string }) => each.id)).toEqual([first, second, unknown, third]);
    expect(body.results.map((each: { problem: { code: string } | null }) => each.problem?.code ?? null)).toEqual([
      'reward_state',
      null,
      'reward_unknown',
      null,
    ]);
    expect(body.results[0].problem.text).toEqual({ ru: expect.stringMatching(/[а-я]/), en: expect.any(String) });
    expect(body.results[1].reward.holdReasons).toEqual(['return-window']);
    expect(await waiting()).toHaveLength(1);
    const { body: again } = await support.send('POST', '/v1/rewards/decide', { act: 'approve', ids: [second] });
    expect(again.results[0].problem).toBeNull();
  });

  it('hands gifts over', async () => {
    const gifts = (await support.get('/v1/rewards?waitsFor=delivery')).body.items.map((each: { id: string }) => each.id);
    const { body } = await support.send('POST', '/v1/rewards/decide', { act: 'deliver', ids: gifts });
    expect(body.results.every((each: { problem: unknown }) => each.problem === null)).toBe(true);
    expect((await support.get('/v1/queues')).body.deliveries).toBe(0);
  });

  it('lets nobody decide who may not, nothing of another business, no more than a hundred', async () => {
    const [id = ''] = await waiting();
    const reader = await signIn(api, 'readOnly');
    expect((await reader.send('POST', '/v1/rewards/decide', { act: 'deny', ids: [id] })).status).toBe(403);
    const other = await api.addBusiness('other');
    const strange = await api.ask({
      method: 'POST',
      url: '/v1/rewards/decide',
      key: other.secretKey,
      body: { act: 'deny', ids: [id], actor: 'eve' },
    });
    expect(strange.body.results[0].problem.code).toBe('reward_unknown');
    expect(await waiting()).toEqual([id]);
    const ids = Array.from({ length: 101 }, () => id);
    expect((await support.send('POST', '/v1/rewards/decide', { act: 'deny', ids })).status).toBe(422);
  });
});
