import * as endpoints from '../contract/cabinet-acts.endpoints.ts';
import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { getPayee, putPayee } from '../contract/payouts.endpoints.ts';
import { moneyToWire, timeToWire } from '../contract/resource-encoding.ts';
import { forward, type Route, route } from '../contract/route.ts';
import { wireId } from '../domain/ids.ts';
import { assert, ok } from '../domain/result.ts';
import { periodKey } from '../domain/time/calendar.ts';
import { payeeRoutes } from '../payouts/payee.routes.ts';
import { statementCsv } from '../payouts/payout-files.ts';
import { listPayoutRows } from '../payouts/payouts.store.ts';
import { findStatement } from '../payouts/statement.routes.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { payoutText } from '../texts/movement-words.ts';
import { documentsAt, findZone } from './home.ts';
import { memberOf, memberRef, requireFresh } from './member-of.ts';
import { listOwnOrderIds } from './own-orders.store.ts';

/** Who earns money: where it is paid, what was paid, and the account as a table. */
export function cabinetMoneyRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  const [put, get] = [putPayee, getPayee].map((endpoint) => payeeRoutes(deps).find((each) => each.endpoint === endpoint));
  assert(put !== undefined && get !== undefined, 'the payee has its routes');
  return [
    forward(endpoints.putMyPayee, put, async (call) => {
      const fresh = requireFresh(deps, call);
      return fresh.ok ? ok({ params: { id: memberRef(call) } }) : fresh;
    }),
    forward(endpoints.getMyPayee, get, async (call) => ok({ params: { id: memberRef(call) } })),
    route(endpoints.listMyPayouts, async (call) => {
      const key = decodeCursor(call.query.cursor, [UUID_PART]);
      if (!key.ok) return key;
      const { limit } = call.query;
      const { customerId } = memberOf(call);
      const rows = await listPayoutRows(db, call.caller, { customerId, after: key.value?.[0] ?? null, limit });
      return ok(
        pageFrom(rows, {
          limit,
          keyOf: (row) => [row.id],
          toItem: (row) => ({
            id: wireId('pyo', row.id),
            amount: moneyToWire(row.amount, row.unit),
            status: row.status,
            text: payoutText(row.status),
            proposedAt: row.proposedAt.toISOString(),
            paidAt: timeToWire(row.paidAt),
          }),
        }),
      );
    }),
    route(endpoints.getMyStatement, async (call) => {
      const { customerId } = memberOf(call);
      const found = await findStatement(deps, call, customerId);
      if (!found.ok) return found;
      const { movements } = found.value;
      const own = await listOwnOrderIds(db, call.caller, { customerId, orderIds: movements.flatMap(({ orderId }) => orderId ?? []) });
      const documents = documentsAt(await listPublishedPrograms(db, call.caller.tenantId), deps.clock.now());
      const timeZone = await findZone(deps, call.caller, { ...memberOf(call), documents });
      // The order of a friend is theirs, and its time: the day alone, as the programme counts it (contract.md 6.13).
      const told = movements.map((each) =>
        each.orderId !== null && own.has(each.orderId) ? each : { ...each, day: periodKey(each.at, 'day', timeZone), orderId: null },
      );
      return ok(statementCsv({ ...found.value, movements: told }, call.query.locale));
    }),
  ];
}
