import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { noteSighting, type SightingKind } from './sightings.store.ts';

const NOTED_EVERY_MS = 60_000;
const REMEMBERED_MAX = 2_000;

/** Keeps where the widget was seen, to the minute: one row for each host, written at most once a minute. */
export class SightingNotes {
  readonly #notedAtMs = new Map<string, number>();
  readonly #deps: { readonly db: Db; readonly clock: Clock };

  constructor(deps: { readonly db: Db; readonly clock: Clock }) {
    this.#deps = deps;
  }

  /** Never in the way of who loads the script: what cannot be written is not noted. */
  async note(seen: { readonly tenantId: TenantId; readonly kind: SightingKind; readonly host: string }): Promise<void> {
    const now = this.#deps.clock.now();
    const key = `${seen.tenantId} ${seen.kind} ${seen.host}`;
    if (now.getTime() - (this.#notedAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
    if (this.#notedAtMs.size >= REMEMBERED_MAX) this.#notedAtMs.clear();
    this.#notedAtMs.set(key, now.getTime());
    await noteSighting(this.#deps.db, { ...seen, seenAt: now });
  }
}
