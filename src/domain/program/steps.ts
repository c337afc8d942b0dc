/** A bonus that grows with the count of referrals, and what makes a rule count them (requirement 0-17, ADR 0011). Pure arithmetic. */
import { assertNever } from '../result.ts';
import { periodBounds, periodKey } from '../time/calendar.ts';
import type { Benefit, Condition, Rule, Step, Steps } from './document.ts';

/** T(n): what `count` referrals of one period are worth together, in the unit of the table. Never falls as the count rises. */
export function stepsTotal(steps: Steps, count: number): bigint {
  switch (steps.mode) {
    case 'marginal':
      return marginalTotal(steps.table, count);
    case 'retroactive':
      return (lastStep(steps.table, count)?.amount ?? 0n) * BigInt(count);
    case 'milestone':
      return steps.table.reduce((sum, step) => (step.from <= count ? sum + step.amount : sum), 0n);
    default:
      return assertNever(steps.mode);
  }
}

/** T(n) − T(n − 1): what the `number`th referral of a period adds. */
export function stepsShare(steps: Steps, number: number): bigint {
  return number < 1 ? 0n : stepsTotal(steps, number) - stepsTotal(steps, number - 1);
}

/** The most that one referral can add: what it costs at worst. */
export function largestShare(steps: Steps): bigint {
  return steps.table.reduce((most, { from }) => {
    const share = stepsShare(steps, from);
    return share > most ? share : most;
  }, 0n);
}

/** How many referrals more bring the next step; null on the last one. */
export function referralsToNextStep(steps: Steps, number: number): number | null {
  const next = steps.table.find((step) => step.from > number);
  return next === undefined ? null : next.from - number;
}

/** The period a referral counted at `at` belongs to. */
export function stepsPeriod(per: Steps['per'], at: Date, timeZone: string): string {
  return per === 'life' ? 'life' : periodKey(at, per, timeZone);
}

/** The same as a test of instants (epoch ms), of which there may be many. */
export function isOfPeriod(per: Exclude<Steps['per'], 'life'>, at: Date, timeZone: string): (ms: number) => boolean {
  const { from, until } = periodBounds(at, per, timeZone);
  return (ms) => ms >= from.getTime() && ms < until.getTime();
}

/** Whether the `number`th referral meets the conditions on its number. */
export function isNumberMet(conditions: readonly Condition[], number: number): boolean {
  return conditions.every(
    (condition) =>
      condition.kind !== 'referralNumber' ||
      ((condition.is === null || number === condition.is) && (condition.atLeast === null || number >= condition.atLeast)),
  );
}

/** Whether one of the numbers 1 to `most` meets them. */
export function isSomeNumberMet(conditions: readonly Condition[], most: number): boolean {
  // What meets lower bounds and exact numbers is the lowest of them all or nothing.
  const lowest = conditions.reduce(
    (number, condition) => (condition.kind === 'referralNumber' ? Math.max(number, condition.is ?? 1, condition.atLeast ?? 1) : number),
    1,
  );
  return lowest <= most && isNumberMet(conditions, lowest);
}

/** Whether what the rule gives depends on how many referrals its referrer has. */
export function isCountingRule(rule: Rule): boolean {
  return rule.if.some(({ kind }) => kind === 'referralNumber') || rule.grant.some((grant) => stepsOf(grant.benefit) !== null);
}

export function stepsOf(benefit: Benefit): Steps | null {
  return 'how' in benefit && benefit.how === 'steps' ? benefit.steps : null;
}

function marginalTotal(table: readonly Step[], count: number): bigint {
  let total = 0n;
  for (const [index, step] of table.entries()) {
    const next = table[index + 1];
    const last = next === undefined || next.from > count ? count : next.from - 1;
    if (last >= step.from) total += step.amount * BigInt(last - step.from + 1);
  }
  return total;
}

function lastStep(table: readonly Step[], count: number): Step | null {
  return table.findLast((step) => step.from <= count) ?? null;
}
