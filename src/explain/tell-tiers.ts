/** Who moved on a ladder with the event, why, and what will be lost. */
import type { TierChangeReason } from '../domain/facts/standing.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { both, dateText, personText, uuidOf } from './telling.ts';

const REASONS: Readonly<Record<TierChangeReason, LocalizedText>> = {
  earned: { ru: 'условия уровня выполнены', en: 'its conditions are met' },
  accepted: { ru: 'приглашение и условия приняты', en: 'the invitation and its terms were accepted' },
  'not-kept': { ru: 'условия больше не выполняются', en: 'its conditions are no longer met' },
  'entry-undone': { ru: 'то, за что уровень дан, отменено', en: 'what had earned it was undone' },
  'tier-removed': { ru: 'в программе больше нет такого уровня', en: 'the programme has no such tier any more' },
  'membership-ended': { ru: 'участие закончилось', en: 'the membership ended' },
};

export function tellTiers(story: OrderStory, event: StoryEvent): Sentence[] {
  return (event.answer.tierChanges ?? []).map((change) => ({
    at: event.occurredAt,
    kind: 'tier',
    ...both(
      (locale) =>
        `${personText(story, uuidOf(change.customerId))[locale]}: ${moveText(story, change, locale)} (${REASONS[change.reason][locale]}).`,
    ),
  }));
}

type TierChange = NonNullable<StoryEvent['answer']['tierChanges']>[number];

function moveText(story: OrderStory, { programId, from, to }: TierChange, locale: Locale): string {
  const isRussian = locale === 'ru';
  const name = (tierId: string): string => tierName(story, programId, tierId, locale);
  if (from === null) return isRussian ? `теперь уровень ${name(to ?? '')}` : `now in the tier ${name(to ?? '')}`;
  if (to === null) return isRussian ? `уровень ${name(from)} потерян` : `the tier ${name(from)} is lost`;
  return isRussian ? `уровень ${name(from)} сменился на ${name(to)}` : `the tier ${name(from)} changed to ${name(to)}`;
}

/** The note `tier-will-drop`. */
export function tierDropText(story: OrderStory, note: Readonly<Record<string, string | number | boolean | null>>): LocalizedText {
  const programId = String(note['programId']);
  const zone = story.programs.get(uuidOf(programId))?.timeZone ?? 'UTC';
  return both((locale) => {
    const who = personText(story, uuidOf(String(note['customerId'])))[locale];
    const tier = tierName(story, programId, String(note['tierId']), locale);
    const to = typeof note['to'] === 'string' ? tierName(story, programId, note['to'], locale) : null;
    const at = dateText(new Date(String(note['at'])), zone, locale);
    if (to === null)
      return locale === 'ru' ? `${who}: ${at} уровень ${tier} будет потерян.` : `${who}: the tier ${tier} will be lost on ${at}.`;
    return locale === 'ru' ? `${who}: ${at} уровень ${tier} сменится на ${to}.` : `${who}: on ${at} the tier ${tier} will change to ${to}.`;
  });
}

function tierName(story: OrderStory, programId: string, tierId: string, locale: Locale): string {
  const name = story.programs.get(uuidOf(programId))?.tiers.get(tierId)?.[locale] ?? tierId;
  return locale === 'ru' ? `«${name}»` : `“${name}”`;
}
