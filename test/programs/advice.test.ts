/** Advice on drafts, the answers publishing asks for, the owner's margin and the calculators, over HTTP (ADR 0013). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { rub } from '../support/http-shop.ts';
import { expectSound } from '../support/sound.ts';

const name = { ru: 'Черновик', en: 'Draft' };
const base = { name, currency: 'RUB', timeZone: 'Europe/Moscow', enrolment: { mode: 'staff' } };

/** 20 % for everybody who comes by a link. */
const twentyToAll = {
  ...base,
  rules: [
    {
      id: 'twenty',
      on: 'order.paid',
      grant: { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 2000 }, use: 'thisOrder' } },
    },
  ],
};

/** A seat for whoever has bought three times; nothing of it is a price. */
const seats = {
  ...base,
  perks: [{ id: 'lecture', name: { ru: 'Лекция', en: 'Lecture' }, kind: 'seat', capacity: 40 }],
  rules: [{ id: 'welcome', on: 'tier.entered', grant: { to: 'buyer', benefit: { kind: 'perk', perk: 'lecture' } } }],
  tiers: [
    {
      id: 'regular',
      name: { ru: 'Свой', en: 'Regular' },
      entry: { if: [{ paidOrders: { atLeast: 3 } }] },
      perks: ['lecture'],
    },
  ],
};

const commission = {
  ...base,
  rules: [{ id: 'head', on: 'referral.registered', grant: { to: 'referrer', benefit: { kind: 'commission', amount: rub(50_000) } } }],
};

interface Said {
  readonly check: string;
  readonly severity: string;
  readonly answer: string | null;
  readonly cost: unknown;
}

describe('advice on programmes', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(async () => {
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
  });

  const draft = async (document: object): Promise<string> => {
    const made = await api.post('/v1/programs', { document });
    expect(made.status, made.text).toBe(201);
    return String(made.body.id);
  };
  const publish = (id: string, body?: object) => api.post(`/v1/programs/${id}/versions/1/publish`, body);
  const end = (id: string) => api.post(`/v1/programs/${id}/end`);
  const warningsOf = (advice: readonly Said[]): readonly string[] => [
    ...new Set(advice.filter(({ severity }) => severity === 'warning').map(({ check }) => check)),
  ];
  const answersTo = (checks: readonly string[], words = 'Мы так решили: проверим за месяц.') =>
    Object.fromEntries(checks.map((check) => [check, words]));

  it('0-01 names what is wrong with “20 % to all”, with an estimate of its cost, and stores nothing', async () => {
    const said = await api.post('/v1/programs/lint', { document: twentyToAll });
    expect(said.status, said.text).toBe(200);
    const warnings = warningsOf(said.body.advice);
    expect(warnings.length).toBeGreaterThanOrEqual(3);
    expect(warnings).toEqual(expect.arrayContaining(['flat-discount-for-all', 'no-minimum-order', 'no-budget']));
    expect(said.body.advice.find(({ check }: Said) => check === 'flat-discount-for-all')).toMatchObject({
      where: { path: '/rules/0/grant/benefit', ruleId: 'twenty' },
      reason: { ru: expect.stringContaining('20 %'), en: expect.stringContaining('20%') },
      evidence: { year: 2014, trust: 'study' },
      cost: { amountMinor: '20000', currency: 'RUB', per: 'order' },
    });
    expect((await api.get('/v1/programs')).body.items).toEqual([]);
  });

  it('0-01 has none of those for tiers whose benefit is no price', async () => {
    const priced = warningsOf((await api.post('/v1/programs/lint', { document: twentyToAll })).body.advice);
    const said = await api.post('/v1/programs/lint', { document: seats });
    expect(said.status, said.text).toBe(200);
    expect(warningsOf(said.body.advice).filter((check) => priced.includes(check))).toEqual([]);
  });

  it('judges a template as it judges a document, and refuses what cannot work by name', async () => {
    const templates = (await api.get('/v1/templates')).body.items;
    for (const { id: templateId } of templates) {
      const said = await api.post('/v1/programs/lint', { templateId, locale: 'ru' });
      expect(said.status, said.text).toBe(200);
      expect(
        said.body.advice.filter(({ severity }: Said) => severity === 'error'),
        templateId,
      ).toEqual([]);
    }
    const refused = await api.post('/v1/programs/lint', { document: { ...twentyToAll, rules: [] } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'program_invalid' } });
  });

  it('tells a draft’s advice by its version', async () => {
    const id = await draft(twentyToAll);
    const said = await api.get(`/v1/programs/${id}/versions/1/advice`);
    const sent = await api.post('/v1/programs/lint', { document: twentyToAll });
    expect(said.body).toEqual(sent.body);
    expect(await api.get(`/v1/programs/${id}/versions/2/advice`)).toMatchObject({ status: 404, body: { code: 'version_unknown' } });
  });

  it('lets a machine that knows of no advice publish, and logs each warning as unanswered under its key’s name (contract 4)', async () => {
    const id = await draft(twentyToAll);
    const done = await publish(id);
    expect(done.status, done.text).toBe(200);
    const said: readonly Said[] = done.body.advice;
    expect(warningsOf(said).length).toBeGreaterThanOrEqual(3);
    expect(said.every(({ answer }) => answer === null)).toBe(true);
    expect(done.body.versions[0]).toMatchObject({ advice: said, answeredBy: 'First secret key' });
    const again = await publish(id, { effectiveFrom: '2026-12-01T00:00:00Z' });
    expect(again.text).toBe(done.text);
    const [row] = await api.rows<{ body: string }>(
      "select body from event where type = 'program.published' order by sequence desc limit 1",
    );
    const logged = JSON.parse(row?.body ?? '{}').body;
    expect(logged.answeredBy).toBe('First secret key');
    expect(logged.advice.map(({ check }: Said) => check)).toEqual(said.map(({ check }) => check));
    await end(id);
  });

  it('asks a person for a reason to every warning, by name, and keeps the reasons with the version (0-01)', async () => {
    const id = await draft(twentyToAll);
    const advised = (await api.get(`/v1/programs/${id}/versions/1/advice`)).body.advice;
    const warnings = warningsOf(advised);
    const refused = await publish(id, { actor: 'olga' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'advice_unanswered', text: { ru: expect.stringContaining('причина') } } });
    expect(new Set(refused.body.reasons.map(({ code }: { code: string }) => code))).toEqual(new Set(warnings));
    const [first = '', ...rest] = warnings;
    const partly = await publish(id, { actor: 'olga', reasons: answersTo(rest) });
    expect(partly.body.reasons.every(({ code }: { code: string }) => code === first)).toBe(true);
    expect((await api.get(`/v1/programs/${id}`)).body.status).toBe('draft');
    const done = await publish(id, { actor: 'olga', reasons: answersTo(warnings) });
    expect(done.status, done.text).toBe(200);
    const [shown] = (await api.get(`/v1/programs/${id}`)).body.versions;
    expect(shown.answeredBy).toBe('olga');
    expect(shown.advice.every(({ answer }: Said) => answer === 'Мы так решили: проверим за месяц.')).toBe(true);
    await end(id);
  });

  it('asks the same of a key that begins to answer, and refuses a check it does not know', async () => {
    const id = await draft(twentyToAll);
    expect(await publish(id, { reasons: {} })).toMatchObject({ status: 422, body: { code: 'advice_unanswered' } });
    expect(await publish(id, { reasons: { 'no-such-check': 'x' } })).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
    expect(await publish(id, { reasons: { 'no-budget': ' ' } })).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
  });

  it('lets only a key of scope staff speak for a person (security)', async () => {
    const id = await draft(twentyToAll);
    const key = await api.keyWith(['admin', 'read']);
    const asked = { method: 'POST', url: `/v1/programs/${id}/versions/1/publish`, key, body: { actor: 'olga', reasons: {} } } as const;
    expect(await api.ask(asked)).toMatchObject({ status: 403, body: { code: 'forbidden', field: 'actor' } });
    const other = await api.addBusiness('stranger');
    const foreign = { method: 'GET', url: `/v1/programs/${id}/versions/1/advice`, key: other.secretKey } as const;
    expect(await api.ask(foreign)).toMatchObject({ status: 404, body: { code: 'program_unknown' } });
  });

  it('stops for an error whatever is typed, naming all of them', async () => {
    const id = await draft(commission);
    for (const body of [undefined, { actor: 'olga', reasons: { 'pay-for-recruitment': 'нам так надо' } }]) {
      const refused = await publish(id, body);
      expect(refused).toMatchObject({ status: 422, body: { code: 'program_advice', field: 'document.rules[0].grant' } });
      expect(refused.body.reasons.map(({ code }: { code: string }) => code)).toEqual(['pay-for-recruitment']);
    }
    expect((await api.get(`/v1/programs/${id}`)).body.status).toBe('draft');
  });

  describe('with a margin typed', () => {
    beforeAll(async () => {
      const set = await api.ask({
        method: 'PATCH',
        url: '/v1/tenant',
        body: { margin: { basisPoints: 1500, categories: [{ category: 'tea', basisPoints: 3000 }] }, handlingCost: rub(300_000) },
      });
      expect(set.status, set.text).toBe(200);
    });
    afterAll(async () => {
      await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { margin: null, handlingCost: null } });
      expect((await api.get('/v1/tenant')).body).toMatchObject({ margin: null, handlingCost: null });
    });

    it('shows it, and refuses one that is no share', async () => {
      expect((await api.get('/v1/tenant')).body).toMatchObject({
        margin: { basisPoints: 1500, categories: [{ category: 'tea', basisPoints: 3000 }] },
        handlingCost: rub(300_000),
      });
      const refused = await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { margin: { basisPoints: 10_001 } } });
      expect(refused).toMatchObject({ status: 422, body: { field: 'margin.basisPoints' } });
    });

    it('blocks a reward above it until a reason is typed, and logs the override (1-05)', async () => {
      const id = await draft(twentyToAll);
      const refused = await publish(id);
      expect(refused).toMatchObject({ status: 422, body: { code: 'program_advice', reasons: [{ code: 'reward-above-margin' }] } });
      expect(refused.body.reasons[0].text.ru).toContain('20 %');
      const warnings = warningsOf((await api.get(`/v1/programs/${id}/versions/1/advice`)).body.advice);
      const done = await publish(id, { reasons: answersTo(['reward-above-margin', ...warnings], 'Первый заказ окупится вторым.') });
      expect(done.status, done.text).toBe(200);
      expect(done.body.advice).toContainEqual(
        expect.objectContaining({ check: 'reward-above-margin', severity: 'error', answer: 'Первый заказ окупится вторым.' }),
      );
      await end(id);
    });

    it('writes it into a version that names none, and leaves one that does', async () => {
      for (const [document, basisPoints] of [
        [seats, 1500],
        [{ ...seats, margin: { basisPoints: 4000 } }, 4000],
      ] as const) {
        const id = await draft(document);
        const done = await publish(id);
        expect(done.status, done.text).toBe(200);
        expect(done.body.versions[0].document.margin.basisPoints).toBe(basisPoints);
        const [row] = await api.rows<{ body: string }>(
          "select body from event where type = 'program.published' order by sequence desc limit 1",
        );
        expect(JSON.parse(row?.body ?? '{}').body.document.margin.basisPoints).toEqual({ $n: String(basisPoints) });
        await end(id);
      }
    });

    it('flags a reward of 2,000 whose handling costs 3,000, and offers batches (3-20)', async () => {
      const gift = { to: 'buyer', benefit: { kind: 'gift', sku: 'MUG', cost: rub(200_000) } };
      const document = { ...base, rules: [{ id: 'mug', on: 'order.delivered', grant: gift }] };
      const said = (await api.post('/v1/programs/lint', { document })).body.advice;
      expect(said).toContainEqual(
        expect.objectContaining({ check: 'reward-below-handling', cost: expect.objectContaining({ amountMinor: '100000' }) }),
      );
      expect(said.find(({ check }: Said) => check === 'reward-below-handling').suggestion.en).toContain('batches');
    });

    it('counts the worst order against it', async () => {
      const worst = await api.post('/v1/calculators/worst-case', { document: twentyToAll, order: rub(200_000) });
      expect(worst.status, worst.text).toBe(200);
      expect(worst.body).toMatchObject({
        givenAway: rub(40_000),
        basisPoints: 2000,
        perThousand: rub(20_000),
        margin: { basisPoints: 1500, from: 'owner', amount: rub(30_000), left: rub(-10_000) },
        text: { ru: expect.stringContaining('теряет 100\u00a0₽'), en: expect.stringContaining('loses ₽100') },
      });
    });
  });
});
