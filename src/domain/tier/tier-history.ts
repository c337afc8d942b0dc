/** What a member has done, as tiers count it: facts, none of which knows today's date. */
import type { Customer } from '../facts/entities.ts';
import type { OrderSums } from '../facts/order-tally.ts';
import type { Feedback } from '../facts/standing.ts';

/** Everything of one member that a tier may ask for. */
export interface TierHistory {
  readonly customer: Customer;
  readonly joinedAt: Date | null;
  readonly orders: OrderSums;
  /** When friends brought in this programme came to be qualified with an order: epoch ms, ascending. */
  readonly qualifiedInstants: readonly number[];
  readonly feedback: readonly Feedback[];
}
