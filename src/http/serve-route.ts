import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Caller } from '../contract/caller.ts';
import { type Endpoint, takesActor } from '../contract/endpoint.ts';
import { parseBy } from '../contract/field-issues.ts';
import { invalidField, type Problem, problem, statusOf } from '../contract/problems.ts';
import { type ActIdentity, type Call, type Route, StoredAnswer, StreamedAnswer, WithCookie } from '../contract/route.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import { type AdmissionContext, admit } from './admission.ts';
import type { ChangeRecorder } from './change-record.ts';
import { type Answered, answerOnce, isIdempotencyKey } from './idempotency.ts';
import type { KeyTurns } from './key-turns.ts';
import { sendProblem } from './problem-reply.ts';
import type { PublicThrottle } from './throttle.ts';

const BODY_LIMIT = 262_144;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

export interface RouteContext extends AdmissionContext {
  readonly changes: ChangeRecorder;
  readonly turns: KeyTurns;
}

/** Serves one endpoint: key, scope, schemas, idempotency, use case, answer by its schema. */
export function serveRoute(app: FastifyInstance, served: Route, context: RouteContext): void {
  const { endpoint } = served;
  const url = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  if (endpoint.access === 'publishable') openToPages(app, url, endpoint.method);
  const place = (scope: FastifyInstance): void => {
    scope.route(routeOf(served, url, context));
  };
  if (endpoint.takesBytes !== true) {
    place(app);
    return;
  }
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    place(scope);
  });
}

function routeOf(served: Route, url: string, context: RouteContext): RouteOptions {
  const { endpoint } = served;
  return {
    method: endpoint.method,
    url,
    bodyLimit: endpoint.bodyLimit ?? BODY_LIMIT,
    onRequest: async (request, reply) => {
      if (endpoint.access === 'publishable') reply.header('access-control-allow-origin', '*');
      request.caller = await admit(request, endpoint, context);
    },
    handler: async (request, reply) => {
      const answered = await answer(request, served, context);
      if (answered.ok) return send(reply, answered.value, endpoint.mediaType);
      await countMiss(request, answered.error, context.throttle);
      return sendProblem(request, reply, answered.error);
    },
  };
}

/** A publishable key is made for pages of any host; no cookie is involved, so any origin may ask. */
function openToPages(app: FastifyInstance, url: string, method: string): void {
  app.options(url, async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': method,
      'access-control-allow-headers': 'authorization, content-type',
    });
    return reply.header('access-control-max-age', '86400').code(204).send();
  });
}

async function countMiss(request: FastifyRequest, found: Problem, throttle: PublicThrottle): Promise<void> {
  const { caller } = request;
  if (caller?.kind === 'publishable' && statusOf(found.code) === 404) await throttle.countMiss(caller, request.ip);
}

function send(reply: FastifyReply, answered: Answered, mediaType: Endpoint['mediaType']): FastifyReply {
  faultPoint('before-answer');
  reply.code(answered.status);
  if (answered.cookie !== undefined) reply.header('set-cookie', answered.cookie);
  if (answered.status === 204) return reply.send();
  if (answered.stream !== undefined) return sendFile(reply, answered.stream, mediaType);
  return reply.type(`${mediaType ?? 'application/json'}; charset=utf-8`).send(answered.text);
}

function sendFile(reply: FastifyReply, { pieces, fileName }: StreamedAnswer, mediaType: Endpoint['mediaType']): FastifyReply {
  reply.type(mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : (mediaType ?? 'application/octet-stream'));
  return reply.header('content-disposition', `attachment; filename="${fileName}"`).send(Readable.from(pieces, { objectMode: false }));
}

async function answer(request: FastifyRequest, served: Route, context: RouteContext): Promise<Result<Answered, Problem>> {
  const { endpoint } = served;
  const key = request.headers['idempotency-key'];
  if (key === undefined || !endpoint.idempotencyKey) return run(request, served, { context, once: null });
  if (typeof key !== 'string' || !isIdempotencyKey(key)) return err(invalidField({ field: 'Idempotency-Key', issue: 'format' }));
  const path = `${endpoint.method} ${request.url.split('?')[0]}`;
  const caller = callerOf(request);
  // Keys, programmes, webhooks and connections are made by owners alone, and beside the log.
  const turns = endpoint.access === 'admin' ? context.turns : null;
  return answerOnce({ db: context.db, turns }, { caller, path, key, sent: request.body, now: context.clock.now() }, () =>
    run(request, served, { context, once: { path, key } }),
  );
}

async function run(
  request: FastifyRequest,
  served: Route,
  { context, once }: { readonly context: RouteContext; readonly once: { readonly path: string; readonly key: string } | null },
): Promise<Result<Answered, Problem>> {
  const { endpoint } = served;
  const call = checkCall(request, endpoint, once);
  if (!call.ok) return call;
  const change = await context.changes.start(call.value, endpoint, request.params);
  const handled = await served.handle(call.value);
  if (!handled.ok) {
    await change?.refused();
    return handled;
  }
  await change?.made(handled.value);
  return ok(encode(endpoint, handled.value));
}

function checkCall(
  request: FastifyRequest,
  endpoint: Endpoint,
  once: { readonly path: string; readonly key: string } | null,
): Result<Call, Problem> {
  const params = parseBy(endpoint.params, request.params);
  // An id that cannot exist is an object that is not there, unless the request would make it.
  if (!params.ok) return err(endpoint.method === 'PUT' ? invalidField(params.error) : problem('not_found', params.error.field));
  const query = parseBy(endpoint.query, request.query);
  if (!query.ok) return err(invalidField(query.error));
  const body = checkBody(request, endpoint);
  if (!body.ok) return body;
  return ok({
    caller: callerOf(request),
    params: params.value,
    query: query.value,
    body: body.value,
    sent: request.body,
    act: actIdentity(endpoint, once),
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
  });
}

function checkBody(request: FastifyRequest, endpoint: Endpoint): Result<unknown, Problem> {
  if (endpoint.body === null) return ok(undefined);
  if (endpoint.isBodyDecodedByUseCase === true) return ok(request.body);
  const body = parseBy(endpoint.body, withActor(request, endpoint));
  return body.ok ? body : err(invalidField(body.error));
}

/** Who is signed in is who acts, whatever the body says. */
function withActor(request: FastifyRequest, endpoint: Endpoint): unknown {
  const staff = request.caller?.staff;
  const { body } = request;
  if (staff === undefined || !takesActor(endpoint)) return body;
  const actor = `staff:${staff.id}`;
  if (body === undefined || body === null) return { actor };
  return typeof body === 'object' && !Array.isArray(body) ? { ...body, actor } : body;
}

/** The key is hashed with its path: an id of the log must hold nothing personal, and a path may hold a shop's customer id. */
function actIdentity(endpoint: Endpoint, once: { readonly path: string; readonly key: string } | null): ActIdentity {
  const source = `act:${endpoint.method} ${endpoint.path}`;
  if (once === null) return { source, eventId: randomUUID() };
  return { source, eventId: createHash('sha256').update(`${once.path}\0${once.key}`).digest('hex') };
}

/** An answer its own schema refuses is a broken promise of ours: it throws and answers 500. */
function encode(endpoint: Endpoint, value: unknown): Answered {
  const { status, shownOnce } = endpoint;
  if (value instanceof WithCookie) return { ...encode(endpoint, value.value), cookie: value.cookie };
  if (value instanceof StreamedAnswer) return { status, text: '', stream: value };
  if (value instanceof StoredAnswer) return { status, text: value.text };
  if (endpoint.answer === null) return { status, text: '' };
  const shown = endpoint.answer.parse(value);
  if (endpoint.mediaType !== undefined && typeof shown === 'string') return { status, text: shown };
  const text = JSON.stringify(shown);
  if (shownOnce === undefined) return { status, text };
  return { status, text, keptText: JSON.stringify(shown, (name, inner: unknown) => (shownOnce.includes(name) ? null : inner)) };
}

function callerOf(request: FastifyRequest): Caller {
  const { caller } = request;
  assert(caller !== null, 'a request reached its use case without a key');
  return caller;
}
