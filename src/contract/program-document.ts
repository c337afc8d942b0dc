import type { Grant, Hold, PerReferrerCap, ProgramDocument, Rule, RuleTrigger } from '../domain/program/document.ts';
import { type ProgramIssue, pointer } from '../domain/program/program-issue.ts';
import { isRuleTrigger, unknownTriggerIssue } from '../domain/program/trigger.ts';
import { givesReferrerMore } from '../domain/program/validate-friend-share.ts';
import { capUnit } from '../domain/program/validate-limits.ts';
import { validateProgram } from '../domain/program/validate-program.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Decoding, decodeAmount, decodeMoney, encodeAmount, encodeMoney } from './program-document-amount.ts';
import { decodeBenefit, encodeBenefit } from './program-document-benefit.ts';
import { decodeConditions, encodeCondition } from './program-document-condition.ts';
import { programIssuesFromForm } from './program-document-issues.ts';
import { decodePerks, encodePerks } from './program-document-perk.ts';
import {
  type CapsForm,
  type CapsWire,
  type GrantForm,
  type GrantWire,
  type HoldForm,
  type HoldWire,
  type ProgramDocumentForm,
  type ProgramDocumentWire,
  programDocumentSchema,
  type RuleForm,
  type RuleWire,
} from './program-document-schema.ts';
import { decodeStory, encodeStory } from './program-document-story.ts';
import { decodeMargin, decodeTiers, encodeMargin, encodeTier } from './program-document-tier.ts';
import { withSeveralLevels } from './several-levels.ts';

type At = Decoding & { readonly field: string };

const DEFAULT_WINDOW_DAYS = 60;

/**
 * A programme that can be published, from whatever was sent, with the defaults of contract.md 5 filled in; else every reason
 * why not: all faults of form, or, when the form is right, all faults of what the document says.
 */
export function decodeProgramDocument(
  input: unknown,
  defaults: { readonly timeZone: string },
): Result<ProgramDocument, readonly ProgramIssue[]> {
  const form = programDocumentSchema.safeParse(input);
  if (!form.success) return err(withSeveralLevels(programIssuesFromForm(form.error.issues, input), input));
  const wire = form.data;
  const issues: ProgramIssue[] = [];
  const document = decode(wire, { currency: wire.currency, report: (issue) => issues.push(issue) }, defaults.timeZone);
  const allowed = new Set(
    sentRules(wire)
      .filter((rule) => rule.allowReferrerMore === true)
      .map((rule) => rule.id),
  );
  issues.push(...validateProgram(document, allowed));
  return issues.length === 0 ? ok(document) : err(issues.map((issue) => ({ ...issue, field: fieldAsSent(issue.field, wire) })));
}

function decode(wire: ProgramDocumentForm, decoding: Decoding, timeZone: string): ProgramDocument {
  const { points, enrolment, attribution } = wire;
  const mode = enrolment?.mode ?? 'automatic';
  const conditions = enrolment?.if ?? (mode === 'automatic' ? [{ deliveredOrders: { atLeast: 1 } }] : []);
  return {
    name: wire.name,
    currency: wire.currency,
    timeZone: wire.timeZone ?? timeZone,
    points:
      points === undefined
        ? null
        : {
            name: points.name,
            value:
              points.value === undefined
                ? null
                : { amountMinor: decodeMoney(points.value, { ...decoding, field: '/points/value' }), currency: wire.currency },
          },
    enrolment: { mode, if: decodeConditions(conditions, { ...decoding, field: '/enrolment/if' }) },
    attribution: {
      windowDays: attribution?.windowDays ?? DEFAULT_WINDOW_DAYS,
      touch: attribution?.touch ?? 'first',
      lockAt: attribution?.lockAt ?? 'firstPaidOrder',
    },
    sharing: wire.sharing ?? 'private',
    ...(wire.offerStyle === 'gift' ? { offerStyle: wire.offerStyle } : {}),
    ...(wire.marking === undefined ? {} : { marking: wire.marking }),
    percentOf: { tax: wire.percentOf?.tax ?? 'included' },
    shortfall: wire.shortfall ?? 'debt',
    budget: wire.budget === undefined ? null : decodeAmount(wire.budget, { ...decoding, field: '/budget' }),
    rules: wire.rules.map((rule, index) => decodeRule(rule, { ...decoding, field: pointer('/rules', index) })),
    tiers: decodeTiers(wire.tiers ?? [], { ...decoding, field: '/tiers' }, decodeRule),
    margin: wire.margin === undefined ? null : decodeMargin(wire.margin),
    ...decodePerks(wire.perks, { ...decoding, field: '/perks' }),
    ...decodeStory(wire.story),
  };
}

function decodeRule(wire: RuleForm, at: At): Rule {
  const legs = Array.isArray(wire.grant) ? wire.grant : [wire.grant];
  const grant = legs.map((leg, index) => decodeGrant(leg, { ...at, field: `${at.field}/grant/${index}` }));
  return {
    id: wire.id,
    on: decodeTrigger(wire.on, at),
    if: decodeConditions(wire.if ?? [], { ...at, field: `${at.field}/if` }),
    grant,
    caps: decodeCaps(wire.caps ?? {}, { ...at, field: `${at.field}/caps` }, grant),
  };
}

function decodeTrigger(type: string, at: At): RuleTrigger {
  if (isRuleTrigger(type)) return type;
  at.report(unknownTriggerIssue(pointer(at.field, 'on')));
  // The commonest trigger stands in, so that the rest of the rule is still judged.
  return 'order.paid';
}

function decodeGrant(wire: GrantForm, at: At): Grant {
  if (wire.to === 'company') {
    at.report({
      code: 'company_not_supported',
      field: pointer(at.field, 'to'),
      text: {
        ru: 'Вознаграждения компаниям появятся в следующей версии: выберите referrer, friend или buyer.',
        en: 'Rewards to companies come with a later version: choose referrer, friend or buyer.',
      },
    });
  }
  return {
    to: wire.to === 'company' ? 'buyer' : wire.to,
    benefit: decodeBenefit(wire.benefit, { ...at, field: pointer(at.field, 'benefit') }),
    hold: wire.hold === undefined ? null : decodeHold(wire.hold, { ...at, field: pointer(at.field, 'hold') }),
    expiresAfterDays: wire.expiresAfterDays ?? null,
    accrue: wire.accrue ?? 'whenPaid',
  };
}

function decodeHold(wire: HoldForm, at: At): Hold {
  const days = wire.days ?? null;
  if (days !== null && wire.from === undefined) {
    at.report({
      code: 'hold_from_missing',
      field: pointer(at.field, 'from'),
      text: { ru: 'Укажите, от чего считать дни: "delivery" или "payment".', en: 'Say what the days count from: "delivery" or "payment".' },
    });
  }
  return {
    days,
    from: wire.from ?? 'delivery',
    orFromPaymentDays: wire.orFromPaymentDays ?? null,
    reasons: [...new Set(wire.reasons ?? [])],
  };
}

function decodeCaps(wire: CapsForm, at: At, grant: readonly Grant[]): Rule['caps'] {
  const { perReferrer, budget } = wire;
  return {
    perReferrer:
      perReferrer === undefined ? null : decodePerReferrer(perReferrer, { ...at, field: pointer(at.field, 'perReferrer') }, grant),
    budget: budget === undefined ? null : decodeAmount(budget, { ...at, field: pointer(at.field, 'budget') }),
  };
}

function decodePerReferrer(wire: NonNullable<CapsForm['perReferrer']>, at: At, grant: readonly Grant[]): PerReferrerCap {
  const field = pointer(at.field, 'amount');
  const amount = wire.amount === undefined ? null : decodeAmount(wire.amount, { ...at, field });
  const unit = capUnit(grant.filter((leg) => leg.to === 'referrer'));
  if (amount !== null && unit !== null && amount.unit !== unit) {
    at.report({
      code: 'unit_mismatch',
      field,
      text:
        unit === 'points'
          ? { ru: 'Рекомендатель получает баллы: задайте предел баллами.', en: 'The referrer gets points: give the limit in points.' }
          : {
              ru: 'Рекомендатель получает не баллы: задайте предел деньгами.',
              en: 'The referrer gets no points: give the limit in money.',
            },
    });
  }
  return { count: wire.count ?? null, amount: amount?.amount ?? null, per: wire.per };
}

function sentRules(wire: ProgramDocumentForm): readonly RuleForm[] {
  return [...wire.rules, ...(wire.tiers ?? []).flatMap((tier) => tier.rules ?? [])];
}

/** A single grant may be sent without a list; its reasons then point at it without a number. */
function fieldAsSent(field: string, wire: ProgramDocumentForm): string {
  const match = /^(?:\/tiers\/(\d+))?\/rules\/(\d+)\/grant(\/0)(?=\/|$)/.exec(field);
  if (match === null) return field;
  const rules = match[1] === undefined ? wire.rules : wire.tiers?.[Number(match[1])]?.rules;
  if (Array.isArray(rules?.[Number(match[2])]?.grant)) return field;
  return `${match[0].slice(0, -2)}${field.slice(match[0].length)}`;
}

/** The document in full on the wire, every default spelled out: decoding it gives the same document again. */
export function encodeProgramDocument(document: ProgramDocument): ProgramDocumentWire {
  const { currency, points, enrolment } = document;
  return {
    name: document.name,
    currency,
    timeZone: document.timeZone,
    ...(points === null ? {} : { points: { name: points.name, ...(points.value === null ? {} : { value: encodeMoney(points.value) }) } }),
    enrolment: { mode: enrolment.mode, if: enrolment.if.map((condition) => encodeCondition(condition, currency)) },
    attribution: document.attribution,
    sharing: document.sharing,
    ...(document.offerStyle === undefined ? {} : { offerStyle: document.offerStyle }),
    ...(document.marking === undefined ? {} : { marking: document.marking }),
    percentOf: document.percentOf,
    shortfall: document.shortfall,
    ...(document.budget === null ? {} : { budget: encodeAmount(document.budget, currency) }),
    rules: document.rules.map((rule) => encodeRule(rule, currency)),
    tiers: document.tiers.map((tier) => encodeTier(tier, currency, encodeRule)),
    ...(document.margin === null ? {} : { margin: encodeMargin(document.margin) }),
    ...encodePerks(document),
    ...encodeStory(document),
  };
}

function encodeRule(rule: Rule, currency: string): RuleWire {
  return {
    id: rule.id,
    on: rule.on,
    if: rule.if.map((condition) => encodeCondition(condition, currency)),
    grant: rule.grant.map((grant) => encodeGrant(grant, currency)),
    caps: encodeCaps(rule, currency),
    ...(givesReferrerMore(rule) ? { allowReferrerMore: true } : {}),
  };
}

function encodeGrant(grant: Grant, currency: string): GrantWire {
  return {
    to: grant.to,
    benefit: encodeBenefit(grant.benefit, currency),
    ...(grant.hold === null ? {} : { hold: encodeHold(grant.hold) }),
    ...(grant.expiresAfterDays === null ? {} : { expiresAfterDays: grant.expiresAfterDays }),
    accrue: grant.accrue,
  };
}

function encodeHold(hold: Hold): HoldWire {
  return {
    days: hold.days,
    from: hold.from,
    ...(hold.orFromPaymentDays === null ? {} : { orFromPaymentDays: hold.orFromPaymentDays }),
    reasons: [...hold.reasons],
  };
}

function encodeCaps({ caps, grant }: Rule, currency: string): CapsWire {
  const { perReferrer, budget } = caps;
  return {
    ...(perReferrer === null
      ? {}
      : {
          perReferrer: {
            ...(perReferrer.count === null ? {} : { count: perReferrer.count }),
            ...(perReferrer.amount === null
              ? {}
              : {
                  amount: encodeAmount(
                    { unit: capUnit(grant.filter((leg) => leg.to === 'referrer')) ?? 'money', amount: perReferrer.amount },
                    currency,
                  ),
                }),
            per: perReferrer.per,
          },
        }),
    ...(budget === null ? {} : { budget: encodeAmount(budget, currency) }),
  };
}
