import type { LocalizedText, ProgramDocument, Tier } from './document.ts';
import { findRangeIssue, type ProgramIssue, type ProgramIssueCode, pointer } from './program-issue.ts';
import type { TierCondition, TierExpiry } from './tier-condition.ts';
import { checkStorableAmount } from './validate-amount.ts';
import { checkText } from './validate-text.ts';

const TIER_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;
const MAX_COUNT = 1_000_000;
const MAX_DAYS = 36_500;
const MAX_TERM_DAYS = 3_650;
const MAX_MONTHS = 120;
const MAX_SCORE = 10;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Everything wrong with the ladder but its rules, which are judged as the programme's own are. */
export function checkTiers(document: ProgramDocument): ProgramIssue[] {
  const perks = new Set((document.perks ?? []).map((perk) => perk.id));
  const rules = new Set(document.rules.map((rule) => rule.id));
  const seen = new Set<string>();
  return document.tiers.flatMap((tier, index) => {
    const field = pointer('/tiers', index);
    const isRepeated = seen.has(tier.id);
    seen.add(tier.id);
    return [
      ...(TIER_ID.test(tier.id) ? [] : [malformedId(field)]),
      ...(isRepeated ? [repeatedId(tier.id, field)] : []),
      ...checkTexts(tier, field),
      ...checkTierConditions(tier.entry.if, `${field}/entry/if`),
      ...checkTierConditions(tier.keep ?? [], `${field}/keep/if`),
      ...(tier.expiry === null ? [] : checkExpiry(tier.expiry, pointer(field, 'expiry'))),
      ...range(tier.graceDays, { field: pointer(field, 'graceDays'), least: 0, most: MAX_TERM_DAYS }),
      ...range(tier.warnDays, { field: pointer(field, 'warnDays'), least: 0, most: MAX_TERM_DAYS }),
      ...unknownIds(tier.perks, { known: perks, field: pointer(field, 'perks'), code: 'perk_unknown' }),
      ...unknownIds(tier.replaces, { known: rules, field: pointer(field, 'replaces'), code: 'rule_unknown' }),
      ...checkReach(document.tiers, index, field),
    ];
  });
}

/** Shares of what an order came to: nobody earns more than that. */
export function checkMargin({ margin }: ProgramDocument): ProgramIssue[] {
  if (margin === null) return [];
  const share = (basisPoints: bigint, field: string) => range(Number(basisPoints), { field, least: 0, most: 10_000 });
  return [
    ...share(margin.basisPoints, '/margin/basisPoints'),
    ...margin.categories.flatMap(({ basisPoints }, index) => share(basisPoints, `/margin/categories/${index}/basisPoints`)),
  ];
}

function checkTexts(tier: Tier, field: string): ProgramIssue[] {
  const texts: readonly (readonly [string, LocalizedText | null])[] = [
    ['name', tier.name],
    ['badge', tier.badge],
    ['greeting', tier.greeting],
    ['thankYou', tier.thankYou],
  ];
  return texts.flatMap(([name, text]) => (text === null ? [] : checkText(text, pointer(field, name))));
}

function checkTierConditions(conditions: readonly TierCondition[], field: string): ProgramIssue[] {
  return conditions.flatMap((condition, index) => checkTierCondition(condition, pointer(pointer(field, index), condition.kind)));
}

function checkTierCondition(condition: TierCondition, field: string): ProgramIssue[] {
  const at = pointer(field, 'atLeast');
  const window =
    'withinDays' in condition && condition.withinDays !== null
      ? range(condition.withinDays, { field: pointer(field, 'withinDays'), least: 1, most: MAX_DAYS })
      : [];
  switch (condition.kind) {
    case 'paidOrders':
    case 'qualifiedReferrals':
    case 'scoresGiven':
      return [...range(condition.atLeast, { field: at, least: 1, most: MAX_COUNT }), ...window];
    case 'spend':
    case 'margin':
      return [...checkStorableAmount(condition.atLeastMinor, pointer(at, 'amountMinor')), ...window];
    case 'score':
      return range(condition.atLeast, { field: at, least: 0, most: MAX_SCORE });
    case 'daysSinceJoining':
      return range(condition.atLeast, { field: at, least: 1, most: MAX_DAYS });
    case 'noOpenComplaint':
      return [];
  }
}

function checkExpiry(expiry: TierExpiry, field: string): ProgramIssue[] {
  if (expiry.kind === 'days') return range(expiry.days, { field: pointer(field, 'days'), least: 1, most: MAX_TERM_DAYS });
  if (expiry.kind === 'months') return range(expiry.months, { field: pointer(field, 'months'), least: 1, most: MAX_MONTHS });
  const days = MONTH_DAYS[expiry.month - 1];
  if (days !== undefined && expiry.day >= 1 && expiry.day <= days) return [];
  return [
    {
      code: 'value_not_allowed',
      field: pointer(field, 'yearly'),
      text: { ru: 'Такого дня в году нет; пример: 12-31.', en: 'No year has such a day; an example: 12-31.' },
    },
  ];
}

/** The highest tier that holds is earned: one whose conditions always bring a higher tier's as well is never reached. */
function checkReach(tiers: readonly Tier[], index: number, field: string): ProgramIssue[] {
  const tier = tiers[index];
  const higher = tiers.slice(index + 1).find((other) => other.entry.acceptance === 'none' && tier !== undefined && implies(tier, other));
  if (higher === undefined) return [];
  return [
    {
      code: 'tier_unreachable',
      field: pointer(field, 'entry'),
      text: {
        ru: `Кто выполнил эти условия, выполнил и условия уровня «${higher.id}» выше: на этот никто не попадёт. Сделайте условия верхнего строже.`,
        en: `Whoever meets these conditions meets those of “${higher.id}” above as well: nobody would stand here. Make the higher tier ask for more.`,
      },
    },
  ];
}

function implies(tier: Tier, other: Tier): boolean {
  return other.entry.if.every((wanted) => tier.entry.if.some((held) => isStricter(held, wanted)));
}

function isStricter(held: TierCondition, wanted: TierCondition): boolean {
  if (held.kind !== wanted.kind) return false;
  const isWithin = windowOf(held) <= windowOf(wanted);
  if ('atLeastMinor' in held && 'atLeastMinor' in wanted) return isWithin && held.atLeastMinor >= wanted.atLeastMinor;
  if (held.kind === 'score' && wanted.kind === 'score') return held.atLeast >= wanted.atLeast && (held.required || !wanted.required);
  return !('atLeast' in held && 'atLeast' in wanted) || (isWithin && held.atLeast >= wanted.atLeast);
}

function windowOf(condition: TierCondition): number {
  return ('withinDays' in condition ? condition.withinDays : null) ?? Number.POSITIVE_INFINITY;
}

function unknownIds(
  ids: readonly string[],
  of: { readonly known: ReadonlySet<string>; readonly field: string; readonly code: ProgramIssueCode },
): ProgramIssue[] {
  return ids.flatMap((id, index) =>
    of.known.has(id)
      ? []
      : [
          {
            code: of.code,
            field: pointer(of.field, index),
            text: { ru: `В программе нет «${id}»: проверьте написание.`, en: `The programme has no “${id}”: check its spelling.` },
          },
        ],
  );
}

function malformedId(field: string): ProgramIssue {
  return {
    code: 'tier_id_malformed',
    field: pointer(field, 'id'),
    text: {
      ru: 'Имя уровня: от 1 до 64 латинских букв, цифр, точек, подчёркиваний и дефисов, с буквой или цифрой по краям.',
      en: 'A tier id has 1 to 64 Latin letters, digits, dots, underscores and hyphens, with a letter or digit at both ends.',
    },
  };
}

function repeatedId(id: string, field: string): ProgramIssue {
  return {
    code: 'tier_id_repeated',
    field: pointer(field, 'id'),
    text: {
      ru: `Имя «${id}» уже занято другим уровнем; дайте этому своё.`,
      en: `The id “${id}” belongs to another tier; give this one its own.`,
    },
  };
}

function range(value: number, of: { readonly field: string; readonly least: number; readonly most: number }): ProgramIssue[] {
  const issue = findRangeIssue(value, of);
  return issue === null ? [] : [issue];
}
