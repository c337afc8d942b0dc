/** What referrals add up to is kept from batch to batch (ADR 0022): whoever else stores something, and whatever fails, it stays true. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeProgramDocument } from '../../src/contract/program-document.ts';
import { idFromUuid, type VersionId } from '../../src/domain/ids.ts';
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

/** Each friend brings the friend a coupon, and the referrer nothing. */
function plain(): readonly object[] {
  return [
    {
      id: 'each',
      on: 'order.paid',
      if: [{ orderNumber: { is: 1 } }],
      grant: [{ to: 'friend', benefit: { kind: 'gift', sku: 'tea', cost: rub(100) } }],
    },
  ];
}

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

  it('is read again after a transaction that was decided and not committed', async () => {
    const shop = await openCountingShop({ onError: () => undefined });
    const owner = await shop.test.database.connectAsOwner();
    await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
    await owner.query(
      `create constraint trigger refuse after insert on event deferrable initially deferred for each row when (new.event_id = 'e-4') execute function refuse()`,
    );
    for (const n of [1, 2, 3]) expect(await send(shop, shop.intake, order(n))).toBe('answered');
    expect(await send(shop, shop.intake, order(4))).toBe('internal_error');
    for (const n of [5, 6, 7]) expect(await send(shop, shop.intake, order(n))).toBe('answered');
    expect(await standing(shop)).toEqual({ credit: 2_100, gifts: ['o-6'], tiers: [] });
    await owner.query('drop function refuse cascade');
    await owner.end();
    await expectSound(shop);
  });

  it('is not read again by a process that goes on', async () => {
    const shop = await openCountingShop();
    for (const n of [1, 2, 3]) await shop.answer(...order(n));
    // Behind the road's back: whoever reads them would begin anew.
    await shop.rows(`update referral set counts = '[]', counted_at = null`);
    expect((await shop.answer(...order(4))).rewards[0]?.benefit.amount).toEqual(rub(400));
  });

  it.each([
    ['a ladder', { tiers: COUNTING.tiers, rules: plain() }, { tiers: ['active'] }],
    ['steps', { rules: [COUNTING.rules[0]] }, { credit: 3_600 - 2_800 }],
  ])('is read for a version that counts by %s, told with the order that it decides', async (_what, more, left) => {
    const uncounted = { ...COUNTING, tiers: [], rules: plain() };
    const shop = await openShop();
    const programId = await shop.publish(uncounted);
    await shop.join('marina', programId, 'MARINA');
    for (let n = 1; n <= 6; n += 1) await shop.answer(...order(n));
    // A process that has met her while nothing was counted.
    const other = createIntake({ pool: shop.test.database.pool, clock: shop.clock, onError: (error) => expect.fail(String(error)) });
    expect(await send(shop, other, order(7))).toBe('answered');
    const decoded = decodeProgramDocument({ ...COUNTING, tiers: [], ...more }, { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const version = {
      programId,
      versionId: idFromUuid<VersionId>(randomUUID()),
      number: 2,
      effectiveFrom: shop.clock.now(),
      document: decoded.value,
    };
    const [body, given] = order(8);
    const told = await other.submit([
      submission(shop.tenantId, { type: 'program.published', ...version }, {}, shop.clock.now()),
      submission(shop.tenantId, body, given, shop.clock.now()),
    ]);
    expect(told.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(await standing(shop)).toMatchObject(left);
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
