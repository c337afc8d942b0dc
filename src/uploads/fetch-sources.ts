/** Files fetched from an address each day, through the guard of everything that goes out (reliability.md 2, SSRF). */
import { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { drawId } from '../connectors/draw-id.ts';
import { UPLOAD_BYTES_MAX } from '../contract/uploads.endpoints.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type UploadId } from '../domain/ids.ts';
import { assert } from '../domain/result.ts';
import { calendarDateOf, localDateTimeToInstant, startOfDayAfter } from '../domain/time/calendar.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import type { GuardedReader } from '../webhooks/guarded-get.ts';
import { claimFetch, listSourcesToFetch, markFetched, type SourceRecord } from './sources.store.ts';
import { removeUpload, writePart } from './upload-files.ts';
import { growingRoom, measureRoom, ROOM_BYTES_MAX } from './upload-room.store.ts';
import { deleteUpload, insertUpload, queueUpload } from './uploads.store.ts';

export interface FetchDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly dataDirectory: string;
  readonly reader?: GuardedReader;
  readonly uploadBytesMax?: number;
}

const MINUTE_MS = 60_000;
/** A shop that is away in the morning is asked again before the next one. */
const RETRY_MS = 60 * MINUTE_MS;

/** The next time that this minute of the day comes, by the business's clock. */
export function nextFetchAt(now: Date, minute: number, timeZone: string): Date {
  const today = atMinuteOfDay(now, minute, timeZone);
  return today > now ? today : atMinuteOfDay(startOfDayAfter(now, timeZone), minute, timeZone);
}

/** By the calendar: a day on which the clocks change has another length before that minute. */
function atMinuteOfDay(day: Date, minute: number, timeZone: string): Date {
  const local = { ...calendarDateOf(day, timeZone), hour: Math.floor(minute / 60), minute: minute % 60, second: 0, ms: 0 };
  const at = localDateTimeToInstant(local, timeZone);
  assert(at.ok, `no such time of day: ${minute}`);
  return at.value;
}

export async function fetchDueSources(deps: FetchDeps, stop: AbortSignal): Promise<void> {
  const { reader } = deps;
  if (reader === undefined) return;
  for (const source of await listSourcesToFetch(deps.db, deps.clock.now())) {
    if (stop.aborted) return;
    if (await claimFetch(deps.db, source, new Date(deps.clock.now().getTime() + RETRY_MS)))
      await fetchSource({ ...deps, reader }, source, stop);
  }
}

async function fetchSource(deps: FetchDeps & { readonly reader: GuardedReader }, source: SourceRecord, stop: AbortSignal): Promise<void> {
  const { db, clock, dataDirectory, reader } = deps;
  const { tenantId, url, fetchMinute } = source;
  if (url === null || fetchMinute === null) return;
  const place = { dataDirectory, tenantId, id: idFromUuid<UploadId>(drawId(tenantId, clock.now())) };
  const { kind, reading, earn, programId, name } = source;
  const hasRoom = growingRoom(db, place, deps.uploadBytesMax ?? ROOM_BYTES_MAX);
  let size = 0;
  const refused: string[] = [];
  const headers = {
    accept: 'text/csv, text/plain, */*;q=0.5',
    'user-agent': 'Sarafan/1',
    ...(source.etag === null ? {} : { 'if-none-match': source.etag }),
    ...(source.lastModified === null ? {} : { 'if-modified-since': source.lastModified }),
  };
  const got = await reader.get(
    { url, headers, bytesMax: UPLOAD_BYTES_MAX },
    async (piece) => {
      if (refused.length > 0) return;
      // It stands in the list from its first byte, so that its room counts.
      const createdAt = clock.now();
      if (size === 0)
        await insertUpload(db, {
          ...place,
          kind,
          origin: 'address',
          source: name,
          fileName: `${name}.csv`,
          createdBy: 'address',
          createdAt,
        });
      const written = await writePart(place, { offset: size, bytes: Readable.from([piece]), bytesMax: UPLOAD_BYTES_MAX, hasRoom });
      if (written.ok) size = written.value;
      else refused.push(written.error);
    },
    stop,
  );
  const at = clock.now();
  const { timeZone } = await getTenant(db, tenantId);
  const tomorrow = nextFetchAt(at, fetchMinute, timeZone);
  const retry = new Date(Math.min(at.getTime() + RETRY_MS, tomorrow.getTime()));
  if (got.kind === 'answered' && got.status === 304) return markFetched(db, source, { at, next: tomorrow, error: null, taken: null });
  if (got.kind === 'failed' || got.status !== 200 || size === 0 || refused.length > 0) {
    await removeUpload(place, 'all');
    await deleteUpload(db, place);
    const error = refused[0] ?? (got.kind === 'failed' ? got.error : got.status === 200 ? 'empty' : `status-${got.status}`);
    return markFetched(db, source, { at, next: retry, error, taken: null });
  }
  await measureRoom(db, place);
  await queueUpload(db, place, { kind, reading, earn, programId, source: name, sizeBytes: size });
  await markFetched(db, source, { at, next: tomorrow, error: null, taken: { etag: got.etag, lastModified: got.lastModified } });
}
