import { describe, expect, it } from 'vitest';
import { openHttpShop, rub } from '../support/http-shop.ts';
import { createDataDirectory, runSarafan, startSarafan } from '../support/sarafan-process.ts';
import { crashLimitMs } from './crash-site.ts';

describe('the first start, killed', () => {
  it.each(['mid-migration:1', 'mid-migration:2', 'after-migration:1', 'after-migration:2'])(
    'at %s: the next start finishes the schema and works',
    async (faultPoint) => {
      const dataDirectory = createDataDirectory();
      const { exited, output } = runSarafan({ env: { SARAFAN_DATA: dataDirectory, FAULT_POINT: faultPoint } });
      expect(await exited, output.stderr).toBeNull();
      const server = await startSarafan({ env: { SARAFAN_DATA: dataDirectory } });
      const shop = openHttpShop({ url: server.url, secretKey: server.secretKey ?? '' });
      const order = { id: 'o-1', total: rub(9_007_199_254_740_993n) };
      const event = { id: 'evt-1', type: 'order.paid', occurredAt: new Date().toISOString(), customer: { externalId: 'c-1' }, order };
      expect(await shop.post('/v1/events', event)).toMatchObject({ status: 200, body: { outcome: 'processed' } });
      expect(await server.stop()).toBe(0);
    },
    crashLimitMs,
  );
});
