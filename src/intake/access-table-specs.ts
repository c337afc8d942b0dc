import { AT, type TableSpec, UUID } from './table-spec.ts';

/** Tables of perks. */
export const ACCESS_TABLE_SPECS: Readonly<Record<string, TableSpec>> = {
  access_grant: {
    columns: {
      grant_id: UUID,
      program_id: UUID,
      perk: 'text',
      customer_id: UUID,
      reward_id: UUID,
      tier_id: 'text',
      status: 'text',
      token: 'text',
      code_number: 'integer',
      cost_minor: 'bigint',
      granted_at: AT,
      choose_until: AT,
      waiting_since: AT,
      valid_until: AT,
      used_at: AT,
    },
    key: ['grant_id'],
    onConflict: 'update',
  },
  perk_code: {
    columns: { program_id: UUID, perk: 'text', code: 'text', number: 'integer' },
    key: ['program_id', 'perk', 'code'],
    onConflict: 'error',
  },
};
