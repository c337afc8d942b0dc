import { beforeAll, describe, expect, it } from 'vitest';
import { explainOrder } from '../../src/explain/explain-order.ts';
import type { Sentence } from '../../src/explain/order-story.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { type Answer, openShop, paid, referAFriend, refunded, type Shop } from '../support/shop.ts';
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
        /^reward: Правило «друг оплатит первый заказ от 1 000 ₽»: рекомендатель Марина \(m-1\) получает 300 ₽, удержано до 11 декабря 2026.* \(срок возврата\)\.$/,
      ),
    ]);
    expect(lines).toContain('event: Возврат r-1 по заказу o-1, 1 000 ₽.');
    expect(lines).toContain('reversal: Награда уменьшена на 100 ₽ из удержанного: Марина (m-1).');
    expect(lines).toContain('money: 200 ₽ доступны для трат: Марина (m-1).');
    expect(lines.at(-2)).toMatch(
      /^now: Сейчас: «друг оплатит первый заказ от 1 000 ₽», Марина \(m-1\): 200 ₽ из 300 ₽\. .* Ещё не потрачено 200 ₽, сгорит .*\.$/,
    );
    expect(lines.at(-1)).toMatch(/^now: Сейчас: «друг оплатит первый заказ от 1 000 ₽», Олег \(c-1\): купон \S+\. .* Годен до .*\.$/);
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
      'refusal: «Приведи друга», правило «друг оплатит первый заказ от 1 000 ₽» (рекомендатель): награды нет. База начисления ниже минимальной суммы правила. Не хватает: 500 ₽.',
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

describe('what a story says of numbers', () => {
  it('counts the orders that are missing in words, and says once that a coupon is there (2-11)', async () => {
    const shop = await openShop();
    const [first] = referAFriend.rules;
    const third = {
      id: 'third-order',
      on: 'order.paid',
      if: [{ orderNumber: { atLeast: 3 } }],
      grant: { to: 'buyer', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
    };
    await shop.publish({ ...referAFriend, rules: [first, third] });
    for (const order of ['o-1', 'o-2', 'o-3']) await shop.answer(paid(order, 300_000n), { customer: { externalId: 'c-1' } });
    const [ru, en] = [told(await explain(shop, 'o-1'), 'ru'), told(await explain(shop, 'o-2'), 'en')];
    expect(ru).toContainEqual(expect.stringMatching(/Номер заказа этого человека не подходит под правило\. До нужного ещё 2 заказа\.$/));
    expect(en).toContainEqual(expect.stringMatching(/The person's order number does not match the rule\. 1 more order to go\.$/));
    expect(told(await explain(shop, 'o-3'), 'ru').at(-1)).toMatch(/^now: Сейчас: .*, c-1: купон \S+\. Выдан\. Годен до .*\.$/);
  });
});

describe('the rules in a story', () => {
  it('are told in the words of the version that decided, also of buyers, whatever is published later', async () => {
    const shop = await openShop();
    const rule = (minor: string) => ({
      id: 'cashback',
      on: 'order.paid',
      if: [{ paid: { atLeast: { amountMinor: minor, currency: 'RUB' } } }],
      grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } } },
    });
    const programId = await shop.publish({ ...referAFriend, rules: [rule('100000')] });
    await shop.answer(paid('o-1', 300_000n), { customer: { externalId: 'c-1' } });
    shop.clock.set(new Date('2026-11-21T12:00:00Z'));
    await shop.publish({ ...referAFriend, rules: [rule('500000')] }, { programId });
    await shop.answer(paid('o-2', 300_000n), { customer: { externalId: 'c-1' } });
    const first = told(await explain(shop, 'o-1'), 'ru');
    expect(first).toContain('reward: Правило «покупатель оплатит заказ от 1 000 ₽»: покупатель c-1 получает 300 ₽.');
    expect(first.at(-1)).toMatch(/^now: Сейчас: «покупатель оплатит заказ от 1 000 ₽», c-1: 300 ₽\./);
    expect(told(await explain(shop, 'o-2'), 'en')).toContainEqual(
      expect.stringMatching(
        /^refusal: “Refer a friend”, rule “the customer pays for an order of ₽5,000 or more” \(the buyer\): no reward\./,
      ),
    );
  });

  it('of a programme that had ended are told of whom it had brought, and of nobody else', async () => {
    const shop = await openShop();
    const programId = await shop.publish(referAFriend);
    await shop.join('m-1', programId, 'MARINA');
    const lead = { customer: { externalId: 'c-1' }, attribution: { code: 'MARINA', by: 'lead' as const } };
    await shop.answer({ type: 'referral.registered' }, lead);
    await shop.answer({ type: 'program.ended', programId });
    await shop.answer(paid('o-1', 300_000n), { customer: { externalId: 'c-1' } });
    await shop.answer(paid('o-2', 300_000n), { customer: { externalId: 'c-2' } });
    await shop.answer(paid('o-3', 300_000n), { customer: { externalId: 'c-3' }, attribution: { code: 'MARINA' } });
    const hasEnd = async (orderId: string) => told(await explain(shop, orderId), 'en').some((line) => line.includes('had ended before'));
    expect([await hasEnd('o-1'), await hasEnd('o-2'), await hasEnd('o-3')]).toEqual([true, false, true]);
  });
});

describe('what an order took, gave back and was refused', () => {
  const brought = (externalId: string) => ({ customer: { externalId }, attribution: { code: 'MARINA' } });
  const couponOf = ({ rewards }: Answer): string => rewards.find(({ benefit }) => benefit.kind === 'coupon')?.benefit.code ?? 'none';
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    const programId = await shop.publish(referAFriend);
    await shop.join('m-1', programId, 'MARINA');
  });

  it('tells a reward as it was given, then what had waited, then what that took', async () => {
    await shop.answer(refunded('o-1', 'r-1', 1_000_000n));
    await shop.answer(paid('o-1', 10_000_000n), brought('c-1'));
    const lines = told(await explain(shop, 'o-1'), 'ru');
    const parts = [
      /^reward: .*получает 10 000 ₽, удержано/,
      /^note: Применено отложенное: Возврат r-1/,
      /^reversal: .* на 1 000 ₽ из удержанного/,
    ];
    const places = parts.map((part) => lines.findIndex((line) => part.test(line)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('tells what a cancellation that had waited took whole, with the coupon', async () => {
    await shop.answer({ type: 'order.cancelled', orderId: 'o-2' });
    const coupon = couponOf(await shop.answer(paid('o-2', 300_000n), brought('c-2')));
    const lines = told(await explain(shop, 'o-2'), 'en');
    expect(lines).toContainEqual(expect.stringMatching(/^reward: .*: the referrer m-1 gets ₽300, held until /));
    expect(lines).toContain('reversal: The reward lost ₽300 of what was held: m-1.');
    expect(lines).toContain(`reversal: The reward was taken back whole: the coupon ${coupon}, c-2.`);
  });

  it.each([
    [100_000n, ' Из них возвращено 1 000 ₽.', ' Of that ₽1,000 was refunded.'],
    [300_000n, ' Деньги за него вернули целиком.', ' It was refunded in full.'],
    [0n, '', ''],
  ])('tells what of an imported order was refunded: %i', async (refundedMinor, ru, en) => {
    const orderId = `i-${refundedMinor}`;
    const { order } = paid(orderId, 300_000n) as Extract<ReturnType<typeof paid>, { type: 'order.paid' }>;
    await shop.answer({ type: 'order.imported', orderId, order, refundedMinor, earn: false }, { customer: { externalId: 'c-9' } });
    const sentences = await explain(shop, orderId);
    expect(told(sentences, 'ru')[0]).toBe(`event: Заказ ${orderId} загружен из истории, c-9, 3 000 ₽.${ru}`);
    expect(told(sentences, 'en')[0]).toBe(`event: Order ${orderId} was imported from history, c-9, ₽3,000.${en}`);
  });

  it('tells the coupon an order used, and that it came back', async () => {
    const coupon = couponOf(await shop.answer(paid('o-3', 300_000n), brought('c-3')));
    await shop.answer(paid('o-4', 300_000n, { couponCodes: [coupon] }), { customer: { externalId: 'c-3' } });
    await shop.answer(refunded('o-4', 'r-4'));
    const lines = told(await explain(shop, 'o-4'), 'ru');
    expect(lines).toContain(`note: Использован купон ${coupon}.`);
    expect(lines).toContain(`note: Купон ${coupon} снова свободен.`);
    expect(told(await explain(shop, 'o-4'), 'en')).toContain(`note: The coupon ${coupon} is free again.`);
  });

  it('tells a refused coupon and reservation as such, not as a refused reward', async () => {
    const coupon = couponOf(await shop.answer(paid('o-5', 300_000n), brought('c-5')));
    await shop.answer(paid('o-6', 300_000n, { couponCodes: [coupon, 'NONE-SUCH'] }), { customer: { externalId: 'c-6' } });
    const lines = told(await explain(shop, 'o-6'), 'en');
    expect(lines).toContain(`refusal: The coupon ${coupon} was not accepted. The coupon belongs to another customer.`);
    expect(lines).toContain('refusal: The coupon was not accepted. The coupon is unknown.');
    expect(lines.filter((line) => /coupon.*no reward/.test(line))).toEqual([]);
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
