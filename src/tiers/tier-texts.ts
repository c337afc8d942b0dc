/** What is missing to a tier, in words. */
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import type { TierCondition } from '../domain/program/tier-condition.ts';
import { assertNever } from '../domain/result.ts';
import { counted, groupedDigits, type Locale, type Noun, nounFor } from '../domain/words/number-words.ts';
import { missingOrders } from '../texts/missing-orders.ts';
import { inBoth, moneyWords } from '../texts/wording.ts';

/** `Ещё 1 оплаченный заказ за последние 365 дней`: the shortest sentence that says what to do. */
export function gapText(condition: TierCondition, missing: bigint, document: ProgramDocument): LocalizedText {
  return inBoth((locale) => withWindow(words(condition, { missing, document, locale }), condition, locale));
}

export const TERMS_TEXT: LocalizedText = {
  ru: 'Примите приглашение и условия партнёра.',
  en: 'Accept the invitation and the partner terms.',
};

interface Gap {
  readonly missing: bigint;
  readonly document: ProgramDocument;
  readonly locale: Locale;
}

function words(condition: TierCondition, { missing, document, locale }: Gap): string {
  const isRussian = locale === 'ru';
  const more = (noun: Noun, ru: string, en: string): string =>
    isRussian
      ? `Ещё ${counted(missing, noun, locale)}${ru}`
      : `${groupedDigits(missing, locale)} more ${nounFor(missing, noun, locale)}${en}`;
  switch (condition.kind) {
    case 'paidOrders':
      return missingOrders(missing, 'paid', locale);
    case 'spend':
      return isRussian
        ? `Покупки ещё на ${moneyWords(missing, document, locale)}`
        : `Purchases of ${moneyWords(missing, document, locale)} more`;
    case 'margin':
      return isRussian
        ? `Покупки с прибылью для нас ещё ${moneyWords(missing, document, locale)}`
        : `Purchases that earn us ${moneyWords(missing, document, locale)} more`;
    case 'qualifiedReferrals':
      return more('friend', ' с засчитанной покупкой', ' whose purchase counts');
    case 'scoresGiven':
      return more('score', '', '');
    case 'score':
      return isRussian ? `Оценка от ${condition.atLeast} за последний заказ` : `A latest score of ${condition.atLeast} or more`;
    case 'noOpenComplaint':
      return isRussian ? 'Решить открытую жалобу' : 'Settle the open complaint';
    case 'daysSinceJoining':
      return more('day', ' в программе', ' in the programme');
    default:
      return assertNever(condition);
  }
}

function withWindow(sentence: string, condition: TierCondition, locale: Locale): string {
  const days = 'withinDays' in condition ? condition.withinDays : null;
  if (days === null) return `${sentence}.`;
  return locale === 'ru'
    ? `${sentence} (считаются последние ${counted(days, 'day', locale)}).`
    : `${sentence} (the last ${counted(days, 'day', locale)} count).`;
}
