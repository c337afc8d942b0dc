import { randomInt } from 'node:crypto';
import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { attemptErrorText, disabledReasonText } from '../contract/webhook-texts.ts';
import * as endpoints from '../contract/webhooks.endpoints.ts';
import { deriveId, idFromUuid, type MessageId, type WebhookId, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { type DeliveryRecord, findDelivery, insertTestMessage, listDeliveries, replayDead, replayDelivery } from './deliveries.store.ts';
import { parseTarget, STRICT_RULES } from './target-rules.ts';
import { drawSecret, OLD_SECRET_MS, secretText } from './webhook-secret.ts';
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  rotateSecret,
  updateWebhook,
  type WebhookRecord,
  type WebhookRef,
} from './webhooks.store.ts';

export function webhookRoutes(deps: ServerDeps): readonly Route[] {
  return [...endpointRoutes(deps), ...deliveryRoutes(deps)];
}

function endpointRoutes({ db, clock, webhookRules = STRICT_RULES }: ServerDeps): readonly Route[] {
  const find = async (ref: WebhookRef): Promise<Result<WebhookRecord, Problem>> => {
    const found = await findWebhook(db, ref);
    return found === null ? err(problem('webhook_unknown', 'id')) : ok(found);
  };
  const isAllowed = (url: string | undefined): boolean => url === undefined || parseTarget(url, webhookRules) !== null;
  return [
    route(endpoints.listWebhooks, async ({ caller, query }) => {
      const after = decodeCursor(query.cursor, [UUID_PART]);
      if (!after.ok) return after;
      const { limit } = query;
      const rows = await listWebhooks(db, { tenantId: caller.tenantId, after: after.value?.[0] ?? null, limit });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: webhookToWire }));
    }),
    route(endpoints.createWebhook, async ({ caller, body }) => {
      if (!isAllowed(body.url)) return err(invalidField({ field: 'url', issue: 'webhook-url' }));
      const now = clock.now();
      const ref = { tenantId: caller.tenantId, id: idFromUuid<WebhookId>(drawId(caller.tenantId, now)) };
      const secret = drawSecret();
      const { url, types = null, description = null } = body;
      if (!(await insertWebhook(db, { ...ref, url, types, description, secret, createdAt: now }))) return err(problem('webhook_limit'));
      const made = await find(ref);
      return made.ok ? ok({ ...webhookToWire(made.value), secret: secretText(secret) }) : made;
    }),
    route(endpoints.getWebhook, async (call) => {
      const found = await find(refOf(call));
      return found.ok ? ok(webhookToWire(found.value)) : found;
    }),
    route(endpoints.patchWebhook, async (call) => {
      if (!isAllowed(call.body.url)) return err(invalidField({ field: 'url', issue: 'webhook-url' }));
      const { url, types, description, paused } = call.body;
      await updateWebhook(db, refOf(call), {
        ...(url === undefined ? {} : { url }),
        ...(types === undefined ? {} : { types }),
        ...(description === undefined ? {} : { description }),
        ...(paused === undefined ? {} : { paused }),
      });
      const found = await find(refOf(call));
      return found.ok ? ok(webhookToWire(found.value)) : found;
    }),
    route(endpoints.deleteWebhook, async (call) =>
      (await deleteWebhook(db, refOf(call))) ? ok(null) : err(problem('webhook_unknown', 'id')),
    ),
    route(endpoints.rotateWebhook, async (call) => {
      const secret = drawSecret();
      await rotateSecret(db, refOf(call), secret, new Date(clock.now().getTime() + OLD_SECRET_MS));
      const found = await find(refOf(call));
      return found.ok ? ok({ ...webhookToWire(found.value), secret: secretText(secret) }) : found;
    }),
  ];
}

function deliveryRoutes({ db, clock }: ServerDeps): readonly Route[] {
  /** What is sent again or for a test goes to endpoints that are on. */
  const findActive = async (ref: WebhookRef): Promise<Result<WebhookRecord, Problem>> => {
    const found = await findWebhook(db, ref);
    if (found === null) return err(problem('webhook_unknown', 'id'));
    return found.status === 'active' ? ok(found) : err(problem('webhook_state', 'id'));
  };
  const show = async (ref: WebhookRef, messageId: MessageId) => {
    const found = await findDelivery(db, ref, messageId);
    return found === null ? err(problem('delivery_unknown', 'messageId')) : ok(deliveryToWire(found));
  };
  return [
    route(endpoints.testWebhook, async (call) => {
      const ref = refOf(call);
      const active = await findActive(ref);
      if (!active.ok) return active;
      const at = clock.now();
      const messageId = idFromUuid<MessageId>(drawId(ref.tenantId, at));
      await insertTestMessage(db, ref, { messageId, data: JSON.stringify({ webhookId: wireId('whk', ref.id) }), at });
      return show(ref, messageId);
    }),
    route(endpoints.listDeliveries, async (call) => {
      const before = decodeCursor(call.query.cursor, [UUID_PART]);
      if (!before.ok) return before;
      const ref = refOf(call);
      if ((await findWebhook(db, ref)) === null) return err(problem('webhook_unknown', 'id'));
      const { limit, status } = call.query;
      const rows = await listDeliveries(db, ref, { status, limit, before: before.value?.[0] ?? null });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.messageId], toItem: deliveryToWire }));
    }),
    route(endpoints.replayDelivery, async (call) => {
      const ref = refOf(call);
      const active = await findActive(ref);
      if (!active.ok) return active;
      await replayDelivery(db, ref, call.params.messageId, clock.now());
      return show(ref, call.params.messageId);
    }),
    route(endpoints.replayDead, async (call) => {
      const ref = refOf(call);
      const active = await findActive(ref);
      if (!active.ok) return active;
      return ok({ count: await replayDead(db, ref, call.body.since, clock.now()) });
    }),
  ];
}

function refOf({ caller, params }: Call<{ readonly id: WebhookId }>): WebhookRef {
  return { tenantId: caller.tenantId, id: params.id };
}

/** In the order of their making, as ids of decisions are; drawn from sequences that no log will reach. */
function drawId(tenantId: string, at: Date): string {
  return deriveId({ tenantId, sequence: BigInt(2 ** 39 + randomInt(2 ** 39)), ordinal: randomInt(2 ** 14), storedAt: at });
}

function webhookToWire(found: WebhookRecord) {
  const { disabledReason, lastError } = found;
  return {
    id: wireId('whk', found.id),
    url: found.url,
    types: found.types === null ? null : [...found.types],
    description: found.description,
    status: found.status,
    disabledAt: timeToWire(found.disabledAt),
    disabledReason: disabledReason === null ? null : { code: disabledReason, text: disabledReasonText(disabledReason) },
    failingSince: timeToWire(found.failingSince),
    quietUntil: timeToWire(found.quietUntil),
    lastError: errorToWire(lastError),
    oldSecretValidUntil: timeToWire(found.previousSecretUntil),
    createdAt: found.createdAt.toISOString(),
  };
}

function deliveryToWire(found: DeliveryRecord) {
  return {
    id: wireId('msg', found.messageId),
    webhookId: wireId('whk', found.webhookId),
    type: found.type,
    status: found.status,
    createdAt: found.createdAt.toISOString(),
    nextAttemptAt: found.status === 'pending' ? found.nextAttemptAt.toISOString() : null,
    deliveredAt: timeToWire(found.deliveredAt),
    lastStatus: found.lastStatus,
    lastError: errorToWire(found.lastError),
    attempts: found.attempts.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest })),
  };
}

function errorToWire(code: string | null) {
  return code === null ? null : { code, text: attemptErrorText(code) };
}
