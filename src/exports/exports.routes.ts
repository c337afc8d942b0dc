import { type ExportList, exportEndpoints } from '../contract/exports.endpoints.ts';
import { problem } from '../contract/problems.ts';
import { type Route, route, StreamedAnswer } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { orderList } from './order-list.store.ts';
import { codeList, customerList, referralList } from './people-lists.store.ts';
import type { TableList } from './table-list.ts';
import { auditList, entryList, payoutList, rewardList } from './value-lists.store.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

const TABLES: Readonly<Record<ExportList, TableList>> = {
  customers: customerList,
  orders: orderList,
  referrals: referralList,
  rewards: rewardList,
  entries: entryList,
  payouts: payoutList,
  codes: codeList,
  audit: auditList,
};

/** Every list to take along: who may read it may take it. */
export function exportRoutes({ db }: ServerDeps): readonly Route[] {
  return exportEndpoints.map(({ list, format, endpoint }) =>
    route(endpoint, async ({ caller, query }) => {
      const asked = { db, caller, query };
      const fileName = `${list}.${format}`;
      if (format === 'csv') return ok(new StreamedAnswer(writeCsv(TABLES[list], asked), fileName));
      const made = await writeXlsx(TABLES[list], asked);
      return made.ok ? ok(new StreamedAnswer(onePiece(made.value), fileName)) : err(problem('export_too_large'));
    }),
  );
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
