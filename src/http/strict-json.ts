import { err, ok, type Result } from '../domain/result.ts';

const MAX_DEPTH = 64;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE_OR_NUL = /\p{Surrogate}|\0/u;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * JSON as RFC 8259 with what interoperable JSON (RFC 7493) adds: valid UTF-8 without a byte order mark, no key twice in
 * an object, no lone surrogate; and also no NUL, no `__proto__`, and at most 64 levels. The error says which.
 */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  const text = decode(bytes);
  if (text === null) return err('not-utf-8');
  const value = parse(text);
  if (value === undefined) return err('not-json');
  const fault = findKeyFault(text);
  if (fault !== null) return err(fault);
  // Only an escape can still hide these: raw control characters are refused by the parser, raw surrogates by the decoder.
  if (text.includes('\\u') && hidesBadCharacter(value)) return err('bad-character');
  return ok(value);
}

export type JsonFault = 'not-utf-8' | 'not-json' | 'too-deep' | 'repeated-key' | 'forbidden-key' | 'bad-character';

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
function findKeyFault(text: string): JsonFault | null {
  const keysByDepth: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      const keys = keysByDepth.at(-1);
      if (keys !== null && keys !== undefined && isFollowedByColon(text, end + 1)) {
        const fault = addKey(keys, text.slice(at, end + 1));
        if (fault !== null) return fault;
      }
      at = end;
    } else if (character === 0x7b || character === 0x5b) {
      keysByDepth.push(character === 0x7b ? new Set() : null);
      if (keysByDepth.length > MAX_DEPTH) return 'too-deep';
    } else if (character === 0x7d || character === 0x5d) {
      keysByDepth.pop();
    }
    at += 1;
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let end = start;
  while (true) {
    end = text.indexOf('"', end + 1);
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

function addKey(keys: Set<string>, literal: string): JsonFault | null {
  const key: unknown = literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
  if (typeof key !== 'string') return 'not-json';
  if (FORBIDDEN_KEYS.has(key)) return 'forbidden-key';
  if (keys.has(key)) return 'repeated-key';
  keys.add(key);
  return null;
}

/** Depth is bounded by `findKeyFault`, which ran first. */
function hidesBadCharacter(value: unknown): boolean {
  if (typeof value === 'string') return LONE_SURROGATE_OR_NUL.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => LONE_SURROGATE_OR_NUL.test(key) || hidesBadCharacter(inner));
}
