import { expect, it } from 'vitest';
import { findShopFigures } from '../../src/templates/shop-figures.store.ts';
import { ContractShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';
import { openApi } from '../support/api.ts';

it('2-03 has no figures before the first paid order', async () => {
  const api = await openApi();
  expect(await findShopFigures(api.test.database.kysely, api.business.tenantId)).toBeNull();
});

it('2-03 reads size, frequency, margin and refunds off the orders, live and imported', async () => {
  const api = await openApi();
  const shop = new ContractShop(api, api.business);
  const line = (total: number, cost?: number) => ({
    sku: 'TEA',
    quantity: 1,
    total: rub(total),
    ...(cost === undefined ? {} : { cost: rub(cost) }),
  });
  await shop.importOrder('old-1', 100_000n, { externalId: 'anna' }, '2026-09-01T10:00:00Z');
  await shop.importOrder('old-2', 9_007_199_254_740_993n, { externalId: 'boris' }, '2026-09-02T10:00:00Z');
  await shop.pay('o-1', 330_000, { by: 'anna', at: '2026-11-01T10:00:00Z', delivery: 30_000, lines: [line(300_000, 180_000)] });
  await shop.pay('o-2', 200_000, { by: 'vera', at: '2026-11-05T10:00:00Z', lines: [line(100_000, 60_000), line(100_000)] });
  await shop.refund('o-2', 'r-1', 1000, '2026-11-06T10:00:00Z');
  expect(await findShopFigures(api.test.database.kysely, shop.tenantId)).toEqual({
    currency: 'RUB',
    orders: 4,
    customers: 3,
    medianOrderMinor: 200_000n,
    meanOrderMinor: (100_000n + 9_007_199_254_740_993n + 300_000n + 200_000n) / 4n,
    ordersPerCustomerHundredths: 133,
    medianDaysBetweenOrders: 61,
    margin: { basisPoints: 4000n, orders: 2 },
    refundRateBasisPoints: 2500n,
  });
});
