import { describe, expect, it } from 'vitest';
import { CUSTOMER } from '../../../test/support/tier-builders.ts';
import type { CustomerHistory } from '../program/conditions.ts';
import type { Condition } from '../program/document.ts';
import { enrolmentGaps } from './enrolment-gaps.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const unknown: CustomerHistory = CUSTOMER;
const buyer: CustomerHistory = {
  signedUpAt: daysAgo(100),
  orderCount: 2,
  paidOrderCount: 2,
  deliveredOrderCount: 1,
  firstOrderAt: daysAgo(90),
  lastOrderAt: daysAgo(40),
};

const gapsOf = (customer: CustomerHistory, ...conditions: Condition[]) =>
  enrolmentGaps({ enrolment: { mode: 'optIn', if: conditions }, timeZone: 'Europe/Moscow', currency: 'RUB' }, customer, NOW);
const since = (event: 'signUp' | 'firstPaidOrder' | 'lastPaidOrder', bounds: { atLeast?: number; atMost?: number }): Condition => ({
  kind: 'daysSince',
  event,
  atLeast: bounds.atLeast ?? null,
  atMost: bounds.atMost ?? null,
});

describe('what is missing to take part', () => {
  it('is nothing where every condition holds', () => {
    expect(gapsOf(buyer)).toEqual([]);
    expect(gapsOf(buyer, { kind: 'paidOrders', atLeast: 2 }, { kind: 'newCustomer', is: false })).toEqual([]);
  });

  it('is told for each condition, in their order, by how much (1-21)', () => {
    const gaps = gapsOf(buyer, { kind: 'paidOrders', atLeast: 5 }, since('signUp', { atLeast: 1 }), {
      kind: 'deliveredOrders',
      atLeast: 3,
    });
    expect(gaps.map(({ condition, missing }) => [condition.kind, missing])).toEqual([
      ['paidOrders', { kind: 'count', count: 3 }],
      ['deliveredOrders', { kind: 'count', count: 2 }],
    ]);
  });

  it.each<[string, CustomerHistory, Condition, boolean]>([
    ['more orders', unknown, { kind: 'paidOrders', atLeast: 1 }, false],
    ['a first purchase', unknown, { kind: 'newCustomer', is: false }, false],
    ['being new', buyer, { kind: 'newCustomer', is: true }, true],
    ['a sign-up that has not been', unknown, since('signUp', { atMost: 30 }), false],
    ['days that go by', buyer, since('signUp', { atLeast: 200, atMost: 300 }), false],
    ['days that have gone by', buyer, since('signUp', { atMost: 30 }), true],
    ['days after a first order, gone by', buyer, since('firstPaidOrder', { atMost: 30 }), true],
    ['days after the last order, which another follows', buyer, since('lastPaidOrder', { atMost: 30 }), false],
    ['months that have gone by', buyer, { kind: 'monthsSince', event: 'signUp', atMost: 1 }, true],
    ['months after an order that has not been', unknown, { kind: 'monthsSince', event: 'firstPaidOrder', atMost: 1 }, false],
    ['months after the last order, which another follows', buyer, { kind: 'monthsSince', event: 'lastPaidOrder', atMost: 1 }, false],
  ])('of %s is known to be for good or not', (_name, customer, condition, isForGood) => {
    expect(gapsOf(customer, condition).map((gap) => gap.isForGood)).toEqual([isForGood]);
  });
});
