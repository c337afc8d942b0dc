/** A business that has one of everything with an id, to be asked for by those it is not meant for. */
import { expect } from 'vitest';
import { openCabinetShop } from '../cabinet/cabinet-shop.ts';
import { settingsFor } from '../messages/mail-shop.ts';
import { MARINA, PARTNERS, rub } from '../payouts/partners.ts';
import type { Api, Business, Question } from '../support/api.ts';

const PERK = {
  name: { ru: 'Закрытый вебинар', en: 'A closed webinar' },
  cost: rub(0),
  capacity: 5,
  url: 'https://tea.example/webinar',
};

/** Commissions, a coupon and points of the buyer's own, a choice, a pool of codes: each makes an object of its kind. */
const EVERYTHING = {
  ...PARTNERS,
  perks: [
    { ...PERK, id: 'webinar', kind: 'seat' },
    { ...PERK, id: 'tasting', kind: 'seat' },
    { id: 'pool', name: PERK.name, kind: 'codes', cost: rub(0) },
  ],
  rules: [
    ...PARTNERS.rules,
    {
      id: 'coupon',
      on: 'order.paid',
      grant: { to: 'buyer', benefit: { kind: 'coupon', amount: rub(30_000), use: 'nextOrder', validDays: 60 } },
    },
    {
      id: 'choice',
      on: 'order.delivered',
      grant: { to: 'buyer', benefit: { kind: 'choice', of: ['webinar', 'tasting'], default: 'tasting', withinDays: 30 } },
    },
  ],
};

export interface EveryObject {
  /** What stands in the braces of a path, by how the path begins. */
  readonly ids: Readonly<Record<string, string>>;
  readonly programId: string;
  readonly messageId: string;
  /** What is said yes to. */
  readonly terms: object;
  /** Marina's session in her cabinet, and what she has there. */
  readonly marina: { readonly token: string; readonly session: string; readonly friend: string; readonly choice: string };
  /** Another member of the same business, with nothing. */
  readonly stranger: string;
  /** What only Marina's answers may hold. */
  readonly secrets: readonly string[];
}

/** The same API as another business of the installation asks it. */
export function asBusiness(api: Api, business: Business, slug: string): Api {
  const ask: Api['ask'] = ({ key = business.secretKey, headers = {}, ...question }) =>
    api.ask({ ...question, key, headers: 'x-sarafan-shop' in headers ? { ...headers, 'x-sarafan-shop': slug } : headers });
  return {
    ...api,
    business,
    ask,
    get: (url) => ask({ method: 'GET', url }),
    post: (url, body) => ask({ method: 'POST', url, ...(body === undefined ? {} : { body }) }),
  };
}

export async function makeEveryObject(api: Api): Promise<EveryObject> {
  // biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
  const must = async (question: Question): Promise<any> => {
    const reply = await api.ask(question);
    expect(reply.status, `${question.method} ${question.url} ${reply.text}`).toBeLessThan(300);
    return reply.body;
  };
  const post = (url: string, body?: unknown) => must({ method: 'POST', url, ...(body === undefined ? {} : { body }) });
  const put = (url: string, body: unknown) => must({ method: 'PUT', url, body });
  const get = (url: string) => must({ method: 'GET', url });
  const shop = await openCabinetShop({}, api);
  // Every change from here on waits for its message and its mail.
  await put('/v1/mail/settings', { ...settingsFor(9), password: undefined });
  const webhook = await post('/v1/webhooks', { url: 'https://shop.example/hook' });
  await post(`/v1/webhooks/${webhook.id}/test`);
  const program = await shop.publish(EVERYTHING);
  await put('/v1/customers/marina', { name: 'Марина Кравцова', email: 'marina@example.com' });
  await shop.join('marina', program, 'MARINA');
  await shop.join('stranger', program, 'STRANGER');
  await put('/v1/customers/marina/payee', MARINA);
  await post('/v1/customers/marina/adjustments', { amount: rub(900), reason: 'подарок к чаю', actor: 'olga' });
  await shop.pay({ id: 'o-1', total: '300000', customer: { externalId: 'oleg', name: 'Олег Петров' }, code: 'MARINA' });
  const own = await shop.pay({ id: 'o-2', total: '400000', customer: { externalId: 'marina' } });
  await post('/v1/events', { id: 'delivered', type: 'order.delivered', occurredAt: api.clock.now().toISOString(), order: { id: 'o-2' } });
  const customer = await get('/v1/customers/marina');
  const { items: rewards } = await get('/v1/customers/marina/rewards');
  const [referral] = (await get('/v1/customers/marina/referrals')).items;
  const coupon = own.body.rewards.find((reward: { benefit: { code?: string } }) => reward.benefit.code !== undefined).benefit.code;
  const { textHash } = await get(`/v1/programs/${program}/terms?locale=ru`);
  const terms = { version: 1, textHash, locale: 'ru' };
  await post(`/v1/customers/marina/memberships/${program}/terms`, { ...terms, method: 'checkbox' });
  // Not hers: she is asked for by her own.
  const code = await post('/v1/customers/oleg/codes', { code: 'SPARE' });
  const payout = await post('/v1/payouts', { customer: 'marina', programId: program, actor: 'olga' });
  const reservation = await post('/v1/reservations', { customer: { externalId: 'marina' }, amount: rub(100) });
  const key = await post('/v1/keys', { name: 'Сайт' });
  const connector = await post('/v1/connectors', { name: 'Сайт', preset: 'tilda' });
  const hook = new URL(connector.addressWithSecret);
  await must({ method: 'POST', url: hook.pathname + hook.search, key: null, body: { payment: { orderid: '77' } } });
  const upload = await must({
    method: 'POST',
    url: '/v1/uploads?kind=orders&name=x.csv',
    body: 'a;b\n1;2',
    headers: { 'content-type': 'text/csv' },
  });
  await put('/v1/upload-sources/kassa', { kind: 'orders', mode: 'history', reading: {} });
  const staff = await post('/v1/staff', { email: 'sveta@tea.example', name: 'Света', role: 'support' });
  const marina = await shop.open('marina', program);
  const claim = await must({ method: 'POST', url: '/v1/cabinet/claims', key: marina.token, body: { friend: 'Лена с работы' } });
  const [message] = (await get(`/v1/webhooks/${webhook.id}/deliveries`)).items;
  const first = async (url: string) => (await get(url)).items[0].id;
  const choice = (await marina.get('home')).body.choices[0].rewardId;
  const friend = (await marina.get('friends')).body.items[0].id;
  const session = (await marina.get('sessions')).body.items[0].id;
  return {
    programId: program,
    messageId: message.id,
    terms,
    marina: { token: marina.token, session, friend, choice },
    stranger: (await shop.open('stranger', program)).token,
    secrets: [
      customer.id,
      friend,
      choice,
      session,
      payout.id,
      claim.id,
      coupon,
      'Кравцова',
      'MARINA',
      'подарок к чаю',
      'Лена',
      'О.\u00a0П.',
      '4312',
    ],
    ids: {
      '/v1/events/': 'delivered',
      '/v1/customers/': customer.id,
      '/v1/codes/': code.id,
      '/v1/programs/': program,
      '/v1/terms/': textHash,
      '/v1/reservations/': reservation.id,
      '/v1/coupons/': coupon,
      '/v1/rewards/': rewards[0].id,
      '/v1/referrals/': referral.id,
      '/v1/orders/': 'o-1',
      '/v1/offers/': 'MARINA',
      '/v1/payouts/': payout.id,
      '/v1/keys/': key.id,
      '/v1/webhooks/': webhook.id,
      '/v1/uploads/': upload.id,
      '/v1/upload-sources/': 'kassa',
      '/v1/connectors/': connector.id,
      '/v1/connector-payloads/': await first('/v1/connector-payloads'),
      '/v1/staff/': staff.staff.id,
      '/v1/friend-claims/': claim.id,
      '/v1/tenant/cabinet-secrets/': await first('/v1/tenant/cabinet-secrets'),
      '/v1/mail/log/': await first('/v1/mail/log'),
      '/v1/cabinet/programs/': program,
      '/v1/cabinet/sessions/': session,
      '/v1/cabinet/friends/': friend,
      '/v1/cabinet/rewards/': choice,
    },
  };
}
