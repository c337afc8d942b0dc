import { describe, expect, it } from 'vitest';
import { newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';

describe('a donation', () => {
  it('of any paid order reconciles to the last unit through part refunds, before and after it was passed on (4-11)', async () => {
    const shop = await openShop('2026-11-30T12:00:00Z');
    const benefit = { kind: 'donation', percent: { basisPoints: 333 }, to: 'Фонд «Дом»' };
    const programId = await shop.publish(program([rule([to('buyer', benefit)])]));
    const first = await shop.pay('o-1', 100_001, { by: 'ira' });
    expect(first.rewards).toMatchObject([{ status: 'issued', benefit: { kind: 'donation', amount: rub(3_330), to: 'Фонд «Дом»' } }]);
    const second = await shop.pay('o-2', 9_007_199_254_740_993n, { by: 'oleg' });
    await shop.do('POST', `/v1/rewards/${second.rewards[0].id}/deliver`, {});
    await shop.refund('o-1', 'r-1', 33_333);
    shop.setClock('2026-12-02T12:00:00Z');
    await shop.refund('o-2', 'r-2', 1_000_000_000_000_000n);
    await shop.pay('o-3', 10_000, { by: 'inna' });
    await shop.refund('o-3', 'r-3');
    const report = await shop.get(`/v1/programs/${programId}/donations`);
    const given = 3_330n + 299_939_735_182_875n;
    const kept = 2_220n;
    const net = (299_939_735_182_875n * (9_007_199_254_740_993n - 1_000_000_000_000_000n)) / 9_007_199_254_740_993n;
    expect(report.months).toEqual([
      { month: '2026-11', recipient: 'Фонд «Дом»', given: rub(given), takenBack: rub(3_330n - kept), net: rub(given - 3_330n + kept) },
      {
        month: '2026-12',
        recipient: 'Фонд «Дом»',
        given: rub(333n),
        takenBack: rub(299_939_735_182_875n - net + 333n),
        net: rub(net - 299_939_735_182_875n),
      },
    ]);
    expect(report.total).toEqual([{ recipient: 'Фонд «Дом»', net: rub(kept + net), pledged: rub(0), passedOn: rub(net) }]);
    expect(await shop.balance('ira')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
  });

  it('is lost when its order is refunded after it was passed on: it stays given (4-11, 6.9)', async () => {
    const shop = await openShop();
    const benefit = { kind: 'donation', percent: { basisPoints: 1_000 }, to: 'Фонд' };
    const programId = await shop.publish(program([rule([to('buyer', benefit)])], { budget: rub(15_000) }));
    const { rewards } = await shop.pay('o-1', 100_000, { by: 'ira' });
    await shop.do('POST', `/v1/rewards/${rewards[0].id}/deliver`, {});
    await shop.refund('o-1', 'r-1', 50_000);
    await shop.refund('o-1', 'r-2');
    const report = await shop.get(`/v1/programs/${programId}/donations`);
    expect(report.total).toEqual([{ recipient: 'Фонд', net: rub(5_000), pledged: rub(0), passedOn: rub(5_000) }]);
    expect(report.months).toMatchObject([{ given: rub(10_000), takenBack: rub(5_000), net: rub(5_000) }]);
    expect(await shop.rewards()).toMatchObject([{ status: 'reversed', isLoss: true, benefit: { amount: rub(5_000) } }]);
    // Lost is not spent: the budget has its place back.
    expect((await shop.pay('o-2', 150_000, { by: 'oleg' })).rewards).toMatchObject([{ benefit: { amount: rub(15_000) } }]);
    expect(await shop.balance('ira')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
  });

  it('for a referral is promised while held, and follows the refund from there (4-11)', async () => {
    const shop = await openShop();
    const benefit = { kind: 'donation', percent: { basisPoints: 1_000 }, max: rub(15_000), to: 'school' };
    const programId = await shop.publish(program([rule([to('referrer', benefit, { hold: returnWindow })], { if: newcomers })]));
    await shop.member('marina', programId);
    await shop.pay('o-1', 100_000, { by: 'ira', code: 'MARINA' });
    await shop.pay('o-2', 300_000, { by: 'oleg', code: 'MARINA' });
    await shop.refund('o-1', 'r-1', 50_000);
    const total = async () => (await shop.get(`/v1/programs/${programId}/donations`)).total;
    expect(await total()).toEqual([{ recipient: 'school', net: rub(0), pledged: rub(20_000), passedOn: rub(0) }]);
    expect(await shop.balance('marina')).toEqual({ available: 0, held: 0, reserved: 0, debt: 0 });
    await shop.advance('2026-12-20T00:00:00Z');
    expect(await total()).toEqual([{ recipient: 'school', net: rub(20_000), pledged: rub(0), passedOn: rub(0) }]);
    await shop.refund('o-2', 'r-2', 100_000);
    expect(await total()).toEqual([{ recipient: 'school', net: rub(15_000), pledged: rub(0), passedOn: rub(0) }]);
    await shop.refund('o-1', 'r-3');
    const story = await shop.get('/v1/orders/o-1/explanation');
    expect(JSON.stringify(story)).toContain('Пожертвование состоялось: 50');
    expect(JSON.stringify(story)).toContain('The donation lost');
    expect(await total()).toEqual([{ recipient: 'school', net: rub(10_000), pledged: rub(0), passedOn: rub(0) }]);
  });
});
