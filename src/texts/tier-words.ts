/** Tiers in words: what they ask, what they bring, and how one is lost. */
import type { ProgramDocument, Tier } from '../domain/program/document.ts';
import type { Perk, PerkKind } from '../domain/program/perk-terms.ts';
import type { TierCondition, TierExpiry } from '../domain/program/tier-condition.ts';
import { assertNever } from '../domain/result.ts';
import { counted, groupedDigits, type Locale } from '../domain/words/number-words.ts';
import { listWords, moneyWords } from './wording.ts';

export function tierConditionWords(condition: TierCondition, document: ProgramDocument, locale: Locale): string {
  const isRussian = locale === 'ru';
  switch (condition.kind) {
    case 'paidOrders':
      return withWindow(countWords(condition.atLeast, { ru: 'оплаченных заказов', en: 'paid orders' }, locale), condition, locale);
    case 'spend': {
      const least = moneyWords(condition.atLeastMinor, document, locale);
      return withWindow(isRussian ? `покупки на ${least} и больше` : `purchases of ${least} or more`, condition, locale);
    }
    case 'margin': {
      const least = moneyWords(condition.atLeastMinor, document, locale);
      return withWindow(
        isRussian ? `наша прибыль с ваших покупок от ${least}` : `a margin on your purchases of ${least} or more`,
        condition,
        locale,
      );
    }
    case 'qualifiedReferrals':
      return withWindow(countWords(condition.atLeast, { ru: 'засчитанных друзей', en: 'counted friends' }, locale), condition, locale);
    case 'scoresGiven':
      return withWindow(countWords(condition.atLeast, { ru: 'отзывов', en: 'reviews' }, locale), condition, locale);
    case 'score': {
      const least = groupedDigits(condition.atLeast, locale);
      if (condition.required) return isRussian ? `последняя оценка не ниже ${least}` : `a latest score of ${least} or more`;
      return isRussian ? `последняя оценка, если она есть, не ниже ${least}` : `a latest score, if any, of ${least} or more`;
    }
    case 'noOpenComplaint':
      return isRussian ? 'нет открытых жалоб' : 'no open complaint';
    case 'daysSinceJoining': {
      const days = counted(condition.atLeast, 'day', locale);
      return isRussian ? `${days} в программе` : `${days} in the programme`;
    }
    default:
      return assertNever(condition);
  }
}

function countWords(count: number, noun: { readonly ru: string; readonly en: string }, locale: Locale): string {
  const digits = groupedDigits(count, locale);
  return locale === 'ru' ? `${noun.ru}: ${digits} или больше` : `${digits} or more ${noun.en}`;
}

function withWindow(words: string, { withinDays }: { readonly withinDays: number | null }, locale: Locale): string {
  if (withinDays === null) return words;
  const days = counted(withinDays, 'day', locale);
  return locale === 'ru' ? `${words} за ${days}` : `${words} within ${days}`;
}

/** What opens the tier, in one phrase: `оплаченных заказов: 2 или больше и нет открытых жалоб`. */
export function entryWords(tier: Tier, document: ProgramDocument, locale: Locale): string {
  const asked = listWords(
    tier.entry.if.map((condition) => tierConditionWords(condition, document, locale)),
    'and',
    locale,
  );
  const conditions = asked === '' ? { ru: 'без условий', en: 'no conditions' }[locale] : asked;
  if (tier.entry.acceptance === 'none') return conditions;
  return locale === 'ru'
    ? `${conditions}; вход — после согласия с условиями партнёра`
    : `${conditions}; entered by accepting the partner terms`;
}

/** How long it lasts and what happens after: null when it is for life and never checked. */
export function keepingWords(tier: Tier, document: ProgramDocument, locale: Locale): string {
  const isRussian = locale === 'ru';
  const kept = listWords(
    (tier.keep ?? []).map((condition) => tierConditionWords(condition, document, locale)),
    'and',
    locale,
  );
  if (tier.downgrade === 'none') return isRussian ? 'Уровень остаётся навсегда.' : 'The tier stays for life.';
  const term =
    tier.expiry === null
      ? ''
      : { ru: ` Срок: ${expiryWords(tier.expiry, locale)}.`, en: ` Its term: ${expiryWords(tier.expiry, locale)}.` }[locale];
  const grace =
    tier.graceDays === 0
      ? ''
      : { ru: ` Запас времени: ${counted(tier.graceDays, 'day', locale)}.`, en: ` Grace: ${counted(tier.graceDays, 'day', locale)}.` }[
          locale
        ];
  const down =
    tier.downgrade === 'oneStep'
      ? { ru: ' Потом — на уровень ниже.', en: ' Then one tier down.' }[locale]
      : { ru: ' Потом — на тот уровень, который заслужен.', en: ' Then the tier that is still earned.' }[locale];
  const condition = tier.keep === null ? sameWords(tier, locale) : keepWords(kept, locale);
  return isRussian ? `${condition}.${term}${grace}${down}` : `${condition}.${term}${grace}${down}`;
}

/** For life, without a term or conditions to stay: lost only when a refund or staff undid what had earned it. */
function sameWords(tier: Tier, locale: Locale): string {
  if (tier.expiry !== null) return { ru: 'То же нужно и потом', en: 'The same is asked later on' }[locale];
  return { ru: 'Остаётся навсегда, если не отменено то, за что дан', en: 'It stays for life unless what had earned it is undone' }[locale];
}

function keepWords(kept: string, locale: Locale): string {
  if (kept === '') return locale === 'ru' ? 'Потом ничего не нужно' : 'Nothing is asked later on';
  return locale === 'ru' ? `Чтобы сохранить: ${kept}` : `To keep it: ${kept}`;
}

function expiryWords(expiry: TierExpiry, locale: Locale): string {
  switch (expiry.kind) {
    case 'days':
      return counted(expiry.days, 'day', locale);
    case 'months':
      return counted(expiry.months, 'month', locale);
    case 'yearly': {
      const day = `${String(expiry.day).padStart(2, '0')}.${String(expiry.month).padStart(2, '0')}`;
      return locale === 'ru' ? `до ближайшего ${day}` : `until the next ${day} (day.month)`;
    }
    default:
      return assertNever(expiry);
  }
}

const PERK_KINDS: Readonly<Record<PerkKind, { readonly ru: string; readonly en: string }>> = {
  seat: { ru: 'место на мероприятии', en: 'a place at an event' },
  earlyAccess: { ru: 'ранний доступ', en: 'early access' },
  access: { ru: 'доступ', en: 'access' },
  service: { ru: 'услуга', en: 'a service' },
  announcement: { ru: 'новости раньше других', en: 'news before others' },
  goods: { ru: 'вещь', en: 'a thing' },
  codes: { ru: 'код', en: 'a code' },
};

/** `«Закрытый вебинар» — место на мероприятии, действует 30 дней`. */
export function perkLine(perk: Perk, tier: Tier | null, locale: Locale): string {
  const name = locale === 'ru' ? `«${perk.name.ru}»` : `“${perk.name.en}”`;
  const earlier = tier === null ? 0 : (perk.earlierHours[tier.id] ?? 0);
  const parts = [
    PERK_KINDS[perk.kind][locale],
    ...(earlier === 0
      ? []
      : [
          locale === 'ru'
            ? `на ${counted(earlier, 'hour', locale)} раньше остальных`
            : `${counted(earlier, 'hour', locale)} before everybody`,
        ]),
    ...(perk.capacity === null
      ? []
      : [locale === 'ru' ? `всего ${counted(perk.capacity, 'seat', locale)}` : `${counted(perk.capacity, 'seat', locale)} in all`]),
    ...(perk.validDays === null
      ? []
      : [locale === 'ru' ? `действует ${counted(perk.validDays, 'day', locale)}` : `valid for ${counted(perk.validDays, 'day', locale)}`]),
  ];
  return `${name} — ${parts.join(', ')}`;
}
