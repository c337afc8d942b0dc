/** What the bank and the accountant take away: tables in CSV that a table program opens without running anything in them. */
import { stringify } from 'csv-stringify/sync';
import { wireId } from '../domain/ids.ts';
import { minorDigits } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
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
  readonly movements: readonly Movement[];
}

export function statementCsv(table: StatementTable, locale: Locale): string {
  let balance = table.opening;
  const money = (amount: bigint): string => decimalText(amount, table.currency, locale);
  const opening = ['', locale === 'ru' ? 'Остаток на начало' : 'Opening balance', '', '', money(balance), table.currency];
  const lines = table.movements.map((movement) => {
    balance += movement.amount;
    return [
      movement.at.toISOString(),
      movementText(movement.reason)[locale],
      movement.orderId ?? '',
      money(movement.amount),
      money(balance),
      table.currency,
    ];
  });
  return csv([STATEMENT_HEADER[locale], opening, ...lines], locale);
}

const MOVEMENT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'reward-held': { ru: 'Награда начислена и ждёт', en: 'Reward earned and held' },
  'reward-issued': { ru: 'Награда начислена', en: 'Reward earned' },
  'reward-reversed': { ru: 'Награда снята из-за возврата', en: 'Reward taken back' },
  'reward-denied': { ru: 'Награда отклонена', en: 'Reward denied' },
  'reservation-captured': { ru: 'Оплачено с баланса', en: 'Paid from the balance' },
  'credit-returned': { ru: 'Возвращено на баланс', en: 'Returned to the balance' },
  'lot-expired': { ru: 'Сгорело по сроку', en: 'Expired' },
  adjustment: { ru: 'Поправка вручную', en: 'Adjustment by hand' },
  'opening-balance': { ru: 'Начальный остаток', en: 'Opening balance carried over' },
  'payout-came-back': { ru: 'Выплата вернулась из банка', en: 'The bank returned a payout' },
  'payout-paid': { ru: 'Выплачено', en: 'Paid out' },
  merge: { ru: 'Объединение с другим клиентом', en: 'Merged with another customer' },
};

/** Every reason by which value comes to or leaves a member; an unknown one shows its own name rather than nothing. */
export function movementText(reason: string): LocalizedText {
  return MOVEMENT_TEXTS[reason] ?? { ru: reason, en: reason };
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
