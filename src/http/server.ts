import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { registerCabinetPage } from '../cabinet/cabinet-page.routes.ts';
import { registerClickMetrics } from '../clicks/click-metrics.ts';
import { registerClickRoutes } from '../clicks/clicks.routes.ts';
import type { Clicks } from '../clicks/clicks.ts';
import { registerHooks } from '../connectors/hooks.routes.ts';
import { problem } from '../contract/problems.ts';
import type { Route } from '../contract/route.ts';
import { registerPageRoutes } from '../friend-page/friend-page.routes.ts';
import { FriendPages } from '../friend-page/friend-pages.ts';
import { registerMaterialRoutes } from '../friend-page/materials.routes.ts';
import { type MeasuredRoad, registerRoadMetrics } from '../intake/road-counts.ts';
import { Authenticator } from '../keys/authenticate.ts';
import { type MailCounts, registerMailMetrics } from '../messages/mail-counts.ts';
import { countWaitingMails } from '../messages/mail-queue.store.ts';
import { registerUnsubscribe } from '../messages/unsubscribe.routes.ts';
import type { ServerDeps } from '../server-deps.ts';
import { registerWidget } from '../widget/widget.routes.ts';
import { answerUnreadableAddress, refuseBadAddresses } from './address-faults.ts';
import { allRoutes } from './all-routes.ts';
import { readBuiltApp } from './built-app.ts';
import { changeRecorder } from './change-record.ts';
import { serveDocs } from './docs.ts';
import { takeJsonBodies } from './json-body.ts';
import { KeyTurns } from './key-turns.ts';
import { ServerMetrics } from './metrics.ts';
import { consolePolicy } from './page-policy.ts';
import { refusalFrom, sendProblem } from './problem-reply.ts';
import { serveProblemsPage } from './problems-page.ts';
import { securityHeaders } from './security-headers.ts';
import { serveApp } from './serve-app.ts';
import { serveRoute } from './serve-route.ts';
import { serveStatus } from './status-routes.ts';
import { PublicThrottle } from './throttle.ts';

export interface ServerOptions {
  /** Address ranges whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  /** What serves links; their owner starts it before and stops it after. Absent, there are none. */
  readonly clicks?: Clicks;
  /** What the mail dispatcher counts, for the numbers of the server. */
  readonly mailCounts?: MailCounts;
  readonly road?: MeasuredRoad;
  /** Where problems are counted, also by others than the routes; its own when absent. */
  readonly metrics?: ServerMetrics;
  /** Routes beside the API's own: the benchmark's floors live in the same server. */
  readonly extraRoutes?: readonly Route[];
  readonly extend?: (app: FastifyInstance) => void;
}

// An id may have 200 characters, and percent-encoding makes nine or twelve of one Cyrillic letter or emoji.
const MAX_PARAM_LENGTH = 2_400;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * The whole API, ready to answer: hand `routing` of the result to a server, or `inject` requests. `close` ends its
 * background reading; the database and the intake stay their owner's.
 */
export async function buildServer(deps: ServerDeps, options: ServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    logger: false,
    genReqId: () => `req_${randomUUID().replaceAll('-', '')}`,
    requestIdHeader: false,
    bodyLimit: 262_144,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: options.trustProxy.length === 0 ? false : [...options.trustProxy],
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, caseSensitive: true, ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
    frameworkErrors: (error, request, reply) => answerUnreadableAddress(app, error, { request, reply }),
  });
  const metrics = options.metrics ?? new ServerMetrics();
  const authenticator = new Authenticator(deps.db, {
    clock: deps.clock,
    onError: (error) => deps.logger.warn({ error: describeError(error) }, 'keys could not be read'),
  });
  app.decorateRequest('caller', null);
  app.addHook('onClose', () => authenticator.close());
  watchRequests(app, deps, metrics);
  securityHeaders(app, deps.publicUrl);
  refuseBadAddresses(app);
  takeJsonBodies(app);
  answerErrors(app, deps, metrics);
  serveStatus(app, { db: deps.db, authenticator, metrics });
  const registry = metrics.openForParts();
  const pages = new FriendPages(deps);
  await registerPageRoutes(app, deps, pages);
  registerMaterialRoutes(app, deps);
  if (options.clicks !== undefined) {
    registerClickRoutes(app, options.clicks, pages);
    registerClickMetrics(registry, options.clicks);
  }
  const routes = allRoutes(deps);
  registerHooks(app, deps);
  if (options.road !== undefined) registerRoadMetrics(registry, options.road);
  if (options.mailCounts !== undefined)
    registerMailMetrics(registry, { counts: options.mailCounts, countWaiting: () => countWaitingMails(deps.db) });
  await registerUnsubscribe(app, deps);
  serveProblemsPage(app);
  serveApp(app, { base: '/console/', app: await readBuiltApp('admin'), policy: consolePolicy });
  registerCabinetPage(app, deps, await readBuiltApp('cabinet'));
  registerWidget(app, deps, await readBuiltApp('widget'));
  await serveDocs(
    app,
    routes.map((each) => each.endpoint),
  );
  const turns = new KeyTurns(deps.db);
  const context = { ...deps, authenticator, throttle: new PublicThrottle(), changes: changeRecorder(deps, routes), turns };
  for (const each of [...routes, ...(options.extraRoutes ?? [])]) serveRoute(app, each, context);
  options.extend?.(app);
  answerUnknownPaths(app);
  await app.ready();
  return app;
}

/** One line per request, without anything a person typed: the path template stands for the path. */
function watchRequests(app: FastifyInstance, deps: ServerDeps, metrics: ServerMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { elapsedTime } = reply;
    metrics.countRequest({ method: request.method, route, status: reply.statusCode, seconds: elapsedTime / 1000 });
    const line = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(elapsedTime * 10) / 10,
      keyId: request.caller?.keyId,
    };
    if (reply.statusCode >= 500) deps.logger.error(line, 'request');
    // One line for each redirect costs more than the redirect; the counters say what was served.
    else if (request.routeOptions.logLevel !== 'silent') deps.logger.info(line, 'request');
    done();
  });
}

function answerErrors(app: FastifyInstance, deps: ServerDeps, metrics: ServerMetrics): void {
  app.setErrorHandler((error, request, reply) => {
    const refused = refusalFrom(error);
    metrics.countProblem(refused.code);
    if (refused.code === 'internal_error') deps.logger.error({ requestId: request.id, error: describeError(error) }, 'request failed');
    return sendProblem(request, reply, refused);
  });
}

/** The place in the code and the database's own words without its `detail`, which quotes values. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return { name: error.name, message: error.message, code, constraint, stack: error.stack };
}

/** 404, or 405 with what the path does take. */
function answerUnknownPaths(app: FastifyInstance): void {
  const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const allowed = METHODS.filter((method) => takes(app, method, path));
    if (allowed.length === 0) return sendProblem(request, reply, problem('not_found'));
    reply.header('allow', allowed.join(', '));
    return sendProblem(request, reply, problem('method_not_allowed'));
  });
}

function takes(app: FastifyInstance, method: FastifyRequest['method'], path: string): boolean {
  return app.findRoute({ method, url: path }) !== null;
}
