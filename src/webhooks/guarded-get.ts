/** Reading from an address somebody typed, through the same guard as webhooks: checked addresses only, no redirects, a limit on what is read. */
import { type Dispatcher, ProxyAgent, request } from 'undici';
import { parseTarget } from './target-rules.ts';
import { type ClientOptions, errorCode, nameResolver, pinned } from './webhook-client.ts';

export interface GuardedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytesMax: number;
}

export type Got =
  | { readonly kind: 'answered'; readonly status: number; readonly etag: string | null; readonly lastModified: string | null }
  /** A short code for the log, never text of the other side. */
  | { readonly kind: 'failed'; readonly error: string };

export interface GuardedReader {
  /** Hands over the body of a 200 piece by piece; other bodies are not read. */
  readonly get: (sent: GuardedRequest, take: (piece: Buffer) => Promise<void>, stop: AbortSignal) => Promise<Got>;
}

const CONNECT_LIMIT_MS = 10_000;

export function createGuardedReader(options: ClientOptions): GuardedReader {
  const connectMs = options.connectLimitMs ?? CONNECT_LIMIT_MS;
  const resolveName = options.resolveName ?? nameResolver(options.rules);
  return {
    get: async (sent, take, stop) => {
      const limit = AbortSignal.any([stop, AbortSignal.timeout(options.totalLimitMs ?? 15_000)]);
      let dispatcher: Dispatcher | undefined;
      try {
        const url = parseTarget(sent.url, options.rules);
        if (url === null) return { kind: 'failed', error: 'address-not-allowed' };
        dispatcher =
          options.proxy === undefined ? await pinned(url, resolveName, options.rules, connectMs, limit) : new ProxyAgent(options.proxy);
        if (dispatcher === undefined) return { kind: 'failed', error: 'address-not-allowed' };
        const answer = await request(url, { method: 'GET', headers: sent.headers, dispatcher, signal: limit });
        const { etag, 'last-modified': lastModified } = answer.headers;
        const got: Got = {
          kind: 'answered',
          status: answer.statusCode,
          etag: typeof etag === 'string' ? etag : null,
          lastModified: typeof lastModified === 'string' ? lastModified : null,
        };
        if (answer.statusCode !== 200) {
          answer.body.on('error', () => undefined).destroy();
          return got;
        }
        let bytes = 0;
        for await (const piece of answer.body) {
          bytes += piece.length;
          if (bytes > sent.bytesMax) return { kind: 'failed', error: 'too-large' };
          await take(piece);
        }
        return got;
      } catch (error) {
        return { kind: 'failed', error: errorCode(error) };
      } finally {
        void dispatcher?.destroy();
      }
    },
  };
}
