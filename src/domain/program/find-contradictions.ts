import type { Condition, RuleTrigger } from './document.ts';
import { type ProgramIssue, pointer } from './program-issue.ts';

/**
 * Pairs of conditions that cannot hold together. Being new and having order number 1 are the same fact (contract.md 6.5), so
 * both narrow the number of the order; counts of earlier orders are then compared with it.
 */
export function findContradictions(
  conditions: readonly Condition[],
  context: { readonly field: string; readonly trigger: RuleTrigger | null },
): ProgramIssue[] {
  const { field, trigger } = context;
  const issues: ProgramIssue[] = [];
  const numbers = new Span();
  const daysByEvent = new Map<string, Span>();
  const channels = new Choice();
  for (const [index, condition] of conditions.entries()) {
    const clash = narrow(condition, index, { numbers, daysByEvent, channels });
    if (clash !== null) issues.push(contradiction(pointer(pointer(field, index), condition.kind), clash));
  }
  return [
    ...issues,
    ...findCountClashes(conditions, { field, trigger, numbers }),
    ...findFirstOrderClashes(conditions, { field, trigger, numbers }),
  ];
}

interface Known {
  readonly numbers: Span;
  readonly daysByEvent: Map<string, Span>;
  readonly channels: Choice;
}

/** Takes the condition in and returns the index of an earlier one that it excludes, or null. */
function narrow(condition: Condition, index: number, known: Known): number | null {
  if (condition.kind === 'newCustomer') return known.numbers.narrow(condition.is ? { least: 1, most: 1 } : { least: 2, most: null }, index);
  if (condition.kind === 'orderNumber') return narrowNumber(condition, index, known.numbers);
  if (condition.kind === 'channel' && condition.in.length > 0) return known.channels.narrow(condition.in, index);
  if (condition.kind !== 'daysSince') return null;
  const days = known.daysByEvent.get(condition.event) ?? new Span();
  known.daysByEvent.set(condition.event, days);
  const { atLeast, atMost } = condition;
  // A range that is empty by itself has its own issue.
  if (atLeast !== null && atMost !== null && atLeast > atMost) return null;
  return days.narrow({ least: atLeast, most: atMost }, index);
}

function narrowNumber(condition: Condition & { kind: 'orderNumber' }, index: number, numbers: Span): number | null {
  const { is, atLeast } = condition;
  if (is !== null && atLeast !== null) return null;
  return numbers.narrow({ least: is ?? atLeast, most: is }, index);
}

interface Numbered {
  readonly field: string;
  readonly trigger: RuleTrigger | null;
  readonly numbers: Span;
}

/** Days since an earlier order asked of a first one. */
function findFirstOrderClashes(conditions: readonly Condition[], { field, trigger, numbers }: Numbered): ProgramIssue[] {
  const { most } = numbers;
  if (most === null || most.value > 1) return [];
  // Once paid, the order itself is the customer's first one.
  const isFirstKnown = trigger === 'order.paid' || trigger === 'order.delivered';
  return conditions.flatMap((condition, index) => {
    if (condition.kind !== 'daysSince' && condition.kind !== 'monthsSince') return [];
    const needsEarlier = condition.event === 'lastPaidOrder' || (condition.event === 'firstPaidOrder' && !isFirstKnown);
    return needsEarlier ? [contradiction(pointer(pointer(field, index), condition.kind), most.index)] : [];
  });
}

/** More earlier orders asked for than the order's number allows. */
function findCountClashes(conditions: readonly Condition[], { field, trigger, numbers }: Numbered): ProgramIssue[] {
  // A later order may be delivered before an earlier one, so on delivery the counts may exceed the order's number.
  if (numbers.most === null || trigger === 'order.delivered') return [];
  const issues: ProgramIssue[] = [];
  for (const [index, condition] of conditions.entries()) {
    if (condition.kind !== 'paidOrders' && condition.kind !== 'deliveredOrders') continue;
    // At its own payment the order itself may already count as paid.
    const ownOrder = trigger === 'order.paid' && condition.kind === 'paidOrders' ? 1 : 0;
    if (condition.atLeast > numbers.most.value - 1 + ownOrder)
      issues.push(contradiction(pointer(pointer(field, index), condition.kind), numbers.most.index));
  }
  return issues;
}

function contradiction(field: string, otherIndex: number): ProgramIssue {
  return {
    code: 'conditions_contradict',
    field,
    text: {
      ru: `Условие не может выполниться вместе с условием ${otherIndex} того же списка (счёт от 0): уберите одно из двух.`,
      en: `The condition cannot hold together with condition ${otherIndex} of the same list (counted from 0): remove one of the two.`,
    },
  };
}

interface Bound {
  readonly value: number;
  /** The condition that set it. */
  readonly index: number;
}

/** The whole numbers that all conditions so far allow. */
class Span {
  least: Bound | null = null;
  most: Bound | null = null;

  narrow(range: { readonly least: number | null; readonly most: number | null }, index: number): number | null {
    const { least, most } = range;
    // A range that excludes the span leaves it as it was, so that each clash is told once.
    if (least !== null && this.most !== null && least > this.most.value) return this.most.index;
    if (most !== null && this.least !== null && most < this.least.value) return this.least.index;
    if (least !== null && (this.least === null || least > this.least.value)) this.least = { value: least, index };
    if (most !== null && (this.most === null || most < this.most.value)) this.most = { value: most, index };
    return null;
  }
}

/** The values that all lists so far allow. */
class Choice {
  #values: readonly string[] | null = null;
  #index = 0;

  narrow(values: readonly string[], index: number): number | null {
    const common = this.#values === null ? values : this.#values.filter((value) => values.includes(value));
    if (common.length === 0) return this.#index;
    this.#values = common;
    this.#index = index;
    return null;
  }
}
