import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../contract/problem-kinds.ts';
import { type Problem, problem, problemToWire, statusOf } from '../contract/problems.ts';
import { isDatabaseSilent, systemErrorCode } from '../system-error.ts';
import { RequestRefused } from './request-refused.ts';

const RETRY_SECONDS: Partial<Record<ProblemCode, number>> = { intake_overloaded: 1, not_ready: 2, too_many_requests: 60 };

/** Answers with RFC 9457, in the language the reader prefers and in both. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: Problem): FastifyReply {
  const status = statusOf(found.code);
  const retryAfter = found.retryAfterSeconds ?? RETRY_SECONDS[found.code];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const body = problemToWire(found, { language: readerLanguage(request.headers['accept-language']), instance: request.id });
  return reply.code(status).header('content-language', 'ru, en').type('application/problem+json').send(JSON.stringify(body));
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

const AWAY_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Class 08 of SQLSTATE, a server that shuts down or starts, a socket that is gone, or no free connection in time. */
export function isDatabaseAway(error: unknown): boolean {
  const code = systemErrorCode(error);
  if (code !== undefined) return AWAY_CODES.has(code) || code.startsWith('08');
  return (
    isDatabaseSilent(error) ||
    (error instanceof Error && /^(Connection terminated|Client has encountered a connection)/.test(error.message))
  );
}
