/** A shop with members in their cabinets, asked over HTTP as the page does. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect } from 'vitest';
import { type Api, openApi, type Reply } from '../support/api.ts';

const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

/** A percentage for the referrer, a coupon for the friend, and a ladder. */
export const program = {
  name: { ru: 'Чай с друзьями', en: 'Tea with friends' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'optIn' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub('100000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 1000 }, use: 'nextOrder', validDays: 90 } },
      ],
    },
  ],
  tiers: [
    {
      id: 'friend-of-the-house',
      name: { ru: 'Друг дома', en: 'Friend of the house' },
      greeting: { ru: 'Рады вам как своим.', en: 'You are one of us.' },
      thankYou: { ru: 'Спасибо, что рассказываете о нас!', en: 'Thank you for telling others!' },
      entry: { if: [] },
    },
    {
      id: 'partner',
      name: { ru: 'Партнёр', en: 'Partner' },
      entry: { if: [{ qualifiedReferrals: { atLeast: 3 } }] },
    },
  ],
};

const webinar = {
  id: 'webinar',
  name: { ru: 'Закрытый вебинар', en: 'A closed webinar' },
  kind: 'seat',
  cost: rub('0'),
  capacity: 5,
  url: 'https://tea.example/webinar',
};
const tasting = { ...webinar, id: 'tasting', name: { ru: 'Дегустация', en: 'A tasting' } };

/** The same with perks: one listed by the tier, one chosen for an own order; and a coupon for each. */
export const generous = {
  ...program,
  perks: [webinar, tasting],
  rules: [
    ...program.rules,
    {
      id: 'own-order',
      on: 'order.delivered',
      grant: { to: 'buyer', benefit: { kind: 'choice', of: ['webinar', 'tasting'], default: 'tasting', withinDays: 30 } },
    },
    {
      id: 'own-coupon',
      on: 'order.paid',
      grant: { to: 'buyer', benefit: { kind: 'coupon', amount: rub('30000'), use: 'nextOrder', validDays: 60 } },
    },
  ],
  tiers: [{ ...program.tiers[0], perks: ['webinar'] }, program.tiers[1]],
};

export interface Cabinet {
  readonly token: string;
  readonly get: (path: string) => Promise<Reply>;
  readonly send: (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<Reply>;
}

export interface CabinetShop {
  readonly api: Api;
  readonly secret: string;
  readonly publish: (document: object) => Promise<string>;
  readonly join: (externalId: string, programId: string, code: string) => Promise<void>;
  readonly pay: (order: PaidOrder) => Promise<Reply>;
  readonly signToken: (of: TokenOf) => Promise<string>;
  /** A door call, as our own page makes it. */
  readonly knock: (path: string, body: unknown, address?: string) => Promise<Reply>;
  readonly open: (externalId: string, programId: string) => Promise<Cabinet>;
  readonly cabinetOf: (token: string) => Cabinet;
}

export interface PaidOrder {
  readonly id: string;
  readonly total: string;
  readonly customer: { readonly externalId: string; readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly code?: string;
}

export interface TokenOf {
  readonly aud?: string | string[];
  readonly sub?: string;
  readonly jti?: string | null;
  readonly issuedAt?: Date;
  readonly lifeSeconds?: number;
  readonly secret?: string;
  readonly algorithm?: string;
}

export const PAGE = { 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin', 'x-sarafan-shop': 'shop' };

export async function openCabinetShop(options: Parameters<typeof openApi>[0] = {}, live?: Api): Promise<CabinetShop> {
  const api = live ?? (await openApi(options));
  const made = await api.post('/v1/tenant/cabinet-secrets');
  expect(made.status, made.text).toBe(201);
  const { secret } = made.body;
  const cabinetOf = (token: string): Cabinet => ({
    token,
    get: (path) => api.ask({ method: 'GET', url: `/v1/cabinet/${path}`, key: token }),
    send: (method, path, body) => api.ask({ method, url: `/v1/cabinet/${path}`, key: token, ...(body === undefined ? {} : { body }) }),
  });
  const signToken = async (of: TokenOf): Promise<string> => {
    const issued = Math.floor((of.issuedAt ?? api.clock.now()).getTime() / 1000);
    const token = new SignJWT({})
      .setProtectedHeader({ alg: of.algorithm ?? 'HS256' })
      .setIssuedAt(issued)
      .setExpirationTime(issued + (of.lifeSeconds ?? 300));
    if (of.aud !== undefined) token.setAudience(of.aud);
    if (of.sub !== undefined) token.setSubject(of.sub);
    if (of.jti !== null) token.setJti(of.jti ?? randomUUID());
    return token.sign(new TextEncoder().encode(of.secret ?? secret));
  };
  const knock = (path: string, body: unknown, remoteAddress?: string): Promise<Reply> =>
    api.ask({
      method: 'POST',
      url: `/v1/cabinet/${path}`,
      key: null,
      headers: PAGE,
      body,
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
    });
  return {
    api,
    secret,
    cabinetOf,
    signToken,
    knock,
    publish: async (document) => {
      const draft = await api.post('/v1/programs', { document });
      expect(draft.status, draft.text).toBe(201);
      const published = await api.post(`/v1/programs/${draft.body.id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
      expect(published.status, published.text).toBe(200);
      return draft.body.id;
    },
    join: async (externalId, programId, code) => {
      await api.ask({ method: 'PUT', url: `/v1/customers/${externalId}`, body: {} });
      const joined = await api.post(`/v1/customers/${externalId}/memberships`, { programId });
      expect(joined.status, joined.text).toBe(201);
      await api.post(`/v1/customers/${externalId}/codes`, { code });
    },
    pay: async ({ id, total, customer, code }) => {
      const paid = await api.post('/v1/events', {
        id: `evt-${id}`,
        type: 'order.paid',
        occurredAt: api.clock.now().toISOString(),
        customer,
        order: { id, total: rub(total) },
        ...(code === undefined ? {} : { attribution: { code } }),
      });
      expect(paid.status, paid.text).toBe(200);
      return paid;
    },
    open: async (externalId, programId) => {
      const opened = await knock('sessions', { token: await signToken({ aud: programId, sub: externalId }) });
      expect(opened.status, opened.text).toBe(201);
      return cabinetOf(opened.body.token);
    },
  };
}
