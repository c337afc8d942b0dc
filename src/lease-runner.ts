/**
 * Work that must not be lost and may be done by any number of processes: claim → do → mark. A claim is a lease under a name of its own: a
 * process that dies loses nothing, as the lease ends by itself, and one that was only slow finds its lease taken over and marks nothing. So
 * everything is done at least once; what was done and not marked is done again.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { TenantId } from './domain/ids.ts';
import { pause } from './pause.ts';
import { messageOf } from './system-error.ts';

/** What a claim may take, and under which lease. */
export interface LeaseClaim {
  readonly tenantId: TenantId;
  readonly now: Date;
  readonly lease: string;
  readonly leaseEndsAt: Date;
  /** At most so many: never more, whoever else claims at the same time. */
  readonly limit: number;
}

export interface LeasedTask {
  /** What it keeps busy, as the claim counts it. */
  readonly place: string;
  /** Does and marks it. Broken off by `breakOff`, it marks nothing or gives its lease back. */
  readonly run: (breakOff: AbortSignal) => Promise<void>;
}

export interface LeasedWork {
  readonly clock: Clock;
  /** Begins the line that says what waits: `mail: messages`. */
  readonly name: string;
  readonly everyMs: number;
  /** Longer than any attempt may take; a heartbeat keeps it for a process that is slow itself. */
  readonly leaseMs: number;
  /** How long a stop waits for what is under way before it breaks it off. */
  readonly drainMs: number;
  readonly atOnceMax: number;
  /** Below `atOnceMax`, so that one business leaves places for the others. */
  readonly atOnceATenantMax: number;
  readonly claimMax: number;
  readonly listTenants: () => Promise<readonly TenantId[]>;
  /** `busy`: how many of the tenant's tasks are under way here, by place. */
  readonly claim: (claim: LeaseClaim, busy: ReadonlyMap<string, number>) => Promise<readonly LeasedTask[]>;
  readonly extend: (tenantId: TenantId, leases: readonly string[], until: Date) => Promise<void>;
  readonly onTrouble: (message: string) => void;
}

export interface RunningLeases {
  /** Ends what is under way or breaks it off; nothing is begun afterwards. */
  readonly stop: () => Promise<void>;
}

/** Tasks that end within it share the next claim. */
const GATHER_MS = 10;
const HEARTBEATS_A_LEASE = 3;

export function startLeases(work: LeasedWork): RunningLeases {
  const runner = new LeaseRunner(work);
  runner.start();
  return { stop: () => runner.stop() };
}

interface UnderWay {
  readonly tenantId: TenantId;
  readonly lease: string;
  readonly place: string;
}

class LeaseRunner {
  readonly #work: LeasedWork;
  readonly #underWay = new Map<Promise<void>, UnderWay>();
  readonly #breakOff = new AbortController();
  #isStopped = false;
  #isInTrouble = false;
  #rounds = 0;
  #wake: () => void = () => undefined;
  #isWoken = false;
  #loop: Promise<void> = Promise.resolve();
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(work: LeasedWork) {
    this.#work = work;
  }

  start(): void {
    this.#loop = this.#run();
    this.#heartbeat = setInterval(() => void this.#extend(), this.#work.leaseMs / HEARTBEATS_A_LEASE);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#loop;
    await Promise.race([Promise.all(this.#underWay.keys()), pause(this.#work.drainMs)]);
    this.#breakOff.abort();
    await Promise.all(this.#underWay.keys());
    clearInterval(this.#heartbeat);
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#round().then(
        () => this.#tell(null),
        (error: unknown) => this.#tell(error),
      );
      if (this.#isStopped) return;
      await this.#rest();
    }
  }

  /** Until the next look, or shortly after a task has ended and left its place free. */
  #rest(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#isWoken ? GATHER_MS : this.#work.everyMs);
      this.#wake = () => {
        if (this.#isWoken) return;
        this.#isWoken = true;
        clearTimeout(timer);
        setTimeout(resolve, GATHER_MS);
      };
    });
  }

  async #round(): Promise<void> {
    this.#isWoken = false;
    this.#rounds += 1;
    const { atOnceMax, atOnceATenantMax, claimMax } = this.#work;
    const tenants = await this.#work.listTenants();
    // Each round begins with another business, so that none can keep the places from the others.
    const first = tenants.length === 0 ? 0 : this.#rounds % tenants.length;
    for (const tenantId of [...tenants.slice(first), ...tenants.slice(0, first)]) {
      const own = [...this.#underWay.values()].filter((each) => each.tenantId === tenantId);
      const limit = Math.min(claimMax, atOnceATenantMax - own.length, atOnceMax - this.#underWay.size);
      if (limit > 0 && !this.#isStopped) await this.#claim(tenantId, own, limit);
    }
  }

  async #claim(tenantId: TenantId, own: readonly UnderWay[], limit: number): Promise<void> {
    const busy = new Map<string, number>();
    for (const { place } of own) busy.set(place, (busy.get(place) ?? 0) + 1);
    const now = this.#work.clock.now();
    const lease = randomUUID();
    const leaseEndsAt = new Date(now.getTime() + this.#work.leaseMs);
    const tasks = await this.#work.claim({ tenantId, now, lease, leaseEndsAt, limit }, busy);
    for (const { place, run } of tasks) this.#begin({ tenantId, lease, place }, run);
  }

  #begin(place: UnderWay, run: LeasedTask['run']): void {
    const doing = run(this.#breakOff.signal)
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#underWay.delete(doing);
        this.#wake();
      });
    this.#underWay.set(doing, place);
  }

  async #extend(): Promise<void> {
    const until = new Date(this.#work.clock.now().getTime() + this.#work.leaseMs);
    const byTenant = new Map<TenantId, Set<string>>();
    for (const { tenantId, lease } of this.#underWay.values()) byTenant.set(tenantId, (byTenant.get(tenantId) ?? new Set()).add(lease));
    for (const [tenantId, leases] of byTenant)
      await this.#work.extend(tenantId, [...leases], until).catch((error: unknown) => this.#tell(error));
  }

  /** Once when it begins and once when it is over: a database that is away is asked several times a second. */
  #tell(error: unknown): void {
    const { name, onTrouble } = this.#work;
    if (error === null && this.#isInTrouble) onTrouble(`${name} go on`);
    if (error !== null && !this.#isInTrouble) onTrouble(`${name} wait: ${messageOf(error)}`);
    this.#isInTrouble = error !== null;
  }
}
