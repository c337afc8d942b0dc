import { describe, expect, it } from 'vitest';
import { percent, program, rule, to } from './programs.ts';
import { openShop } from './shop.ts';
import { rub } from './wire.ts';

/** Held for a day, then good for a day more. */
const shortLived = program([
  rule([to('buyer', percent(1000), { hold: { days: 1, from: 'payment' }, expiresAfterDays: 1 })], {
    id: 'short',
    if: [{ channel: { in: ['web'] } }],
  }),
  rule([to('buyer', percent(1000))], { id: 'atOnce', if: [{ channel: { in: ['till'] } }] }),
]);

describe('1, 6.9, 6.11 whatever becomes available pays debt of its unit first', () => {
  it.each([
    ['on time', ['2026-11-21T12:00:00Z', '2026-11-30T12:00:00Z']],
    ['after nine days in which nothing ran', ['2026-11-30T12:00:00Z']],
  ])('also what was over when its hold was released: %s', async (_when, runs) => {
    const shop = await openShop();
    await shop.publish(shortLived);
    await shop.pay('o-1', 100_000, { channel: 'till' });
    await shop.reserve('friend', rub(10_000), { orderId: 'o-2' }).then((id) => shop.do('POST', `/v1/reservations/${id}/capture`, {}));
    await shop.refund('o-1', 'r-1');
    expect(await shop.balance('friend')).toMatchObject({ available: 0, debt: 10_000 });
    await shop.pay('o-3', 40_000, { channel: 'web' });
    for (const at of runs) await shop.advance(at);
    expect(await shop.balance('friend')).toEqual({ available: 0, held: 0, reserved: 0, debt: 6_000 });
  });
});
