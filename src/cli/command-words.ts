/** What a command tells a person, in the language they asked for; of what it refuses what is wrong, and what to do. */
import { Option } from 'commander';
import type { LocalizedText } from '../domain/program/document.ts';
import { fillHoles } from '../domain/words/fill-holes.ts';
import { LOCALES, type Locale } from '../domain/words/number-words.ts';
import { StartRefused } from '../start-refused.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';

const WORDS = {
  'order-unknown': {
    en: 'There is no order "{name}" here. It goes by the id the shop gave it: look for it in the list of orders.',
    ru: 'Заказа «{name}» здесь нет. Нужен номер, под которым его прислал магазин: найдите его в списке заказов.',
  },
  'business-unknown': {
    en: 'There is no business "{name}" here. Its short name stands in its links: /t/NAME/r/….',
    ru: 'Бизнеса «{name}» здесь нет. Его короткое имя стоит в его ссылках: /t/ИМЯ/r/….',
  },
  'business-missing': {
    en: 'There is no business here yet: start the server once (npm start), it makes one.',
    ru: 'Здесь ещё нет ни одного бизнеса: запустите сервер один раз (npm start), он его создаст.',
  },
  'business-unclear': {
    en: 'There are several businesses here: say which with --tenant <slug>.',
    ru: 'Здесь несколько бизнесов: назовите нужный через --tenant <имя>.',
  },
  'program-unknown': {
    en: 'There is no programme "{name}" here. Its id begins with prg_ and stands in the address of its page in the console.',
    ru: 'Программы «{name}» здесь нет. Её номер начинается с prg_ и стоит в адресе её страницы в консоли.',
  },
  'import-running': {
    en: 'Another import is running for this business. Wait for it to end.',
    ru: 'Для этого бизнеса уже идёт другая загрузка. Дождитесь её конца.',
  },
  'file-unreadable': { en: 'The file {name} cannot be imported: {trouble}.', ru: 'Файл {name} не загрузить: {trouble}.' },
  'backup-unreadable': { en: 'The backup cannot be read: {trouble}.', ru: 'Резервную копию не прочитать: {trouble}.' },
  'backup-exists': {
    en: 'The file {name} exists already: choose another name, a backup overwrites nothing.',
    ru: 'Файл {name} уже есть: выберите другое имя, копия ничего не затирает.',
  },
  'backup-unwritable': { en: 'The backup cannot be written to {name}: {trouble}.', ru: 'Копию не записать в {name}: {trouble}.' },
  'backup-foreign': { en: 'The file {name} is not a backup of Sarafan.', ru: 'Файл {name} — не резервная копия Sarafan.' },
  'backup-written': {
    en: 'Backup written: {name} ({bytes} bytes). Restore it with: npx sarafan restore {name}',
    ru: 'Копия записана: {name} (байт: {bytes}). Восстановить её: npx sarafan restore {name}',
  },
  restored: { en: 'Restored: {rows} rows of {time}.', ru: 'Восстановлено строк: {rows}, копия от {time}.' },
  'rows-so-far': { en: '{rows} / {total} rows  {name}', ru: '{rows} / {total} строк  {name}' },
  'servers-give-way': { en: 'a running server gives way …', ru: 'работающий сервер уступает место …' },
  'codes-unwritable': { en: 'The codes cannot be written: {trouble}.', ru: 'Коды не записать: {trouble}.' },
  'links-of-here': {
    en: 'WARNING: PUBLIC_URL is {name}: the links work on this machine only.',
    ru: 'ВНИМАНИЕ: PUBLIC_URL — {name}: ссылки работают только на этой машине.',
  },
  'key-unknown': { en: 'There is no key {name}.', ru: 'Ключа {name} нет.' },
  'scope-unknown': {
    en: 'There is no scope "{name}": known are read, write, staff and admin.',
    ru: 'Права «{name}» нет: есть read, write, staff и admin.',
  },
  'time-unreadable': {
    en: '"{name}" is no time with a zone, as in 2027-01-01T00:00:00+03:00.',
    ru: '«{name}» — не время с поясом, как 2027-01-01T00:00:00+03:00.',
  },
  'console-has-owner': {
    en: 'The console has its owner: give --email for a link that sets a new password.',
    ru: 'У консоли уже есть владелец: добавьте --email, чтобы получить ссылку для нового пароля.',
  },
  'staff-unknown': { en: 'There is nobody with the e-mail {name}.', ru: 'Сотрудника с почтой {name} нет.' },
} as const satisfies Record<string, LocalizedText>;

const FILE_TROUBLES: Readonly<Record<string, LocalizedText>> = {
  ENOENT: { en: 'there is no such file, check the path', ru: 'такого файла нет, проверьте путь' },
  ENOTDIR: { en: 'a part of the path is no folder, check the path', ru: 'часть пути — не папка, проверьте путь' },
  EISDIR: { en: 'it is a folder, name a file in it', ru: 'это папка, назовите файл в ней' },
  EACCES: { en: 'this user may not open it, give them the right to', ru: 'этому пользователю его нельзя открыть, дайте ему права' },
  EPERM: { en: 'this user may not open it, give them the right to', ru: 'этому пользователю его нельзя открыть, дайте ему права' },
  ENOSPC: { en: 'the disk is full, make room on it', ru: 'на диске нет места, освободите его' },
};

/** Every command has it; refusals are told in it by whoever runs the commands. */
export function localeOption(of = 'of what is told'): Option {
  return new Option('--locale <language>', of).choices(LOCALES);
}

/** Where nobody said: the help and all settings are in English. */
export const LOCALE_WHEN_UNSAID: Locale = 'en';

export interface LocaleFlag {
  readonly locale?: Locale;
}

type Said = Readonly<Record<string, string | LocalizedText>>;

export function told(what: keyof typeof WORDS, locale: Locale | undefined, said: Said = {}): string {
  const language = locale ?? LOCALE_WHEN_UNSAID;
  const holes = Object.entries(said).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]);
  return fillHoles(WORDS[what][language], Object.fromEntries(holes));
}

/** In both languages: the one asked for is chosen where it is printed. */
export function refusal(what: keyof typeof WORDS, said: Said = {}): StartRefused {
  return new StartRefused({ en: told(what, 'en', said), ru: told(what, 'ru', said) });
}

/** What is wrong with a file, null when the error is of something else; what has no words of ours says the system's own. */
export function fileTrouble(error: unknown): LocalizedText | null {
  const code = systemErrorCode(error) ?? '';
  if (!/^E[A-Z]+$/.test(code)) return null;
  return FILE_TROUBLES[code] ?? { en: messageOf(error), ru: messageOf(error) };
}

/** What the books are checked for is named in both languages, so that each reads it in a log, unless one was asked for. */
export function inBothOr(locale: Locale | undefined, text: LocalizedText): string {
  return locale === undefined ? `${text.en} / ${text.ru}` : text[locale];
}
