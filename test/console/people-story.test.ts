/** One page tells a person's whole story (issue: People; 1-10: who invited whom and what each bonus was for). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { type BusyShop, openBusyShop } from '../support/busy-shop.ts';
import { type Staff, signIn } from '../support/console.ts';

interface Told {
  readonly sequence: string;
  readonly type: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly isAboutFriend: boolean;
  readonly sentences: readonly { readonly kind: string; readonly text: { readonly ru: string; readonly en: string } }[];
}

describe('the story of a person', () => {
  let api: Api;
  let shop: BusyShop;
  let support: Staff;
  const story = async (id: string, more = ''): Promise<{ readonly items: readonly Told[]; readonly nextCursor: string | null }> => {
    const reply = await support.get(`/v1/customers/${id}/story${more}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body;
  };
  const textOf = (items: readonly Told[], locale: 'ru' | 'en' = 'ru') =>
    items.flatMap((each) => each.sentences.map(({ text }) => text[locale])).join('\n');

  beforeAll(async () => {
    api = await openApi();
    shop = await openBusyShop(api);
    support = await signIn(api, 'support', 'Света');
    const adjusted = await support.send('POST', `/v1/customers/${shop.anna}/adjustments`, {
      amount: { amountMinor: '50000', currency: 'RUB' },
      reason: 'извинились за задержку',
    });
    expect(adjusted.status, adjusted.text).toBe(201);
    for (const type of ['complaint.opened', 'complaint.closed']) {
      const occurredAt = api.clock.now().toISOString();
      const sent = await support.send('POST', '/v1/events', {
        id: `${type}-1`,
        type,
        occurredAt,
        customer: { id: shop.anna },
        complaint: { id: 'кружка разбилась' },
      });
      expect(sent.status, sent.text).toBe(200);
    }
  });

  it('tells what the person did, what their friends did, and why each bonus came', async () => {
    const { items } = await story(shop.anna);
    const ru = textOf(items);
    expect(ru).toContain('Анна Петрова (anna): участие в программе «Приведи друга»');
    expect(ru).toContain('Заказ order-1: оплата, Друг Номер1 (friend-1)');
    expect(ru).toContain('рекомендатель — Анна Петрова (anna) (код при оформлении)');
    expect(ru).toMatch(/Правило «друг оплатит первый заказ»: рекомендатель Анна Петрова \(anna\) получает 300\s₽, удержано/);
    expect(ru).toContain('Открыта жалоба кружка разбилась');
    expect(textOf(items, 'en')).toContain('brought by Анна Петрова (anna) (a code at the checkout)');
    expect(items.find((each) => each.sentences[0]?.text.ru.startsWith('Заказ order-1'))?.isAboutFriend).toBe(true);
  });

  it('names who of the business did it and what they wrote', async () => {
    const { items } = await story(shop.anna);
    const adjusted = items.find((each) => each.type === 'adjustment.posted');
    expect(adjusted).toMatchObject({ actor: 'Света', reason: 'извинились за задержку', isAboutFriend: false });
    expect(textOf(adjusted === undefined ? [] : [adjusted])).toMatch(/Баланс: \+500\s₽ \(Анна Петрова \(anna\)\)/);
  });

  it('goes from the newest to the oldest, page by page, each event once', async () => {
    const whole = await story(shop.anna, '?limit=200');
    const sequences = whole.items.map((each) => BigInt(each.sequence));
    expect(sequences).toEqual([...sequences].sort((a, b) => (a < b ? 1 : -1)));
    const paged: Told[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof story>> = await story(shop.anna, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.items);
  });

  it('tells a friend’s story from their side', async () => {
    const { items } = await story(shop.friends[0] ?? '');
    expect(textOf(items)).toContain('подарок «MUG»');
    expect(items.every((each) => !each.isAboutFriend)).toBe(true);
  });

  it('has no words of the code: every sentence is there in both languages', async () => {
    const { items } = await story(shop.anna, '?limit=200');
    for (const { sentences } of items)
      for (const { text } of sentences) {
        expect(text.ru).toMatch(/[а-яё]/i);
        expect(text.en).not.toBe('');
        expect(`${text.ru} ${text.en}`).not.toMatch(/undefined|null|\[object|[a-z]+\.[a-z]+_/);
      }
  });

  it('tells nothing of another business, and shows it to who may read only', async () => {
    const other = await api.addBusiness('other');
    const strange = await api.ask({ method: 'GET', url: `/v1/customers/${shop.anna}/story`, key: other.secretKey });
    expect([strange.status, strange.body.code]).toEqual([404, 'customer_unknown']);
    expect((await api.ask({ method: 'GET', url: `/v1/customers/${shop.anna}/story`, key: null })).status).toBe(401);
  });

  it('gives a balance back by the opposite adjustment', async () => {
    const before = (await support.get(`/v1/customers/${shop.anna}`)).body.balances[0].available;
    const body = { amount: { amountMinor: '-50000', currency: 'RUB' }, reason: 'ошиблись' };
    const undone = await support.send('POST', `/v1/customers/${shop.anna}/adjustments`, body);
    expect(undone.status, undone.text).toBe(201);
    expect(BigInt(undone.body.balances[0].available)).toBe(BigInt(before) - 50_000n);
  });
});
