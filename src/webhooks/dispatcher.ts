/**
 * Sends what is due, from any number of processes: claim → send → mark. At least once: what was sent and not marked is sent again
 * under the same id when its lease has ended.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { type TenantId, type WebhookId, wireId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { pause } from '../pause.ts';
import { messageOf } from '../system-error.ts';
import {
  type Attempt,
  type ClaimedDelivery,
  claimDeliveries,
  extendLeases,
  findExternalIds,
  listListenedTenants,
  markDelivered,
  markFailed,
  releaseLeases,
} from './delivery-queue.store.ts';
import { customersIn, messageBody } from './message-body.ts';
import { nextAttemptAt, quietUntil } from './retry-schedule.ts';
import type { Answer, WebhookClient } from './webhook-client.ts';
import { signatures } from './webhook-secret.ts';

export interface DispatcherDeps {
  /** Connections apart from those that serve requests. */
  readonly pool: OpenDatabase['pool'];
  readonly clock: Clock;
  readonly client: WebhookClient;
  readonly onTrouble: (message: string) => void;
}

/** For the pool of the dispatcher: marks are short, and few at a time keep the road free. */
export const webhookPoolLimits = { connectionsMax: 4 } as const;

const ATTEMPTS_AT_ONCE_MAX = 256;
const CLAIM_MAX = 64;
const POLL_MS = 250;
/** Completions within it share the next claim. */
const GATHER_MS = 10;
/** Longer than any attempt may take; a heartbeat keeps it for a process that is slow itself. */
const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;
/** How long a stop waits for attempts under way. */
const DRAIN_MS = 3_000;
const HTTP_GONE = 410;

interface UnderWay {
  readonly tenantId: TenantId;
  readonly webhookId: WebhookId;
  readonly lease: string;
}

export interface RunningDispatcher {
  /** Ends attempts under way or breaks them off; nothing is sent afterwards. */
  readonly stop: () => Promise<void>;
}

export function startDispatcher(deps: DispatcherDeps): RunningDispatcher {
  const dispatcher = new Dispatcher(deps);
  dispatcher.start();
  return { stop: () => dispatcher.stop() };
}

class Dispatcher {
  readonly #deps: DispatcherDeps;
  readonly #underWay = new Map<Promise<void>, UnderWay>();
  readonly #breakOff = new AbortController();
  #isStopped = false;
  #rounds = 0;
  #isInTrouble = false;
  #wake: () => void = () => undefined;
  #isWoken = false;
  #loop: Promise<void> = Promise.resolve();
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop = this.#run();
    this.#heartbeat = setInterval(() => void this.#extend(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#loop;
    await Promise.race([Promise.all(this.#underWay.keys()), pause(DRAIN_MS)]);
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

  /** Until the next look, or shortly after an attempt has ended and left its place free. */
  #rest(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#isWoken ? GATHER_MS : POLL_MS);
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
    const tenants = await listListenedTenants(this.#deps.pool);
    // Each round begins with another business, so that none can keep the places from the others.
    const first = tenants.length === 0 ? 0 : this.#rounds % tenants.length;
    for (const tenantId of [...tenants.slice(first), ...tenants.slice(0, first)]) {
      const limit = Math.min(CLAIM_MAX, ATTEMPTS_AT_ONCE_MAX - this.#underWay.size);
      if (limit > 0 && !this.#isStopped) await this.#claim(tenantId, limit);
    }
  }

  async #claim(tenantId: TenantId, limit: number): Promise<void> {
    const { pool, clock } = this.#deps;
    const now = clock.now();
    const lease = randomUUID();
    const busy = this.#busyOf(tenantId);
    const claimed = await claimDeliveries(pool, { tenantId, now, lease, leaseEndsAt: new Date(now.getTime() + LEASE_MS), busy, limit });
    if (claimed.length === 0) return;
    faultPoint('after-webhook-claim');
    const externalIds = await findExternalIds(pool, tenantId, [...new Set(claimed.flatMap(({ data }) => customersIn(data)))]);
    for (const delivery of claimed) this.#send({ tenantId, webhookId: delivery.webhookId, lease }, delivery, externalIds);
  }

  #busyOf(tenantId: TenantId): ReadonlyMap<WebhookId, number> {
    const busy = new Map<WebhookId, number>();
    for (const each of this.#underWay.values())
      if (each.tenantId === tenantId) busy.set(each.webhookId, (busy.get(each.webhookId) ?? 0) + 1);
    return busy;
  }

  #send(place: UnderWay, delivery: ClaimedDelivery, externalIds: ReadonlyMap<string, string>): void {
    const work = this.#attempt(place, delivery, messageBody(delivery, externalIds))
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#underWay.delete(work);
        this.#wake();
      });
    this.#underWay.set(work, place);
  }

  async #attempt({ tenantId, webhookId, lease }: UnderWay, delivery: ClaimedDelivery, body: string): Promise<void> {
    const { pool, clock, client } = this.#deps;
    const startedAt = clock.now();
    const startedMs = performance.now();
    const id = wireId('msg', delivery.messageId);
    const answer = await client.post(
      { url: delivery.url, headers: headersOf(id, startedAt, body, delivery.secrets), body },
      this.#breakOff.signal,
    );
    faultPoint('after-webhook-send');
    // Broken off by our own stop: no fault of the other side's.
    if (answer.kind === 'failed' && this.#breakOff.signal.aborted) return releaseLeases(pool, tenantId, [lease], clock.now());
    const durationMs = Math.round(performance.now() - startedMs);
    const status = answer.kind === 'answered' ? answer.status : null;
    const attempt: Attempt = { tenantId, webhookId, messageId: delivery.messageId, lease, startedAt, durationMs, status };
    if (status !== null && status >= 200 && status < 300) return markDelivered(pool, attempt, clock.now());
    return markFailed(pool, attempt, failureOf(answer, delivery.step, clock.now()));
  }

  async #extend(): Promise<void> {
    const until = new Date(this.#deps.clock.now().getTime() + LEASE_MS);
    const byTenant = new Map<TenantId, Set<string>>();
    for (const { tenantId, lease } of this.#underWay.values()) byTenant.set(tenantId, (byTenant.get(tenantId) ?? new Set()).add(lease));
    for (const [tenantId, leases] of byTenant)
      await extendLeases(this.#deps.pool, tenantId, [...leases], until).catch((error: unknown) => this.#tell(error));
  }

  /** Once when it begins and once when it is over: a database that is away is asked four times a second. */
  #tell(error: unknown): void {
    if (error === null && this.#isInTrouble) this.#deps.onTrouble('webhooks: deliveries go on');
    if (error !== null && !this.#isInTrouble) this.#deps.onTrouble(`webhooks: deliveries wait: ${messageOf(error)}`);
    this.#isInTrouble = error !== null;
  }
}

function failureOf(answer: Answer, step: number, at: Date) {
  if (answer.kind === 'failed') {
    return {
      error: answer.error,
      nextAttemptAt: nextAttemptAt({ step, at, quietUntil: null, chance: Math.random() }),
      quietUntil: null,
      isGone: false,
    };
  }
  const { status, retryAfter } = answer;
  const isGone = status === HTTP_GONE;
  const quiet = quietUntil({ status, retryAfter, at });
  const next = isGone ? null : nextAttemptAt({ step, at, quietUntil: quiet, chance: Math.random() });
  return { error: `status-${status}`, nextAttemptAt: next, quietUntil: quiet, isGone };
}

function headersOf(id: string, at: Date, body: string, secrets: readonly Buffer[]): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Sarafan-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at.getTime() / 1_000).toString(),
    'webhook-signature': signatures({ id, at, body }, secrets),
  };
}
