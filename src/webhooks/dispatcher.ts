/** Sends what is due, from any number of processes, under leases: at least once, and a second time under the same id. */
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { type TenantId, wireId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { type RunningLeases, startLeases } from '../lease-runner.ts';
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

const LIMITS = { everyMs: 250, leaseMs: 30_000, drainMs: 3_000, atOnceMax: 256, atOnceATenantMax: 192, claimMax: 64 } as const;
const HTTP_GONE = 410;

export function startDispatcher(deps: DispatcherDeps): RunningLeases {
  const { pool, clock, onTrouble } = deps;
  return startLeases({
    ...LIMITS,
    clock,
    name: 'webhooks: deliveries',
    onTrouble,
    listTenants: () => listListenedTenants(pool),
    claim: async (claim, busy) => {
      const claimed = await claimDeliveries(pool, { ...claim, busy });
      if (claimed.length === 0) return [];
      faultPoint('after-webhook-claim');
      const { tenantId, lease } = claim;
      const externalIds = await findExternalIds(pool, tenantId, [...new Set(claimed.flatMap(({ data }) => customersIn(data)))]);
      return claimed.map((delivery) => ({
        place: delivery.webhookId,
        run: (breakOff) => attempt(deps, { tenantId, lease, delivery, body: messageBody(delivery, externalIds) }, breakOff),
      }));
    },
    extend: (tenantId, leases, until) => extendLeases(pool, tenantId, leases, until),
  });
}

interface Sending {
  readonly tenantId: TenantId;
  readonly lease: string;
  readonly delivery: ClaimedDelivery;
  readonly body: string;
}

async function attempt({ pool, clock, client }: DispatcherDeps, sending: Sending, breakOff: AbortSignal): Promise<void> {
  const { tenantId, lease, delivery, body } = sending;
  const { webhookId, messageId, step } = delivery;
  const startedAt = clock.now();
  const startedMs = performance.now();
  const headers = headersOf(wireId('msg', messageId), startedAt, body, delivery.secrets);
  const answer = await client.post({ url: delivery.url, headers, body }, breakOff);
  faultPoint('after-webhook-send');
  // Broken off by our own stop: no fault of the other side's.
  if (answer.kind === 'failed' && breakOff.aborted) return releaseLeases(pool, tenantId, [lease], clock.now());
  const durationMs = Math.round(performance.now() - startedMs);
  const status = answer.kind === 'answered' ? answer.status : null;
  const made: Attempt = { tenantId, webhookId, messageId, lease, startedAt, durationMs, status };
  if (status !== null && status >= 200 && status < 300) return markDelivered(pool, made, clock.now());
  return markFailed(pool, made, failureOf(answer, step, clock.now()));
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
