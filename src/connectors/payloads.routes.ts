import type { PayloadInput } from '../contract/connectors.endpoints.ts';
import * as endpoints from '../contract/connectors.endpoints.ts';
import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { wireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findConnector } from './connectors.store.ts';
import { decideAllPayloads, decidePayloads } from './payload-decisions.store.ts';
import { findPayloads, listPayloads, type PayloadRecord } from './payloads.store.ts';
import { listPaths, readPayload } from './read-payload.ts';
import type { TestedPayload } from './test-mapping.ts';

/** What came through incoming addresses, for whoever looks after it. */
export function payloadRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listPayloads, async ({ caller, query }) => {
      const before = decodeCursor(query.cursor, [UUID_PART]);
      if (!before.ok) return before;
      const { limit, connectorId, status } = query;
      const rows = await listPayloads(db, caller.tenantId, { connectorId, status, limit, before: before.value?.[0] ?? null });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: payloadToWire }));
    }),
    route(endpoints.getPayload, async ({ caller, params }) => {
      const [found] = await findPayloads(db, caller.tenantId, [params.id]);
      if (found === undefined) return err(problem('payload_unknown', 'id'));
      const { body, contentType, query } = found;
      const tree = body === null ? null : readPayload({ contentType, body, query: query ?? '' });
      return ok({ ...payloadToWire(found), body, paths: tree?.ok === true ? [...listPaths(tree.value)] : [] });
    }),
    route(endpoints.decideAllPayloads, async (call) => {
      const { connectorId, status, decision } = call.body;
      const ref = { tenantId: call.caller.tenantId, id: connectorId };
      const connector = await findConnector(db, ref);
      if (connector === null) return err(problem('connector_unknown', 'connectorId'));
      if (decision === 'retry' && connector.status !== 'active') return err(problem('connector_off', 'connectorId'));
      return ok({ changed: await decideAllPayloads(db, ref, { status, decision, by: byOf(call), at: clock.now() }) });
    }),
    route(endpoints.decidePayloads, async (call) => {
      const { payloadIds, decision } = call.body;
      const { tenantId } = call.caller;
      const changed = await decidePayloads(db, tenantId, { ids: payloadIds, decision, by: byOf(call), at: clock.now() });
      const shown = await findPayloads(db, tenantId, payloadIds);
      return ok({ items: shown.map(payloadToWire), unchanged: payloadIds.length - changed.length });
    }),
  ];
}

function byOf({ caller, body }: Call<unknown, unknown, { readonly actor?: string | undefined }>): string {
  return body.actor ?? `key:${caller.keyId}`;
}

export function openPayloadToWire({ payload, outcome, body, paths }: TestedPayload) {
  return { ...payloadToWire({ ...payload, outcome }), body, paths: [...paths] };
}

function payloadToWire(found: PayloadRecord): PayloadInput {
  return {
    id: wireId('pld', found.id),
    connectorId: wireId('hok', found.connectorId),
    receivedAt: found.receivedAt.toISOString(),
    status: found.status,
    orderId: found.orderId,
    outcome: found.outcome,
    decidedBy: found.decidedBy,
    decidedAt: timeToWire(found.decidedAt),
    nextAttemptAt: found.status === 'waiting' ? found.nextAttemptAt.toISOString() : null,
  };
}
