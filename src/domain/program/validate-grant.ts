import { assertNever } from '../result.ts';
import type { Benefit, CouponBenefit, Grant, Hold, Rule, ValueBenefit } from './document.ts';
import { findRangeIssue, type ProgramIssue, pointer } from './program-issue.ts';
import { hasOrder } from './trigger.ts';
import { checkPositiveAmount, checkRate, checkStorableAmount } from './validate-amount.ts';
import { checkChoice, checkDonation } from './validate-perks.ts';
import { checkSteps, checkStepsPlace } from './validate-steps.ts';

const MAX_DAYS = 3650;

export interface GrantContext {
  readonly field: string;
  readonly rule: Rule;
  readonly hasPoints: boolean;
}

/** Everything wrong with one leg of a rule. */
export function checkGrant(grant: Grant, context: GrantContext): ProgramIssue[] {
  const benefitField = pointer(context.field, 'benefit');
  return [
    ...checkBenefit(grant.benefit, benefitField),
    ...checkStepsPlace(grant, { field: benefitField, trigger: context.rule.on }),
    ...checkBase(grant.benefit, { field: benefitField, rule: context.rule }),
    ...checkPointsKnown(grant.benefit, benefitField, context.hasPoints),
    ...checkCouponUse(grant, context),
    ...checkHold(grant.hold, context.field),
    ...checkExpiry(grant, context.field),
    ...checkAccrual(grant, context),
  ];
}

function checkBenefit(benefit: Benefit, field: string): ProgramIssue[] {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return checkValueBenefit(benefit, field);
    case 'coupon':
      return checkCoupon(benefit, field);
    case 'gift':
      return checkStorableAmount(benefit.costMinor, pointer(pointer(field, 'cost'), 'amountMinor'));
    case 'perk':
      return [];
    case 'choice':
      return checkChoice(benefit, field);
    case 'donation':
      return checkDonation(benefit, field);
    default:
      return assertNever(benefit);
  }
}

function checkValueBenefit(benefit: ValueBenefit, field: string): ProgramIssue[] {
  if (benefit.how === 'steps') return checkSteps(benefit, field);
  if (benefit.kind === 'points') {
    if (benefit.how === 'fixed') return checkPositiveAmount(benefit.points, pointer(field, 'points'));
    const per = pointer(field, 'per');
    return [
      ...checkPositiveAmount(benefit.perMinor, pointer(pointer(per, 'amount'), 'amountMinor')),
      ...checkPositiveAmount(benefit.points, pointer(per, 'points')),
      ...checkMax(benefit.maxPoints, pointer(pointer(field, 'max'), 'points')),
    ];
  }
  if (benefit.how === 'fixed') return checkPositiveAmount(benefit.amountMinor, pointer(pointer(field, 'amount'), 'amountMinor'));
  return [...checkRate(benefit.basisPoints, rateField(field)), ...checkMax(benefit.maxMinor, maxMoneyField(field))];
}

function checkCoupon({ discount, validDays }: CouponBenefit, field: string): ProgramIssue[] {
  const days = validDays === null ? null : findRangeIssue(validDays, { field: pointer(field, 'validDays'), least: 1, most: MAX_DAYS });
  const valid = days === null ? [] : [days];
  switch (discount.how) {
    case 'percent':
      return [...checkRate(discount.basisPoints, rateField(field)), ...checkMax(discount.maxMinor, maxMoneyField(field)), ...valid];
    case 'amount':
      return [...checkPositiveAmount(discount.amountMinor, pointer(pointer(field, 'amount'), 'amountMinor')), ...valid];
    case 'freeDelivery':
      return [...checkMax(discount.maxMinor, maxMoneyField(field)), ...valid];
    default:
      return assertNever(discount);
  }
}

function rateField(field: string): string {
  return pointer(pointer(field, 'percent'), 'basisPoints');
}

function maxMoneyField(field: string): string {
  return pointer(pointer(field, 'max'), 'amountMinor');
}

function checkMax(max: bigint | null, field: string): ProgramIssue[] {
  return max === null ? [] : checkPositiveAmount(max, field);
}

/** A share needs something to be a share of. */
function checkBase(benefit: Benefit, at: { readonly field: string; readonly rule: Rule }): ProgramIssue[] {
  const { field, rule } = at;
  if (!('of' in benefit) || benefit.kind === 'choice') return [];
  if (!hasOrder(rule.on)) {
    return [
      {
        code: 'benefit_needs_order',
        field,
        text: {
          ru: `У события ${rule.on} нет заказа, от которого считать долю: дайте постоянную сумму или возьмите событие заказа.`,
          en: `An event ${rule.on} has no order to take a share of: give a fixed amount or listen to an order event.`,
        },
      },
    ];
  }
  if (benefit.of === 'base' || rule.if.some((condition) => condition.kind === 'sku' || condition.kind === 'category')) return [];
  return [
    {
      code: 'lines_without_condition',
      field: pointer(field, 'of'),
      text: {
        ru: 'Доля от подходящих строк требует условия sku или category, которое их выбирает: добавьте его или уберите «of».',
        en: 'A share of matching lines needs a sku or category condition that picks them: add one or remove “of”.',
      },
    },
  ];
}

function checkPointsKnown(benefit: Benefit, field: string, hasPoints: boolean): ProgramIssue[] {
  if (benefit.kind !== 'points' || hasPoints) return [];
  return [
    {
      code: 'points_missing',
      field,
      text: {
        ru: 'Правило даёт баллы, а у программы их нет: добавьте поле «points» с названием.',
        en: 'The rule gives points but the programme has none: add the “points” field with their name.',
      },
    },
  ];
}

/** A discount on the very order is announced before it and given with its payment (contract.md 6.16): there is nothing to hold or to expire. */
function checkCouponUse(grant: Grant, { field, rule }: GrantContext): ProgramIssue[] {
  const { benefit, to, hold } = grant;
  if (benefit.kind !== 'coupon' || benefit.use === 'nextOrder') return [];
  const benefitField = pointer(field, 'benefit');
  const issues: ProgramIssue[] = [];
  if (rule.on !== 'order.paid') {
    issues.push({
      code: 'coupon_needs_payment',
      field: pointer(benefitField, 'use'),
      text: {
        ru: 'Скидка на этот заказ возможна только в правиле order.paid: поменяйте событие или дайте купон nextOrder.',
        en: 'A discount on this order works only in an order.paid rule: change the trigger or give a nextOrder coupon.',
      },
    });
  }
  if (to === 'referrer') {
    issues.push({
      code: 'coupon_not_for_referrer',
      field: pointer(benefitField, 'use'),
      text: {
        ru: 'Этот заказ делает друг, а не рекомендатель: дайте рекомендателю купон nextOrder.',
        en: 'This order is the friend’s, not the referrer’s: give the referrer a nextOrder coupon.',
      },
    });
  }
  if (hold !== null) {
    issues.push({
      code: 'coupon_held',
      field: pointer(field, 'hold'),
      text: { ru: 'Скидку на этот заказ нельзя задержать: уберите «hold».', en: 'A discount on this order cannot be held: remove “hold”.' },
    });
  }
  if (benefit.validDays !== null) {
    issues.push({
      code: 'coupon_validity_unused',
      field: pointer(benefitField, 'validDays'),
      text: {
        ru: 'Скидка на этот заказ не имеет срока: уберите «validDays».',
        en: 'A discount on this order has no validity: remove “validDays”.',
      },
    });
  }
  return issues;
}

function checkHold(hold: Hold | null, grantField: string): ProgramIssue[] {
  if (hold === null) return [];
  const field = pointer(grantField, 'hold');
  const issues = (['days', 'orFromPaymentDays'] as const).flatMap((name) => {
    const days = hold[name];
    const issue = days === null ? null : findRangeIssue(days, { field: pointer(field, name), least: 0, most: MAX_DAYS });
    return issue === null ? [] : [issue];
  });
  if (hold.days === null && hold.orFromPaymentDays !== null) {
    issues.push({
      code: 'hold_date_missing',
      field: pointer(field, 'orFromPaymentDays'),
      text: {
        ru: '«orFromPaymentDays» заменяет срок «days», а его нет: укажите «days».',
        en: '“orFromPaymentDays” stands in for “days”, which is not given: give “days”.',
      },
    });
  } else if (hold.days === null && hold.reasons.length === 0) {
    issues.push({
      code: 'hold_empty',
      field,
      text: {
        ru: 'У удержания нет ни срока, ни причины: укажите «days», «reasons» или уберите «hold».',
        en: 'The hold has neither a time nor a reason: give “days”, “reasons” or remove “hold”.',
      },
    });
  }
  return issues;
}

function checkExpiry({ benefit, expiresAfterDays }: Grant, grantField: string): ProgramIssue[] {
  if (expiresAfterDays === null) return [];
  const field = pointer(grantField, 'expiresAfterDays');
  if (benefit.kind === 'credit' || benefit.kind === 'commission' || benefit.kind === 'points') {
    const issue = findRangeIssue(expiresAfterDays, { field, least: 1, most: MAX_DAYS });
    return issue === null ? [] : [issue];
  }
  const text =
    benefit.kind === 'coupon'
      ? { ru: 'Срок купона задаёт «validDays»: перенесите число туда.', en: 'A coupon’s life is “validDays”: move the number there.' }
      : benefit.kind === 'perk' || benefit.kind === 'choice'
        ? { ru: 'Срок привилегии — её «validDays» в «perks».', en: 'A perk’s life is its “validDays” in “perks”.' }
        : {
            ru: 'У подарка и пожертвования нет срока: уберите «expiresAfterDays».',
            en: 'Gifts and donations do not expire: remove “expiresAfterDays”.',
          };
  return [{ code: 'expiry_unused', field, text }];
}

function checkAccrual({ accrue, benefit }: Grant, { field: grantField, rule }: GrantContext): ProgramIssue[] {
  if (accrue === 'whenPaid') return [];
  const field = pointer(grantField, 'accrue');
  const issues: ProgramIssue[] = [];
  if (rule.on !== 'order.paid') {
    issues.push({
      code: 'accrual_needs_payment',
      field,
      text: {
        ru: 'Начислять с каждого платежа можно только в правиле order.paid: поменяйте событие или уберите «accrue».',
        en: 'Accrual per payment works only in an order.paid rule: change the trigger or remove “accrue”.',
      },
    });
  }
  if (!('of' in benefit) || benefit.kind === 'choice') {
    issues.push({
      code: 'accrual_needs_rate',
      field,
      text: {
        ru: 'С каждого платежа начисляется только доля (percent или per); постоянная сумма, ступени, купон и подарок даются целиком: уберите «accrue».',
        en: 'Only a share (percent or per) accrues per payment; a fixed amount, steps, a coupon and a gift are given whole: remove “accrue”.',
      },
    });
  }
  return issues;
}
