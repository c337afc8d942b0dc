import process from 'node:process';

/** Rows copied so far, for a person at a terminal; nothing where nobody looks. */
export function showRowProgress({ table, rows, total }: { readonly table: string; readonly rows: bigint; readonly total: bigint }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${rows} / ${total} rows  ${table}`);
}

/** All rows are there, and whoever serves the old ones is asked to stop for a moment. */
export function showGiveWay(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[Ka running server gives way …');
}

export function endRowProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
