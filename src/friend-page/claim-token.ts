/** Shows that a form was given out by us, for this code, not long ago: a page of somebody else cannot send it in a visitor's name. */
import { timingSafeEqual } from 'node:crypto';
import { foldCode } from '../domain/codes/fold-code.ts';
import { hmacSha256 } from '../identity/hmac.ts';

const LIFE_MS = 24 * 3_600_000;
const FORM = /^([0-9a-z]{6,12})\.([A-Za-z0-9_-]{43})$/;

export function signClaim(key: Buffer, code: string, now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${sign(key, code, at).toString('base64url')}`;
}

export function isClaimToken(key: Buffer, token: string, code: string, now: Date): boolean {
  const [, at, signature] = FORM.exec(token) ?? [];
  if (at === undefined || signature === undefined) return false;
  const ageMs = now.getTime() - Number.parseInt(at, 36);
  if (!(ageMs >= 0 && ageMs <= LIFE_MS)) return false;
  return timingSafeEqual(Buffer.from(signature, 'base64url'), sign(key, code, at));
}

function sign(key: Buffer, code: string, at: string): Buffer {
  return hmacSha256(key, `claim-form\0${foldCode(code)}\0${at}`);
}
