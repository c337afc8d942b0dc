import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../../../test/support/arbitrary-program.ts';
import type { Benefit, Condition, CouponBenefit, Grant, Hold, ProgramDocument, Rule } from './document.ts';
import { validateProgram } from './validate-program.ts';

const CREDIT: Benefit = { kind: 'credit', how: 'fixed', amountMinor: 10_000n };
const POINTS: Benefit = { kind: 'points', how: 'fixed', points: 100n };
const TENTH: Benefit = { kind: 'credit', how: 'percent', basisPoints: 1000n, maxMinor: null, of: 'base' };
const THIS_ORDER: CouponBenefit = {
  kind: 'coupon',
  discount: { how: 'percent', basisPoints: 500n, maxMinor: null },
  use: 'thisOrder',
  validDays: null,
  stackable: false,
};
const HOLD: Hold = { days: 14, from: 'delivery', orFromPaymentDays: 21, reasons: [] };

const GRANT: Grant = { to: 'buyer', benefit: CREDIT, hold: null, expiresAfterDays: null, accrue: 'whenPaid' };
const RULE: Rule = { id: 'rule', on: 'order.paid', if: [], grant: [GRANT], caps: { perReferrer: null, budget: null } };

const DOCUMENT: ProgramDocument = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: { name: { ru: 'Баллы', en: 'Points' }, value: null },
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  sharing: 'private',
  percentOf: { tax: 'included' },
  shortfall: 'debt',
  budget: null,
  rules: [RULE],
};

const withRule = (rule: Partial<Rule>): ProgramDocument => ({ ...DOCUMENT, rules: [{ ...RULE, ...rule }] });
const withGrant = (grant: Partial<Grant>, rule: Partial<Rule> = {}): ProgramDocument =>
  withRule({ ...rule, grant: [{ ...GRANT, ...grant }] });
const withBenefit = (benefit: Benefit): ProgramDocument => withGrant({ benefit });
const onPaid = (...conditions: Condition[]): ProgramDocument => withRule({ if: conditions });
const enrolIf = (...conditions: Condition[]): ProgramDocument => ({ ...DOCUMENT, enrolment: { mode: 'automatic', if: conditions } });
const both = (referrer: Benefit, friend: Benefit): ProgramDocument =>
  withRule({
    grant: [
      { ...GRANT, to: 'referrer', benefit: referrer },
      { ...GRANT, to: 'friend', benefit: friend },
    ],
  });

const isNew: Condition = { kind: 'newCustomer', is: true };
const isKnown: Condition = { kind: 'newCustomer', is: false };
const orderIs = (is: number): Condition => ({ kind: 'orderNumber', is, atLeast: null });
const orderAtLeast = (atLeast: number): Condition => ({ kind: 'orderNumber', is: null, atLeast });
const paidOrders = (atLeast: number): Condition => ({ kind: 'paidOrders', atLeast });
const deliveredOrders = (atLeast: number): Condition => ({ kind: 'deliveredOrders', atLeast });
const channel = (...values: string[]): Condition => ({ kind: 'channel', in: values });
const sku = (...values: string[]): Condition => ({ kind: 'sku', in: values });
const since = (atLeast: number | null, atMost: number | null): Condition => ({ kind: 'daysSince', event: 'signUp', atLeast, atMost });

const AT_RULE = '/rules/0';
const AT_GRANT = '/rules/0/grant/0';
const AT_BENEFIT = '/rules/0/grant/0/benefit';

function issuesOf(document: ProgramDocument): string[] {
  return validateProgram(document).map((issue) => `${issue.code} ${issue.field}`);
}

describe('validateProgram on the document', () => {
  it.each<[string, ProgramDocument, string[]]>([
    ['a plain programme', DOCUMENT, []],
    ['no rules', { ...DOCUMENT, rules: [] }, ['rules_missing /rules']],
    ['two rules of one name', { ...DOCUMENT, rules: [RULE, RULE] }, ['rule_id_repeated /rules/1/id']],
    ['a rule name with a space', withRule({ id: 'first order' }), [`rule_id_malformed ${AT_RULE}/id`]],
    ['a rule name in Cyrillic', withRule({ id: 'правило' }), [`rule_id_malformed ${AT_RULE}/id`]],
    ['a rule that gives nothing', withRule({ grant: [] }), [`grant_missing ${AT_RULE}/grant`]],
    ['an unknown currency', { ...withBenefit(POINTS), currency: 'XXX' }, ['currency_unknown /currency']],
    ['an unknown time zone', { ...DOCUMENT, timeZone: 'Europe/Msk' }, ['time_zone_unknown /timeZone']],
    ['a name of spaces', { ...DOCUMENT, name: { ru: 'Имя', en: ' ' } }, ['text_empty /name/en']],
    [
      'a window of no days',
      { ...DOCUMENT, attribution: { ...DOCUMENT.attribution, windowDays: 0 } },
      ['number_out_of_range /attribution/windowDays'],
    ],
    [
      'a window of eleven years',
      { ...DOCUMENT, attribution: { ...DOCUMENT.attribution, windowDays: 4000 } },
      ['number_out_of_range /attribution/windowDays'],
    ],
    [
      'points worth nothing',
      { ...DOCUMENT, points: { name: DOCUMENT.name, value: { amountMinor: 0n, currency: 'RUB' } } },
      ['amount_not_positive /points/value/amountMinor'],
    ],
    ['points given but not named', { ...withBenefit(POINTS), points: null }, [`points_missing ${AT_BENEFIT}`]],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('tells every reason at once', () => {
    const document: ProgramDocument = {
      ...withGrant(
        { benefit: { ...THIS_ORDER, validDays: 0 }, to: 'referrer', hold: HOLD },
        { id: '', on: 'order.delivered', if: [isNew, orderAtLeast(2)] },
      ),
      timeZone: 'Nowhere',
      currency: 'ZZZ',
    };
    expect(issuesOf(document)).toEqual([
      'currency_unknown /currency',
      'time_zone_unknown /timeZone',
      `rule_id_malformed ${AT_RULE}/id`,
      `conditions_contradict ${AT_RULE}/if/1/orderNumber`,
      `number_out_of_range ${AT_BENEFIT}/validDays`,
      `coupon_needs_payment ${AT_BENEFIT}/use`,
      `coupon_not_for_referrer ${AT_BENEFIT}/use`,
      `coupon_held ${AT_GRANT}/hold`,
      `coupon_validity_unused ${AT_BENEFIT}/validDays`,
    ]);
  });

  it('accepts what the generator draws, and the generator draws every benefit and condition', () => {
    const drawn = fc.sample(arbitraryProgram, 500).flatMap((document) => document.rules);
    const kinds = drawn.flatMap((rule) => [
      ...rule.grant.map((grant) => grant.benefit.kind),
      ...rule.if.map((condition) => condition.kind),
    ]);
    expect(new Set<string>(kinds)).toEqual(
      new Set([
        'credit',
        'commission',
        'points',
        'coupon',
        'gift',
        'newCustomer',
        'orderNumber',
        'paid',
        'deliveredOrders',
        'paidOrders',
        'sku',
        'category',
        'channel',
        'currency',
        'daysSince',
      ]),
    );
  });
});

describe('validateProgram on conditions', () => {
  const clash = (index: number, kind: string): string[] => [`conditions_contradict ${AT_RULE}/if/${index}/${kind}`];

  it.each<[string, ProgramDocument, string[]]>([
    ['the first order of a new customer', onPaid(isNew, orderIs(1)), []],
    ['new and at least the second order', onPaid(isNew, orderAtLeast(2)), clash(1, 'orderNumber')],
    ['new and exactly the second order', onPaid(isNew, orderIs(2)), clash(1, 'orderNumber')],
    ['known and exactly the first order', onPaid(isKnown, orderIs(1)), clash(1, 'orderNumber')],
    ['known and at least the first order', onPaid(isKnown, orderAtLeast(1)), []],
    ['new and known', onPaid(isNew, isKnown), clash(1, 'newCustomer')],
    ['the second and the third order', onPaid(orderIs(2), orderIs(3)), clash(1, 'orderNumber')],
    ['from the third order and the second', onPaid(orderAtLeast(3), orderIs(2)), clash(1, 'orderNumber')],
    ['both bounds in one condition', onPaid({ kind: 'orderNumber', is: 1, atLeast: 1 }), [`choose_one ${AT_RULE}/if/0/orderNumber`]],
    ['a number without a bound', onPaid({ kind: 'orderNumber', is: null, atLeast: null }), [`choose_one ${AT_RULE}/if/0/orderNumber`]],
    ['order number zero', onPaid(orderIs(0)), [`number_out_of_range ${AT_RULE}/if/0/orderNumber/is`]],
    ['new and already delivered one', onPaid(isNew, deliveredOrders(1)), clash(1, 'deliveredOrders')],
    ['delivered one and new, in the other order', onPaid(deliveredOrders(1), isNew), clash(0, 'deliveredOrders')],
    ['new and two paid orders', onPaid(isNew, paidOrders(2)), clash(1, 'paidOrders')],
    ['new and one paid order, which is this one', onPaid(isNew, paidOrders(1)), []],
    ['new at sign-up with a paid order', withRule({ on: 'member.signed_up', if: [isNew, paidOrders(1)] }), clash(1, 'paidOrders')],
    ['new when placed with a paid order', withRule({ on: 'order.placed', if: [isNew, paidOrders(1)] }), clash(1, 'paidOrders')],
    ['the second order and three paid', onPaid(orderIs(2), paidOrders(3)), clash(1, 'paidOrders')],
    ['a first order delivered after a second', withRule({ on: 'order.delivered', if: [isNew, deliveredOrders(2)] }), []],
    ['two lists of goods without a common one', onPaid(sku('A'), sku('B')), []],
    ['two lists of channels without a common one', onPaid(channel('web'), channel('pos')), clash(1, 'channel')],
    [
      'three lists of channels, each two with a common one',
      onPaid(channel('a', 'b'), channel('b', 'c'), channel('a', 'c')),
      clash(2, 'channel'),
    ],
    ['an empty list', onPaid(sku()), [`list_empty ${AT_RULE}/if/0/sku/in`]],
    ['the programme’s currency among others', onPaid({ kind: 'currency', in: ['USD', 'RUB'] }), []],
    ['only another currency', onPaid({ kind: 'currency', in: ['USD'] }), [`conditions_contradict ${AT_RULE}/if/0/currency/in`]],
    ['a currency that is none', onPaid({ kind: 'currency', in: ['RUB', 'QQQ'] }), [`currency_unknown ${AT_RULE}/if/0/currency/in/1`]],
    ['from 3 to 3 days', onPaid(since(3, 3)), []],
    ['more days than at most', onPaid(since(4, 3)), [`range_empty ${AT_RULE}/if/0/daysSince`]],
    ['more days than at most in two conditions', onPaid(since(4, null), since(null, 3)), clash(1, 'daysSince')],
    ['days without a bound', onPaid(since(null, null)), [`range_missing ${AT_RULE}/if/0/daysSince`]],
    ['a fraction of a day', onPaid(since(0.5, null)), [`number_out_of_range ${AT_RULE}/if/0/daysSince/atLeast`]],
    ['an amount below zero', onPaid({ kind: 'paid', atLeastMinor: -1n }), [`amount_not_positive ${AT_RULE}/if/0/paid/atLeast/amountMinor`]],
    [
      'an amount above int64',
      onPaid({ kind: 'paid', atLeastMinor: 2n ** 63n }),
      [`amount_too_large ${AT_RULE}/if/0/paid/atLeast/amountMinor`],
    ],
    [
      'a paid amount at sign-up',
      withRule({ on: 'member.signed_up', if: [{ kind: 'paid', atLeastMinor: 1n }] }),
      [`condition_needs_order ${AT_RULE}/if/0/paid`],
    ],
    ['goods of a custom event', withRule({ on: 'custom.visit', if: [sku('A')] }), [`condition_needs_order ${AT_RULE}/if/0/sku`]],
    [
      'the number of an order only placed',
      withRule({ on: 'order.placed', if: [orderIs(1)] }),
      [`condition_needs_payment ${AT_RULE}/if/0/orderNumber`],
    ],
    ['counts and days at enrolment', enrolIf(paidOrders(2), deliveredOrders(1), since(30, null)), []],
    ['a paid amount at enrolment', enrolIf({ kind: 'paid', atLeastMinor: 1n }), ['condition_not_for_enrolment /enrolment/if/0/paid']],
    [
      'days since joining at enrolment',
      enrolIf({ kind: 'daysSince', event: 'joined', atLeast: 1, atMost: null }),
      ['condition_not_for_enrolment /enrolment/if/0/daysSince'],
    ],
    [
      'days since a touch at enrolment',
      enrolIf({ kind: 'daysSince', event: 'touch', atLeast: 1, atMost: null }),
      ['condition_not_for_enrolment /enrolment/if/0/daysSince'],
    ],
    [
      'new and some days after the order before',
      onPaid(isNew, { kind: 'daysSince', event: 'lastPaidOrder', atLeast: 90, atMost: null }),
      clash(1, 'daysSince'),
    ],
    [
      'new and no day after the first order, which is this one',
      onPaid(isNew, { kind: 'daysSince', event: 'firstPaidOrder', atLeast: null, atMost: 0 }),
      [],
    ],
    [
      'new at sign-up and some days after a first order',
      withRule({ on: 'member.signed_up', if: [isNew, { kind: 'daysSince', event: 'firstPaidOrder', atLeast: 1, atMost: null }] }),
      clash(1, 'daysSince'),
    ],
    ['new with a paid order at enrolment', enrolIf(isNew, paidOrders(1)), ['conditions_contradict /enrolment/if/1/paidOrders']],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });
});

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

describe('validateProgram on limits', () => {
  const capped = (perReferrer: Rule['caps']['perReferrer'], grant: Partial<Grant> = { to: 'referrer' }): ProgramDocument =>
    withGrant(grant, { caps: { perReferrer, budget: null } });
  const budgeted = (amount: bigint, unit: 'money' | 'points' = 'money', benefit: Benefit = CREDIT): ProgramDocument =>
    withGrant({ benefit }, { caps: { perReferrer: null, budget: { unit, amount } } });
  const atCap = `${AT_RULE}/caps/perReferrer`;
  const atBudget = `${AT_RULE}/caps/budget`;

  it.each<[string, ProgramDocument, string[]]>([
    ['twenty a year', capped({ count: 20, amount: null, per: 'year' }), []],
    ['none a year', capped({ count: 0, amount: null, per: 'year' }), [`number_out_of_range ${atCap}/count`]],
    ['a limit of nothing', capped({ count: null, amount: null, per: 'year' }), [`cap_empty ${atCap}`]],
    [
      'a limit of a referrer who gets nothing',
      capped({ count: 1, amount: null, per: 'year' }, { to: 'buyer' }),
      [`cap_without_referrer ${atCap}`],
    ],
    ['a limit of exactly one reward', capped({ count: null, amount: 10_000n, per: 'year' }), []],
    ['a limit below one reward', capped({ count: null, amount: 9_999n, per: 'year' }), [`cap_too_small ${atCap}/amount/amountMinor`]],
    [
      'a limit below one reward in points',
      capped({ count: null, amount: 99n, per: 'year' }, { to: 'referrer', benefit: POINTS }),
      [`cap_too_small ${atCap}/amount/points`],
    ],
    [
      'one amount over money and points',
      withRule({
        grant: [
          { ...GRANT, to: 'referrer' },
          { ...GRANT, to: 'referrer', benefit: POINTS },
        ],
        caps: { perReferrer: { count: null, amount: 1_000_000n, per: 'life' }, budget: null },
      }),
      [`cap_unit_mixed ${atCap}/amount`],
    ],
    [
      'fewer than the referrer’s legs',
      withRule({
        grant: [
          { ...GRANT, to: 'referrer' },
          { ...GRANT, to: 'referrer' },
        ],
        caps: { perReferrer: { count: 1, amount: null, per: 'life' }, budget: null },
      }),
      [`cap_too_small ${atCap}/count`],
    ],
    [
      'an amount over gifts alone',
      capped({ count: null, amount: 1n, per: 'life' }, { to: 'referrer', benefit: { kind: 'gift', sku: 'S', costMinor: 1n } }),
      [`cap_amount_unused ${atCap}/amount`],
    ],
    ['a budget of exactly one reward', budgeted(10_000n), []],
    ['a budget below one reward', budgeted(9_999n), [`budget_too_small ${atBudget}/amountMinor`]],
    [
      'a budget below one gift',
      budgeted(99n, 'money', { kind: 'gift', sku: 'S', costMinor: 100n }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    [
      'a budget below all legs together',
      withRule({ grant: [GRANT, GRANT], caps: { perReferrer: null, budget: { unit: 'money', amount: 19_999n } } }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    ['a small budget of a share, which may be smaller', budgeted(1n, 'money', TENTH), []],
    ['a budget of zero', budgeted(0n, 'money', TENTH), [`amount_not_positive ${atBudget}/amountMinor`]],
    ['a budget in points where money is given', budgeted(1_000_000n, 'points'), [`budget_unit_unused ${atBudget}`]],
    ['a budget in money where points are given', budgeted(1_000_000n, 'money', POINTS), [`budget_unit_unused ${atBudget}`]],
    [
      'a budget below the maximum of a coupon',
      budgeted(99n, 'money', { ...THIS_ORDER, use: 'nextOrder', discount: { how: 'percent', basisPoints: 1n, maxMinor: 100n } }),
      [`budget_too_small ${atBudget}/amountMinor`],
    ],
    [
      'budgets in two units',
      {
        ...withRule({
          grant: [GRANT, { ...GRANT, benefit: POINTS }],
          caps: { perReferrer: null, budget: { unit: 'points', amount: 1_000_000n } },
        }),
        budget: { unit: 'money', amount: 1_000_000n },
      },
      [`budget_units_mixed ${atBudget}`],
    ],
    [
      'a programme budget below one reward',
      { ...DOCUMENT, budget: { unit: 'money', amount: 9_999n } },
      ['budget_too_small /budget/amountMinor'],
    ],
    ['a programme budget in points nobody gets', { ...DOCUMENT, budget: { unit: 'points', amount: 5n } }, ['budget_unit_unused /budget']],
  ])('judges %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });
});

describe('validateProgram on what the friend gains (1-21)', () => {
  const coupon = (basisPoints: bigint): Benefit => ({
    ...THIS_ORDER,
    use: 'nextOrder',
    discount: { how: 'percent', basisPoints, maxMinor: null },
  });
  const refused = [`friend_gets_less ${AT_RULE}/grant`];

  it.each<[string, ProgramDocument, string[]]>([
    ['the same credit', both(CREDIT, CREDIT), []],
    ['less credit', both(CREDIT, { kind: 'credit', how: 'fixed', amountMinor: 9_999n }), refused],
    ['a lower rate', both(TENTH, { ...TENTH, basisPoints: 999n }), refused],
    ['the same rate with a maximum', both(TENTH, { ...TENTH, maxMinor: 100n }), refused],
    [
      'fewer points per rouble',
      both(
        { kind: 'points', how: 'per', perMinor: 100n, points: 1n, maxPoints: null, of: 'base' },
        { kind: 'points', how: 'per', perMinor: 300n, points: 2n, maxPoints: null, of: 'base' },
      ),
      refused,
    ],
    ['a smaller coupon', both(coupon(1000n), coupon(500n)), refused],
    ['a coupon against credit, which nobody can compare', both(TENTH, coupon(500n)), []],
    ['points against credit', both(CREDIT, POINTS), []],
    ['nothing, in a one-sided programme (1-02)', withGrant({ to: 'referrer' }), []],
  ])('judges a friend who gets %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('lets the author say that the referrer gains more', () => {
    expect(validateProgram(both(TENTH, { ...TENTH, basisPoints: 1n }), new Set(['rule']))).toEqual([]);
  });
});
