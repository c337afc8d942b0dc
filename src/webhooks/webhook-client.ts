/**
 * The one way out for webhooks (reliability.md 2, SSRF): resolve → check every address → connect to what was checked → no redirects.
 * Each request opens a connection of its own, so that no address is trusted for longer than it was looked at.
 */
import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, ProxyAgent, request } from 'undici';
import { systemErrorCode } from '../system-error.ts';
import { hostOf, isAllowedAddress, isTrustedHost, parseTarget, type TargetRules } from './target-rules.ts';

/** What came of an attempt; `error` is a short code for the log, never text of the other side. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null }
  | { readonly kind: 'failed'; readonly error: string };

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WebhookClient {
  readonly post: (sent: WebhookRequest, stop: AbortSignal) => Promise<Answer>;
}

export type ResolveName = (name: string) => Promise<readonly string[]>;

export interface ClientOptions {
  readonly rules: TargetRules;
  /** An http proxy that everything goes through: it looks names up, and must itself keep away from private networks. */
  readonly proxy?: string | undefined;
  readonly resolveName?: ResolveName;
  readonly connectLimitMs?: number;
  readonly totalLimitMs?: number;
}

const CONNECT_LIMIT_MS = 10_000;
const TOTAL_LIMIT_MS = 15_000;

export function createWebhookClient(options: ClientOptions): WebhookClient {
  const limits = { connectMs: options.connectLimitMs ?? CONNECT_LIMIT_MS, totalMs: options.totalLimitMs ?? TOTAL_LIMIT_MS };
  const resolveName = options.resolveName ?? nameResolver(options.rules);
  return {
    post: async (sent, stop) => {
      const limit = AbortSignal.any([stop, AbortSignal.timeout(limits.totalMs)]);
      let dispatcher: Dispatcher | undefined;
      try {
        const url = parseTarget(sent.url, options.rules);
        if (url === null) return { kind: 'failed', error: 'address-not-allowed' };
        dispatcher =
          options.proxy === undefined
            ? await pinned(url, resolveName, options.rules, limits.connectMs, limit)
            : new ProxyAgent(options.proxy);
        if (dispatcher === undefined) return { kind: 'failed', error: 'address-not-allowed' };
        const { headers, body } = sent;
        const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal: limit });
        // The status says it all: what else the other side writes is not read.
        answer.body.on('error', () => undefined).destroy();
        return { kind: 'answered', status: answer.statusCode, retryAfter: textOf(answer.headers['retry-after']) };
      } catch (error) {
        return { kind: 'failed', error: errorCode(error) };
      } finally {
        void dispatcher?.destroy();
      }
    },
  };
}

/** An agent whose connections can go to the checked addresses only; undefined when one of them is not allowed. */
export async function pinned(
  url: URL,
  resolveName: ResolveName,
  rules: TargetRules,
  connectMs: number,
  limit: AbortSignal,
): Promise<Agent | undefined> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await within(resolveName(host), limit) : [host];
  if (addresses.length === 0 || !addresses.every((address) => isTrustedHost(host, rules) || isAllowedAddress(address, rules)))
    return undefined;
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, { all }, done) => {
    const [first] = found;
    if (all === true) done(null, found);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };
  return new Agent({ pipelining: 0, connect: { lookup, timeout: connectMs } });
}

/** Allowed private names may stand in the hosts file; all others are asked of the name servers, which block no thread. */
export function nameResolver(rules: TargetRules): ResolveName {
  return async (name) => {
    if (isTrustedHost(name, rules)) return (await systemLookup(name, { all: true })).map(({ address }) => address);
    const resolver = new Resolver({ timeout: 3_000, tries: 2 });
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    const [failure] = found.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (addresses.length === 0) throw failure;
    return addresses;
  };
}

function within<T>(work: Promise<T>, limit: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(limit.reason);
    if (limit.aborted) return stop();
    limit.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => limit.removeEventListener('abort', stop));
  });
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `UND_ERR_CONNECT_TIMEOUT`, `timeout` … */
export function errorCode(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return systemErrorCode(inner) ?? systemErrorCode(error) ?? 'connection-failed';
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
