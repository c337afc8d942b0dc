/** What referrals add up to is kept from batch to batch (ADR 0022): whoever else stores something, and whatever fails, it stays true. */
import { describe, expect, it } from 'vitest';
import { createIntake, type RunningIntake } from '../../src/intake/create-intake.ts';
import { openShop, paid, refunded, type Shop, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

const rub = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });

/** A friend more is worth a rouble more, the fifth brings a gift, and whoever has brought seven is active. */
const COUNTING = {
  name: { ru: 'Счёт', en: 'Counting' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'optIn', if: [] },
  rules: [
    {
      id: 'each',
      on: 'order.paid',
      if: [{ orderNumber: { is: 1 } }],
      grant: [
        {
          to: 'referrer',
          benefit: {
            kind: 'credit',
            steps: { mode: 'marginal', table: Array.from({ length: 20 }, (_, n) => ({ from: n + 1, amount: rub((n + 1) * 100) })) },
          },
        },
      ],
    },
    {
      id: 'fifth',
      on: 'order.paid',
      if: [{ orderNumber: { is: 1 } }, { referralNumber: { is: 5 } }],
      grant: [{ to: 'referrer', benefit: { kind: 'gift', sku: 'tea', cost: rub(10_000) } }],
    },
  ],
  tiers: [{ id: 'active', name: { ru: 'Активный', en: 'Active' }, entry: { if: [{ qualifiedReferrals: { atLeast: 7 } }] } }],
};

async function openCountingShop(options: Parameters<typeof openShop>[0] = {}): Promise<Shop> {
  const shop = await openShop(options);
  await shop.join('marina', await shop.publish(COUNTING), 'MARINA');
  return shop;
}

/** The first order of a new friend, or the return of it. */
function order(n: number, given: { readonly id?: string } = {}) {
  const named = { id: `e-${n}`, customer: { externalId: `friend-${n}` }, attribution: { code: 'MARINA' }, ...given };
  return [paid(`o-${n}`, 300_000n), named] as const;
}

async function send(
  shop: Shop,
  intake: RunningIntake,
  [body, given]: readonly [Parameters<Shop['submit']>[0], Parameters<Shop['submit']>[1]],
) {
  const [result] = await intake.submit([submission(shop.tenantId, body, given ?? {}, shop.clock.now())]);
  return result?.kind === 'answered' ? 'answered' : (result?.problem.code ?? 'nothing');
}

async function standing(shop: Shop): Promise<unknown> {
  const [credit] = await shop.rows<{ sum: number }>(`select coalesce(sum(amount), 0)::integer as sum from reward where kind = 'credit'`);
  const gifts = await shop.rows<{ order: string }>(`select order_id as order from reward where kind = 'gift' and status <> 'reversed'`);
  const tiers = await shop.rows<{ tier: string | null }>('select tier_id as tier from standing where tier_id is not null');
  return { credit: credit?.sum, gifts: gifts.map((gift) => gift.order), tiers: tiers.map(({ tier }) => tier) };
}

describe('what referrals add up to', () => {
  it('is the same for two processes that take turns', async () => {
    const shop = await openCountingShop();
    const other = createIntake({ pool: shop.test.database.pool, clock: shop.clock, onError: (error) => expect.fail(String(error)) });
    // Each has counted before the other goes on: 1, 2 | 3 | 4, 5, 6 | 7 …
    for (const [n, intake] of [shop.intake, shop.intake, other, shop.intake, other, other, shop.intake, other, shop.intake].entries())
      expect(await send(shop, intake, order(n + 1))).toBe('answered');
    expect(await standing(shop)).toEqual({ credit: 4_500, gifts: ['o-5'], tiers: ['active'] });
    await expectSound(shop);
  });

  it('goes back with what was rolled back', async () => {
    const errors: unknown[] = [];
    const shop = await openCountingShop({ onError: (error) => errors.push(error) });
    for (const n of [1, 2, 3]) expect(await send(shop, shop.intake, order(n))).toBe('answered');
    // What the database cannot store fails the batch after it was decided.
    expect(await send(shop, shop.intake, [paid('no\u0000text', 300_000n), order(4, { id: 'poison' })[1]])).toBe('internal_error');
    for (const n of [4, 5, 6]) expect(await send(shop, shop.intake, order(n))).toBe('answered');
    expect(errors).toHaveLength(1);
    expect(await standing(shop)).toEqual({ credit: 2_100, gifts: ['o-5'], tiers: [] });
    await expectSound(shop);
  });

  it('follows what is taken back, and comes in again with a version that counts', async () => {
    const shop = await openCountingShop();
    const programId = (await shop.rows<{ id: string }>('select program_id as id from program'))[0]?.id;
    for (let n = 1; n <= 8; n += 1) await shop.answer(...order(n));
    await shop.answer(refunded('o-2', 'r-2', 300_000n), { id: 'r-2' });
    await shop.answer(refunded('o-5', 'r-5', 300_000n), { id: 'r-5' });
    // Six are left: they are worth 1 + … + 6, the gift has gone on to another friend, and six are too few.
    expect(await standing(shop)).toMatchObject({ credit: 2_100, tiers: [] });
    await shop.publish({ ...COUNTING, name: { ru: 'Счёт 2', en: 'Counting 2' } }, { programId: programId as never });
    await shop.answer(...order(9));
    expect(await standing(shop)).toMatchObject({ credit: 2_800, tiers: ['active'] });
    await expectSound(shop);
  });
});
