import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldIssue } from '../contract/field-issues.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { sendUnknown } from '../friend-page/friend-page.routes.ts';
import { refusalFrom, sendProblem } from './problem-reply.ts';
import { RequestRefused } from './request-refused.ts';

/** Pages people see: whatever is wrong with their address, it leads nowhere, and is answered as every one that does. */
const PAGE = /^(?:\/t\/[^/]*)?\/(?:r|p|programs|brand)\//;
const API = /^\/v1\//;
/** What another system puts into the address is a part of its message, which is kept as it came. */
const MESSAGE = /^\/hooks\//;
/** Stands for a parameter that cannot be read, while its name is looked up. */
const UNREADABLE = '%00';

/**
 * Refuses, before any route reads it, an address with a NUL, which no text of the database can hold, and in the API one with a percent-encoding
 * that is no UTF-8 (half of a surrogate pair is none), which would be taken for its own letters. The key is looked at before.
 */
export function refuseBadAddresses(app: FastifyInstance): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const found = request.raw.url?.includes('%') === true && !request.is404 ? findFault(request) : null;
    if (found === null) done(null, payload);
    else if (PAGE.test(request.url)) sendUnknown(reply, request);
    else done(new RequestRefused(found));
  });
}

/** An address the router could not read: no UTF-8, or a part that is too long for any name there is. */
export function answerUnreadableAddress(
  app: FastifyInstance,
  error: unknown,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): FastifyReply {
  if (PAGE.test(request.url)) return sendUnknown(reply, request);
  const parts = cutQuery(request.url).path.split('/');
  const marked = parts.map((part) => (decoded(part) === null ? UNREADABLE : part));
  const isReadable = marked.every((part, index) => part === parts[index]);
  const longest = Math.max(...parts.map((part) => part.length));
  const url = (isReadable ? parts.map((part) => (part.length === longest ? UNREADABLE : part)) : marked).join('/');
  const field = nameOfSpoilt(app.findRoute({ method: request.method, url })?.params);
  const refused = refusalFrom(error);
  return sendProblem(request, reply, { ...refused, field, issue: field === null ? null : isReadable ? 'size' : 'encoding' });
}

function findFault(request: FastifyRequest): Problem | null {
  const param = nameOfSpoilt(request.params);
  // An id that cannot exist is an object that is not there, unless the request would make it.
  if (param !== null && request.method === 'PUT') return invalidField({ field: param, issue: 'bad-character' });
  if (param !== null) return { ...problem('not_found', param), issue: 'bad-character' };
  const { query } = cutQuery(request.url);
  if (MESSAGE.test(request.url)) return null;
  for (const pair of query.split('&')) {
    const issue = issueOf(pair, API.test(request.url));
    if (issue !== null) return invalidField({ field: nameOf(pair), issue });
  }
  return null;
}

/** A page is found by whoever has its link, also when something on the way has added what cannot be read. */
function issueOf(pair: string, isStrict: boolean): FieldIssue | null {
  if (/%00/.test(pair)) return 'bad-character';
  return isStrict && decoded(pair) === null ? 'encoding' : null;
}

/** As it was sent where it cannot be read. */
function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  const readable = decoded(name);
  return readable === null || readable.includes('\0') ? name : readable;
}

function nameOfSpoilt(params: unknown): string | null {
  if (typeof params !== 'object' || params === null) return null;
  const spoilt = Object.entries(params).find(([, value]) => typeof value === 'string' && value.includes('\0'));
  return spoilt === undefined || spoilt[0] === '*' ? null : spoilt[0];
}

function cutQuery(url: string): { readonly path: string; readonly query: string } {
  const at = url.indexOf('?');
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
