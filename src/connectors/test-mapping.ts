/** A mapping tried on what really came: which events each payload would be, and what they would lead to. Nothing is stored. */
import { connectorReasonText } from '../contract/connector-texts.ts';
import type { OutcomeInput } from '../contract/connectors.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { PayloadId } from '../domain/ids.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import type { ConnectorRecord } from './connectors.store.ts';
import { findPayloads, lastPayloads, type PayloadRecord } from './payloads.store.ts';
import { decideEvents, readMapped, reasonToWire } from './process-payload.ts';
import { listPaths } from './read-payload.ts';

const TESTED = 10;

export interface TestedPayload {
  readonly payload: PayloadRecord;
  readonly outcome: OutcomeInput;
  readonly body: string | null;
  readonly paths: readonly { readonly path: string; readonly value: string }[];
}

/** The last ten payloads under the connection's mapping, newest first; `first` before them, however old it is. */
export async function testMapping(
  { db, intake, clock }: Pick<ServerDeps, 'db' | 'intake' | 'clock'>,
  connector: ConnectorRecord,
  first?: PayloadId,
): Promise<readonly TestedPayload[]> {
  const { timeZone } = await getTenant(db, connector.tenantId);
  const submit: typeof intake.submit = (submissions) => intake.dryRun(submissions, { programVersionId: null });
  const tested: TestedPayload[] = [];
  for (const payload of await payloadsToTest(db, connector, first)) {
    const { body } = payload;
    if (body === null) {
      const reason = { code: 'erased', field: null, value: null, text: connectorReasonText('erased') };
      tested.push({ payload, outcome: { events: [], reason: { ...reason, code: 'nothing-to-do' } }, body, paths: [] });
      continue;
    }
    const { contentType, query, receivedAt } = payload;
    const mapped = readMapped(connector, { contentType, body, query: query ?? '', receivedAt }, timeZone);
    const outcome =
      mapped.reason === null
        ? (await decideEvents(connector, mapped.events, { submit, now: clock.now(), actor: null })).outcome
        : { events: [], reason: reasonToWire(mapped.reason) };
    tested.push({ payload, outcome, body, paths: mapped.tree === null ? [] : listPaths(mapped.tree) });
  }
  return tested;
}

async function payloadsToTest(db: Db, connector: ConnectorRecord, first: PayloadId | undefined): Promise<readonly PayloadRecord[]> {
  const last = await lastPayloads(db, connector, TESTED);
  if (first === undefined) return last;
  const named = (await findPayloads(db, connector.tenantId, [first])).filter(({ connectorId }) => connectorId === connector.id);
  return [...named, ...last.filter(({ id }) => id !== first)];
}
