import { describe, expect, it } from 'vitest';
import { credit, gift, percent, points, program, rule, to } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import { refusals, rub, said } from './wire.ts';

const invite = (caps?: object, more: object = {}): object =>
  program([rule([to('referrer', credit(500))], { if: [{ newCustomer: true }], ...(caps === undefined ? {} : { caps }) })], more);
const perReferrer = (cap: object): object => ({ perReferrer: cap });

async function bring(shop: ContractShop, friend: string): Promise<readonly string[]> {
  const answer = await shop.pay(`o-${friend}`, 100_000, { by: friend, code: 'ANNA' });
  return [...said(answer), ...refusals(answer)];
}

describe('6.14 caps across versions', () => {
  it('what a version without a cap gave fills the cap of the next one', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(invite());
    await shop.member('anna', programId);
    await bring(shop, 'one');
    await bring(shop, 'two');
    await shop.publishNext(programId, invite(perReferrer({ count: 3, per: 'year' })));
    expect(await bring(shop, 'three')).toEqual(['referrer issued 500']);
    expect(await bring(shop, 'four')).toEqual(['referrer cap-reached']);
  });

  it('a cap by another period counts all that lies in that period, and no more', async () => {
    const shop = await openShop('2026-10-31T12:00:00Z');
    const programId = await shop.publish(invite(perReferrer({ count: 5, per: 'day' })));
    await shop.member('anna', programId);
    await bring(shop, 'october');
    shop.setClock('2026-11-01T12:00:00Z');
    await bring(shop, 'one');
    await shop.publishNext(programId, invite(perReferrer({ amount: rub(1_000), per: 'month' })));
    shop.setClock('2026-11-02T12:00:00Z');
    expect(await bring(shop, 'two')).toEqual(['referrer issued 500']);
    expect(await bring(shop, 'three')).toEqual(['referrer cap-reached']);
  });

  it('what was taken back frees its place, whichever version gave it', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(invite());
    await shop.member('anna', programId);
    await bring(shop, 'one');
    await shop.publishNext(programId, invite(perReferrer({ count: 1, per: 'life' })));
    expect(await bring(shop, 'two')).toEqual(['referrer cap-reached']);
    await shop.refund('o-one', 'r-1');
    expect(await bring(shop, 'three')).toEqual(['referrer issued 500']);
  });
});

describe('6.14 budgets across versions', () => {
  const named = { ru: 'Баллы', en: 'Points' };
  const mixed = (more: object = {}): object =>
    program([rule([to('buyer', points(10)), to('buyer', gift(300))])], { points: { name: named }, ...more });

  it('the first budget counts in its own unit all that was given before it', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(mixed());
    await shop.pay('o-1', 100_000);
    await shop.publishNext(programId, mixed({ budget: { points: '25' } }));
    await shop.pay('o-2', 100_000);
    expect(refusals(await shop.pay('o-3', 100_000))).toEqual(['buyer budget-exhausted']);
  });

  it('a budget that turns from money to points is refused by its name, at the publication', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(mixed({ budget: rub(10_000) }));
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document: mixed({ budget: { points: '100' } }) });
    const reply = await shop.post(`/v1/programs/${programId}/versions/2/publish`, {});
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([422, 'budget_unit_changed', '/budget']);
    await shop.publishNext(programId, mixed({ budget: rub(20_000) }));
  });

  it('a currency that changes is refused by its name: what was counted in the old one cannot be held against the new', async () => {
    const shop = await openShop('2026-11-20T12:00:00Z');
    const programId = await shop.publish(program([rule([to('buyer', percent(1000))])]));
    const document = program([rule([to('buyer', percent(1000))])], { currency: 'KZT' });
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document });
    const reply = await shop.post(`/v1/programs/${programId}/versions/2/publish`, {});
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([422, 'currency_changed', '/currency']);
  });

  it('so is a limit of a referrer’s amount where the rule turns from money to points, in whichever version the limit is', async () => {
    const named = { points: { name: { ru: 'Баллы', en: 'Points' } } };
    const giving = (benefit: object, amount?: object): object => {
      const caps = amount === undefined ? {} : { caps: { perReferrer: { amount, per: 'life' } } };
      return program([rule([to('referrer', benefit)], caps)], named);
    };
    const cases = [
      [giving(percent(1000), rub(10_000)), giving(points(5))],
      [giving(percent(1000)), giving(points(5), { points: '100' })],
    ];
    for (const [first, second] of cases) {
      const shop = await openShop('2026-11-20T12:00:00Z');
      const programId = await shop.publish(first ?? {});
      await shop.do('POST', `/v1/programs/${programId}/versions`, { document: second });
      const reply = await shop.post(`/v1/programs/${programId}/versions/2/publish`, {});
      expect([reply.status, reply.body.code, reply.body.field]).toEqual([422, 'cap_unit_changed', '/rules/0/caps/perReferrer']);
    }
    const free = await openShop('2026-11-20T12:00:00Z');
    await free.publishNext(await free.publish(giving(percent(1000))), giving(points(5)));
  });
});
