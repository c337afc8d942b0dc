import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../contract/problems.ts';
import type { AppFile, BuiltApp } from './built-app.ts';
import { sendProblem } from './problem-reply.ts';

export interface ServedApp {
  /** Where it lives, with slashes at both ends: `/console/`. */
  readonly base: string;
  readonly app: BuiltApp | null;
  /** The page's content security policy for a nonce. */
  readonly policy: (nonce: string) => string;
}

/** Serves a built app: the page with a nonce of its own each time, its hashed files for good. */
export function serveApp(server: FastifyInstance, { base, app, policy }: ServedApp): void {
  server.get(base.slice(0, -1), { logLevel: 'silent' }, (_request, reply) => reply.redirect(base, 308));
  server.get(base, (_request, reply) => {
    if (app === null) return reply.code(503).type('text/plain; charset=utf-8').send('These pages are not built: run npm start.\n');
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(app.page.replaceAll('__NONCE__', nonce));
  });
  server.get(`${base}*`, (request, reply) => {
    const path = request.url.slice(base.length).split('?', 1)[0] ?? '';
    const file = app?.files.get(path);
    return file === undefined ? sendProblem(request, reply, problem('not_found')) : sendFile(request, reply, file);
  });
}

/** A built file, compressed as the browser takes it; kept for good unless the reply says otherwise. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: AppFile): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'public, max-age=31536000, immutable');
  reply.header('etag', file.etag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (file.br !== null && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.br);
  if (file.gzip !== null && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.raw);
}
