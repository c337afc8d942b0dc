import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const EVENTS_BODY_LIMIT = 1_048_576;

/** Served by the benchmark's server only; not part of the API and its document. */
export const floorEndpoint = endpoint({
  method: 'POST',
  path: '/bench/events',
  summary: 'Benchmark floor: each event one row, each request one commit.',
  tag: 'bench',
  access: 'write',
  params: z.strictObject({}),
  query: z.strictObject({}),
  body: z.unknown(),
  status: 200,
  answer: z.unknown(),
  idempotencyKey: false,
  isBodyDecodedByUseCase: true,
  bodyLimit: EVENTS_BODY_LIMIT,
});
