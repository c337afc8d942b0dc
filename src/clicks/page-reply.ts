import type { FastifyReply } from 'fastify';
import type { Page } from '../friend-page/page-shell.ts';

/** A page of ours with its own policy; nobody keeps a copy, and what it links to does not learn which link was opened. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.language,
      vary: 'accept-language',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(page.isPromoted ? {} : { 'x-robots-tag': 'noindex' }),
      'content-security-policy': page.policy,
    })
    .send(page.html);
}
