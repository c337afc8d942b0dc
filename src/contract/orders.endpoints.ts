import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { name } from './primitives.ts';
import { explanation, orderResource } from './resources.ts';

const NONE = z.strictObject({});
const shared = {
  method: 'GET',
  tag: 'orders',
  access: 'read',
  params: z.strictObject({ id: name() }),
  query: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
} as const;

export const getOrder = endpoint({
  ...shared,
  path: '/v1/orders/{id}',
  summary: 'An order as it is known, with payments and refunds',
  answer: orderResource,
});

export const explainOrder = endpoint({
  ...shared,
  path: '/v1/orders/{id}/explanation',
  summary: 'Why the order earned what it earned: every rule looked at, event by event',
  answer: explanation,
});
