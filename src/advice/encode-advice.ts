import type { Problem, ProblemReason } from '../contract/problems.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import type { Advice } from '../domain/program/lint/advice.ts';
import type { AdviceRefusal, GivenAdvice } from '../domain/program/lint/answer-advice.ts';
import type { LintFigures } from '../domain/program/lint/figures.ts';

export function adviceToWire(advice: Advice) {
  const { check, severity, canOverride, reason, evidence } = advice;
  const { patch, ru, en } = advice.suggestion;
  return {
    check,
    severity,
    canOverride,
    where: placeToWire(advice.where),
    reason: { ru: reason.ru, en: reason.en },
    evidence: { text: evidence.text, source: evidence.source, year: evidence.year, trust: evidence.trust },
    cost: costToWire(advice.cost),
    suggestion: { ru, en, ...(patch === undefined ? {} : { patch: { path: patch.path, value: patch.value } }) },
  };
}

export function givenAdviceToWire(given: GivenAdvice) {
  const { check, severity, reason, answer } = given;
  return { check, severity, where: placeToWire(given.where), reason, cost: costToWire(given.cost), answer };
}

function placeToWire({ path, ruleId, tierId, perkId }: Advice['where']) {
  return { path, ruleId, tierId, perkId };
}

function costToWire(cost: Advice['cost']) {
  return cost === null ? null : { ...moneyToWire(cost.amountMinor, cost.currency), per: cost.per, how: cost.how };
}

export function figuresToWire(figures: LintFigures) {
  const { currency } = figures;
  return {
    currency,
    orders: figures.orders,
    customers: figures.customers,
    medianOrder: moneyToWire(figures.medianOrderMinor, currency),
    meanOrder: moneyToWire(figures.meanOrderMinor, currency),
    ordersPerMonth: Number(figures.ordersPerMonth),
    firstOrdersPerMonth: Number(figures.firstOrdersPerMonth),
    repeatOrdersBasisPoints: Number(figures.repeatOrdersBasisPoints),
    refundRateBasisPoints: Number(figures.refundRateBasisPoints),
    medianDaysBetweenOrders: figures.medianDaysBetweenOrders,
  };
}

/** Why a version is not published: each piece of advice as a reason, under the name of its check. */
export function adviceProblem({ kind, advice }: AdviceRefusal): Problem {
  const reasons = advice.map(
    ({ check, where, reason, suggestion }): ProblemReason => ({
      code: check,
      field: fieldOf(where.path),
      text: { ru: `${reason.ru} ${suggestion.ru}`, en: `${reason.en} ${suggestion.en}` },
    }),
  );
  const code = kind === 'stops' ? 'program_advice' : 'advice_unanswered';
  return { code, field: reasons[0]?.field ?? null, missing: null, issue: null, reasons };
}

/** `/rules/0/grant` is `document.rules[0].grant`, as every other field of the API is written. */
function fieldOf(path: string): string {
  return path
    .split('/')
    .slice(1)
    .reduce((field, step) => (/^\d+$/.test(step) ? `${field}[${step}]` : `${field}.${step}`), 'document');
}
