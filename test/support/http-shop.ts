/** A shop's side of the API, over HTTP: what it sends, and the answers as they came. */

export interface HttpReply {
  readonly status: number;
  readonly text: string;
  /** The answer as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
  readonly body: any;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | null;
}

export interface HttpShop {
  readonly url: string;
  /** Rejects when the connection is cut: then nobody knows whether it was done. */
  readonly ask: (request: HttpRequest) => Promise<HttpReply>;
  readonly get: (path: string) => Promise<HttpReply>;
  readonly post: (path: string, body?: unknown, idempotencyKey?: string) => Promise<HttpReply>;
  /** As `ask`, for what must succeed. */
  readonly must: (request: HttpRequest) => Promise<HttpReply>;
}

const ANSWER_LIMIT_MS = 30_000;

export function openHttpShop(server: { readonly url: string; readonly secretKey: string }): HttpShop {
  const ask = async (request: HttpRequest): Promise<HttpReply> => {
    const headers = new Headers({ authorization: `Bearer ${server.secretKey}` });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (request.idempotencyKey !== undefined && request.idempotencyKey !== null) headers.set('idempotency-key', request.idempotencyKey);
    const answer = await fetch(`${server.url}${request.path}`, {
      method: request.method,
      headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: jsonOf(text) };
  };
  const must = async (request: HttpRequest): Promise<HttpReply> => {
    const reply = await ask(request);
    if (reply.status >= 300) throw new Error(`${request.method} ${request.path}: ${reply.status} ${reply.text}`);
    return reply;
  };
  return {
    url: server.url,
    ask,
    must,
    get: (path) => ask({ method: 'GET', path }),
    post: (path, body, idempotencyKey) => ask({ method: 'POST', path, body, idempotencyKey: idempotencyKey ?? null }),
  };
}

/** Publishes a programme and returns its id. */
export async function publishProgram(shop: HttpShop, document: unknown): Promise<string> {
  const made = await shop.must({ method: 'POST', path: '/v1/programs', body: { document } });
  const id = String(made.body.id);
  await shop.must({ method: 'POST', path: `/v1/programs/${id}/versions/1/publish` });
  return id;
}

/** A customer with a membership and a code of that name. */
export async function makeReferrer(shop: HttpShop, programId: string, name: string): Promise<void> {
  await shop.must({ method: 'PUT', path: `/v1/customers/${name}`, body: { email: `${name}@example.com` } });
  await shop.must({ method: 'POST', path: `/v1/customers/${name}/memberships`, body: { programId } });
  await shop.must({ method: 'POST', path: `/v1/customers/${name}/codes`, body: { code: name } });
}

export function rub(amountMinor: bigint | number): { readonly amountMinor: string; readonly currency: 'RUB' } {
  return { amountMinor: String(amountMinor), currency: 'RUB' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
