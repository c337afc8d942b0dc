import { dryRunEvents, getEvent, listEvents as listEventsEndpoint, MAX_EVENTS, postEvents } from '../contract/events.endpoints.ts';
import { decodeCursor, pageFrom, SEQUENCE_PART } from '../contract/page-cursor.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { type Call, type Route, route, StoredAnswer } from '../contract/route.ts';
import { parseWireId, type VersionId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findEvent, listEvents, type StoredEventRow } from './events.store.ts';
import { submitThrough, takeEvents } from './take-events.ts';

export function eventRoutes(deps: ServerDeps): readonly Route[] {
  const { intake, clock, db } = deps;
  const requestOf = (call: Call, body: unknown) => ({
    body,
    sender: { tenantId: call.caller.tenantId, source: call.caller.source, actor: actorOf(call) },
    now: clock.now(),
    maxEvents: MAX_EVENTS,
  });
  return [
    route(postEvents, (call) => takeEvents(requestOf(call, call.sent), submitThrough(intake, null))),
    route(dryRunEvents, async (call) => {
      const asked = dryRunOf(call.sent, call.query.programVersionId);
      if (!asked.ok) return asked;
      const { programVersionId, body } = asked.value;
      return takeEvents(requestOf(call, body), submitThrough(intake, { programVersionId }));
    }),
    route(listEventsEndpoint, async ({ caller, query }) => {
      const before = decodeCursor(query.cursor, [SEQUENCE_PART]);
      if (!before.ok) return before;
      const { limit, by } = query;
      const last = before.value?.[0];
      const page = { isByHand: by === 'hand', limit, before: last === undefined ? null : BigInt(last) };
      const rows = await listEvents(db, caller.tenantId, page);
      const { items, nextCursor } = pageFrom(rows, { limit, keyOf: (row) => [row.sequence.toString()], toItem: storedEventText });
      return ok(new StoredAnswer(`{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`));
    }),
    route(getEvent, async (call) => {
      const { tenantId, source } = call.caller;
      const found = await findEvent(db, { tenantId, source, eventId: call.params.id });
      return found === null ? err(problem('event_unknown', 'id')) : ok(new StoredAnswer(storedEventText(found)));
    }),
  ];
}

/** Of a person who is signed in; a shop's program acts for itself. */
function actorOf({ caller }: Call): string | null {
  return caller.staff === undefined ? null : `staff:${caller.staff.id}`;
}

/** The version may stand in the query or beside the event's own fields. */
function dryRunOf(
  sent: unknown,
  queryVersion: string | undefined,
): Result<{ readonly programVersionId: VersionId | null; readonly body: unknown }, Problem> {
  const named =
    queryVersion ?? (typeof sent === 'object' && sent !== null && 'programVersionId' in sent ? sent.programVersionId : undefined);
  const body = typeof sent === 'object' && sent !== null && 'programVersionId' in sent ? withoutVersion(sent) : sent;
  if (named === undefined) return ok({ programVersionId: null, body });
  const programVersionId = typeof named === 'string' ? parseWireId('prv', named) : null;
  if (programVersionId === null) return err(invalidField({ field: 'programVersionId', issue: 'id' }));
  return ok({ programVersionId, body });
}

function withoutVersion(sent: object): object {
  return Object.fromEntries(Object.entries(sent).filter(([key]) => key !== 'programVersionId'));
}

/** The answer's own text with the row's fields added, so that what was answered is not encoded a second time. */
function storedEventText(row: StoredEventRow): string {
  const more = JSON.stringify({
    type: row.type,
    sequence: row.sequence.toString(),
    occurredAt: row.occurredAt.toISOString(),
    storedAt: row.storedAt.toISOString(),
    orderId: row.orderId,
  });
  return `${row.answer.slice(0, -1)},${more.slice(1)}`;
}
