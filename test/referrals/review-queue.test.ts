/** A random share of referrals is looked at by a person, and nothing waits for it (2-13). */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import type { Wire } from '../contract/wire.ts';

const QUEUE = '/v1/referrals/reviews';

async function openWith(friends: number): Promise<{ readonly shop: ContractShop; readonly ids: readonly string[] }> {
  const shop = await openShop();
  const programId = await shop.publish(program([rule([to('referrer', credit(10_000))])]));
  await shop.member('anna', programId);
  await Promise.all(Array.from({ length: friends }, (_, n) => shop.pay(`o-${n}`, 100_000, { by: `friend-${n}`, code: 'ANNA' })));
  const { items } = await shop.get('/v1/customers/anna/referrals?limit=200');
  return { shop, ids: items.map(({ id }: Wire) => id) };
}

/** What chance says of a referral: SHA-256 of its id, of ten thousand. */
function drawOf(wireId: string): number {
  const digest = createHash('sha256')
    .update(Buffer.from(wireId.slice(4), 'hex'))
    .digest();
  return digest.readUIntBE(0, 3) % 10_000;
}

const picked = (ids: readonly string[], share: number): readonly string[] =>
  ids.filter((id) => drawOf(id) < share).sort((a, b) => drawOf(a) - drawOf(b) || (a < b ? -1 : 1));

async function queueOf(shop: ContractShop, query = ''): Promise<readonly Wire[]> {
  return (await shop.get(`${QUEUE}?limit=200${query}`)).items;
}

const idsIn = (items: readonly Wire[]): readonly string[] => items.map(({ referral }) => referral.id);

describe('the review queue', () => {
  it('holds the share of referrals that chance has picked, five in a hundred unless the business says otherwise', async () => {
    const { shop, ids } = await openWith(120);
    expect(ids).toHaveLength(120);
    expect((await shop.get('/v1/tenant')).reviewShareBasisPoints).toBe(500);
    expect(idsIn(await queueOf(shop))).toEqual(picked(ids, 500));
    for (const share of [0, 1_000, 5_000, 10_000]) {
      await shop.do('PATCH', '/v1/tenant', { reviewShareBasisPoints: share });
      expect(idsIn(await queueOf(shop))).toEqual(picked(ids, share));
    }
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Wire = await shop.get(`${QUEUE}?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`);
      pages.push(...idsIn(page.items));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages).toEqual(picked(ids, 10_000));
  });

  it('holds nothing up, and of friends only those who paid', async () => {
    const { shop } = await openWith(3);
    await shop.do('PATCH', '/v1/tenant', { reviewShareBasisPoints: 10_000 });
    await shop.event({ type: 'referral.registered', customer: { externalId: 'late' }, attribution: { code: 'ANNA' } });
    await shop.refund('o-0', 'r-0');
    expect((await queueOf(shop)).map(({ referral }) => referral.orderId).sort()).toEqual(['o-1', 'o-2']);
    expect((await shop.rewards()).map(({ status }) => status).sort()).toEqual(['issued', 'issued', 'reversed']);
    expect(await shop.balance('anna')).toMatchObject({ available: 20_000, held: 0 });
  });

  it('leads to a finding with its author, which the last one replaces and which moves no money', async () => {
    const { shop, ids } = await openWith(4);
    await shop.do('PATCH', '/v1/tenant', { reviewShareBasisPoints: 10_000 });
    const [first = '', second = ''] = picked(ids, 10_000);
    const done = await shop.do('POST', `/v1/referrals/${first}/review`, { finding: 'doubtful', reason: 'same flat', actor: 'vera' });
    expect(done).toMatchObject({ isSampled: true, referral: { id: first }, check: { finding: 'doubtful', by: 'vera', at: shop.now } });
    expect(idsIn(await queueOf(shop))).toEqual(picked(ids, 10_000).slice(1));
    shop.setClock('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/referrals/${second}/review`, { finding: 'sound', actor: 'vera' });
    expect(idsIn(await queueOf(shop, '&state=done'))).toEqual([second, first]);
    shop.setClock('2026-11-22T12:00:00Z');
    await shop.do('POST', `/v1/referrals/${first}/review`, { finding: 'fraud', actor: 'boss' });
    expect((await queueOf(shop, '&state=done'))[0]).toMatchObject({ referral: { id: first }, check: { finding: 'fraud', by: 'boss' } });
    expect(await shop.balance('anna')).toMatchObject({ available: 40_000 });
  });

  it('keeps what was found through the refund and the next order of the friend', async () => {
    const { shop, ids } = await openWith(1);
    await shop.do('POST', `/v1/referrals/${ids[0]}/review`, { finding: 'sound', actor: 'vera' });
    await shop.pay('more', 100_000, { by: 'friend-0' });
    await shop.refund('o-0', 'r-0');
    expect(await queueOf(shop, '&state=done')).toMatchObject([{ referral: { status: 'reversed' }, check: { finding: 'sound' } }]);
  });

  it('is of its own business, and wants an author and a finding it knows', async () => {
    const { shop, ids } = await openWith(1);
    const stranger = await openShop();
    await stranger.do('PATCH', '/v1/tenant', { reviewShareBasisPoints: 10_000 });
    expect(await queueOf(stranger)).toEqual([]);
    const path = `/v1/referrals/${ids[0]}/review`;
    expect((await stranger.post(path, { finding: 'sound', actor: 'eve' })).body).toMatchObject({ status: 404, code: 'referral_unknown' });
    expect((await shop.post(path, { finding: 'sound' })).status).toBe(422);
    expect((await shop.post(path, { finding: 'fine', actor: 'vera' })).body).toMatchObject({ status: 422, field: 'finding' });
    expect((await shop.ask({ method: 'PATCH', url: '/v1/tenant', body: { reviewShareBasisPoints: 10_001 } })).status).toBe(422);
    expect((await shop.get(`${QUEUE}?state=done`)).items).toEqual([]);
  });
});
