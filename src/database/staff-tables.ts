/** People of the business, their sessions, and what they changed. */
import type { Generated } from 'kysely';

export interface StaffTable {
  readonly tenant_id: string;
  readonly staff_id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'owner' | 'marketer' | 'sales' | 'accountant' | 'support' | 'cashier' | 'readOnly';
  readonly locale: Generated<string>;
  readonly password_hash: string | null;
  readonly totp_secret: Generated<string | null>;
  readonly totp_pending_secret: Generated<string | null>;
  readonly totp_confirmed_at: Generated<Date | null>;
  readonly totp_last_step: Generated<bigint>;
  readonly invite_hash: Buffer | null;
  readonly invite_expires_at: Date | null;
  readonly disabled_at: Generated<Date | null>;
  readonly created_at: Date;
}

export interface StaffSessionTable {
  readonly tenant_id: string;
  readonly token_hash: Buffer;
  readonly session_id: string;
  readonly staff_id: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly ends_at: Date;
  readonly agent: string;
  readonly address: string;
}

export interface AuditIntentTable {
  readonly tenant_id: string;
  readonly intent_id: string;
  readonly at: Date;
  readonly actor: string;
  readonly act: `${'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'} ${string}`;
  readonly subject: string;
  readonly before: string | null;
}

export interface AuditEntryTable {
  readonly tenant_id: string;
  readonly number: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly chain_hash: Buffer;
}
