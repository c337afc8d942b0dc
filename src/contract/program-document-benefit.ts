import type { Benefit, CouponBenefit, CouponDiscount, DonationBenefit, ValueBenefit } from '../domain/program/document.ts';
import { pointer } from '../domain/program/program-issue.ts';
import { assertNever } from '../domain/result.ts';
import { type Decoding, decodeMoney, encodeMoney } from './program-document-amount.ts';
import type { DonationForm } from './program-document-perk-schema.ts';
import type {
  BenefitForm,
  BenefitWire,
  CouponBenefitForm,
  CouponBenefitWire,
  MoneyBenefitForm,
  MoneyWire,
  PointsBenefitForm,
} from './program-document-schema.ts';
import { decodeMoneySteps, decodePointsSteps, encodeMoneySteps, encodePointsSteps } from './program-document-steps.ts';

type At = Decoding & { readonly field: string };

export function decodeBenefit(wire: BenefitForm, at: At): Benefit {
  switch (wire.kind) {
    case 'credit':
    case 'commission':
      return decodeMoneyBenefit(wire, at);
    case 'points':
      return decodePointsBenefit(wire, at);
    case 'coupon':
      return decodeCoupon(wire, at);
    case 'gift':
      return { kind: 'gift', sku: wire.sku, costMinor: decodeMoney(wire.cost, inside(at, 'cost')) };
    case 'perk':
      return { kind: 'perk', perk: wire.perk };
    case 'choice':
      return { kind: 'choice', of: wire.of, default: wire.default, withinDays: wire.withinDays };
    case 'donation':
      return decodeDonation(wire, at);
    default:
      return assertNever(wire);
  }
}

function decodeDonation(wire: DonationForm, at: At): DonationBenefit {
  const { to, amount, percent, max, of } = wire;
  requireOne([amount, percent], ['amount', 'percent'], at);
  const maxMinor = max === undefined ? null : decodeMoney(max, inside(at, 'max'));
  const gift = { kind: 'donation', recipient: to } as const;
  if (percent !== undefined) return { ...gift, how: 'percent', basisPoints: BigInt(percent.basisPoints), maxMinor, of: of ?? 'base' };
  refuseRateFields({ max, of }, at);
  return { ...gift, how: 'fixed', amountMinor: amount === undefined ? 1n : decodeMoney(amount, inside(at, 'amount')) };
}

function decodeMoneyBenefit(wire: MoneyBenefitForm, at: At): ValueBenefit {
  const { kind, amount, percent, steps, max, of } = wire;
  requireOne([amount, percent, steps], ['amount', 'percent', 'steps'], at);
  const maxMinor = max === undefined ? null : decodeMoney(max, inside(at, 'max'));
  if (percent !== undefined) return { kind, how: 'percent', basisPoints: BigInt(percent.basisPoints), maxMinor, of: of ?? 'base' };
  refuseRateFields({ max, of }, at);
  if (steps !== undefined) return { kind, how: 'steps', steps: decodeMoneySteps(steps, inside(at, 'steps')) };
  // A missing amount was reported above; one minor unit lets the rest of the document be judged.
  return { kind, how: 'fixed', amountMinor: amount === undefined ? 1n : decodeMoney(amount, inside(at, 'amount')) };
}

function decodePointsBenefit(wire: PointsBenefitForm, at: At): ValueBenefit {
  const { points, per, steps, max, of } = wire;
  requireOne([points, per, steps], ['points', 'per', 'steps'], at);
  if (per !== undefined) {
    const perMinor = decodeMoney(per.amount, inside(inside(at, 'per'), 'amount'));
    return { kind: 'points', how: 'per', perMinor, points: per.points, maxPoints: max === undefined ? null : max.points, of: of ?? 'base' };
  }
  refuseRateFields({ max, of }, at);
  if (steps !== undefined) return { kind: 'points', how: 'steps', steps: decodePointsSteps(steps) };
  return { kind: 'points', how: 'fixed', points: points ?? 1n };
}

function decodeCoupon(wire: CouponBenefitForm, at: At): CouponBenefit {
  const { use, validDays, stackable } = wire;
  return { kind: 'coupon', discount: decodeDiscount(wire, at), use, validDays: validDays ?? null, stackable: stackable ?? false };
}

function decodeDiscount(wire: CouponBenefitForm, at: At): CouponDiscount {
  const { percent, amount, freeDelivery, max } = wire;
  requireOne([percent, amount, freeDelivery], ['percent', 'amount', 'freeDelivery'], at);
  const maxMinor = max === undefined ? null : decodeMoney(max, inside(at, 'max'));
  if (percent !== undefined) return { how: 'percent', basisPoints: BigInt(percent.basisPoints), maxMinor };
  if (amount === undefined) return { how: 'freeDelivery', maxMinor };
  refuseRateFields({ max, of: undefined }, at);
  return { how: 'amount', amountMinor: decodeMoney(amount, inside(at, 'amount')) };
}

function inside(at: At, step: string): At {
  return { ...at, field: pointer(at.field, step) };
}

function requireOne(values: readonly unknown[], names: readonly string[], at: At): void {
  if (values.filter((value) => value !== undefined).length === 1) return;
  const list = names.join(', ');
  at.report({
    code: 'choose_one',
    field: at.field,
    text: { ru: `Оставьте ровно одно поле из: ${list}.`, en: `Keep exactly one field of: ${list}.` },
  });
}

function refuseRateFields(fields: { readonly max: unknown; readonly of: unknown }, at: At): void {
  if (fields.max !== undefined) {
    at.report({
      code: 'max_without_rate',
      field: pointer(at.field, 'max'),
      text: { ru: 'Постоянную сумму нечему ограничивать: уберите «max».', en: 'A fixed amount needs no limit: remove “max”.' },
    });
  }
  if (fields.of !== undefined) {
    at.report({
      code: 'lines_without_rate',
      field: pointer(at.field, 'of'),
      text: { ru: 'Постоянная сумма не считается от строк: уберите «of».', en: 'A fixed amount is not a share of anything: remove “of”.' },
    });
  }
}

export function encodeBenefit(benefit: Benefit, currency: string): BenefitWire {
  const money = (amountMinor: bigint): MoneyWire => encodeMoney({ amountMinor, currency });
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return encodeValueBenefit(benefit, money);
    case 'coupon':
      return {
        kind: 'coupon',
        ...encodeDiscount(benefit.discount, money),
        use: benefit.use,
        ...(benefit.validDays === null ? {} : { validDays: benefit.validDays }),
        stackable: benefit.stackable,
      };
    case 'gift':
      return { kind: 'gift', sku: benefit.sku, cost: money(benefit.costMinor) };
    case 'perk':
      return { kind: 'perk', perk: benefit.perk };
    case 'choice':
      return { kind: 'choice', of: [...benefit.of], default: benefit.default, withinDays: benefit.withinDays };
    case 'donation':
      return encodeDonation(benefit, money);
    default:
      return assertNever(benefit);
  }
}

function encodeDonation(benefit: DonationBenefit, money: (amountMinor: bigint) => MoneyWire): BenefitWire {
  const gift = { kind: 'donation', to: benefit.recipient } as const;
  if (benefit.how === 'fixed') return { ...gift, amount: money(benefit.amountMinor) };
  return {
    ...gift,
    percent: { basisPoints: Number(benefit.basisPoints) },
    ...(benefit.maxMinor === null ? {} : { max: money(benefit.maxMinor) }),
    of: benefit.of,
  };
}

function encodeValueBenefit(benefit: ValueBenefit, money: (amountMinor: bigint) => MoneyWire): BenefitWire {
  if (benefit.kind === 'points') {
    if (benefit.how === 'steps') return { kind: 'points', steps: encodePointsSteps(benefit.steps) };
    if (benefit.how === 'fixed') return { kind: 'points', points: benefit.points.toString() };
    return {
      kind: 'points',
      per: { amount: money(benefit.perMinor), points: benefit.points.toString() },
      ...(benefit.maxPoints === null ? {} : { max: { points: benefit.maxPoints.toString() } }),
      of: benefit.of,
    };
  }
  if (benefit.how === 'steps') return { kind: benefit.kind, steps: encodeMoneySteps(benefit.steps, money) };
  if (benefit.how === 'fixed') return { kind: benefit.kind, amount: money(benefit.amountMinor) };
  return {
    kind: benefit.kind,
    percent: { basisPoints: Number(benefit.basisPoints) },
    ...(benefit.maxMinor === null ? {} : { max: money(benefit.maxMinor) }),
    of: benefit.of,
  };
}

function encodeDiscount(
  discount: CouponDiscount,
  money: (amountMinor: bigint) => MoneyWire,
): Pick<CouponBenefitWire, 'percent' | 'amount' | 'freeDelivery' | 'max'> {
  switch (discount.how) {
    case 'percent':
      return {
        percent: { basisPoints: Number(discount.basisPoints) },
        ...(discount.maxMinor === null ? {} : { max: money(discount.maxMinor) }),
      };
    case 'amount':
      return { amount: money(discount.amountMinor) };
    case 'freeDelivery':
      return { freeDelivery: true, ...(discount.maxMinor === null ? {} : { max: money(discount.maxMinor) }) };
    default:
      return assertNever(discount);
  }
}
