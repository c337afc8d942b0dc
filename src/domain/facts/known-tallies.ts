import type { CustomerId, ProgramId } from '../ids.ts';
import type { OrderMeasure, OrderTally } from './order-tally.ts';
import { ReferralTally } from './referral-tally.ts';

/** To read so much again costs more than to name who needs not be read. */
const LARGE = 256;
const LARGE_MAX = 200;
/** What a tally holds besides its marks, in marks. */
const OF_A_TALLY = 32;

/** What one customer's referrals add up to, by programme, and their orders: of all there are. In a programme that is absent they have none. */
export interface CustomerTallies {
  readonly referrals: Map<ProgramId, ReferralTally>;
  readonly orders: OrderTally;
}

/** Tallies of customers all of whose referrals and orders are in them. */
export class KnownTallies {
  /** What is summed of each one's orders. */
  readonly measures: readonly OrderMeasure[];
  readonly #byCustomer = new Map<CustomerId, CustomerTallies>();
  /** A friend of theirs may order with nobody naming them. */
  readonly #large = new Set<CustomerId>();

  constructor(measures: readonly OrderMeasure[]) {
    this.measures = measures;
  }

  get customerCount(): number {
    return this.#byCustomer.size;
  }

  has(customerId: CustomerId): boolean {
    return this.#byCustomer.has(customerId);
  }

  /** Takes over what was read; whoever is known is known better. */
  meet(customerId: CustomerId, tallies: CustomerTallies): void {
    if (this.#byCustomer.has(customerId)) return;
    this.#byCustomer.set(customerId, tallies);
    this.#noteLarge(customerId, sizeOf(tallies));
  }

  /** Null for a referrer who is not known. */
  findReferrals(programId: ProgramId, referrerId: CustomerId): ReferralTally | null {
    const tallies = this.#byCustomer.get(referrerId)?.referrals;
    if (tallies === undefined) return null;
    const known = tallies.get(programId);
    if (known !== undefined) return known;
    const made = new ReferralTally();
    tallies.set(programId, made);
    return made;
  }

  /** Null for a buyer who is not known. */
  findOrders(customerId: CustomerId): OrderTally | null {
    return this.#byCustomer.get(customerId)?.orders ?? null;
  }

  /** Of those asked about, who is known; and, asked about or not, those whom to read would take longest. */
  knownOf(customerIds: readonly CustomerId[]): readonly CustomerId[] {
    return [...this.#large, ...customerIds.filter((id) => this.has(id) && !this.#large.has(id))];
  }

  /** Forgets whoever has been known longest once there is more than `most` to hold, in marks. Returns how much is held. */
  trim(most: number): number {
    let held = 0;
    this.#large.clear();
    for (const [customerId, tallies] of [...this.#byCustomer].reverse()) {
      const size = sizeOf(tallies);
      if (held + size > most) {
        this.#byCustomer.delete(customerId);
        continue;
      }
      held += size;
      this.#noteLarge(customerId, size);
    }
    return held;
  }

  #noteLarge(customerId: CustomerId, size: number): void {
    if (size >= LARGE && this.#large.size < LARGE_MAX) this.#large.add(customerId);
  }
}

function sizeOf({ referrals, orders }: CustomerTallies): number {
  let size = OF_A_TALLY + orders.size;
  for (const tally of referrals.values()) size += OF_A_TALLY + tally.size;
  return size;
}
