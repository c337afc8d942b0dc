import { beforeAll, expect, it } from 'vitest';
import { type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

let shop: CabinetShop;
let programId: string;

beforeAll(async () => {
  shop = await openCabinetShop({ now: new Date('2026-11-20T20:30:00Z') });
  programId = await shop.publish(program);
  await shop.join('marina', programId, 'MARINA');
});

async function pay(from: number, to: number, total: string): Promise<void> {
  const occurredAt = shop.api.clock.now().toISOString();
  const events = Array.from({ length: to - from }, (_, index) => ({
    id: `evt-${from + index}`,
    type: 'order.paid',
    occurredAt,
    customer: { externalId: `friend-${from + index}` },
    order: { id: `order-${from + index}`, total: { amountMinor: total, currency: 'RUB' } },
    attribution: { code: 'MARINA' },
  }));
  const paid = await shop.api.post('/v1/events', { events });
  expect(paid.status, paid.text).toBe(200);
}

it('sums what is held by the local day, however many rewards there are (review L11)', async () => {
  await pay(0, 230, '200000');
  // Past midnight in Moscow, the same day in UTC.
  shop.api.clock.set(new Date('2026-11-20T21:30:00Z'));
  await pay(230, 260, '900719925474099300');
  const { held, balances } = (await (await shop.open('marina', programId)).get('home')).body;
  const one = { unit: 'RUB', unitName: null, name: null };
  expect(held).toMatchObject([
    { ...one, amount: String(230n * 20_000n), until: '2026-12-10T21:00:00.000Z' },
    { ...one, amount: String(30n * 90_071_992_547_409_930n), until: '2026-12-11T21:00:00.000Z' },
  ]);
  const sum = held.reduce((all: bigint, { amount }: { amount: string }) => all + BigInt(amount), 0n);
  expect(balances[0].held).toBe(sum.toString());
});
