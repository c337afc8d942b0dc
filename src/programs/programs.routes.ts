import { givenAdviceToWire } from '../advice/encode-advice.ts';
import { findPublishedAdvice, type PublishedAdvice } from '../advice/published-advice.store.ts';
import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import * as endpoints from '../contract/programs.endpoints.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { idFromUuid, type ProgramId, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { requireActor } from '../keys/require-actor.ts';
import type { ServerDeps } from '../server-deps.ts';
import { changeProgramState } from './change-program-state.ts';
import { deleteProgram, deleteVersion } from './delete-draft.ts';
import { documentHash, documentText } from './document-hash.ts';
import { addVersion, createProgram, replaceVersion } from './keep-draft.ts';
import { statusAt } from './program-status.ts';
import { findProgram, listPrograms, type ProgramName, type ProgramRecord, type VersionRecord } from './programs.store.ts';
import { type EnrollingProgram, enrolAgain, publishVersion } from './publish-version.ts';

type Params<P> = Call<P, unknown, unknown>;
type ByKey = Pick<Call, 'caller'>;

export function programRoutes(deps: ServerDeps): readonly Route[] {
  return [...readRoutes(deps), ...draftRoutes(deps), ...stateRoutes(deps)];
}

function readRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listPrograms, async (call) => {
      const { limit, cursor, status } = call.query;
      const key = decodeCursor(cursor, [UUID_PART]);
      if (!key.ok) return key;
      const last = key.value?.[0];
      const after = last === undefined ? null : idFromUuid<ProgramId>(last);
      const now = clock.now();
      const page = { tenantId: call.caller.tenantId, after, limit: limit + 1 };
      const rows = await (status === undefined
        ? listPrograms(db, page)
        : listInState(db, page, (record) => statusAt(record, now) === status));
      const published = await adviceOf(deps, call, rows);
      return ok(pageFrom(rows, { limit, keyOf: (record) => [record.id], toItem: (record) => programToWire(record, { now, published }) }));
    }),
    route(endpoints.getProgram, async (call) => {
      const record = await findProgram(db, nameOf(call));
      return record === null ? err(problem('program_unknown', 'id')) : ok(await shownProgram(deps, call, record));
    }),
  ];
}

/** A state is worked out of pauses and versions: programmes are read until a page of them is in it. */
async function listInState(
  db: ServerDeps['db'],
  { tenantId, after, limit }: Parameters<typeof listPrograms>[1],
  isIn: (record: ProgramRecord) => boolean,
): Promise<readonly ProgramRecord[]> {
  const found: ProgramRecord[] = [];
  let from = after;
  for (;;) {
    const read = await listPrograms(db, { tenantId, after: from, limit });
    found.push(...read.filter(isIn));
    const last = read.at(-1);
    if (read.length < limit || found.length >= limit || last === undefined) return found.slice(0, limit);
    from = last.id;
  }
}

function draftRoutes(deps: ServerDeps): readonly Route[] {
  const shown = showing(deps);
  return [
    route(endpoints.createProgram, async (call) => shown(call, await createProgram(deps, call.caller.tenantId, call.sent))),
    route(endpoints.addVersion, async (call) => shown(call, await addVersion(deps, nameOf(call), call.sent))),
    route(endpoints.replaceVersion, async (call) =>
      shown(call, await replaceVersion(deps, { ...nameOf(call), number: call.params.number }, call.sent)),
    ),
    route(endpoints.deleteProgram, async (call) => deleteProgram(deps.db, nameOf(call), call.query.documentHash ?? null)),
    route(endpoints.deleteVersion, async (call) =>
      shown(call, await deleteVersion(deps.db, { ...nameOf(call), number: call.params.number }, call.query.documentHash ?? null)),
    ),
  ];
}

function stateRoutes(deps: ServerDeps): readonly Route[] {
  const shown = showing(deps);
  const enrolling = async <E>(call: ByKey, done: Result<EnrollingProgram, E>) =>
    done.ok ? ok({ ...(await shownProgram(deps, call, done.value.program)), enrolment: done.value.enrolment }) : done;
  return [
    route(endpoints.publishVersion, async (call) => {
      const { effectiveFrom = null, reasons = null, actor, documentHash: readHash = null } = call.body ?? {};
      const allowed = requireActor(call.caller, actor);
      if (!allowed.ok) return allowed;
      const asked = { ...nameOf(call), number: call.params.number, effectiveFrom, reasons, actor: actor ?? null, readHash };
      const done = await enrolling(call, await publishVersion(deps, call, asked));
      const version = done.ok ? done.value.versions.find(({ number }) => number === call.params.number) : undefined;
      return done.ok ? ok({ ...done.value, advice: version?.advice ?? [] }) : done;
    }),
    route(endpoints.pauseProgram, async (call) =>
      shown(call, await changeProgramState(deps, call, { ...nameOf(call), type: 'program.paused' })),
    ),
    route(endpoints.resumeProgram, async (call) =>
      shown(call, await changeProgramState(deps, call, { ...nameOf(call), type: 'program.resumed' })),
    ),
    route(endpoints.endProgram, async (call) =>
      shown(call, await changeProgramState(deps, call, { ...nameOf(call), type: 'program.ended' })),
    ),
    route(endpoints.enrolCustomers, async (call) => enrolling(call, await enrolAgain(deps, nameOf(call)))),
  ];
}

function nameOf(call: Params<{ readonly id: ProgramId }>): ProgramName {
  return { tenantId: call.caller.tenantId, programId: call.params.id };
}

function showing(deps: ServerDeps) {
  return async <E>(call: ByKey, kept: Result<ProgramRecord, E>) => (kept.ok ? ok(await shownProgram(deps, call, kept.value)) : kept);
}

async function shownProgram(deps: ServerDeps, call: ByKey, record: ProgramRecord) {
  return programToWire(record, { now: deps.clock.now(), published: await adviceOf(deps, call, [record]) });
}

function adviceOf({ db }: ServerDeps, { caller }: ByKey, records: readonly ProgramRecord[]) {
  const published = records.flatMap(({ versions }) => versions.filter(({ status }) => status === 'published'));
  return findPublishedAdvice(
    db,
    caller.tenantId,
    published.map(({ id }) => id),
  );
}

interface Shown {
  readonly now: Date;
  readonly published: ReadonlyMap<string, PublishedAdvice>;
}

function programToWire(record: ProgramRecord, { now, published }: Shown) {
  return {
    id: wireId('prg', record.id),
    status: statusAt(record, now),
    endedAt: record.endedAt === null ? null : record.endedAt.toISOString(),
    versions: record.versions.map((version) => versionToWire(version, published.get(version.id) ?? null)),
  };
}

function versionToWire(version: VersionRecord, published: PublishedAdvice | null) {
  return {
    id: wireId('prv', version.id),
    number: version.number,
    status: version.status,
    effectiveFrom: version.effectiveFrom === null ? null : version.effectiveFrom.toISOString(),
    document: JSON.parse(documentText(version)),
    documentHash: documentHash(version),
    advice: published === null ? [] : published.advice.map(givenAdviceToWire),
    answeredBy: published?.answeredBy ?? null,
  };
}
