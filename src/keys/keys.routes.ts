import type { Caller, Scope } from '../contract/caller.ts';
import { invalidField, problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { createKey, listKeys as listKeysEndpoint, revokeKey as revokeKeyEndpoint } from '../contract/tenant.endpoints.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenantKey } from '../tenants/tenants.store.ts';
import { issueKey } from './issue-key.ts';
import { type KeyRecord, listKeys, type NewKey, revokeKey } from './keys.store.ts';

const DEFAULT_SCOPES: readonly Scope[] = ['read', 'write'];

export function keyRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(listKeysEndpoint, async ({ caller }) => ok({ items: (await listKeys(db, caller.tenantId)).map(keyToWire) })),
    route(createKey, async ({ caller, body }) => {
      const now = clock.now();
      const scopes = body.scopes ?? DEFAULT_SCOPES;
      if (body.expiresAt !== undefined && body.expiresAt <= now) return err(invalidField({ field: 'expiresAt', issue: 'time' }));
      if (body.kind === 'publishable' && body.scopes !== undefined && body.scopes.length > 0)
        return err(invalidField({ field: 'scopes', issue: 'too-many' }));
      if (!scopes.every((scope) => holds(caller, scope))) return err(problem('forbidden', 'scopes'));
      const { kind, name, source, expiresAt } = body;
      const order = {
        tenantId: caller.tenantId,
        tenantKey: await getTenantKey(db, caller.tenantId),
        kind,
        name,
        source,
        scopes,
        expiresAt: expiresAt ?? null,
      };
      const issued = await issueKey(db, order, now);
      return ok({ ...keyToWire({ ...issued.record, revokedAt: null, lastUsedAt: null }), key: issued.text });
    }),
    route(revokeKeyEndpoint, async ({ caller, params }) => {
      const isKnown = await revokeKey(db, { tenantId: caller.tenantId, keyId: params.id }, clock.now());
      return isKnown ? ok(null) : err(problem('key_unknown', 'id'));
    }),
  ];
}

/** Nobody hands out more than they hold. */
function holds(caller: Caller, scope: Scope): boolean {
  return caller.scopes.includes(scope);
}

function keyToWire(key: NewKey & Pick<KeyRecord, 'revokedAt' | 'lastUsedAt'>) {
  return {
    id: key.keyId,
    kind: key.kind,
    name: key.name,
    source: key.source,
    scopes: [...key.scopes],
    createdAt: key.createdAt.toISOString(),
    expiresAt: timeToWire(key.expiresAt),
    revokedAt: timeToWire(key.revokedAt),
    lastUsedAt: timeToWire(key.lastUsedAt),
  };
}
