import type { components, paths } from './generated/schema.ts';

export type Schemas = components['schemas'];
export type Event = Schemas['Event'];
export type EventAnswer = Schemas['EventAnswer'];
export type Problem = Schemas['Problem'];

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
type Path = keyof paths;
type MethodOf<P extends Path> = { [M in Method]: paths[P] extends Record<M, object> ? M : never }[Method];
type Operation<P extends Path, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;

type PathParameters<O> = O extends { parameters: { path: infer X extends object } } ? { readonly path: X } : { readonly path?: undefined };
type QueryParameters<O> = O extends { parameters: { query?: infer X } } ? { readonly query?: X } : object;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer X } } }
  ? { readonly body: X }
  : O extends { requestBody?: { content: { 'application/json': infer X } } }
    ? { readonly body?: X }
    : object;
/** JSON by its type, a table in CSV as text, another file as its bytes; null where an answer holds nothing (204). */
type ContentOf<R> = R extends { content: infer C }
  ? C extends { 'application/json': infer X }
    ? X
    : C extends { 'text/csv': string }
      ? string
      : ArrayBuffer
  : null;
type AnswerOf<O> = O extends { responses: infer R }
  ? { [Status in keyof R]: Status extends 200 | 201 | 202 | 204 ? ContentOf<R[Status]> : never }[keyof R]
  : never;

export type Request<P extends Path, M extends Method> = PathParameters<Operation<P, M>> &
  QueryParameters<Operation<P, M>> &
  BodyOf<Operation<P, M>> & { readonly idempotencyKey?: string; readonly signal?: AbortSignal };

export interface ClientOptions {
  /** Where the server answers, as in https://referrals.example.com. */
  readonly baseUrl: string;
  /** `sk_…`, or `pk_…` for claims and offers. */
  readonly key: string;
  /** Tries beside the first one when the server is away, overloaded or throttling; 3 when absent. */
  readonly retries?: number;
  /** For one try; 10,000 when absent. */
  readonly timeoutMs?: number;
  /** Where a test or a proxy stands in for the network. */
  readonly fetch?: typeof fetch;
}

/** The server's own answer to a request it did not do: see `problem.code` and `problem.field`. */
export class SarafanProblem extends Error {
  override readonly name = 'SarafanProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

interface Reply {
  readonly status: number;
  readonly isOk: boolean;
  readonly headers: Headers;
  readonly bytes: ArrayBuffer;
}

const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * A client of the whole API, typed by its document. Every POST carries an Idempotency-Key, and events carry their own id,
 * so that a try whose answer was lost is repeated without doing anything twice.
 */
export class SarafanClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** One event; throws `SarafanProblem` when it is refused. */
  async sendEvent(event: Event): Promise<EventAnswer> {
    const answer = await this.call('post', '/v1/events', { body: event });
    if ('results' in answer) throw new Error('the server answered one event with a list');
    return answer;
  }

  /** Up to 500 events in order; each is answered by its decision or its own problem. */
  async sendEvents(events: readonly Event[]): Promise<readonly (EventAnswer | Problem)[]> {
    const answer = await this.call('post', '/v1/events', { body: { events: [...events] } });
    if (!('results' in answer)) throw new Error('the server answered a list with one event');
    return answer.results;
  }

  /** Any endpoint of the document: `call('get', '/v1/customers/{id}', { path: { id: 'c-42' } })`. */
  async call<P extends Path, M extends MethodOf<P>>(method: M, path: P, request: Request<P, M>): Promise<AnswerOf<Operation<P, M>>> {
    const reply = await this.#send(method, urlOf(this.#options.baseUrl, path, request), request);
    // The server's border: it answers by the document that the types are made from.
    return contentOf(reply) as AnswerOf<Operation<P, M>>;
  }

  async #send(
    method: Method,
    url: string,
    request: { readonly body?: unknown; readonly idempotencyKey?: string; readonly signal?: AbortSignal },
  ): Promise<Reply> {
    const { key, retries = 3 } = this.#options;
    const headers: Record<string, string> = { authorization: `Bearer ${key}`, accept: 'application/json, */*;q=0.5' };
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    if (method === 'post') headers['idempotency-key'] = request.idempotencyKey ?? crypto.randomUUID();
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    for (let attempt = 0; ; attempt += 1) {
      const reply = await this.#try(url, { method: method.toUpperCase(), headers, body, signal: request.signal ?? null });
      if (!(reply instanceof Error) && reply.isOk) return reply;
      const isLast = attempt >= retries || request.signal?.aborted === true;
      if (isLast || (!(reply instanceof Error) && !RETRIED_STATUSES.has(reply.status))) throw failureOf(reply);
      await pause(pauseMs(reply, attempt), request.signal);
    }
  }

  /** The whole reply, or what kept it from coming: one that breaks off half-way has not come. */
  async #try(url: string, init: RequestInit): Promise<Reply | Error> {
    const { timeoutMs = 10_000, fetch: send = fetch } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal == null ? timeout : AbortSignal.any([init.signal, timeout]);
    try {
      const response = await send(url, { ...init, signal });
      return { status: response.status, isOk: response.ok, headers: response.headers, bytes: await response.arrayBuffer() };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

function contentOf({ headers, bytes }: Reply): unknown {
  if (bytes.byteLength === 0) return null;
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/json') && !type.startsWith('text/')) return bytes;
  const text = new TextDecoder().decode(bytes);
  return type.startsWith('text/') ? text : JSON.parse(text);
}

function failureOf(reply: Reply | Error): Error {
  if (reply instanceof Error) return reply;
  const isProblem = reply.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isProblem
    ? new SarafanProblem(JSON.parse(new TextDecoder().decode(reply.bytes)))
    : new Error(`the server answered ${reply.status}`);
}

function pauseMs(reply: Reply | Error, attempt: number): number {
  const asked = reply instanceof Error ? 0 : Number(reply.headers.get('retry-after') ?? 0) * 1000;
  const grown = FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random());
  return Math.min(Math.max(asked, grown), LONGEST_PAUSE_MS);
}

/** Ends at once when the caller has given up; the next try then says so. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

function urlOf(baseUrl: string, template: string, request: { readonly path?: object | undefined; readonly query?: unknown }): string {
  const named = new Map(Object.entries(request.path ?? {}).map(([name, value]) => [name, String(value)]));
  const path = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(named.get(name) ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) if (value !== undefined) query.set(name, String(value));
  const search = query.toString();
  return `${baseUrl.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
}
