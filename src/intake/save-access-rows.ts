import type { Facts } from '../domain/facts/facts.ts';
import { bigintText, type RowsByTable, sparse } from './row.ts';

/** What members hold of perks, and the codes of pools. */
export function accessRows(facts: Facts): RowsByTable {
  return {
    access_grant: [...facts.accessGrants.changed()].map((g) => ({
      grant_id: g.id,
      program_id: g.programId,
      perk: g.perk,
      customer_id: g.customerId,
      reward_id: sparse(g.rewardId),
      tier_id: sparse(g.tierId),
      status: g.status,
      token: sparse(g.token),
      code_number: sparse(g.codeNumber),
      cost_minor: bigintText(g.costMinor),
      granted_at: g.grantedAt,
      choose_until: sparse(g.chooseUntil),
      waiting_since: sparse(g.waitingSince),
      valid_until: sparse(g.validUntil),
      used_at: sparse(g.usedAt),
    })),
    perk_code: [...facts.perkCodes.changed()].map((c) => ({ program_id: c.programId, perk: c.perk, code: c.code, number: c.number })),
  };
}
