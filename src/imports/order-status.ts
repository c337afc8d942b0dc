/** `paid` = money was taken (delivered included), `placed` = not paid yet, `refunded` = paid and given back in full. */
export type ImportedStatus = 'paid' | 'placed' | 'cancelled' | 'refunded';

const STATUSES: readonly ImportedStatus[] = ['paid', 'placed', 'cancelled', 'refunded'];

const WORDS_BY_STATUS: Readonly<Record<ImportedStatus, readonly string[]>> = {
  paid: [
    'paid',
    'complete',
    'completed',
    'processing',
    'shipped',
    'fulfilled',
    'delivered',
    'closed',
    'done',
    'success',
    'captured',
    'partially refunded',
    'оплачен',
    'оплачено',
    'оплачена',
    'оплаченный',
    'выполнен',
    'выполнено',
    'завершен',
    'завершено',
    'доставлен',
    'доставлено',
    'отгружен',
    'отгружено',
    'отправлен',
    'выдан',
    'получен',
    'закрыт',
    'реализован',
  ],
  placed: [
    'placed',
    'new',
    'pending',
    'unpaid',
    'open',
    'on hold',
    'awaiting payment',
    'pending payment',
    'authorized',
    'новый',
    'новая',
    'принят',
    'не оплачен',
    'не оплачено',
    'не оплачена',
    'неоплачен',
    'ожидает оплаты',
    'ожидание оплаты',
    'создан',
    'оформлен',
  ],
  cancelled: [
    'cancelled',
    'canceled',
    'void',
    'voided',
    'failed',
    'declined',
    'expired',
    'отменен',
    'отменено',
    'отменена',
    'отмена',
    'аннулирован',
    'аннулировано',
    'отказ',
  ],
  refunded: ['refunded', 'returned', 'возвращен', 'возвращено', 'возврат', 'возвращена'],
};

const STATUS_BY_WORD: ReadonlyMap<string, ImportedStatus> = new Map(
  STATUSES.flatMap((status) => WORDS_BY_STATUS[status].map((word) => [word, status] as const)),
);

/** The state an order is in by the word its shop uses, in Russian or English; null for a word that could mean several. */
export function findImportedStatus(word: string): ImportedStatus | null {
  return (
    STATUS_BY_WORD.get(
      word
        .toLowerCase()
        .replaceAll('ё', 'е')
        .replace(/[\s_-]+/gu, ' ')
        .trim(),
    ) ?? null
  );
}

/** A few of the words per state, for the sentence that refuses another. */
export function listStatusWords(): string {
  return STATUSES.flatMap((status) => [WORDS_BY_STATUS[status][0], WORDS_BY_STATUS[status].find((word) => /[а-я]/.test(word))]).join(', ');
}
