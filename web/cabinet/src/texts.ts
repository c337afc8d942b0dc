/** The texts of the page, in the one language that is used; plurals and dates by Intl. */

export type Locale = 'ru' | 'en';
interface Group {
  readonly [key: string]: string | Group;
}
type Fields = Readonly<Record<string, string | number | bigint>>;

/** What the API gives in both languages. */
export interface LocalizedText {
  readonly ru: string;
  readonly en: string;
}

const STORED = 'sarafan-language';
let locale: Locale = 'en';
let texts: Group = {};
let plurals = new Intl.PluralRules('en');

export function currentLocale(): Locale {
  return locale;
}

/** The language the reader chose, else that of their browser. */
export function wantedLocale(): Locale {
  const chosen = read(STORED) ?? new URLSearchParams(location.search).get('lang') ?? navigator.language;
  return chosen.startsWith('ru') ? 'ru' : 'en';
}

/** Loads one language and makes it the page's. */
export async function loadTexts(wanted: Locale): Promise<void> {
  const loaded = wanted === 'ru' ? await import('./texts/ru.json') : await import('./texts/en.json');
  texts = loaded.default;
  locale = wanted;
  plurals = new Intl.PluralRules(wanted);
  document.documentElement.lang = wanted;
}

export function keepLocale(wanted: Locale): void {
  write(STORED, wanted);
}

/** A text by its key; with `n`, the plural form for it. */
export function t(key: string, fields: Fields = {}): string {
  const { n } = fields;
  const text = find(n === undefined ? key : `${key}_${plurals.select(grammar(n))}`) ?? find(key) ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = fields[name] ?? '';
    return typeof value === 'string' ? value : value.toLocaleString(locale);
  });
}

export function say(text: LocalizedText): string {
  return text[locale];
}

function find(key: string): string | undefined {
  let node: string | Group | undefined = texts;
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  return typeof node === 'string' ? node : undefined;
}

/** Grammar looks at the last digits and at "exactly one". */
function grammar(n: string | number | bigint): number {
  const whole = BigInt(n);
  return Number(whole < 1000n ? whole : (whole % 1000n) + 1000n);
}

/** `12 345,60 ₽`, or `5 баллов`; exact at any size. */
export function money(amount: string, unit: string, name: LocalizedText | null = null): string {
  if (unit.startsWith('points:'))
    return t('units.points', { n: BigInt(amount) }) + (name === null || isPlain(name) ? '' : ` · ${say(name)}`);
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: unit }).resolvedOptions().maximumFractionDigits ?? 2;
  const whole = amount.replace('-', '').padStart(digits + 1, '0');
  const cut = whole.length - digits;
  const decimal = `${amount.startsWith('-') ? '-' : ''}${whole.slice(0, cut)}${digits === 0 ? '' : `.${whole.slice(cut)}`}`;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: unit,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(
    // Exact for any number of digits, unlike a number.
    decimal as Intl.StringNumericLiteral,
  );
}

function isPlain({ en }: LocalizedText): boolean {
  return /^points$/i.test(en.trim());
}

export function day(at: string, timeZone?: string): string {
  const sameYear = new Date(at).getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(at));
}

/** Storage may be closed to a frame: then nothing is kept. */
export function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // A frame of a foreign page may keep nothing: the page works without.
  }
}
