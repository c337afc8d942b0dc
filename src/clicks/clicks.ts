import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { ClickIds } from './click-ids.ts';
import { ClickLosses } from './click-losses.ts';
import { registerClickMetrics } from './click-metrics.ts';
import { ClickWriter } from './click-writer.ts';
import { CodeCache } from './code-cache.ts';
import { CodeLoader } from './code-loader.ts';
import type { ClickPool } from './held-connection.store.ts';
import { LinkDirectory } from './link-directory.ts';
import { MissThrottle } from './miss-throttle.ts';

export interface ClicksDeps {
  /** A pool of its own, opened with `clickPoolLimits`; whoever opened it closes it after `stop`. */
  readonly pool: ClickPool;
  readonly clock: Clock;
  readonly registry?: Registry;
  /** Told in one sentence when the database goes away and when it is back. */
  readonly onTrouble?: (message: string) => void;
  readonly codesInMemoryMax?: number;
}

/** Everything that serves links: what the routes use, and the two loops behind it. */
export interface Clicks {
  readonly clock: Clock;
  readonly directory: LinkDirectory;
  readonly cache: CodeCache;
  readonly loader: CodeLoader;
  readonly writer: ClickWriter;
  readonly losses: ClickLosses;
  readonly throttle: MissThrottle;
  readonly ids: ClickIds;
  /** Resolves when links can be served, be it from the database or, while that is away, with a friendly page. */
  start(): Promise<void>;
  /** Stores what waits. Call it when no request is open any more. */
  stop(): Promise<void>;
}

const codesInMemoryMaxDefault = 1_000_000;

export function createClicks(deps: ClicksDeps): Clicks {
  const { pool, clock } = deps;
  const onTrouble = deps.onTrouble ?? (() => undefined);
  const directory = new LinkDirectory();
  const cache = new CodeCache(deps.codesInMemoryMax ?? codesInMemoryMaxDefault);
  const losses = new ClickLosses();
  const loader = new CodeLoader({ pool, clock, cache, directory, onTrouble });
  const writer = new ClickWriter({ pool, clock, losses, onTrouble });
  if (deps.registry !== undefined) registerClickMetrics(deps.registry, { writer, losses, cache });
  return {
    clock,
    directory,
    cache,
    loader,
    writer,
    losses,
    throttle: new MissThrottle(),
    ids: new ClickIds(),
    start: async () => {
      await Promise.all([writer.start(), loader.start()]);
    },
    stop: async () => {
      await loader.stop();
      await writer.stop();
    },
  };
}
