import { eventAnswer, type WireEventAnswer } from '../contract/event-answer-schema.ts';
import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { customerOfId } from '../events/submit-act.ts';
import { problemOf } from '../events/take-events.ts';
import { findOrder } from '../orders/orders.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { VersionRecord } from './programs.store.ts';

/**
 * What a version alone would have made of an order that is stored already, decided as if it were not (contract.md 3). Who brought the
 * customer is what the log knows of them. `order_unknown` also for an order never paid, which nothing was decided about.
 */
export async function tryVersion(
  { db, intake }: ServerDeps,
  call: Pick<Call, 'caller'>,
  asked: { readonly version: VersionRecord; readonly orderId: string },
): Promise<Result<WireEventAnswer, Problem>> {
  const order = await findOrder(db, call.caller, asked.orderId);
  if (order === null || order.data === null || order.customerId === null || order.firstPaymentAt === null)
    return err(problem('order_unknown', 'orderId'));
  const eventId = `trial ${order.id}`;
  const [result] = await intake.dryRun(
    [
      {
        tenantId: call.caller.tenantId,
        source: 'console',
        eventId,
        fingerprint: eventId,
        occurredAt: order.firstPaymentAt,
        customer: customerOfId(order.customerId),
        attribution: null,
        actor: null,
        body: { type: 'order.paid', orderId: order.id, order: order.data, payment: null, couponCodes: [], reservationIds: [] },
        personal: null,
      },
    ],
    { programVersionId: asked.version.id },
  );
  if (result === undefined) return err(problem('internal_error'));
  return result.kind === 'answered' ? ok(eventAnswer.parse(JSON.parse(result.answer))) : err(problemOf(result));
}
