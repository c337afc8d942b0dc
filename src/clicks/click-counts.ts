import { quarterOf } from '../domain/rollup/quarter.ts';
import type { VisitKind } from './visit-kind.ts';

interface CountedClick {
  readonly tenantId: string;
  readonly kind: VisitKind;
  readonly channel: string | null;
  readonly clickedAtMs: number;
}

/** What a batch of clicks adds to a row of the rollup. */
export interface ClickCount extends Omit<CountedClick, 'clickedAtMs'> {
  /** Milliseconds since 1970. */
  readonly quarterMs: number;
  clicks: number;
}

/** The clicks of a batch by tenant, quarter, kind and channel, in one order whoever counts: two processes lock rows alike. */
export function countByRollup(clicks: readonly CountedClick[]): readonly ClickCount[] {
  const byKey = new Map<string, ClickCount>();
  for (const { tenantId, kind, channel, clickedAtMs } of clicks) {
    const quarterMs = quarterOf(new Date(clickedAtMs));
    const key = `${tenantId} ${quarterMs} ${kind} ${channel ?? ''}`;
    const count = byKey.get(key);
    if (count === undefined) byKey.set(key, { tenantId, quarterMs, kind, channel, clicks: 1 });
    else count.clicks += 1;
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
