import { beforeAll, describe, expect, it } from 'vitest';
import { explainOrder } from '../../src/explain/explain-order.ts';
import type { Sentence } from '../../src/explain/order-story.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { openShop, paid, referAFriend, refunded, type Shop } from '../support/shop.ts';
import { openTraffic } from '../support/shop-traffic.ts';
import { expectSound } from '../support/sound.ts';

const explain = async (shop: Shop, orderId: string): Promise<readonly Sentence[]> => {
  const sentences = await explainOrder(shop.test.database.kysely, shop.tenantId, orderId);
  if (sentences === null) throw new Error('the order is known');
  return sentences;
};

/** Spaces of numbers do not break, those of dates differ by version. */
const told = (sentences: readonly Sentence[], locale: 'ru' | 'en') =>
  sentences.map((sentence) => `${sentence.kind}: ${sentence[locale].replaceAll(/\s/g, ' ')}`);

describe('the explanation of an order', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    const programId = await shop.publish(referAFriend);
    await shop.join('m-1', programId, 'MARINA');
    await shop.join('m-2', programId, 'PETR');
    await shop.answer({ type: 'customer.saved' }, { customer: { externalId: 'm-1', name: 'Марина' } });
    await shop.answer(
      { type: 'referral.registered' },
      { customer: { externalId: 'c-1', name: 'Олег' }, attribution: { code: 'PETR', by: 'lead' } },
    );
    await shop.answer(paid('o-1', 300_000n), { customer: { externalId: 'c-1' }, attribution: { code: 'MARINA' } });
    await shop.answer(refunded('o-1', 'r-1', 100_000n));
    shop.clock.set(new Date('2026-12-20T12:00:00Z'));
    await runDueWork({ pool: shop.test.database.pool, intake: shop.intake, clock: shop.clock }, shop.tenantId);
    await shop.answer(paid('o-2', 50_000n), { customer: { externalId: 'c-9' }, attribution: { code: 'MARINA' } });
    await shop.answer(refunded('o-3', 'r-3', 900_000n));
    await shop.answer(paid('o-3', 200_000n), { customer: { externalId: 'c-10' } });
  });

  it('tells who brought the customer and who did not, what was given, until when, and where it is now (2-11)', async () => {
    const lines = told(await explain(shop, 'o-1'), 'ru');
    expect(lines.slice(0, 4)).toEqual([
      'event: Заказ o-1: оплата, Олег (c-1), 3 000 ₽.',
      'attribution: «Приведи друга»: рекомендатель — Марина (m-1) (код при оформлении).',
      'attribution: Не засчитано: заявка от рекомендателя (m-2) — код при оформлении сильнее.',
      expect.stringMatching(
        /^reward: Правило «friend-first-order»: рекомендатель Марина \(m-1\) получает 300 ₽, удержано до 11 декабря 2026.* \(срок возврата\)\.$/,
      ),
    ]);
    expect(lines).toContain('event: Возврат r-1 по заказу o-1, 1 000 ₽.');
    expect(lines).toContain('reversal: Награда уменьшена на 100 ₽ из удержанного: Марина (m-1).');
    expect(lines).toContain('money: 200 ₽ доступны для трат: Марина (m-1).');
    expect(lines.at(-2)).toMatch(
      /^now: Сейчас: «friend-first-order», Марина \(m-1\): 200 ₽ из 300 ₽\. .* Ещё не потрачено 200 ₽, сгорит .*\.$/,
    );
    expect(lines.at(-1)).toMatch(/^now: Сейчас: «friend-first-order», Олег \(c-1\): купон \S+\. .* Годен до .*\.$/);
  });

  it('tells the same in English', async () => {
    const lines = told(await explain(shop, 'o-1'), 'en');
    expect(lines.slice(0, 3)).toEqual([
      'event: Order o-1: paid, Олег (c-1), ₽3,000.',
      'attribution: “Refer a friend”: brought by Марина (m-1) (a code at the checkout).',
      'attribution: Not counted: a registered lead (m-2): a code at the checkout counts more.',
    ]);
    expect(lines).toContain('reversal: The reward lost ₽100 of what was held: Марина (m-1).');
  });

  it('says which rule gave nothing, why, and how much is missing', async () => {
    const lines = told(await explain(shop, 'o-2'), 'ru');
    expect(lines).toContain(
      'refusal: «Приведи друга», правило «friend-first-order» (рекомендатель): награды нет. База начисления ниже минимальной суммы правила. Не хватает: 500 ₽.',
    );
  });

  it('says what waited for the payment and what was cut', async () => {
    const lines = told(await explain(shop, 'o-3'), 'en');
    expect(lines).toContain('event: Refund r-3 of order o-3, ₽9,000. It came before the payment and waited for it.');
    expect(lines).toContain('note: What had waited was applied: Refund r-3 of order o-3, ₽9,000.');
    expect(lines).toContain('note: The refund of ₽9,000 is more than was paid: ₽2,000 was applied, please check.');
  });

  it('knows no order of another shop', async () => {
    expect(await explainOrder(shop.test.database.kysely, shop.tenantId, 'o-99')).toBeNull();
    await expectSound(shop);
  });
});

it('finds words for every order of a busy shop, whatever happened to it', async () => {
  const shop = await openShop();
  const traffic = await openTraffic(shop, 42);
  await traffic.run(500);
  const orders = await shop.rows<{ id: string }>('select order_id as id from shop_order order by order_id');
  for (const { id } of orders) {
    for (const { ru, en } of await explain(shop, id)) expect(`${ru} ${en}`).not.toMatch(/undefined|null|NaN|\[object|Event |неизвестный/);
  }
  expect(orders.length).toBeGreaterThan(50);
});
