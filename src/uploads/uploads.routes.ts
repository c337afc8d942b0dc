import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawId } from '../connectors/draw-id.ts';
import { type Caller, hasScope } from '../contract/caller.ts';
import { decodeCursor, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route, StreamedAnswer } from '../contract/route.ts';
import { siteOf } from '../contract/site-of.ts';
import { roleMay } from '../contract/staff-roles.ts';
import { roomText } from '../contract/upload-room-texts.ts';
import type { SourceInput } from '../contract/upload-sources.endpoints.ts';
import * as sourceEndpoints from '../contract/upload-sources.endpoints.ts';
import type { UploadInput } from '../contract/uploads.endpoints.ts';
import * as endpoints from '../contract/uploads.endpoints.ts';
import { attemptErrorText } from '../contract/webhook-texts.ts';
import { idFromUuid, type UploadId, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isTimeZone } from '../domain/time/calendar.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { parseTarget, STRICT_RULES } from '../webhooks/target-rules.ts';
import { nextFetchAt } from './fetch-sources.ts';
import { PLAIN_READING } from './file-reading.ts';
import { previewFile } from './preview-file.ts';
import { deleteSource, findSource, listSources, putSource, rememberReading, type SourceRecord } from './sources.store.ts';
import { readReport, removeUpload, type UploadPlace, uploadPath, uploadSize, writePart } from './upload-files.ts';
import { findRoom, growingRoom, measureRoom, ROOM_BYTES_MAX, type UploadRoom } from './upload-room.store.ts';
import {
  askToCancel,
  findUpload,
  insertUpload,
  listUploads,
  markReceived,
  queueUpload,
  type UploadRecord,
  type UploadRef,
} from './uploads.store.ts';
import { inboxOf, putAway } from './watch-folders.ts';

export function uploadRoutes(deps: ServerDeps): readonly Route[] {
  return [...receivingRoutes(deps), ...runningRoutes(deps), ...sourceRoutes(deps)];
}

/** Of the process; tests without one write to the system's own place for such. */
export function uploadsDirectory({ dataDirectory }: Pick<ServerDeps, 'dataDirectory'>): string {
  return dataDirectory ?? join(tmpdir(), 'sarafan-uploads');
}

function receivingRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock, uploadBytesMax: roomMax = ROOM_BYTES_MAX } = deps;
  const take = async (call: Call, ref: UploadRef, part: { readonly offset: number; readonly isLast: boolean }) => {
    const written = await writePart(placeOf(deps, ref), {
      offset: part.offset,
      bytes: call.sent,
      bytesMax: endpoints.UPLOAD_BYTES_MAX,
      hasRoom: growingRoom(db, ref, roomMax),
    });
    if (!written.ok) {
      if (written.error === 'gap') return err(invalidField({ field: 'offset', issue: 'size' }));
      await askToCancel(db, ref, clock.now());
      await removeUpload(placeOf(deps, ref), 'all');
      await measureRoom(db, placeOf(deps, ref));
      return err(written.error === 'too-large' ? problem('upload_too_large') : noRoom(await findRoom(db, ref.tenantId, roomMax)));
    }
    await markReceived(db, ref, { sizeBytes: written.value, isWhole: part.isLast });
    return show(deps, ref);
  };
  return [
    route(endpoints.createUpload, async (call) => {
      const now = clock.now();
      const { tenantId } = call.caller;
      const ref = { tenantId, id: idFromUuid<UploadId>(drawId(tenantId, now)) };
      const { kind, name, more } = call.query;
      const createdBy = call.caller.staff === undefined ? `key:${call.caller.keyId}` : `staff:${call.caller.staff.id}`;
      await insertUpload(db, { ...ref, kind, origin: 'console', source: null, fileName: name, createdBy, createdAt: now });
      return take(call, ref, { offset: 0, isLast: more === undefined });
    }),
    route(endpoints.appendUpload, async (call) => {
      const ref = refOf(call);
      const found = await findUpload(db, ref);
      if (found === null) return err(problem('upload_unknown', 'id'));
      if (found.status !== 'receiving') return err(problem('upload_state', 'id'));
      return take(call, ref, { offset: call.query.offset, isLast: call.query.more === undefined });
    }),
  ];
}

function noRoom(room: UploadRoom): Problem {
  return { ...problem('upload_no_room'), reasons: [{ code: 'upload_no_room', field: 'body', text: roomText(room) }] };
}

function runningRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listUploads, async ({ caller, query }) => {
      const before = decodeCursor(query.cursor, [UUID_PART]);
      if (!before.ok) return before;
      const { limit } = query;
      const rows = await listUploads(db, caller.tenantId, { limit, before: before.value?.[0] ?? null });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: uploadToWire }));
    }),
    route(endpoints.getUploadRoom, async ({ caller }) => {
      const room = await findRoom(db, caller.tenantId, deps.uploadBytesMax ?? ROOM_BYTES_MAX);
      return ok({ usedBytes: room.usedBytes.toString(), maxBytes: room.maxBytes.toString() });
    }),
    route(endpoints.getUpload, (call) => show(deps, refOf(call))),
    route(endpoints.previewUpload, async (call) => {
      const there = await findWithFile(deps, refOf(call));
      if (!there.ok) return there;
      const { upload, place } = there.value;
      const wrong = readingProblem(call.body?.reading);
      if (wrong !== null) return err(wrong);
      const { timeZone } = await getTenant(db, call.caller.tenantId);
      const reading = call.body?.reading ?? upload.reading ?? PLAIN_READING;
      return ok(await previewFile({ path: uploadPath(place), kind: call.body?.kind ?? upload.kind, reading, timeZone, now: clock.now() }));
    }),
    route(endpoints.startUpload, async (call) => {
      const there = await findWithFile(deps, refOf(call));
      if (!there.ok) return there;
      const { upload, size } = there.value;
      if (upload.status === 'receiving') return err(problem('upload_state', 'id'));
      const wrong = readingProblem(call.body.reading);
      if (wrong !== null) return err(wrong);
      const { kind = upload.kind, mode, reading = PLAIN_READING, programId = null, saveAs } = call.body;
      const told = { kind, reading, earn: mode === 'earn', programId };
      const isQueued = await queueUpload(db, upload, { ...told, source: saveAs ?? upload.source, sizeBytes: size });
      if (!isQueued) return err(problem('upload_state', 'id'));
      if (saveAs !== undefined) await rememberReading(db, { ...told, tenantId: upload.tenantId, name: saveAs, createdAt: clock.now() });
      return show(deps, upload);
    }),
    route(endpoints.cancelUpload, async (call) => {
      const shown = await show(deps, refOf(call));
      if (!shown.ok) return shown;
      if (!(await askToCancel(db, refOf(call), clock.now()))) return err(problem('upload_state', 'id'));
      const found = await findUpload(db, refOf(call));
      // One that is under way still reads its bytes.
      if (found?.status === 'cancelled')
        await putAway({ db, clock, dataDirectory: uploadsDirectory(deps) }, found, placeOf(deps, found), 'cancelled');
      return show(deps, refOf(call));
    }),
    route(endpoints.uploadReport, async (call) => {
      const found = await findUpload(db, refOf(call));
      if (found === null || !found.hasReport) return err(problem('upload_unknown', 'id'));
      return ok(new StreamedAnswer(readReport(placeOf(deps, found)), 'errors.csv'));
    }),
  ];
}

function sourceRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock, webhookRules = STRICT_RULES } = deps;
  return [
    route(sourceEndpoints.listSources, async ({ caller }) => {
      const found = await listSources(db, caller.tenantId);
      const mayRead = maySetAddress(caller);
      return ok({ items: await Promise.all(found.map((each) => sourceToWire(deps, mayRead ? each : withoutSecret(each)))) });
    }),
    route(sourceEndpoints.putSource, async ({ caller, params, body }) => {
      const wrong = readingProblem(body.reading);
      if (wrong !== null) return err(wrong);
      const { url, fetchAt, kind, mode, reading, programId, watchesFolder } = body;
      if (url !== null && parseTarget(url, webhookRules) === null) return err(invalidField({ field: 'url', issue: 'webhook-url' }));
      if ((url === null) !== (fetchAt === null)) return err(invalidField({ field: url === null ? 'url' : 'fetchAt', issue: 'required' }));
      const { tenantId } = caller;
      const [hours = 0, minutes = 0] = (fetchAt ?? '').split(':').map(Number);
      const fetchMinute = fetchAt === null ? null : hours * 60 + minutes;
      const now = clock.now();
      const { timeZone } = await getTenant(db, tenantId);
      await putSource(db, {
        tenantId,
        name: params.name,
        kind,
        reading,
        earn: mode === 'earn',
        programId,
        watchesFolder,
        url,
        fetchMinute,
        nextFetchAt: fetchMinute === null ? null : nextFetchAt(now, fetchMinute, timeZone),
        createdAt: now,
      });
      const made = await findSource(db, tenantId, params.name);
      return made === null ? err(problem('source_unknown', 'name')) : ok(await sourceToWire(deps, made));
    }),
    route(sourceEndpoints.deleteSource, async ({ caller, params }) =>
      (await deleteSource(db, caller.tenantId, params.name)) ? ok(null) : err(problem('source_unknown', 'name')),
    ),
  ];
}

function readingProblem(reading: endpoints.FileReading | undefined): Problem | null {
  const timeZone = reading?.timeZone;
  return timeZone === undefined || isTimeZone(timeZone) ? null : invalidField({ field: 'reading.timeZone', issue: 'time-zone' });
}

async function show({ db }: ServerDeps, ref: UploadRef): Promise<Result<UploadInput, Problem>> {
  const found = await findUpload(db, ref);
  return found === null ? err(problem('upload_unknown', 'id')) : ok(uploadToWire(found));
}

interface WithFile {
  readonly upload: UploadRecord;
  readonly place: UploadPlace;
  readonly size: number;
}

async function findWithFile(deps: ServerDeps, ref: UploadRef): Promise<Result<WithFile, Problem>> {
  const upload = await findUpload(deps.db, ref);
  if (upload === null) return err(problem('upload_unknown', 'id'));
  const place = placeOf(deps, ref);
  const size = await uploadSize(place);
  return size === null ? err(problem('upload_gone', 'id')) : ok({ upload, place, size });
}

function placeOf(deps: ServerDeps, { tenantId, id }: UploadRef): UploadPlace {
  return { dataDirectory: uploadsDirectory(deps), tenantId, id };
}

function refOf({ caller, params }: Call<{ readonly id: UploadId }>): UploadRef {
  return { tenantId: caller.tenantId, id: params.id };
}

function uploadToWire(found: UploadRecord): UploadInput {
  const share = found.bytesTotal === 0n ? 0 : Math.min(1, Number((found.bytesDone * 1_000n) / found.bytesTotal) / 1_000);
  return {
    id: wireId('upl', found.id),
    kind: found.kind,
    origin: found.origin,
    source: found.source,
    fileName: found.fileName,
    sizeBytes: found.sizeBytes.toString(),
    status: found.status,
    mode: found.earn ? 'earn' : 'history',
    counts: found.counts,
    share: found.status === 'done' ? 1 : share,
    rowsPerSecond: found.rowsPerSecond,
    problems: [...found.problems],
    hasReport: found.hasReport,
    createdAt: found.createdAt.toISOString(),
    startedAt: timeToWire(found.startedAt),
    finishedAt: timeToWire(found.finishedAt),
  };
}

/** Who may set an address may read it. */
function maySetAddress(caller: Caller): boolean {
  return caller.staff === undefined ? hasScope(caller, 'admin') : roleMay(caller.staff.role, sourceEndpoints.putSource);
}

function withoutSecret(source: SourceRecord): SourceRecord {
  return source.url === null ? source : { ...source, url: siteOf(source.url) };
}

async function sourceToWire(deps: ServerDeps, found: SourceRecord): Promise<SourceInput> {
  const { fetchMinute, lastError } = found;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    name: found.name,
    kind: found.kind,
    mode: found.earn ? 'earn' : 'history',
    reading: found.reading,
    programId: found.programId === null ? null : wireId('prg', found.programId),
    watchesFolder: found.watchesFolder,
    folder: await inboxOf(deps.db, uploadsDirectory(deps), found.tenantId, found.name),
    url: found.url,
    fetchAt: fetchMinute === null ? null : `${two(Math.floor(fetchMinute / 60))}:${two(fetchMinute % 60)}`,
    nextFetchAt: timeToWire(found.nextFetchAt),
    lastFetchAt: timeToWire(found.lastFetchAt),
    lastError: lastError === null ? null : { code: lastError, text: attemptErrorText(lastError) },
    createdAt: found.createdAt.toISOString(),
  };
}
