import { z } from 'zod';
import { customerExport } from './customer-export.ts';
import { endpoint } from './endpoint.ts';
import {
  actor,
  email,
  idOf,
  instant,
  name,
  pageOf,
  pageQuery,
  phone,
  signedMoney,
  signedPoints,
  text,
  wireText,
  wireTime,
} from './primitives.ts';
import { code, customerResource, customerSummary, entry, membership, referral, reward } from './resources.ts';

const TAG = 'customers';
const NONE = z.strictObject({});

/** A customer in a path: the shop's own id, or `cus_…`. */
const customerPath = z.strictObject({ id: name() });
const page = z.strictObject(pageQuery);

const shared = { tag: TAG, params: customerPath, query: NONE, body: null, status: 200, idempotencyKey: false } as const;

export const listCustomers = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers',
  summary: 'Find customers by any word of a name, e-mail, the last digits of a phone, code or external id; all by age without `q`',
  access: 'read',
  params: NONE,
  query: z.strictObject({
    ...pageQuery,
    programId: idOf('prg').optional().describe('Who is in this programme, in the `status` given: `active` without one.'),
    status: z
      .enum(['invited', 'active', 'paused', 'left', 'blocked'], 'choice')
      .optional()
      .describe('Who has a membership in this state: of `programId`, or of any programme.'),
    hasComplaint: z
      .enum(['true'], 'choice')
      .transform(() => true)
      .optional()
      .describe('Who has an open complaint.'),
    q: z.string().min(1).max(200).optional().meta({
      description:
        'What somebody types: the beginning of it is enough. Pages may be shorter than `limit`; more follows until `nextCursor` is null.',
    }),
    ids: z
      .string()
      .max(7_400)
      .regex(/^cus_[0-9a-f]{32}(?:,cus_[0-9a-f]{32}){0,199}$/, 'id')
      .optional()
      .meta({ description: 'These customers only, `cus_…,cus_…`, at most 200: who the rows of another list are about.' }),
  }),
  answer: pageOf(customerSummary),
});

const storyEvent = z.strictObject({
  sequence: z.string(),
  at: wireTime,
  storedAt: wireTime,
  type: z.string(),
  orderId: z.string().nullable(),
  actor: z.string().nullable().describe('Who did it for the business; null where the shop, the person or the clock did.'),
  isAboutFriend: z.boolean().describe('It happened to somebody this customer brought, or to who brought them.'),
  sentences: z.array(
    z.strictObject({
      kind: z.enum(['event', 'attribution', 'reward', 'refusal', 'reversal', 'tier', 'money', 'note']),
      text: wireText,
    }),
  ),
  reason: z.string().nullable().describe('What was typed with the act.'),
});

export const getStory = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/story',
  summary: 'Everything that happened with a customer and with the friends they brought, newest first, told in words',
  access: 'read',
  query: page,
  answer: pageOf(storyEvent.meta({ id: 'StoryEvent' })),
});

export const getCustomer = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}',
  summary: 'A customer with balances, memberships, codes and counts',
  access: 'read',
  answer: customerResource,
});

export const putCustomer = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/customers/{id}',
  summary: 'Make a customer or add what is known of one',
  access: 'write',
  body: z
    .strictObject({
      email: email.optional(),
      phone: phone.optional(),
      name: text(200).optional(),
    })
    .meta({ id: 'CustomerInput' }),
  answer: customerResource,
});

export const addCustomer = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers',
  summary: 'Add somebody the shop has no id of yet, by e-mail or phone; who is known by them already is that customer',
  access: 'write',
  params: NONE,
  body: z
    .strictObject({
      email: email.optional().describe('Of the two at least one.'),
      phone: phone.optional(),
      name: text(200).optional().describe('What they are called.'),
    })
    .meta({ id: 'NewCustomer' }),
  status: 201,
  answer: customerResource,
});

export const eraseCustomer = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/customers/{id}',
  summary: 'Erase the personal data of a customer; orders and ledger stay without it',
  access: 'write',
  status: 204,
  answer: null,
});

export const listEntries = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/entries',
  summary: 'Every movement of value of a customer, newest first, each with its cause',
  access: 'read',
  query: page,
  answer: pageOf(entry),
});

export const listCustomerRewards = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/rewards',
  summary: 'What a customer earned, oldest first unless asked otherwise',
  access: 'read',
  query: page.extend({
    order: z.enum(['oldest', 'newest'], 'choice').optional().describe('Which come first; a cursor goes on in the order it was made in.'),
  }),
  answer: pageOf(reward),
});

export const listCustomerReferrals = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/referrals',
  summary: 'Whom a customer referred, newest first; with `as=friend` who referred them, programme by programme',
  access: 'read',
  query: page.extend({ as: z.enum(['referrer', 'friend'], 'choice').default('referrer') }),
  answer: pageOf(referral),
});

export const exportCustomer = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/export',
  summary: 'Everything kept about a customer, for a request under data protection law',
  access: 'read',
  answer: customerExport,
});

export const joinProgram = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/memberships',
  summary: 'Join a programme; with `actor` staff enrols the customer',
  access: 'write',
  body: z.strictObject({
    programId: idOf('prg'),
    perk: name().optional().meta({ description: 'The perk they join for, counted in its report.' }),
    actor: actor.optional(),
  }),
  status: 201,
  answer: membership,
  idempotencyKey: true,
});

export const changeMembership = endpoint({
  ...shared,
  method: 'PATCH',
  path: '/v1/customers/{id}/memberships',
  summary: 'Pause, resume, leave or block a membership; blocking and unblocking need staff',
  access: 'write',
  body: z.strictObject({
    programId: idOf('prg'),
    status: z.enum(['active', 'paused', 'left', 'blocked'], 'choice'),
    actor: actor.optional(),
  }),
  answer: membership,
});

export const getCustomerWishes = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/wishes',
  summary: 'What a customer asked for: never to be asked to invite anybody',
  access: 'read',
  answer: z.strictObject({ noInvitations: z.boolean() }).meta({ id: 'CustomerWishes' }),
});

export const patchCustomerWishes = endpoint({
  ...getCustomerWishes,
  method: 'PATCH',
  summary: 'Keep what a customer asked for, as when they say it on the phone',
  access: 'write',
  body: z.strictObject({ noInvitations: z.boolean('type') }),
});

export const createCode = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/codes',
  summary: 'Give a customer a code: a generated one, or the one asked for',
  access: 'write',
  body: z
    .strictObject({
      code: z.string('text').min(1, 'text').max(64, 'text').optional(),
      kind: z.enum(['personal', 'card', 'campaign'], 'choice').default('personal'),
    })
    .optional(),
  status: 201,
  answer: code,
  idempotencyKey: true,
});

export const retireCode = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/codes/{id}/retire',
  summary: 'Take a code back for good: its link and cards stop working, what it brought stays, nobody gets it again',
  access: 'staff',
  params: z.strictObject({ id: idOf('cod') }),
  body: z.strictObject({ actor, reason: text(500).optional() }),
  answer: code,
  idempotencyKey: true,
});

export const postAdjustment = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/adjustments',
  summary: 'Add to a balance or take from it by hand',
  access: 'staff',
  body: z.strictObject({ amount: z.union([signedMoney, signedPoints]), reason: text(500), expiresAt: instant.optional(), actor }),
  status: 201,
  answer: customerResource,
  idempotencyKey: true,
});

export const mergeCustomer = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/merge',
  summary: 'Merge another customer into this one: lots, debts, referrals and codes move',
  access: 'staff',
  body: z.strictObject({ fromId: name().meta({ description: 'The customer that ends: external id or `cus_…`.' }), actor }),
  answer: customerResource,
  idempotencyKey: true,
});
