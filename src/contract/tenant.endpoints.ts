import { z } from 'zod';
import { isTimeZone } from '../domain/time/calendar.ts';
import { SCOPES } from './caller.ts';
import { endpoint } from './endpoint.ts';
import { pageSettingsAnswer, pageSettingsChange } from './page-settings-schema.ts';
import { instant, money, name, text, wireMoney, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const shared = { tag: 'settings', params: NONE, query: NONE, body: null, status: 200, idempotencyKey: false } as const;
const HOST_NAME =
  /^(?=.{1,253}$)(?:[a-z0-9\u0400-\u04ff](?:[a-z0-9\u0400-\u04ff-]{0,61}[a-z0-9\u0400-\u04ff])?\.)+[a-z0-9\u0400-\u04ff-]{2,63}$/i;

const rate = z.int('type').min(0, 'size').max(10_000, 'size').meta({ description: '100 basis points are 1 %.' });
const typedMargin = z
  .strictObject({
    basisPoints: rate,
    categories: z
      .array(z.strictObject({ category: name(), basisPoints: rate }))
      .max(200, 'too-many')
      .optional(),
  })
  .meta({
    id: 'TypedMargin',
    description: 'What is left of a price after the goods are paid for. Written into programmes that name none.',
  });

const tenant = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    locale: z.enum(['ru', 'en']),
    landingUrl: z.string().nullable(),
    landingDomains: z.array(z.string()),
    clickRetentionDays: z.int(),
    identityRetentionDays: z.int(),
    reviewShareBasisPoints: rate.describe('The share of referrals picked by chance for a person to look at; 500 = 5 % unless changed.'),
    margin: typedMargin.nullable(),
    handlingCost: wireMoney.nullable().meta({ description: 'What handling one reward costs in work.' }),
    couponUrl: z.string().nullable().describe('Opens the shop with a coupon: an address with `{code}` in it.'),
    publicUrl: z.string(),
    createdAt: wireTime,
    ...pageSettingsAnswer,
  })
  .meta({ id: 'Tenant' });

export const getTenant = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/tenant',
  summary: 'The business of the key and its settings',
  access: 'read',
  answer: tenant,
});

export const patchTenant = endpoint({
  ...shared,
  method: 'PATCH',
  path: '/v1/tenant',
  summary: 'Change settings of the business; what is absent stays',
  access: 'admin',
  body: z
    .strictObject({
      name: text(200).optional(),
      timeZone: z.string().max(64).refine(isTimeZone, 'time-zone').optional(),
      locale: z.enum(['ru', 'en'], 'choice').optional(),
      landingUrl: z.string('landing').min(1, 'landing').max(2048, 'landing').nullable().optional(),
      landingDomains: z.array(z.string().regex(HOST_NAME, 'format')).max(100, 'too-many').optional(),
      clickRetentionDays: z.int('type').min(1, 'size').max(3650, 'size').optional(),
      identityRetentionDays: z.int('type').min(0, 'size').max(3650, 'size').optional(),
      reviewShareBasisPoints: rate.optional(),
      margin: typedMargin.nullable().optional(),
      handlingCost: money.nullable().optional(),
      couponUrl: z
        .string('landing')
        .min(1, 'landing')
        .max(2048, 'landing')
        .nullable()
        .optional()
        .describe('As in `https://shop.example/cart?coupon={code}`, on a domain of landingDomains.'),
      ...pageSettingsChange,
    })
    .meta({ id: 'TenantChange' }),
  answer: tenant,
});

const key = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['secret', 'publishable']),
    name: z.string(),
    source: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: wireTime,
    expiresAt: wireTime.nullable(),
    revokedAt: wireTime.nullable(),
    lastUsedAt: wireTime.nullable(),
  })
  .meta({ id: 'Key' });

export const listKeys = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/keys',
  summary: 'The keys of the business, without their secrets',
  access: 'admin',
  answer: z.strictObject({ items: z.array(key) }),
});

export const createKey = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/keys',
  summary: 'Make a key; its text is shown in this answer only',
  access: 'admin',
  body: z.strictObject({
    kind: z.enum(['secret', 'publishable'], 'choice').default('secret'),
    name: text(100),
    source: name(64)
      .default('api')
      .meta({ description: 'Name under which its events are stored; give the old one when a key is rotated.' }),
    scopes: z.array(z.enum(SCOPES, 'choice')).max(SCOPES.length, 'too-many').optional(),
    expiresAt: instant.optional(),
  }),
  status: 201,
  idempotencyKey: true,
  shownOnce: ['key'],
  answer: z.strictObject({ ...key.shape, key: z.string().nullable() }).meta({ id: 'NewKey' }),
});

export const revokeKey = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/keys/{id}',
  summary: 'Revoke a key; it stops within a second everywhere',
  access: 'admin',
  params: z.strictObject({ id: z.string().regex(/^[a-z0-9]{4,32}$/, 'id') }),
  status: 204,
  answer: null,
});
