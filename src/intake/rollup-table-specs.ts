import { AT, type TableSpec } from './table-spec.ts';

/** Sums of all members together may leave int64, while each is inside. */
const SUM = 'numeric';

/** The rollups a batch adds to (rollup-rows.ts). In the columns of a key the labels come in the order of a part's. */
export const ROLLUP_TABLE_SPECS = {
  customer_rollup: { columns: { quarter: AT, customers: 'bigint' }, key: ['quarter'], onConflict: 'add' },
  referral_rollup: {
    columns: { quarter: AT, channel: 'text', started: 'bigint', joined: 'bigint', ordered: 'bigint', qualified: 'bigint', lost: 'bigint' },
    key: ['quarter', 'channel'],
    onConflict: 'add',
  },
  order_rollup: {
    columns: { quarter: AT, currency: 'text', channel: 'text', orders: 'bigint', amount_minor: SUM },
    key: ['quarter', 'currency', 'channel'],
    onConflict: 'add',
  },
  reward_rollup: {
    columns: { quarter: AT, unit: 'text', status: 'text', rewards: 'bigint', original_amount: SUM, amount: SUM },
    key: ['quarter', 'unit', 'status'],
    onConflict: 'add',
  },
  lot_rollup: { columns: { quarter: AT, unit: 'text', remaining: SUM }, key: ['quarter', 'unit'], onConflict: 'add' },
  balance_rollup: {
    columns: { unit: 'text', available: SUM, held: SUM, reserved: SUM, debt: SUM },
    key: ['unit'],
    onConflict: 'add',
  },
} as const satisfies Readonly<Record<string, TableSpec>>;

export type RollupTable = keyof typeof ROLLUP_TABLE_SPECS;

/** A row whose sums are all zero says what no row says: a replay meets the same changes in other batches. */
export const ROLLUP_ROWS_THAT_SAY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ROLLUP_TABLE_SPECS).map(([table, spec]) => [
    table,
    sumsOf(spec)
      .map((column) => `${column} <> 0`)
      .join(' or '),
  ]),
);

/** The columns that are summed. */
export function sumsOf({ columns, key }: TableSpec): readonly string[] {
  return Object.keys(columns).filter((column) => !key.includes(column));
}
