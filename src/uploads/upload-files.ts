/** The bytes of files on their way in: beside the database, not in it, so that they cost no log and an import reads on at any byte. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantId, UploadId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';

export interface UploadPlace {
  readonly dataDirectory: string;
  readonly tenantId: TenantId;
  readonly id: UploadId;
}

/** Named by us alone, whatever the file was called. */
export function uploadPath({ dataDirectory, tenantId, id }: UploadPlace): string {
  return join(dataDirectory, 'uploads', tenantId, `${id}.csv`);
}

export function uploadReportPath(place: UploadPlace): string {
  return `${uploadPath(place)}.errors.csv`;
}

/** Null when there is none here: another process may hold it. */
export function uploadSize(place: UploadPlace): Promise<number | null> {
  return sizeOf(uploadPath(place));
}

/** Of the file and of the report beside it. */
export async function diskBytesOf(place: UploadPlace): Promise<number> {
  return ((await sizeOf(uploadPath(place))) ?? 0) + ((await sizeOf(uploadReportPath(place))) ?? 0);
}

function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (each) => each.size,
    () => null,
  );
}

/**
 * Writes a part behind the first `offset` bytes, and resolves with the new size. What an earlier try of the same part has left is
 * overwritten; a gap, more than `bytesMax` in all, or more than there is room for, is refused.
 */
export async function writePart(
  place: UploadPlace,
  part: {
    readonly offset: number;
    readonly bytes: unknown;
    readonly bytesMax: number;
    readonly hasRoom: (bytes: number) => Promise<boolean>;
  },
): Promise<Result<number, 'gap' | 'too-large' | 'no-room'>> {
  const path = uploadPath(place);
  const { offset, bytes, bytesMax, hasRoom } = part;
  await mkdir(join(place.dataDirectory, 'uploads', place.tenantId), { recursive: true, mode: 0o700 });
  const before = (await uploadSize(place)) ?? 0;
  if (offset > before) return err('gap');
  if (before > offset) await truncate(path, offset);
  let size = offset;
  let refusal: 'too-large' | 'no-room' | null = null;
  await pipeline(
    bytes instanceof Readable ? bytes : Readable.from([]),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        size += piece.length;
        refusal ??= size > bytesMax ? 'too-large' : (await hasRoom(size)) ? null : 'no-room';
        // The rest is read and dropped, so that the sender gets an answer and not a broken pipe.
        if (refusal === null) yield piece;
      }
    },
    createWriteStream(path, { flags: offset === 0 ? 'w' : 'r+', start: offset, mode: 0o600 }),
  );
  return refusal === null ? ok(size) : err(refusal);
}

export async function removeUpload(place: UploadPlace, what: 'file' | 'all'): Promise<void> {
  await rm(uploadPath(place), { force: true });
  if (what === 'all') await rm(uploadReportPath(place), { force: true });
}

export async function* readReport(place: UploadPlace): AsyncGenerator<Buffer> {
  const pieces: AsyncIterable<Buffer> = createReadStream(uploadReportPath(place));
  for await (const piece of pieces) yield piece;
}
