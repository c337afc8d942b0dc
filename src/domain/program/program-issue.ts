import type { LocalizedText } from './document.ts';

/** One reason why a programme cannot be published. `field` is a JSON pointer into the document as it was sent. */
export interface ProgramIssue {
  readonly code: ProgramIssueCode;
  readonly field: string;
  /** What is wrong and what to change. */
  readonly text: LocalizedText;
}

/** The closed set: codes of the document's form first, then of what it says. */
export type ProgramIssueCode =
  | 'field_missing'
  | 'field_unknown'
  | 'value_wrong_type'
  | 'value_not_allowed'
  | 'text_malformed'
  | 'amount_malformed'
  | 'choose_one'
  | 'too_many'
  | 'company_not_supported'
  | 'several_levels'
  | 'templates_not_supported'
  | 'currency_mismatch'
  | 'unit_mismatch'
  | 'max_without_rate'
  | 'lines_without_rate'
  | 'hold_from_missing'
  | 'currency_unknown'
  | 'time_zone_unknown'
  | 'text_empty'
  | 'number_out_of_range'
  | 'amount_too_large'
  | 'amount_not_positive'
  | 'rate_out_of_range'
  | 'rules_missing'
  | 'rule_id_malformed'
  | 'rule_id_repeated'
  | 'trigger_unknown'
  | 'tier_id_malformed'
  | 'tier_id_repeated'
  | 'tier_unreachable'
  | 'tier_trigger_not_member'
  | 'perk_unknown'
  | 'rule_unknown'
  | 'grant_missing'
  | 'list_empty'
  | 'range_missing'
  | 'range_empty'
  | 'conditions_contradict'
  | 'condition_needs_order'
  | 'condition_needs_payment'
  | 'condition_needs_referral'
  | 'steps_not_rising'
  | 'steps_not_for_friend'
  | 'steps_need_payment'
  | 'trigger_never'
  | 'condition_not_for_enrolment'
  | 'benefit_needs_order'
  | 'lines_without_condition'
  | 'accrual_needs_payment'
  | 'accrual_needs_rate'
  | 'coupon_needs_payment'
  | 'coupon_not_for_referrer'
  | 'coupon_held'
  | 'coupon_validity_unused'
  | 'hold_empty'
  | 'hold_date_missing'
  | 'expiry_unused'
  | 'points_missing'
  | 'budget_unit_unused'
  | 'budget_too_small'
  | 'budget_units_mixed'
  | 'cap_empty'
  | 'cap_without_referrer'
  | 'cap_unit_mixed'
  | 'cap_amount_unused'
  | 'cap_too_small'
  | 'perk_id_malformed'
  | 'perk_id_repeated'
  | 'perk_times_reversed'
  | 'perk_opening_missing'
  | 'perk_field_unused'
  | 'perk_url_malformed'
  | 'tier_unknown'
  | 'time_malformed'
  | 'choice_too_few'
  | 'choice_default_missing'
  | 'friend_gets_less';

/** Appends one step to a JSON pointer (RFC 6901). */
export function pointer(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whole number between two bounds, both included; null when it is. */
export function findRangeIssue(
  value: number,
  range: { readonly field: string; readonly least: number; readonly most: number },
): ProgramIssue | null {
  const { field, least, most } = range;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return null;
  return {
    code: 'number_out_of_range',
    field,
    text: {
      ru: `Нужно целое число от ${least} до ${most}, а указано ${value}.`,
      en: `A whole number from ${least} to ${most} is needed, not ${value}.`,
    },
  };
}

export function unknownCurrencyIssue(field: string): ProgramIssue {
  return {
    code: 'currency_unknown',
    field,
    text: { ru: 'Это не код валюты из ISO 4217; пример: RUB.', en: 'This is not an ISO 4217 currency code; an example: RUB.' },
  };
}
