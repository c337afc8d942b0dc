/** Several levels are refused with the arithmetic, in a calculator and by name in a document (3-22). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { rub } from '../support/http-shop.ts';

const base = { name: { ru: 'Черновик', en: 'Draft' }, currency: 'RUB', timeZone: 'Europe/Moscow', enrolment: { mode: 'staff' } };

describe('several levels', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });

  it('3-22 refuses 10/5/3 % at a margin of 15 % with the arithmetic, and 10/5 % leave nothing', async () => {
    const asked = { levels: [1000, 500, 300], marginBasisPoints: 1500, order: rub(100_000) };
    const refused = await api.post('/v1/calculators/multi-level', asked);
    expect(refused).toMatchObject({
      status: 200,
      body: { verdict: 'refused', paidBasisPoints: 1800, paid: rub(18_000), margin: rub(15_000), left: rub(-3_000) },
    });
    const even = await api.post('/v1/calculators/multi-level', { ...asked, levels: [1000, 500] });
    expect(even.body).toMatchObject({
      verdict: 'refused',
      leftBasisPoints: 0,
      left: rub(0),
      text: { en: expect.stringContaining('Nothing is left: 0') },
    });
    const one = await api.post('/v1/calculators/multi-level', { levels: [1000], marginBasisPoints: 1500 });
    expect(one.body).toMatchObject({ verdict: 'oneLevel', left: rub(5_000) });
    const wrong = await api.post('/v1/calculators/multi-level', { ...asked, levels: [] });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid_request', field: 'levels' } });
    const exact = await api.post('/v1/calculators/multi-level', { ...asked, order: rub(9_007_199_254_740_993n) });
    expect(exact.body.margin).toEqual(rub(1_351_079_888_211_148n));
  });

  it.each([
    [
      'the referrer’s referrer',
      { rules: [{ id: 'two', on: 'order.paid', grant: { to: 'referrerOfReferrer', benefit: {} } }] },
      'document.rules[0].grant.to',
    ],
    [
      'a second level',
      { rules: [{ id: 'two', on: 'order.paid', grant: [{ to: 'secondLevel', benefit: {} }] }] },
      'document.rules[0].grant[0].to',
    ],
    ['levels of a rule', { rules: [{ id: 'two', on: 'order.paid', levels: [1000, 500] }] }, 'document.rules[0].levels'],
    ['levels of a programme', { levels: [1000, 500], rules: [] }, 'document.levels'],
    ['levels in a tier', { tiers: [{ rules: [{ grant: { to: 'upline' } }] }], rules: [] }, 'document.tiers[0].rules[0].grant.to'],
  ])('3-22 refuses %s by name, with the calculator to ask', async (_what, part, field) => {
    const refused = await api.post('/v1/programs', { document: { ...base, ...part } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'program_invalid' } });
    const named = refused.body.reasons.find(({ code }: { code: string }) => code === 'several_levels');
    expect(named).toMatchObject({
      field,
      text: { ru: expect.stringContaining('18 из 15'), en: expect.stringContaining('/v1/calculators/multi-level') },
    });
  });
});
