/** What members hold of perks, and the codes of pools. Immutable records, as all facts. */
import type { AccessGrantId, CustomerId, ProgramId, RewardId } from '../ids.ts';

/** *reserved*: stock is set aside for a reward that is held, waits for a choice or for a code. */
export type AccessStatus = 'reserved' | 'active' | 'used' | 'expired' | 'revoked';

/** One unit of a perk in somebody's hands. */
export interface AccessGrant {
  readonly id: AccessGrantId;
  readonly programId: ProgramId;
  readonly perk: string;
  readonly customerId: CustomerId;
  /** Null = claimed by tier. */
  readonly rewardId: RewardId | null;
  /** The tier that gave it; null for a reward's. */
  readonly tierId: string | null;
  readonly status: AccessStatus;
  /** Opens an invitation once; null where nothing is to be opened. */
  readonly token: string | null;
  /** Place in the pool of the code it was handed. */
  readonly codeNumber: number | null;
  readonly costMinor: bigint;
  readonly grantedAt: Date;
  /** When a reward's choice falls back to its default. */
  readonly chooseUntil: Date | null;
  /** Since when nothing but an empty pool keeps it from its holder. */
  readonly waitingSince: Date | null;
  /** Closed from this instant on; null = stays open. */
  readonly validUntil: Date | null;
  readonly usedAt: Date | null;
}

/** A code of a pool, handed out by rising number. Key: (programme, perk, code). */
export interface PerkCode {
  readonly programId: ProgramId;
  readonly perk: string;
  readonly code: string;
  readonly number: number;
}

/** Whether a unit is gone from the stock: what was used or whose code was shown does not come back. */
export function takesStock(grant: Pick<AccessGrant, 'status' | 'usedAt' | 'codeNumber'>): boolean {
  return grant.status !== 'revoked' || grant.usedAt !== null || grant.codeNumber !== null;
}

export function isLive(grant: Pick<AccessGrant, 'status'>): boolean {
  return grant.status === 'reserved' || grant.status === 'active' || grant.status === 'used';
}

export const perkCodeKey = (of: Pick<PerkCode, 'programId' | 'perk' | 'code'>): string => `${of.programId}|${of.perk}|${of.code}`;
export const poolKey = (programId: ProgramId, perk: string): string => `${programId}|${perk}`;
