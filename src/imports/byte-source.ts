import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { assert } from '../domain/result.ts';

const HEAD_BYTES = 256 * 1024;

/** The bytes of a file to import: its beginning to look at, then all of it from any offset. */
export interface ByteSource {
  readonly head: Buffer;
  /** Null = not known, as for a pipe. */
  readonly sizeBytes: number | null;
  /** The part that can tell the encoding: the first stretch with bytes outside ASCII, whole lines where it has lines. */
  readonly encodingSample: Buffer;
  readonly read: (byteOffset: number) => AsyncIterable<Buffer>;
}

/** Throws the system's error when the file cannot be opened or read. */
export async function openByteSource(source: string | Readable): Promise<ByteSource> {
  return typeof source === 'string' ? openFile(source) : openStream(source);
}

async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  await file.close();
  const seen = head.subarray(0, bytesRead);
  return {
    head: seen,
    sizeBytes: size,
    encodingSample: isAscii(seen) ? await findEncodingSample(path, bytesRead) : seen,
    read: (byteOffset) => createReadStream(path, { start: byteOffset, highWaterMark: HEAD_BYTES }),
  };
}

/** A long file may begin with pages of plain digits and hold its first name far behind them. */
async function findEncodingSample(path: string, from: number): Promise<Buffer> {
  for await (const chunk of bytesOf(createReadStream(path, { start: from, highWaterMark: HEAD_BYTES }))) {
    if (isAscii(chunk)) continue;
    const firstLineEnd = chunk.indexOf('\n');
    return chunk.subarray(firstLineEnd + 1);
  }
  return Buffer.alloc(0);
}

async function openStream(stream: Readable): Promise<ByteSource> {
  const chunks = bytesOf(stream)[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(parts);
  let isRead = false;
  return {
    head,
    sizeBytes: null,
    encodingSample: head,
    read: (byteOffset) => {
      assert(!isRead, 'a stream can be imported once only');
      isRead = true;
      return dropBytes(byteOffset, continueFrom(head, chunks));
    },
  };
}

async function* continueFrom(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

async function* dropBytes(count: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    const kept = chunk.subarray(Math.min(left, chunk.length));
    left -= chunk.length - kept.length;
    if (kept.length > 0) yield kept;
  }
}

async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<unknown> = stream;
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : bufferFrom(chunk);
}

function bufferFrom(chunk: unknown): Buffer {
  assert(chunk instanceof Uint8Array, 'a CSV stream yields bytes or text');
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
