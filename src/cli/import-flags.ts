import { InvalidArgumentError, Option } from 'commander';
import { isCurrency } from '../domain/money/money.ts';
import { isTimeZone } from '../domain/time/calendar.ts';
import type { ReadingOptions } from '../imports/open-import.ts';
import { type LocaleFlag, localeOption } from './command-words.ts';

/** The flags of `sarafan import`, as commander gives them. */
export interface ImportFlags extends LocaleFlag {
  readonly map?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly decimalMark?: '.' | ',';
  readonly dateOrder: 'dmy' | 'mdy';
  readonly encoding?: 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be';
  readonly delimiter?: ',' | ';' | 'tab';
  readonly earn: boolean;
  readonly program?: string;
  readonly report?: string;
  readonly dryRun: boolean;
  readonly tenant?: string;
  readonly json: boolean;
}

export const importOptions: readonly Option[] = [
  new Option('--map <ours=theirs,…>', 'which header holds which of our columns, where the names do not tell'),
  new Option('--currency <code>', 'of amounts that name none, as in RUB').argParser(readCurrency),
  new Option('--time-zone <name>', "of dates that name none, as in Europe/Moscow; the business's own when absent").argParser(readTimeZone),
  new Option('--decimal-mark <mark>', 'for amounts such as 1,234').choices(['.', ',']),
  new Option('--date-order <order>', 'how 02/03/2026 is read').choices(['dmy', 'mdy']).default('dmy'),
  new Option('--encoding <name>', 'found out when absent').choices(['utf-8', 'windows-1251', 'utf-16le', 'utf-16be']),
  new Option('--delimiter <sign>', 'found out when absent').choices([',', ';', 'tab']),
  new Option('--earn', 'orders: let programmes pay for what is imported now; once known, an order never earns again').default(false),
  new Option('--program <id>', 'customers: whose points the opening points are (prg_…)'),
  new Option('--report <path>', 'where problems are written; FILE.errors.csv, or errors-2 … where that is taken, when absent'),
  new Option('--dry-run', 'read and report only, store nothing').default(false),
  localeOption("of the report; the business's own when absent"),
  new Option('--tenant <slug>', 'which business, where there are several'),
  new Option('--json', 'print one line of JSON instead of a summary').default(false),
];

/** How the file is to be read; `timeZone` is the tenant's. */
export function readingOptions(flags: ImportFlags, { timeZone }: { readonly timeZone: string }): ReadingOptions {
  const { map, currency, decimalMark, dateOrder, encoding, delimiter } = flags;
  return {
    timeZone: flags.timeZone ?? timeZone,
    dateOrder,
    ...(map === undefined ? {} : { mapping: map }),
    ...(currency === undefined ? {} : { currency }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
  };
}

function readCurrency(text: string): string {
  const code = text.toUpperCase();
  if (!isCurrency(code)) throw new InvalidArgumentError('Not an ISO 4217 currency.');
  return code;
}

function readTimeZone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('Not an IANA time zone, as in Europe/Moscow.');
  return text;
}
