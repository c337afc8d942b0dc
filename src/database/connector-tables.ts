/** Incoming addresses and what came through them. */
import type { Generated } from 'kysely';

export interface ConnectorTable {
  readonly tenant_id: string;
  readonly connector_id: string;
  readonly name: string;
  readonly preset: string;
  readonly status: 'draft' | 'active' | 'paused';
  readonly trust: 'signed' | 'checked' | 'hint';
  /** JSON as the contract has it. */
  readonly mapping: string;
  readonly secret: string;
  readonly previous_secret: Generated<string | null>;
  readonly previous_secret_until: Generated<Date | null>;
  readonly check_url: Generated<string | null>;
  readonly check_user: Generated<string | null>;
  readonly check_password: Generated<string | null>;
  readonly created_at: Date;
}

/** Whose word a payload is: its signature's, that of whoever knew the secret of the address, or a person's who looked at it. */
export type PayloadProof = 'signed' | 'secret' | 'person';

export type PayloadStatus = 'kept' | 'waiting' | 'held' | 'ignored' | 'done' | 'failed' | 'refused';

export interface ConnectorPayloadTable {
  readonly tenant_id: string;
  readonly payload_id: string;
  readonly connector_id: string;
  readonly received_at: Date;
  readonly content_type: string;
  /** Null once its person was erased. */
  readonly body: string | null;
  readonly query: string | null;
  readonly body_hash: Buffer;
  readonly proof: PayloadProof;
  readonly status: PayloadStatus;
  readonly result: Generated<string | null>;
  readonly order_id: Generated<string | null>;
  readonly attempts: Generated<number>;
  readonly next_attempt_at: Date;
  readonly person_hashes: Generated<readonly Buffer[] | null>;
  readonly customer_ids: Generated<readonly string[] | null>;
  readonly decided_by: Generated<string | null>;
  readonly decided_at: Generated<Date | null>;
}
