/** What the payloads of another system mean: which of their fields are ours, and which of their states are which events. */
import { z } from 'zod';
import { currency, text } from './primitives.ts';

/** The events a payload can become. */
export const MAPPED_EVENTS = [
  'member.signed_up',
  'order.placed',
  'order.paid',
  'order.delivered',
  'order.cancelled',
  'order.refunded',
] as const;
export type MappedEventType = (typeof MAPPED_EVENTS)[number];

/** The fields of ours that a payload can fill. */
export const MAPPED_FIELDS = [
  'orderId',
  'customerId',
  'email',
  'phone',
  'name',
  'total',
  'currency',
  'delivery',
  'tax',
  'channel',
  'paymentId',
  'code',
  'clickId',
  'placedAt',
  'paidAt',
  'deliveredAt',
  'cancelledAt',
  'refundedAt',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

const path = z
  .string()
  .regex(/^(\/[^/\u0000-\u001f]{1,100}){1,10}$/, 'path')
  .meta({ description: 'A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount].' });

const source = z
  .strictObject({
    paths: z.array(path).max(5, 'too-many').optional().meta({ description: 'The first that holds something counts.' }),
    join: z.literal(true).optional().meta({ description: 'All of `paths` with spaces between them, as of first and last name.' }),
    constant: text(200).optional().meta({ description: 'Where no path holds anything.' }),
    values: z
      .record(z.string().max(200), z.string().max(200))
      .refine((map) => Object.keys(map).length <= 50, 'too-many')
      .optional()
      .meta({ description: 'Their words for ours, as RUR for RUB; an empty text for one that means nothing.' }),
  })
  .refine((value) => value.paths !== undefined || value.constant !== undefined, 'required')
  .meta({ id: 'MappedSource' });
export type MappedSource = z.output<typeof source>;

const eventRule = z
  .strictObject({
    when: source,
    is: z
      .array(z.string().max(200))
      .max(50, 'too-many')
      .nullable()
      .meta({ description: 'Without case. An empty text: nothing stands there. Null: any other value that does.' }),
    sends: z
      .array(z.enum(MAPPED_EVENTS, 'choice'))
      .max(MAPPED_EVENTS.length, 'too-many')
      .meta({ description: 'None: known, and nothing is to be done.' }),
  })
  .meta({ id: 'MappedEvent' });

const linePath = { path, sku: path.optional(), category: path.optional(), quantity: path.optional(), total: path };
const refundPath = { path, id: path, amount: path };

export const mapping = z
  .strictObject({
    fields: z.partialRecord(z.enum(MAPPED_FIELDS, 'choice'), source),
    events: z.array(eventRule).min(1, 'size').max(30, 'too-many').meta({ description: 'The events of every rule that holds.' }),
    lines: z.strictObject(linePath).optional().meta({ description: 'Where the lines stand; the other paths begin at a line.' }),
    refunds: z.strictObject(refundPath).optional().meta({ description: 'Where refunds stand, each of them an event with a paid order.' }),
    amounts: z.enum(['decimal', 'minor'], 'choice').default('decimal').meta({ description: '`12.50`, or 1250.' }),
    currency: currency.optional().meta({ description: 'Where no field says it.' }),
    timeZone: z.string().max(64).optional().meta({ description: "Of times without a zone; the business's own when absent." }),
  })
  .meta({ id: 'ConnectorMapping' });
export type ConnectorMapping = z.output<typeof mapping>;
/** As it is shown, with what was left out filled in. */
export const shownMapping = z.strictObject(mapping.shape).meta({ id: 'ShownConnectorMapping' });
