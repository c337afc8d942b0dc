/** How far imports of history have come. */
export interface ImportRunTable {
  readonly tenant_id: string;
  readonly kind: 'orders' | 'customers' | 'refunds';
  readonly file_hash: Buffer;
  readonly options_hash: Buffer;
  readonly pass: number;
  readonly reading: 'streamed' | 'sorted' | null;
  readonly row_number: bigint;
  readonly byte_offset: bigint;
  readonly items_done: bigint;
  readonly last_sequence: bigint;
  readonly report_bytes: bigint;
  /** JSON, written and read by imports/import-run.store.ts alone. */
  readonly counts: string;
  readonly started_at: Date;
  readonly updated_at: Date;
  readonly finished_at: Date | null;
}
