import { z } from 'zod';
import { PAYEE_TYPES } from '../domain/payout/payee.ts';
import { endpoint } from './endpoint.ts';
import { actor, idOf, instant, money, name, pageOf, pageQuery, text, wireMoney, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const byCustomer = z.strictObject({ id: name().meta({ description: 'External id or `cus_…`.' }) });
const STATUSES = ['proposed', 'approved', 'rejected', 'paid', 'failed'] as const;
const TAX_STATES = ['clear', 'near', 'over'] as const;

const detail = text(200).optional();

const wirePayee = z
  .strictObject({
    type: z.enum(PAYEE_TYPES),
    country: z.string().length(2),
    savedAt: wireTime,
    name: z.string().nullable(),
    taxId: z.string().nullable().meta({ description: 'Its last four characters.' }),
    account: z.string().nullable().meta({ description: 'Its last four characters.' }),
  })
  .meta({ id: 'Payee' });

const wireTaxYear = z
  .strictObject({
    year: z.string(),
    currency: z.string(),
    given: wireMoney,
    threshold: wireMoney,
    state: z.enum(TAX_STATES).meta({ description: '`near` from 80 % of the threshold on, `over` from 100 % on.' }),
  })
  .meta({ id: 'TaxYear' });

const wirePayout = z
  .strictObject({
    id: z.string(),
    programId: z.string(),
    customerId: z.string(),
    amount: wireMoney,
    status: z.enum(STATUSES),
    author: z.string(),
    approver: z.string().nullable(),
    proposedAt: wireTime,
    decidedAt: wireTime.nullable(),
    paidAt: wireTime.nullable(),
    taxHandling: z.enum(['withheld', 'reported', 'notDue']).nullable(),
    tax: wireTaxYear.nullable().meta({ description: 'The person’s year with this payout in it; null where no threshold is known.' }),
  })
  .meta({ id: 'Payout' });

const payouts = { tag: 'payouts', query: NONE, body: null, status: 200, idempotencyKey: false, answer: wirePayout } as const;

export const putPayee = endpoint({
  ...payouts,
  method: 'PUT',
  path: '/v1/customers/{id}/payee',
  summary: 'Say who is paid in cash: type, country, tax and bank data. Nothing is paid without them',
  access: 'write',
  params: byCustomer,
  body: z.strictObject({
    type: z.enum(PAYEE_TYPES, 'choice'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'format')
      .default('RU')
      .meta({ description: 'ISO 3166-1 alpha-2.' }),
    name: detail,
    taxId: detail.meta({ description: 'Russia: INN. United States: SSN or EIN.' }),
    registrationNumber: detail.meta({ description: 'Russia: OGRNIP or OGRN.' }),
    branchCode: detail.meta({ description: 'Russia: KPP.' }),
    account: detail,
    bankCode: detail.meta({ description: 'Russia: BIK. Elsewhere BIC or routing number.' }),
  }),
  answer: wirePayee,
});

export const getPayee = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/customers/{id}/payee',
  summary: 'Who is paid; numbers are shown by their last four characters',
  access: 'read',
  params: byCustomer,
  answer: wirePayee,
});

export const getPayable = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/customers/{id}/payable',
  summary: 'What commissions brought and can be proposed for a payout now, programme by programme',
  access: 'read',
  params: byCustomer,
  answer: z
    .strictObject({
      hasPayee: z.boolean().describe('Whether it is known who is paid: nothing can be proposed before.'),
      items: z.array(z.strictObject({ programId: z.string(), amount: wireMoney.describe('Neither spent, reserved nor set aside.') })),
    })
    .meta({ id: 'Payable' }),
});

export const proposePayout = endpoint({
  ...payouts,
  method: 'POST',
  path: '/v1/payouts',
  summary: 'Propose to pay out what commissions of a programme brought; the value is set aside',
  access: 'staff',
  params: NONE,
  body: z.strictObject({
    customer: name().meta({ description: 'External id or `cus_…`.' }),
    programId: idOf('prg'),
    amount: money.optional().meta({ description: 'All there is when absent.' }),
    actor,
  }),
  status: 201,
  idempotencyKey: true,
});

const byPayout = z.strictObject({ id: idOf('pyo') });
const step = {
  ...payouts,
  method: 'POST',
  access: 'staff',
  params: byPayout,
  body: z.strictObject({ actor }),
  idempotencyKey: true,
} as const;

export const approvePayout = endpoint({
  ...step,
  path: '/v1/payouts/{id}/approve',
  summary: 'Approve a payout somebody else proposed',
  body: z.strictObject({
    actor,
    taxHandling: z
      .enum(['withheld', 'reported', 'notDue'], 'choice')
      .optional()
      .meta({ description: 'Needed once the person’s year has reached the threshold.' }),
  }),
});

export const rejectPayout = endpoint({
  ...step,
  path: '/v1/payouts/{id}/reject',
  summary: 'Reject a proposed payout; the value goes back',
});
export const payPayout = endpoint({ ...step, path: '/v1/payouts/{id}/paid', summary: 'Say that the bank has paid an approved payout' });
export const failPayout = endpoint({
  ...step,
  path: '/v1/payouts/{id}/failed',
  summary: 'Say that the bank has returned an approved payout; the value goes back',
});

export const getPayout = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/payouts/{id}',
  summary: 'A payout and its state',
  access: 'read',
  params: byPayout,
});

const filter = { status: z.enum(STATUSES, 'choice').optional(), programId: idOf('prg').optional() };

export const listPayouts = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/payouts',
  summary: 'Payouts, oldest first',
  access: 'read',
  params: NONE,
  query: z.strictObject({ ...pageQuery, ...filter, customerId: name().optional().meta({ description: 'External id or `cus_…`.' }) }),
  answer: pageOf(wirePayout),
});

const csv = z.string().meta({ description: 'CSV in UTF-8 with a byte order mark; cells that a table program would run are escaped.' });
const locale = z.enum(['ru', 'en'], 'choice').default('ru');

export const payoutRegister = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/payouts/register',
  summary: 'The register for the bank: approved payouts with the payees’ names, tax and bank data',
  access: 'admin',
  params: NONE,
  query: z.strictObject({ status: z.enum(STATUSES, 'choice').default('approved'), locale }),
  answer: csv,
  mediaType: 'text/csv',
});

const statementQuery = z.strictObject({
  currency: z.string().length(3, 'currency').optional().meta({ description: 'Needed when the customer has money in several currencies.' }),
  from: instant.optional(),
  to: instant.optional(),
});

const wireStatement = z
  .strictObject({
    customerId: z.string(),
    from: wireTime.nullable(),
    to: wireTime,
    opening: wireMoney,
    lines: z.array(
      z.strictObject({
        at: wireTime,
        reason: z.string(),
        text: z.strictObject({ ru: z.string(), en: z.string() }),
        amount: wireMoney,
        orderId: z.string().nullable(),
      }),
    ),
    closing: wireMoney,
    taxYears: z.array(wireTaxYear),
  })
  .meta({ id: 'Statement' });

export const getStatement = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/customers/{id}/statement',
  summary: 'A customer’s money account of a period: opening, every movement with its cause, closing',
  access: 'read',
  params: byCustomer,
  query: statementQuery,
  answer: wireStatement,
});

export const getStatementFile = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/customers/{id}/statement.csv',
  summary: 'The same as a table',
  access: 'read',
  params: byCustomer,
  query: statementQuery.extend({ locale }),
  answer: csv,
  mediaType: 'text/csv',
});

export const listTaxYears = endpoint({
  ...payouts,
  method: 'GET',
  path: '/v1/payouts/tax-years',
  summary: 'People whose gifts and cash of a year are near their threshold or over it',
  access: 'read',
  params: NONE,
  query: z.strictObject({ year: z.string().regex(/^\d{4}$/, 'format') }),
  answer: z.strictObject({ items: z.array(z.strictObject({ customerId: z.string(), tax: wireTaxYear })) }),
});

export type WirePayout = z.input<typeof wirePayout>;
export type WireTaxYear = z.input<typeof wireTaxYear>;
export type WirePayee = z.input<typeof wirePayee>;
export type PayeeBody = z.output<NonNullable<typeof putPayee.body>>;
