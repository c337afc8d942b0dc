import { describe, expect, it } from 'vitest';
import { DOCUMENT } from '../../test/support/program-builders.ts';
import { CUSTOMER } from '../../test/support/tier-builders.ts';
import { enrolmentGaps } from '../domain/member/enrolment-gaps.ts';
import type { CustomerHistory } from '../domain/program/conditions.ts';
import type { Condition, ProgramDocument } from '../domain/program/document.ts';
import { enrolmentGapText } from './enrolment-gap-words.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const newcomer: CustomerHistory = { ...CUSTOMER, signedUpAt: new Date('2026-11-10T12:00:00Z') };

function toldOf(condition: Condition, customer: CustomerHistory = newcomer): readonly string[] {
  const document: ProgramDocument = { ...DOCUMENT, enrolment: { mode: 'optIn', if: [condition] } };
  return enrolmentGaps(document, customer, NOW)
    .map((gap) => enrolmentGapText(gap, document))
    .flatMap(({ ru, en }) => [ru, en]);
}

describe('what is missing to take part, in words (1-21)', () => {
  it.each<[Condition, string, string]>([
    [{ kind: 'paidOrders', atLeast: 1 }, 'Ещё 1 оплаченный заказ.', '1 more paid order.'],
    [{ kind: 'paidOrders', atLeast: 5 }, 'Ещё 5 оплаченных заказов.', '5 more paid orders.'],
    [{ kind: 'deliveredOrders', atLeast: 21 }, 'Ещё 21 доставленный заказ.', '21 more delivered orders.'],
    [{ kind: 'newCustomer', is: false }, 'Только для тех, кто уже покупал.', 'Returning customers only.'],
    [
      { kind: 'daysSince', event: 'signUp', atLeast: 12, atMost: null },
      'Не раньше чем через 12 дней после регистрации: ещё 2 дня.',
      'Not before 12 days after sign-up: 2 more days.',
    ],
    [
      { kind: 'daysSince', event: 'firstPaidOrder', atLeast: null, atMost: 30 },
      'Не позже чем через 30 дней после первого оплаченного заказа.',
      'Within 30 days after the first paid order.',
    ],
  ])('%j', (condition, ru, en) => {
    expect(toldOf(condition)).toEqual([ru, en]);
  });

  it('says that an offer is for new customers by the text every refusal has', () => {
    expect(toldOf({ kind: 'newCustomer', is: true }, { ...newcomer, orderCount: 1 })).toEqual([
      'Предложение действует только для новых покупателей.',
      'The offer is for new customers only.',
    ]);
  });
});
