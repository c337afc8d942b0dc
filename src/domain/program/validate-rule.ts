import { isReferralRule, type Rule } from './document.ts';
import { type ProgramIssue, pointer } from './program-issue.ts';
import { isRuleTrigger, unknownTriggerIssue } from './trigger.ts';
import { checkConditions } from './validate-conditions.ts';
import { checkFriendShare } from './validate-friend-share.ts';
import { checkGrant } from './validate-grant.ts';
import { checkCaps } from './validate-limits.ts';

const RULE_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

export interface RuleContext {
  readonly field: string;
  readonly currency: string;
  readonly hasPoints: boolean;
  readonly allowsReferrerMore: boolean;
}

/** Everything wrong within one rule. */
export function checkRule(rule: Rule, context: RuleContext): ProgramIssue[] {
  const { field, currency, hasPoints, allowsReferrerMore } = context;
  const grantField = pointer(field, 'grant');
  return [
    ...checkRuleId(rule.id, pointer(field, 'id')),
    ...checkTrigger(rule, field),
    ...checkConditions(rule.if, { field: pointer(field, 'if'), trigger: rule.on, currency, isReferral: isReferralRule(rule) }),
    ...rule.grant.flatMap((grant, leg) => checkGrant(grant, { field: pointer(grantField, leg), rule, hasPoints })),
    ...checkCaps(rule, { field, currency }),
    ...(allowsReferrerMore ? [] : checkFriendShare(rule, grantField)),
  ];
}

function checkRuleId(id: string, field: string): ProgramIssue[] {
  if (RULE_ID.test(id)) return [];
  return [
    {
      code: 'rule_id_malformed',
      field,
      text: {
        ru: 'Имя правила: от 1 до 64 латинских букв, цифр, точек, подчёркиваний и дефисов, с буквой или цифрой по краям.',
        en: 'A rule id has 1 to 64 Latin letters, digits, dots, underscores and hyphens, with a letter or digit at both ends.',
      },
    },
  ];
}

function checkTrigger(rule: Rule, field: string): ProgramIssue[] {
  const issues: ProgramIssue[] = [];
  if (!isRuleTrigger(rule.on)) issues.push(unknownTriggerIssue(pointer(field, 'on')));
  if (rule.on === 'tier.entered' && isReferralRule(rule)) {
    issues.push({
      code: 'tier_trigger_not_member',
      field: pointer(field, 'grant'),
      text: {
        ru: 'За переход на уровень награждают только того, кто вступил: выберите buyer.',
        en: 'Entering a tier rewards only who enters: choose buyer.',
      },
    });
  }
  if (rule.grant.length === 0) {
    issues.push({
      code: 'grant_missing',
      field: pointer(field, 'grant'),
      text: {
        ru: 'Правило никому ничего не даёт: добавьте хотя бы одно вознаграждение.',
        en: 'The rule gives nobody anything: add at least one grant.',
      },
    });
  }
  return issues;
}
