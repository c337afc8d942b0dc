import { getSelfCheck } from '../contract/introduction.endpoints.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { findLastShopToken, findLogSightings, listSightings } from './sightings.store.ts';

export function selfCheckRoutes({ db }: ServerDeps): readonly Route[] {
  return [
    route(getSelfCheck, async ({ caller: { tenantId } }) => {
      const [scripts, frames, tokenAt, log, tenant] = await Promise.all([
        listSightings(db, tenantId, 'script'),
        listSightings(db, tenantId, 'frame'),
        findLastShopToken(db, tenantId),
        findLogSightings(db, tenantId),
        getTenant(db, tenantId),
      ]);
      return ok({
        scripts: scripts.map(({ host, seenAt }) => ({ host, seenAt: seenAt.toISOString() })),
        frameSeenAt: timeToWire(frames[0]?.seenAt ?? null),
        tokenAcceptedAt: timeToWire(tokenAt),
        orderStoredAt: timeToWire(log.orderStoredAt),
        codeSeenAt: timeToWire(log.codeSeenAt),
        domains: [...tenant.landingDomains],
      });
    }),
  ];
}
