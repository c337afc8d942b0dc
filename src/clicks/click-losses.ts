import { periodKey } from '../domain/time/calendar.ts';
import type { ClickLoss } from './click.store.ts';
import type { LinkTenant } from './link-directory.ts';

/**
 * Why a visit left no click: the database was away or too slow, more waited than may wait, or the code led nowhere.
 */
export const lossReasons = ['database', 'overload', 'unknown-code', 'code-paused', 'code-retired', 'throttled'] as const;
export type LossReason = (typeof lossReasons)[number];

/** Counts visits that left no click until they can be written. */
export class ClickLosses {
  #waiting = new Map<string, { tenantId: string; day: string; reason: LossReason; count: number }>();
  readonly total: Record<LossReason, number> = {
    database: 0,
    overload: 0,
    'unknown-code': 0,
    'code-paused': 0,
    'code-retired': 0,
    throttled: 0,
  };

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  add(tenant: LinkTenant, reason: LossReason, at: Date): void {
    this.total[reason] += 1;
    this.#count({ tenantId: tenant.id, day: periodKey(at, 'day', tenant.row.timeZone), reason, count: 1 });
  }

  /** What has not been written; whoever takes it writes it or gives it back. */
  take(): readonly (ClickLoss & { readonly reason: LossReason })[] {
    const taken = [...this.#waiting.values()];
    this.#waiting = new Map();
    return taken;
  }

  giveBack(losses: readonly (ClickLoss & { readonly reason: LossReason })[]): void {
    for (const loss of losses) this.#count(loss);
  }

  #count(loss: ClickLoss & { readonly reason: LossReason }): void {
    const key = `${loss.tenantId} ${loss.day} ${loss.reason}`;
    const counted = this.#waiting.get(key);
    if (counted === undefined) this.#waiting.set(key, { ...loss });
    else counted.count += loss.count;
  }
}
