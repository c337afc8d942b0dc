/** Programmes that can be published, in all the variety the wire allows. */
import fc from 'fast-check';
import type {
  Beneficiary,
  Benefit,
  Budget,
  Condition,
  CouponBenefit,
  Grant,
  Hold,
  ProgramDocument,
  Rule,
  RuleTrigger,
} from '../../src/domain/program/document.ts';
import { allRules } from '../../src/domain/program/program-rules.ts';
import { hasOrder } from '../../src/domain/program/trigger.ts';
import { givesReferrerMore } from '../../src/domain/program/validate-friend-share.ts';
import { validateProgram } from '../../src/domain/program/validate-program.ts';
import { beyondDiscount, perks } from './arbitrary-perks.ts';
import { arbitraryLadder } from './arbitrary-tiers.ts';

const MAX_AMOUNT = 100_000_000_000_000_000n;

const positive = fc.oneof(fc.bigInt(1n, 1_000_000n), fc.bigInt(1n, MAX_AMOUNT));
const rate = fc.bigInt(1n, 10_000n);
const days = fc.integer({ min: 1, max: 400 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const names = fc.uniqueArray(fc.constantFrom('TEA-1', 'TEA-2', 'чай', 'web', 'pos'), { minLength: 1, maxLength: 3 });
const localized = fc.record({ ru: fc.constantFrom('Приведи друга', 'Зовите своих'), en: fc.constantFrom('Refer a friend', 'Bring yours') });

const trigger: fc.Arbitrary<RuleTrigger> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<RuleTrigger>('order.paid') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<RuleTrigger>(
      'order.placed',
      'order.delivered',
      'member.signed_up',
      'referral.registered',
      'feedback.given',
      'tier.entered',
      'referral.qualified',
      'custom.visit',
    ),
  },
);

const customerCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('newCustomer' as const), is: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('paidOrders' as const, 'deliveredOrders' as const), atLeast: fc.integer({ min: 0, max: 5 }) }),
  fc
    .tuple(
      fc.constantFrom('firstPaidOrder' as const, 'lastPaidOrder' as const, 'signUp' as const, 'touch' as const),
      maybe(fc.integer({ min: 0, max: 60 })),
      maybe(fc.integer({ min: 60, max: 900 })),
    )
    .map(([event, atLeast, atMost]) => ({
      kind: 'daysSince' as const,
      event,
      atLeast,
      atMost: atLeast === null ? (atMost ?? 30) : atMost,
    })),
  fc.record({
    kind: fc.constant('monthsSince' as const),
    event: fc.constantFrom('firstPaidOrder' as const, 'signUp' as const),
    atMost: fc.integer({ min: 1, max: 36 }),
  }),
);

const numberCondition: fc.Arbitrary<Condition> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 5 }))
  .map(([isExact, number]) => ({ kind: 'referralNumber' as const, is: isExact ? number : null, atLeast: isExact ? null : number }));

const orderCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 5 }))
    .map(([isExact, number]) => ({ kind: 'orderNumber' as const, is: isExact ? number : null, atLeast: isExact ? null : number })),
  fc.record({ kind: fc.constant('paid' as const), atLeastMinor: fc.bigInt(0n, MAX_AMOUNT) }),
  fc.record({ kind: fc.constantFrom('sku' as const, 'category' as const, 'channel' as const), in: names }),
  fc.constant<Condition>({ kind: 'currency', in: ['RUB', 'USD'] }),
);

const ruleConditions = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Condition[]>([]) },
  { weight: 3, arbitrary: fc.array(fc.oneof(customerCondition, orderCondition, numberCondition), { maxLength: 3 }) },
);

const valueBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('credit' as const, 'commission' as const), how: fc.constant('fixed' as const), amountMinor: positive }),
  fc.record({
    kind: fc.constantFrom('credit' as const, 'commission' as const),
    how: fc.constant('percent' as const),
    basisPoints: rate,
    maxMinor: maybe(positive),
    of: fc.constantFrom('base' as const, 'matchingLines' as const),
  }),
  fc.record({ kind: fc.constant('points' as const), how: fc.constant('fixed' as const), points: positive }),
  fc.record({
    kind: fc.constant('points' as const),
    how: fc.constant('per' as const),
    perMinor: positive,
    points: positive,
    maxPoints: maybe(positive),
    of: fc.constantFrom('base' as const, 'matchingLines' as const),
  }),
);

const steps: fc.Arbitrary<Benefit> = fc.record({
  kind: fc.constantFrom('credit' as const, 'commission' as const, 'points' as const),
  how: fc.constant('steps' as const),
  steps: fc
    .record({
      mode: fc.constantFrom('marginal' as const, 'retroactive' as const, 'milestone' as const),
      per: fc.constantFrom('life' as const, 'year' as const, 'month' as const),
      froms: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
      first: positive,
    })
    .map(({ mode, per, froms, first }) => ({
      mode,
      per,
      table: froms.sort((a, b) => a - b).map((from, index) => ({ from, amount: first + BigInt(index) })),
    })),
});

const coupon: fc.Arbitrary<CouponBenefit> = fc.record({
  kind: fc.constant('coupon' as const),
  discount: fc.oneof(
    fc.record({ how: fc.constant('percent' as const), basisPoints: rate, maxMinor: maybe(positive) }),
    fc.record({ how: fc.constant('amount' as const), amountMinor: positive }),
    fc.record({ how: fc.constant('freeDelivery' as const), maxMinor: maybe(positive) }),
  ),
  use: fc.constantFrom('thisOrder' as const, 'nextOrder' as const),
  validDays: maybe(days),
  stackable: fc.boolean(),
});

const gift: fc.Arbitrary<Benefit> = fc.record({
  kind: fc.constant('gift' as const),
  sku: fc.constantFrom('SAMPLE-1', 'пробник'),
  costMinor: fc.bigInt(0n, 100_000n),
});

const hold: fc.Arbitrary<Hold> = fc
  .record({
    days: maybe(fc.integer({ min: 0, max: 60 })),
    from: fc.constantFrom('delivery' as const, 'payment' as const),
    orFromPaymentDays: maybe(fc.integer({ min: 0, max: 90 })),
    reasons: fc.uniqueArray(fc.constantFrom('review' as const, 'payer-consent' as const, 'tax-data' as const), { maxLength: 2 }),
  })
  .map((drawn) =>
    drawn.days !== null
      ? drawn
      : { ...drawn, orFromPaymentDays: null, reasons: drawn.reasons.length === 0 ? ['review' as const] : drawn.reasons },
  );

const drawnGrant: fc.Arbitrary<Grant> = fc.record({
  to: fc.constantFrom<Beneficiary>('referrer', 'friend', 'buyer'),
  benefit: fc.oneof(
    { weight: 4, arbitrary: valueBenefit },
    { weight: 2, arbitrary: coupon },
    { weight: 1, arbitrary: gift },
    { weight: 2, arbitrary: beyondDiscount },
    { weight: 1, arbitrary: steps },
  ),
  hold: maybe(hold),
  expiresAfterDays: maybe(days),
  accrue: fc.constantFrom('whenPaid' as const, 'perPayment' as const),
});

const budget: fc.Arbitrary<Budget> = fc.record({
  unit: fc.constantFrom('money' as const, 'points' as const),
  amount: fc.bigInt(MAX_AMOUNT / 2n, MAX_AMOUNT),
});

const perReferrer = fc.record({
  count: maybe(fc.integer({ min: 1, max: 20 })),
  amount: maybe(fc.bigInt(1n, MAX_AMOUNT)),
  per: fc.constantFrom('day' as const, 'month' as const, 'year' as const, 'life' as const),
});

const rule: fc.Arbitrary<Rule> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9](?:[a-z0-9.-]{0,10}[a-z0-9])?$/),
    on: trigger,
    if: ruleConditions,
    grant: fc.array(drawnGrant, { minLength: 1, maxLength: 3 }),
    caps: fc.record({ perReferrer: maybe(perReferrer), budget: maybe(budget) }),
  })
  .map((drawn) => ({ ...drawn, grant: drawn.grant.map((grant) => fitGrant(grant, drawn)) }));

/** Bends what the trigger or the benefit rules out, so that few draws are thrown away. */
function fitGrant(drawn: Grant, { on, if: conditions }: Rule): Grant {
  const grant: Grant = on === 'tier.entered' ? { ...drawn, to: 'buyer' } : drawn;
  const benefit = fitBenefit(grant, { on, picksLines: conditions.some(({ kind }) => kind === 'sku' || kind === 'category') });
  const isThisOrder = benefit.kind === 'coupon' && benefit.use === 'thisOrder';
  const isShare = 'of' in benefit && benefit.kind !== 'choice';
  const isLot = benefit.kind === 'credit' || benefit.kind === 'commission' || benefit.kind === 'points';
  return {
    ...grant,
    benefit,
    hold: isThisOrder || grant.hold === null ? null : { ...grant.hold, from: hasOrder(on) ? grant.hold.from : 'payment' },
    expiresAfterDays: isLot ? grant.expiresAfterDays : null,
    accrue: isShare && on === 'order.paid' ? grant.accrue : 'whenPaid',
  };
}

function fitBenefit({ to, benefit }: Grant, rule: { readonly on: RuleTrigger; readonly picksLines: boolean }): Benefit {
  if (benefit.kind === 'coupon') {
    if (benefit.use === 'nextOrder') return benefit;
    return rule.on === 'order.paid' && to !== 'referrer' ? { ...benefit, validDays: null } : { ...benefit, use: 'nextOrder' };
  }
  if ('how' in benefit && benefit.how === 'steps' && (to !== 'referrer' || rule.on === 'order.placed'))
    return { kind: 'points', how: 'fixed', points: 10n };
  if (!('of' in benefit) || benefit.kind === 'choice') return benefit;
  if (!hasOrder(rule.on)) return { kind: 'points', how: 'fixed', points: 10n };
  return rule.picksLines ? benefit : { ...benefit, of: 'base' };
}

/** Any programme that `validateProgram` accepts; a rule that favours the referrer counts as allowed by its author. */
export const arbitraryProgram: fc.Arbitrary<ProgramDocument> = fc
  .record({
    name: localized,
    currency: fc.constantFrom('RUB', 'RUB', 'USD'),
    timeZone: fc.constantFrom('Europe/Moscow', 'UTC', 'America/New_York', 'Asia/Kamchatka'),
    points: maybe(fc.record({ name: localized, value: maybe(positive) })),
    enrolment: fc.record({
      mode: fc.constantFrom('automatic' as const, 'optIn' as const, 'staff' as const),
      if: fc.array(customerCondition, { maxLength: 2 }),
    }),
    attribution: fc.record({
      windowDays: fc.integer({ min: 1, max: 365 }),
      touch: fc.constantFrom('first' as const, 'last' as const),
      lockAt: fc.constantFrom('signUp' as const, 'firstPaidOrder' as const),
    }),
    sharing: fc.constantFrom('private' as const, 'public' as const),
    isGift: fc.boolean(),
    percentOf: fc.record({ tax: fc.constantFrom('included' as const, 'excluded' as const) }),
    shortfall: fc.constantFrom('debt' as const, 'clamp' as const),
    budget: maybe(budget),
    perks,
    rules: fc.uniqueArray(rule, { minLength: 1, maxLength: 3, selector: (one) => one.id }),
    tiers: arbitraryLadder(rule),
    margin: maybe(fc.record({ basisPoints: rate, categories: fc.constant([]) })),
  })
  .map(({ points, perks: described, isGift, ...document }): ProgramDocument => {
    const rules = allRules({ ...document, points: null });
    const givesPerks =
      rules.some((one) => one.grant.some(({ benefit }) => benefit.kind === 'perk' || benefit.kind === 'choice')) ||
      document.tiers.some((tier) => tier.perks.length > 0);
    const givesPoints = rules.some((one) => one.grant.some((grant) => grant.benefit.kind === 'points'));
    const known = points ?? (givesPoints ? { name: { ru: 'Баллы', en: 'Points' }, value: null } : null);
    return {
      ...document,
      ...(givesPerks ? { perks: described } : {}),
      ...(isGift ? { offerStyle: 'gift' as const } : {}),
      points:
        known === null
          ? null
          : { name: known.name, value: known.value === null ? null : { amountMinor: known.value, currency: document.currency } },
    };
  })
  .map(dropWhatCannotStand)
  .filter((document) => validateProgram(document, favouringRules(document)).length === 0);

function favouringRules(document: ProgramDocument): ReadonlySet<string> {
  return new Set(
    allRules(document)
      .filter(givesReferrerMore)
      .map((one) => one.id),
  );
}

/** Removes limits, conditions, rules and tiers that the rest of the document contradicts; filtering alone would reject most draws. */
function dropWhatCannotStand(document: ProgramDocument): ProgramDocument {
  const fields = validateProgram(document, favouringRules(document)).map((issue) => issue.field);
  const isAt = (field: string): boolean => fields.some((found) => found === field || found.startsWith(`${field}/`));
  const standing = (rules: readonly Rule[], field: string): Rule[] =>
    rules.flatMap((one, index) => (isAt(`${field}/${index}/on`) ? [] : [withoutLimits(one, `${field}/${index}`, isAt)]));
  const rules = standing(document.rules, '/rules');
  return {
    ...document,
    budget: isAt('/budget') ? null : document.budget,
    enrolment: { ...document.enrolment, if: isAt('/enrolment/if') ? [] : document.enrolment.if },
    rules,
    tiers: document.tiers.flatMap((tier, index) =>
      isAt(`/tiers/${index}/entry`) ? [] : [{ ...tier, rules: standing(tier.rules, `/tiers/${index}/rules`) }],
    ),
  };
}

function withoutLimits(one: Rule, field: string, isAt: (field: string) => boolean): Rule {
  return {
    ...one,
    if: one.if.filter((_condition, at) => !isAt(`${field}/if/${at}`)),
    caps: {
      perReferrer: isAt(`${field}/caps/perReferrer`) ? null : one.caps.perReferrer,
      budget: isAt(`${field}/caps/budget`) ? null : one.caps.budget,
    },
  };
}
