import { captureReservation, getReservation, makeReservation, voidReservation } from '../contract/checkout.endpoints.ts';
import { ledgerValue } from '../contract/primitives.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { reservationToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { parseWireId, type ReservationId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { customerInput, findContactProblem } from '../events/decode-event.ts';
import { customerOfId, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findReservation } from './reservations.store.ts';

const DEFAULT_LIFE_MS = 30 * 60_000;
const LONGEST_LIFE_MS = 7 * 86_400_000;

export function reservationRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(makeReservation, async (call) => {
      const { customer, amount, orderId } = call.body;
      const contact = findContactProblem(customer);
      if (contact !== null) return err(contact);
      const now = deps.clock.now().getTime();
      const expiresAt = call.body.expiresAt ?? new Date(now + DEFAULT_LIFE_MS);
      if (expiresAt.getTime() <= now || expiresAt.getTime() > now + LONGEST_LIFE_MS)
        return err(invalidField({ field: 'expiresAt', issue: 'size' }));
      const value = ledgerValue(amount);
      if (value.amount === 0n) return err(invalidField({ field: 'amount', issue: 'zero' }));
      const done = await submitAct(deps, call, {
        customer: customerInput(customer, { mustExist: true }),
        body: { type: 'reservation.made', ...value, expiresAt, orderId: orderId ?? null },
      });
      if (!done.ok) return done;
      const id = parseWireId('rsv', done.value.produced['reservationId'] ?? '');
      assert(id !== null, 'a reservation that was made has an id');
      return show(deps, call, id);
    }),
    route(getReservation, (call) => show(deps, call, call.params.id)),
    route(captureReservation, (call) =>
      end(deps, call, { type: 'reservation.captured', id: call.params.id, orderId: call.body?.orderId ?? null }),
    ),
    route(voidReservation, (call) => end(deps, call, { type: 'reservation.voided', id: call.params.id, orderId: null })),
  ];
}

interface Ending {
  readonly type: 'reservation.captured' | 'reservation.voided';
  readonly id: ReservationId;
  readonly orderId: string | null;
}

async function end(
  deps: ServerDeps,
  call: Call,
  { type, id, orderId }: Ending,
): Promise<Result<ReturnType<typeof reservationToWire>, Problem>> {
  const known = await findReservation(deps.db, call.caller, id);
  if (known === null) return err(problem('reservation_unknown', 'id'));
  // Whose it is tells the road who else is the same person: an order captured for may be their first.
  const done = await submitAct(deps, call, { customer: customerOfId(known.customerId), body: { type, reservationId: id, orderId } });
  return done.ok ? show(deps, call, id) : done;
}

async function show(deps: ServerDeps, call: Call, id: ReservationId): Promise<Result<ReturnType<typeof reservationToWire>, Problem>> {
  const found = await findReservation(deps.db, call.caller, id);
  return found === null ? err(problem('reservation_unknown', 'id')) : ok(reservationToWire(found));
}
