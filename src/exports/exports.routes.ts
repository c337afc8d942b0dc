import {
  type ExportFormat,
  LISTED_EXPORTS,
  type ListedExport,
  listedExportEndpoints,
  type OwnExport,
  ownExportEndpoints,
} from '../contract/exports.endpoints.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { type Call, type Route, route, StreamedAnswer } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { openListed } from './listed-table.ts';
import { accessList, couponList, membershipList } from './member-lists.store.ts';
import { noteExport } from './note-export.ts';
import { orderList } from './order-list.store.ts';
import { codeList, customerList, referralList } from './people-lists.store.ts';
import { sourceOf, type TableList, type TableSource } from './table-list.ts';
import { entryList, payoutList, rewardList } from './value-lists.store.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

const TABLES: Readonly<Record<OwnExport, TableList>> = {
  customers: customerList,
  orders: orderList,
  referrals: referralList,
  rewards: rewardList,
  entries: entryList,
  payouts: payoutList,
  codes: codeList,
  memberships: membershipList,
  coupons: couponList,
  accesses: accessList,
};

/** Every list to take along, by roles that may; who took which, and how many rows, is in the audit chain. `lists`: what answers the lists themselves. */
export function exportRoutes(deps: ServerDeps, lists: readonly Route[]): readonly Route[] {
  const own = ownExportEndpoints.map(({ list, format, endpoint }) =>
    route(endpoint, async (call) => {
      const customer = await customerOf(deps, call);
      if (!customer.ok) return customer;
      const { db } = deps;
      const { caller, query } = call;
      const source = sourceOf(TABLES[list], { db, caller, query, customerId: customer.value });
      return take(deps, { ...call, query: shownFilter(query, customer.value) }, { list, format, source });
    }),
  );
  const listed = listedExportEndpoints.map(({ list, format, endpoint }) => {
    const target = targetOf(lists, list);
    return route(endpoint, async (call) => {
      const customer = await customerOf(deps, call);
      if (!customer.ok) return customer;
      const source = await openListed({ db: deps.db, call, list, target });
      if (!source.ok) return source;
      return take(deps, { ...call, query: shownFilter(call.query, customer.value) }, { list, format, source: source.value });
    });
  });
  return [...own, ...listed];
}

function targetOf(lists: readonly Route[], list: ListedExport): Route {
  const { path } = LISTED_EXPORTS[list].of;
  const found = lists.find(({ endpoint }) => endpoint.method === 'GET' && endpoint.path === path);
  assert(found !== undefined, `nothing answers ${path}`);
  return found;
}

async function customerOf({ db }: ServerDeps, { caller, query }: Call<unknown, object>): Promise<Result<CustomerId | undefined, Problem>> {
  const named: unknown = Reflect.get(query, 'customerId');
  if (typeof named !== 'string') return ok(undefined);
  const found = await findCustomerId(db, caller, named);
  return found === null ? err(problem('customer_unknown', 'customerId')) : ok(found);
}

interface Taken {
  readonly list: string;
  readonly format: ExportFormat;
  readonly source: TableSource;
}

async function take(deps: ServerDeps, call: Call<unknown, object>, { list, format, source }: Taken) {
  const fileName = `${list}.${format}`;
  const noted = noteExport(deps, call, { source, fileName, filter: call.query });
  if (format === 'csv') return ok(new StreamedAnswer(noted.untilCutOff(writeCsv(noted.source)), fileName));
  const made = await writeXlsx(noted.source);
  if (made.ok) return ok(new StreamedAnswer(onePiece(made.value), fileName));
  await noted.refused();
  return err(problem('export_too_large'));
}

/** The chain cannot be cut: what was searched for may be a person's name, and the shop's own id of a person their e-mail. */
function shownFilter(query: object, customerId: CustomerId | undefined): object {
  const hidden = { ...('q' in query ? { q: '•••' } : {}), ...(customerId === undefined ? {} : { customerId: wireId('cus', customerId) }) };
  return { ...query, ...hidden };
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
