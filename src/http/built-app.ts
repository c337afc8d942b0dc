/** An app built by scripts/build-web.mjs, read once at start: its page, and its files compressed as browsers take them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface AppFile {
  readonly type: string;
  readonly raw: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  readonly etag: string;
}

export interface BuiltApp {
  /** `index.html`, with `__NONCE__` where the page's nonce goes. */
  readonly page: string;
  /** By path below the app, as in `assets/index-Bx3.js`. */
  readonly files: ReadonlyMap<string, AppFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

const publicFolder = fileURLToPath(new URL('../../dist/public', import.meta.url));
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Null when the app was never built: the server does its work without it. */
export async function readBuiltApp(name: string): Promise<BuiltApp | null> {
  const folder = join(publicFolder, name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const files = new Map<string, AppFile>();
  let page: string | null = null;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    const raw = await readFile(full);
    if (path === 'index.html') page = raw.toString();
    else files.set(path, await appFile(path, raw));
  }
  return page === null ? null : { page, files };
}

async function appFile(path: string, raw: Buffer): Promise<AppFile> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const isText = /^(text\/|image\/svg)/.test(type);
  // Quality 6 is nearly as small as 11 and does not keep a start waiting.
  const params = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [br, gz] = isText ? await Promise.all([brotli(raw, params), zip(raw)]) : [null, null];
  return { type, raw, br, gzip: gz, etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"` };
}
