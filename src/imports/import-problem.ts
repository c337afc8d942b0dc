/** Why a row, a header or a whole file was refused: a code for programs, a sentence in two languages for its owner. */
import { fillHoles } from '../domain/words/fill-holes.ts';
import type { Locale } from '../domain/words/number-words.ts';

const TEXT_BY_REASON = {
  'file-empty': { ru: 'Файл пуст', en: 'The file is empty' },
  'file-not-csv': {
    ru: 'Это не CSV (похоже на книгу Excel, архив, веб-страницу или JSON): откройте в Excel и сохраните как «CSV UTF-8»',
    en: 'This is not CSV but looks like an Excel workbook, an archive, a web page or JSON: open it in Excel and save it as "CSV UTF-8"',
  },
  'header-too-wide': { ru: 'Больше {limit} столбцов', en: 'More than {limit} columns' },
  'column-missing': {
    ru: 'Нет столбца «{column}». Найдены: {found}. Назовите его так: --map "{first}=заголовок в файле"',
    en: 'No column "{column}". Found: {found}. Name it with --map "{first}=header in the file"',
  },
  'column-duplicate': {
    ru: 'Несколько столбцов для «{column}»: {found}. Выберите один: --map "{column}=заголовок в файле"',
    en: 'Several columns for "{column}": {found}. Choose one with --map "{column}=header in the file"',
  },
  'map-malformed': {
    ru: 'Не понимаю «{text}» в --map: нужно наше=ваше, через запятую',
    en: 'Cannot read "{text}" in --map: write ours=theirs, separated by commas',
  },
  'map-column-unknown': {
    ru: 'В --map нет такого нашего столбца: «{column}». Есть: {known}',
    en: '--map names a column we do not have: "{column}". We have: {known}',
  },
  'map-column-twice': { ru: 'В --map дважды назван «{column}»', en: '--map names "{column}" twice' },
  'map-header-not-found': {
    ru: 'В --map указан заголовок «{header}», которого нет в файле (или он есть дважды). Найдены: {found}',
    en: '--map names the header "{header}", which the file lacks or has twice. Found: {found}',
  },
  'report-is-input': {
    ru: 'Отчёт об ошибках затёр бы сам загружаемый файл: дайте в --report другое имя',
    en: 'The error report would overwrite the very file that is imported: give --report another name',
  },
  'report-not-a-report': {
    ru: 'В файле {path} не отчёт об ошибках, он не тронут, ничего не загружено: дайте в --report другое имя',
    en: 'The file {path} is not an error report; it was left alone and nothing was imported: give --report another name',
  },
  'report-unwritable': {
    ru: 'Отчёт об ошибках некуда записать ({cause}), ничего не загружено: скажите куда, --report файл',
    en: 'The error report cannot be written ({cause}), and nothing was imported: say where with --report FILE',
  },
  'quote-unbalanced': {
    ru: 'Кавычки не закрыты или после закрывающей кавычки стоит лишний текст',
    en: 'A quote is not closed, or text follows a closing quote',
  },
  'row-too-long': { ru: 'Строка длиннее {limit} байт', en: 'The row is longer than {limit} bytes' },
  'cell-too-long': { ru: 'Ячейка длиннее {limit} символов', en: 'The cell is longer than {limit} characters' },
  'too-few-cells': { ru: 'Ячеек {actual}, а столбцов {expected}', en: '{actual} cells for {expected} columns' },
  'too-many-cells': { ru: 'Ячеек {actual}, а столбцов {expected}', en: '{actual} cells for {expected} columns' },
  'encoding-invalid': { ru: 'Символы не в кодировке файла ({encoding})', en: "Characters not in the file's encoding ({encoding})" },
  'control-character': { ru: 'Недопустимый управляющий символ', en: 'A control character is not allowed' },
  'value-missing': { ru: 'Пусто, а значение обязательно', en: 'Empty, but a value is required' },
  'value-too-long': { ru: 'Длиннее {limit} символов', en: 'Longer than {limit} characters' },
  'amount-not-a-number': { ru: 'Не похоже на сумму', en: 'Not an amount' },
  'amount-scientific': {
    ru: 'Число в виде 1E+15: Excel потерял цифры, задайте столбцу числовой формат',
    en: 'A number such as 1E+15: Excel has dropped digits, give the column a number format',
  },
  'amount-ambiguous': {
    ru: 'Непонятно, дробь это или тысячи: укажите --decimal-mark , или --decimal-mark .',
    en: 'Could be a fraction or thousands: say --decimal-mark , or --decimal-mark .',
  },
  'amount-too-many-decimals': {
    ru: 'Слишком много знаков после запятой: у {currency} их {digits}',
    en: 'Too many decimal places: {currency} has {digits}',
  },
  'amount-too-large': { ru: 'Сумма слишком велика', en: 'The amount is too large' },
  'amount-negative': { ru: 'Сумма меньше нуля', en: 'The amount is below zero' },
  'amount-zero': { ru: 'Сумма равна нулю', en: 'The amount is zero' },
  'currency-missing': {
    ru: 'Не указана валюта: добавьте столбец currency или --currency RUB',
    en: 'No currency: add a currency column or --currency USD',
  },
  'currency-unknown': { ru: 'Нет такой валюты в ISO 4217', en: 'Not an ISO 4217 currency' },
  'currency-mismatch': {
    ru: 'Знак валюты в сумме не совпадает с валютой строки ({currency})',
    en: "The amount's currency sign differs from the row's currency ({currency})",
  },
  'amount-exceeds-total': { ru: 'Больше суммы заказа', en: 'More than the total of the order' },
  'date-not-a-date': {
    ru: 'Не похоже на дату; подойдёт 2026-11-20 12:00 или 20.11.2026 12:00',
    en: 'Not a date; write 2026-11-20 12:00 or 20.11.2026 12:00',
  },
  'date-not-real': { ru: 'Такого дня или времени нет в календаре', en: 'No such day or time in the calendar' },
  'date-order': {
    ru: 'Похоже, месяц стоит на другом месте: --date-order mdy для месяц/день/год, dmy для день/месяц/год',
    en: 'The month seems to be elsewhere: --date-order mdy for month/day/year, dmy for day/month/year',
  },
  'date-order-of-file': {
    ru: 'Даты столбца «{column}» читаются только иначе: --date-order {order} (mdy — месяц/день/год, dmy — день/месяц/год) или перепишите их как 2026-12-31. Ничего не загружено',
    en: 'The dates of the column "{column}" can only be read another way: --date-order {order} (mdy is month/day/year, dmy day/month/year), or rewrite them as 2026-12-31. Nothing was imported',
  },
  'date-two-digit-year': { ru: 'Год нужен из четырёх цифр', en: 'The year needs four digits' },
  'date-serial': {
    ru: 'Это число Excel, а не дата: задайте столбцу формат даты',
    en: 'An Excel serial number, not a date: give the column a date format',
  },
  'date-out-of-range': { ru: 'Год вне 1970–2199', en: 'The year is outside 1970–2199' },
  'date-in-future': { ru: 'Дата в будущем', en: 'The date is in the future' },
  'date-in-past': { ru: 'Дата уже прошла', en: 'The date has passed' },
  'customer-missing': {
    ru: 'Нужен хотя бы один из столбцов: {columns}',
    en: 'At least one of these is needed: {columns}',
  },
  'email-invalid': { ru: 'Не похоже на адрес почты', en: 'Not an e-mail address' },
  'phone-invalid': { ru: 'Не похоже на номер телефона', en: 'Not a phone number' },
  'phone-scientific': {
    ru: 'Номер в виде 7,91E+10: Excel потерял цифры, задайте столбцу текстовый формат',
    en: 'A number such as 7.91E+10: Excel has dropped digits, give the column a text format',
  },
  'code-invalid': {
    ru: 'Код: от 3 до 32 букв (латиница или кириллица), цифр и дефисов внутри',
    en: 'A code has 3 to 32 Latin or Cyrillic letters, digits and inner hyphens',
  },
  'self-referral': { ru: 'Клиент указан своим же рекомендателем', en: 'The customer is named as their own referrer' },
  'status-unknown': { ru: 'Неизвестный статус; понимаю: {known}', en: 'Unknown status; known are: {known}' },
  'quantity-invalid': {
    ru: 'Нужно целое число от 0 до {limit}',
    en: 'A whole number from 0 to {limit} is needed',
  },
  'points-invalid': { ru: 'Нужно целое число баллов, не меньше 0', en: 'A whole number of points, 0 or more, is needed' },
  'consent-date-missing': {
    ru: 'У согласия должна быть дата, одного «да» мало',
    en: 'A consent needs its date, a bare "yes" is not enough',
  },
  'consent-proof-missing': {
    ru: 'У согласия нет подтверждения: где и как оно дано (столбец {column})',
    en: 'The consent has no proof of where and how it was given (column {column})',
  },
  'order-rows-disagree': {
    ru: 'Строки одного заказа расходятся: первая строка {first}',
    en: 'The rows of one order disagree; its first row is {first}',
  },
  'order-total-unclear': {
    ru: 'У заказа несколько строк с одной и той же суммой: это сумма заказа или строки? Укажите --map "line_total=…" для суммы строки',
    en: 'Several rows of the order carry the same amount: of the order or of the line? Say --map "line_total=…" for a line\'s amount',
  },
  'order-has-bad-row': {
    ru: 'Заказ не загружен целиком: в нём может не хватать строки {row}',
    en: 'The whole order is left out: row {row} may be missing from it',
  },
  'order-too-many-lines': { ru: 'В заказе больше {limit} строк', en: 'The order has more than {limit} lines' },
  'order-conflict': {
    ru: 'Заказ с таким номером уже загружен с другими данными; он не изменён',
    en: 'An order of this number is already imported with other data; it was left as it is',
  },
  'refund-conflict': {
    ru: 'Возврат с таким номером уже загружен с другими данными; он не изменён',
    en: 'A refund of this number is already imported with other data; it was left as it is',
  },
  'refund-exceeds-payment': { ru: 'Возвращено больше, чем оплачено', en: 'More was refunded than paid' },
  'refund-currency': { ru: 'Валюта возврата не та, что у заказа', en: 'The refund is in another currency than the order' },
  'customer-conflict': {
    ru: 'Клиент уже загружен с другими данными; он не изменён',
    en: 'The customer is already imported with other data; they were left as they are',
  },
  'code-taken': { ru: 'Код занят другим клиентом или не разрешён', en: 'The code belongs to another customer or is not allowed' },
  'referrer-unknown': {
    ru: 'Клиент загружен без рекомендателя: клиента с таким id нет',
    en: 'The customer was imported without a referrer: nobody has this id',
  },
  'referrer-code-unknown': {
    ru: 'Клиент загружен без рекомендателя: такого кода нет',
    en: 'The customer was imported without a referrer: there is no such code',
  },
  'referrer-conflict': {
    ru: 'У клиента уже загружен другой рекомендатель; он не изменён',
    en: 'Another referrer is already imported for the customer; they were left as they are',
  },
  'points-program-missing': {
    ru: 'Клиент загружен без баллов: укажите --program, чьи это баллы',
    en: 'The customer was imported without points: say --program, whose points they are',
  },
  'points-conflict': {
    ru: 'Баллы клиента уже загружены в другом количестве; они не изменены',
    en: "Another number of the customer's points is already imported; it was left as it is",
  },
  'internal-error': {
    ru: 'Строку не удалось сохранить из-за ошибки программы; остальные сохранены',
    en: 'The row could not be stored because of an error in the program; the others were',
  },
} as const;

export type ImportReason = keyof typeof TEXT_BY_REASON;

export interface ImportProblem {
  /** Record number in the file, the header being 1; 0 = the file as a whole. */
  readonly rowNumber: number;
  /** The header as the file writes it; null = the whole row. */
  readonly column: string | null;
  readonly reason: ImportReason;
  /** The offending text as the file holds it, empty where the whole row is meant. May be personal data. */
  readonly value: string;
  /** What the sentence names: limits, names, counts. */
  readonly detail: Readonly<Record<string, string>>;
}

/** A problem found in a value, before it is known in which row and column it stands. */
export interface ValueProblem {
  readonly reason: ImportReason;
  readonly detail: Readonly<Record<string, string>>;
}

export function valueProblem(reason: ImportReason, detail: Readonly<Record<string, string>> = {}): ValueProblem {
  return { reason, detail };
}

/** The sentence for the owner of the file, without row and column. */
export function explainProblem(problem: ValueProblem, locale: Locale): string {
  return fillHoles(TEXT_BY_REASON[problem.reason][locale], problem.detail);
}

/** Whether `text` is what we say of `reason`, with whatever the sentence names; a reason that is none of ours is never said. */
export function isExplanation(text: string, { reason, locale }: { readonly reason: string; readonly locale: Locale }): boolean {
  if (!isReason(reason)) return false;
  const parts = TEXT_BY_REASON[reason][locale].split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

function isReason(text: string): text is ImportReason {
  return Object.hasOwn(TEXT_BY_REASON, text);
}
