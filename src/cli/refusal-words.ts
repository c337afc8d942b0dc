/** What a command refuses to a person, in the language they asked for: what is wrong, and what to do. */
import { StartRefused } from '../start-refused.ts';
import { messageOf, systemErrorCode } from '../system-error.ts';

export type CliLocale = 'ru' | 'en';

const REFUSALS = {
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
} as const;

const FILE_TROUBLES: Readonly<Record<string, { readonly en: string; readonly ru: string }>> = {
  ENOENT: { en: 'there is no such file, check the path', ru: 'такого файла нет, проверьте путь' },
  ENOTDIR: { en: 'a part of the path is no folder, check the path', ru: 'часть пути — не папка, проверьте путь' },
  EISDIR: { en: 'it is a folder, name a file in it', ru: 'это папка, назовите файл в ней' },
  EACCES: { en: 'this user may not open it, give them the right to', ru: 'этому пользователю его нельзя открыть, дайте ему права' },
  EPERM: { en: 'this user may not open it, give them the right to', ru: 'этому пользователю его нельзя открыть, дайте ему права' },
  ENOSPC: { en: 'the disk is full, make room on it', ru: 'на диске нет места, освободите его' },
};

export function refusal(kind: keyof typeof REFUSALS, locale: CliLocale, said: { readonly name?: string; readonly trouble?: string } = {}) {
  const text = REFUSALS[kind][locale].replaceAll('{name}', () => said.name ?? '').replaceAll('{trouble}', () => said.trouble ?? '');
  return new StartRefused(text);
}

/** What is wrong with a file, null when the error is of something else; what has no words of ours says the system's own. */
export function fileTrouble(error: unknown, locale: CliLocale): string | null {
  const code = systemErrorCode(error) ?? '';
  if (!/^E[A-Z]+$/.test(code)) return null;
  return FILE_TROUBLES[code]?.[locale] ?? messageOf(error);
}
