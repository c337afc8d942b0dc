/** What came, and what was remarkable about it. */
import type { Note } from '../domain/decision.ts';
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { byText } from './explain-texts.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { tierDropText } from './tell-tiers.ts';
import { both, personText } from './telling.ts';

export function tellEvent(story: OrderStory, event: StoryEvent): Sentence {
  const text = eventText(story, event);
  const isParked = event.answer.outcome === 'parked';
  return {
    at: event.occurredAt,
    kind: 'event',
    ru: isParked ? `${text.ru} Пришло раньше оплаты: отложено до неё.` : text.ru,
    en: isParked ? `${text.en} It came before the payment and waited for it.` : text.en,
  };
}

function eventText(story: OrderStory, event: StoryEvent): LocalizedText {
  const { orderId } = story;
  const who = event.customerId === null ? { ru: '', en: '' } : prefixed(personText(story, event.customerId));
  const total = amountText(event, event.said.totalMinor);
  switch (event.type) {
    case 'order.placed':
      return { ru: `Заказ ${orderId} оформлен${who.ru}${total.ru}.`, en: `Order ${orderId} was placed${who.en}${total.en}.` };
    case 'order.paid': {
      const part = event.said.amountMinor === null ? total : amountText(event, event.said.amountMinor);
      return { ru: `Заказ ${orderId}: оплата${who.ru}${part.ru}.`, en: `Order ${orderId}: paid${who.en}${part.en}.` };
    }
    case 'order.imported': {
      const back = importedRefundText(event);
      return {
        ru: `Заказ ${orderId} загружен из истории${who.ru}${total.ru}.${back.ru}`,
        en: `Order ${orderId} was imported from history${who.en}${total.en}.${back.en}`,
      };
    }
    case 'order.delivered':
      return { ru: `Заказ ${orderId} доставлен.`, en: `Order ${orderId} was delivered.` };
    case 'order.cancelled':
      return { ru: `Заказ ${orderId} отменён.`, en: `Order ${orderId} was cancelled.` };
    case 'order.refunded': {
      const amount = amountText(event, event.said.amountMinor);
      const whole = event.said.amountMinor === null;
      return {
        ru: `Возврат ${event.said.id ?? ''} по заказу ${orderId}${whole ? ': весь остаток' : amount.ru}.`,
        en: `Refund ${event.said.id ?? ''} of order ${orderId}${whole ? ': all that was left' : amount.en}.`,
      };
    }
    default:
      return ACT_TEXTS[event.type] ?? { ru: `Событие ${event.type}.`, en: `Event ${event.type}.` };
  }
}

/** History says in one row what was paid and what of it was given back; no more can be than was paid. */
function importedRefundText({ said: { currency, totalMinor, refundedMinor } }: StoryEvent): LocalizedText {
  if (currency === null || totalMinor === null || refundedMinor === null || refundedMinor === 0n) return { ru: '', en: '' };
  if (refundedMinor >= totalMinor) return { ru: ' Деньги за него вернули целиком.', en: ' It was refunded in full.' };
  return both((l) => {
    const amount = formatMoney(refundedMinor, currency, l);
    return l === 'ru' ? ` Из них возвращено ${amount}.` : ` Of that ${amount} was refunded.`;
  });
}

const ACT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'hold.released': { ru: 'Срок удержания закончился.', en: 'The hold came to its end.' },
  'reward.approved': { ru: 'Сотрудник одобрил награду.', en: 'Staff approved a reward.' },
  'reward.denied': { ru: 'Сотрудник отказал в награде.', en: 'Staff denied a reward.' },
  'reward.delivered': { ru: 'Подарок вручён.', en: 'The gift was handed over.' },
  'referral.corrected': { ru: 'Сотрудник исправил, кто привёл покупателя.', en: 'Staff corrected who brought the customer.' },
  'referral.reviewed': { ru: 'Сотрудник проверил приглашение.', en: 'Staff looked at the referral.' },
  'feedback.given': { ru: 'Покупатель оставил отзыв о заказе.', en: 'The buyer gave feedback on the order.' },
  'reservation.made': { ru: 'Для заказа зарезервирована часть баланса.', en: 'A part of the balance was reserved for the order.' },
  'reservation.captured': { ru: 'Зарезервированная часть баланса списана.', en: 'The reserved part of the balance was spent.' },
  'reservation.voided': { ru: 'Резерв баланса снят.', en: 'The reservation was voided.' },
  'coupon.reserved': { ru: 'Купоны заняты для заказа.', en: 'Coupons were locked for the order.' },
};

export function tellNote(story: OrderStory, event: StoryEvent, note: Note): Sentence[] {
  const text = noteText(story, event, note);
  return text === null ? [] : [{ at: event.occurredAt, kind: 'note', ...text }];
}

function noteText(story: OrderStory, event: StoryEvent, note: Note): LocalizedText | null {
  switch (note.kind) {
    case 'late':
      return {
        ru: 'Заказ сделан раньше уже известных: он отмечен как поздний и ничего не пересматривает.',
        en: 'The order is older than ones already known: it is marked as late and re-decides nothing.',
      };
    case 'late-touch':
      return both((l) =>
        l === 'ru'
          ? `Приглашение (${byText(String(note['by'])).ru}) пришло после того, как решено, кто привёл: оно сохранено и ничего не меняет.`
          : `A sign of an invitation (${byText(String(note['by'])).en}) came after it was settled who brought them: kept, changes nothing.`,
      );
    case 'touch-after-event':
      return both((l) =>
        l === 'ru'
          ? `Приглашение (${byText(String(note['by'])).ru}) было позже этого события: для него оно не считается.`
          : `A sign of an invitation (${byText(String(note['by'])).en}) came after this event and does not count for it.`,
      );
    case 'parked-applied': {
      const parked = story.events.find(({ sequence }) => sequence.toString() === note['sequence']);
      const what = parked === undefined ? null : eventText(story, parked);
      return { ru: `Применено отложенное: ${what?.ru ?? '—'}`, en: `What had waited was applied: ${what?.en ?? '—'}` };
    }
    case 'refund-cut': {
      const money = (detail: string, l: Locale): string => formatMoney(BigInt(String(note[detail] ?? 0)), currencyOf(story, event), l);
      return both((l) =>
        l === 'ru'
          ? `Возврат на ${money('asked', l)} больше оплаченного: применено ${money('applied', l)}, проверьте.`
          : `The refund of ${money('asked', l)} is more than was paid: ${money('applied', l)} was applied, please check.`,
      );
    }
    case 'refund-other-currency': {
      const money = (l: Locale): string => formatMoney(BigInt(String(note['asked'] ?? 0)), String(note['currency']), l);
      return both((l) =>
        l === 'ru'
          ? `Возврат на ${money(l)} — не в валюте заказа: он не применён, проверьте.`
          : `The refund of ${money(l)} is not in the currency of the order: it was not applied, please check.`,
      );
    }
    case 'reward-recounted':
      // One for each reward; once is enough to say.
      if (event.notes.find(({ kind }) => kind === note.kind) !== note) return null;
      return {
        ru: 'Этот друг больше не считается: бонусы рекомендателя за число друзей пересчитаны.',
        en: 'This friend counts no more: the referrer’s bonuses for the number of friends were counted anew.',
      };
    case 'tier-will-drop':
      return tierDropText(story, note);
    case 'overpaid':
      return overpaidText(note);
    case 'complaint-closed-before':
      return { ru: 'Она уже закрыта: об этом узнали раньше.', en: 'It is closed already, as was told before.' };
    case 'coupon-used':
      return { ru: `Использован купон ${note['code']}.`, en: `The coupon ${note['code']} was used.` };
    case 'coupon-returned':
      return couponReturnText(String(note['code']), String(note['status']));
    case 'shortfall-clamped':
      return {
        ru: 'Часть награды уже потрачена, программа прощает недостачу: долга нет.',
        en: 'A part of the reward was already spent and the programme forgives the shortfall: no debt was made.',
      };
    default:
      return null;
  }
}

function overpaidText(note: Note): LocalizedText {
  const [paid, total] = [BigInt(String(note['paid'])), BigInt(String(note['total']))];
  const money = (amount: bigint, l: Locale): string => formatMoney(amount, String(note['currency']), l);
  return both((l) =>
    l === 'ru'
      ? `Оплачено ${money(paid, l)} — больше суммы заказа ${money(total, l)}: лишнее (${money(paid - total, l)}) принято, проверьте.`
      : `${money(paid, l)} was paid for an order of ${money(total, l)}: the excess of ${money(paid - total, l)} was taken, please check.`,
  );
}

/** What became of a coupon that its order needs no more. */
function couponReturnText(code: string, status: string): LocalizedText {
  if (status === 'issued') return { ru: `Купон ${code} снова свободен.`, en: `The coupon ${code} is free again.` };
  if (status === 'expired')
    return { ru: `Купон ${code} не вернулся: его срок прошёл.`, en: `The coupon ${code} did not come back: it has expired.` };
  return {
    ru: `Купон ${code} не вернулся: отменена награда, за которую он дан.`,
    en: `The coupon ${code} did not come back: the reward it was given as was taken back.`,
  };
}

/** A refund of "the rest" names no currency: the order's own event does. */
function currencyOf(story: OrderStory, event: StoryEvent): string {
  return event.said.currency ?? story.events.find(({ said }) => said.currency !== null)?.said.currency ?? 'XXX';
}

function prefixed(who: LocalizedText): LocalizedText {
  return { ru: `, ${who.ru}`, en: `, ${who.en}` };
}

function amountText(event: StoryEvent, amountMinor: bigint | null): LocalizedText {
  const { currency } = event.said;
  if (currency === null || amountMinor === null) return { ru: '', en: '' };
  return both((locale) => `, ${formatMoney(amountMinor, currency, locale)}`);
}
