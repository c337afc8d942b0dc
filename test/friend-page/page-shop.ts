/** A tea shop with a live programme and a member whose link is opened. */
import { type Api, openApi, type Reply } from '../support/api.ts';
import { rub } from '../support/http-shop.ts';

export const STORY = {
  title: { ru: 'Чай, который мы собираем сами', en: 'Tea we pick ourselves' },
  text: {
    ru: 'С каждого заказа мы сажаем куст на склоне над деревней. За прошлый год — четыреста.',
    en: 'Each order plants a bush on the slope above the village. Four hundred last year.',
  },
};

export const DOCUMENT = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'optIn' },
  story: STORY,
  rules: [
    {
      id: 'first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub(100_000) } }],
      grant: [
        { to: 'referrer', benefit: { kind: 'credit', amount: rub(20_000) }, hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 } },
        { to: 'friend', benefit: { kind: 'coupon', amount: rub(30_000), use: 'nextOrder', validDays: 90 } },
      ],
    },
  ],
};

export const CONTROLLER = {
  name: 'ООО «Чайная», ОГРН 1027700000000',
  address: 'Москва, Мятная, 7',
  contact: 'privacy@tea.example',
  privacyUrl: 'https://tea.example/privacy',
};

export const BROWSER = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari/604.1' };

export interface PageShop extends Api {
  readonly programId: string;
  /** The page at a path, as a browser of that language asks for it. */
  readonly open: (path: string, language?: 'ru' | 'en', headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly send: (path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  /** The token of the form on a page. */
  readonly tokenOf: (path: string) => Promise<string>;
  readonly settings: (change: unknown) => Promise<Reply>;
}

export async function openPageShop(document: unknown = DOCUMENT, options: Parameters<typeof openApi>[0] = {}): Promise<PageShop> {
  const api = await openApi({ links: true, publicUrl: 'https://go.tea.example', ...options });
  return { ...api, ...(await fillPageShop(api, document)) };
}

export async function fillPageShop(api: Api, document: unknown = DOCUMENT): Promise<Omit<PageShop, keyof Api>> {
  const settings = (change: unknown): Promise<Reply> => api.ask({ method: 'PATCH', url: '/v1/tenant', body: change });
  await must(settings({ name: 'Чайная на Мятной', landingDomains: ['tea.example'] }));
  const made = await must(api.post('/v1/programs', { document }));
  const programId = String(made.body.id);
  await must(api.post(`/v1/programs/${programId}/versions/1/publish`));
  await addMember(api, programId, { externalId: 'marina', name: 'Марина Иванова', code: 'MARINA' });
  const open: PageShop['open'] = (path, language = 'ru', headers = {}) =>
    api.ask({ method: 'GET', url: path, key: null, headers: { 'accept-language': language, ...BROWSER, ...headers } });
  return {
    programId,
    open,
    settings,
    send: (path, fields, headers = {}) =>
      api.ask({
        method: 'POST',
        url: path,
        key: null,
        body: new URLSearchParams(fields).toString(),
        headers: { 'accept-language': 'ru', ...BROWSER, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    tokenOf: async (path) => /name="token" value="([^"]+)"/.exec((await open(path)).text)?.[1] ?? '',
  };
}

export async function addMember(
  api: Pick<Api, 'ask' | 'post'>,
  programId: string,
  member: { readonly externalId: string; readonly name: string; readonly code: string },
): Promise<void> {
  const { externalId, name, code } = member;
  await must(api.ask({ method: 'PUT', url: `/v1/customers/${externalId}`, body: { name, email: `${externalId}@example.com` } }));
  await must(api.post(`/v1/customers/${externalId}/memberships`, { programId }));
  await must(api.post(`/v1/customers/${externalId}/codes`, { code }));
}

export async function must(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked;
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
  return reply;
}
