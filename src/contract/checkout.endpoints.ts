import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { customer, orderLines } from './event.ts';
import { wireBenefit, wireRefusal } from './event-answer-schema.ts';
import { idOf, instant, money, name, points, text, wireMoney, wirePoints, wireTime } from './primitives.ts';
import { reservation } from './resources.ts';

const NONE = z.strictObject({});
const reservations = {
  tag: 'checkout',
  params: z.strictObject({ id: idOf('rsv') }),
  query: NONE,
  status: 200,
  access: 'write',
  answer: reservation,
  idempotencyKey: true,
} as const;

/** Which customer: by our id, the shop's id, or contacts. */
const knownCustomer = customer.refine(
  (who) => who.id !== undefined || who.externalId !== undefined || who.email !== undefined || who.phone !== undefined,
  'one-of',
);

export const makeReservation = endpoint({
  ...reservations,
  method: 'POST',
  path: '/v1/reservations',
  summary: 'Set part of a balance aside for a checkout until a deadline',
  params: NONE,
  body: z.strictObject({
    customer: knownCustomer,
    amount: z.union([money, points]),
    orderId: name().optional(),
    expiresAt: instant.optional().meta({ description: 'Thirty minutes from now when absent; at most seven days.' }),
  }),
  status: 201,
});

export const getReservation = endpoint({
  ...reservations,
  method: 'GET',
  path: '/v1/reservations/{id}',
  summary: 'A reservation and its state',
  access: 'read',
  body: null,
  idempotencyKey: false,
});

export const captureReservation = endpoint({
  ...reservations,
  method: 'POST',
  path: '/v1/reservations/{id}/capture',
  summary: 'Spend what is reserved; again changes nothing',
  body: z.strictObject({ orderId: name().optional() }).optional(),
});

export const voidReservation = endpoint({
  ...reservations,
  method: 'POST',
  path: '/v1/reservations/{id}/void',
  summary: 'Give back what is reserved; again changes nothing',
  body: NONE.optional(),
});

const checkoutQuestion = z
  .strictObject({
    customer: customer.optional(),
    order: z.strictObject({
      id: name().optional(),
      total: money,
      tax: money.optional(),
      delivery: money.optional(),
      channel: name(64).optional(),
      lines: orderLines,
    }),
    code: text(200).optional(),
    couponCodes: z.array(text(64)).max(20, 'too-many').default([]),
    credit: z.union([money, points]).optional().meta({
      description: 'How much of the balance the customer wants to spend: money, or points where the programme gives them a value.',
    }),
    reserve: z.boolean('type').default(false),
    reserveUntil: instant.optional().meta({ description: 'Thirty minutes from now when absent; at most seven days.' }),
  })
  .meta({ id: 'CheckoutQuestion' });
/** A basket and who asks, decoded. */
export type CheckoutQuestion = z.output<typeof checkoutQuestion>;

export const checkCheckout = endpoint({
  method: 'POST',
  path: '/v1/checkout/check',
  summary: 'What an order about to be placed gets now: discounts per line, gift, delivery, credit, or why not',
  tag: 'checkout',
  access: 'write',
  params: NONE,
  query: NONE,
  body: checkoutQuestion,
  status: 200,
  answer: z
    .strictObject({
      /** What is owed after discounts and before balance credit: the `total` of the order to send. */
      total: wireMoney,
      toPay: wireMoney,
      discount: wireMoney,
      deliveryDiscount: wireMoney,
      lines: z.array(z.strictObject({ discount: wireMoney, total: wireMoney })),
      gifts: z.array(z.strictObject({ sku: z.string(), ruleId: z.string() })),
      coupons: z.array(z.strictObject({ code: z.string(), discount: wireMoney })),
      /** What the balance pays; `points` when points were wanted: how many that takes, and how many there are. */
      credit: z
        .strictObject({
          used: wireMoney,
          available: wireMoney,
          points: z.strictObject({ used: wirePoints, available: wirePoints }).optional(),
        })
        .nullable(),
      benefits: z.array(z.strictObject({ programId: z.string(), ruleId: z.string(), beneficiary: z.string(), benefit: wireBenefit })),
      refusals: z.array(wireRefusal),
      reservedUntil: wireTime.nullable(),
    })
    .meta({ id: 'CheckoutAnswer' }),
  idempotencyKey: true,
});
