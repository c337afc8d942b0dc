/** The terms of a programme as a page, made of its document: nothing typed by hand, so that terms and engine cannot disagree. */
import type { Grant, ProgramDocument, Rule, Tier } from '../domain/program/document.ts';
import { perksOf } from '../domain/program/perk.ts';
import { allRules } from '../domain/program/program-rules.ts';
import { capUnit } from '../domain/program/validate-limits.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { grantWords } from './benefit-words.ts';
import { disclosureByMember, disclosureToFriend } from './disclosure.ts';
import { enrolmentWords } from './enrolment-words.ts';
import { holdWords } from './hold-words.ts';
import { windowWords } from './how-it-works.ts';
import { budgetWords, capWords } from './limits-words.ts';
import { happeningWords } from './rule-words.ts';
import { standingText } from './standing-text.ts';
import { entryWords, keepingWords, perkLine } from './tier-words.ts';
import { capitalized, dateWords } from './wording.ts';

export type TermsSectionId =
  | 'who'
  | 'gains'
  | 'tiers'
  | 'when'
  | 'limits'
  | 'notCounted'
  | 'refunds'
  | 'expiry'
  | 'ending'
  | 'personalData'
  | 'disclosure';

export interface TermsSection {
  readonly id: TermsSectionId;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface TermsOf {
  readonly document: ProgramDocument;
  readonly versionNumber: number;
  /** Null for a draft. */
  readonly effectiveFrom: Date | null;
}

/** The sections in the order they are read; none is empty. */
export function termsSections(of: TermsOf, locale: Locale): readonly TermsSection[] {
  const { document } = of;
  const rules = allRules(document);
  const sections: readonly TermsSection[] = [
    { id: 'who', ...titled('who', locale), paragraphs: [enrolmentWords(document, locale), standingText('oneAccount', locale)] },
    { id: 'gains', ...titled('gains', locale), paragraphs: document.rules.flatMap((rule) => gainLines(rule, document, locale)) },
    { id: 'tiers', ...titled('tiers', locale), paragraphs: document.tiers.flatMap((tier) => tierLines(tier, document, locale)) },
    { id: 'when', ...titled('when', locale), paragraphs: whenLines(rules, locale) },
    { id: 'limits', ...titled('limits', locale), paragraphs: limitLines(document, locale) },
    { id: 'notCounted', ...titled('notCounted', locale), paragraphs: notCountedLines(document, locale) },
    {
      id: 'refunds',
      ...titled('refunds', locale),
      paragraphs: [standingText('refunds', locale), standingText(document.shortfall === 'debt' ? 'refundDebt' : 'refundForgiven', locale)],
    },
    { id: 'expiry', ...titled('expiry', locale), paragraphs: expiryLines(rules, document, locale) },
    {
      id: 'ending',
      ...titled('ending', locale),
      paragraphs: [versionLine(of, locale), standingText('changes', locale), standingText('ending', locale)],
    },
    {
      id: 'personalData',
      ...titled('personalData', locale),
      paragraphs: [standingText('personalData', locale), standingText('noContacts', locale)],
    },
    { id: 'disclosure', ...titled('disclosure', locale), paragraphs: disclosureLines(document, locale) },
  ];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The page as one text: what is hashed, shown and accepted. */
export function termsText(of: TermsOf, locale: Locale): string {
  const sections = termsSections(of, locale).map(({ title, paragraphs }) => [`## ${title}`, ...paragraphs].join('\n\n'));
  return `${[`# ${of.document.name[locale]}`, ...sections].join('\n\n')}\n`;
}

const TITLES: Readonly<Record<TermsSectionId, { readonly ru: string; readonly en: string }>> = {
  who: { ru: 'Кто участвует', en: 'Who may take part' },
  gains: { ru: 'Что получает каждый', en: 'What each side gets' },
  tiers: { ru: 'Уровни', en: 'Tiers' },
  when: { ru: 'Когда', en: 'When' },
  limits: { ru: 'Ограничения', en: 'Limits' },
  notCounted: { ru: 'Что не считается', en: 'What does not count' },
  refunds: { ru: 'Возвраты', en: 'Refunds' },
  expiry: { ru: 'Срок действия', en: 'Expiry' },
  ending: { ru: 'Изменения и окончание', en: 'Changes and ending' },
  personalData: { ru: 'Личные данные', en: 'Personal data' },
  disclosure: { ru: 'Открытость', en: 'Disclosure' },
};

function titled(id: TermsSectionId, locale: Locale): { readonly title: string } {
  return { title: TITLES[id][locale] };
}

const SIDES: Readonly<Record<Grant['to'], { readonly ru: string; readonly en: string }>> = {
  referrer: { ru: 'Рекомендатель получает', en: 'The referrer gets' },
  friend: { ru: 'Друг получает', en: 'The friend gets' },
  buyer: { ru: 'Участник получает', en: 'The member gets' },
};

function gainLines(rule: Rule, document: ProgramDocument, locale: Locale): readonly string[] {
  return rule.grant.map((grant) => {
    const when = happeningWords(rule, document, { doer: grant.to === 'referrer' ? 'theFriend' : 'they', locale });
    const gain = grantWords(grant, { document, locale, as: 'received' });
    return locale === 'ru' ? `${SIDES[grant.to].ru} ${gain}, когда ${when}.` : `${SIDES[grant.to].en} ${gain} when ${when}.`;
  });
}

function tierLines(tier: Tier, document: ProgramDocument, locale: Locale): readonly string[] {
  const name = locale === 'ru' ? `Уровень «${tier.name.ru}»` : `Tier “${tier.name.en}”`;
  const perks = perksOf(document).filter(({ id }) => tier.perks.includes(id));
  return [
    `${name}: ${entryWords(tier, document, locale)}. ${keepingWords(tier, document, locale)}`,
    ...perks.map((perk) => `${name}: ${perkLine(perk, tier, locale)}.`),
    ...tier.rules.flatMap((rule) => gainLines(rule, document, locale)).map((line) => `${name}. ${line}`),
  ];
}

function whenLines(rules: readonly Rule[], locale: Locale): readonly string[] {
  const lines = rules.flatMap((rule) =>
    rule.grant.map((grant) => {
      const hold = holdWords(grant.hold, rule.on, locale);
      return locale === 'ru' ? `${SIDES[grant.to].ru} своё ${hold}.` : `${SIDES[grant.to].en} it ${hold}.`;
    }),
  );
  return [...new Set(lines)];
}

function limitLines(document: ProgramDocument, locale: Locale): readonly string[] {
  const caps = allRules(document).flatMap((rule) => {
    const cap = rule.caps.perReferrer;
    const unit = capUnit(rule.grant.filter((grant) => grant.to === 'referrer')) ?? 'money';
    const budget = rule.caps.budget;
    return [
      ...(cap === null
        ? []
        : [`${locale === 'ru' ? 'Каждый рекомендатель получает' : 'Each referrer gets'} ${capWords(cap, { document, unit, locale })}.`]),
      ...(budget === null ? [] : [budgetLine(budgetWords(budget, document, locale), locale)]),
    ];
  });
  const whole = document.budget === null ? [] : [budgetLine(budgetWords(document.budget, document, locale), locale)];
  return [windowWords(document, locale), standingText(document.sharing, locale), ...new Set(caps), ...whole];
}

function budgetLine(amount: string, locale: Locale): string {
  return locale === 'ru'
    ? `Наград выдаётся всего на ${amount}; начисленное раньше остаётся.`
    : `Rewards of ${amount} are given in all; what was given before stays.`;
}

function notCountedLines(document: ProgramDocument, locale: Locale): readonly string[] {
  const currency =
    locale === 'ru' ? `Заказы не в ${document.currency} не считаются.` : `Orders that are not in ${document.currency} do not count.`;
  return [standingText('notCounted', locale), currency];
}

function expiryLines(rules: readonly Rule[], document: ProgramDocument, locale: Locale): readonly string[] {
  const lines = rules.flatMap((rule) =>
    rule.grant.flatMap((grant) => {
      const days = grant.benefit.kind === 'coupon' ? grant.benefit.validDays : grant.expiresAfterDays;
      const gain = grantWords(withoutLife(grant), { document, locale, as: 'named' });
      if (days === null) return [];
      const life = counted(days, 'day', locale);
      return [locale === 'ru' ? `${capitalized(gain)}: ${life} с выдачи.` : `${capitalized(gain)}: ${life} from when it is given.`];
    }),
  );
  return lines.length === 0 ? [standingText('noExpiry', locale)] : [...new Set(lines)];
}

/** The same leg without its own days, which stand beside it. */
function withoutLife(grant: Grant): Grant {
  const { benefit } = grant;
  return { ...grant, expiresAfterDays: null, benefit: benefit.kind === 'coupon' ? { ...benefit, validDays: null } : benefit };
}

function versionLine({ document, versionNumber, effectiveFrom }: TermsOf, locale: Locale): string {
  if (effectiveFrom === null) return locale === 'ru' ? `Редакция ${versionNumber}, проект.` : `Version ${versionNumber}, a draft.`;
  const from = dateWords(effectiveFrom, document.timeZone, locale);
  return locale === 'ru' ? `Редакция ${versionNumber} действует с ${from}` : `Version ${versionNumber} is in force from ${from}.`;
}

function disclosureLines(document: ProgramDocument, locale: Locale): readonly string[] {
  return [disclosureByMember(document), disclosureToFriend(document)].flatMap((text) => (text === null ? [] : [text[locale]]));
}
