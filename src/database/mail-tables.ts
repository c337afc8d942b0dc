/** Service messages by e-mail: how a business sends, its texts, the messages themselves, and who wants none. */
import type { Generated } from 'kysely';

export interface MailSetupTable {
  readonly tenant_id: string;
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly username: string | null;
  readonly password: string | null;
  readonly from_name: string | null;
  readonly from_address: string;
  readonly reply_to: string | null;
  readonly updated_at: Date;
}

export interface MailTextTable {
  readonly tenant_id: string;
  readonly kind: string;
  readonly locale: 'ru' | 'en';
  readonly subject: string;
  readonly body: string;
  readonly updated_at: Date;
}

export interface MailTable {
  readonly tenant_id: string;
  readonly mail_id: string;
  readonly kind: string;
  readonly cause: string;
  /** The event it tells of; null for a code, an invitation and a term that nears. */
  readonly sequence: bigint | null;
  readonly customer_id: string | null;
  /** For codes and invitations only; taken away when they are sent. A customer's address is looked up at that moment. */
  readonly recipient: string | null;
  readonly locale: string | null;
  /** JSON of its kind. */
  readonly data: string;
  readonly status: Generated<'waiting' | 'sent' | 'failed' | 'skipped'>;
  readonly step: Generated<number>;
  readonly attempts: Generated<number>;
  /** While an attempt is made, the end of its lease. */
  readonly next_attempt_at: Date;
  readonly lease: string | null;
  /** Not worth sending from then on. */
  readonly expires_at: Date | null;
  readonly created_at: Date;
  readonly settled_at: Date | null;
  readonly last_error: string | null;
}

export interface MailChoiceTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly kind: string;
  readonly declined_at: Date;
}

/** When all bonuses of a business that end soon had been told of. */
export interface MailExpiringLookTable {
  readonly tenant_id: string;
  readonly looked_at: Date;
}
