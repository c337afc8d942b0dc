import { err, ok, type Result } from '../domain/result.ts';
import { endOfString, isFollowedByColon, pathAt } from './json-path.ts';

const MAX_DEPTH = 64;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE_OR_NUL = /\p{Surrogate}|\0/u;
const QUOTE = 0x22;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * JSON as RFC 8259 with what interoperable JSON (RFC 7493) adds: valid UTF-8 without a byte order mark, no key twice in
 * an object, no lone surrogate; and also no NUL, no `__proto__`, and at most 64 levels. The error says which, and where.
 */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  const text = decode(bytes);
  if (text === null) return err({ kind: 'not-utf-8', path: [] });
  const value = parse(text);
  if (value === undefined) return err({ kind: 'not-json', path: [] });
  const found = findKeyFault(text);
  if (found !== null) return err({ kind: found.kind, path: found.kind === 'too-deep' ? [] : pathAt(text, found.at) });
  // Only an escape can still hide these: raw control characters are refused by the parser, raw surrogates by the decoder.
  const path = text.includes('\\u') ? pathOfBadCharacter(value) : null;
  return path === null ? ok(value) : err({ kind: 'bad-character', path });
}

export interface JsonFault {
  readonly kind: 'not-utf-8' | 'not-json' | 'too-deep' | 'repeated-key' | 'forbidden-key' | 'bad-character';
  /** To the value or key that is wrong; empty where it is the whole body, or nothing that has a path. */
  readonly path: readonly (string | number)[];
}

interface KeyFault {
  readonly kind: JsonFault['kind'];
  /** Where in the text the key or bracket starts. */
  readonly at: number;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Walks text that is known to be JSON: a string followed by a colon is a key of the innermost object. */
function findKeyFault(text: string): KeyFault | null {
  const keysByDepth: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      const keys = keysByDepth.at(-1);
      if (keys !== null && keys !== undefined && isFollowedByColon(text, end + 1)) {
        const kind = addKey(keys, text.slice(at, end + 1));
        if (kind !== null) return { kind, at };
      }
      at = end;
    } else if (character === 0x7b || character === 0x5b) {
      keysByDepth.push(character === 0x7b ? new Set() : null);
      if (keysByDepth.length > MAX_DEPTH) return { kind: 'too-deep', at };
    } else if (character === 0x7d || character === 0x5d) {
      keysByDepth.pop();
    }
    at += 1;
  }
  return null;
}

function addKey(keys: Set<string>, literal: string): JsonFault['kind'] | null {
  const key: unknown = literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
  if (typeof key !== 'string') return 'not-json';
  if (FORBIDDEN_KEYS.has(key)) return 'forbidden-key';
  if (keys.has(key)) return 'repeated-key';
  keys.add(key);
  return null;
}

/** Of a key with such a character the path of its object: the key itself cannot be told. Depth is bounded by `findKeyFault`, which ran first. */
function pathOfBadCharacter(value: unknown): JsonFault['path'] | null {
  if (typeof value === 'string') return LONE_SURROGATE_OR_NUL.test(value) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (LONE_SURROGATE_OR_NUL.test(key)) return [];
    const found = pathOfBadCharacter(inner);
    if (found !== null) return [Array.isArray(value) ? Number(key) : key, ...found];
  }
  return null;
}
