/** What a newer version makes worse about tiers and perks. */
import type { ProgramDocument, Tier } from '../domain/program/document.ts';
import { isLowered } from '../domain/program/less-benefit.ts';
import { bindsRewards, perksOf } from '../domain/program/perk.ts';
import type { Perk } from '../domain/program/perk-terms.ts';
import type { TierCondition, TierExpiry } from '../domain/program/tier-condition.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { entryWords, keepingWords, perkLine } from '../texts/tier-words.ts';
import { dateWords, inBoth } from '../texts/wording.ts';
import { worseRules } from './worse-rule.ts';
import { dropped, type WorseTerm, worsened } from './worse-term.ts';

export function worseTiers(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  return before.tiers.flatMap((tier, index) => {
    const at = now.tiers.findIndex(({ id }) => id === tier.id);
    const next = now.tiers[at];
    const name = { ru: `уровень «${tier.name.ru}»`, en: `tier “${tier.name.en}”` };
    if (next === undefined) return [dropped(`/tiers/${index}`, name)];
    return worseTier(tier, next, { before, now, path: `/tiers/${at}` });
  });
}

function worseTier(
  before: Tier,
  now: Tier,
  { before: older, now: newer, path }: { readonly before: ProgramDocument; readonly now: ProgramDocument; readonly path: string },
): readonly WorseTerm[] {
  const found: WorseTerm[] = [];
  const isBarred = before.entry.acceptance === 'none' && now.entry.acceptance === 'partnerTerms';
  if (isBarred || asksMore(before.entry.if, now.entry.if)) {
    found.push(
      worsened(`${path}/entry`, { ru: `Вход на уровень «${now.name.ru}»`, en: `Entering tier “${now.name.en}”` }, (locale) => ({
        before: entryWords(before, older, locale),
        now: entryWords(now, newer, locale),
      })),
    );
  }
  if (isHarderToKeep(before, now)) {
    found.push(
      worsened(`${path}/keep`, { ru: `Как остаться на уровне «${now.name.ru}»`, en: `Staying in tier “${now.name.en}”` }, (locale) => ({
        before: keepingWords(before, older, locale),
        now: keepingWords(now, newer, locale),
      })),
    );
  }
  for (const perk of perksOf(older).filter(({ id }) => before.perks.includes(id) && !now.perks.includes(id))) {
    found.push(
      dropped(
        `${path}/perks`,
        inBoth((locale) => perkLine(perk, before, locale)),
      ),
    );
  }
  const replaced = now.replaces.filter((id) => !before.replaces.includes(id));
  const lost = older.rules.filter(({ id }) => replaced.includes(id));
  const rules = { before: { document: older, rules: before.rules }, now: { document: newer, rules: now.rules }, path: `${path}/rules` };
  const stoodIn = { before: { document: older, rules: lost }, now: { document: newer, rules: [] }, path: `${path}/replaces` };
  return [...found, ...worseRules(rules), ...worseRules(stoodIn)];
}

const DOWN: readonly Tier['downgrade'][] = ['none', 'oneStep', 'toEarned'];

function isHarderToKeep(before: Tier, now: Tier): boolean {
  if (now.downgrade === 'none') return false;
  return (
    DOWN.indexOf(now.downgrade) > DOWN.indexOf(before.downgrade) ||
    // Where both keep by their entry, what is asked to enter tells it.
    ((before.keep !== null || now.keep !== null) && asksMore(before.keep ?? before.entry.if, now.keep ?? now.entry.if)) ||
    now.graceDays < before.graceDays ||
    isSooner(before.expiry, now.expiry)
  );
}

/** Whether any newer condition is met by fewer than the older ones: unknown ones count as such. */
function asksMore(before: readonly TierCondition[], now: readonly TierCondition[]): boolean {
  return now.some((condition) => !before.some((known) => impliesCondition(known, condition)));
}

function impliesCondition(before: TierCondition, now: TierCondition): boolean {
  if (before.kind !== now.kind) return false;
  if ('withinDays' in before && 'withinDays' in now && isLowered(before.withinDays, now.withinDays)) return false;
  if ('atLeastMinor' in before && 'atLeastMinor' in now) return now.atLeastMinor <= before.atLeastMinor;
  if (before.kind === 'score' && now.kind === 'score') return now.atLeast <= before.atLeast && (before.required || !now.required);
  if ('atLeast' in before && 'atLeast' in now) return now.atLeast <= before.atLeast;
  return true;
}

function isSooner(before: TierExpiry | null, now: TierExpiry | null): boolean {
  if (now === null) return false;
  if (before === null || before.kind !== now.kind) return true;
  if (before.kind === 'days' && now.kind === 'days') return now.days < before.days;
  if (before.kind === 'months' && now.kind === 'months') return now.months < before.months;
  return before.kind === 'yearly' && now.kind === 'yearly' && (before.month !== now.month || before.day !== now.day);
}

export function worsePerks(before: ProgramDocument, now: ProgramDocument): readonly WorseTerm[] {
  return perksOf(before).flatMap((perk, index) => {
    const at = perksOf(now).findIndex(({ id }) => id === perk.id);
    const next = perksOf(now)[at];
    if (next === undefined)
      return [
        dropped(
          `/perks/${index}`,
          inBoth((locale) => perkLine(perk, null, locale)),
        ),
      ];
    if (!isLessPerk(perk, next)) return [];
    return [
      worsened(`/perks/${at}`, { ru: 'Привилегия', en: 'Perk' }, (locale) => ({
        before: datedPerk(perk, before, locale),
        now: datedPerk(next, now, locale),
      })),
    ];
  });
}

function isLessPerk(before: Perk, now: Perk): boolean {
  return (
    before.kind !== now.kind ||
    isLowered(before.capacity, now.capacity) ||
    isLowered(before.validDays, now.validDays) ||
    isLowered(instant(before.endsAt), instant(now.endsAt)) ||
    isLater(before.startsAt, now.startsAt) ||
    isLater(before.opensAt, now.opensAt) ||
    now.perMember < before.perMember ||
    (!bindsRewards(before) && bindsRewards(now)) ||
    (!before.revokeOnRefund && now.revokeOnRefund) ||
    Object.entries(before.earlierHours).some(([tierId, hours]) => (now.earlierHours[tierId] ?? 0) < hours)
  );
}

function datedPerk(perk: Perk, { timeZone }: ProgramDocument, locale: Locale): string {
  const on = (at: Date | null, ru: string, en: string): readonly string[] =>
    at === null ? [] : [`${locale === 'ru' ? ru : en} ${dateWords(at, timeZone, locale)}`];
  const dates = [
    ...on(perk.startsAt, 'начало', 'starts on'),
    ...on(perk.endsAt, 'конец', 'ends on'),
    ...on(perk.opensAt, 'открытие для всех', 'opens for everybody on'),
  ];
  return [perkLine(perk, null, locale), ...dates].join(', ');
}

/** Whether something begins later than it did; null = it has begun. */
function isLater(before: Date | null, now: Date | null): boolean {
  return now !== null && (before === null || now > before);
}

function instant(at: Date | null): number | null {
  return at === null ? null : at.getTime();
}
