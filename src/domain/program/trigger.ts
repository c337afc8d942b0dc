import type { RuleTrigger } from './document.ts';
import type { ProgramIssue } from './program-issue.ts';

const NAMED_TRIGGERS: readonly string[] = [
  'order.placed',
  'order.paid',
  'order.delivered',
  'member.signed_up',
  'referral.registered',
  'feedback.given',
  'tier.entered',
  'referral.qualified',
] satisfies RuleTrigger[];
const CUSTOM_TRIGGER = /^custom\.[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

/** Whether a rule may listen to events of this type. */
export function isRuleTrigger(type: string): type is RuleTrigger {
  return NAMED_TRIGGERS.includes(type) || CUSTOM_TRIGGER.test(type);
}

/** Whether events of the trigger are about an order, so that it has an amount, lines and a number. */
export function hasOrder(trigger: RuleTrigger): boolean {
  return trigger === 'order.placed' || trigger === 'order.paid' || trigger === 'order.delivered';
}

/** The reason a rule with another trigger is refused for. */
export function unknownTriggerIssue(field: string): ProgramIssue {
  const allowed = [...NAMED_TRIGGERS, 'custom.<name>'].join(', ');
  return {
    code: 'trigger_unknown',
    field,
    text: {
      ru: `Правило не может ждать этого события. Можно: ${allowed}.`,
      en: `A rule cannot listen to this event. It can to: ${allowed}.`,
    },
  };
}
