import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../clicks/address-prefix.ts';
import { problem, tooManyRequests } from '../contract/problems.ts';
import { idFromUuid, type PayloadId } from '../domain/ids.ts';
import { sendProblem } from '../http/problem-reply.ts';
import { getHashKey } from '../imports/import-run.store.ts';
import { RateLimit } from '../rate-limit.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findTenantByRoute } from '../tenants/tenants.store.ts';
import { type ConnectorRecord, findConnector } from './connectors.store.ts';
import { drawId } from './draw-id.ts';
import { isKnownSecret, isSigned, parseHookAddress } from './hook-address.ts';
import { keepPayload } from './payloads.store.ts';
import { personHashes } from './process-payload.ts';
import { readPayload } from './read-payload.ts';

const BODY_LIMIT = 262_144;
/** Around a name in a text that cannot be read otherwise. */
const NAME_ENDS = /[\s"',;<>=&{}[\]]+/;
/** What WooCommerce sends, unsigned, to see whether an address is there. */
const PING = /^webhook_id=\d{1,10}$/;

/**
 * `POST /hooks/{address}`: takes what another system sends, stores it, and answers; what it means is looked at afterwards. Whatever is wrong with the
 * address, the signature or the secret is answered alike.
 */
export function registerHooks(app: FastifyInstance, deps: ServerDeps): void {
  const perConnector = new RateLimit({ times: 600, seconds: 60 });
  const refusals = new RateLimit({ times: 60, seconds: 600 });
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { address: string } }>('/hooks/:address', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const network = networkOf(request.ip);
      const missedSeconds = await refusals.look(network);
      if (missedSeconds > 0) return sendProblem(request, reply, tooManyRequests(missedSeconds));
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const connector = await findCalled(deps, request.params.address);
      const secrets = secretsOf(connector, deps.clock.now());
      const isPing = connector?.trust === 'signed' && PING.test(body.toString('latin1'));
      // Both are always looked at: how long an answer takes tells nothing.
      const [signed, known] = [isSigned(body, request.headers, secrets), isKnownSecret(secretIn(request), secrets)];
      const isAdmitted = connector !== null && (connector.trust === 'signed' ? signed || isPing : known);
      if (!isAdmitted) {
        await refusals.take(network);
        return sendProblem(request, reply, problem('hook_refused'));
      }
      if (isPing) return reply.type('text/plain').send('ok');
      const waitSeconds = await perConnector.take(connector.id);
      if (waitSeconds > 0) return sendProblem(request, reply, tooManyRequests(waitSeconds));
      await keep(deps, connector, request, body);
      return reply.type('text/plain').send('ok');
    });
  });
}

async function findCalled({ db }: ServerDeps, address: string): Promise<ConnectorRecord | null> {
  const called = parseHookAddress(address);
  if (called === null) return null;
  const tenantId = await findTenantByRoute(db, { kind: 'key', value: called.tenantKey });
  return tenantId === null ? null : findConnector(db, { tenantId, id: called.id });
}

/** Always two, so that checking takes as long for an address that is not there. */
function secretsOf(connector: ConnectorRecord | null, now: Date): readonly string[] {
  const nobodys = `nobody ${now.getTime()}`;
  if (connector === null) return [nobodys, nobodys];
  const { previousSecret, previousSecretUntil } = connector;
  const isOldTaken = previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > now;
  return [connector.secret, isOldTaken ? previousSecret : nobodys];
}

function secretIn(request: FastifyRequest): string {
  const inQuery = new URLSearchParams(queryOf(request)).get('secret');
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const header = request.headers['x-hook-secret'];
  return inQuery ?? bearer ?? (typeof header === 'string' ? header : '');
}

function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf('?');
  return at === -1 ? '' : request.url.slice(at + 1);
}

async function keep({ db, clock }: ServerDeps, connector: ConnectorRecord, request: FastifyRequest, body: Buffer): Promise<void> {
  const now = clock.now();
  // A signature covers the body alone: what stands in the address of a signed sender, anybody on the way may have written.
  const fields = new URLSearchParams(connector.trust === 'signed' ? '' : queryOf(request));
  fields.delete('secret');
  // Encoded anew, it holds no control characters.
  const query = fields.toString();
  // The database holds no NUL.
  const text = body.toString('utf8').replaceAll('\0', '');
  const contentType = String(request.headers['content-type'] ?? '').slice(0, 200);
  const tree = readPayload({ contentType, body: text, query });
  await keepPayload(db, connector, {
    id: idFromUuid<PayloadId>(drawId(connector.tenantId, now)),
    receivedAt: now,
    contentType,
    body: text,
    query,
    personHashes: personHashes(await getHashKey(db, connector.tenantId), connector, tree.ok ? tree.value : text.split(NAME_ENDS)),
    proof: connector.trust === 'signed' ? 'signed' : 'secret',
    bodyHash: createHash('sha256').update(body).update('\0').update(query).digest(),
    status: connector.status === 'active' ? 'waiting' : 'kept',
  });
}
