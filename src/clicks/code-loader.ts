import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { messageOf } from '../system-error.ts';
import { findCodesByText } from './code-cache.store.ts';
import type { CodeAnswer, CodeCache } from './code-cache.ts';
import { CodeRefresh } from './code-refresh.ts';
import { type ClickPool, HeldConnection } from './held-connection.store.ts';
import type { LinkDirectory, LinkTenant } from './link-directory.ts';

export interface CodeLoaderDeps {
  readonly pool: ClickPool;
  readonly clock: Clock;
  readonly cache: CodeCache;
  readonly directory: LinkDirectory;
  /** Told when the database goes away and when it is back. */
  readonly onTrouble: (message: string) => void;
}

interface Asked {
  readonly tenant: LinkTenant;
  readonly folded: string;
  readonly answer: (answer: CodeAnswer | 'unavailable') => void;
}

const pollEveryMs = 1_000;
/**
 * A page of the codes is loaded, and for so many times as long nothing: a server that has just started serves as fast as ever (at a
 * million codes the 99th percentile of reading a customer was 35 ms while they were loaded one page after another).
 */
const restPerPage = 3;
const refreshEveryMs = 150;
/** Longer than the time in which nobody asks again. */
const justAnsweredMs = 2 * refreshEveryMs;
const retryAfterMs = 250;
const askLimitMs = 130;
const refreshLimitMs = 50;
const askedMax = 10_000;
const askedPerQueryMax = 500;

/**
 * Keeps the code cache true to the database. Everything that fills the cache runs one after another on one connection,
 * so that an older answer can never replace a newer one: look-ups of codes asked for, each second the changes told by the
 * log, and in the idle time the loading of all codes, so that links work while the database is away.
 */
export class CodeLoader {
  readonly #deps: CodeLoaderDeps;
  readonly #refresh: CodeRefresh;
  readonly #asked = new Map<string, Asked>();
  readonly #promises = new Map<string, Promise<CodeAnswer | 'unavailable'>>();
  #connection: HeldConnection | undefined;
  #isAway = false;
  #polledAtMs = Number.NEGATIVE_INFINITY;
  #answeredAtMs = Number.NEGATIVE_INFINITY;
  #pollWaiters: (() => void)[] = [];
  #running: Promise<void> | undefined;
  #stopping = false;
  #wake: () => void = () => undefined;

  constructor(deps: CodeLoaderDeps) {
    this.#deps = deps;
    this.#refresh = new CodeRefresh(deps);
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** Whether the database is there as far as anybody can know: a dead network says nothing for a while. */
  get hasJustAnswered(): boolean {
    return !this.#isAway && performance.now() - this.#answeredAtMs < justAnsweredMs;
  }

  get isWarm(): boolean {
    return this.#refresh.isWarm;
  }

  /** Resolves when the tenants have been read, or when the database has turned out to be away. */
  start(): Promise<void> {
    this.#running ??= this.#run();
    return new Promise((resolve) => this.#pollWaiters.push(resolve));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#running;
    this.#connection?.close(false);
    this.#connection = undefined;
  }

  /** Asks the database, once for all who ask at the same time; `unavailable` when it gives no answer within the limit, at most 130 ms. */
  load(tenant: LinkTenant, folded: string, limitMs: number): Promise<CodeAnswer | 'unavailable'> {
    const key = tenant.id + folded;
    const asked = this.#promises.get(key);
    if (asked !== undefined) return asked;
    if (this.#isAway || this.#stopping || this.#asked.size >= askedMax) return Promise.resolve('unavailable');
    const promise = new Promise<CodeAnswer | 'unavailable'>((resolve) => {
      const answer = (given: CodeAnswer | 'unavailable'): void => {
        clearTimeout(timer);
        this.#promises.delete(key);
        resolve(given);
      };
      const timer = setTimeout(() => answer('unavailable'), Math.min(limitMs, askLimitMs));
      this.#asked.set(key, { tenant, folded, answer });
    });
    this.#promises.set(key, promise);
    this.#wake();
    return promise;
  }

  /**
   * Resolves when tenants, hosts and changed codes have been read again, or after `limitMs` without an answer: whether
   * memory is as new as can be. At most once in 150 ms, so that a flood of visits to nowhere does not become a flood of queries.
   */
  async refresh(limitMs = refreshLimitMs): Promise<boolean> {
    if (this.#isAway || this.#stopping) return false;
    if (performance.now() - this.#polledAtMs < refreshEveryMs) return true;
    const askedAtMs = performance.now();
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
      this.#pollWaiters.push(resolve);
      this.#wake();
    });
    clearTimeout(timer);
    return this.#polledAtMs >= askedAtMs;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#step().then(
        () => this.#comeBack(),
        (error: unknown) => this.#goAway(error),
      );
    }
    this.#refuseAsked();
  }

  async #step(): Promise<void> {
    this.#connection ??= await HeldConnection.open(this.#deps.pool);
    if (this.#pollWaiters.length > 0 || performance.now() - this.#polledAtMs >= pollEveryMs) return this.#poll(this.#connection);
    if (this.#asked.size > 0) return this.#answerAsked(this.#connection);
    const startedAtMs = performance.now();
    const isLoading = await this.#refresh.loadPage(this.#connection);
    const nowMs = performance.now();
    const untilPollMs = this.#polledAtMs + pollEveryMs - nowMs;
    await this.#sleep(isLoading ? Math.min((nowMs - startedAtMs) * restPerPage, untilPollMs) : untilPollMs);
  }

  async #poll(connection: HeldConnection): Promise<void> {
    const waiters = this.#pollWaiters;
    this.#pollWaiters = [];
    await this.#refresh.poll(connection);
    this.#polledAtMs = performance.now();
    this.#answeredAtMs = this.#polledAtMs;
    for (const resolve of waiters) resolve();
  }

  async #answerAsked(connection: HeldConnection): Promise<void> {
    const asked = [...this.#asked].slice(0, askedPerQueryMax);
    for (const [key] of asked) this.#asked.delete(key);
    const askedAtMs = performance.now();
    const codes = asked.map(([, { tenant, folded }]) => ({ tenantId: tenant.id, folded }));
    const found = await findCodesByText(connection, codes, this.#deps.clock.now());
    this.#answeredAtMs = performance.now();
    const byKey = new Map(found.map((code) => [code.tenantId + code.folded, code]));
    for (const [key, { tenant, folded, answer }] of asked) {
      const code = byKey.get(key) ?? { folded, codeId: null, state: 'active' };
      answer(this.#deps.cache.put(tenant, code, askedAtMs));
    }
  }

  /** Or until somebody asks; not at all where somebody asked while a page was loaded, and their call woke nobody. */
  #sleep(ms: number): Promise<void> {
    if (this.#asked.size > 0 || this.#pollWaiters.length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #comeBack(): void {
    if (this.#isAway) this.#deps.onTrouble('links: the database answers again');
    this.#isAway = false;
  }

  async #goAway(error: unknown): Promise<void> {
    this.#connection?.close(true);
    this.#connection = undefined;
    if (!this.#isAway) this.#deps.onTrouble(`links: the database does not answer, codes are served from memory: ${messageOf(error)}`);
    this.#isAway = true;
    this.#refuseAsked();
    if (!this.#stopping) await delay(retryAfterMs);
  }

  #refuseAsked(): void {
    for (const { answer } of this.#asked.values()) answer('unavailable');
    this.#asked.clear();
    for (const resolve of this.#pollWaiters) resolve();
    this.#pollWaiters = [];
  }
}
