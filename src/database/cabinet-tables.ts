/** The member's cabinet: sessions and the ways to them, and what a member writes there. */
import type { Generated } from 'kysely';

export interface CabinetSecretTable {
  readonly tenant_id: string;
  readonly secret_id: string;
  readonly secret: string;
  readonly created_at: Date;
}

export interface CabinetTokenUseTable {
  readonly tenant_id: string;
  readonly jti_hash: Buffer;
  readonly ends_at: Date;
}

export interface SignInCodeTable {
  readonly tenant_id: string;
  readonly address_hash: Buffer;
  readonly code_id: string;
  /** Null for an address nobody has: its row is there so that nothing shows. */
  readonly customer_id: string | null;
  readonly code_hash: Buffer;
  readonly tries: Generated<number>;
  readonly expires_at: Date;
  /** Calendar day of UTC, and how many codes were sent on it. */
  readonly asked_on: string;
  readonly asked: number;
}

export interface MemberSessionTable {
  readonly tenant_id: string;
  readonly token_hash: Buffer;
  readonly session_id: string;
  readonly customer_id: string;
  /** The programme whose cabinet was opened; null = by a code. */
  readonly program_id: string | null;
  readonly method: 'token' | 'code';
  readonly signed_in_at: Date;
  readonly last_seen_at: Date;
  readonly ends_at: Date;
  readonly agent: string;
  readonly address: string;
}

export interface FriendLabelTable {
  readonly tenant_id: string;
  readonly referrer_id: string;
  readonly friend_id: string;
  readonly label: string;
}

export interface MemberWishTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly no_invitations_since: Date | null;
  readonly ask_again_after: Date | null;
}

export interface ShareCountTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  /** Calendar day of UTC. */
  readonly day: string;
  readonly channel: string;
  readonly shares: number;
}

export interface FriendClaimTable {
  readonly tenant_id: string;
  readonly claim_id: string;
  readonly customer_id: string;
  readonly friend: string;
  readonly note: string | null;
  readonly status: Generated<'open' | 'accepted' | 'declined'>;
  readonly created_at: Date;
  readonly answer: Generated<string | null>;
  readonly answered_by: Generated<string | null>;
  readonly answered_at: Generated<Date | null>;
}
