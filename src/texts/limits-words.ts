import type { Budget, PerReferrerCap, ProgramDocument } from '../domain/program/document.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { listWords, moneyWords, pointsWords } from './wording.ts';

const PERIODS: Readonly<Record<PerReferrerCap['per'], { readonly ru: string; readonly en: string }>> = {
  day: { ru: 'за день', en: 'a day' },
  month: { ru: 'за календарный месяц', en: 'a calendar month' },
  year: { ru: 'за календарный год', en: 'a calendar year' },
  life: { ru: 'за всё время', en: 'in all' },
};

/** `не больше 20 наград за календарный год`. */
export function capWords(
  cap: PerReferrerCap,
  { document, unit, locale }: { document: ProgramDocument; unit: Budget['unit']; locale: Locale },
): string {
  const limits = [
    ...(cap.count === null ? [] : [counted(cap.count, locale === 'ru' ? 'ofReward' : 'reward', locale)]),
    ...(cap.amount === null ? [] : [budgetWords({ unit, amount: cap.amount }, document, locale)]),
  ];
  const most = listWords(limits, 'and', locale);
  const per = PERIODS[cap.per][locale];
  return locale === 'ru' ? `не больше ${most} ${per}` : `at most ${most} ${per}`;
}

export function budgetWords({ unit, amount }: Budget, document: ProgramDocument, locale: Locale): string {
  return unit === 'points' ? pointsWords(amount, { document, noun: 'ofPoint' }, locale) : moneyWords(amount, document, locale);
}
