/** Files on their way in, and what is remembered of where they come from. */
import type { Generated } from 'kysely';

export type UploadStatus = 'receiving' | 'ready' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface UploadTable {
  readonly tenant_id: string;
  readonly upload_id: string;
  readonly kind: 'orders' | 'refunds' | 'customers';
  readonly origin: 'console' | 'folder' | 'address';
  readonly source: string | null;
  readonly file_name: string;
  readonly size_bytes: Generated<bigint>;
  /** What of it lies in the uploads directory, or is about to: the file and its report. */
  readonly disk_bytes: Generated<bigint>;
  readonly status: UploadStatus;
  /** JSON as the contract has it. */
  readonly reading: Generated<string | null>;
  readonly earn: Generated<boolean>;
  readonly program_id: Generated<string | null>;
  readonly counts: Generated<string | null>;
  readonly bytes_done: Generated<bigint>;
  readonly bytes_total: Generated<bigint>;
  readonly rows_per_second: Generated<number | null>;
  readonly problems: Generated<string | null>;
  readonly has_report: Generated<boolean>;
  readonly cancel_asked: Generated<boolean>;
  readonly lease_ends_at: Generated<Date | null>;
  readonly created_by: string;
  readonly created_at: Date;
  readonly started_at: Generated<Date | null>;
  readonly finished_at: Generated<Date | null>;
}

export interface UploadSourceTable {
  readonly tenant_id: string;
  readonly name: string;
  readonly kind: 'orders' | 'refunds' | 'customers';
  readonly reading: string;
  readonly earn: boolean;
  readonly program_id: string | null;
  readonly watches_folder: Generated<boolean>;
  readonly url: string | null;
  readonly fetch_minute: number | null;
  readonly etag: Generated<string | null>;
  readonly last_modified: Generated<string | null>;
  readonly next_fetch_at: Generated<Date | null>;
  readonly last_fetch_at: Generated<Date | null>;
  readonly last_error: Generated<string | null>;
  readonly created_at: Date;
}
