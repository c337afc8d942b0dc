/**
 * What a person signed in to the console changed, or a key that may do everything, written into the audit chain for every endpoint alike: a room added tomorrow is recorded without
 * asking for it. The state before and after is that of the endpoint's own thing, as its GET shows it. The chain cannot be cut, so nothing
 * personal and no secret goes into it: that such a field changed is kept, what it held is not (ADR 0004).
 */
import type { Clock } from '../clock.ts';
import type { Caller } from '../contract/caller.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { type Call, type Route, StoredAnswer, WithCookie } from '../contract/route.ts';
import { siteOf } from '../contract/site-of.ts';
import type { Db } from '../database/schema.ts';
import { faultPoint } from '../fault-point.ts';
import { announceChange, noteAnnounced, withdrawIntent } from '../staff/audit-intents.store.ts';

const FIELDS_MAX = 60;
const VALUE_MAX = 300;
const HIDDEN = '•••';

const SECRET = /(?:password|secret|token|code|codes|key|link|uri)$/i;
const PERSONAL =
  /^(?:name|email|phone|externalId|taxId|account|bankCode|registrationNumber|branchCode|label|reason|note|answer|data|address|message|customer|value)$/i;
/** Sentences that only repeat a state. */
const REPEATED = new Set(['texts', 'whyNotYet', 'sentences', 'explanation']);
/** Rooms whose things are no people. */
const IMPERSONAL = new Set(['settings', 'programs', 'templates', 'perks', 'webhooks', 'calculators', 'connectors', 'messages']);
/** These write their own entries: signing in has no session yet, and people of the business are changed by words of their own. */
const OWN_NOTES = new Set(['session', 'staff']);
const OWN_NOTED_PATH = /^\/v1\/mail\/(?:settings|texts\/)/;

type Scalar = string | number | boolean | null;
type Fields = ReadonlyMap<string, Scalar>;

export interface ChangeRecorder {
  /** Called before the change, which it announces. Null: nothing to record. */
  readonly start: (call: Call, endpoint: Endpoint, rawParams: unknown) => Promise<BegunChange | null>;
}

/** One of the two is called when the request has its answer; of one that never has, the announcement stays and is closed later. */
export interface BegunChange {
  readonly made: (answer: unknown) => Promise<void>;
  readonly refused: () => Promise<void>;
}

export function changeRecorder(deps: { readonly db: Db; readonly clock: Clock }, routes: readonly Route[]): ChangeRecorder {
  const readers = new Map(routes.filter(({ endpoint }) => isReader(endpoint)).map((each) => [each.endpoint.path, each]));
  return {
    start: async (call, endpoint, rawParams) => {
      if (!isRecorded(call.caller, endpoint)) return null;
      const reader = readerOf(readers, endpoint);
      const before = reader === null ? null : await readState(reader, call);
      const { tenantId } = call.caller;
      const begun = {
        at: deps.clock.now(),
        actor: actorOf(call.caller),
        act: `${endpoint.method} ${endpoint.path}`,
        subject: subjectOf(endpoint, rawParams, new Map()),
      } as const;
      const intentId = await announceChange(deps.db, tenantId, { ...begun, before: written(before, endpoint) });
      return {
        made: async (answer) => {
          faultPoint('before-audit');
          const after = reader === null ? null : await readState(reader, call);
          const answered = answeredFields(answer);
          const states = differing(before, after) ?? { before: null, after: answered.size > 0 ? answered : fieldsOf(call.body) };
          await noteAnnounced(deps.db, tenantId, intentId, {
            ...begun,
            at: deps.clock.now(),
            subject: subjectOf(endpoint, rawParams, answered),
            before: written(states.before, endpoint),
            after: written(states.after, endpoint),
          });
        },
        refused: () => withdrawIntent(deps.db, tenantId, intentId),
      };
    },
  };
}

/** Whether this endpoint changes what a person answers for, and writes no entry of its own. */
export function isRecordedEndpoint({ method, access, tag, path }: Pick<Endpoint, 'method' | 'access' | 'tag' | 'path'>): boolean {
  if (method === 'GET' || OWN_NOTES.has(tag) || OWN_NOTED_PATH.test(path)) return false;
  if (access === 'read' || access === 'anyone' || access === 'member') return false;
  return !path.endsWith('/dry-run') && !/\/(?:preview|content|test)$/.test(path);
}

function isRecorded(caller: Caller, endpoint: Endpoint): boolean {
  // What a shop's program sends day by day is in the event log; what only an owner's key may change is not.
  if (caller.staff === undefined && (caller.kind !== 'secret' || endpoint.access !== 'admin')) return false;
  return isRecordedEndpoint(endpoint);
}

function actorOf({ staff, keyId }: Caller): string {
  return staff === undefined ? `key:${keyId}` : `staff:${staff.id}`;
}

function isReader({ method, mediaType, answer }: Endpoint): boolean {
  return method === 'GET' && mediaType === undefined && answer !== null;
}

/** The GET of the same thing: of the path itself, else of the nearest one above it that names the same thing or lists it. */
function readerOf(readers: ReadonlyMap<string, Route>, { path, method }: Endpoint): Route | null {
  const parts = path.split('/');
  // What is made has no state before; the place it is made in does: a customer's balance, not the list of keys.
  const isMade = method === 'POST' && !path.includes('{');
  if (isMade) return null;
  for (let length = parts.length; length > 2; length -= 1) {
    const found = readers.get(parts.slice(0, length).join('/'));
    if (found !== undefined && (length === parts.length || length >= parts.lastIndexOf('{id}'))) return found;
  }
  return null;
}

async function readState(reader: Route, call: Call): Promise<Fields | null> {
  const query = reader.endpoint.query.safeParse({});
  const read = await reader.handle({ ...call, query: query.success ? query.data : {}, body: undefined });
  if (!read.ok) return null;
  const shown = reader.endpoint.answer?.safeParse(read.value);
  if (shown?.success !== true) return null;
  return listedItem(shown.data, call.params);
}

/** Of a list only the item the path names. */
function listedItem(state: unknown, params: unknown): Fields | null {
  if (typeof state !== 'object' || state === null || !('items' in state) || !Array.isArray(state.items)) return fieldsOf(state);
  const named = new Map<string, unknown>(typeof params === 'object' && params !== null ? Object.entries(params) : []);
  const key = named.has('id') ? 'id' : 'name';
  const isNamed = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && new Map<string, unknown>(Object.entries(item)).get(key) === named.get(key);
  const found: unknown = named.has(key) ? state.items.find(isNamed) : undefined;
  return found === undefined ? null : fieldsOf(found);
}

function fieldsOf(value: unknown): Fields {
  const fields = new Map<string, Scalar>();
  addFields(fields, '', value);
  return fields;
}

/** What the log answers is in the log, as text that nobody has looked through: of an event what was asked for is told instead. */
function answeredFields(answer: unknown): Fields {
  if (answer instanceof StoredAnswer) return new Map();
  return fieldsOf(answer instanceof WithCookie ? answer.value : answer);
}

function addFields(fields: Map<string, Scalar>, path: string, value: unknown): void {
  if (value instanceof Date) fields.set(path, value.toISOString());
  else if (typeof value === 'bigint') fields.set(path, value.toString());
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) fields.set(path, value);
  else if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value))
      if (!REPEATED.has(name)) addFields(fields, path === '' ? name : `${path}.${name}`, part);
  }
}

/** An amount says nothing without its unit, which has not changed. */
const AMOUNT = /(?:^|\.)(?:amountMinor|available|held|reserved|debt)$/;

function unitsOf(path: string): readonly string[] {
  const place = path.replace(/[^.]+$/, '');
  return AMOUNT.test(path) ? [`${place}unit`, `${place}currency`] : [];
}

/** What is not the same on both sides, and the units of it; null when neither side is known or nothing differs. */
function differing(before: Fields | null, after: Fields | null): { readonly before: Fields | null; readonly after: Fields | null } | null {
  if (before === null || after === null) return before === after ? null : { before, after };
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
  if (changed.length === 0) return null;
  const names = [...new Set(changed.flatMap((name) => [name, ...unitsOf(name)]))];
  const only = (fields: Fields): Fields =>
    new Map(
      names.flatMap((name) => {
        const value = fields.get(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return { before: only(before), after: only(after) };
}

function written(fields: Fields | null, endpoint: Endpoint): string | null {
  if (fields === null || fields.size === 0) return null;
  const shown = [...fields]
    .slice(0, FIELDS_MAX)
    .map(([name, value]) => [name, isHidden(name, endpoint) && value !== null ? HIDDEN : shownValue(name, value)]);
  return JSON.stringify(Object.fromEntries(shown));
}

function isHidden(path: string, endpoint: Endpoint): boolean {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  return SECRET.test(name) || (!isImpersonal(endpoint) && PERSONAL.test(name));
}

function shownValue(name: string, value: Scalar): Scalar {
  // Addresses that other systems are asked at may hold a secret behind their host.
  if (name === 'url' && typeof value === 'string') return siteOf(value);
  return typeof value === 'string' && value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX)}…` : value;
}

/** Our own ids and plain names of things; a shop's id of a customer may be a phone. */
function subjectOf(endpoint: Endpoint, rawParams: unknown, answered: Fields): string {
  const named: readonly [string, unknown][] = typeof rawParams === 'object' && rawParams !== null ? Object.entries(rawParams) : [];
  const shown = named.map(([, value]) => String(value)).map((value) => (isImpersonal(endpoint) || isOwnId(value) ? value : HIDDEN));
  if (shown.length > 0) return shown.join('/').slice(0, 200);
  const made = answered.get('id');
  return typeof made === 'string' && (isImpersonal(endpoint) || isOwnId(made)) ? made : '';
}

/** A source of files is one; a file's rows may hold people. */
function isImpersonal({ tag, path }: Endpoint): boolean {
  return IMPERSONAL.has(tag) || path.startsWith('/v1/upload-sources/');
}

function isOwnId(value: string): boolean {
  return /^(?:[a-z]{3}_[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(value);
}
