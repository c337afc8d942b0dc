import { z } from 'zod';
import { mapping, shownMapping } from './connector-mapping.ts';
import { endpoint } from './endpoint.ts';
import { eventAnswer } from './event-answer-schema.ts';
import { idOf, name, pageOf, pageQuery, text, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const connectorPath = z.strictObject({ id: idOf('hok') });
export const PRESETS = ['woocommerce', 'insales', 'tilda', 'getcourse', 'custom'] as const;
const preset = z.enum(PRESETS, 'choice').meta({ description: 'What is known of the sender; `custom` knows nothing.' });
const trust = z.enum(['signed', 'checked', 'hint'], 'choice').meta({
  description:
    '`signed`: the sender signs what it sends. `checked`: it does not; each order is asked for again at `checkUrl`. `hint`: nobody vouches for it; a person confirms.',
});
const PAYLOAD_STATUSES = ['kept', 'waiting', 'held', 'ignored', 'done', 'failed', 'refused'] as const;

const check = z.strictObject({
  url: z
    .string()
    .max(500, 'size')
    .regex(/^https?:\/\/[^\s{}]+\{id\}[^\s{}]*$/, 'format')
    .meta({ description: 'With {id} where the order number goes.' }),
  user: z.string().max(200, 'size').optional(),
  password: z.string().max(200, 'size').optional(),
});

const connector = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    preset: z.enum(PRESETS),
    status: z.enum(['draft', 'active', 'paused']).meta({ description: 'A draft keeps payloads and does nothing with them.' }),
    trust: z.enum(['signed', 'checked', 'hint']),
    address: z.string().meta({ description: 'Where the other system sends to; without its secret.' }),
    mapping: shownMapping,
    checkUrl: z.string().nullable(),
    oldSecretValidUntil: wireTime.nullable(),
    lastReceivedAt: wireTime.nullable(),
    counts: z.strictObject({
      held: z.int(),
      failed: z.int(),
      done: z.int(),
      leftOut: z.int().meta({ description: 'Of the last hundred done: taken without a contact that is none, such as the phone “-”.' }),
      ignored: z.int(),
      kept: z.int().meta({ description: 'Came while the connection was off, and were not looked at since.' }),
      waiting: z.int().meta({ description: 'In the line to be decided.' }),
    }),
    createdAt: wireTime,
  })
  .meta({ id: 'Connector' });
export type ConnectorInput = z.input<typeof connector>;

const withSecret = z
  .strictObject({
    ...connector.shape,
    secret: z.string().nullable().meta({ description: 'For the field “Secret” of a sender that signs; shown this once.' }),
    addressWithSecret: z.string().nullable().meta({ description: 'For a sender that does not sign; shown this once.' }),
  })
  .meta({ id: 'NewConnector' });

const mappedEvent = z.strictObject({
  type: z.string(),
  orderId: z.string().nullable(),
  customer: z.string().nullable(),
  total: z.strictObject({ amountMinor: z.string(), currency: z.string() }).nullable(),
  occurredAt: wireTime,
  answer: eventAnswer.nullable().meta({ description: 'What it led to, or in a test would lead to.' }),
  problem: z.strictObject({ code: z.string(), field: z.string().nullable(), text: wireText }).nullable(),
  notes: z
    .array(z.strictObject({ code: z.string(), field: z.string(), text: wireText }))
    .default([])
    .meta({ description: 'What was left out of it so that the rest could be taken.' }),
});

const outcome = z
  .strictObject({
    events: z.array(mappedEvent),
    reason: z.strictObject({ code: z.string(), field: z.string().nullable(), value: z.string().nullable(), text: wireText }).nullable(),
  })
  .meta({ id: 'PayloadOutcome' });
export type OutcomeInput = z.input<typeof outcome>;

const payload = z
  .strictObject({
    id: z.string(),
    connectorId: z.string(),
    receivedAt: wireTime,
    status: z.enum(PAYLOAD_STATUSES),
    orderId: z.string().nullable(),
    outcome: outcome.nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: wireTime.nullable(),
    nextAttemptAt: wireTime.nullable(),
  })
  .meta({ id: 'ConnectorPayload' });
export type PayloadInput = z.input<typeof payload>;

const openPayload = z
  .strictObject({
    ...payload.shape,
    body: z.string().nullable().meta({ description: 'As it came; null once its person was erased.' }),
    paths: z.array(z.strictObject({ path: z.string(), value: z.string() })).meta({ description: 'Everything in it that can be mapped.' }),
  })
  .meta({ id: 'OpenPayload' });

const shared = { tag: 'connectors', params: connectorPath, query: NONE, body: null, status: 200, idempotencyKey: false } as const;

export const listConnectors = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/connectors',
  summary: 'Connections to systems that send webhooks',
  access: 'read',
  params: NONE,
  answer: z.strictObject({ items: z.array(connector) }),
});

export const createConnector = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/connectors',
  summary: 'An incoming address; its secret is shown in this answer only',
  access: 'admin',
  params: NONE,
  body: z.strictObject({ name: name(100), preset: preset.default('custom') }),
  status: 201,
  idempotencyKey: true,
  shownOnce: ['secret', 'addressWithSecret'],
  answer: withSecret,
});

export const getConnector = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/connectors/{id}',
  summary: 'One connection',
  access: 'read',
  answer: connector,
});

export const patchConnector = endpoint({
  ...shared,
  method: 'PATCH',
  path: '/v1/connectors/{id}',
  summary: 'Change a connection; switching it on first tests its mapping on the last ten payloads',
  access: 'admin',
  body: z.strictObject({
    name: name(100).optional(),
    mapping: mapping.optional(),
    trust: trust.optional(),
    check: check.nullable().optional(),
    status: z.enum(['active', 'paused'], 'choice').optional(),
  }),
  answer: connector,
});

export const deleteConnector = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/connectors/{id}',
  summary: 'Take nothing more at this address; its payloads are forgotten',
  access: 'admin',
  status: 204,
  answer: null,
});

export const rotateConnector = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/connectors/{id}/rotate',
  summary: 'A new secret; for 24 hours the old one is taken too',
  access: 'admin',
  body: NONE.optional(),
  idempotencyKey: true,
  shownOnce: ['secret', 'addressWithSecret'],
  answer: withSecret,
});

export const testConnector = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/connectors/{id}/test',
  summary: 'What the last ten payloads would be under a mapping, and what they would lead to; nothing is stored',
  access: 'admin',
  body: z
    .strictObject({
      mapping: mapping.optional(),
      payloadId: idOf('pld').optional().meta({ description: 'One that is to be looked at before the last ten, however old it is.' }),
    })
    .optional(),
  answer: z.strictObject({ items: z.array(openPayload) }),
});

export const listPayloads = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/connector-payloads',
  summary: 'What came through the incoming addresses and what became of it, newest first; kept for 30 days',
  tag: 'events',
  access: 'read',
  params: NONE,
  query: z.strictObject({ ...pageQuery, connectorId: idOf('hok').optional(), status: z.enum(PAYLOAD_STATUSES, 'choice').optional() }),
  answer: pageOf(payload),
});

export const getPayload = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/connector-payloads/{id}',
  summary: 'One payload as it came, with everything in it',
  tag: 'events',
  access: 'write',
  params: z.strictObject({ id: idOf('pld') }),
  answer: openPayload,
});

export const decideAllPayloads = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/connector-payloads/decide-all',
  summary: 'Take everything of one state once more, as what was kept while a connection was off, or drop it; the counts tell how far it is',
  tag: 'events',
  access: 'write',
  params: NONE,
  body: z.strictObject({
    connectorId: idOf('hok').meta({ description: 'Of this connection.' }),
    status: z.enum(['kept', 'failed', 'ignored'], 'choice').meta({ description: 'Those in this state.' }),
    decision: z
      .enum(['retry', 'refuse'], 'choice')
      .meta({ description: '`retry`: take them into the line. `refuse`: nobody gets anything for them.' }),
    actor: text(100).optional(),
  }),
  answer: z.strictObject({ changed: z.int().meta({ description: 'How many.' }) }),
});

export const decidePayloads = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/connector-payloads/decide',
  summary:
    'Confirm or refuse what nobody vouches for, or take once more what failed or was kept; of a connection that is off nothing is taken',
  tag: 'events',
  access: 'write',
  params: NONE,
  body: z.strictObject({
    payloadIds: z.array(idOf('pld')).min(1, 'size').max(200, 'too-many'),
    decision: z.enum(['confirm', 'refuse', 'retry'], 'choice'),
    actor: text(100).optional(),
  }),
  answer: z.strictObject({ items: z.array(payload), unchanged: z.int().meta({ description: 'Decided before, or not there.' }) }),
});
