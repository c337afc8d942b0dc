/**
 * contract.md 6.13: what a friend's order came to reaches the referrer only where the friend's terms say so. Two friends who differ in
 * nothing but the total of their order are told their referrers in the very same words, unless the programme tells friends otherwise.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/http/all-routes.ts';
import { type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

const START = new Date('2026-11-20T08:00:00Z');
const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });
/** Above every threshold of the programmes below; the greatest is above 2^53. */
const total = fc.oneof(fc.bigInt(100_001n, 50_000_000n), fc.bigInt(2n ** 53n, 2n ** 56n));
const PATHS = allRoutes(Object.create(null))
  .map(({ endpoint }) => endpoint)
  .filter(({ method, access }) => method === 'GET' && access === 'member')
  .map(({ path }) => path.replace('/v1/cabinet/', ''));

const hold = { days: 14, from: 'delivery', orFromPaymentDays: 21 };
const steps = {
  mode: 'marginal',
  per: 'life',
  table: [
    { from: 1, amount: rub('5000') },
    { from: 3, amount: rub('9000') },
  ],
};
const FOLLOWS_NO_TOTAL = [
  { kind: 'credit', amount: rub('20000') },
  { kind: 'commission', amount: rub('20000') },
  { kind: 'credit', steps },
  { kind: 'coupon', percent: { basisPoints: 1000 }, use: 'nextOrder', validDays: 90 },
  { kind: 'gift', sku: 'TEA-1', cost: rub('30000') },
] as const;
const FOLLOWS_TOTAL = [
  { kind: 'credit', percent: { basisPoints: 1000 } },
  { kind: 'commission', percent: { basisPoints: 10 }, max: rub('100000') },
] as const;

describe('6.13 what a friend’s order came to', () => {
  let shop: CabinetShop;
  let count = 0;
  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
  });

  const next = (): number => {
    count += 1;
    return count;
  };
  const rewarding = (benefit: object, isHeld: boolean, number = next()) => ({
    ...program,
    name: { ru: `Программа ${number}`, en: `Programme ${number}` },
    rules: program.rules.map((rule) => ({
      ...rule,
      grant: [{ to: 'referrer', benefit, ...(isHeld ? { hold } : {}) }, ...rule.grant.slice(1)],
    })),
  });

  /** Everything a referrer is told after a friend of theirs has paid so much; what differs from member to member by itself is taken out. */
  const toldOf = async (programId: string, minor: bigint): Promise<readonly string[]> => {
    const name = `R${String(next()).padStart(4, '0')}`;
    await shop.join(name, programId, name);
    await shop.pay({
      id: `order-${name}`,
      total: minor.toString(),
      customer: { externalId: `friend-${name}`, name: 'Пётр Иванов' },
      code: name,
    });
    const cabinet = await shop.open(name, programId);
    const answers = await Promise.all(PATHS.map((path) => cabinet.get(path.replace('{id}', programId))));
    return answers.map(({ status, text }, index) =>
      `${PATHS[index]} ${status} ${text}`
        .replaceAll(/"qr":"(?:[^"\\]|\\.)*"/g, '')
        .replaceAll(name, 'NAME')
        .replaceAll(/[a-z]{3}_[0-9a-f]{32}|[0-9a-f-]{36}/g, 'ID')
        .replaceAll(/"\d+-\d+"|"sequence":"\d+"/g, 'ENTRY')
        // A generated coupon code.
        .replaceAll(/"code":"[^"]+"|\/r\/[A-Z0-9]+/g, 'CODE')
        .replaceAll(/"data":"(?:[^"\\]|\\.)*"/g, 'DATA'),
    );
  };

  it('reaches the referrer by no answer at all where the reward does not follow from it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FOLLOWS_NO_TOTAL), fc.boolean(), total, total, async (benefit, isHeld, one, other) => {
        const document = rewarding(benefit, isHeld);
        const programId = await shop.publish(document);
        expect(await toldOf(programId, other)).toEqual(await toldOf(programId, one));
      }),
      { numRuns: 8 },
    );
  });

  it.each(FOLLOWS_TOTAL)(
    'is told to the friend beforehand, in the terms and beside the offer, where the reward follows from it: %j',
    async (benefit) => {
      const document = rewarding(benefit, true);
      const programId = await shop.publish(document);
      await shop.join(`teller-${count}`, programId, `TELLER${count}`);
      const offer = (await shop.api.get(`/v1/offers/TELLER${count}`)).body.programs[0];
      expect(offer.disclosure).toEqual({
        ru: expect.stringContaining('Размер зависит от суммы вашего заказа, поэтому по нему эту сумму можно посчитать.'),
        en: expect.stringContaining('How much depends on what your order comes to, so that can be worked out from it.'),
      });
      const page = await shop.api.ask({ method: 'GET', url: `/programs/${programId}`, key: null, headers: { 'accept-language': 'ru' } });
      expect(page.text).toContain('поэтому по нему эту сумму можно посчитать');
    },
  );
});
