/** The session of the console in a cookie no page can read: `__Host-` binds it to this host and to TLS (or to loopback). */
export const STAFF_COOKIE = '__Host-sarafan';

export function sessionCookie(token: string): string {
  return `${STAFF_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`;
}

export function endedCookie(): string {
  return `${STAFF_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
}

/** The key of the tenant, so that no look-up searches all tenants, and 256 random bits. */
const TOKEN = /^[a-z0-9]{4,32}\.[A-Za-z0-9_-]{43}$/i;

/** The token in a Cookie header; null when there is none that could be one. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const part of header?.split(';') ?? []) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === STAFF_COOKIE && TOKEN.test(value)) return value;
  }
  return null;
}
