import { expect, it } from 'vitest';
import { openApi } from '../support/api.ts';

it('proposes what can be published, whatever order and pause an owner types (2-03)', { timeout: 120_000 }, async () => {
  const api = await openApi();
  for (const currency of ['RUB', 'JPY', 'KWD'])
    for (const orderMinor of ['100', '565347', '999999999999999'])
      for (const daysBetweenOrders of ['1', '366', '3495', '9999']) {
        const query = new URLSearchParams({ currency, orderMinor, daysBetweenOrders });
        const { status, text } = await api.get(`/v1/templates?${query}`);
        expect(status, `${query}: ${text}`).toBe(200);
      }
});
