import { describe, expect, it } from 'vitest';
import { program, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';

const name = { ru: 'Привилегия', en: 'Perk' };
const seat = (more: object = {}): object => ({ id: 'webinar', name, kind: 'seat', cost: rub(100), capacity: 20, ...more });
const course = { id: 'course', name, kind: 'access' };
const member = [{ id: 'fan', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, perks: ['webinar'] }];
const perk = { kind: 'perk', perk: 'webinar' };

const club = (rules: readonly object[], more: object = {}): object =>
  program(rules, { enrolment: { mode: 'optIn', if: [] }, perks: [seat(), course], tiers: member, ...more });

describe('a perk of which a person may have one', () => {
  it('is not given twice, claimed nor by rules, and is free again after a refund (0-13, 0-18)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club([rule([to('buyer', perk)], { allowReferrerMore: false })]));
    await shop.member('ira', programId);
    const first = await shop.pay('o-1', 100_000, { by: { externalId: 'ira', email: 'ira@example.com' } });
    expect(first.rewards).toMatchObject([{ status: 'issued', benefit: { kind: 'perk', perk: 'webinar' } }]);
    const second = await shop.pay('o-2', 100_000, { by: 'ira' });
    expect(second).toMatchObject({ rewards: [], refusals: [{ ruleId: 'rule', beneficiary: 'buyer', reason: 'cap-reached' }] });
    expect((await shop.post('/v1/customers/ira/perks', { programId, perk: 'webinar' })).body).toMatchObject({ code: 'perk_taken' });
    const other = await shop.pay('o-3', 100_000, { by: { externalId: 'ira-2', email: 'ira@example.com' } });
    expect(other.refusals).toMatchObject([{ reason: 'cap-reached' }]);
    await shop.refund('o-1', 'r-1');
    expect((await shop.pay('o-4', 100_000, { by: { externalId: 'ira-2' } })).rewards).toMatchObject([{ status: 'issued' }]);
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ left: 19, given: 1, revoked: 1 });
  });

  it('goes once to one person of many orders that come at once, to each of their limit (0-13)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club([rule([to('buyer', perk)])], { perks: [seat({ perMember: 2, capacity: 5 })] }));
    const orders = ['ira', 'oleg', 'inna'].flatMap((who) =>
      Array.from({ length: 10 }, (_, n) => shop.pay(`${who}-${n}`, 100_000, { by: who })),
    );
    const answers = await Promise.all(orders);
    const given = answers.flatMap(({ rewards }) => rewards.map(({ customerId }: { customerId: string }) => customerId));
    expect(given).toHaveLength(5);
    expect(Math.max(...[...new Set(given)].map((id) => given.filter((other) => other === id).length))).toBe(2);
    const reasons = new Set(answers.flatMap(({ refusals }) => refusals.map(({ reason }: { reason: string }) => reason)));
    expect(reasons).toEqual(new Set(['cap-reached', 'out-of-stock']));
    expect(await shop.get(`/v1/programs/${programId}/perks/webinar`)).toMatchObject({ left: 0, given: 5 });
  });

  it('stops only the referrer’s leg when it is the referrer who has it (0-16)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(club([rule([to('referrer', perk), to('friend', perk)])]));
    await shop.member('ira', programId);
    expect((await shop.pay('o-1', 100_000, { by: 'oleg', code: 'IRA' })).rewards).toHaveLength(2);
    const second = await shop.pay('o-2', 100_000, { by: 'inna', code: 'IRA' });
    expect(second.rewards).toMatchObject([{ beneficiary: 'friend', status: 'issued' }]);
    expect(second.refusals).toMatchObject([{ beneficiary: 'referrer', reason: 'cap-reached' }]);
  });

  it('cannot be chosen by whoever has it (0-18)', async () => {
    const shop = await openShop();
    const benefit = { kind: 'choice', of: ['webinar', 'course'], default: 'course', withinDays: 7 };
    await shop.publish(club([rule([to('buyer', benefit)])]));
    const ids: string[] = [];
    for (const order of ['o-1', 'o-2']) ids.push((await shop.pay(order, 100_000, { by: 'ira' })).rewards[0].id);
    await shop.do('POST', `/v1/rewards/${ids[0]}/choose`, { perk: 'webinar' });
    expect((await shop.post(`/v1/rewards/${ids[1]}/choose`, { perk: 'webinar' })).body).toMatchObject({ status: 409, code: 'perk_taken' });
    expect(await shop.do('POST', `/v1/rewards/${ids[1]}/choose`, { perk: 'course' })).toMatchObject({ status: 'issued' });
  });

  it('is what rules give as often as they fire where nobody said how many, and it is no seat (0-15)', async () => {
    const shop = await openShop();
    const givesCourse = [rule([to('buyer', { kind: 'perk', perk: 'course' })])];
    await shop.publish(club(givesCourse));
    for (const order of ['o-1', 'o-2']) expect((await shop.pay(order, 100_000, { by: 'ira' })).rewards).toHaveLength(1);
    const other = await openShop();
    await other.publish(club(givesCourse, { perks: [seat(), { ...course, perMember: 1 }] }));
    expect((await other.pay('o-1', 100_000, { by: 'ira' })).rewards).toHaveLength(1);
    expect((await other.pay('o-2', 100_000, { by: 'ira' })).refusals).toMatchObject([{ reason: 'cap-reached' }]);
  });
});
