/** Outgoing webhooks: who listens, what there is to tell, and how the telling went. */
import type { Generated } from 'kysely';

export interface WebhookTable {
  readonly tenant_id: string;
  readonly webhook_id: string;
  readonly url: string;
  /** Null: every type. */
  readonly types: readonly string[] | null;
  readonly description: string | null;
  readonly status: 'active' | 'paused' | 'disabled';
  readonly secret: Buffer;
  readonly previous_secret: Buffer | null;
  readonly previous_secret_until: Date | null;
  readonly failing_since: Date | null;
  readonly quiet_until: Date | null;
  readonly disabled_at: Date | null;
  readonly disabled_reason: 'gone' | 'failing' | null;
  readonly last_error: string | null;
  readonly created_at: Date;
}

export interface WebhookMessageTable {
  readonly tenant_id: string;
  readonly message_id: string;
  /** The event it comes from; null for a test. */
  readonly sequence: bigint | null;
  readonly type: string;
  readonly data: string;
  readonly created_at: Date;
}

export interface WebhookDeliveryTable {
  readonly tenant_id: string;
  readonly webhook_id: string;
  readonly message_id: string;
  readonly status: Generated<'pending' | 'delivered' | 'dead'>;
  /** How far along the schedule; begins anew with a replay. */
  readonly step: Generated<number>;
  readonly attempts: Generated<number>;
  /** While an attempt is made, the end of its lease. */
  readonly next_attempt_at: Date;
  readonly lease: string | null;
  readonly delivered_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

export interface WebhookAttemptTable {
  readonly tenant_id: string;
  readonly webhook_id: string;
  readonly message_id: string;
  readonly number: number;
  readonly attempted_at: Date;
  readonly duration_ms: number;
  readonly status: number | null;
  readonly error: string | null;
}
