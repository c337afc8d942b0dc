/** The one way to the API: same host, the session's cookie, problems as they are. */
import { type ApiProblem, inBoth, inOurWords } from './problem-words.ts';

/** Thrown for every answer that is not 2xx; `status` 0 = the server could not be reached. */
export class ApiError extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.code);
    this.problem = inOurWords(problem);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Also for an answer that is no problem of ours, such as a proxy's page of errors. */
function unreached(status: number): ApiProblem {
  const text = inBoth('app.unreached');
  return { code: 'unreached', status, field: null, detail: text.en, text };
}

/** `once`: the Idempotency-Key under which the server acts at most once. */
export async function ask<T>(method: Method, path: string, body?: unknown, once?: string): Promise<T> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      'x-sarafan-console': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once === undefined ? {} : { 'idempotency-key': once }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError(unreached(0));
  });
  if (answer.status === 204) return undefined as T;
  const json: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(isProblem(json) ? json : unreached(answer.status));
  // Wire boundary: the answer's shape is the contract's, which the server checks before it sends.
  return json as T;
}

function isProblem(json: unknown): json is ApiProblem {
  return typeof json === 'object' && json !== null && 'code' in json && 'text' in json;
}
