import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import * as endpoints from '../contract/payouts.endpoints.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { withCustomer } from '../customers/customers.routes.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import type { EventBody } from '../domain/events.ts';
import { type PayoutId, parseWireId, wireId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { customerOfId, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { payeeRoutes } from './payee.routes.ts';
import { payoutToWire, taxYearToWire } from './payout-encoding.ts';
import { registerCsv } from './payout-files.ts';
import { findPayable, findPayees, findPayout, listAllPayouts, listPayoutRows, type ShownPayout } from './payouts.store.ts';
import { statementRoutes } from './statement.routes.ts';
import { findTaxYears, type PersonTaxYear } from './tax-years.store.ts';

export function payoutRoutes(deps: ServerDeps): readonly Route[] {
  return [...payeeRoutes(deps), ...readRoutes(deps), ...actRoutes(deps), ...statementRoutes(deps)];
}

function readRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.payoutRegister, async ({ caller, query }) => {
      const rows = await listAllPayouts(db, caller, query.status);
      const payees = await findPayees(db, caller, [...new Set(rows.map((row) => row.customerId))]);
      return ok(
        registerCsv(
          rows.map((payout) => ({ payout, known: payees.get(payout.customerId) ?? null })),
          query.locale,
        ),
      );
    }),
    route(endpoints.listTaxYears, async ({ caller, query }) => {
      const years = await findTaxYears(db, caller, { customerIds: null, year: query.year });
      return ok({
        items: years
          .filter((each) => each.state !== 'clear')
          .map((each) => ({ customerId: wireId('cus', each.customerId), tax: taxYearToWire(each) })),
      });
    }),
    route(endpoints.listPayouts, async ({ caller, query }) => {
      const after = decodeCursor(query.cursor, [UUID_PART]);
      if (!after.ok) return after;
      const customerId = query.customerId === undefined ? undefined : await findCustomerId(db, caller, query.customerId);
      if (customerId === null) return ok({ items: [], nextCursor: null });
      const { status, programId, limit } = query;
      const rows = await listPayoutRows(db, caller, { status, programId, customerId, limit, after: after.value?.[0] ?? null });
      const years = await findTaxYears(db, caller, { customerIds: rows.map((row) => row.customerId), year: null });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: (row) => payoutToWire(row, yearOf(row, years)) }));
    }),
    route(endpoints.getPayout, ({ caller, params }) => show(deps, caller, params.id)),
    route(endpoints.getPayable, (call) =>
      withCustomer(deps, call, async (customerId) => {
        const [payees, found] = await Promise.all([
          findPayees(db, call.caller, [customerId]),
          findPayable(db, call.caller, { customerId, now: deps.clock.now() }),
        ]);
        const items = found.map(({ programId, unit, amount }) => ({
          programId: wireId('prg', programId),
          amount: moneyToWire(amount, unit),
        }));
        return ok({ hasPayee: payees.get(customerId)?.details != null, items });
      }),
    ),
  ];
}

function actRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.proposePayout, async (call) => {
      const { customer, programId, amount, actor } = call.body;
      if (amount !== undefined && BigInt(amount.amountMinor) === 0n) return err(invalidField({ field: 'amount', issue: 'zero' }));
      const customerId = await findCustomerId(db, call.caller, customer);
      if (customerId === null) return err(problem('customer_unknown', 'customer'));
      const done = await submitAct(deps, call, {
        // By id: it tells the road which lots to read before it looks anybody up.
        customer: customerOfId(customerId),
        actor,
        body: { type: 'payout.proposed', programId, amountMinor: amount === undefined ? null : BigInt(amount.amountMinor), author: actor },
      });
      if (!done.ok) return done;
      const id = parseWireId('pyo', done.value.produced['payoutId'] ?? '');
      assert(id !== null, 'a payout that was proposed has an id');
      return show(deps, call.caller, id);
    }),
    route(endpoints.approvePayout, (call) =>
      step(deps, call, {
        type: 'payout.approved',
        payoutId: call.params.id,
        approver: call.body.actor,
        taxHandling: call.body.taxHandling ?? null,
      }),
    ),
    route(endpoints.rejectPayout, (call) =>
      step(deps, call, { type: 'payout.rejected', payoutId: call.params.id, approver: call.body.actor }),
    ),
    route(endpoints.payPayout, (call) => step(deps, call, { type: 'payout.paid', payoutId: call.params.id })),
    route(endpoints.failPayout, (call) => step(deps, call, { type: 'payout.failed', payoutId: call.params.id })),
  ];
}

type Shown = Result<ReturnType<typeof payoutToWire>, Problem>;
type StepCall = Call<{ readonly id: PayoutId }, unknown, { readonly actor: string }>;

async function step(deps: ServerDeps, call: StepCall, body: EventBody): Promise<Shown> {
  const known = await findPayout(deps.db, call.caller, call.params.id);
  if (known === null) return err(problem('payout_unknown', 'id'));
  const done = await submitAct(deps, call, { customer: customerOfId(known.customerId), actor: call.body.actor, body });
  return done.ok ? show(deps, call.caller, call.params.id) : done;
}

async function show(deps: ServerDeps, caller: Call['caller'], id: PayoutId): Promise<Shown> {
  const found = await findPayout(deps.db, caller, id);
  if (found === null) return err(problem('payout_unknown', 'id'));
  const years = await findTaxYears(deps.db, caller, { customerIds: [found.customerId], year: null });
  return ok(payoutToWire(found, yearOf(found, years)));
}

/** The year it is counted in; before that, or where it is not counted, the person's latest in its currency. */
function yearOf(payout: ShownPayout, years: readonly PersonTaxYear[]): PersonTaxYear | null {
  const mine = years.filter((each) => each.customerId === payout.customerId && each.currency === payout.unit);
  const counted = payout.countedPeriod?.split(':', 1)[0];
  return (counted === undefined ? mine.at(-1) : mine.find((each) => each.year === counted)) ?? null;
}
