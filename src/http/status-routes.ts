import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasScope } from '../contract/caller.ts';
import { problem } from '../contract/problems.ts';
import type { Db } from '../database/schema.ts';
import type { Authenticator } from '../keys/authenticate.ts';
import type { ServerMetrics } from './metrics.ts';
import { sendProblem } from './problem-reply.ts';
import { answersInTime } from './status.store.ts';

interface StatusContext {
  readonly db: Db;
  readonly authenticator: Authenticator;
  readonly metrics: ServerMetrics;
}

/** Whether the process lives, whether it can serve, and its numbers. */
export function serveStatus(app: FastifyInstance, context: StatusContext): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    if (await answersInTime(context.db)) return { status: 'ready' };
    return sendProblem(request, reply, problem('not_ready'));
  });
  app.get('/metrics', async (request, reply) => {
    if (!(await maySeeMetrics(request, context.authenticator))) return sendProblem(request, reply, problem('unauthorized'));
    return reply.type(context.metrics.contentType).send(await context.metrics.tell());
  });
}

async function maySeeMetrics(request: FastifyRequest, authenticator: Authenticator): Promise<boolean> {
  if (isLoopbackPeer(request)) return true;
  const caller = await authenticator.authenticate(request.headers.authorization);
  return caller !== null && hasScope(caller, 'read');
}

/** A proxy on this machine makes every request look local: one that says it forwards, or whom we trust to, is judged by what it forwards. */
function isLoopbackPeer(request: FastifyRequest): boolean {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  const peer = request.socket.remoteAddress;
  return !isForwarded && isLoopback(peer) && isLoopback(request.ip);
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  return loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
