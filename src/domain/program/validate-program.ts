import { isCurrency } from '../money/money.ts';
import { isTimeZone } from '../time/calendar.ts';
import type { ProgramDocument } from './document.ts';
import { findRangeIssue, type ProgramIssue, pointer, unknownCurrencyIssue } from './program-issue.ts';
import { allRules, placedRules } from './program-rules.ts';
import { checkPositiveAmount } from './validate-amount.ts';
import { checkConditions } from './validate-conditions.ts';
import { checkBudgets } from './validate-limits.ts';
import { checkPerkReferences, checkPerks } from './validate-perks.ts';
import { checkRule } from './validate-rule.ts';
import { checkQualifying } from './validate-steps.ts';
import { checkText } from './validate-text.ts';
import { checkMargin, checkTiers } from './validate-tiers.ts';

const MAX_WINDOW_DAYS = 3650;

/** Rule ids whose author allowed the referrer to gain more than the friend (`allowReferrerMore` on the wire). */
export type ReferrerMoreAllowances = ReadonlySet<string>;

/**
 * Every reason at once why the programme cannot work as written; empty = it can be published. What merely costs money or
 * is unwise is advice and not looked at here. Requirement 1-21: a friend gains at least as much as the referrer unless allowed.
 */
export function validateProgram(document: ProgramDocument, referrerMore: ReferrerMoreAllowances = new Set()): readonly ProgramIssue[] {
  return [
    ...checkText(document.name, '/name'),
    ...checkPlace(document),
    ...checkPoints(document),
    ...checkConditions(document.enrolment.if, { field: '/enrolment/if', trigger: null, currency: document.currency }),
    ...checkWindow(document.attribution.windowDays),
    ...checkRuleIds(document),
    ...checkTiers(document),
    ...checkMargin(document),
    ...placedRules(document).flatMap(({ rule, field }) =>
      checkRule(rule, {
        field,
        currency: document.currency,
        hasPoints: document.points !== null,
        allowsReferrerMore: referrerMore.has(rule.id),
      }),
    ),
    ...checkPerks(document),
    ...placedRules(document).flatMap(({ rule, field }) =>
      rule.grant.flatMap(({ benefit }, leg) => checkPerkReferences(document, benefit, `${field}/grant/${leg}/benefit`)),
    ),
    ...checkQualifying(document),
    ...checkBudgets(document),
  ];
}

function checkPlace(document: ProgramDocument): ProgramIssue[] {
  const issues: ProgramIssue[] = [];
  if (!isCurrency(document.currency)) issues.push(unknownCurrencyIssue('/currency'));
  if (!isTimeZone(document.timeZone)) {
    issues.push({
      code: 'time_zone_unknown',
      field: '/timeZone',
      text: {
        ru: `Нет часового пояса «${document.timeZone}»; пример: Europe/Moscow.`,
        en: `There is no time zone “${document.timeZone}”; an example: Europe/Moscow.`,
      },
    });
  }
  return issues;
}

function checkPoints({ points }: ProgramDocument): ProgramIssue[] {
  if (points === null) return [];
  const value = points.value === null ? [] : checkPositiveAmount(points.value.amountMinor, '/points/value/amountMinor');
  return [...checkText(points.name, '/points/name'), ...value];
}

function checkWindow(windowDays: number): ProgramIssue[] {
  const issue = findRangeIssue(windowDays, { field: '/attribution/windowDays', least: 1, most: MAX_WINDOW_DAYS });
  return issue === null ? [] : [issue];
}

/** Ids are unique over the programme's own rules and those of its tiers: rewards, caps and budgets go by them. */
function checkRuleIds(document: ProgramDocument): ProgramIssue[] {
  if (allRules(document).length === 0) {
    return [{ code: 'rules_missing', field: '/rules', text: { ru: 'Добавьте хотя бы одно правило.', en: 'Add at least one rule.' } }];
  }
  const seen = new Set<string>();
  return placedRules(document).flatMap(({ rule, field }): ProgramIssue[] => {
    const isRepeated = seen.has(rule.id);
    seen.add(rule.id);
    if (!isRepeated) return [];
    return [
      {
        code: 'rule_id_repeated',
        field: pointer(field, 'id'),
        text: {
          ru: `Имя «${rule.id}» уже занято другим правилом; дайте этому своё.`,
          en: `The id “${rule.id}” belongs to another rule; give this one its own.`,
        },
      },
    ];
  });
}
