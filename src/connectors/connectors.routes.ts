import * as endpoints from '../contract/connectors.endpoints.ts';
import { type ConnectorInput, PRESETS } from '../contract/connectors.endpoints.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { type ConnectorId, idFromUuid, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isTimeZone } from '../domain/time/calendar.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenantKey } from '../tenants/tenants.store.ts';
import { parseTarget, STRICT_RULES } from '../webhooks/target-rules.ts';
import {
  type ConnectorRecord,
  type ConnectorRef,
  countPayloads,
  deleteConnector,
  findConnector,
  insertConnector,
  listConnectors,
  type PayloadCounts,
  rotateConnectorSecret,
  updateConnector,
} from './connectors.store.ts';
import { drawId } from './draw-id.ts';
import { drawHookSecret, hookAddress, OLD_HOOK_SECRET_MS } from './hook-address.ts';
import { openPayloadToWire, payloadRoutes } from './payloads.routes.ts';
import { type PresetName, presetOf } from './preset-of.ts';
import { testMapping } from './test-mapping.ts';

export function connectorRoutes(deps: ServerDeps): readonly Route[] {
  return [...settingRoutes(deps), ...payloadRoutes(deps)];
}

function settingRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  const show = async (ref: ConnectorRef): Promise<Result<ConnectorInput, Problem>> => {
    const found = await findConnector(db, ref);
    if (found === null) return err(problem('connector_unknown', 'id'));
    return ok(toWire(found, (await countPayloads(db, ref.tenantId, ref.id)).get(ref.id), await addressOf(deps, found)));
  };
  const showWithSecret = async (ref: ConnectorRef, secret: string) => {
    const shown = await show(ref);
    if (!shown.ok) return shown;
    const { query } = presetOf(presetName(shown.value.preset));
    return ok({ ...shown.value, secret, addressWithSecret: `${shown.value.address}?secret=${secret}${query}` });
  };
  return [
    route(endpoints.listConnectors, async ({ caller }) => {
      const [found, counts] = await Promise.all([listConnectors(db, caller.tenantId), countPayloads(db, caller.tenantId)]);
      const items = await Promise.all(found.map(async (each) => toWire(each, counts.get(each.id), await addressOf(deps, each))));
      return ok({ items });
    }),
    route(endpoints.createConnector, async ({ caller, body }) => {
      const now = clock.now();
      const ref = { tenantId: caller.tenantId, id: idFromUuid<ConnectorId>(drawId(caller.tenantId, now)) };
      const { mapping, trust } = presetOf(body.preset);
      const secret = drawHookSecret();
      const isMade = await insertConnector(db, { ...ref, name: body.name, preset: body.preset, trust, mapping, secret, createdAt: now });
      return isMade ? showWithSecret(ref, secret) : err(problem('connector_limit'));
    }),
    route(endpoints.getConnector, (call) => show(refOf(call))),
    route(endpoints.patchConnector, async (call) => {
      const wrong = await findWrongChange(deps, call);
      if (wrong !== null) return err(wrong);
      const { name, mapping, trust, check, status } = call.body;
      await updateConnector(db, refOf(call), {
        ...(name === undefined ? {} : { name }),
        ...(mapping === undefined ? {} : { mapping }),
        ...(trust === undefined ? {} : { trust }),
        ...(status === undefined ? {} : { status }),
        ...(check === undefined
          ? {}
          : { check: check === null ? null : { url: check.url, user: check.user ?? null, password: check.password ?? null } }),
      });
      return show(refOf(call));
    }),
    route(endpoints.deleteConnector, async (call) =>
      (await deleteConnector(db, refOf(call))) ? ok(null) : err(problem('connector_unknown', 'id')),
    ),
    route(endpoints.rotateConnector, async (call) => {
      const secret = drawHookSecret();
      await rotateConnectorSecret(db, refOf(call), secret, new Date(clock.now().getTime() + OLD_HOOK_SECRET_MS));
      return showWithSecret(refOf(call), secret);
    }),
    route(endpoints.testConnector, async (call) => {
      const found = await findConnector(db, refOf(call));
      if (found === null) return err(problem('connector_unknown', 'id'));
      const { mapping = found.mapping, payloadId } = call.body ?? {};
      return ok({ items: (await testMapping(deps, { ...found, mapping }, payloadId)).map(openPayloadToWire) });
    }),
  ];
}

type PatchCall = Call<{ readonly id: ConnectorId }, unknown, PatchBody>;
interface PatchBody {
  readonly mapping?: ConnectorRecord['mapping'] | undefined;
  readonly trust?: ConnectorRecord['trust'] | undefined;
  readonly check?: { readonly url: string } | null | undefined;
  readonly status?: 'active' | 'paused' | undefined;
}

/** A mapping must work on what really came before it may do anything (issue 4, section 4). */
async function findWrongChange(deps: ServerDeps, call: PatchCall): Promise<Problem | null> {
  const { webhookRules = STRICT_RULES } = deps;
  const found = await findConnector(deps.db, refOf(call));
  if (found === null) return problem('connector_unknown', 'id');
  const { mapping = found.mapping, trust = found.trust, check, status } = call.body;
  const { timeZone } = mapping;
  if (timeZone !== undefined && !isTimeZone(timeZone)) return invalidField({ field: 'mapping.timeZone', issue: 'time-zone' });
  if (check !== undefined && check !== null && parseTarget(check.url.replace('{id}', '1'), webhookRules) === null)
    return invalidField({ field: 'check.url', issue: 'webhook-url' });
  if (trust === 'checked' && (check === null || (check === undefined && found.check === null)))
    return problem('connector_check_missing', 'check');
  const isChanged = status === 'active' || call.body.mapping !== undefined || trust !== found.trust;
  if ((status ?? found.status) !== 'active' || !isChanged) return null;
  const tested = await testMapping(deps, { ...found, mapping });
  if (tested.length === 0) return problem('connector_untested', 'status');
  const reasons = tested.flatMap(({ outcome }) => {
    const { reason } = outcome;
    if (reason === null || reason.code === 'nothing-to-do' || reason.code === 'status-unknown') return [];
    return [{ code: reason.code, field: reason.field ?? 'body', text: reason.text }];
  });
  if (reasons.length > 0) return { ...problem('connector_test_failed', 'mapping'), reasons };
  return tested.some(({ outcome }) => outcome.events.length > 0) ? null : problem('connector_untested', 'status');
}

function refOf({ caller, params }: Call<{ readonly id: ConnectorId }>): ConnectorRef {
  return { tenantId: caller.tenantId, id: params.id };
}

async function addressOf({ db, publicUrl }: ServerDeps, { tenantId, id }: ConnectorRecord): Promise<string> {
  return hookAddress(publicUrl, await getTenantKey(db, tenantId), id);
}

function presetName(text: string): PresetName {
  return PRESETS.find((each) => each === text) ?? 'custom';
}

function toWire(found: ConnectorRecord, counts: PayloadCounts | undefined, address: string): ConnectorInput {
  return {
    id: wireId('hok', found.id),
    name: found.name,
    preset: presetName(found.preset),
    status: found.status,
    trust: found.trust,
    address,
    mapping: found.mapping,
    checkUrl: found.check?.url ?? null,
    oldSecretValidUntil: timeToWire(found.previousSecretUntil),
    lastReceivedAt: timeToWire(counts?.lastReceivedAt ?? null),
    counts: {
      held: counts?.held ?? 0,
      failed: counts?.failed ?? 0,
      done: counts?.done ?? 0,
      leftOut: counts?.leftOut ?? 0,
      ignored: counts?.ignored ?? 0,
      kept: counts?.kept ?? 0,
      waiting: counts?.waiting ?? 0,
    },
    createdAt: found.createdAt.toISOString(),
  };
}
