/** The words sentences are put together from. */
import { missingText } from '../contract/refusal-texts.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { type OrderStory, ruleKey, type StoryEvent } from './order-story.ts';

export function both(tell: (locale: Locale) => string): LocalizedText {
  return { ru: tell('ru'), en: tell('en') };
}

/** `300 ₽` or `120 баллов`. */
export function valueText(unit: Unit, amount: bigint): LocalizedText {
  const programId = findPointsProgramId(unit);
  return both((locale) =>
    programId === null ? formatMoney(amount, unit, locale) : missingText({ kind: 'points', points: amount, programId }, locale),
  );
}

/** A day and minute in the programme's zone. */
export function dateText(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at);
}

export function personText(story: OrderStory, customerId: string): LocalizedText {
  return story.people.get(customerId) ?? { ru: 'неизвестный клиент', en: 'an unknown customer' };
}

/** A rule by what has to happen for it, quoted: in the words of the version that decided, else of the newest one that has it. */
export function ruleText(
  story: OrderStory,
  rule: { readonly programId: string; readonly ruleId: string; readonly versionNumber: number | null },
): LocalizedText {
  const rules = story.programs.get(rule.programId)?.rules;
  const { ruleId } = rule;
  const text = rules?.get(ruleKey(ruleId, rule.versionNumber)) ?? rules?.get(ruleKey(ruleId, null)) ?? { ru: ruleId, en: ruleId };
  return {
    ru: `«${text.ru.replaceAll('«', '„').replaceAll('»', '“')}»`,
    en: `“${text.en.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  };
}

/** A rule as it stood in the version by which the event was decided. */
export function decidedRuleText(
  story: OrderStory,
  event: StoryEvent,
  { programId, ruleId }: { readonly programId: string | null; readonly ruleId: string },
): LocalizedText {
  const id = programId === null ? '' : uuidOf(programId);
  return ruleText(story, { programId: id, ruleId, versionNumber: event.versions.get(id)?.get(ruleId) ?? null });
}

/** A programme by its name, quoted. */
export function programText(story: OrderStory, wireProgramId: string): LocalizedText {
  const name = story.programs.get(uuidOf(wireProgramId))?.name;
  return name === undefined ? { ru: 'Программа', en: 'Programme' } : { ru: `«${name.ru}»`, en: `“${name.en}”` };
}

/** The uuid of an id as the wire writes it (`cus_…`, `prg_…`). */
export function uuidOf(wireId: string): string {
  const hex = wireId.slice(4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
