import { type ConditionFacts, type CustomerHistory, type Failure, failedConditions, mayHoldLater } from '../program/conditions.ts';
import type { Condition, ProgramDocument } from '../program/document.ts';

/** A condition of joining that a customer does not meet. */
export interface EnrolmentGap extends Failure {
  readonly condition: Condition;
  /** Neither what they do nor time will change it. */
  readonly isForGood: boolean;
}

/** What a customer lacks at an instant to take part by a document, in its order; empty = may join. */
export function enrolmentGaps(
  { enrolment, timeZone, currency }: Pick<ProgramDocument, 'enrolment' | 'timeZone' | 'currency'>,
  customer: CustomerHistory,
  at: Date,
): readonly EnrolmentGap[] {
  const facts: ConditionFacts = {
    at,
    timeZone,
    currency,
    customer,
    isNewCustomer: customer.orderCount === 0,
    order: null,
    base: 0n,
    touchAt: null,
    membership: null,
  };
  return enrolment.if.flatMap((condition) =>
    failedConditions([condition], facts).map((failure) => ({ ...failure, condition, isForGood: !mayHoldLater(condition, facts) })),
  );
}
