/** What a newer form of a rule makes worse: trigger, conditions, each leg's benefit, hold and life, caps and budget. */
import type { Budget, Condition, Grant, Hold, LocalizedText, PerReferrerCap, ProgramDocument, Rule } from '../domain/program/document.ts';
import { isLess, isLowered } from '../domain/program/less-benefit.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { grantWords } from '../texts/benefit-words.ts';
import { conditionWords } from '../texts/condition-words.ts';
import { holdWords } from '../texts/hold-words.ts';
import { budgetWords, capWords } from '../texts/limits-words.ts';
import { doerOf, happeningWords } from '../texts/rule-words.ts';
import { inBoth } from '../texts/wording.ts';
import { dropped, NO_LIMIT, type WorseTerm, worsened } from './worse-term.ts';

/** Two forms of the same rules with the documents they stand in. */
export interface RuleSets {
  readonly before: { readonly document: ProgramDocument; readonly rules: readonly Rule[] };
  readonly now: { readonly document: ProgramDocument; readonly rules: readonly Rule[] };
  /** JSON pointer of the newer list. */
  readonly path: string;
}

export function worseRules({ before, now, path }: RuleSets): readonly WorseTerm[] {
  return before.rules.flatMap((rule, index) => {
    const at = now.rules.findIndex(({ id }) => id === rule.id);
    const next = now.rules[at];
    const documents = { before: before.document, now: now.document };
    if (next === undefined) return rule.grant.map((grant) => lostGrant(grant, before.document, `${path}/${index}`));
    return worseRule(rule, next, { documents, path: `${path}/${at}` });
  });
}

interface Compared {
  readonly documents: { readonly before: ProgramDocument; readonly now: ProgramDocument };
  readonly path: string;
}

function worseRule(before: Rule, now: Rule, compared: Compared): readonly WorseTerm[] {
  return [
    ...worseTrigger(before, now, compared),
    ...worseConditions(before, now, compared),
    ...worseGrants(before, now, compared),
    ...worseCaps(before, now, compared),
  ];
}

function worseTrigger(before: Rule, now: Rule, { documents, path }: Compared): readonly WorseTerm[] {
  if (before.on === now.on) return [];
  const words = (locale: Locale) => ({
    before: happeningWords({ ...before, if: [] }, documents.before, { doer: doerOf(before), locale }),
    now: happeningWords({ ...now, if: [] }, documents.now, { doer: doerOf(now), locale }),
  });
  return [worsened(`${path}/on`, { ru: 'За что даётся награда', en: 'What is rewarded' }, words)];
}

function worseConditions(before: Rule, now: Rule, { documents, path }: Compared): readonly WorseTerm[] {
  return now.if.flatMap((condition, index) => {
    if (before.if.some((known) => impliesCondition(known, condition))) return [];
    const known = before.if.find(({ kind }) => kind === condition.kind);
    const words = (locale: Locale) => ({
      before: known === undefined ? { ru: 'не требовалось', en: 'not asked' }[locale] : conditionWords(known, documents.before, locale),
      now: conditionWords(condition, documents.now, locale),
    });
    return [worsened(`${path}/if/${index}`, { ru: 'Условие', en: 'Condition' }, words)];
  });
}

/** Whether whoever met the older condition meets the newer as well. */
function impliesCondition(before: Condition, now: Condition): boolean {
  if (before.kind !== now.kind) return false;
  if (before.kind === 'paid' && now.kind === 'paid') return now.atLeastMinor <= before.atLeastMinor;
  if ((before.kind === 'paidOrders' || before.kind === 'deliveredOrders') && 'atLeast' in now && typeof now.atLeast === 'number') {
    return now.atLeast <= before.atLeast;
  }
  if ('in' in before && 'in' in now) return before.in.every((value) => now.in.includes(value));
  if (before.kind === 'monthsSince' && now.kind === 'monthsSince') return before.event === now.event && now.atMost >= before.atMost;
  return JSON.stringify(before) === JSON.stringify(now);
}

function worseGrants(before: Rule, now: Rule, { documents, path }: Compared): readonly WorseTerm[] {
  return before.grant.flatMap((grant, index) => {
    const nth = before.grant.slice(0, index).filter(({ to }) => to === grant.to).length;
    const legs = now.grant.flatMap((leg, at) => (leg.to === grant.to ? [{ leg, at }] : []));
    const next = legs[nth];
    if (next === undefined) return [lostGrant(grant, documents.before, path)];
    return worseGrant(grant, next.leg, { documents, rules: { before, now }, path: `${path}/grant/${next.at}` });
  });
}

function worseGrant(
  before: Grant,
  now: Grant,
  { documents, rules, path }: Compared & { readonly rules: { readonly before: Rule; readonly now: Rule } },
): readonly WorseTerm[] {
  const side = SIDES[before.to];
  const found: WorseTerm[] = [];
  if (isLess(before.benefit, now.benefit) || (before.accrue === 'perPayment' && now.accrue === 'whenPaid')) {
    const said = (grant: Grant, document: ProgramDocument, locale: Locale) =>
      grantWords({ ...grant, expiresAfterDays: null }, { document, locale, as: 'named' });
    found.push(
      worsened(`${path}/benefit`, side, (locale) => ({
        before: said(before, documents.before, locale),
        now: said(now, documents.now, locale),
      })),
    );
  }
  if (isLongerHold(before.hold, now.hold)) {
    found.push(
      worsened(`${path}/hold`, { ru: `${side.ru} — когда`, en: `${side.en}, when` }, (locale) => ({
        before: holdWords(before.hold, rules.before.on, locale),
        now: holdWords(now.hold, rules.now.on, locale),
      })),
    );
  }
  if (isLowered(before.expiresAfterDays, now.expiresAfterDays)) {
    const life = (days: number | null, locale: Locale) => (days === null ? NO_LIMIT[locale] : counted(days, 'day', locale));
    found.push(
      worsened(`${path}/expiresAfterDays`, { ru: `${side.ru} — срок`, en: `${side.en}, life` }, (locale) => ({
        before: life(before.expiresAfterDays, locale),
        now: life(now.expiresAfterDays, locale),
      })),
    );
  }
  return found;
}

const SIDES: Readonly<Record<Grant['to'], LocalizedText>> = {
  referrer: { ru: 'Награда рекомендателя', en: 'The referrer’s reward' },
  friend: { ru: 'Выгода друга', en: 'The friend’s benefit' },
  buyer: { ru: 'Награда участника', en: 'The member’s reward' },
};

function lostGrant(grant: Grant, document: ProgramDocument, path: string): WorseTerm {
  const gain = inBoth((locale) => grantWords(grant, { document, locale, as: 'named' }));
  return dropped(path, { ru: `${SIDES[grant.to].ru.toLowerCase()} — ${gain.ru}`, en: `${SIDES[grant.to].en.toLowerCase()}, ${gain.en}` });
}

function isLongerHold(before: Hold | null, now: Hold | null): boolean {
  if (now === null) return false;
  if (before === null) return true;
  return (
    (now.days ?? 0) > (before.days ?? 0) ||
    (before.from === 'payment' && now.from === 'delivery') ||
    (now.days !== null &&
      before.orFromPaymentDays !== null &&
      (now.orFromPaymentDays === null || now.orFromPaymentDays > before.orFromPaymentDays)) ||
    now.reasons.some((reason) => !before.reasons.includes(reason))
  );
}

const PERIOD_ORDER: readonly PerReferrerCap['per'][] = ['day', 'month', 'year', 'life'];

function worseCaps(before: Rule, now: Rule, { documents, path }: Compared): readonly WorseTerm[] {
  const found: WorseTerm[] = [];
  const unitOf = (rule: Rule): Budget['unit'] =>
    rule.grant.some(({ to, benefit }) => to === 'referrer' && benefit.kind === 'points') ? 'points' : 'money';
  const cap = (rule: Rule, document: ProgramDocument, locale: Locale) =>
    rule.caps.perReferrer === null ? NO_LIMIT[locale] : capWords(rule.caps.perReferrer, { document, unit: unitOf(rule), locale });
  if (isTighterCap(before.caps.perReferrer, now.caps.perReferrer)) {
    found.push(
      worsened(`${path}/caps/perReferrer`, { ru: 'Предел для одного рекомендателя', en: 'The limit for one referrer' }, (locale) => ({
        before: cap(before, documents.before, locale),
        now: cap(now, documents.now, locale),
      })),
    );
  }
  return [...found, ...worseBudget(before.caps.budget, now.caps.budget, { documents, path: `${path}/caps/budget` })];
}

function isTighterCap(before: PerReferrerCap | null, now: PerReferrerCap | null): boolean {
  if (now === null) return false;
  if (before === null) return true;
  return (
    isLowered(before.count, now.count) ||
    isLowered(before.amount, now.amount) ||
    PERIOD_ORDER.indexOf(now.per) > PERIOD_ORDER.indexOf(before.per)
  );
}

/** A budget that is new, smaller, or of another unit. */
export function worseBudget(before: Budget | null, now: Budget | null, { documents, path }: Compared): readonly WorseTerm[] {
  if (now === null || (before !== null && before.unit === now.unit && now.amount >= before.amount)) return [];
  const words = (locale: Locale) => ({
    before: before === null ? NO_LIMIT[locale] : budgetWords(before, documents.before, locale),
    now: budgetWords(now, documents.now, locale),
  });
  return [worsened(path, { ru: 'Сколько наград выдаётся всего', en: 'How much is given in all' }, words)];
}
