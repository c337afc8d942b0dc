/** When a reward becomes its owner's own: the date reasons of a hold and those only a person ends. */
import type { Grant, Hold, HoldReason, LocalizedText, PersonHoldReason, RuleTrigger } from '../domain/program/document.ts';
import { hasOrder } from '../domain/program/trigger.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { inBoth, listWords } from './wording.ts';

/** `сразу`, or `через 14 дней после доставки, а если доставка не отмечена — через 21 день после оплаты`. */
export function holdWords(hold: Hold | null, on: RuleTrigger, locale: Locale): string {
  if (hold === null) return locale === 'ru' ? 'сразу' : 'at once';
  const parts = [...(hold.days === null ? [] : [dateWords(hold, hold.days, { on, locale })]), ...personWords(hold, locale)];
  return listWords(parts, 'and', locale);
}

/** The longest wait comes first; legs that wait alike are told once. */
export function holdsWords(grants: readonly Grant[], on: RuleTrigger, locale: Locale): string {
  const words = grants.toSorted((a, b) => (b.hold?.days ?? 0) - (a.hold?.days ?? 0)).map(({ hold }) => holdWords(hold, on, locale));
  return [...new Set(words)].join(locale === 'ru' ? '; остальное — ' : '; the rest ');
}

function dateWords(hold: Hold, days: number, { on, locale }: { readonly on: RuleTrigger; readonly locale: Locale }): string {
  const after = counted(days, 'day', locale);
  if (!hasOrder(on)) return locale === 'ru' ? `через ${after}` : `${after} later`;
  if (hold.from === 'payment') return locale === 'ru' ? `через ${after} после оплаты` : `${after} after payment`;
  if (hold.orFromPaymentDays === null) {
    return locale === 'ru' ? `через ${after} после отметки о доставке` : `${after} after the delivery is recorded`;
  }
  const without = counted(hold.orFromPaymentDays, 'day', locale);
  return locale === 'ru'
    ? `через ${after} после доставки (если она не отмечена — через ${without} после оплаты)`
    : `${after} after delivery (${without} after payment when no delivery is recorded)`;
}

const PERSON_REASONS: Readonly<Record<PersonHoldReason, { readonly ru: string; readonly en: string }>> = {
  review: { ru: 'после проверки сотрудником', en: 'after a check by our staff' },
  'payer-consent': { ru: 'после согласия плательщика', en: 'after the payer has agreed' },
  'tax-data': { ru: 'после получения данных для налога', en: 'after the tax data are given' },
};

function personWords(hold: Hold, locale: Locale): readonly string[] {
  return hold.reasons.map((reason) => PERSON_REASONS[reason][locale]);
}

const HELD_BECAUSE: Readonly<Record<HoldReason, LocalizedText>> = {
  'return-window': { ru: 'Ждём, пока пройдёт срок возврата заказа.', en: 'Waiting while the order can be returned.' },
  review: { ru: 'Сотрудник магазина проверяет награду.', en: 'The shop is checking the reward.' },
  'payer-consent': { ru: 'Ждём согласия плательщика.', en: 'Waiting for the payer to agree.' },
  'tax-data': { ru: 'Ждём ваших данных для налога.', en: 'Waiting for your tax data.' },
};

/** Why a reward is held now, to its owner, in the cabinet and in mail alike. */
export function heldBecause(reasons: readonly HoldReason[]): LocalizedText {
  const told = reasons.length === 0 ? [HELD_BECAUSE['return-window']] : reasons.map((reason) => HELD_BECAUSE[reason]);
  return inBoth((locale) => told.map((text) => text[locale]).join(' '));
}
