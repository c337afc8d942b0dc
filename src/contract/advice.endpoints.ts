import { z } from 'zod';
import { ok, type Result } from '../domain/result.ts';
import { advice } from './advice-schema.ts';
import { endpoint } from './endpoint.ts';
import { type InvalidField, parseBy } from './field-issues.ts';
import { idOf, type MoneyInput, money, wireMoney, wireText } from './primitives.ts';
import { programDocumentSchema } from './program-document-schema.ts';
import { templateBody } from './templates.endpoints.ts';

const DOCUMENT_BODY_LIMIT = 1_048_576;
const NOTHING = z.strictObject({});
const shared = { tag: 'programs', params: NOTHING, query: NOTHING, status: 200, access: 'read', idempotencyKey: false } as const;
const documentBody = z.strictObject({ document: programDocumentSchema.meta({ id: 'ProgramDocument' }) });

const figures = z
  .strictObject({
    currency: z.string(),
    orders: z.int(),
    customers: z.int(),
    medianOrder: wireMoney,
    meanOrder: wireMoney,
    ordersPerMonth: z.int(),
    firstOrdersPerMonth: z.int(),
    repeatOrdersBasisPoints: z.int(),
    refundRateBasisPoints: z.int(),
    medianDaysBetweenOrders: z.int().nullable(),
  })
  .meta({ id: 'AdviceFigures', description: 'What costs are counted from; null before the first paid order.' });

const readAdvice = z.strictObject({ advice: z.array(advice), figures: figures.nullable() }).meta({ id: 'ReadAdvice' });

export const lintDocument = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/programs/lint',
  summary: 'What is unwise in a document: each check with its reason, its evidence and its cost; nothing is stored',
  query: z.strictObject({
    programId: idOf('prg').optional().describe('The programme the document is of: it does not overlap with itself.'),
  }),
  body: z.union([documentBody, templateBody]),
  answer: readAdvice,
  isBodyDecodedByUseCase: true,
  bodyLimit: DOCUMENT_BODY_LIMIT,
});

export const getVersionAdvice = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/versions/{number}/advice',
  summary: 'What is to be said of a version today: what its publication must answer',
  params: z.strictObject({
    id: idOf('prg'),
    number: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
  }),
  body: null,
  answer: readAdvice,
});

const rate = z.int('type').min(0, 'size').max(10_000, 'size');

export const judgeLevels = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/calculators/multi-level',
  summary: 'Why several levels are not built: what they would pay of the margin, with the arithmetic',
  body: z.strictObject({
    levels: z.array(rate).min(1, 'size').max(20, 'too-many').describe('Basis points of the order for each level, nearest first.'),
    marginBasisPoints: rate,
    order: money.optional().describe('1,000 roubles when absent.'),
  }),
  answer: z
    .strictObject({
      verdict: z.enum(['refused', 'oneLevel']).describe('`oneLevel` is what Sarafan pays; anything more is refused.'),
      order: wireMoney,
      levels: z.array(z.strictObject({ level: z.int(), basisPoints: z.int(), amount: wireMoney })),
      paidBasisPoints: z.int(),
      paid: wireMoney,
      marginBasisPoints: z.int(),
      margin: wireMoney,
      leftBasisPoints: z.int(),
      left: wireMoney.describe('Below zero where each order loses money.'),
      priceRiseBasisPoints: z.int().nullable().describe('By how much prices would have to rise; null where no price would do.'),
      text: wireText,
    })
    .meta({ id: 'LevelsVerdict' }),
});

export const countWorstCase = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/calculators/worst-case',
  summary: 'The most one order can give away over rules, tiers and stacked coupons, against the margin',
  body: z.strictObject({
    document: documentBody.shape.document,
    order: money.optional().describe('The shop’s median order when absent, else the highest minimum of the document, else 1,000.'),
  }),
  answer: z
    .strictObject({
      order: wireMoney,
      orderNumber: z.int().describe('Which order of the customer is the worst: 1 is a newcomer’s first.'),
      givenAway: wireMoney,
      basisPoints: z.int(),
      perThousand: wireMoney.describe('Of an order of 1,000.'),
      parts: z.array(
        z.strictObject({
          path: z.string(),
          ruleId: z.string(),
          tierId: z.string().nullable(),
          to: z.enum(['referrer', 'friend', 'buyer']),
          amount: wireMoney,
        }),
      ),
      unknown: z.array(z.string()).describe('Places whose cost the document does not say: the sum is a lower bound then.'),
      margin: z
        .strictObject({ basisPoints: z.int(), amount: wireMoney, from: z.enum(['document', 'owner', 'lines']), left: wireMoney })
        .nullable(),
      text: wireText,
    })
    .meta({ id: 'WorstCase' }),
  isBodyDecodedByUseCase: true,
  bodyLimit: DOCUMENT_BODY_LIMIT,
});

const orderPart = z.looseObject({ order: money.optional() });

/** The order a body names beside its document; null for none. The document is its use case's to judge. */
export function readOrder(body: unknown): Result<MoneyInput | null, InvalidField> {
  const read = parseBy(orderPart, body);
  return read.ok ? ok(read.value.order ?? null) : read;
}
