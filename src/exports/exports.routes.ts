import { type ExportList, type ExportQuery, exportEndpoints } from '../contract/exports.endpoints.ts';
import { problem } from '../contract/problems.ts';
import { type Route, route, StreamedAnswer } from '../contract/route.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { note } from '../staff/staff.routes.ts';
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

/** Every list to take along, by roles that may; that a person took one is in the audit chain. */
export function exportRoutes(deps: ServerDeps): readonly Route[] {
  return exportEndpoints.map(({ list, format, endpoint }) =>
    route(endpoint, async (call) => {
      const { caller, query } = call;
      const asked = { db: deps.db, caller, query };
      const fileName = `${list}.${format}`;
      // Before the first row leaves: a download that is cut off has taken rows as well.
      if (caller.staff !== undefined)
        await note(deps, call, { act: 'exported', subject: fileName, before: null, after: shownFilter(query) });
      if (format === 'csv') return ok(new StreamedAnswer(writeCsv(TABLES[list], asked), fileName));
      const made = await writeXlsx(TABLES[list], asked);
      return made.ok ? ok(new StreamedAnswer(onePiece(made.value), fileName)) : err(problem('export_too_large'));
    }),
  );
}

/** The chain cannot be cut: what was searched for may be a person's name. */
function shownFilter({ q, ...filter }: ExportQuery): object {
  return { ...filter, ...(q === undefined ? {} : { q: '•••' }) };
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
