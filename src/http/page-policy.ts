/** What our own pages may load and who may put a frame around them (Content Security Policy 3). */

/** The console's components set sizes and places in elements; nothing else may have styles there. */
export function consolePolicy(nonce: string): string {
  return `${ownPagePolicy(nonce)}; style-src-attr 'unsafe-inline'`;
}

/** For pages of our own with nothing foreign in them and nobody around them. */
export function ownPagePolicy(nonce: string): string {
  return pagePolicy(nonce, "'none'");
}

/** For pages of our own with nothing foreign in them. */
export function pagePolicy(nonce: string, frameAncestors: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}
