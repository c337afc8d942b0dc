import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { messageOf } from '../system-error.ts';
import { addClickLosses, type Click, insertClicks, makeDurable } from './click.store.ts';
import type { ClickLosses } from './click-losses.ts';
import { type ClickPool, HeldConnection } from './held-connection.store.ts';
import type { LinkTenant } from './link-directory.ts';
import type { VisitKind } from './visit-kind.ts';

/**
 * Stores clicks, many in one statement: whatever arrives while a batch commits makes the next one. Each click is answered
 * after its commit. When the database does not answer in time the friend is let through all the same: a click answered
 * early may still be stored (`late`), and one that is not is counted as lost, here and, once the database is back, in
 * `click_loss`.
 */
export interface ClickWriterDeps {
  readonly pool: ClickPool;
  readonly clock: Clock;
  readonly losses: ClickLosses;
  readonly onTrouble: (message: string) => void;
}

interface Waiting {
  readonly tenant: LinkTenant;
  readonly click: Click;
  readonly deadlineMs: number;
  answer: ((isStored: boolean) => void) | undefined;
}

const batchMax = 500;
const waitingMax = 20_000;
const sweepEveryMs = 10;
const lossesEveryMs = 1_000;
const retryAfterMs = 250;
const drainLimitMs = 3_000;

export class ClickWriter {
  readonly stored: Record<VisitKind, number> = { human: 0, bot: 0, prefetch: 0, head: 0, repeat: 0, preview: 0 };
  lateCount = 0;
  readonly #deps: ClickWriterDeps;
  /** By which its rows of the rollup are told from another process's; 0 is the road's. */
  readonly #number = randomInt(1, 2 ** 31);
  #connection: HeldConnection | undefined;
  /** What the running statement stores. */
  #batch: readonly Waiting[] = [];
  #isBusy = false;
  #queue: Waiting[] = [];
  #state: 'stopped' | 'running' | 'away' = 'stopped';
  #isPumpPlanned = false;
  #isStopping = false;
  #isAwayTold = false;
  #sweeper: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #recovering: Promise<void> = Promise.resolve();
  #lossesWrittenAtMs = 0;

  constructor(deps: ClickWriterDeps) {
    this.#deps = deps;
  }

  get isAway(): boolean {
    return this.#state === 'away';
  }

  /** Resolves when clicks can be stored, or when the database has turned out to be away. */
  async start(): Promise<void> {
    this.#state = 'away';
    this.#sweeper = setInterval(() => this.#sweep(), sweepEveryMs);
    this.#sweeper.unref();
    this.#recovering = this.#recover();
    await this.#recovering;
  }

  /** Stores what waits and writes the losses, if the database lets it within three seconds; what is left is lost. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#retry);
    await this.#recovering;
    const untilMs = performance.now() + drainLimitMs;
    while (this.#state === 'running' && this.#hasWork() && performance.now() < untilMs) await new Promise(setImmediate);
    clearInterval(this.#sweeper);
    if (this.#connection !== undefined && !this.#hasWork()) {
      await this.#writeLosses(this.#connection).then(undefined, (error: unknown) => this.#goAway(error));
    }
    this.#state = 'stopped';
    this.#loseAll();
    this.#close(this.#isBusy);
  }

  /** Calls `answer` once: with true when the click is stored, with false when `deadlineMs` (monotonic) has passed or it cannot be stored. */
  write(tenant: LinkTenant, click: Click, deadlineMs: number, answer: (isStored: boolean) => void): void {
    if (this.#state !== 'running' || this.#queue.length >= waitingMax) {
      this.#deps.losses.add(tenant, this.#state === 'running' ? 'overload' : 'database', this.#deps.clock.now());
      answer(false);
      return;
    }
    this.#queue.push({ tenant, click, deadlineMs, answer });
    this.#planPump();
  }

  #hasWork(): boolean {
    return this.#isBusy || this.#queue.length > 0;
  }

  /** Not at once: the other requests of this turn of the event loop shall share the commit. */
  #planPump(): void {
    if (this.#isPumpPlanned || this.#isBusy) return;
    this.#isPumpPlanned = true;
    setImmediate(() => {
      this.#isPumpPlanned = false;
      this.#pump();
    });
  }

  /** One statement at a time: with two, each holds half as many clicks and the database does more work for less. */
  #pump(): void {
    const connection = this.#connection;
    if (connection === undefined || this.#isBusy || this.#queue.length === 0) return;
    const batch = this.#queue.length <= batchMax ? this.#queue : this.#queue.slice(0, batchMax);
    this.#queue = this.#queue.slice(batch.length);
    this.#batch = batch;
    const clicks = batch.map((waiting) => waiting.click);
    this.#occupy(connection, insertClicks(connection, clicks, this.#number), () => {
      this.#batch = [];
      this.#settle(batch);
    });
  }

  /** A connection given up meanwhile has its clicks counted as lost already, whatever it answers in the end. */
  #occupy(connection: HeldConnection, work: Promise<void>, done: () => void): void {
    this.#isBusy = true;
    work.then(
      () => {
        if (this.#connection !== connection) return;
        this.#isBusy = false;
        done();
        this.#pump();
      },
      (error: unknown) => {
        if (this.#connection === connection) this.#goAway(error);
      },
    );
  }

  #settle(batch: readonly Waiting[]): void {
    for (const waiting of batch) {
      this.stored[waiting.click.kind] += 1;
      if (waiting.answer === undefined) this.lateCount += 1;
      else waiting.answer(true);
    }
  }

  #sweep(): void {
    const nowMs = performance.now();
    answerOverdue(this.#batch, nowMs);
    answerOverdue(this.#queue, nowMs);
    const connection = this.#connection;
    if (this.#state !== 'running' || connection === undefined || this.#isBusy) return;
    if (this.#deps.losses.isEmpty || nowMs - this.#lossesWrittenAtMs < lossesEveryMs) return;
    this.#lossesWrittenAtMs = nowMs;
    this.#occupy(connection, this.#writeLosses(connection), () => undefined);
  }

  async #writeLosses(connection: HeldConnection): Promise<void> {
    const losses = this.#deps.losses.take();
    if (losses.length === 0) return;
    await addClickLosses(connection, losses).then(undefined, (error: unknown) => {
      this.#deps.losses.giveBack(losses);
      throw error;
    });
  }

  #goAway(error: unknown): void {
    if (this.#state !== 'running') return;
    this.#state = 'away';
    this.#tellAway(error);
    this.#loseAll();
    this.#close(true);
    this.#planRecovery();
  }

  #loseAll(): void {
    const lost = [...this.#batch, ...this.#queue];
    this.#batch = [];
    this.#queue = [];
    const now = this.#deps.clock.now();
    for (const { tenant, answer } of lost) {
      this.#deps.losses.add(tenant, 'database', now);
      answer?.(false);
    }
  }

  #close(isBroken: boolean): void {
    this.#connection?.close(isBroken);
    this.#connection = undefined;
    this.#isBusy = false;
  }

  #planRecovery(): void {
    if (this.#isStopping) return;
    this.#retry = setTimeout(() => {
      this.#recovering = this.#recover();
    }, retryAfterMs);
    this.#retry.unref();
  }

  #tellAway(error: unknown): void {
    if (!this.#isAwayTold) this.#deps.onTrouble(`links: clicks cannot be stored and are counted as lost: ${messageOf(error)}`);
    this.#isAwayTold = true;
  }

  #recover(): Promise<void> {
    return this.#reconnect().then(
      () => {
        this.#state = 'running';
        if (this.#isAwayTold) this.#deps.onTrouble('links: clicks are stored again');
        this.#isAwayTold = false;
      },
      (error: unknown) => {
        this.#tellAway(error);
        this.#close(true);
        this.#planRecovery();
      },
    );
  }

  async #reconnect(): Promise<void> {
    this.#connection = await HeldConnection.open(this.#deps.pool);
    await makeDurable(this.#connection);
    await this.#writeLosses(this.#connection);
  }
}

function answerOverdue(waiting: readonly Waiting[], nowMs: number): void {
  for (const item of waiting) {
    if (item.deadlineMs > nowMs) continue;
    item.answer?.(false);
    item.answer = undefined;
  }
}
