/** What moves a member's value, and what becomes of a payout, in words: one table for the cabinet's history and for statements. */
import type { PayoutStatus } from '../domain/facts/payout-entities.ts';
import type { LocalizedText } from '../domain/program/document.ts';

const MOVEMENT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'reward-held': { ru: 'Награда начислена и ждёт', en: 'Reward earned and held' },
  'reward-issued': { ru: 'Награда начислена', en: 'Reward earned' },
  'reservation-made': { ru: 'Отложено для заказа', en: 'Set aside for an order' },
  'reservation-voided': { ru: 'Вернулось: заказ не оформлен', en: 'Back: the order was not placed' },
  'debt-paid': { ru: 'Удержано в счёт долга', en: 'Taken for what was owed' },
  'payout-proposed': { ru: 'Отложено для выплаты', en: 'Set aside for a payout' },
  'payout-rejected': { ru: 'Выплата отклонена, деньги вернулись', en: 'The payout was refused, the money is back' },
  'reward-reversed': { ru: 'Награда снята из-за возврата', en: 'Reward taken back' },
  'reward-denied': { ru: 'Награда отклонена', en: 'Reward denied' },
  'reservation-captured': { ru: 'Оплачено с баланса', en: 'Paid from the balance' },
  'credit-retaken': { ru: 'Снова учтено в оплате заказа', en: 'Counted as paid again' },
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

/** What was held is its owner's to spend now. */
export const BECAME_AVAILABLE: LocalizedText = { ru: 'Награда стала доступна', en: 'A reward became available' };
/** What was set aside for an order is free again. */
export const BACK_ON_BALANCE: LocalizedText = { ru: 'Вернулось на баланс', en: 'Back on the balance' };

const PAYOUT_TEXTS: Readonly<Record<PayoutStatus, LocalizedText>> = {
  proposed: { ru: 'Готовится', en: 'Being prepared' },
  approved: { ru: 'Одобрена, скоро будет отправлена', en: 'Approved, to be sent soon' },
  rejected: { ru: 'Отклонена, деньги на балансе', en: 'Refused, the money is on the balance' },
  paid: { ru: 'Выплачено', en: 'Paid' },
  failed: { ru: 'Банк вернул, деньги на балансе', en: 'The bank returned it, the money is on the balance' },
};

/** What became of a payout, to its payee. */
export function payoutText(status: PayoutStatus): LocalizedText {
  return PAYOUT_TEXTS[status];
}
