import type { CustomerId, ProgramId } from '../ids.ts';
import { ReferralTally } from './referral-tally.ts';

/** To read so much again costs more than to name who needs not be read. */
const LARGE = 256;
const LARGE_MAX = 200;
/** What a tally holds besides its marks, in marks. */
const OF_A_TALLY = 32;

/** Tallies of referrers all of whose referrals are in them, by programme; in a programme that is absent they have none. */
export class KnownTallies {
  readonly #byReferrer = new Map<CustomerId, Map<ProgramId, ReferralTally>>();
  /** A friend of theirs may order with nobody naming them. */
  readonly #large = new Set<CustomerId>();

  get referrerCount(): number {
    return this.#byReferrer.size;
  }

  has(referrerId: CustomerId): boolean {
    return this.#byReferrer.has(referrerId);
  }

  /** Takes over what was read; whoever is known is known better. */
  meet(referrerId: CustomerId, tallies: Map<ProgramId, ReferralTally>): void {
    if (this.#byReferrer.has(referrerId)) return;
    this.#byReferrer.set(referrerId, tallies);
    this.#noteLarge(referrerId, sizeOf(tallies));
  }

  /** Null for a referrer who is not known. */
  find(programId: ProgramId, referrerId: CustomerId): ReferralTally | null {
    const tallies = this.#byReferrer.get(referrerId);
    if (tallies === undefined) return null;
    const known = tallies.get(programId);
    if (known !== undefined) return known;
    const made = new ReferralTally();
    tallies.set(programId, made);
    return made;
  }

  /** Of those asked about, who is known; and, asked about or not, those whom to read would take longest. */
  knownOf(customerIds: readonly CustomerId[]): readonly CustomerId[] {
    return [...this.#large, ...customerIds.filter((id) => this.has(id) && !this.#large.has(id))];
  }

  /** Forgets whoever has been known longest once there is more than `most` to hold, in marks. Returns how much is held. */
  trim(most: number): number {
    let held = 0;
    this.#large.clear();
    for (const [referrerId, tallies] of [...this.#byReferrer].reverse()) {
      const size = sizeOf(tallies);
      if (held + size > most) {
        this.#byReferrer.delete(referrerId);
        continue;
      }
      held += size;
      this.#noteLarge(referrerId, size);
    }
    return held;
  }

  #noteLarge(referrerId: CustomerId, size: number): void {
    if (size >= LARGE && this.#large.size < LARGE_MAX) this.#large.add(referrerId);
  }
}

function sizeOf(tallies: ReadonlyMap<ProgramId, ReferralTally>): number {
  let size = 0;
  for (const tally of tallies.values()) size += OF_A_TALLY + tally.size;
  return size;
}
