import { expect, it } from 'vitest';
import { openCabinetShop, program } from './cabinet-shop.ts';

it('asks for an invitation only who takes part: not while they have paused, and again afterwards; not for 30 days after "not now" (4-03)', async () => {
  const { shop, programId, cabinet } = await openShop();
  const isAsked = async () => (await cabinet.get('offer')).body.show;
  expect(await isAsked()).toBe(true);
  for (const [status, asked] of [
    ['paused', false],
    ['active', true],
  ] as const) {
    expect((await cabinet.send('PATCH', `programs/${programId}`, { status })).status).toBe(204);
    expect(await isAsked(), status).toBe(asked);
  }
  expect((await cabinet.send('PATCH', 'wishes', { notNow: true })).status).toBe(200);
  expect(await isAsked(), 'put off').toBe(false);
  shop.api.clock.set(new Date('2026-12-24T12:00:00Z'));
  expect((await (await shop.open('marina', programId)).get('offer')).body.show, '30 days later').toBe(true);
});

it.each([
  [
    'a complaint closed a day ago',
    [
      { type: 'complaint.opened', complaint: { id: 'x' } },
      { type: 'complaint.closed', complaint: { id: 'x' } },
    ],
  ],
  ['a poor score', [{ type: 'feedback.given', score: 2 }]],
])('asks nobody with %s, though it was told of a record that has been merged into theirs (4-03, contract.md 6.5)', async (_what, told) => {
  const { shop, cabinet } = await openShop();
  for (const [index, event] of told.entries()) {
    const sent = { id: `told-${index}`, occurredAt: '2026-11-23T12:00:00Z', customer: { externalId: 'other' }, ...event };
    expect((await shop.api.post('/v1/events', sent)).status).toBe(200);
  }
  expect((await cabinet.get('offer')).body.show).toBe(true);
  expect((await shop.api.post('/v1/customers/marina/merge', { fromId: 'other', actor: 'vera' })).status).toBe(200);
  expect((await cabinet.get('offer')).body.show).toBe(false);
});

async function openShop() {
  const shop = await openCabinetShop({ now: new Date('2026-11-20T12:00:00Z') });
  const programId = await shop.publish(program);
  await shop.join('marina', programId, 'MARINA');
  await shop.pay({ id: 'own-1', total: '200000', customer: { externalId: 'marina' } });
  const delivered = { id: 'd', type: 'order.delivered', occurredAt: '2026-11-20T12:00:00Z', order: { id: 'own-1' } };
  expect((await shop.api.post('/v1/events', delivered)).status).toBe(200);
  shop.api.clock.set(new Date('2026-11-24T12:00:00Z'));
  const cabinet = await shop.open('marina', programId);
  return { shop, programId, cabinet };
}
