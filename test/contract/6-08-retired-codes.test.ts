/** A code that was retired: what was done with it before counts by its time, what is done with it since brings nothing. */
import { describe, expect, it } from 'vitest';
import { shopOf } from './attribution-shop.ts';
import type { ContractShop } from './shop.ts';
import { bothRefused, refusals, said } from './wire.ts';

const BEFORE = '2026-11-19T12:00:00Z';
const RETIRED = '2026-11-20T12:00:00.000Z';
const AFTER = '2026-11-21T12:00:00Z';

const clickOf = (digit: number): string => `clk_${String(digit).padStart(32, '0')}`;

const click = (shop: ContractShop, digit: number, at: string): Promise<unknown> =>
  shop.event({ type: 'click.recorded', occurredAt: at, click: { id: clickOf(digit), code: 'AAA' } });

async function retire(shop: ContractShop): Promise<void> {
  const { codes } = await shop.customer('anna');
  const { id } = codes.find(({ code }: { readonly code: string }) => code === 'AAA');
  await shop.do('POST', `/v1/codes/${id}/retire`, { actor: 'anna' });
  shop.setClock('2026-11-23T12:00:00Z');
}

describe('6.8 attribution: a code that was retired', () => {
  it('still brings whoever clicked before that and orders after it', async () => {
    const { shop, a } = await shopOf();
    await click(shop, 1, BEFORE);
    await retire(shop);
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1), at: AFTER });
    expect(answer.attribution).toMatchObject({ referrerId: a, by: 'click' });
    expect(said(answer)).toHaveLength(2);
  });

  it.each([
    ['at that moment', RETIRED],
    ['since', AFTER],
  ])('brings nobody who clicked %s', async (_when, at) => {
    const { shop } = await shopOf();
    await retire(shop);
    await click(shop, 1, at);
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1), at: '2026-11-22T12:00:00Z' });
    expect(answer.attribution).toMatchObject({ referrerId: null, by: 'none', losers: [{ by: 'click', reason: 'code-retired' }] });
    expect(refusals(answer)).toEqual(bothRefused('code-retired'));
  });

  it('counts at a checkout by when the order was, not by when the shop told of it', async () => {
    const { shop, a } = await shopOf();
    await retire(shop);
    const [before, since] = [
      await shop.pay('o-1', 100_000, { by: 'f1', code: 'AAA', at: BEFORE }),
      await shop.pay('o-2', 100_000, { by: 'f2', code: 'AAA', at: AFTER }),
    ];
    expect(before.attribution).toMatchObject({ referrerId: a, by: 'code' });
    expect(since.attribution).toMatchObject({ referrerId: null, losers: [{ by: 'code', reason: 'code-retired' }] });
  });

  it.each(['before that', 'since'])('brings nobody when its owner was erased %s', async (when) => {
    const { shop } = await shopOf();
    await click(shop, 1, BEFORE);
    if (when === 'since') await retire(shop);
    await shop.do('DELETE', '/v1/customers/anna');
    shop.setClock('2026-11-23T12:00:00Z');
    const answer = await shop.pay('o-1', 100_000, { clickId: clickOf(1), at: AFTER });
    expect(answer.attribution).toMatchObject({ referrerId: null, losers: [{ by: 'click', reason: 'code-retired' }] });
    expect(refusals(answer)).toEqual(bothRefused('code-retired'));
  });
});
