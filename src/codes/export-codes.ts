import { stringify } from 'csv-stringify/sync';
import type { Db } from '../database/schema.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { type CodeExport, type ExportedCode, listExportedCodes } from './code-export.store.ts';

const PAGE_CUSTOMERS = 5_000;

/**
 * CSV text of customer, code and link, a page of customers at a time, for the shop's own mailing. A customer goes by the shop's
 * id, else by e-mail or phone, else by ours. Cells that a spreadsheet would run as a formula are shielded by an apostrophe.
 */
export async function* exportCodes(db: Db, wanted: CodeExport, linkStart: string): AsyncGenerator<string> {
  yield stringify([['customer', 'code', 'link']]);
  let after: CustomerId | null = null;
  for (;;) {
    const page: readonly ExportedCode[] = await listExportedCodes(db, wanted, { after, limit: PAGE_CUSTOMERS });
    const rows = page.map((row) => [nameOf(row), row.code, linkStart + encodeURIComponent(row.code)]);
    if (rows.length > 0) yield stringify(rows, { escape_formulas: true });
    after = page.at(-1)?.customerId ?? null;
    if (page.length < PAGE_CUSTOMERS) return;
  }
}

function nameOf({ externalId, email, phone, customerId }: ExportedCode): string {
  return externalId ?? email ?? phone ?? wireId('cus', customerId);
}
