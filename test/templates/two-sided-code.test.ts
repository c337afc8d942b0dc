/** The story of "Green Tone" (1-04), told with the template's own document. */
import { expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import { refusals, rub, said } from '../contract/wire.ts';
import { addMember, openTemplateShop, type TemplateShop } from './template-shop.ts';

async function openGreenTone(overrides?: object): Promise<TemplateShop> {
  const opened = await openTemplateShop('two-sided-code', overrides === undefined ? {} : { overrides });
  await addMember(opened.shop, 'marina', 'Марина');
  await opened.shop.do('POST', '/v1/customers/marina/codes', { code: 'МАРИНА-7' });
  return opened;
}

const couponOf = async (shop: ContractShop) => {
  const [reward] = (await shop.get('/v1/customers/marina/rewards')).items;
  return { status: reward.status, code: reward.benefit.code ?? null };
};

it('1-04 gives Marina 10 % off her next order, and her friend a sample with the first one', async () => {
  const { shop } = await openGreenTone();
  const paid = await shop.pay('olga-1', 300_000, { by: 'olga', code: 'марина-7' });
  expect(said(paid)).toEqual(['friend issued gift', 'referrer held coupon']);
  expect(paid.rewards.find((reward: { beneficiary: string }) => reward.beneficiary === 'friend').benefit).toMatchObject({ sku: 'Пробник' });
  await shop.advance('2026-11-22T12:00:00Z');
  await shop.deliver('olga-1');
  expect(await couponOf(shop)).toEqual({ status: 'held', code: null });
  await shop.advance('2026-12-06T12:00:10Z');
  const { status, code } = await couponOf(shop);
  expect(status).toBe('issued');

  const checked = await shop.do('POST', '/v1/checkout/check', {
    customer: { externalId: 'marina' },
    order: { total: rub(200_000), delivery: rub(30_000) },
    couponCodes: [code],
  });
  expect(checked).toMatchObject({ discount: rub(17_000), total: rub(183_000) });
});

it('1-04 refuses the coupon on nobody but Marina, and takes it back when the decisive order is refunded', async () => {
  const { shop } = await openGreenTone();
  await shop.pay('olga-1', 300_000, { by: 'olga', code: 'МАРИНА-7' });
  await shop.advance('2026-12-12T12:00:10Z');
  const { code } = await couponOf(shop);
  expect(refusals(await shop.pay('petr-1', 200_000, { by: 'petr', coupons: [code] }))).toContain('null coupon-not-yours');
  await shop.refund('olga-1', 'r-1');
  expect(await shop.rewardsOf('olga-1')).toEqual(['friend reversed gift', 'referrer reversed coupon']);
  expect((await shop.get(`/v1/coupons/${encodeURIComponent(code)}`)).status).toBe('revoked');
});

it('1-04 gives free delivery instead of the sample, up to a cap', async () => {
  const { shop } = await openGreenTone({
    rules: [
      {
        id: 'friend-first-order',
        grant: [
          { to: 'referrer', benefit: { kind: 'coupon', percent: { basisPoints: 1000 }, use: 'nextOrder', validDays: 90 } },
          { to: 'friend', benefit: { kind: 'coupon', freeDelivery: true, max: rub(40_000), use: 'thisOrder' } },
        ],
      },
    ],
  });
  const checked = await shop.do('POST', '/v1/checkout/check', {
    customer: { externalId: 'olga' },
    order: { total: rub(350_000), delivery: rub(50_000) },
    code: 'МАРИНА-7',
  });
  expect(checked).toMatchObject({ deliveryDiscount: rub(40_000), total: rub(310_000) });
});
