import { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { TenantId } from '../domain/ids.ts';
import type { HistoryNeeds } from '../domain/program/history-needs.ts';
import type { TenantState } from './tenant-lock.store.ts';

/** What tallies depend on: all that has happened, and which parts of them were read. */
export interface TallyHead {
  readonly tenant: Pick<TenantState, 'nextSequence' | 'chainHash' | 'programRevision'>;
  readonly history: Pick<HistoryNeeds, 'qualified' | 'counts' | 'measures'>;
}

interface Kept {
  readonly head: TallyHead;
  readonly tallies: KnownTallies;
}

/** In marks: about 40 MB in all. */
const SIZE_MAX = 500_000;
/** After so many events there may be a fifth of it more. */
const TRIMMED_EVERY = 20_000n;
/** So many are more than that, however few friends and orders each has. */
const CUSTOMERS_MAX = 20_000;

/**
 * What referrals and orders add up to, kept by a process from one chain of batches to the next (ADR 0022, ADR 0023). It is true as long as the log stands where it
 * stood: the head names all that has happened, so that neither another process nor a rolled-back transaction can leave something false here.
 */
export class TallyShelf {
  readonly #byTenant = new Map<TenantId, Kept>();
  readonly #trimmedAt = new Map<TenantId, bigint>();

  /** Takes it off the shelf: whoever decides on it changes it. */
  take(tenantId: TenantId, head: TallyHead): KnownTallies {
    const kept = this.#byTenant.get(tenantId);
    this.#byTenant.delete(tenantId);
    return kept !== undefined && isTrue(kept.head, head) ? kept.tallies : new KnownTallies(head.history.measures);
  }

  /** `head`: where the log stands once what was decided is committed. */
  put(tenantId: TenantId, head: TallyHead, tallies: KnownTallies): void {
    if (tallies.customerCount === 0) return;
    const { nextSequence } = head.tenant;
    const trimmedAt = this.#trimmedAt.get(tenantId) ?? nextSequence;
    this.#byTenant.set(tenantId, { head, tallies });
    this.#trimmedAt.set(tenantId, trimmedAt);
    if (nextSequence - trimmedAt < TRIMMED_EVERY && tallies.customerCount <= CUSTOMERS_MAX) return;
    this.#trimmedAt.set(tenantId, nextSequence);
    this.#trim();
  }

  #trim(): void {
    let left = SIZE_MAX;
    for (const { tallies } of [...this.#byTenant.values()].reverse()) left -= tallies.trim(left);
  }
}

/** Where the log stands no further and no more of it is asked for. */
function isTrue(kept: TallyHead, now: TallyHead): boolean {
  const { nextSequence, chainHash, programRevision } = kept.tenant;
  const stands = nextSequence === now.tenant.nextSequence && chainHash.equals(now.tenant.chainHash);
  const isMeasured = now.history.measures.every(({ key }) => kept.history.measures.some((measure) => measure.key === key));
  const reads = isMeasured && (kept.history.qualified || !now.history.qualified) && (kept.history.counts || !now.history.counts);
  return stands && programRevision === now.tenant.programRevision && reads;
}
