import { describe, expect, it } from 'vitest';
import { AT_RULE, enrolIf, issuesOf, onPaid, withRule } from '../../../test/support/program-builders.ts';
import type { Condition, ProgramDocument } from './document.ts';

const isNew: Condition = { kind: 'newCustomer', is: true };
const isKnown: Condition = { kind: 'newCustomer', is: false };
const orderIs = (is: number): Condition => ({ kind: 'orderNumber', is, atLeast: null });
const orderAtLeast = (atLeast: number): Condition => ({ kind: 'orderNumber', is: null, atLeast });
const paidOrders = (atLeast: number): Condition => ({ kind: 'paidOrders', atLeast });
const deliveredOrders = (atLeast: number): Condition => ({ kind: 'deliveredOrders', atLeast });
const channel = (...values: string[]): Condition => ({ kind: 'channel', in: values });
const sku = (...values: string[]): Condition => ({ kind: 'sku', in: values });
const since = (atLeast: number | null, atMost: number | null): Condition => ({ kind: 'daysSince', event: 'signUp', atLeast, atMost });

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
