/** The one way to the API: same host, the session's cookie, problems as they are. */
import i18next from 'i18next';

export interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly field: string | null;
  readonly detail: string;
  readonly text: { readonly ru: string; readonly en: string };
  readonly reasons?: readonly {
    readonly code: string;
    readonly field: string;
    readonly text: { readonly ru: string; readonly en: string };
  }[];
}

/** Thrown for every answer that is not 2xx; `status` 0 = the server could not be reached. */
export class ApiError extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Also for an answer that is no problem of ours, such as a proxy's page of errors. */
function unreached(status: number): ApiProblem {
  const text = inBoth('app.unreached');
  return { code: 'unreached', status, field: null, detail: text.en, text };
}

/** The API speaks of a key to whoever calls it; who sits before the console has a session. */
function inOurWords(problem: ApiProblem): ApiProblem {
  return problem.code === 'unauthorized' ? { ...problem, text: inBoth('app.sessionOver') } : problem;
}

function inBoth(key: string): ApiProblem['text'] {
  return { ru: i18next.getFixedT('ru')(key), en: i18next.getFixedT('en')(key) };
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
  if (!answer.ok) throw new ApiError(isProblem(json) ? inOurWords(json) : unreached(answer.status));
  // Wire boundary: the answer's shape is the contract's, which the server checks before it sends.
  return json as T;
}

function isProblem(json: unknown): json is ApiProblem {
  return typeof json === 'object' && json !== null && 'code' in json && 'text' in json;
}
