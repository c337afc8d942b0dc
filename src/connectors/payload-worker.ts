/**
 * Decides stored payloads, from any number of processes: claim → map → (ask the shop again) → submit → mark. What an unsigned sender says is a
 * hint: it is held for a person, or the order itself is asked for at the shop, and what the shop shows is decided instead (reliability.md F12).
 */
import type { Clock } from '../clock.ts';
import { connectorReasonText } from '../contract/connector-texts.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { getHashKey } from '../imports/import-run.store.ts';
import type { Intake } from '../intake/submission.ts';
import { type RunningPoll, startPoll } from '../poll.ts';
import { messageOf } from '../system-error.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import type { GuardedReader } from '../webhooks/guarded-get.ts';
import { type ConnectorRecord, findConnector, type OrderCheck } from './connectors.store.ts';
import { keepAgain } from './payload-decisions.store.ts';
import {
  claimPayloads,
  deleteOldPayloads,
  listTenantsWithPayloads,
  type PayloadRecord,
  postponePayload,
  settlePayload,
} from './payloads.store.ts';
import { decideEvents, eventToWire, type MappedPayload, personHashes, readMapped, reasonToWire } from './process-payload.ts';

export interface PayloadDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Absent: orders cannot be asked for again, and wait for a person. */
  readonly reader?: GuardedReader;
}

const POLL_MS = 500;
/** As many as are decided within the lease, even when each is asked for again at a slow shop. */
const CLAIM_MAX = 4;
/** One business has as many at once before the next one has its turn. */
const TURN_MAX = 40;
const TURN_MS = 10_000;
const LEASE_MS = 60_000;
const CHECK_BYTES_MAX = 1_048_576;
const CHECK_RETRY_MINUTES = [1, 5, 30, 120] as const;
const KEPT_MS = 30 * 24 * 3_600_000;

export function startPayloads(deps: PayloadDeps, onTrouble: (message: string) => void): RunningPoll {
  return startPoll({
    everyMs: POLL_MS,
    work: (stop) => processDuePayloads(deps, stop, onTrouble),
    clean: () => deleteOldPayloads(deps.db, new Date(deps.clock.now().getTime() - KEPT_MS)),
    onTrouble: (error) => onTrouble(`connectors: payloads wait: ${messageOf(error)}`),
  });
}

/** Everything that is due now: the businesses take turns, so that the rush of one, or its slow shop, delays nobody for long. */
export async function processDuePayloads(deps: PayloadDeps, stop: AbortSignal, onTrouble: (message: string) => void): Promise<void> {
  let waiting = await listTenantsWithPayloads(deps.db, deps.clock.now());
  while (waiting.length > 0 && !stop.aborted) {
    const unfinished: TenantId[] = [];
    for (const tenantId of waiting) {
      const isFinished = await takeTurn(deps, tenantId, stop, onTrouble).catch((error: unknown) => {
        onTrouble(`connectors: payloads of a business wait: ${messageOf(error)}`);
        return true;
      });
      if (!isFinished) unfinished.push(tenantId);
    }
    waiting = unfinished;
  }
}

/** Whether nothing that is due was left. */
async function takeTurn(deps: PayloadDeps, tenantId: TenantId, stop: AbortSignal, onTrouble: (message: string) => void): Promise<boolean> {
  const { db, clock } = deps;
  const [tenant, hashKey] = await Promise.all([getTenant(db, tenantId), getHashKey(db, tenantId)]);
  const startedMs = performance.now();
  for (let taken = 0; taken < TURN_MAX && performance.now() - startedMs < TURN_MS; taken += CLAIM_MAX) {
    const now = clock.now();
    const claimed = await claimPayloads(db, tenantId, { now, until: new Date(now.getTime() + LEASE_MS), limit: CLAIM_MAX });
    for (const payload of claimed) {
      if (stop.aborted) continue;
      // Anew for each: somebody may switch it off, or trust it less, because of what this very turn decides.
      const connector = await findConnector(db, { tenantId, id: payload.connectorId });
      if (connector === null) continue;
      // One that breaks waits out its claim; those claimed with it would be behind it each time.
      await processPayload(deps, { connector, payload, hashKey, timeZone: tenant.timeZone, stop }).catch((error: unknown) =>
        onTrouble(`connectors: a payload of ${connector.name} waits: ${messageOf(error)}`),
      );
      faultPoint('after-payload');
    }
    if (claimed.length < CLAIM_MAX || stop.aborted) return true;
  }
  return false;
}

interface Work {
  readonly connector: ConnectorRecord;
  readonly payload: PayloadRecord;
  readonly hashKey: Buffer;
  readonly timeZone: string;
  readonly stop: AbortSignal;
}

async function processPayload(deps: PayloadDeps, work: Work): Promise<void> {
  const { connector, payload, hashKey, timeZone } = work;
  const { db, clock, intake } = deps;
  const { tenantId } = connector;
  if (payload.body === null) return;
  // A person who looked at it has decided; whatever else was in the line when a connection is switched off waits for its return.
  if (connector.status !== 'active' && payload.proof !== 'person') return keepAgain(db, tenantId, payload.id);
  const { contentType, body, query, receivedAt } = payload;
  const told = readMapped(connector, { contentType, body, query: query ?? '', receivedAt }, timeZone);
  const orderId = told.events[0]?.orderId ?? null;
  const common = { orderId, customerIds: [], personHashes: personHashes(hashKey, connector, told.tree) } as const;
  if (told.reason !== null) {
    const isNothing = told.reason.code === 'status-unknown' || told.reason.code === 'nothing-to-do';
    const outcome = { events: [], reason: reasonToWire(told.reason) };
    return settlePayload(db, tenantId, payload.id, { ...common, status: isNothing ? 'ignored' : 'failed', outcome });
  }
  const vouched = await vouchedFor(deps, work, told);
  if (vouched.kind === 'later') return postponePayload(db, tenantId, payload.id, vouched.at);
  if (vouched.kind === 'held') {
    const outcome = { events: told.events.map((event) => eventToWire(event, null, null)), reason: vouched.reason };
    return settlePayload(db, tenantId, payload.id, { ...common, status: 'held', outcome });
  }
  if (vouched.mapped.reason !== null) {
    const outcome = { events: [], reason: reasonToWire(vouched.mapped.reason) };
    return settlePayload(db, tenantId, payload.id, { ...common, status: 'failed', outcome });
  }
  const { events } = vouched.mapped;
  const decided = await decideEvents(connector, events, { submit: intake.submit, now: clock.now(), actor: payload.decidedBy });
  if (decided.isPostponed) return postponePayload(db, tenantId, payload.id, new Date(clock.now().getTime() + 5_000));
  await settlePayload(db, tenantId, payload.id, {
    orderId,
    status: decided.isRefused ? 'failed' : 'done',
    outcome: decided.outcome,
    customerIds: decided.customerIds,
    personHashes: [...common.personHashes, ...personHashes(hashKey, connector, vouched.mapped.tree)],
  });
}

type Vouched =
  | { readonly kind: 'yes'; readonly mapped: MappedPayload }
  | { readonly kind: 'held'; readonly reason: ReturnType<typeof reasonText> | null }
  | { readonly kind: 'later'; readonly at: Date };

/** Whose word the events are: the sender's signature, the shop asked again, or a person's. */
async function vouchedFor(deps: PayloadDeps, work: Work, told: MappedPayload): Promise<Vouched> {
  const { connector, payload } = work;
  if (payload.proof === 'person' || (connector.trust === 'signed' && payload.proof === 'signed')) return { kind: 'yes', mapped: told };
  const orderId = told.events[0]?.orderId ?? null;
  if (connector.trust === 'hint' || connector.check === null || deps.reader === undefined || orderId === null)
    return { kind: 'held', reason: null };
  const text = await askAgain(deps.reader, connector.check, orderId, work.stop);
  if (text.kind === 'gone') return { kind: 'held', reason: reasonText('order-not-found', text.value) };
  if (text.kind === 'failed') {
    const minutes = CHECK_RETRY_MINUTES[payload.attempts];
    if (minutes === undefined) return { kind: 'held', reason: reasonText('order-not-found', text.value) };
    return { kind: 'later', at: new Date(deps.clock.now().getTime() + minutes * 60_000) };
  }
  const shown = readMapped(
    connector,
    { contentType: 'application/json', body: text.body, query: '', receivedAt: payload.receivedAt },
    work.timeZone,
  );
  if (shown.reason === null && shown.events.some((event) => event.orderId !== orderId))
    return { kind: 'held', reason: reasonText('order-differs', shown.events[0]?.orderId ?? null) };
  return { kind: 'yes', mapped: shown };
}

type Asked =
  | { readonly kind: 'shown'; readonly body: string }
  | { readonly kind: 'gone'; readonly value: string }
  | { readonly kind: 'failed'; readonly value: string };

async function askAgain(reader: GuardedReader, check: OrderCheck, orderId: string, stop: AbortSignal): Promise<Asked> {
  const pieces: Buffer[] = [];
  const login = Buffer.from(`${check.user ?? ''}:${check.password ?? ''}`).toString('base64');
  const got = await reader.get(
    {
      url: check.url.replace('{id}', encodeURIComponent(orderId)),
      headers: {
        accept: 'application/json',
        'user-agent': 'Sarafan/1',
        ...(check.user === null ? {} : { authorization: `Basic ${login}` }),
      },
      bytesMax: CHECK_BYTES_MAX,
    },
    async (piece) => {
      pieces.push(piece);
    },
    stop,
  );
  if (got.kind === 'failed') return { kind: 'failed', value: got.error };
  if (got.status === 200) return { kind: 'shown', body: Buffer.concat(pieces).toString() };
  return { kind: got.status === 404 || got.status === 410 ? 'gone' : 'failed', value: String(got.status) };
}

function reasonText(code: string, value: string | null) {
  return { code, field: null, value, text: connectorReasonText(code) };
}
