import type { Benefit, ChoiceBenefit, DonationBenefit, ProgramDocument } from './document.ts';
import { findPerk, perksOf } from './perk.ts';
import type { Perk } from './perk-terms.ts';
import { findRangeIssue, type ProgramIssue, pointer } from './program-issue.ts';
import { checkPositiveAmount, checkRate, checkStorableAmount } from './validate-amount.ts';
import { checkText } from './validate-text.ts';

const PERK_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/;
const MAX_UNITS = 1_000_000_000;
const MAX_DAYS = 3650;
const MAX_HOURS = 8760;

/** Everything wrong with the perks themselves. */
export function checkPerks(document: ProgramDocument): ProgramIssue[] {
  const seen = new Set<string>();
  return perksOf(document).flatMap((perk, index) => {
    const field = pointer('/perks', index);
    const issues = [...checkId(perk, field, seen), ...checkText(perk.name, pointer(field, 'name')), ...checkNumbers(perk, field)];
    seen.add(perk.id);
    return [...issues, ...checkTimes(perk, field), ...checkOpening(perk, document, field), ...checkUrl(perk, field)];
  });
}

function checkId({ id }: Perk, field: string, seen: ReadonlySet<string>): ProgramIssue[] {
  const at = pointer(field, 'id');
  if (!PERK_ID.test(id)) {
    return [
      {
        code: 'perk_id_malformed',
        field: at,
        text: {
          ru: 'Имя привилегии: от 1 до 64 латинских букв, цифр, точек, подчёркиваний и дефисов, с буквой или цифрой по краям.',
          en: 'A perk id has 1 to 64 Latin letters, digits, dots, underscores and hyphens, with a letter or digit at both ends.',
        },
      },
    ];
  }
  if (!seen.has(id)) return [];
  const text = {
    ru: `Имя «${id}» уже занято другой привилегией; дайте этой своё.`,
    en: `The id “${id}” belongs to another perk; give this one its own.`,
  };
  return [{ code: 'perk_id_repeated', field: at, text }];
}

function checkNumbers(perk: Perk, field: string): ProgramIssue[] {
  const ranges = [
    ['capacity', perk.capacity, 1, MAX_UNITS],
    ['perMember', perk.perMember, 1, 1_000],
    ['validDays', perk.validDays, 1, MAX_DAYS],
    ['lowStockAt', perk.lowStockAt, 0, MAX_UNITS],
  ] as const;
  return [
    ...checkStorableAmount(perk.costMinor, pointer(pointer(field, 'cost'), 'amountMinor')),
    ...ranges.flatMap(([name, value, least, most]) => {
      const issue = value === null ? null : findRangeIssue(value, { field: pointer(field, name), least, most });
      return issue === null ? [] : [issue];
    }),
  ];
}

function checkTimes({ startsAt, endsAt, opensAt }: Perk, field: string): ProgramIssue[] {
  const start = opensAt ?? startsAt;
  if (start === null || endsAt === null || start < endsAt) return [];
  const text = { ru: 'Конец раньше начала: поменяйте время.', en: 'It ends before it begins: change the times.' };
  return [{ code: 'perk_times_reversed', field: pointer(field, 'endsAt'), text }];
}

/** Early access opens at a time, and earlier for tiers that exist; nothing else does. */
function checkOpening(perk: Perk, document: ProgramDocument, field: string): ProgramIssue[] {
  const tiers = Object.entries(perk.earlierHours);
  if (perk.kind !== 'earlyAccess') {
    const unused = perk.opensAt !== null ? 'opensAt' : tiers.length > 0 ? 'earlierHours' : null;
    if (unused === null) return [];
    const text = {
      ru: `«${unused}» бывает только у earlyAccess: уберите поле или поменяйте kind.`,
      en: `Only earlyAccess has “${unused}”: remove the field or change the kind.`,
    };
    return [{ code: 'perk_field_unused', field: pointer(field, unused), text }];
  }
  if (perk.opensAt === null) {
    const text = {
      ru: 'Раннему доступу нужно время, с которого он открыт всем: укажите «opensAt».',
      en: 'Early access needs the time from which everybody may enter: give “opensAt”.',
    };
    return [{ code: 'perk_opening_missing', field: pointer(field, 'opensAt'), text }];
  }
  return tiers.flatMap(([tier, hours]) => {
    const at = pointer(pointer(field, 'earlierHours'), tier);
    const issue = findRangeIssue(hours, { field: at, least: 1, most: MAX_HOURS });
    if (issue !== null) return [issue];
    return document.tiers.some(({ id }) => id === tier) ? [] : [unknownTier(tier, at)];
  });
}

function unknownTier(tier: string, field: string): ProgramIssue {
  const text = { ru: `Уровня «${tier}» в программе нет.`, en: `The programme has no tier “${tier}”.` };
  return { code: 'tier_unknown', field, text };
}

function checkUrl({ url }: Perk, field: string): ProgramIssue[] {
  if (url === null || WEB_ADDRESS.test(url)) return [];
  const text = { ru: 'Адрес начинается с https:// и не содержит пробелов.', en: 'An address begins with https:// and holds no spaces.' };
  return [{ code: 'perk_url_malformed', field: pointer(field, 'url'), text }];
}

/** Whether what a rule gives is in the document. */
export function checkPerkReferences(document: ProgramDocument, benefit: Benefit, field: string): ProgramIssue[] {
  if (benefit.kind === 'perk') return findPerk(document, benefit.perk) === null ? [unknownPerk(benefit.perk, pointer(field, 'perk'))] : [];
  if (benefit.kind !== 'choice') return [];
  return benefit.of.flatMap((id, index) =>
    findPerk(document, id) === null ? [unknownPerk(id, pointer(pointer(field, 'of'), index))] : [],
  );
}

function unknownPerk(id: string, field: string): ProgramIssue {
  const text = {
    ru: `Привилегии «${id}» в программе нет: опишите её в «perks».`,
    en: `The programme has no perk “${id}”: describe it in “perks”.`,
  };
  return { code: 'perk_unknown', field, text };
}

export function checkChoice(benefit: ChoiceBenefit, field: string): ProgramIssue[] {
  const days = findRangeIssue(benefit.withinDays, { field: pointer(field, 'withinDays'), least: 1, most: MAX_DAYS });
  const issues: ProgramIssue[] = days === null ? [] : [days];
  if (new Set(benefit.of).size < 2 || new Set(benefit.of).size < benefit.of.length) {
    const text = { ru: 'Выбирают хотя бы из двух разных привилегий.', en: 'A choice is between at least two different perks.' };
    issues.push({ code: 'choice_too_few', field: pointer(field, 'of'), text });
  }
  if (!benefit.of.includes(benefit.default)) {
    const text = { ru: 'Запасной вариант — один из списка «of».', en: 'The default is one of the list “of”.' };
    issues.push({ code: 'choice_default_missing', field: pointer(field, 'default'), text });
  }
  return issues;
}

export function checkDonation(benefit: DonationBenefit, field: string): ProgramIssue[] {
  if (benefit.how === 'fixed') return checkPositiveAmount(benefit.amountMinor, pointer(pointer(field, 'amount'), 'amountMinor'));
  const max = benefit.maxMinor === null ? [] : checkPositiveAmount(benefit.maxMinor, pointer(pointer(field, 'max'), 'amountMinor'));
  return [...checkRate(benefit.basisPoints, pointer(pointer(field, 'percent'), 'basisPoints')), ...max];
}
