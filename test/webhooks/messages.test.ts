/** What is told of decisions, to whom, and that nothing is told that did not happen (I-20, reliability.md 1). */
import { beforeAll, describe, expect, it } from 'vitest';
import { withTransaction } from '../../src/database/transaction.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import { processBatches } from '../../src/intake/process-batches.ts';
import { ROAD_LIMITS } from '../../src/intake/road-limits.ts';
import { SubscriberCache } from '../../src/intake/subscriber.store.ts';
import { TallyShelf } from '../../src/intake/tally-shelf.ts';
import { ProgramCache } from '../../src/intake/tenant-lock.store.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { coupon, gift, held, newcomers, percent, program, returnWindow, rule, to } from '../contract/programs.ts';
import { paid as paidBody, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { isSignedWith, type Received } from './receiver.ts';
import { allAt, join, openWebhookShop, paid, typesOf, type WebhookShop } from './webhook-shop.ts';

const DAY_MS = 86_400_000;

describe('a referral from the link to the refund', () => {
  let shop: WebhookShop;
  let listener: { readonly id: string; readonly secret: string };
  const seen: { count: number } = { count: 0 };
  const fresh = async (): Promise<readonly Received[]> => {
    const all = await allAt(shop, '/all', listener.id);
    const news = all.slice(seen.count);
    seen.count = all.length;
    return news;
  };

  beforeAll(async () => {
    shop = await openWebhookShop({ program: held });
    listener = await shop.listen('/all');
  });

  it('tells that a member has joined, was paused, is back and was blocked', async () => {
    await join(shop, shop.programId, 'marina');
    await join(shop, shop.programId, 'boris');
    for (const status of ['paused', 'active', 'left'])
      await shop.api.ask({
        method: 'PATCH',
        url: '/v1/customers/boris/memberships',
        body: { programId: shop.programId, status, actor: 'anna' },
      });
    const news = await fresh();
    expect(typesOf(news)).toEqual(['member.joined', 'member.joined', 'member.joined', 'member.left', 'member.paused']);
    expect(news.find((each) => each.body.type === 'member.paused')?.body.data).toMatchObject({
      programId: shop.programId,
      customerExternalId: 'boris',
      status: 'paused',
      previousStatus: 'active',
    });
  });

  it('tells of the referral and of both rewards, with ids and amounts above 2^53 and nothing personal', async () => {
    const order = {
      ...paid('o-1', { externalId: 'oleg', email: 'canary-oleg@example.com', phone: '+79120000001', name: 'Канарейка Олег' }),
      attribution: { code: 'marina' },
    };
    const answer = (await shop.api.post('/v1/events', order)).body;
    const news = await fresh();
    expect(typesOf(news)).toEqual(['member.joined', 'referral.ordered', 'reward.held', 'reward.issued']);
    const told = Object.fromEntries(news.map((each) => [each.body.type, each.body]));
    expect(told['reward.held'].data).toMatchObject({
      rewardId: answer.rewards[0].id,
      beneficiary: 'referrer',
      customerExternalId: 'marina',
      friendExternalId: 'oleg',
      referrerExternalId: 'marina',
      benefit: { kind: 'credit', amount: { amountMinor: '9007199254740993', currency: 'RUB' } },
      originalAmount: '9007199254740993',
      orderId: 'o-1',
      previousStatus: null,
    });
    expect(told['referral.ordered'].data).toMatchObject({
      friendExternalId: 'oleg',
      referrerExternalId: 'marina',
      status: 'ordered',
      previousStatus: null,
    });
    expect(new Set(news.map((each) => each.body.resourceVersion)).size).toBe(1);
    for (const each of news) expect(each.text).not.toMatch(/canary|Канарейка|79120000001/);
    for (const each of news) {
      expect(isSignedWith(listener.secret, each)).toBe(true);
      expect(each.id).toBe(each.body.id);
    }
    const stored = await shop.api.rows<{ data: string }>('select data from webhook_message');
    expect(JSON.stringify(stored)).not.toMatch(/canary|Канарейка|79120000001|oleg|marina/i);
  });

  it('tells that the hold has ended: approved, issued, and the referral qualified', async () => {
    shop.passes(21 * DAY_MS + 1);
    const { pool } = shop.api.test.database;
    const intake = createIntake({ pool, clock: shop.api.clock, onError: (error) => expect.unreachable(String(error)) });
    await runDueWork({ pool, intake, clock: shop.api.clock }, shop.api.business.tenantId);
    expect(typesOf(await fresh())).toEqual(['referral.qualified', 'reward.approved', 'reward.issued']);
  });

  it('tells how much less a reward is after a part refund, and that it was reversed after the whole', async () => {
    const refund = (id: string, amount?: object) =>
      shop.api.post('/v1/events', {
        id,
        type: 'order.refunded',
        occurredAt: shop.api.clock.now().toISOString(),
        refund: { id, orderId: 'o-1', ...(amount === undefined ? {} : { amount }) },
      });
    await refund('r-1', { amountMinor: '45035996273704965', currency: 'RUB' });
    const part = await fresh();
    expect(typesOf(part)).toContain('reward.reduced');
    expect(part.find((each) => each.body.type === 'reward.reduced' && each.body.data.beneficiary === 'referrer')?.body.data).toMatchObject({
      benefit: { amount: { amountMinor: '4503599627370496' } },
      originalAmount: '9007199254740993',
      status: 'issued',
    });
    await refund('r-2');
    expect(typesOf(await fresh())).toEqual(['referral.reversed', 'reward.reversed', 'reward.reversed']);
  });

  it('tells nothing of an event known already, refused or only tried, and of a refused event in one batch with a good one only the good one', async () => {
    const again = {
      ...paid('o-1', { externalId: 'oleg', email: 'canary-oleg@example.com', phone: '+79120000001', name: 'Канарейка Олег' }),
      attribution: { code: 'marina' },
    };
    expect((await shop.api.post('/v1/events', again)).status).toBe(200);
    expect((await shop.api.post('/v1/events', { ...again, id: 'evt-again' })).body.outcome).toBe('duplicate');
    expect(
      (await shop.api.post('/v1/events/dry-run', { ...paid('o-2', { externalId: 'pavel' }), attribution: { code: 'marina' } })).status,
    ).toBe(200);
    const broken = { ...paid('o-1', { externalId: 'somebody-else' }), id: 'evt-broken' };
    const good = { ...paid('o-3', { externalId: 'vera' }), attribution: { code: 'marina' } };
    expect(
      (await shop.api.post('/v1/events', { events: [broken, good] })).body.results.map((each: { outcome?: string }) => each.outcome),
    ).toEqual([undefined, 'processed']);
    const news = await fresh();
    expect(typesOf(news)).toEqual(['member.joined', 'referral.ordered', 'reward.held', 'reward.issued']);
    expect(news.map((each) => each.body.data.orderId).filter((id) => id !== undefined)).toEqual(['o-3', 'o-3', 'o-3']);
  });

  it('takes the shop’s own id of a customer back who was erased before the message went out', async () => {
    await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${listener.id}`, body: { paused: true } });
    await shop.api.post('/v1/events', { ...paid('o-4', { externalId: 'zoya' }), attribution: { code: 'marina' } });
    expect((await shop.api.ask({ method: 'DELETE', url: '/v1/customers/zoya' })).status).toBeLessThan(300);
    await shop.api.ask({ method: 'PATCH', url: `/v1/webhooks/${listener.id}`, body: { paused: false } });
    const ordered = (await fresh()).find((each) => each.body.type === 'referral.ordered');
    expect(ordered?.body.data).toMatchObject({ friendExternalId: null, referrerExternalId: 'marina' });
  });

  it('leaves sound books, and a replay of it all tells nobody anything', async () => {
    const messages = () => shop.api.rows('select count(*) from webhook_message');
    const before = await messages();
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
    expect(await messages()).toEqual(before);
    expect(await fresh()).toEqual([]);
  });
});

describe('a transaction that is rolled back', () => {
  it('tells nothing, and tried again it tells the same under the same ids', async () => {
    const shop = await openWebhookShop();
    const { id } = await shop.listen('/rolled-back');
    const { pool } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    const deps = { programs: new ProgramCache(), subscribers: new SubscriberCache(), tallies: new TallyShelf(), clock: shop.api.clock };
    const order = submission(tenantId, paidBody('o-1', 1_000n), { id: 'evt-1', customer: { externalId: 'oleg' } }, shop.api.clock.now());
    const noTurn = () => Promise.reject(new Error('one batch needs one transaction'));
    const seen: string[] = [];
    const attempt = (after: () => void) =>
      withTransaction(pool, async (client) => {
        await processBatches({ client, begun: Promise.resolve(), turnOver: noTurn }, deps, {
          tenantId,
          batches: [[order]],
          limits: ROAD_LIMITS,
          takeNext: () => null,
          onAhead: () => undefined,
          onStored: () => undefined,
        });
        const { rows } = await client.query<{ message_id: string }>('select message_id from webhook_message');
        seen.push(rows.map((row) => row.message_id).join());
        after();
      });
    await expect(
      attempt(() => {
        throw new Error('the power goes');
      }),
    ).rejects.toThrow('the power goes');
    expect(await shop.deliveries(id)).toEqual([]);
    await attempt(() => undefined);
    await shop.settled(id, (delivery) => delivery.status === 'delivered');
    expect(shop.receiver.at('/rolled-back')).toHaveLength(1);
    expect(seen[0]).not.toBe('');
    // The ids of a decision hold its stored time and sequence, and both are the same here.
    expect(seen[1]).toBe(seen[0]);
  });
});

describe('who hears what', () => {
  it('an endpoint hears the types it asked for only, two endpoints hear the same message under the same id, nobody hears what is another business’s', async () => {
    const shop = await openWebhookShop({
      program: program([
        rule([to('referrer', percent(1000), { hold: returnWindow }), to('friend', coupon())], { if: newcomers }),
        rule([to('buyer', gift(500))], { id: 'mug' }),
      ]),
    });
    const all = await shop.listen('/everything');
    const mugs = await shop.listen('/issued', { types: ['reward.issued'] });
    await shop.listen('/expired', { types: ['referral.expired'] });
    const other = await shop.api.addBusiness('other');
    const foreign = await shop.api.ask({
      method: 'POST',
      url: '/v1/webhooks',
      body: { url: `${shop.receiver.url}/foreign` },
      key: other.secretKey,
    });
    await join(shop, shop.programId, 'marina');
    await shop.api.post('/v1/events', { ...paid('o-1', { externalId: 'oleg' }), attribution: { code: 'marina' } });
    const everything = await allAt(shop, '/everything', all.id);
    const issued = await allAt(shop, '/issued', mugs.id);
    expect(typesOf(issued)).toEqual(['reward.issued', 'reward.issued']);
    expect(typesOf(everything)).toEqual([
      'member.joined',
      'member.joined',
      'referral.ordered',
      'reward.held',
      'reward.issued',
      'reward.issued',
    ]);
    for (const each of issued) expect(everything.map(({ id }) => id)).toContain(each.id);
    for (const each of issued) expect(isSignedWith(all.secret, each)).toBe(false);
    expect(shop.receiver.at('/expired')).toEqual([]);
    for (const [method, url, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { paused: true }],
      ['DELETE', '', undefined],
      ['POST', '/rotate', undefined],
      ['POST', '/test', undefined],
      ['GET', '/deliveries', undefined],
      ['POST', '/replay', { since: '2026-01-01T00:00:00Z' }],
      ['POST', `/deliveries/${issued[0]?.id}/replay`, undefined],
    ] as const)
      expect(
        (await shop.api.ask({ method, url: `/v1/webhooks/${all.id}${url}`, key: other.secretKey, ...(body === undefined ? {} : { body }) }))
          .status,
        `${method} ${url}`,
      ).toBe(404);
    expect(
      (await shop.api.ask({ method: 'GET', url: '/v1/webhooks', key: other.secretKey })).body.items.map((each: { id: string }) => each.id),
    ).toEqual([foreign.body.id]);
    expect(shop.receiver.at('/foreign')).toEqual([]);
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });

  it('a business without endpoints writes no message at all', async () => {
    const shop = await openWebhookShop();
    await shop.order('o-1');
    expect(await shop.api.rows('select message_id from webhook_message')).toEqual([]);
  });
});
