/** Where members stand on a programme's ladder, and the scores that ladders ask for (ADR 0011). Immutable records, as all facts. */
import type { CustomerId, ProgramId } from '../ids.ts';

/** Key: (programme, customer). Made when a member of a programme with tiers is first looked at. */
export interface Standing {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly tierId: string | null;
  /** Since when, in this tier or in none. */
  readonly since: Date;
  /** `staff`: by an invitation, whatever the conditions say, until the term ends; `step`: on the way down, for this local day. */
  readonly heldBy: 'rules' | 'staff' | 'step';
  /** Keeping is asked again from then on; null = it is asked all the time, or the tier is for life. */
  readonly termEndsAt: Date | null;
  /** `keep` fails and the term is over: lost then, unless it holds again. */
  readonly graceEndsAt: Date | null;
  /** The tier whose conditions hold and whose terms wait to be accepted. */
  readonly invitedTo: string | null;
  readonly invitedAt: Date | null;
  /** `staff`: stays open whatever the conditions say. */
  readonly invitedBy: 'rules' | 'staff' | null;
  readonly past: readonly PastTier[];
  /** The loss that time alone will bring, once it has been told. */
  readonly warnedOf: Date | null;
  /** The next instant at which anything can change without an event; null = never. */
  readonly nextCheckAt: Date | null;
}

export interface PastTier {
  readonly tierId: string;
  readonly from: Date;
  readonly until: Date;
  readonly reason: TierChangeReason;
}

/** Why a member moved: up by the conditions, by accepting, by staff; down for a reason. */
export type TierChangeReason = 'earned' | 'accepted' | 'not-kept' | 'entry-undone' | 'tier-removed' | 'membership-ended';

/** A score a customer gave. Key: the sequence of its event. */
export interface Feedback {
  readonly sequence: bigint;
  readonly customerId: CustomerId;
  readonly score: number;
  readonly occurredAt: Date;
}

/** The tier in which the member stood at an instant, by what had been decided; null = in none. */
export function tierAt(standing: Standing | null, at: Date): string | null {
  if (standing === null) return null;
  if (at >= standing.since) return standing.tierId;
  return standing.past.find((past) => at >= past.from && at < past.until)?.tierId ?? null;
}
