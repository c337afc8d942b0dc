import { expect, it } from 'vitest';
import { openShop } from '../contract/shop.ts';
import { rub } from '../contract/wire.ts';
import { openTemplateShop, START } from './template-shop.ts';

const line = (total: number, cost: number) => [{ sku: 'TEA', quantity: 1, total: rub(total), cost: rub(cost) }];

it('0-07 1-16 shows each template with its proposed document, reasons, sources, and when not to run it', async () => {
  const shop = await openShop(START);
  const { items, figures, unfit } = await shop.get('/v1/templates');
  expect({ figures, unfit }).toEqual({ figures: null, unfit: null });
  expect(items.map(({ id }: { id: string }) => id)).toEqual([
    'three-levels',
    'two-sided-code',
    'course-seller',
    'milestones',
    'subscription-ambassador',
    'story-donation',
    'points-club',
    'sign-up-code',
  ]);
  const [, code] = items;
  expect(code).toMatchObject({ goals: ['firstSales'], document: { currency: 'RUB', rules: [{ id: 'friend-first-order' }] } });
  expect(code.notWhen.length).toBeGreaterThan(0);
  expect(code.offer.ru).toContain('скидку 10 % на следующий заказ');
  expect(code.reasons).toContainEqual(
    expect.objectContaining({ path: '/rules/0/caps', value: { perReferrer: { count: 20, per: 'year' } }, trust: 'practice' }),
  );
});

it('1-09 proposes by goal', async () => {
  const shop = await openShop(START);
  const { items } = await shop.get('/v1/templates?goal=recurringRevenue&locale=en');
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['subscription-ambassador']);
  expect(items[0].document.currency).toBe('USD');
  expect((await shop.ask({ method: 'GET', url: '/v1/templates?goal=growth' })).status).toBe(422);
});

it('2-03 proposes sizes from the orders once there are enough of them, below the margin', async () => {
  const shop = await openShop(START);
  for (let number = 1; number <= 60; number += 1) {
    await shop.pay(`o-${number}`, 200_000, { by: `c-${number}`, lines: line(200_000, 184_000) });
  }
  const { items, figures } = await shop.get('/v1/templates?goal=firstSales');
  expect(figures).toMatchObject({ orders: 60, customers: 60, medianOrder: rub(200_000), marginBasisPoints: '800' });
  const code = items.find(({ id }: { id: string }) => id === 'two-sided-code');
  const { grant, if: conditions } = code.document.rules[0];
  expect(grant[0].benefit.percent.basisPoints).toBe(200);
  expect(conditions[2]).toEqual({ paid: { atLeast: rub(100_000) } });
  const reason = code.reasons.find(({ path }: { path: string }) => path === '/rules/0/grant/0/benefit/percent');
  expect(reason).toMatchObject({ trust: 'own-orders', reason: { ru: expect.stringContaining('8 %'), en: expect.stringContaining('8%') } });
});

it('2-03 takes the margin the owner typed, and proposes nothing where orders earn nothing', async () => {
  const shop = await openShop(START);
  await shop.do('PATCH', '/v1/tenant', { margin: { basisPoints: 50 } });
  expect(await shop.get('/v1/templates')).toMatchObject({ items: [], unfit: { ru: expect.stringContaining('1 %') } });
  const refused = await shop.post('/v1/programs', { templateId: 'milestones', locale: 'ru' });
  expect(refused).toMatchObject({ status: 422, body: { code: 'program_invalid', reasons: [{ code: 'margin_too_small' }] } });
});

it('1-15 lays the owner’s changes over the template and judges the whole', async () => {
  const { shop, programId } = await openTemplateShop('milestones', {
    overrides: {
      name: { ru: 'Свои', en: 'Ours' },
      budget: null,
      rules: [{ id: 'friend-first-order', caps: { perReferrer: { count: 3 } } }],
    },
  });
  const [version] = (await shop.get(`/v1/programs/${programId}`)).versions;
  expect(version.document).toMatchObject({
    name: { ru: 'Свои' },
    rules: [{ on: 'order.paid', caps: { perReferrer: { count: 3, per: 'year' } } }],
  });
  expect(version.document.budget).toBeUndefined();
  const wrong = await shop.post('/v1/programs', { templateId: 'milestones', locale: 'ru', overrides: { attribution: { windowDays: 0 } } });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'program_invalid', field: 'document.attribution.windowDays' } });
  const unknown = await shop.post('/v1/programs', { templateId: 'pyramid', locale: 'ru' });
  expect(unknown).toMatchObject({ status: 422, body: { reasons: [{ code: 'template_unknown' }] } });
});

it('0-23 2-06 tells a friend the offer as a gift, the steps and that the sender is rewarded', async () => {
  const { shop } = await openTemplateShop('two-sided-code');
  await shop.pay('marina-0', 350_000, { by: 'marina' });
  await shop.deliver('marina-0');
  await shop.do('POST', '/v1/customers/marina/codes', { code: 'МАРИНА' });
  const offer = await shop.get(`/v1/offers/${encodeURIComponent('марина')}`);
  expect(offer.programs).toMatchObject([
    {
      sentence: { ru: 'Друг дарит вам «Пробник» к заказу: оплатите первый заказ от 1\u00a0500\u00a0₽, и подарок ваш.' },
      steps: [{ title: { en: 'Open the link' } }, {}, {}],
      disclosure: { ru: expect.stringContaining('вознаграждение') },
    },
  ]);
});

it('1-14 tells friend, referrer and staff why a referral has not counted yet', async () => {
  const { shop } = await openTemplateShop('two-sided-code');
  await shop.pay('marina-0', 350_000, { by: 'marina' });
  await shop.deliver('marina-0');
  await shop.do('POST', '/v1/customers/marina/codes', { code: 'MARINA' });
  await shop.pay('small', 100_000, { by: 'olga', code: 'MARINA' });
  await shop.pay('good', 300_000, { by: 'petr', code: 'MARINA' });
  const small = await shop.referralOf('marina', 'small');
  expect(small.whyNotYet.friend.ru).toBe('Сумма заказа ниже минимальной. Нужен заказ от 1\u00a0500\u00a0₽.');
  expect(small.whyNotYet.referrer.ru).not.toMatch(/\d/);
  const good = await shop.referralOf('marina', 'good');
  expect(good.whyNotYet.referrer.en).toBe('Final on 11 December 2026, when the time for returns has passed.');
  await shop.advance('2026-12-11T12:00:10Z');
  expect((await shop.referralOf('marina', 'good')).whyNotYet).toBeNull();
});
