import { describe, expect, it } from 'vitest';
import { AT_BENEFIT, AT_GRANT, HOLD, issuesOf, TENTH, THIS_ORDER, withBenefit, withGrant } from '../../../test/support/program-builders.ts';
import type { ProgramDocument } from './document.ts';

describe('validateProgram on grants', () => {
  it.each<[string, ProgramDocument, string[]]>([
    ['a tenth', withBenefit(TENTH), []],
    ['more than 100 %', withBenefit({ ...TENTH, basisPoints: 10_001n }), [`rate_out_of_range ${AT_BENEFIT}/percent/basisPoints`]],
    ['a rate of zero', withBenefit({ ...TENTH, basisPoints: 0n }), [`rate_out_of_range ${AT_BENEFIT}/percent/basisPoints`]],
    ['a maximum of zero', withBenefit({ ...TENTH, maxMinor: 0n }), [`amount_not_positive ${AT_BENEFIT}/max/amountMinor`]],
    [
      'credit of zero',
      withBenefit({ kind: 'credit', how: 'fixed', amountMinor: 0n }),
      [`amount_not_positive ${AT_BENEFIT}/amount/amountMinor`],
    ],
    [
      'credit above int64',
      withBenefit({ kind: 'credit', how: 'fixed', amountMinor: 2n ** 63n }),
      [`amount_too_large ${AT_BENEFIT}/amount/amountMinor`],
    ],
    [
      'points per nothing',
      withBenefit({ kind: 'points', how: 'per', perMinor: 0n, points: 1n, maxPoints: -1n, of: 'base' }),
      [`amount_not_positive ${AT_BENEFIT}/per/amount/amountMinor`, `amount_not_positive ${AT_BENEFIT}/max/points`],
    ],
    ['a gift that costs nothing', withBenefit({ kind: 'gift', sku: 'SAMPLE', costMinor: 0n }), []],
    ['a tenth of a sign-up', withGrant({ benefit: TENTH }, { on: 'member.signed_up' }), [`benefit_needs_order ${AT_BENEFIT}`]],
    ['a tenth of a placed order', withGrant({ benefit: TENTH }, { on: 'order.placed' }), []],
    ['a share of lines nobody picks', withBenefit({ ...TENTH, of: 'matchingLines' }), [`lines_without_condition ${AT_BENEFIT}/of`]],
    [
      'a share of the lines of a category',
      withGrant({ benefit: { ...TENTH, of: 'matchingLines' } }, { if: [{ kind: 'category', in: ['tea'] }] }),
      [],
    ],
    ['accrual of a tenth per payment', withGrant({ benefit: TENTH, accrue: 'perPayment' }), []],
    ['accrual of a fixed sum per payment', withGrant({ accrue: 'perPayment' }), [`accrual_needs_rate ${AT_GRANT}/accrue`]],
    [
      'accrual of a gift per payment',
      withGrant({ benefit: { kind: 'gift', sku: 'S', costMinor: 1n }, accrue: 'perPayment' }),
      [`accrual_needs_rate ${AT_GRANT}/accrue`],
    ],
    [
      'accrual per payment on delivery',
      withGrant({ benefit: TENTH, accrue: 'perPayment' }, { on: 'order.delivered' }),
      [`accrual_needs_payment ${AT_GRANT}/accrue`],
    ],
    ['a discount on this order for the friend', withGrant({ to: 'friend', benefit: THIS_ORDER }), []],
    [
      'a discount on this order for the referrer',
      withGrant({ to: 'referrer', benefit: THIS_ORDER }),
      [`coupon_not_for_referrer ${AT_BENEFIT}/use`],
    ],
    [
      'a discount on this order once delivered',
      withGrant({ benefit: THIS_ORDER }, { on: 'order.delivered' }),
      [`coupon_needs_payment ${AT_BENEFIT}/use`],
    ],
    ['a held discount on this order', withGrant({ benefit: THIS_ORDER, hold: HOLD }), [`coupon_held ${AT_GRANT}/hold`]],
    [
      'a discount on this order with a validity',
      withBenefit({ ...THIS_ORDER, validDays: 5 }),
      [`coupon_validity_unused ${AT_BENEFIT}/validDays`],
    ],
    ['a coupon for the next order without an end', withBenefit({ ...THIS_ORDER, use: 'nextOrder' }), []],
    [
      'a coupon with a lot’s life',
      withGrant({ benefit: { ...THIS_ORDER, use: 'nextOrder' }, expiresAfterDays: 5 }),
      [`expiry_unused ${AT_GRANT}/expiresAfterDays`],
    ],
    ['credit that expires at once', withGrant({ expiresAfterDays: 0 }), [`number_out_of_range ${AT_GRANT}/expiresAfterDays`]],
    ['a hold from delivery on delivery', withGrant({ hold: HOLD }, { on: 'order.delivered' }), []],
    ['a fallback sooner than the hold', withGrant({ hold: { ...HOLD, orFromPaymentDays: 1 } }), []],
    [
      'a fallback before the payment',
      withGrant({ hold: { ...HOLD, orFromPaymentDays: -1 } }),
      [`number_out_of_range ${AT_GRANT}/hold/orFromPaymentDays`],
    ],
    ['a hold for a reason alone', withGrant({ hold: { days: null, from: 'delivery', orFromPaymentDays: null, reasons: ['review'] } }), []],
    [
      'a hold for nothing',
      withGrant({ hold: { days: null, from: 'delivery', orFromPaymentDays: null, reasons: [] } }),
      [`hold_empty ${AT_GRANT}/hold`],
    ],
    ['a fallback of no date', withGrant({ hold: { ...HOLD, days: null } }), [`hold_date_missing ${AT_GRANT}/hold/orFromPaymentDays`]],
    ['a hold after a sign-up, which counts from the event', withGrant({ hold: HOLD }, { on: 'member.signed_up' }), []],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });
});
