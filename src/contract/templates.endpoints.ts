import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { currency, name, wireMoney, wireText } from './primitives.ts';

const GOALS = ['firstSales', 'signUps', 'loyalty', 'recurringRevenue', 'wordOfMouth'] as const;

/** The body of `POST /v1/programs` that starts from a template. */
export const templateBody = z
  .strictObject({
    templateId: name(64).describe('An id of GET /v1/templates.'),
    locale: z.enum(['ru', 'en']).describe('Whose customs fill in what the shop’s own orders do not say; names come in both languages.'),
    overrides: z
      .looseObject({})
      .optional()
      .describe('A part of the document to lay over the template’s: lists of things with an id are merged by it, null removes a field.'),
  })
  .meta({ id: 'ProgramFromTemplate' });

export type TemplateBody = z.output<typeof templateBody>;

/** The body read, or null for one that is not a template's. */
export function readTemplateBody(body: unknown): TemplateBody | null {
  const read = templateBody.safeParse(body);
  return read.success ? read.data : null;
}

const reason = z
  .strictObject({
    path: z.string().describe('JSON pointer into the document.'),
    value: z.unknown().describe('What stands there.'),
    reason: wireText,
    source: wireText.describe('The study, law or custom it rests on; the business’s own orders; or a convention without evidence.'),
    year: z.int().nullable(),
    trust: z.enum(['study', 'vendor', 'complaint', 'practice', 'law', 'arithmetic', 'own-orders', 'convention']),
  })
  .meta({ id: 'TemplateReason' });

const template = z
  .strictObject({
    id: z.string(),
    goals: z.array(z.enum(GOALS)),
    name: wireText,
    forWhom: wireText,
    notWhen: z.array(wireText).describe('When not to run this.'),
    offer: wireText.describe('The offer of the proposed document in one sentence.'),
    document: z.looseObject({ name: wireText, currency: z.string() }).describe('The document as proposed for this business.'),
    reasons: z.array(reason).describe('Why each default is what it is.'),
  })
  .meta({ id: 'Template' });

const figures = z
  .strictObject({
    currency: z.string(),
    orders: z.int(),
    customers: z.int(),
    medianOrder: wireMoney,
    meanOrder: wireMoney,
    ordersPerCustomerHundredths: z.int(),
    medianDaysBetweenOrders: z.int().nullable(),
    marginBasisPoints: z.string().nullable(),
    refundRateBasisPoints: z.string(),
  })
  .meta({ id: 'ShopFigures' });

export const listTemplates = endpoint({
  method: 'GET',
  path: '/v1/templates',
  summary: 'Programmes ready to be published, with sizes proposed from the business’s own orders and the reason for each default',
  tag: 'programs',
  access: 'read',
  params: z.strictObject({}),
  query: z.strictObject({
    goal: z.enum(GOALS, 'choice').optional(),
    locale: z.enum(['ru', 'en'], 'choice').default('ru'),
    currency: currency.optional().describe('When absent, that of most orders, else the one customary for the locale.'),
    orderMinor: z
      .string()
      .regex(/^[1-9]\d{2,14}$/, 'format')
      .transform(BigInt)
      .optional()
      .describe('A usual order in minor units, as the owner knows it; the shop’s own median when absent.'),
    daysBetweenOrders: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'format')
      .transform(Number)
      .optional()
      .describe('Days between two orders of one customer, as the owner knows them.'),
  }),
  body: null,
  status: 200,
  answer: z.strictObject({
    items: z.array(template),
    figures: figures.nullable().describe('What the proposals rest on; null before the first paid order.'),
    unfit: wireText.nullable().describe('Why nothing is proposed to this business; null when something is.'),
  }),
  idempotencyKey: false,
});
