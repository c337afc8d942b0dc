import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { customer } from './event.ts';
import { eventAnswer } from './event-answer-schema.ts';
import { actor, email, idOf, name, phone, text, wireText } from './primitives.ts';
import { referral } from './resources.ts';

const NONE = z.strictObject({});
const shared = { query: NONE, status: 200, idempotencyKey: true } as const;

const referrer = {
  code: text(200).optional(),
  referrerId: name().optional().meta({ description: 'External id or `cus_…` of the referrer.' }),
};

function hasOneReferrer(body: { readonly code?: string | undefined; readonly referrerId?: string | undefined }): boolean {
  return (body.code === undefined) !== (body.referrerId === undefined);
}

export const registerReferral = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/referrals',
  summary: 'Register a lead before it orders: who was referred, and by whom',
  tag: 'referrals',
  access: 'write',
  params: NONE,
  body: z.strictObject({ friend: customer, ...referrer }).refine(hasOneReferrer, { error: 'one-of', path: ['referrerId'] }),
  status: 201,
  answer: eventAnswer,
});

export const correctReferral = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/referrals/{id}/correct',
  summary: 'Give a referral to the right referrer: both sides are reversed and granted anew',
  tag: 'referrals',
  access: 'staff',
  params: z.strictObject({ id: idOf('ref') }),
  body: z
    .strictObject({ ...referrer, actor, reason: text(500).optional() })
    .refine(hasOneReferrer, { error: 'one-of', path: ['referrerId'] }),
  answer: referral,
});

export const setReferrer = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/referrer',
  summary: 'Say who brought a customer to a programme: both sides are decided anew, whatever was decided before',
  tag: 'referrals',
  access: 'staff',
  params: z.strictObject({ id: name().meta({ description: 'The friend: external id or `cus_…`.' }) }),
  body: z
    .strictObject({ programId: idOf('prg'), ...referrer, actor, reason: text(500).optional() })
    .refine(hasOneReferrer, { error: 'one-of', path: ['referrerId'] }),
  answer: referral
    .nullable()
    .describe('Null where the referrer takes no part in the programme: who brought them is kept, nothing is opened.'),
});

export const getReferral = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/referrals/{id}',
  summary: 'A referral and its state',
  tag: 'referrals',
  access: 'read',
  params: z.strictObject({ id: idOf('ref') }),
  body: null,
  answer: referral,
  idempotencyKey: false,
});

export const postClaim = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/claims',
  summary: 'A friend page keeps who opened it; the answer never tells whether the code or the person is known',
  tag: 'public',
  access: 'publishable',
  params: NONE,
  body: z
    .strictObject({
      code: z.string('text').min(1, 'text').max(64, 'text'),
      email: email.optional(),
      phone: phone.optional(),
    })
    // One contact and no name: anybody may send a claim, so it must not add to or join what is known of people.
    .refine((body) => (body.email === undefined) !== (body.phone === undefined), { error: 'one-of', path: ['email'] }),
  status: 202,
  answer: z.strictObject({ status: z.literal('accepted') }),
  idempotencyKey: false,
});

export const getOffer = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/offers/{code}',
  summary: 'What a friend gets with a code, in both languages',
  tag: 'public',
  access: 'publishable',
  params: z.strictObject({ code: z.string().min(1).max(64) }),
  body: null,
  answer: z
    .strictObject({
      code: z.string(),
      link: z.string().describe('The link of the code.'),
      programs: z.array(
        z.strictObject({
          name: wireText,
          share: z
            .strictObject({
              message: wireText.describe('What a message to a friend may say.'),
              disclosure: wireText
                .nullable()
                .describe('Goes with every such message: that its sender is rewarded, and the mark of an advertisement.'),
            })
            .describe('For whoever sends the link.'),
          sentence: wireText.describe('The offer in one sentence.'),
          offers: z.array(z.strictObject({ text: wireText, conditions: z.array(wireText) })),
          steps: z.array(z.strictObject({ title: wireText, text: wireText })).describe('How it works, in three steps.'),
          disclosure: wireText.nullable().describe('That the sender is rewarded; show it beside the offer. Null where the sender is not.'),
        }),
      ),
    })
    .meta({ id: 'Offer' }),
  idempotencyKey: false,
});
