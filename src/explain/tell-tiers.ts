/** Who moved on a ladder with the event, why, and what will be lost. */
import type { TierChangeReason } from '../domain/facts/standing.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { both, dateText, type Locale, personText, uuidOf } from './telling.ts';

const REASONS: Readonly<Record<TierChangeReason, LocalizedText>> = {
  earned: { ru: 'условия ступени выполнены', en: 'its conditions are met' },
  accepted: { ru: 'приглашение и условия приняты', en: 'the invitation and its terms were accepted' },
  'not-kept': { ru: 'условия больше не выполняются', en: 'its conditions are no longer met' },
  'entry-undone': { ru: 'то, за что ступень дана, отменено', en: 'what had earned it was undone' },
  'tier-removed': { ru: 'в программе больше нет такой ступени', en: 'the programme has no such tier any more' },
  'membership-ended': { ru: 'участие закончилось', en: 'the membership ended' },
};

export function tellTiers(story: OrderStory, event: StoryEvent): Sentence[] {
  return (event.answer.tierChanges ?? []).map(({ programId, customerId, from, to, reason }) => ({
    at: event.occurredAt,
    kind: 'tier',
    ...both((locale) => {
      const names = { from: tierName(story, programId, from, locale), to: tierName(story, programId, to, locale) };
      const who = personText(story, uuidOf(customerId))[locale];
      return locale === 'ru'
        ? `${who}: ступень ${names.from} → ${names.to} (${REASONS[reason].ru}).`
        : `${who}: tier ${names.from} → ${names.to} (${REASONS[reason].en}).`;
    }),
  }));
}

/** The note `tier-will-drop`. */
export function tierDropText(story: OrderStory, note: Readonly<Record<string, string | number | boolean | null>>): LocalizedText {
  const programId = String(note['programId']);
  const zone = story.programs.get(uuidOf(programId))?.timeZone ?? 'UTC';
  return both((locale) => {
    const who = personText(story, uuidOf(String(note['customerId'])))[locale];
    const tier = tierName(story, programId, textOf(note['tierId']), locale);
    const to = tierName(story, programId, textOf(note['to']), locale);
    const at = dateText(new Date(String(note['at'])), zone, locale);
    return locale === 'ru' ? `${who}: ${at} ступень ${tier} сменится на ${to}.` : `${who}: on ${at} the tier ${tier} will change to ${to}.`;
  });
}

function tierName(story: OrderStory, programId: string, tierId: string | null, locale: Locale): string {
  if (tierId === null) return locale === 'ru' ? 'без ступени' : 'none';
  const name = story.programs.get(uuidOf(programId))?.tiers.get(tierId)?.[locale] ?? tierId;
  return locale === 'ru' ? `«${name}»` : `“${name}”`;
}

function textOf(value: string | number | boolean | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
