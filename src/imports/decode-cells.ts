import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { CsvEncoding } from './detect-format.ts';

/**
 * Files are cut into records before their characters are decoded: one code unit per byte (or per two in UTF-16), so that
 * every position in the text is a position in the file, and one bad byte spoils one cell instead of a stream.
 */
export interface UnitDecoder {
  readonly write: (bytes: Buffer) => string;
  /** Bytes of the file behind each character of the result. */
  readonly unitBytes: 1 | 2;
}

export function createUnitDecoder(encoding: CsvEncoding): UnitDecoder {
  if (encoding === 'utf-8' || encoding === 'windows-1251') {
    return { write: (bytes) => bytes.toString('latin1'), unitBytes: 1 };
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  return { write: (bytes) => decoder.write(bytes), unitBytes: 2 };
}

const NON_ASCII = /[^\u0000-\u007f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The cell's text, or null when its bytes are not text in this encoding. */
export function decodeCell(units: string, encoding: CsvEncoding): string | null {
  if (!NON_ASCII.test(units)) return units;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return LONE_SURROGATE.test(units) ? null : units;
  const bytes = Buffer.from(units, 'latin1');
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : null;
  const text = iconv.decode(bytes, 'windows-1251');
  return text.includes('\ufffd') ? null : text;
}
