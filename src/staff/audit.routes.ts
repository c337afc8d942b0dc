import * as endpoints from '../contract/audit.endpoints.ts';
import { decodeCursor, pageFrom, SEQUENCE_PART } from '../contract/page-cursor.ts';
import { type Route, route } from '../contract/route.ts';
import { ok } from '../domain/result.ts';
import { findKeyNames } from '../keys/keys.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { ACTS, actsOfKind, textOfAct } from './act-words.ts';
import { checkChain, listAudit } from './audit.store.ts';
import type { AuditEntry } from './audit-chain.ts';
import { findStaffNames } from './staff-names.store.ts';

const KEY = 'key:';

/** What people changed, and whether the log of it is whole. */
export function auditRoutes({ db }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listAudit, async ({ caller, query }) => {
      const after = decodeCursor(query.cursor, [SEQUENCE_PART]);
      if (!after.ok) return after;
      const [before] = after.value ?? [];
      const { limit, actor, kind, from, until } = query;
      const acts = kind === undefined ? undefined : actsOfKind(kind);
      const place = { before: before === undefined ? null : BigInt(before), limit };
      const rows = await listAudit(db, caller.tenantId, { ...place, actor, acts, from, until });
      const keyIds = rows.flatMap((row) => [keyIdOf(row.actor) ?? [], row.act.includes('/v1/keys') ? row.subject : []].flat());
      const keys = await findKeyNames(db, caller.tenantId, keyIds);
      const named = { staff: await findStaffNames(db, caller.tenantId), keys };
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.number.toString()], toItem: (row) => entryToWire(row, named) }));
    }),
    route(endpoints.checkAudit, async ({ caller }) => {
      const { entries, broken, headHash } = await checkChain(db, caller.tenantId);
      return ok({
        entries: entries.toString(),
        isWhole: broken.length === 0,
        broken: broken.map(String),
        headHash: headHash === null ? null : headHash.toString('hex'),
      });
    }),
  ];
}

interface Names {
  /** By actor, `staff:<id>`. */
  readonly staff: ReadonlyMap<string, string>;
  /** By id. */
  readonly keys: ReadonlyMap<string, string>;
}

function entryToWire(row: AuditEntry, names: Names): endpoints.AuditInput {
  const keyId = keyIdOf(row.actor);
  return {
    number: row.number.toString(),
    at: row.at.toISOString(),
    actor: row.actor,
    actorName: (keyId === null ? names.staff.get(row.actor) : names.keys.get(keyId)) ?? null,
    act: row.act,
    text: textOfAct(row.act),
    kind: ACTS.get(row.act)?.kind ?? null,
    subject: row.subject,
    subjectName: names.staff.get(`staff:${row.subject}`) ?? names.keys.get(row.subject) ?? null,
    before: parsed(row.before),
    after: parsed(row.after),
  };
}

function keyIdOf(actor: string): string | null {
  return actor.startsWith(KEY) ? actor.slice(KEY.length) : null;
}

/** As it was written, each part's fields beside the others: a page shows what differs line by line. */
function parsed(text: string | null): endpoints.AuditState {
  if (text === null) return null;
  const state: unknown = JSON.parse(text);
  return Object.fromEntries(fieldsOf(state, ''));
}

function fieldsOf(value: unknown, path: string): readonly (readonly [string, string | number | boolean | null])[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return [[path, value]];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, path === '' ? name : `${path}.${name}`));
}
