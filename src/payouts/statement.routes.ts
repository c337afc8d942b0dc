import { getStatement, getStatementFile } from '../contract/payouts.endpoints.ts';
import { invalidField, type Problem } from '../contract/problems.ts';
import { moneyToWire, timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { withCustomer } from '../customers/customers.routes.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { currencyUnit } from '../domain/ledger/unit.ts';
import { isCurrency } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { movementText } from '../texts/movement-words.ts';
import { taxYearToWire } from './payout-encoding.ts';
import { type StatementTable, statementCsv } from './payout-files.ts';
import { findAccount, findCurrencies } from './payouts.store.ts';
import { findTaxYears } from './tax-years.store.ts';

interface Asked {
  readonly currency?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export function statementRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(getStatement, (call) =>
      withCustomer(deps, call, async (id) => {
        const { from } = call.query;
        const found = await findStatement(deps, call, id);
        if (!found.ok) return found;
        const { currency, opening, movements } = found.value;
        const closing = movements.reduce((sum, movement) => sum + movement.amount, opening);
        const years = await findTaxYears(deps.db, call.caller, { customerIds: [id], year: null });
        return ok({
          customerId: wireId('cus', id),
          from: timeToWire(from ?? null),
          to: endOf(deps, call.query).toISOString(),
          opening: moneyToWire(opening, currency),
          lines: movements.map((movement) => ({
            at: movement.at.toISOString(),
            reason: movement.reason,
            text: movementText(movement.reason),
            amount: moneyToWire(movement.amount, currency),
            orderId: movement.orderId,
          })),
          closing: moneyToWire(closing, currency),
          taxYears: years.map(taxYearToWire),
        });
      }),
    ),
    route(getStatementFile, (call) =>
      withCustomer(deps, call, async (id) => {
        const found = await findStatement(deps, call, id);
        return found.ok ? ok(statementCsv(found.value, call.query.locale)) : found;
      }),
    ),
  ];
}

/** A money account over a time; with several currencies one has to be named. */
export async function findStatement(
  deps: ServerDeps,
  call: Call<unknown, Asked>,
  customerId: CustomerId,
): Promise<Result<StatementTable, Problem>> {
  const { from } = call.query;
  const known = call.query.currency === undefined ? await findCurrencies(deps.db, call.caller, customerId) : [call.query.currency];
  const [currency] = known;
  if (currency === undefined || known.length > 1) return err(invalidField({ field: 'currency', issue: 'required' }));
  if (!isCurrency(currency)) return err(invalidField({ field: 'currency', issue: 'currency' }));
  const to = endOf(deps, call.query);
  if (from !== undefined && from > to) return err(invalidField({ field: 'from', issue: 'time' }));
  const found = await findAccount(deps.db, call.caller, { customerId, unit: currencyUnit(currency), from: from ?? null, to });
  return ok({ currency, ...found });
}

/** Up to now when not said; the clock's own millisecond belongs to it. */
function endOf(deps: Pick<ServerDeps, 'clock'>, asked: Asked): Date {
  return asked.to ?? new Date(deps.clock.now().getTime() + 1);
}
