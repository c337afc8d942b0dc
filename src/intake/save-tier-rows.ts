import type { Facts } from '../domain/facts/facts.ts';
import { encodeLog } from './log-codec.ts';
import { bigintText, type RowsByTable, sparse } from './row.ts';

/** Where members stand, and the scores they gave. */
export function tierRows(facts: Facts): RowsByTable {
  return {
    standing: [...facts.standings.changed()].map((s) => ({
      program_id: s.programId,
      customer_id: s.customerId,
      tier_id: sparse(s.tierId),
      since: s.since,
      held_by: s.heldBy,
      term_ends_at: sparse(s.termEndsAt),
      grace_ends_at: sparse(s.graceEndsAt),
      invited_to: sparse(s.invitedTo),
      invited_at: sparse(s.invitedAt),
      invited_by: sparse(s.invitedBy),
      past: encodeLog(s.past),
      warned_of: sparse(s.warnedOf),
      next_check_at: sparse(s.nextCheckAt),
    })),
    feedback: [...facts.feedback.changed()].map((f) => ({
      sequence: bigintText(f.sequence),
      customer_id: f.customerId,
      score: f.score,
      occurred_at: f.occurredAt,
    })),
  };
}
