import { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import type { TenantState } from './tenant-lock.store.ts';

type Head = Pick<TenantState, 'nextSequence' | 'chainHash' | 'programRevision'>;

interface Kept {
  readonly head: Head;
  readonly tallies: KnownTallies;
}

/** In marks: about 40 MB in all. */
const SIZE_MAX = 500_000;
const TRIMMED_EVERY = 256;
/** So many are more than that, however few friends each has brought. */
const REFERRERS_MAX = 20_000;

/**
 * What referrals add up to, kept by a process from one chain of batches to the next (ADR 0022). It is true as long as the log stands where it
 * stood: the head names all that has happened, so that neither another process nor a rolled-back transaction can leave something false here.
 */
export class TallyShelf {
  readonly #byTenant = new Map<TenantId, Kept>();
  #putCount = 0;

  /** Takes it off the shelf: whoever decides on it changes it. */
  take(tenantId: TenantId, head: Head): KnownTallies {
    const kept = this.#byTenant.get(tenantId);
    this.#byTenant.delete(tenantId);
    return kept !== undefined && isSame(kept.head, head) ? kept.tallies : new KnownTallies();
  }

  /** `head`: where the log stands once what was decided is committed. */
  put(tenantId: TenantId, head: Head, tallies: KnownTallies): void {
    this.#byTenant.set(tenantId, { head, tallies });
    this.#putCount += 1;
    if (this.#putCount % TRIMMED_EVERY === 0 || tallies.referrerCount > REFERRERS_MAX) this.#trim();
  }

  #trim(): void {
    let left = SIZE_MAX;
    for (const { tallies } of [...this.#byTenant.values()].reverse()) left -= tallies.trim(left);
  }
}

function isSame(a: Head, b: Head): boolean {
  return a.nextSequence === b.nextSequence && a.chainHash.equals(b.chainHash) && a.programRevision === b.programRevision;
}
