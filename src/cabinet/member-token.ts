/** The token of a member's session: `ms_<tenantKey>_<256 random bits>`. The key names the tenant, so that no look-up searches all. */
import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^Bearer (ms_([a-z0-9]{4,32})_[A-Za-z0-9_-]{43})$/i;
const TOKEN_BYTES = 32;

export function drawMemberToken(tenantKey: string): string {
  return `ms_${tenantKey}_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** The token in an Authorization header; null when there is none that could be one. */
export function readMemberToken(header: string | undefined): { readonly token: string; readonly tenantKey: string } | null {
  const [, token, tenantKey] = TOKEN.exec(header ?? '') ?? [];
  return token === undefined || tenantKey === undefined ? null : { token, tenantKey };
}

export function hashSecret(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
