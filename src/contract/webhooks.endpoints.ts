import { z } from 'zod';
import { MESSAGE_TYPES } from '../domain/messages/message.ts';
import { endpoint } from './endpoint.ts';
import { idOf, instant, pageOf, pageQuery, text, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const webhookPath = z.strictObject({ id: idOf('whk') });

const wireError = z
  .strictObject({ code: z.string(), text: wireText })
  .nullable()
  .meta({ description: 'What was wrong with the last attempt.' });

const webhook = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    types: z.array(z.string()).nullable().meta({ description: 'Null: every type.' }),
    description: z.string().nullable(),
    status: z.enum(['active', 'paused', 'disabled']),
    disabledAt: wireTime.nullable(),
    disabledReason: z.strictObject({ code: z.enum(['gone', 'failing']), text: wireText }).nullable(),
    failingSince: wireTime.nullable().meta({ description: 'Since when no attempt has succeeded.' }),
    quietUntil: wireTime.nullable().meta({ description: 'Until when the other side asked to be left alone (Retry-After).' }),
    lastError: wireError,
    oldSecretValidUntil: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: 'Webhook' });

const withSecret = z
  .strictObject({ ...webhook.shape, secret: z.string().nullable().meta({ description: '`whsec_…`, shown this once.' }) })
  .meta({ id: 'NewWebhook' });

const delivery = z
  .strictObject({
    id: z.string().meta({ description: 'The message’s id, `msg_…`; the same in every attempt and for every receiver.' }),
    webhookId: z.string(),
    type: z.string(),
    status: z.enum(['pending', 'delivered', 'dead']),
    createdAt: wireTime,
    nextAttemptAt: wireTime.nullable(),
    deliveredAt: wireTime.nullable(),
    lastStatus: z.int().nullable(),
    lastError: wireError,
    attempts: z.array(z.strictObject({ at: wireTime, durationMs: z.int(), status: z.int().nullable(), error: z.string().nullable() })),
  })
  .meta({ id: 'WebhookDelivery' });

const shared = { tag: 'webhooks', params: webhookPath, query: NONE, body: null, status: 200, idempotencyKey: false } as const;

const url = z.string().min(1, 'webhook-url').max(2048, 'webhook-url');
const types = z
  .array(z.enum(MESSAGE_TYPES, 'choice'))
  .min(1, 'size')
  .max(MESSAGE_TYPES.length, 'too-many')
  .nullable()
  .meta({ description: 'Which messages it wants; null or absent: all.' });
const description = text(200).nullable();

export const createWebhook = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/webhooks',
  summary: 'Send messages to an address; its signing secret is shown in this answer only',
  access: 'admin',
  params: NONE,
  body: z.strictObject({ url, types: types.optional(), description: description.optional() }),
  status: 201,
  idempotencyKey: true,
  shownOnce: ['secret'],
  answer: withSecret,
});

export const listWebhooks = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/webhooks',
  summary: 'Who listens, oldest first',
  access: 'read',
  params: NONE,
  query: z.strictObject(pageQuery),
  answer: pageOf(webhook),
});

export const getWebhook = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/webhooks/{id}',
  summary: 'One endpoint and how it fares',
  access: 'read',
  answer: webhook,
});

export const patchWebhook = endpoint({
  ...shared,
  method: 'PATCH',
  path: '/v1/webhooks/{id}',
  summary: 'Change an endpoint; `paused: false` also switches a disabled one on again',
  access: 'admin',
  body: z.strictObject({
    url: url.optional(),
    types: types.optional(),
    description: description.optional(),
    paused: z.boolean('type').optional(),
  }),
  answer: webhook,
});

export const deleteWebhook = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/webhooks/{id}',
  summary: 'Send nothing more to an endpoint; its deliveries are forgotten',
  access: 'admin',
  status: 204,
  answer: null,
});

export const rotateWebhook = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/webhooks/{id}/rotate',
  summary: 'A new signing secret; for 24 hours the old one signs too',
  access: 'admin',
  body: NONE.optional(),
  idempotencyKey: true,
  shownOnce: ['secret'],
  answer: withSecret,
});

export const testWebhook = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/webhooks/{id}/test',
  summary: 'Send a message of type `webhook.test`',
  access: 'write',
  body: NONE.optional(),
  status: 202,
  idempotencyKey: true,
  answer: delivery,
});

export const listDeliveries = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/webhooks/{id}/deliveries',
  summary: 'The log of deliveries with each attempt, newest first; kept for 30 days',
  access: 'read',
  query: z.strictObject({ ...pageQuery, status: z.enum(['pending', 'delivered', 'dead'], 'choice').optional() }),
  answer: pageOf(delivery),
});

export const replayDelivery = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/webhooks/{id}/deliveries/{messageId}/replay',
  summary: 'Send one message again, with the whole schedule before it',
  access: 'write',
  params: z.strictObject({ id: idOf('whk'), messageId: idOf('msg') }),
  body: NONE.optional(),
  idempotencyKey: true,
  answer: delivery,
});

export const replayDead = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/webhooks/{id}/replay',
  summary: 'Send every dead letter made since a time again',
  access: 'write',
  body: z.strictObject({ since: instant }),
  idempotencyKey: true,
  answer: z.strictObject({ count: z.int().meta({ description: 'How many messages are on their way again.' }) }),
});
