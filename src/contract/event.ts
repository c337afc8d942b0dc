import { z } from 'zod';
import { email, idOf, instant, money, name, phone, text } from './primitives.ts';

const MAX_LINES = 500;
const MAX_DATA_FIELDS = 20;
const WIRE_CUSTOMER_ID = /^cus_[0-9a-f]{32}$/;

/** A shop's own id of a customer; the form of our ids is kept free, since addresses take both. */
export const externalId = name().refine((value) => !WIRE_CUSTOMER_ID.test(value), 'id');

/** How a shop names a customer: the external id decides, then e-mail, then phone (contract.md 6.5). */
export const customer = z
  .strictObject({
    id: idOf('cus').optional(),
    externalId: externalId.optional(),
    email: email.optional(),
    phone: phone.optional(),
    name: text(200).optional(),
  })
  .meta({ id: 'Customer' });
export type WireCustomer = z.output<typeof customer>;

export const attribution = z
  .strictObject({ code: text(200).optional(), clickId: name().optional(), answer: text(200).optional() })
  .meta({ id: 'AttributionInput' });

const quantity = z.number('type').positive('size').max(1_000_000, 'size');

const line = z
  .strictObject({
    sku: name().optional(),
    category: name().optional(),
    quantity: quantity.default(1),
    total: money,
    cost: money.optional(),
  })
  .meta({ id: 'OrderLine' });

export const orderLines = z.array(line).max(MAX_LINES, 'too-many').default([]);

export const order = z
  .strictObject({
    id: name(),
    total: money,
    tax: money.optional(),
    delivery: money.optional(),
    channel: name(64).optional(),
    lines: orderLines,
  })
  .meta({ id: 'Order' });
export type WireOrder = z.output<typeof order>;

const envelope = { id: name(), occurredAt: instant };
const orderId = z.strictObject({ id: name() });
const complaint = z.strictObject({ id: name() });

const orderPlaced = z.strictObject({
  ...envelope,
  type: z.literal('order.placed'),
  customer: customer.optional(),
  order,
  attribution: attribution.optional(),
  couponCodes: z.array(text(64)).max(20, 'too-many').optional(),
  reservationIds: z.array(idOf('rsv')).max(20, 'too-many').optional(),
});

const orderPaid = orderPlaced.extend({
  type: z.literal('order.paid'),
  payment: z.strictObject({ id: name(), amount: money }).optional(),
});

const orderStep = z.strictObject({ ...envelope, customer: customer.optional(), order: orderId });

const orderDelivered = orderStep.extend({ type: z.literal('order.delivered') });
const orderCancelled = orderStep.extend({ type: z.literal('order.cancelled') });

const orderRefunded = z.strictObject({
  ...envelope,
  type: z.literal('order.refunded'),
  customer: customer.optional(),
  refund: z.strictObject({ id: name(), orderId: name(), amount: money.optional() }),
});

const memberSignedUp = z.strictObject({
  ...envelope,
  type: z.literal('member.signed_up'),
  customer,
  attribution: attribution.optional(),
  programId: idOf('prg').optional(),
});

const referralRegistered = z.strictObject({
  ...envelope,
  type: z.literal('referral.registered'),
  customer,
  attribution: z
    .strictObject({ code: text(200).optional(), referrerExternalId: externalId.optional() })
    .refine((value) => (value.code === undefined) !== (value.referrerExternalId === undefined), 'one-of'),
});

const feedbackGiven = z.strictObject({
  ...envelope,
  type: z.literal('feedback.given'),
  customer,
  score: z.int('type').min(0, 'size').max(10, 'size'),
  orderId: name().optional(),
});

const complaintOpened = z.strictObject({ ...envelope, type: z.literal('complaint.opened'), customer, complaint });
const complaintClosed = complaintOpened.extend({ type: z.literal('complaint.closed') });

const clickRecorded = z.strictObject({
  ...envelope,
  type: z.literal('click.recorded'),
  click: z.strictObject({ id: idOf('clk'), code: text(200) }),
});

const finiteNumber = z.number('type').refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value), 'size');
const scalar = z.union([z.string().max(500, 'size'), finiteNumber, z.boolean(), z.null()]);
const customData = z
  .record(name(64), scalar)
  .refine((value) => Object.keys(value).length <= MAX_DATA_FIELDS, 'too-many')
  .meta({ description: `Flat, at most ${MAX_DATA_FIELDS} scalars; treated as personal data.` });

const customEvent = z.strictObject({
  ...envelope,
  type: z
    .string()
    .regex(/^custom\.[a-z0-9][a-z0-9_.-]{0,63}$/, 'choice')
    .transform((value): `custom.${string}` => `custom.${value.slice('custom.'.length)}`),
  customer,
  attribution: attribution.optional(),
  data: customData.optional(),
});

const SCHEMAS: ReadonlyMap<string, z.ZodType<WireEvent>> = new Map<string, z.ZodType<WireEvent>>([
  ['order.placed', orderPlaced],
  ['order.paid', orderPaid],
  ['order.delivered', orderDelivered],
  ['order.cancelled', orderCancelled],
  ['order.refunded', orderRefunded],
  ['member.signed_up', memberSignedUp],
  ['referral.registered', referralRegistered],
  ['feedback.given', feedbackGiven],
  ['complaint.opened', complaintOpened],
  ['complaint.closed', complaintClosed],
  ['click.recorded', clickRecorded],
]);

/** The whole vocabulary, for the document; requests are checked by `eventSchemaOf`, which looks at `type` first. */
export const event = z
  .union([
    orderPlaced,
    orderPaid,
    orderDelivered,
    orderCancelled,
    orderRefunded,
    memberSignedUp,
    referralRegistered,
    feedbackGiven,
    complaintOpened,
    complaintClosed,
    clickRecorded,
    customEvent,
  ])
  .meta({ id: 'Event' });
export type WireEvent = z.output<typeof event>;

/** The schema of one event type; null for a type that does not exist. */
export function eventSchemaOf(type: unknown): z.ZodType<WireEvent> | null {
  if (typeof type !== 'string') return null;
  if (type.startsWith('custom.')) return customEvent;
  return SCHEMAS.get(type) ?? null;
}
