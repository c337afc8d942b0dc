import type { Rule, Tier } from '../domain/program/document.ts';
import { type ProgramIssue, pointer } from '../domain/program/program-issue.ts';
import type { TierCondition, TierExpiry, TypedMargin } from '../domain/program/tier-condition.ts';
import { assertNever } from '../domain/result.ts';
import { type Decoding, decodeMoney, encodeMoney } from './program-document-amount.ts';
import type { RuleForm, RuleWire, TierForm, TierWire } from './program-document-schema.ts';
import type { MarginForm, MarginWire, TierConditionForm, TierConditionWire } from './program-document-tier-schema.ts';

type At = Decoding & { readonly field: string };

const DEFAULT_WARN_DAYS = 30;
const MONTH_DAY = /^(\d\d)-(\d\d)$/;

/** `decodeRule` is that of the programme's own rules. */
export function decodeTiers(wire: readonly TierForm[], at: At, decodeRule: (rule: RuleForm, at: At) => Rule): Tier[] {
  return wire.map((tier, index) => decodeTier(tier, { ...at, field: pointer(at.field, index) }, decodeRule));
}

function decodeTier(wire: TierForm, at: At, decodeRule: (rule: RuleForm, at: At) => Rule): Tier {
  const inside = (step: string): At => ({ ...at, field: `${at.field}/${step}` });
  return {
    id: wire.id,
    name: wire.name,
    badge: wire.badge ?? null,
    greeting: wire.greeting ?? null,
    thankYou: wire.thankYou ?? null,
    entry: { if: decodeTierConditions(wire.entry.if, inside('entry/if')), acceptance: wire.entry.acceptance ?? 'none' },
    keep: wire.keep === undefined ? null : decodeTierConditions(wire.keep.if, inside('keep/if')),
    expiry: wire.expiry === undefined ? null : decodeExpiry(wire.expiry, inside('expiry')),
    downgrade: wire.downgrade ?? 'toEarned',
    graceDays: wire.graceDays ?? 0,
    warnDays: wire.warnDays ?? DEFAULT_WARN_DAYS,
    perks: wire.perks ?? [],
    replaces: wire.replaces ?? [],
    rules: (wire.rules ?? []).map((rule, index) => decodeRule(rule, inside(`rules/${index}`))),
  };
}

function decodeTierConditions(wire: readonly TierConditionForm[], at: At): TierCondition[] {
  return wire.flatMap((condition, index) => {
    const field = pointer(at.field, index);
    if (Object.keys(condition).length === 1) return decodeTierCondition(condition, { ...at, field }) ?? [];
    at.report(
      chooseOne(field, { ru: 'В одних фигурных скобках — ровно одно условие.', en: 'One pair of braces holds exactly one condition.' }),
    );
    return [];
  });
}

function decodeTierCondition(wire: TierConditionForm, at: At): TierCondition | null {
  const { paidOrders, spend, margin, qualifiedReferrals, scoresGiven, score, noOpenComplaint, daysSinceJoining } = wire;
  const count = (of: NonNullable<typeof paidOrders>) => ({ atLeast: of.atLeast, withinDays: of.withinDays ?? null });
  const amount = (kind: 'spend' | 'margin', of: NonNullable<typeof spend>) => ({
    atLeastMinor: decodeMoney(of.atLeast, { ...at, field: `${at.field}/${kind}/atLeast` }),
    withinDays: of.withinDays ?? null,
  });
  if (paidOrders !== undefined) return { kind: 'paidOrders', ...count(paidOrders) };
  if (spend !== undefined) return { kind: 'spend', ...amount('spend', spend) };
  if (margin !== undefined) return { kind: 'margin', ...amount('margin', margin) };
  if (qualifiedReferrals !== undefined) return { kind: 'qualifiedReferrals', ...count(qualifiedReferrals) };
  if (scoresGiven !== undefined) return { kind: 'scoresGiven', ...count(scoresGiven) };
  if (score !== undefined) return { kind: 'score', atLeast: score.atLeast, required: score.required ?? false };
  if (noOpenComplaint !== undefined) return { kind: 'noOpenComplaint' };
  return daysSinceJoining === undefined ? null : { kind: 'daysSinceJoining', atLeast: daysSinceJoining.atLeast };
}

function decodeExpiry(wire: NonNullable<TierForm['expiry']>, at: At): TierExpiry {
  const { days, months, yearly } = wire;
  const month = yearly === undefined ? null : MONTH_DAY.exec(yearly);
  if ([days, months, yearly].filter((value) => value !== undefined).length !== 1) {
    at.report(
      chooseOne(at.field, {
        ru: 'Оставьте ровно одно поле из: days, months, yearly.',
        en: 'Keep exactly one field of: days, months, yearly.',
      }),
    );
  } else if (yearly !== undefined && month === null) {
    at.report({
      code: 'value_not_allowed',
      field: pointer(at.field, 'yearly'),
      text: { ru: 'День года пишется как MM-DD, например 12-31.', en: 'A day of the year is written as MM-DD, such as 12-31.' },
    });
  }
  if (month !== null) return { kind: 'yearly', month: Number(month[1]), day: Number(month[2]) };
  return months === undefined ? { kind: 'days', days: days ?? 1 } : { kind: 'months', months };
}

export function decodeMargin(wire: MarginForm): TypedMargin {
  const categories = (wire.categories ?? []).map(({ category, basisPoints }) => ({ category, basisPoints: BigInt(basisPoints) }));
  return { basisPoints: BigInt(wire.basisPoints), categories };
}

export function encodeMargin({ basisPoints, categories }: TypedMargin): MarginWire {
  return {
    basisPoints: Number(basisPoints),
    categories: categories.map((each) => ({ category: each.category, basisPoints: Number(each.basisPoints) })),
  };
}

export function encodeTier(tier: Tier, currency: string, encodeRule: (rule: Rule, currency: string) => RuleWire): TierWire {
  const { badge, greeting, thankYou, keep, expiry } = tier;
  return {
    id: tier.id,
    name: tier.name,
    ...(badge === null ? {} : { badge }),
    ...(greeting === null ? {} : { greeting }),
    ...(thankYou === null ? {} : { thankYou }),
    entry: { if: tier.entry.if.map((condition) => encodeTierCondition(condition, currency)), acceptance: tier.entry.acceptance },
    ...(keep === null ? {} : { keep: { if: keep.map((condition) => encodeTierCondition(condition, currency)) } }),
    ...(expiry === null ? {} : { expiry: encodeExpiry(expiry) }),
    downgrade: tier.downgrade,
    graceDays: tier.graceDays,
    warnDays: tier.warnDays,
    perks: [...tier.perks],
    replaces: [...tier.replaces],
    rules: tier.rules.map((rule) => encodeRule(rule, currency)),
  };
}

function encodeTierCondition(condition: TierCondition, currency: string): TierConditionWire {
  const window = 'withinDays' in condition && condition.withinDays !== null ? { withinDays: condition.withinDays } : {};
  switch (condition.kind) {
    case 'paidOrders':
      return { paidOrders: { atLeast: condition.atLeast, ...window } };
    case 'spend':
      return { spend: { atLeast: encodeMoney({ amountMinor: condition.atLeastMinor, currency }), ...window } };
    case 'margin':
      return { margin: { atLeast: encodeMoney({ amountMinor: condition.atLeastMinor, currency }), ...window } };
    case 'qualifiedReferrals':
      return { qualifiedReferrals: { atLeast: condition.atLeast, ...window } };
    case 'scoresGiven':
      return { scoresGiven: { atLeast: condition.atLeast, ...window } };
    case 'score':
      return { score: { atLeast: condition.atLeast, required: condition.required } };
    case 'noOpenComplaint':
      return { noOpenComplaint: true };
    case 'daysSinceJoining':
      return { daysSinceJoining: { atLeast: condition.atLeast } };
    default:
      return assertNever(condition);
  }
}

function encodeExpiry(expiry: TierExpiry): NonNullable<TierWire['expiry']> {
  switch (expiry.kind) {
    case 'days':
      return { days: expiry.days };
    case 'months':
      return { months: expiry.months };
    case 'yearly':
      return { yearly: `${String(expiry.month).padStart(2, '0')}-${String(expiry.day).padStart(2, '0')}` };
    default:
      return assertNever(expiry);
  }
}

function chooseOne(field: string, text: { readonly ru: string; readonly en: string }): ProgramIssue {
  return { code: 'choose_one', field, text };
}
