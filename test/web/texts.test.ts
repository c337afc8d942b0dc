/** The texts of the pages: the same in both languages, Russian plurals whole, none in the code, none missing, none left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MAPPED_EVENTS, MAPPED_FIELDS } from '../../src/contract/connector-mapping.ts';
import type { RewardStatus } from '../../src/domain/facts/entities.ts';
import { CUSTOMER_COLUMNS, ORDER_COLUMNS, REFUND_COLUMNS } from '../../src/imports/header-names.ts';

const web = fileURLToPath(new URL('../../web', import.meta.url));
const apps = readdirSync(web).filter((name) => filesOf(name).some((path) => /texts\/.*\.json$/.test(path)));
const PLURAL = /_(zero|one|two|few|many|other)$/;

function filesOf(app: string): readonly string[] {
  return readdirSync(join(web, app), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
}

/** Every text by its key with dots; the language is the folder's or the file's name. */
function textsOf(app: string, language: 'ru' | 'en'): ReadonlyMap<string, string> {
  const found = filesOf(app).filter(
    (path) => path.endsWith(`texts/${language}.json`) || new RegExp(`texts/${language}/.*\\.json$`).test(path),
  );
  const texts = new Map<string, string>();
  for (const path of found) collect(JSON.parse(readFileSync(join(web, app, path), 'utf8')), '', texts);
  return texts;
}

function collect(node: unknown, path: string, into: Map<string, string>): void {
  if (typeof node === 'string') {
    into.set(path, node);
    return;
  }
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is neither a text nor a group of texts`);
  for (const [name, child] of Object.entries(node)) collect(child, path === '' ? name : `${path}.${name}`, into);
}

const bases = (texts: ReadonlyMap<string, string>): ReadonlySet<string> => new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')));
const fieldsOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}|\{(\w+)\}/g)].map(([whole]) => whole))].sort();

function codeOf(app: string): ReadonlyMap<string, string> {
  const paths = filesOf(app).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'));
  return new Map(
    paths.map((path) => [path, readFileSync(join(web, app, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')]),
  );
}

describe.each(apps)('the texts of web/%s', (app) => {
  const ru = textsOf(app, 'ru');
  const en = textsOf(app, 'en');

  it('are the same in both languages, none empty', () => {
    expect([...bases(ru)].sort()).toEqual([...bases(en)].sort());
    expect([...ru, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have every form of a plural', () => {
    const missing = (texts: ReadonlyMap<string, string>, forms: readonly string[]): readonly string[] =>
      [...texts.keys()]
        .filter((key) => PLURAL.test(key))
        .flatMap((key) => forms.map((form) => key.replace(PLURAL, `_${form}`)))
        .filter((key) => !texts.has(key));
    expect(missing(ru, ['one', 'few', 'many', 'other'])).toEqual([]);
    expect(missing(en, ['one', 'other'])).toEqual([]);
  });

  it('are filled in with the same fields', () => {
    const all = (texts: ReadonlyMap<string, string>, base: string): readonly string[] =>
      fieldsOf(
        [...texts]
          .filter(([key]) => key.replace(PLURAL, '') === base)
          .map(([, text]) => text)
          .join(' '),
      );
    expect([...bases(ru)].filter((base) => all(ru, base).join() !== all(en, base).join())).toEqual([]);
  });

  it('are where texts belong: none in the code', () => {
    expect([...codeOf(app)].filter(([, code]) => /[А-Яа-яЁё]/.test(code)).map(([path]) => path)).toEqual([]);
  });

  it('stand for themselves: no code of the API is shown where a text is missing', () => {
    expect([...codeOf(app)].filter(([, code]) => /defaultValue:\s*[\w'"`]/.test(code)).map(([path]) => path)).toEqual([]);
  });

  it('are all there that the code asks for, and no others', () => {
    const code = [...codeOf(app).values()].join('\n');
    const known = new Set([...bases(ru), ...ru.keys()]);
    const asked = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '');
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
    // A key put together (`t(\`states.${state}\`)`) names its group.
    const groups = [...code.matchAll(/[`'"]([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, start]) => start ?? '');
    const isUsed = (key: string): boolean => code.includes(`'${key}'`) || groups.some((start) => key.startsWith(start));
    expect([...bases(ru)].filter((key) => !isUsed(key))).toEqual([]);
  });
});

const REWARD_STATUSES = {
  ...{ held: true, approved: true, issued: true, delivered: true, redeemed: true },
  ...{ denied: true, cancelled: true, reversed: true, expired: true, failed: true },
} as const satisfies Record<RewardStatus, true>;
const dashed = (type: string): string => type.replace('.', '-');

it.each([
  ['byHand.status', Object.keys(REWARD_STATUSES)],
  ['byHand.kinds', MAPPED_EVENTS.map(dashed)],
  ['connect.events', MAPPED_EVENTS.map(dashed)],
  ['connect.fieldNames', [...MAPPED_FIELDS, 'customer', 'refunds']],
  ['files.columnNames', [ORDER_COLUMNS, CUSTOMER_COLUMNS, REFUND_COLUMNS].flatMap(({ columns }) => [...columns])],
])('the console has a word for all that the API may say of %s', (group, names) => {
  const texts = textsOf('admin', 'ru');
  expect(names.filter((name) => !texts.has(`${group}.${name}`))).toEqual([]);
});
