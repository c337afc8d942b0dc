/**
 * The link under each message. Opening it changes nothing, since scanners of mail open every link: the page has a button, and mail
 * programs post to the same address themselves (RFC 8058).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import { setMailChoice } from './mail-choices.store.ts';
import { findMailTenant, type MailTenant } from './mail-facts.store.ts';
import { renderUnsubscribePage, type UnsubscribeState, unsubscribePolicy } from './unsubscribe-page.ts';
import { type Declining, readUnsubscribeToken, tenantOfToken } from './unsubscribe-token.ts';

interface UnsubscribeDeps {
  readonly db: Db;
  readonly clock: Clock;
}

const BODY_LIMIT = 10_000;

export async function registerUnsubscribe(app: FastifyInstance, { db, clock }: UnsubscribeDeps): Promise<void> {
  await app.register(async (pages) => {
    // Mail programs may post a form of either kind; what counts is in the address, but for the wish to take it back.
    pages.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, String(body)),
    );
    pages.get('/mail/unsubscribe', async (request, reply) => {
      const known = await findDeclining(db, request);
      return show(reply, known, known === null ? 'unknown' : 'asking');
    });
    pages.post('/mail/unsubscribe', async (request, reply) => {
      const known = await findDeclining(db, request);
      if (known === null) return show(reply, null, 'unknown');
      const isDeclined = !isTakenBack(request);
      await setMailChoice(db, { ...known.declining, isDeclined, now: clock.now() });
      return show(reply, known, isDeclined ? 'declined' : 'wanted');
    });
  });
}

interface Known {
  readonly tenant: MailTenant;
  readonly declining: Declining;
}

async function findDeclining(db: Db, request: FastifyRequest): Promise<Known | null> {
  const { query } = request;
  const token = typeof query === 'object' && query !== null && 't' in query ? query.t : undefined;
  if (typeof token !== 'string') return null;
  const tenantId = tenantOfToken(token);
  const tenant = tenantId === null ? null : await findMailTenant(db, tenantId);
  const declining = tenant === null ? null : readUnsubscribeToken(token, tenant.hashKey);
  return tenant === null || declining === null ? null : { tenant, declining };
}

function isTakenBack({ body }: FastifyRequest): boolean {
  return typeof body === 'string' && new URLSearchParams(body).get('choice') === 'wanted';
}

function show(reply: FastifyReply, known: Known | null, state: UnsubscribeState): FastifyReply {
  return reply
    .code(known === null ? 404 : 200)
    .header('content-security-policy', unsubscribePolicy())
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(
      renderUnsubscribePage({
        state,
        locale: known?.tenant.locale ?? 'ru',
        shopName: known?.tenant.name ?? null,
        kind: known?.declining.kind ?? null,
      }),
    );
}
