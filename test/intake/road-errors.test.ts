/** An error of the road is told to the test that waits for its answer (style.md, Tests: no test waits for ever). */
import { expect, it } from 'vitest';
import { openShop, paid } from '../support/shop.ts';

it('ends the test that waits for an answer with the error of the road, which goes on', { timeout: 60_000 }, async () => {
  const shop = await openShop();
  // No bigint of PostgreSQL holds it: an event cannot be stored that the wire would never have let in.
  await expect(shop.submit(paid('o-1', 2n ** 70n), { customer: { externalId: 'anna' } })).rejects.toThrow(/bigint|out of range|int/i);
  expect(await shop.submit(paid('o-2', 100_00n), { customer: { externalId: 'anna' } })).toMatchObject({ kind: 'answered' });
});
