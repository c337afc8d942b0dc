import { AT, type TableSpec, UUID } from './table-spec.ts';

/** Where members stand, and the scores they gave. */
export const TIER_TABLE_SPECS: Readonly<Record<string, TableSpec>> = {
  standing: {
    columns: {
      program_id: UUID,
      customer_id: UUID,
      tier_id: 'text',
      since: AT,
      held_by: 'text',
      term_ends_at: AT,
      grace_ends_at: AT,
      invited_to: 'text',
      invited_at: AT,
      invited_by: 'text',
      past: 'text',
      warned_of: AT,
      next_check_at: AT,
    },
    key: ['customer_id', 'program_id'],
    onConflict: 'update',
  },
  feedback: {
    columns: { sequence: 'bigint', customer_id: UUID, score: 'integer', occurred_at: AT },
    key: ['sequence'],
    onConflict: 'update',
  },
};
