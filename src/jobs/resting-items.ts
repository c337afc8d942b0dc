import type { TenantId } from '../domain/ids.ts';
import type { DueItem } from './due-work.store.ts';

const REST_MS = 60_000;
/** Of one business; with more than that a person must look. */
const KEPT_MAX = 10_000;

/**
 * Due things that the road has refused: an amount that fits no account, a fault of ours. They stay due, and are the oldest. Left alone for
 * a minute they keep nothing behind them from its turn, and are not asked for every second. Kept in memory alone: who starts anew asks anew.
 */
export class RestingItems {
  readonly #until = new Map<TenantId, Map<string, number>>();

  /** How many rest now: a look has to see past so many. */
  count(tenantId: TenantId): number {
    const now = performance.now();
    const items = this.#of(tenantId);
    // They began in the order of the map.
    for (const [key, until] of items) {
      if (until > now) break;
      items.delete(key);
    }
    return items.size;
  }

  has(tenantId: TenantId, item: DueItem): boolean {
    return this.#of(tenantId).has(keyOf(item));
  }

  rest(tenantId: TenantId, items: readonly DueItem[]): void {
    const resting = this.#of(tenantId);
    for (const item of items) if (resting.size < KEPT_MAX) resting.set(keyOf(item), performance.now() + REST_MS);
  }

  #of(tenantId: TenantId): Map<string, number> {
    const known = this.#until.get(tenantId);
    if (known !== undefined) return known;
    const made = new Map<string, number>();
    this.#until.set(tenantId, made);
    return made;
  }
}

/** What becomes due again later is another thing. */
function keyOf({ kind, id, customerId, dueAt }: DueItem): string {
  return `${kind} ${id} ${customerId} ${dueAt.getTime()}`;
}
