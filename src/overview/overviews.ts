import type { WireOverview } from '../contract/overview.endpoints.ts';
import type { TenantId } from '../domain/ids.ts';

/** What is counted faster than this is counted each time: a small shop sees its last order at once. */
const FAST_MS = 40;
/** A large business sees numbers no older than this, and a fresh count is on its way. */
const FRESH_MS = 60_000;
const KEPT_MAX = 1_000;

interface Kept {
  readonly overview: WireOverview;
  readonly countedAt: number;
  readonly tookMs: number;
}

/**
 * The overviews of businesses whose counting takes long are kept in memory and counted anew behind the answer, one count at a time
 * for each: the page is there at once however many customers there are (console: under 100 ms).
 */
export class Overviews {
  readonly #kept = new Map<TenantId, Kept>();
  readonly #running = new Map<TenantId, Promise<WireOverview>>();
  readonly #count: (tenantId: TenantId) => Promise<WireOverview>;
  readonly #now: () => number;

  constructor(count: (tenantId: TenantId) => Promise<WireOverview>, now: () => number) {
    this.#count = count;
    this.#now = now;
  }

  /** A failed count behind an answer is tried again by the next question, whose answer it would have been. */
  async get(tenantId: TenantId): Promise<WireOverview> {
    const kept = this.#kept.get(tenantId);
    if (kept === undefined || kept.tookMs < FAST_MS) return this.#fresh(tenantId);
    const ageMs = this.#now() - kept.countedAt;
    // A clock set back must not keep old numbers until it has caught up.
    if (ageMs >= 0 && ageMs < FRESH_MS) return kept.overview;
    this.#fresh(tenantId).then(
      () => undefined,
      () => this.#kept.delete(tenantId),
    );
    return kept.overview;
  }

  #fresh(tenantId: TenantId): Promise<WireOverview> {
    const running = this.#running.get(tenantId);
    if (running !== undefined) return running;
    const started = this.#start(tenantId).finally(() => this.#running.delete(tenantId));
    this.#running.set(tenantId, started);
    return started;
  }

  async #start(tenantId: TenantId): Promise<WireOverview> {
    const startedAt = this.#now();
    const overview = await this.#count(tenantId);
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    this.#kept.set(tenantId, { overview, countedAt: this.#now(), tookMs: this.#now() - startedAt });
    return overview;
  }
}
