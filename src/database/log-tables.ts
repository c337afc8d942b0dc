/** Tenants, their keys, the event log and the programmes. */
import type { Generated } from 'kysely';

export interface TenantTable {
  readonly tenant_id: string;
  readonly tenant_key: string;
  readonly slug: string;
  readonly name: string;
  readonly time_zone: Generated<string>;
  readonly locale: Generated<string>;
  readonly landing_url: string | null;
  readonly landing_domains: Generated<readonly string[]>;
  readonly click_retention_days: Generated<number>;
  readonly identity_retention_days: Generated<number>;
  readonly hash_key: Buffer;
  readonly next_sequence: Generated<bigint>;
  readonly chain_hash: Generated<Buffer>;
  readonly program_revision: Generated<bigint>;
  readonly webhook_revision: Generated<bigint>;
  readonly has_mail: Generated<boolean>;
  readonly is_demo: Generated<boolean>;
  /** JSON of a TypedMargin. */
  readonly margin: string | null;
  readonly handling_cost_minor: bigint | null;
  readonly review_share_basis_points: Generated<number>;
  readonly handling_cost_currency: string | null;
  readonly coupon_url: Generated<string | null>;
  readonly setup_hash: Generated<Buffer | null>;
  readonly created_at: Date;
}

export interface TenantRouteTable {
  readonly kind: 'key' | 'slug' | 'host';
  readonly value: string;
  readonly tenant_id: string;
}

export interface ApiKeyTable {
  readonly tenant_id: string;
  readonly key_id: string;
  readonly kind: 'secret' | 'publishable';
  readonly secret_hash: Buffer;
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly string[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

export interface IdempotencyKeyTable {
  readonly tenant_id: string;
  readonly path: string;
  readonly key: string;
  readonly body_hash: Buffer;
  readonly status: number;
  readonly response: string;
  readonly created_at: Date;
}

export interface EventTable {
  readonly tenant_id: string;
  readonly sequence: bigint;
  readonly source: string;
  readonly event_id: string;
  readonly type: string;
  readonly occurred_at: Date;
  readonly stored_at: Date;
  readonly customer_id: string | null;
  readonly order_id: string | null;
  readonly body_hash: Buffer;
  readonly body: string;
  readonly decision: string;
  readonly answer: string;
  readonly chain_hash: Buffer;
}

export interface EventPersonalTable {
  readonly tenant_id: string;
  readonly sequence: bigint;
  readonly customer_id: string | null;
  readonly data: string;
}

export interface ProgramTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly created_sequence: bigint | null;
  readonly pauses: Generated<string>;
  readonly ended_at: Date | null;
  readonly created_at: Date;
}

export interface ProgramVersionTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly version_id: string;
  readonly number: number;
  readonly status: 'draft' | 'published';
  readonly effective_from: Date | null;
  readonly document: string | null;
  readonly parsed: string;
  readonly created_at: Date;
}

export interface EnrolmentRunTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly cursor: string | null;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly version_number: number | null;
  readonly run_number: Generated<number>;
}
