import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../contract/problem-kinds.ts';
import { type Problem, problem, problemToWire, statusOf } from '../contract/problems.ts';
import { isDatabaseSilent, isPassingState, systemErrorCode } from '../system-error.ts';
import { RequestRefused } from './request-refused.ts';

const RETRY_SECONDS: Partial<Record<ProblemCode, number>> = {
  intake_overloaded: 1,
  not_ready: 2,
  request_timeout: 1,
  too_many_requests: 60,
};

/** Answers with RFC 9457, in the language the reader prefers and in both. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: Problem): FastifyReply {
  const { status, headers, text } = problemAnswer(found, { acceptLanguage: request.headers['accept-language'], instance: request.id });
  return reply.code(status).headers(headers).send(text);
}

interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The answer as it goes out, also where no route has been found and there is nothing but a socket. */
export function problemAnswer(
  found: Problem,
  reader: { readonly acceptLanguage: string | undefined; readonly instance: string | null },
): ProblemAnswer {
  const status = statusOf(found.code);
  const retryAfter = found.retryAfterSeconds ?? RETRY_SECONDS[found.code];
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': 'ru, en',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    text: JSON.stringify(problemToWire(found, { language: readerLanguage(reader.acceptLanguage), instance: reader.instance })),
  };
}

export function readerLanguage(header: string | undefined): 'ru' | 'en' {
  const preferred = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return preferred === 'ru' || preferred.startsWith('ru-') || preferred.startsWith('ru;') ? 'ru' : 'en';
}

/** What a thrown thing means to the caller; anything unknown is ours and answers 500. */
export function refusalFrom(error: unknown): Problem {
  if (error instanceof RequestRefused) return error.problem;
  return problem(isDatabaseAway(error) ? 'not_ready' : codeFromStatus(error));
}

function codeFromStatus(error: unknown): ProblemCode {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  switch (status) {
    case 404:
      return 'not_found';
    case 408:
      return 'request_timeout';
    case 413:
      return 'body_too_large';
    case 415:
      return 'unsupported_media_type';
    case 431:
      return 'header_too_large';
    default:
      return typeof status === 'number' && status >= 400 && status < 500 ? 'bad_request' : 'internal_error';
  }
}

const AWAY_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

/** Nothing is wrong with the request: the database is gone, or too busy to answer in time. */
function isDatabaseAway(error: unknown): boolean {
  const code = systemErrorCode(error);
  if (code !== undefined) return AWAY_CODES.has(code) || isPassingState(code);
  return (
    isDatabaseSilent(error) ||
    (error instanceof Error && /^(Connection terminated|Client has encountered a connection)/.test(error.message))
  );
}
