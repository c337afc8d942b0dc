import type { CustomerId, ProgramId } from '../ids.ts';
import type { Referral } from './entities.ts';
import type { KnownTallies } from './known-tallies.ts';
import { ReferralTally } from './referral-tally.ts';
import type { Table } from './table.ts';

/** The tallies decisions ask for: those known whole, and of whoever came into being among the facts what the facts say. */
export class ReferralTallies {
  readonly known: KnownTallies;
  readonly #referrals: Table<Referral>;
  readonly #built = new Map<string, ReferralTally>();

  /** Follows each change of the referrals. */
  constructor(referrals: Table<Referral>, known: KnownTallies) {
    this.#referrals = referrals;
    this.known = known;
    referrals.onChange = (before, after) => {
      const [was, is] = [before && this.#find(before), after && this.#find(after)];
      if (was !== is) was?.follow(before, null);
      is?.follow(was === is ? before : null, after);
    };
  }

  of(programId: ProgramId, referrerId: CustomerId): ReferralTally {
    const found = this.#find({ programId, referrerId });
    if (found !== null) return found;
    const tally = new ReferralTally();
    for (const key of this.#referrals.keysBy('referrer', referrerId)) {
      const referral = this.#referrals.get(key);
      if (referral?.referrerId === referrerId && referral.programId === programId) tally.follow(null, referral);
    }
    this.#built.set(keyOf(programId, referrerId), tally);
    return tally;
  }

  #find({ programId, referrerId }: Pick<Referral, 'programId' | 'referrerId'>): ReferralTally | null {
    return this.known.findReferrals(programId, referrerId) ?? this.#built.get(keyOf(programId, referrerId)) ?? null;
  }
}

function keyOf(programId: ProgramId, referrerId: CustomerId): string {
  return `${referrerId}|${programId}`;
}
