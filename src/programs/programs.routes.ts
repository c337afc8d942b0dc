import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import { encodeProgramDocument } from '../contract/program-document.ts';
import * as endpoints from '../contract/programs.endpoints.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { idFromUuid, type ProgramId, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { changeProgramState } from './change-program-state.ts';
import { addVersion, createProgram, replaceVersion } from './keep-draft.ts';
import { statusAt } from './program-status.ts';
import { findProgram, listPrograms, type ProgramName, type ProgramRecord, type VersionRecord } from './programs.store.ts';
import { type EnrollingProgram, enrolAgain, publishVersion } from './publish-version.ts';

type Params<P> = Call<P, unknown, unknown>;

export function programRoutes(deps: ServerDeps): readonly Route[] {
  return [...readRoutes(deps), ...draftRoutes(deps), ...stateRoutes(deps)];
}

function readRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listPrograms, async (call) => {
      const { limit, cursor } = call.query;
      const key = decodeCursor(cursor, [UUID_PART]);
      if (!key.ok) return key;
      const last = key.value?.[0];
      const after = last === undefined ? null : idFromUuid<ProgramId>(last);
      const rows = await listPrograms(db, { tenantId: call.caller.tenantId, after, limit: limit + 1 });
      const now = clock.now();
      return ok(pageFrom(rows, { limit, keyOf: (record) => [record.id], toItem: (record) => programToWire(record, now) }));
    }),
    route(endpoints.getProgram, async (call) => {
      const record = await findProgram(db, nameOf(call));
      return record === null ? err(problem('program_unknown', 'id')) : ok(programToWire(record, clock.now()));
    }),
  ];
}

function draftRoutes(deps: ServerDeps): readonly Route[] {
  const shown = showing(deps);
  return [
    route(endpoints.createProgram, async (call) => shown(await createProgram(deps, call.caller.tenantId, call.sent))),
    route(endpoints.addVersion, async (call) => shown(await addVersion(deps, nameOf(call), call.sent))),
    route(endpoints.replaceVersion, async (call) =>
      shown(await replaceVersion(deps, { ...nameOf(call), number: call.params.number }, call.sent)),
    ),
  ];
}

function stateRoutes(deps: ServerDeps): readonly Route[] {
  const { clock } = deps;
  const shown = showing(deps);
  const enrolling = <E>(done: Result<EnrollingProgram, E>) =>
    done.ok ? ok({ ...programToWire(done.value.program, clock.now()), enrolment: done.value.enrolment }) : done;
  return [
    route(endpoints.publishVersion, async (call) => {
      const asked = { ...nameOf(call), number: call.params.number, effectiveFrom: call.body?.effectiveFrom ?? null };
      return enrolling(await publishVersion(deps, call, asked));
    }),
    route(endpoints.pauseProgram, async (call) => shown(await changeProgramState(deps, call, { ...nameOf(call), type: 'program.paused' }))),
    route(endpoints.resumeProgram, async (call) =>
      shown(await changeProgramState(deps, call, { ...nameOf(call), type: 'program.resumed' })),
    ),
    route(endpoints.endProgram, async (call) => shown(await changeProgramState(deps, call, { ...nameOf(call), type: 'program.ended' }))),
    route(endpoints.enrolCustomers, async (call) => enrolling(await enrolAgain(deps, nameOf(call)))),
  ];
}

function nameOf(call: Params<{ readonly id: ProgramId }>): ProgramName {
  return { tenantId: call.caller.tenantId, programId: call.params.id };
}

function showing(deps: ServerDeps) {
  return <E>(kept: Result<ProgramRecord, E>) => (kept.ok ? ok(programToWire(kept.value, deps.clock.now())) : kept);
}

function programToWire(record: ProgramRecord, now: Date) {
  return {
    id: wireId('prg', record.id),
    status: statusAt(record, now),
    endedAt: record.endedAt === null ? null : record.endedAt.toISOString(),
    versions: record.versions.map(versionToWire),
  };
}

function versionToWire(version: VersionRecord) {
  return {
    id: wireId('prv', version.id),
    number: version.number,
    status: version.status,
    effectiveFrom: version.effectiveFrom === null ? null : version.effectiveFrom.toISOString(),
    document: version.sent === null ? encodeProgramDocument(version.document) : JSON.parse(version.sent),
  };
}
