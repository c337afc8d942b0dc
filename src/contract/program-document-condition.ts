import type { Condition } from '../domain/program/document.ts';
import { pointer } from '../domain/program/program-issue.ts';
import { assertNever } from '../domain/result.ts';
import { type Decoding, decodeMoney, encodeMoney } from './program-document-amount.ts';
import type { ConditionForm, ConditionWire } from './program-document-schema.ts';

/** Holds always and everywhere: stands in for a condition that was reported, so that the rest is still judged. */
const REPORTED: Condition = { kind: 'paidOrders', atLeast: 0 };

export function decodeConditions(wire: readonly ConditionForm[], at: Decoding & { readonly field: string }): Condition[] {
  return wire.map((condition, index) => decodeCondition(condition, { ...at, field: pointer(at.field, index) }));
}

function decodeCondition(wire: ConditionForm, at: Decoding & { readonly field: string }): Condition {
  if (Object.keys(wire).length !== 1) {
    at.report({
      code: 'choose_one',
      field: at.field,
      text: {
        ru: 'В одних фигурных скобках — ровно одно условие; несколько условий пишутся списком.',
        en: 'One pair of braces holds exactly one condition; several are written as a list.',
      },
    });
    return REPORTED;
  }
  const {
    newCustomer,
    referredAsNew,
    orderNumber,
    paid,
    deliveredOrders,
    paidOrders,
    sku,
    category,
    channel,
    currency,
    daysSince,
    monthsSince,
    referralNumber,
  } = wire;
  if (newCustomer !== undefined) return { kind: 'newCustomer', is: newCustomer };
  if (referredAsNew !== undefined) return { kind: 'referredAsNew', is: referredAsNew };
  if (orderNumber !== undefined) return { kind: 'orderNumber', is: orderNumber.is ?? null, atLeast: orderNumber.atLeast ?? null };
  if (paid !== undefined) return { kind: 'paid', atLeastMinor: decodeMoney(paid.atLeast, { ...at, field: `${at.field}/paid/atLeast` }) };
  if (deliveredOrders !== undefined) return { kind: 'deliveredOrders', atLeast: deliveredOrders.atLeast };
  if (paidOrders !== undefined) return { kind: 'paidOrders', atLeast: paidOrders.atLeast };
  if (sku !== undefined) return { kind: 'sku', in: sku.in };
  if (category !== undefined) return { kind: 'category', in: category.in };
  if (channel !== undefined) return { kind: 'channel', in: channel.in };
  if (currency !== undefined) return { kind: 'currency', in: currency.in };
  if (daysSince !== undefined)
    return { kind: 'daysSince', event: daysSince.event, atLeast: daysSince.atLeast ?? null, atMost: daysSince.atMost ?? null };
  if (monthsSince !== undefined) return { kind: 'monthsSince', ...monthsSince };
  if (referralNumber !== undefined)
    return { kind: 'referralNumber', is: referralNumber.is ?? null, atLeast: referralNumber.atLeast ?? null };
  return REPORTED;
}

export function encodeCondition(condition: Condition, programCurrency: string): ConditionWire {
  switch (condition.kind) {
    case 'newCustomer':
      return { newCustomer: condition.is };
    case 'referredAsNew':
      return { referredAsNew: condition.is };
    case 'orderNumber':
      return {
        orderNumber: {
          ...(condition.is === null ? {} : { is: condition.is }),
          ...(condition.atLeast === null ? {} : { atLeast: condition.atLeast }),
        },
      };
    case 'paid':
      return { paid: { atLeast: encodeMoney({ amountMinor: condition.atLeastMinor, currency: programCurrency }) } };
    case 'deliveredOrders':
      return { deliveredOrders: { atLeast: condition.atLeast } };
    case 'paidOrders':
      return { paidOrders: { atLeast: condition.atLeast } };
    case 'sku':
      return { sku: { in: [...condition.in] } };
    case 'category':
      return { category: { in: [...condition.in] } };
    case 'channel':
      return { channel: { in: [...condition.in] } };
    case 'currency':
      return { currency: { in: [...condition.in] } };
    case 'daysSince':
      return {
        daysSince: {
          event: condition.event,
          ...(condition.atLeast === null ? {} : { atLeast: condition.atLeast }),
          ...(condition.atMost === null ? {} : { atMost: condition.atMost }),
        },
      };
    case 'monthsSince':
      return { monthsSince: { event: condition.event, atMost: condition.atMost } };
    case 'referralNumber':
      return {
        referralNumber: {
          ...(condition.is === null ? {} : { is: condition.is }),
          ...(condition.atLeast === null ? {} : { atLeast: condition.atLeast }),
        },
      };
    default:
      return assertNever(condition);
  }
}
