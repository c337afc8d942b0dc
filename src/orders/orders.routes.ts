import { noteToWire } from '../contract/event-answer.ts';
import { eventAnswer } from '../contract/event-answer-schema.ts';
import { orderToWire } from '../contract/order-encoding.ts';
import { explainOrder, getOrder } from '../contract/orders.endpoints.ts';
import { problem } from '../contract/problems.ts';
import { refusalText } from '../contract/refusal-texts.ts';
import { rewardToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { wireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { explainOrder as tellOrder } from '../explain/explain-order.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listOrderEvents, type OrderEvent } from './order-events.store.ts';
import { findOrder } from './orders.store.ts';

const MAX_REWARDS = 200;

export function orderRoutes({ db }: ServerDeps): readonly Route[] {
  return [
    route(getOrder, async ({ caller, params }) => {
      const order = await findOrder(db, caller, params.id);
      return order === null ? err(problem('order_unknown', 'id')) : ok(orderToWire(order));
    }),
    route(explainOrder, async ({ caller, params }) => {
      const events = await listOrderEvents(db, caller, params.id);
      if (events.length === 0) return err(problem('order_unknown', 'id'));
      const rewards = await listRewardRows(db, caller, { orderId: params.id, after: null, limit: MAX_REWARDS });
      const told = (await tellOrder(db, caller.tenantId, params.id)) ?? [];
      const sentences = told.map(({ at, kind, ru, en }) => ({ at: at.toISOString(), kind, text: { ru, en } }));
      return ok({ orderId: params.id, events: events.map(eventToWire), rewards: rewards.map(rewardToWire), sentences });
    }),
  ];
}

function eventToWire({ sequence, source, eventId, type, occurredAt, decision, answer }: OrderEvent) {
  const { outcome, refusals } = eventAnswer.parse(JSON.parse(answer));
  return {
    sequence: sequence.toString(),
    source,
    eventId,
    type,
    occurredAt: occurredAt.toISOString(),
    outcome,
    evaluations: decision.evaluations.map((each) => ({
      programId: wireId('prg', each.programId),
      versionNumber: each.versionNumber,
      ruleId: each.ruleId,
      result: each.result,
      reasons: each.reasons.map((reason) => ({ reason, text: refusalText(reason, null, 'staff') })),
    })),
    refusals,
    notes: decision.notes.map(noteToWire),
  };
}
