/**
 * A backup is one gzip file of lines, so that it can be looked into with `zcat`:
 *
 *   {"format":"sarafan-backup","version":1,…}       the header: what is in it, from which schema, at which moment
 *   {"table":"tenant"}                              for each table of the header, in an order that keeps foreign keys
 *   …                                               its rows in PostgreSQL's text format of `copy`, in the header's columns
 *   \.                                              the end of the rows (no row can look so: a backslash is always doubled)
 *   {"rows":"2","sha256":"…"}                       how many there were, and the hash of their lines
 *   {"end":true}                                    nothing follows; a file that was cut ends without it
 *
 * A program reads every version up to its own and every migration up to its own; from older ones the schema is brought forward.
 */
import type { LocalizedText } from '../domain/program/document.ts';
import { fillHoles } from '../domain/words/fill-holes.ts';
import { StartRefused } from '../start-refused.ts';

export const BACKUP_FORMAT = 'sarafan-backup';
export const BACKUP_VERSION = 1;
export const END_OF_ROWS = '\\.';

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** As counted in the backup's own snapshot. */
  readonly rows: bigint;
}

export interface BackupHeader {
  readonly createdAt: string;
  readonly migration: { readonly number: number; readonly name: string };
  readonly tables: readonly BackupTable[];
  /** Where each tenant's log stood: the head of its hash chain tells one backup from every other. */
  readonly tenants: readonly { readonly tenantId: string; readonly nextSequence: bigint; readonly chainHash: string }[];
}

export interface TableTrailer {
  readonly rows: bigint;
  readonly sha256: string;
}

export function encodeLine(value: unknown): string {
  return `${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))}\n`;
}

export function encodeHeader(header: BackupHeader): string {
  return encodeLine({ format: BACKUP_FORMAT, version: BACKUP_VERSION, ...header });
}

/** Throws `StartRefused` when the line is no header, or one of a newer program. */
export function parseHeader(line: string): BackupHeader {
  const found = parseObject(line);
  if (found?.['format'] !== BACKUP_FORMAT)
    throw new StartRefused({ en: 'This is not a backup of Sarafan.', ru: 'Это не резервная копия Sarafan.' });
  const version = found['version'];
  if (typeof version !== 'number' || version > BACKUP_VERSION) {
    throw new StartRefused({
      en: `The backup is of format ${String(version)}, this program reads up to ${BACKUP_VERSION}: restore it with a newer Sarafan.`,
      ru: `Копия в формате ${String(version)}, эта программа читает до ${BACKUP_VERSION}: восстановите её более новым Sarafan.`,
    });
  }
  const { createdAt, migration, tables, tenants } = found;
  return {
    createdAt: textOf(createdAt),
    migration: { number: Number(textOf(recordOf(migration)['number'])), name: textOf(recordOf(migration)['name']) },
    tables: listOf(tables).map((table) => ({
      name: textOf(table['name']),
      columns: textsOf(table['columns']),
      rows: BigInt(textOf(table['rows'])),
    })),
    tenants: listOf(tenants).map((tenant) => ({
      tenantId: textOf(tenant['tenantId']),
      nextSequence: BigInt(textOf(tenant['nextSequence'])),
      chainHash: textOf(tenant['chainHash']),
    })),
  };
}

export function parseTableName(line: string): string {
  return textOf(parseObject(line)?.['table']);
}

export function parseTrailer(line: string): TableTrailer {
  const found = recordOf(parseObject(line));
  return { rows: BigInt(textOf(found['rows'])), sha256: textOf(found['sha256']) };
}

export function isEnd(line: string): boolean {
  return parseObject(line)?.['end'] === true;
}

const DAMAGE = {
  form: { en: 'a line has another form', ru: 'строка иного вида' },
  packed: { en: 'it cannot be unpacked', ru: 'её не распаковать' },
  endless: { en: 'a line does not end', ru: 'строка не кончается' },
  early: { en: 'it ends too early', ru: 'она обрывается' },
  'no-end': { en: 'it has no end', ru: 'у неё нет конца' },
  more: { en: 'something follows its end', ru: 'после её конца что-то есть' },
  unknown: { en: 'table {table} is unknown', ru: 'таблица {table} неизвестна' },
  missing: { en: 'table {table} is missing', ru: 'таблицы {table} нет' },
  changed: { en: 'the rows of {table} were changed', ru: 'строки таблицы {table} изменены' },
  count: { en: 'table {table} has {rows} rows of {expected}', ru: 'в таблице {table} строк {rows} из {expected}' },
} as const satisfies Record<string, LocalizedText>;

/** The one sentence for a file that is not whole, wherever that shows. */
export function damaged(
  what: keyof typeof DAMAGE,
  said: { readonly table?: string; readonly rows?: bigint; readonly expected?: bigint } = {},
): StartRefused {
  const holes = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
  return new StartRefused({
    en: `The backup is damaged or cut short (${fillHoles(DAMAGE[what].en, holes)}): nothing was restored.`,
    ru: `Копия повреждена или обрезана (${fillHoles(DAMAGE[what].ru, holes)}): ничего не восстановлено.`,
  });
}

type Json = Readonly<Record<string, unknown>>;

function parseObject(line: string): Json | null {
  if (!line.startsWith('{') || !line.endsWith('}')) return null;
  const value: unknown = JSON.parse(line);
  return isRecord(value) ? value : null;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Json {
  if (!isRecord(value)) throw damaged('form');
  return value;
}

function listOf(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) throw damaged('form');
  return value.map(recordOf);
}

function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw damaged('form');
  return value.map(textOf);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw damaged('form');
  return String(value);
}
