import { expect, it } from 'vitest';
import { listSightings, noteSighting } from '../../src/widget/sightings.store.ts';
import { openApi } from '../support/api.ts';

it('a hundred made-up hosts push out neither the sites of the business nor what is seen after them', async () => {
  const api = await openApi();
  const { tenantId } = api.business;
  const db = api.test.database.kysely;
  await api.rows(`update tenant set landing_domains = '{shop.example}'`);
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 0, minute));
  for (const host of ['shop.example', 'cart.shop.example']) await noteSighting(db, { tenantId, kind: 'script', host, seenAt: at(0) });
  for (let each = 1; each <= 101; each += 1)
    await noteSighting(db, { tenantId, kind: 'script', host: `h${each}.example`, seenAt: at(each) });
  const seen = await listSightings(db, tenantId, 'script');
  expect(seen.slice(0, 3).map(({ host }) => host)).toEqual([
    expect.stringContaining('shop.example'),
    expect.stringContaining('shop.example'),
    'h101.example',
  ]);
  expect(await api.rows('select count(*) from sighting')).toEqual([{ count: 100n }]);
});
