/** What the shop's page and a frame of ours say to each other. Whatever is not exactly one of these is not heard. */

/** From a frame to the page around it. */
export type FrameMessage =
  | { readonly type: 'sarafan:ready' }
  | { readonly type: 'sarafan:need-token' }
  | { readonly type: 'sarafan:resize'; readonly height: number };

/** From the page to the frame: a token the shop has signed, good for one sign-in, or that there is no other than the one that was used. */
export type ParentMessage = { readonly type: 'sarafan:token'; readonly token: string } | { readonly type: 'sarafan:no-token' };

const HEIGHT_MAX_PIXELS = 20_000;
/** Three parts of Base64url, as RFC 7519 writes a signed token. */
const TOKEN = /^[A-Za-z0-9_-]{1,1024}\.[A-Za-z0-9_-]{1,3000}\.[A-Za-z0-9_-]{1,512}$/;

/** A message of a frame; null for anything else, however it is made. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const fields = plainFields(data);
  const type = fields?.get('type');
  if (fields === null || fields === undefined) return null;
  if ((type === 'sarafan:ready' || type === 'sarafan:need-token') && fields.size === 1) return { type };
  const height = fields.get('height');
  if (type !== 'sarafan:resize' || fields.size !== 2 || typeof height !== 'number') return null;
  return Number.isInteger(height) && height >= 0 && height <= HEIGHT_MAX_PIXELS ? { type, height } : null;
}

/** A message of the page around us; null for anything else. */
export function readParentMessage(data: unknown): ParentMessage | null {
  const fields = plainFields(data);
  if (fields?.get('type') === 'sarafan:no-token' && fields.size === 1) return { type: 'sarafan:no-token' };
  const token = fields?.get('token');
  if (fields?.get('type') !== 'sarafan:token' || fields.size !== 2) return null;
  return typeof token === 'string' && TOKEN.test(token) ? { type: 'sarafan:token', token } : null;
}

/** Own fields only: what a prototype holds was not said. */
function plainFields(data: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  return new Map(Object.entries(data));
}
