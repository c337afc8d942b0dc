import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { assert } from '../domain/result.ts';
import { compareHistory, type HistoryKey, historyKeyOf } from './date-order.ts';
import type { OrderOutcome } from './group-order-rows.ts';

export type GoodOutcome = Exclude<OrderOutcome, { kind: 'bad' }>;

export interface SortOptions {
  /** Told how far reading has come, before anything good is yielded. */
  readonly onRead: (byteOffset: number) => void;
  /** What is sorted in memory at once, in bytes. */
  readonly chunkBytes?: number;
}

const CHUNK_BYTES = 8 * 1_048_576;
const WINDOW_BYTES = 131_072;
const LENGTH_BYTES = 4;

/**
 * The same outcomes in order of history, the bad ones first as they are met. Sorts parts in memory and merges them from a
 * temporary file that has no name while it is used, so that even a killed process leaves nothing behind.
 */
export async function* sortHistory(outcomes: AsyncIterable<OrderOutcome>, options: SortOptions): AsyncGenerator<OrderOutcome> {
  const spool = await openUnnamedFile();
  try {
    const parts: Part[] = [];
    let waiting: Spooled[] = [];
    let waitingBytes = 0;
    const writeOut = async (): Promise<void> => {
      parts.push(await writePart(spool, waiting, parts.at(-1)?.end ?? 0));
      waiting = [];
      waitingBytes = 0;
    };
    for await (const outcome of outcomes) {
      options.onRead(outcome.next.byteOffset);
      if (outcome.kind === 'bad') {
        yield outcome;
        continue;
      }
      const bytes = serialize(outcome);
      waiting.push({ key: historyKeyOf(outcome), bytes });
      waitingBytes += bytes.length;
      if (waitingBytes >= (options.chunkBytes ?? CHUNK_BYTES)) await writeOut();
    }
    if (waiting.length > 0) await writeOut();
    yield* mergeParts(spool, parts);
  } finally {
    await spool.close();
  }
}

interface Spooled {
  readonly key: HistoryKey;
  readonly bytes: Buffer;
}

/** Where a sorted part lies in the file. */
interface Part {
  readonly start: number;
  readonly end: number;
}

async function openUnnamedFile(): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'sarafan-sort-'));
  const file = await open(join(directory, 'history'), 'wx+', 0o600);
  await rm(directory, { recursive: true });
  return file;
}

async function writePart(spool: FileHandle, waiting: Spooled[], start: number): Promise<Part> {
  waiting.sort((a, b) => compareHistory(a.key, b.key));
  let at = start;
  let block: Buffer[] = [];
  let blockBytes = 0;
  const flush = async (): Promise<void> => {
    await spool.write(Buffer.concat(block), 0, blockBytes, at);
    at += blockBytes;
    block = [];
    blockBytes = 0;
  };
  for (const { bytes } of waiting) {
    const length = Buffer.allocUnsafe(LENGTH_BYTES);
    length.writeUInt32LE(bytes.length);
    block.push(length, bytes);
    blockBytes += LENGTH_BYTES + bytes.length;
    if (blockBytes >= WINDOW_BYTES) await flush();
  }
  if (blockBytes > 0) await flush();
  return { start, end: at };
}

async function* mergeParts(spool: FileHandle, parts: readonly Part[]): AsyncGenerator<GoodOutcome> {
  const heads: PartReader[] = [];
  for (const part of parts) {
    const reader = new PartReader(spool, part);
    if (await reader.advance()) heads.push(reader);
  }
  heads.sort(compareHeads);
  for (;;) {
    const [first] = heads;
    if (first === undefined) return;
    yield first.current();
    if (await first.advance()) sinkFirst(heads);
    else heads.shift();
  }
}

function compareHeads(a: PartReader, b: PartReader): number {
  return compareHistory(a.key(), b.key());
}

/** Puts the first head back in its place; parts are few, and the next one mostly comes from the same part. */
function sinkFirst(heads: PartReader[]): void {
  for (let at = 0; at + 1 < heads.length; at += 1) {
    const [left, right] = [heads[at], heads[at + 1]];
    if (left === undefined || right === undefined || compareHeads(left, right) <= 0) return;
    heads[at] = right;
    heads[at + 1] = left;
  }
}

/** Reads one part from front to back through a small window. */
class PartReader {
  readonly #spool: FileHandle;
  readonly #end: number;
  #at: number;
  #window = Buffer.alloc(0);
  #windowAt = 0;
  #current: GoodOutcome | null = null;
  #key: HistoryKey | null = null;

  constructor(spool: FileHandle, part: Part) {
    this.#spool = spool;
    this.#at = part.start;
    this.#end = part.end;
  }

  current(): GoodOutcome {
    assert(this.#current !== null, 'a part is advanced before it is read');
    return this.#current;
  }

  key(): HistoryKey {
    assert(this.#key !== null, 'a part is advanced before it is read');
    return this.#key;
  }

  /** False at the end of the part. */
  async advance(): Promise<boolean> {
    if (this.#at >= this.#end) return false;
    if (this.#window.length - this.#windowAt < LENGTH_BYTES) await this.#fill(LENGTH_BYTES);
    const length = this.#window.readUInt32LE(this.#windowAt);
    const size = LENGTH_BYTES + length;
    if (this.#window.length - this.#windowAt < size) await this.#fill(size);
    const outcome: GoodOutcome = deserialize(this.#window.subarray(this.#windowAt + LENGTH_BYTES, this.#windowAt + size));
    this.#at += size;
    this.#windowAt += size;
    this.#current = outcome;
    this.#key = historyKeyOf(outcome);
    return true;
  }

  async #fill(needed: number): Promise<void> {
    const size = Math.min(Math.max(needed, WINDOW_BYTES), this.#end - this.#at);
    const { bytesRead, buffer } = await this.#spool.read(Buffer.allocUnsafe(size), 0, size, this.#at);
    assert(bytesRead >= needed, 'the temporary file holds what was written');
    this.#window = buffer;
    this.#windowAt = 0;
  }
}
