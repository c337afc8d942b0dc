import type { Grant, ProgramDocument, Rule, RuleTrigger, ValueBenefit } from './document.ts';
import { isReferralRule } from './document.ts';
import { findRangeIssue, type ProgramIssue, pointer } from './program-issue.ts';
import { allRules, placedRules } from './program-rules.ts';
import { stepsOf } from './steps.ts';
import { checkPositiveAmount } from './validate-amount.ts';

const MAX_COUNT = 1_000_000;

/** A table that counts upwards: each step starts later than the one before, and where it is a rate, is worth no less. */
export function checkSteps({ kind, steps }: ValueBenefit & { how: 'steps' }, benefitField: string): ProgramIssue[] {
  const field = pointer(pointer(benefitField, 'steps'), 'table');
  if (steps.table.length === 0) {
    return [
      {
        code: 'list_empty',
        field,
        text: { ru: 'В таблице нет ни одной ступени: добавьте хотя бы одну.', en: 'The table has no step: add at least one.' },
      },
    ];
  }
  return steps.table.flatMap((step, index) => {
    const at = pointer(field, index);
    const from = findRangeIssue(step.from, { field: pointer(at, 'from'), least: 1, most: MAX_COUNT });
    const amountField = kind === 'points' ? pointer(at, 'points') : pointer(pointer(at, 'amount'), 'amountMinor');
    const before = steps.table[index - 1];
    return [
      ...(from === null ? [] : [from]),
      ...checkPositiveAmount(step.amount, amountField),
      ...(before !== undefined && step.from <= before.from ? [notRising(pointer(at, 'from'), FROM_TEXT)] : []),
      ...(before !== undefined && steps.mode !== 'milestone' && step.amount < before.amount ? [notRising(amountField, AMOUNT_TEXT)] : []),
    ];
  });
}

const FROM_TEXT = {
  ru: 'Каждая следующая ступень начинается с большего числа друзей: поставьте строки по порядку.',
  en: 'Each next step starts at more friends: put the rows in order.',
};

const AMOUNT_TEXT = {
  ru: 'За большее число друзей нельзя давать меньше: увеличьте сумму или возьмите milestone.',
  en: 'More friends cannot be worth less: raise the amount or choose milestone.',
};

function notRising(field: string, text: ProgramIssue['text']): ProgramIssue {
  return { code: 'steps_not_rising', field, text };
}

/** Steps count the referrer's friends, and a friend counts with a payment at the earliest. */
export function checkStepsPlace(grant: Grant, at: { readonly field: string; readonly trigger: RuleTrigger }): ProgramIssue[] {
  if (stepsOf(grant.benefit) === null) return [];
  const field = pointer(at.field, 'steps');
  const issues: ProgramIssue[] = [];
  if (grant.to !== 'referrer') {
    issues.push({
      code: 'steps_not_for_friend',
      field,
      text: {
        ru: 'Ступени считают друзей рекомендателя: дайте их ему или возьмите постоянную сумму.',
        en: 'Steps count the friends of the referrer: give them to the referrer or choose a fixed amount.',
      },
    });
  }
  if (at.trigger === 'order.placed') {
    issues.push({
      code: 'steps_need_payment',
      field,
      text: {
        ru: 'Друг засчитывается с оплатой первого заказа, при оформлении его ещё не сосчитать: возьмите order.paid или referral.qualified.',
        en: 'A friend counts once the first order is paid, not when it is placed: listen to order.paid or referral.qualified.',
      },
    });
  }
  return issues;
}

/** A referral qualifies by the conditions of another referral rule: without one, `referral.qualified` never comes. */
export function checkQualifying(document: ProgramDocument): ProgramIssue[] {
  const isListening = (rule: Rule): boolean => rule.on === 'referral.qualified';
  if (allRules(document).some((rule) => isReferralRule(rule) && !isListening(rule))) return [];
  const waiting = placedRules(document).find(({ rule }) => isListening(rule));
  if (waiting === undefined) return [];
  return [
    {
      code: 'trigger_never',
      field: pointer(waiting.field, 'on'),
      text: {
        ru: 'Приглашение засчитывается по другому правилу для рекомендателя или друга, а его нет: добавьте такое правило, например на order.paid.',
        en: 'A referral qualifies by another rule for the referrer or the friend, and there is none: add one, for example on order.paid.',
      },
    },
  ];
}
