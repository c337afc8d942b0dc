import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { event } from './event.ts';
import { eventAnswer, eventResult, storedEvent } from './event-answer-schema.ts';
import { name, pageOf, pageQuery } from './primitives.ts';

export const MAX_EVENTS = 500;
const EVENTS_BODY_LIMIT = 1_048_576;
const NO_QUERY = z.strictObject({});

const eventsBody = z.union([event, z.strictObject({ events: z.array(event).min(1).max(MAX_EVENTS) })]);
const eventsAnswer = z.union([eventAnswer, z.strictObject({ results: z.array(eventResult) })]);

export const postEvents = endpoint({
  method: 'POST',
  path: '/v1/events',
  summary: 'Take one event or up to 500, decide them in order and answer each',
  tag: 'events',
  access: 'write',
  params: NO_QUERY,
  query: NO_QUERY,
  body: eventsBody,
  status: 200,
  answer: eventsAnswer,
  // Events carry their own id.
  idempotencyKey: false,
  isBodyDecodedByUseCase: true,
  bodyLimit: EVENTS_BODY_LIMIT,
});

export const dryRunEvents = endpoint({
  ...postEvents,
  path: '/v1/events/dry-run',
  summary: 'What the events would lead to; nothing is stored',
  access: 'read',
  body: z.union([event, z.strictObject({ events: z.array(event).min(1).max(MAX_EVENTS), programVersionId: z.string().optional() })]),
  query: z.strictObject({
    programVersionId: z
      .string()
      .regex(/^prv_[0-9a-f]{32}$/, 'id')
      .optional()
      .meta({ description: 'Decides by this version alone as if it were effective; may stand in the body as well.' }),
  }),
});

export const listEvents = endpoint({
  method: 'GET',
  path: '/v1/events',
  summary: 'What was sent, newest first, each with the answer it got',
  tag: 'events',
  access: 'read',
  params: NO_QUERY,
  query: z.strictObject({
    ...pageQuery,
    by: z.enum(['hand'], 'choice').optional().meta({ description: '`hand`: what people of the business typed in the console.' }),
  }),
  body: null,
  status: 200,
  answer: pageOf(storedEvent),
  idempotencyKey: false,
});

export const getEvent = endpoint({
  method: 'GET',
  path: '/v1/events/{id}',
  summary: 'A stored event and the answer it got',
  tag: 'events',
  access: 'read',
  params: z.strictObject({ id: name() }),
  query: NO_QUERY,
  body: null,
  status: 200,
  answer: storedEvent,
  idempotencyKey: false,
});
