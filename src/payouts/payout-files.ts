/** What the bank and the accountant take away: tables in CSV that a table program opens without running anything in them. */
import { stringify } from 'csv-stringify/sync';
import { wireId } from '../domain/ids.ts';
import { minorDigits } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { movementText } from '../texts/movement-words.ts';
import type { KnownPayee, Movement, ShownPayout } from './payouts.store.ts';

type Locale = keyof LocalizedText;

const REGISTER_HEADER: Readonly<Record<Locale, readonly string[]>> = {
  ru: [
    'Выплата',
    'Предложена',
    'Получатель',
    'Вид получателя',
    'Страна',
    'ИНН',
    'ОГРН/ОГРНИП',
    'КПП',
    'Счёт',
    'БИК',
    'Сумма',
    'Валюта',
    'Налог',
    'Назначение платежа',
  ],
  en: [
    'Payout',
    'Proposed',
    'Payee',
    'Payee type',
    'Country',
    'Tax id',
    'Registration',
    'Branch code',
    'Account',
    'Bank code',
    'Amount',
    'Currency',
    'Tax',
    'Purpose',
  ],
};

/** One row for each payout; a payee erased meanwhile leaves the personal cells empty. */
export function registerCsv(rows: readonly { readonly payout: ShownPayout; readonly known: KnownPayee | null }[], locale: Locale): string {
  const body = rows.map(({ payout, known }) => {
    const details = known?.details ?? null;
    return [
      wireId('pyo', payout.id),
      payout.proposedAt.toISOString().slice(0, 10),
      details?.name ?? '',
      known?.payee.payeeType ?? '',
      known?.payee.country ?? '',
      details?.taxId ?? '',
      details?.registrationNumber ?? '',
      details?.branchCode ?? '',
      details?.account ?? '',
      details?.bankCode ?? '',
      decimalText(payout.amount, payout.unit, locale),
      payout.unit,
      payout.taxHandling ?? '',
      locale === 'ru' ? 'Вознаграждение по реферальной программе' : 'Commission of the referral programme',
    ];
  });
  return csv([REGISTER_HEADER[locale], ...body], locale);
}

const STATEMENT_HEADER: Readonly<Record<Locale, readonly string[]>> = {
  ru: ['Дата', 'Что произошло', 'Заказ', 'Сумма', 'Остаток', 'Валюта'],
  en: ['Date', 'What happened', 'Order', 'Amount', 'Balance', 'Currency'],
};

export interface StatementTable {
  readonly currency: string;
  readonly opening: bigint;
  /** `day` is told in place of the instant. */
  readonly movements: readonly (Movement & { readonly day?: string })[];
}

export function statementCsv(table: StatementTable, locale: Locale): string {
  let balance = table.opening;
  const money = (amount: bigint): string => decimalText(amount, table.currency, locale);
  const opening = ['', locale === 'ru' ? 'Остаток на начало' : 'Opening balance', '', '', money(balance), table.currency];
  const lines = table.movements.map((movement) => {
    balance += movement.amount;
    return [
      movement.day ?? movement.at.toISOString(),
      movementText(movement.reason)[locale],
      movement.orderId ?? '',
      money(movement.amount),
      money(balance),
      table.currency,
    ];
  });
  return csv([STATEMENT_HEADER[locale], opening, ...lines], locale);
}

/** Minor units as a decimal of the currency's own digits; Russian tables take a comma. */
export function decimalText(minor: bigint, currency: string, locale: Locale): string {
  const places = minorDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}${locale === 'ru' ? ',' : '.'}${digits.slice(digits.length - places)}`;
}

function csv(rows: readonly (readonly string[])[], locale: Locale): string {
  return stringify(
    rows.map((row) => row.map(guardCell)),
    { bom: true, delimiter: locale === 'ru' ? ';' : ',' },
  );
}

/** Text that a table program would run gets an apostrophe (ASVS 1.2.10); a number with its sign is a number. */
function guardCell(cell: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}
