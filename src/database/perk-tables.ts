/** Rows of perks. */
export interface AccessGrantTable {
  readonly tenant_id: string;
  readonly grant_id: string;
  readonly program_id: string;
  readonly perk: string;
  readonly customer_id: string;
  readonly reward_id: string | null;
  readonly tier_id: string | null;
  readonly status: 'reserved' | 'active' | 'used' | 'expired' | 'revoked';
  readonly token: string | null;
  readonly code_number: number | null;
  readonly cost_minor: bigint;
  readonly granted_at: Date;
  readonly choose_until: Date | null;
  readonly waiting_since: Date | null;
  readonly valid_until: Date | null;
  readonly used_at: Date | null;
}

export interface PerkCodeTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly perk: string;
  readonly code: string;
  readonly number: number;
}

export interface AccessEntryTable {
  readonly tenant_id: string;
  readonly entry_id: string;
  readonly program_id: string;
  readonly perk: string;
  readonly customer_id: string | null;
  readonly guest_hash: Buffer | null;
  readonly asked_at: Date;
  readonly refusal: string | null;
  readonly lacks: 'membership' | 'tier' | null;
  readonly tier_id: string | null;
}
