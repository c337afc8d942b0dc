import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const faultOf = (input: string | Uint8Array) => {
  const parsed = parseStrictJson(typeof input === 'string' ? bytes(input) : input);
  return parsed.ok ? null : parsed.error.kind;
};

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    const text = '{ "a" : [1, {"b": "c\\"d\\\\"}, null], "e": {"a": true}, "\\u0451": "ё" }';
    expect(parseStrictJson(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ['an empty body', '', 'not-json'],
    ['a byte order mark', '\ufeff{}', 'not-json'],
    ['a trailing comma', '{"a":1,}', 'not-json'],
    ['NaN', '{"a":NaN}', 'not-json'],
    ['a raw control character', '{"a":"\u0000"}', 'not-json'],
    ['a repeated key', '{"a":1,"b":{"a":2},"a":3}', 'repeated-key'],
    ['a repeated key hidden by an escape', '{"a":1,"\\u0061":3}', 'repeated-key'],
    ['__proto__', '{"x":{"__proto__":{"isAdmin":true}}}', 'forbidden-key'],
    ['constructor', '{"constructor":{"prototype":{}}}', 'forbidden-key'],
    ['a lone surrogate', '{"a":"\\ud800"}', 'bad-character'],
    ['a lone surrogate in a key', '{"\\udc00":1}', 'bad-character'],
    ['an escaped NUL', '{"a":"\\u0000"}', 'bad-character'],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, 'too-deep'],
    ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'too-deep'],
  ])('refuses %s', (_name, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('refuses bytes that are not UTF-8 instead of replacing them', () => {
    expect(faultOf(new Uint8Array([0x22, 0xff, 0x22]))).toBe('not-utf-8');
  });

  it.each([
    ['{"a":1,"b":{"c":[1,"x,{",{"d":2,"d":3}]}}', ['b', 'c', 2, 'd']],
    ['{"a":[[],{},{"\\u0061":1,"a":2}]}', ['a', 2, 'a']],
    ['[{"__proto__":1}]', [0, '__proto__']],
    ['{"customer":{"id":"1","name":"a\\u0000"}}', ['customer', 'name']],
    ['{"events":[{},{"a":["b","\\ud800"]}]}', ['events', 1, 'a', 1]],
    ['{"a":{"\\ud800":1}}', ['a']],
    ['"\\u0000"', []],
    ['{"a":', []],
    [`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, []],
  ])('says where in %s', (text, path) => {
    const parsed = parseStrictJson(bytes(text));
    expect(parsed.ok ? null : parsed.error.path).toEqual(path);
  });

  it('lets the same key stand in two objects, and a key-like string in an array', () => {
    expect(faultOf('[{"a":1},{"a":2},"a","a",{"b":"a"}]')).toBeNull();
  });

  it('takes 64 levels and a surrogate pair', () => {
    expect(faultOf(`${'['.repeat(64)}"\\ud83d\\ude00"${']'.repeat(64)}`)).toBeNull();
  });
});
