import { getSelfCheck } from '../contract/introduction.endpoints.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { ok } from '../domain/result.ts';
import { sumImpressions } from '../offers/impressions.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant, isOnlyTenant } from '../tenants/tenants.store.ts';
import { findLastShopToken, findLogSightings, listSightings } from './sightings.store.ts';

const COUNTED_DAYS_MS = 30 * 86_400_000;

export function selfCheckRoutes({ db, clock, publicUrl }: ServerDeps): readonly Route[] {
  return [
    route(getSelfCheck, async ({ caller }) => {
      const { tenantId } = caller;
      const since = new Date(clock.now().getTime() - COUNTED_DAYS_MS);
      const [scripts, frames, tokenAt, log, tenant, shown, isOnly] = await Promise.all([
        listSightings(db, tenantId, 'script'),
        listSightings(db, tenantId, 'frame'),
        findLastShopToken(db, tenantId),
        findLogSightings(db, tenantId),
        getTenant(db, tenantId),
        sumImpressions(db, caller, { place: 'offer', since }),
        isOnlyTenant(db, tenantId),
      ]);
      return ok({
        scripts: scripts.map(({ host, seenAt }) => ({ host, seenAt: seenAt.toISOString() })),
        frameSeenAt: timeToWire(frames[0]?.seenAt ?? null),
        tokenAcceptedAt: timeToWire(tokenAt),
        orderStoredAt: timeToWire(log.orderStoredAt),
        codeSeenAt: timeToWire(log.codeSeenAt),
        offersShown: shown.toString(),
        domains: [...tenant.landingDomains],
        scriptUrl: `${publicUrl}${isOnly ? '' : `/t/${tenant.slug}`}/widget.js`,
      });
    }),
  ];
}
