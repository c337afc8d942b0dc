/** A business with its API and its dispatcher, and a receiver on loopback that it may send to. */
import { expect } from 'vitest';
import { startDispatcher } from '../../src/webhooks/dispatcher.ts';
import type { TargetRules } from '../../src/webhooks/target-rules.ts';
import { createWebhookClient, type ResolveName, type WebhookClient } from '../../src/webhooks/webhook-client.ts';
import { gift, program, rule, to } from '../contract/programs.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { atFileEnd } from '../support/file-end.ts';
import { waitFor } from '../support/wait-for.ts';
import { openReceiver, type Received, type Receiver } from './receiver.ts';

export const LOOPBACK: TargetRules = { ports: [443], allowPrivate: ['127.0.0.1'] };

export interface WebhookShop {
  readonly api: Api;
  readonly receiver: Receiver;
  readonly programId: string;
  /** Makes an endpoint for that path of the receiver. */
  readonly listen: (path: string, more?: object) => Promise<Listener>;
  /** A paid order of a new customer: one `reward.issued` of a mug. */
  readonly order: (id: string) => Promise<Reply>;
  readonly arrived: (path: string, count: number) => Promise<readonly Received[]>;
  /** Moves the clock and lets the dispatcher look again. */
  readonly passes: (ms: number) => void;
  readonly deliveries: (webhookId: string) => Promise<readonly Delivery[]>;
  /** Waits until every delivery of the endpoint satisfies. */
  readonly settled: (webhookId: string, isSettled: (delivery: Delivery) => boolean) => Promise<readonly Delivery[]>;
}

export interface Listener {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
}

export interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly nextAttemptAt: string | null;
  readonly lastStatus: number | null;
  readonly lastError: { readonly code: string; readonly text: { readonly ru: string; readonly en: string } } | null;
  readonly attempts: readonly { readonly status: number | null; readonly error: string | null; readonly durationMs: number }[];
}

/** For receivers that never answer: attempts end sooner than in earnest, yet not so soon that a busy machine ends good ones. */
export const QUICK = { connectLimitMs: 1_500, totalLimitMs: 2_000 };

export interface ShopOptions {
  /** A programme that gives every buyer a mug when absent. */
  readonly program?: object;
  readonly resolveName?: ResolveName;
  readonly rules?: TargetRules;
  /** Those of the product when absent. */
  readonly limits?: { readonly connectLimitMs: number; readonly totalLimitMs: number };
}

export async function openWebhookShop(options: ShopOptions = {}): Promise<WebhookShop> {
  const rules = options.rules ?? LOOPBACK;
  const receiver = await openReceiver();
  const api = await openApi({ webhookRules: rules });
  const client = createWebhookClient({
    rules,
    ...options.limits,
    ...(options.resolveName === undefined ? {} : { resolveName: options.resolveName }),
  });
  startTestDispatcher(api, client);
  const draft = await api.post('/v1/programs', { document: options.program ?? program([rule([to('buyer', gift(500))])]) });
  if (draft.status !== 201) throw new Error(draft.text);
  const made = draft.body;
  const published = await api.post(`/v1/programs/${made.id}/versions/1/publish`);
  if (published.status !== 200) throw new Error(published.text);
  const deliveries: WebhookShop['deliveries'] = async (webhookId) =>
    (await api.get(`/v1/webhooks/${webhookId}/deliveries?limit=200`)).body.items;
  return {
    api,
    receiver,
    programId: made.id,
    deliveries,
    listen: async (path, more = {}) => {
      const reply = await api.post('/v1/webhooks', { url: `${receiver.url}${path}`, ...more });
      if (reply.status !== 201) throw new Error(reply.text);
      return reply.body;
    },
    order: (id) => api.post('/v1/events', paid(id)),
    arrived: (path, count) =>
      waitFor(async () => (receiver.at(path).length >= count ? receiver.at(path) : null), {
        limitMs: 60_000,
        what: `${count} messages at ${path}`,
      }),
    passes: (ms) => api.clock.set(new Date(api.clock.now().getTime() + ms)),
    settled: (webhookId, isSettled) =>
      waitFor(
        async () => {
          const found = await deliveries(webhookId);
          return found.length > 0 && found.every(isSettled) ? found : null;
        },
        { limitMs: 30_000, what: `the deliveries of ${webhookId}` },
      ),
  };
}

export function startTestDispatcher(api: Api, client: WebhookClient): { readonly stop: () => Promise<void> } {
  const dispatcher = startDispatcher({
    pool: api.test.database.pool,
    clock: api.clock,
    client,
    onTrouble: (message) => {
      throw new Error(message);
    },
  });
  atFileEnd(dispatcher.stop);
  return dispatcher;
}

export function paid(id: string, customer: object = { externalId: `c-${id}` }): object {
  return {
    id: `evt-${id}`,
    type: 'order.paid',
    occurredAt: '2026-11-20T12:00:00Z',
    customer,
    order: { id, total: { amountMinor: '90071992547409930', currency: 'RUB' } },
  };
}

export const typesOf = (messages: readonly Received[]): readonly string[] => messages.map((each) => each.body.type).sort();

export async function join(shop: WebhookShop, programId: string, name: string): Promise<void> {
  expect((await shop.api.ask({ method: 'PUT', url: `/v1/customers/${name}`, body: { email: `${name}@example.com` } })).status).toBeLessThan(
    300,
  );
  expect((await shop.api.post(`/v1/customers/${name}/memberships`, { programId, actor: 'anna' })).status).toBeLessThan(300);
  expect((await shop.api.post(`/v1/customers/${name}/codes`, { code: name })).status).toBeLessThan(300);
}

/** Everything the endpoint has got when a test message sent after it has arrived. */
export async function allAt(shop: WebhookShop, path: string, webhookId: string): Promise<readonly Received[]> {
  await shop.settled(webhookId, (delivery) => delivery.status === 'delivered');
  return shop.receiver.at(path);
}
