import { formatMoney, isCurrency } from '../money/money.ts';
import { counted, type Locale } from '../words/number-words.ts';
import type { Benefit, Budget, CouponBenefit, Grant, PerReferrerCap, ProgramDocument, Rule } from './document.ts';
import { findRangeIssue, type ProgramIssue, pointer } from './program-issue.ts';
import { allRules, placedRules } from './program-rules.ts';
import { checkPositiveAmount } from './validate-amount.ts';

const MAX_COUNT = 1_000_000;

/** The limits of one rule: usable, in a unit that the rule spends, and large enough for one grant. */
export function checkCaps(rule: Rule, at: { readonly field: string; readonly currency: string }): ProgramIssue[] {
  const { currency } = at;
  const field = pointer(at.field, 'caps');
  const { perReferrer, budget } = rule.caps;
  return [
    ...(perReferrer === null ? [] : checkPerReferrer(perReferrer, { field: pointer(field, 'perReferrer'), rule, currency })),
    ...(budget === null ? [] : checkBudget(budget, { field: pointer(field, 'budget'), rules: [rule], currency })),
  ];
}

/** The programme's own budget, and that all budgets count in one unit (contract.md 6.14). */
export function checkBudgets(document: ProgramDocument): ProgramIssue[] {
  const { currency } = document;
  const own = document.budget === null ? [] : checkBudget(document.budget, { field: '/budget', rules: allRules(document), currency });
  const budgets = [
    ...(document.budget === null ? [] : [{ field: '/budget', unit: document.budget.unit }]),
    ...placedRules(document).flatMap(({ rule: { caps }, field }) =>
      caps.budget === null ? [] : [{ field: `${field}/caps/budget`, unit: caps.budget.unit }],
    ),
  ];
  const [first] = budgets;
  return [...own, ...budgets.filter((budget) => budget.unit !== first?.unit).map((budget) => mixedUnits(budget.field))];
}

function mixedUnits(field: string): ProgramIssue {
  return {
    code: 'budget_units_mixed',
    field,
    text: {
      ru: 'Все бюджеты программы считаются в одном: или в деньгах, или в баллах. Поменяйте единицу или разделите программу.',
      en: 'All budgets of a programme count in one unit, money or points: change the unit or split the programme.',
    },
  };
}

function checkBudget(
  budget: Budget,
  at: { readonly field: string; readonly rules: readonly Rule[]; readonly currency: string },
): ProgramIssue[] {
  const { field, rules, currency } = at;
  const grants = rules.flatMap((rule) => rule.grant);
  const amountField = pointer(field, budget.unit === 'points' ? 'points' : 'amountMinor');
  const issues = checkPositiveAmount(budget.amount, amountField);
  if (grants.length > 0 && !grants.some((grant) => budgetUnit(grant.benefit) === budget.unit)) {
    issues.push({
      code: 'budget_unit_unused',
      field,
      text:
        budget.unit === 'points'
          ? {
              ru: 'Бюджет в баллах, а баллов никто не получает: задайте бюджет деньгами.',
              en: 'The budget is in points but nobody gets points: give it in money.',
            }
          : {
              ru: 'Бюджет в деньгах, а даются только баллы: задайте бюджет баллами.',
              en: 'The budget is in money but only points are given: give it in points.',
            },
    });
  }
  for (const rule of rules) {
    const needed = fixedCost(rule.grant, budget.unit);
    if (needed <= budget.amount) continue;
    const cost = { unit: budget.unit, amount: needed, currency };
    issues.push({
      code: 'budget_too_small',
      field: amountField,
      text: {
        ru: `Правило «${rule.id}» тратит ${valueWords(cost, 'ru')} за раз, и в этот бюджет не поместится ни одно вознаграждение: увеличьте бюджет.`,
        en: `The rule “${rule.id}” spends ${valueWords(cost, 'en')} at once, so not one reward fits into this budget: raise it.`,
      },
    });
  }
  return issues;
}

function checkPerReferrer(
  cap: PerReferrerCap,
  at: { readonly field: string; readonly rule: Rule; readonly currency: string },
): ProgramIssue[] {
  const { field, rule, currency } = at;
  const legs = rule.grant.filter((grant) => grant.to === 'referrer');
  if (legs.length === 0) {
    return [
      {
        code: 'cap_without_referrer',
        field,
        text: {
          ru: 'Правило ничего не даёт рекомендателю: уберите предел «perReferrer».',
          en: 'The rule gives the referrer nothing: remove the “perReferrer” limit.',
        },
      },
    ];
  }
  if (cap.count === null && cap.amount === null) {
    return [{ code: 'cap_empty', field, text: { ru: 'Укажите «count», «amount» или оба.', en: 'Give “count”, “amount” or both.' } }];
  }
  const count = cap.count === null ? null : findRangeIssue(cap.count, { field: pointer(field, 'count'), least: 1, most: MAX_COUNT });
  return [
    ...(count === null ? checkCapCount(cap.count, { field: pointer(field, 'count'), legs: legs.length }) : [count]),
    ...(cap.amount === null ? [] : checkCapAmount(cap.amount, { field: pointer(field, 'amount'), legs, currency })),
  ];
}

function checkCapCount(count: number | null, at: { readonly field: string; readonly legs: number }): ProgramIssue[] {
  const { field, legs } = at;
  if (count === null || count >= legs) return [];
  return [
    {
      code: 'cap_too_small',
      field,
      text: {
        ru: `Рекомендатель получает ${legs} вознаграждения сразу, и в предел ${count} они не поместятся ни разу: увеличьте предел.`,
        en: `The referrer gets ${legs} rewards at once, which never fit into the limit of ${count}: raise it.`,
      },
    },
  ];
}

function checkCapAmount(
  amount: bigint,
  at: { readonly field: string; readonly legs: readonly Grant[]; readonly currency: string },
): ProgramIssue[] {
  const { field, legs, currency } = at;
  const counted = legs.filter((grant) => isValue(grant.benefit));
  const unit = capUnit(legs);
  if (counted.length === 0) {
    return [
      {
        code: 'cap_amount_unused',
        field,
        text: {
          ru: 'Сумма ограничивает credit, commission и points, а рекомендатель их не получает: задайте «count».',
          en: 'An amount limits credit, commission and points, and the referrer gets none: give “count”.',
        },
      },
    ];
  }
  if (unit === null) {
    return [
      {
        code: 'cap_unit_mixed',
        field,
        text: {
          ru: 'Рекомендатель получает и деньги, и баллы, и одной суммой их не ограничить: оставьте «count» или разделите правило.',
          en: 'The referrer gets both money and points, which one amount cannot limit: keep “count” or split the rule.',
        },
      },
    ];
  }
  const amountField = pointer(field, unit === 'points' ? 'points' : 'amountMinor');
  const issues = checkPositiveAmount(amount, amountField);
  const needed = fixedCost(counted, unit);
  if (needed > amount) {
    const cost = { unit, amount: needed, currency };
    issues.push({
      code: 'cap_too_small',
      field: amountField,
      text: {
        ru: `Одно вознаграждение рекомендателя (${valueWords(cost, 'ru')}) больше предела, и он не получит ни одного: увеличьте предел.`,
        en: `One reward of the referrer (${valueWords(cost, 'en')}) exceeds the limit, so none would ever be given: raise the limit.`,
      },
    });
  }
  return issues;
}

/** The unit in which an amount limits the referrer's legs of a rule: that of their value; null when it differs, money when there is none. */
export function capUnit(referrerLegs: readonly Grant[]): Budget['unit'] | null {
  const units = valueUnits(referrerLegs);
  if (units.size > 1) return null;
  return units.has('points') ? 'points' : 'money';
}

/** The units of what the grants give by amount. */
export function valueUnits(grants: readonly Grant[]): ReadonlySet<Budget['unit']> {
  return new Set(grants.filter((grant) => isValue(grant.benefit)).map((grant) => budgetUnit(grant.benefit)));
}

function isValue({ kind }: Benefit): boolean {
  return kind === 'credit' || kind === 'commission' || kind === 'points' || kind === 'donation';
}

function budgetUnit(benefit: Benefit): Budget['unit'] {
  return benefit.kind === 'points' ? 'points' : 'money';
}

/** As people read it: `500 ₽`, `5 points`. */
function valueWords(
  { unit, amount, currency }: { readonly unit: Budget['unit']; readonly amount: bigint; readonly currency: string },
  locale: Locale,
): string {
  if (unit === 'points') return counted(amount, 'point', locale);
  // A currency that nobody knows is an issue of its own, said beside this one.
  return isCurrency(currency) ? formatMoney(amount, currency, locale) : `${amount} ${currency}`;
}

/** What the legs take from a budget each time for certain; shares depend on the order. */
function fixedCost(grants: readonly Grant[], unit: Budget['unit']): bigint {
  return grants.reduce((sum, { benefit }) => (budgetUnit(benefit) === unit ? sum + (fixedAmount(benefit) ?? 0n) : sum), 0n);
}

function fixedAmount(benefit: Benefit): bigint | null {
  if (benefit.kind === 'gift') return benefit.costMinor;
  if (benefit.kind === 'coupon') return couponCost(benefit);
  // What a unit costs is in the perks; a budget that cannot take one refuses it by name.
  if (benefit.kind === 'perk' || benefit.kind === 'choice') return null;
  if (benefit.how !== 'fixed') return null;
  return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
}

/** A coupon for a later order takes the most it can be worth; what a discount on this order takes is known with the order. */
function couponCost({ discount, use }: CouponBenefit): bigint | null {
  if (discount.how === 'amount') return discount.amountMinor;
  return use === 'nextOrder' ? discount.maxMinor : null;
}
