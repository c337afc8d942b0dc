import type { LocalizedText } from '../domain/program/document.ts';

const TEXTS: Readonly<Record<string, LocalizedText>> = {
  'status-unknown': {
    ru: 'Такое состояние не названо в соответствии: сообщение сохранено, ничего не сделано.',
    en: 'The mapping does not name this state: the message is kept, nothing was done.',
  },
  'nothing-to-do': { ru: 'По этому состоянию ничего делать не нужно.', en: 'Nothing is to be done for this state.' },
  unreadable: { ru: 'Это не JSON и не форма.', en: 'This is neither JSON nor a form.' },
  missing: { ru: 'Поле не найдено в сообщении.', en: 'The field was not found in the message.' },
  amount: { ru: 'Не похоже на сумму.', en: 'Not an amount.' },
  time: { ru: 'Не похоже на дату.', en: 'Not a date.' },
  currency: { ru: 'Нет валюты или такой валюты не бывает.', en: 'No currency, or none that exists.' },
  'order-not-found': {
    ru: 'Магазин не отдал этот заказ при перепроверке: подтвердите его сами.',
    en: 'The shop did not show this order when asked again: confirm it yourself.',
  },
  'order-differs': {
    ru: 'При перепроверке магазин отдал другой заказ: ничего не сделано.',
    en: 'Asked again, the shop showed another order: nothing was done.',
  },
  'contact-left-out': {
    ru: 'Такого адреса или телефона не бывает: заказ принят без него.',
    en: 'No such address or phone exists: the order was taken without it.',
  },
  erased: { ru: 'Данные этого человека удалены.', en: 'The data of this person were erased.' },
};

/** Why a payload led to nothing, or to less than it says, for its owner. */
export function connectorReasonText(code: string): LocalizedText {
  return TEXTS[code] ?? { ru: code, en: code };
}
