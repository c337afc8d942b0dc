/** A logo as it may be kept: a picture that says of itself what it is, of a bearable size. Vector files are refused: they can carry scripts. */
import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../domain/result.ts';

export const LOGO_BYTES_MAX = 131_072;
const SIDE_MAX_PIXELS = 4_096;

export interface Logo {
  readonly bytes: Buffer;
  readonly type: 'image/png' | 'image/jpeg';
  readonly hash: string;
}

export type LogoProblem = 'too-large' | 'not-a-picture' | 'too-many-pixels';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads the header only; nothing is decoded, so that a small file cannot become a large picture here. */
export function readLogo(bytes: Buffer): Result<Logo, LogoProblem> {
  if (bytes.length > LOGO_BYTES_MAX) return err('too-large');
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (size === null) return err('not-a-picture');
  if (Math.min(size.width, size.height) < 1 || Math.max(size.width, size.height) > SIDE_MAX_PIXELS) return err('too-many-pixels');
  return ok({ bytes, type: size.type, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32) });
}

interface PictureSize {
  readonly type: Logo['type'];
  readonly width: number;
  readonly height: number;
}

/** PNG specification, 5.2 and 11.2.2: the signature, then IHDR first. */
function pngSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ITU T.81, B.1: segments up to the frame header, which holds the size. */
function jpegSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
