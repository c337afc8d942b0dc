import { err, ok, type Result } from '../domain/result.ts';
import { findCurrencyMark } from './currency-marks.ts';
import { firstNameOf, type ImportColumns, synonymsOf } from './header-names.ts';
import { type ImportProblem, type ValueProblem, valueProblem } from './import-problem.ts';

export interface MappedColumn {
  readonly index: number;
  /** As the file writes it. */
  readonly header: string;
  /** What the header itself says, as in `Сумма, руб.`; null = nothing. */
  readonly currency: string | null;
}

export type HeaderMap<C extends string> = ReadonlyMap<C, MappedColumn>;

const MAX_LISTED_HEADERS = 60;
/** A header that holds a currency is short; the pattern is not for long text. */
const MAX_CURRENCY_HEADER_LENGTH = 100;
const HEADER_WITH_CURRENCY = /^(.+?)[\s,([]+([^\s,([\])]+)[)\]]?$/u;

/**
 * Finds our columns among the headers of a file. A column's first name wins over its synonyms; otherwise several headers
 * for one column are a problem, as is a missing column. `mapping` is the text of `--map` (`ours=theirs,…`) and overrules
 * all guesses. Returns every problem at once; each says what is missing and what was found.
 */
export function mapHeaders<C extends string>(
  header: readonly string[],
  options: { readonly columns: ImportColumns<C>; readonly mapping?: string },
): Result<HeaderMap<C>, readonly ImportProblem[]> {
  const { columns } = options;
  const mapping = readMapping(options.mapping ?? '', header, columns);
  const problems: ValueProblem[] = [...mapping.problems];
  const map = new Map(mapping.chosen);
  const settled = new Set<C>([...mapping.chosen.keys(), ...mapping.absent]);
  const takenIndexes = new Set([...map.values()].map(({ index }) => index));
  for (const column of columns.columns) {
    if (settled.has(column)) continue;
    const matches = findMatches(header, columns.headers[column], takenIndexes);
    const [match] = matches;
    if (match === undefined) continue;
    settled.add(column);
    if (matches.length === 1) map.set(column, match);
    else
      problems.push(
        valueProblem('column-duplicate', {
          column: firstNameOf(columns.headers[column]),
          found: listHeaders(matches.map((one) => one.header)),
        }),
      );
  }
  if (mapping.problems.length === 0) {
    for (const group of columns.required) {
      if (group.some((column) => settled.has(column) && !mapping.absent.has(column))) continue;
      const names = group.map((column) => firstNameOf(columns.headers[column]));
      problems.push(valueProblem('column-missing', { column: names.join(' | '), first: names[0] ?? '', found: listHeaders(header) }));
    }
  }
  return problems.length === 0 ? ok(map) : err(problems.map((problem) => ({ rowNumber: 1, column: null, value: '', ...problem })));
}

/** Letters and digits only, lower case, ё as е: how headers are compared. */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', 'no')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function findMatches(header: readonly string[], names: string, takenIndexes: ReadonlySet<number>): MappedColumn[] {
  const accepted = new Set(synonymsOf(names).map(normalizeHeader));
  const matches: MappedColumn[] = [];
  for (const [index, text] of header.entries()) {
    if (text === '' || takenIndexes.has(index)) continue;
    const { name, currency } = splitCurrency(text);
    if (currency !== null && accepted.has(normalizeHeader(name))) matches.push({ index, header: text, currency });
    else if (accepted.has(normalizeHeader(text))) matches.push({ index, header: text, currency: null });
  }
  const exact = matches.filter((match) => normalizeHeader(match.header) === normalizeHeader(firstNameOf(names)));
  return exact.length === 1 ? exact : matches;
}

function splitCurrency(header: string): { name: string; currency: string | null } {
  const match = header.length > MAX_CURRENCY_HEADER_LENGTH ? null : HEADER_WITH_CURRENCY.exec(header);
  const mark = findCurrencyMark(match?.[2] ?? '');
  return { name: match?.[1] ?? header, currency: mark?.usual ?? null };
}

interface Mapping<C extends string> {
  readonly chosen: ReadonlyMap<C, MappedColumn>;
  /** Said to be nowhere in the file, whatever its headers suggest: `ours=-`. */
  readonly absent: ReadonlySet<C>;
  readonly problems: readonly ValueProblem[];
}

/** A header may hold commas (`Сумма, руб.`): only a comma before another `ours=` separates. */
function readMapping<C extends string>(mapping: string, header: readonly string[], columns: ImportColumns<C>): Mapping<C> {
  const chosen = new Map<C, MappedColumn>();
  const absent = new Set<C>();
  const problems: ValueProblem[] = [];
  for (const pair of mapping.split(/[,;](?=\s*\w+\s*=)/)) {
    if (pair.trim() === '') continue;
    const [ours, ...theirs] = pair.split('=');
    const their = theirs.join('=').trim();
    if (ours === undefined || ours.trim() === '' || their === '') {
      problems.push(valueProblem('map-malformed', { text: pair.trim() }));
      continue;
    }
    const column = findOwnColumn(ours, columns);
    const index = findOnlyHeader(header, their);
    if (column === null) {
      const known = columns.columns.map((name) => firstNameOf(columns.headers[name])).join(', ');
      problems.push(valueProblem('map-column-unknown', { column: ours.trim(), known }));
    } else if (their === '-') absent.add(column);
    else if (chosen.has(column)) problems.push(valueProblem('map-column-twice', { column: ours.trim() }));
    else if (index === null) problems.push(valueProblem('map-header-not-found', { header: their, found: listHeaders(header) }));
    else chosen.set(column, { index, header: header[index] ?? their, currency: splitCurrency(their).currency });
  }
  return { chosen, absent, problems };
}

function findOwnColumn<C extends string>(text: string, columns: ImportColumns<C>): C | null {
  const wanted = normalizeHeader(text);
  const isNamed = (column: C): boolean =>
    normalizeHeader(column) === wanted || normalizeHeader(firstNameOf(columns.headers[column])) === wanted;
  return columns.columns.find(isNamed) ?? null;
}

/** The header written exactly so, else the only one that differs in case, spaces or punctuation; null = none or several. */
function findOnlyHeader(header: readonly string[], text: string): number | null {
  for (const isSame of [(name: string) => name === text, (name: string) => normalizeHeader(name) === normalizeHeader(text)]) {
    const indexes = [...header.keys()].filter((index) => isSame(header[index] ?? ''));
    if (indexes.length === 1) return indexes[0] ?? null;
    if (indexes.length > 1) return null;
  }
  return null;
}

function listHeaders(headers: readonly string[]): string {
  return headers
    .filter((name) => name !== '')
    .slice(0, MAX_LISTED_HEADERS)
    .join(' | ');
}
