/**
 * Columns of rows as PostgreSQL's binary arrays: what JSON would quote, escape and parse back is copied. A type without a form here
 * travels as text and is cast.
 */
import type { Row } from './row.ts';

/** Object ids of PostgreSQL's own types never change. */
const TYPE_OIDS = { bigint: 20, boolean: 16, bytea: 17, integer: 23, text: 25, timestamptz: 1184, uuid: 2950 } as const;

type WireType = keyof typeof TYPE_OIDS;

const HEADER_BYTES = 20;
const NULL_LENGTH = -1;
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);
/** `infinity`, as PostgreSQL sends an instant that never comes. */
const INFINITY = 2n ** 63n - 1n;
const SHORT_TEXT_MAX = 48;
const CELL_BYTES_USUAL = 24;

export function isWireType(type: string): type is WireType {
  return Object.hasOwn(TYPE_OIDS, type);
}

/** Which array type carries a column: its own, or text to be cast. */
export function wireTypeOf(type: string): WireType {
  return isWireType(type) ? type : 'text';
}

/** The column of each row, in order; null when no row has a value. Throws for a value its type cannot hold. */
export function encodeColumn(rows: readonly Row[], column: string, type: string): Buffer | null {
  if (!rows.some((row) => row[column] !== null && row[column] !== undefined)) return null;
  const writer = new ArrayWriter(wireTypeOf(type), rows.length);
  for (const row of rows) writer.add(row[column]);
  return writer.end();
}

class ArrayWriter {
  readonly #type: WireType;
  #buffer: Buffer;
  #at = HEADER_BYTES;
  #hasNull = false;

  constructor(type: WireType, length: number) {
    this.#type = type;
    this.#buffer = Buffer.allocUnsafe(HEADER_BYTES + length * CELL_BYTES_USUAL);
    this.#buffer.writeInt32BE(1, 0);
    this.#buffer.writeInt32BE(TYPE_OIDS[type], 8);
    this.#buffer.writeInt32BE(length, 12);
    this.#buffer.writeInt32BE(1, 16);
  }

  add(value: unknown): void {
    if (value === null || value === undefined) {
      this.#room(4);
      this.#at = this.#buffer.writeInt32BE(NULL_LENGTH, this.#at);
      this.#hasNull = true;
      return;
    }
    switch (this.#type) {
      case 'text':
        this.#text(textOf(value));
        break;
      case 'uuid':
        this.#uuid(String(value));
        break;
      case 'timestamptz':
        this.#int64(microsecondsOf(value));
        break;
      case 'bigint':
        this.#int64(int64Of(value));
        break;
      case 'integer':
        this.#length(4);
        this.#at = this.#buffer.writeInt32BE(Number(value), this.#at);
        break;
      case 'boolean':
        this.#length(1);
        this.#at = this.#buffer.writeUInt8(value === true ? 1 : 0, this.#at);
        break;
      case 'bytea':
        this.#bytes(value);
        break;
    }
  }

  end(): Buffer {
    this.#buffer.writeInt32BE(this.#hasNull ? 1 : 0, 4);
    return this.#buffer.subarray(0, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#buffer.length, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }

  #length(bytes: number): void {
    this.#room(4 + bytes);
    this.#at = this.#buffer.writeInt32BE(bytes, this.#at);
  }

  #text(text: string): void {
    this.#room(4 + 3 * text.length);
    const from = this.#at + 4;
    const written = text.length <= SHORT_TEXT_MAX && this.#ascii(text, from) ? text.length : this.#buffer.write(text, from, 'utf8');
    this.#buffer.writeInt32BE(written, this.#at);
    this.#at = from + written;
  }

  /** A call into the runtime costs more than copying a few letters. */
  #ascii(text: string, from: number): boolean {
    const buffer = this.#buffer;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) return false;
      buffer[from + index] = code;
    }
    return true;
  }

  #uuid(text: string): void {
    this.#length(16);
    const buffer = this.#buffer;
    let at = this.#at;
    for (let index = 0; index < text.length; index += 2) {
      if (text.charCodeAt(index) === HYPHEN) index += 1;
      buffer[at] = (nibble(text, index) << 4) | nibble(text, index + 1);
      at += 1;
    }
    if (at !== this.#at + 16) throw new Error('not a uuid');
    this.#at = at;
  }

  #int64(value: number | bigint): void {
    this.#length(8);
    if (typeof value === 'bigint') {
      this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
      return;
    }
    const high = Math.floor(value / 0x1_0000_0000);
    this.#buffer.writeInt32BE(high, this.#at);
    this.#at = this.#buffer.writeUInt32BE(value - high * 0x1_0000_0000, this.#at + 4);
  }

  /** Bytes, or `\x` and hexadecimal digits as PostgreSQL writes them. */
  #bytes(value: unknown): void {
    const bytes = value instanceof Uint8Array ? value : bytesOfHex(String(value));
    this.#length(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }
}

function bytesOfHex(text: string): Buffer {
  const bytes = Buffer.from(text.slice(2), 'hex');
  if (!text.startsWith('\\x') || 2 * bytes.length !== text.length - 2) throw new Error('not hexadecimal');
  return bytes;
}

const HYPHEN = 45;

function nibble(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  throw new Error('not a uuid');
}

/** Microseconds since 2000, exact: beyond 2^53 as bigint. */
function microsecondsOf(value: unknown): number | bigint {
  if (value === 'infinity') return INFINITY;
  const ms = (value instanceof Date ? value.getTime() : Date.parse(String(value))) - POSTGRES_EPOCH_MS;
  if (Number.isNaN(ms)) throw new Error('not an instant');
  const microseconds = ms * 1_000;
  return Number.isSafeInteger(microseconds) ? microseconds : BigInt(ms) * 1_000n;
}

/** Whole numbers of up to 15 digits are exact as a number, which is written faster. */
function int64Of(value: unknown): number | bigint {
  if (typeof value === 'bigint') return value;
  const text = String(value);
  return text.length <= 15 ? Number(text) : BigInt(text);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
