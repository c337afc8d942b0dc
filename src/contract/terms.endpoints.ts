import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idOf, name, sha256Hex, wireText, wireTime } from './primitives.ts';
import { membership } from './resources.ts';

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'size')
  .transform(Number);
const locale = z.enum(['ru', 'en'], 'choice');

const terms = z
  .strictObject({
    programId: z.string(),
    version: z.int(),
    status: z.enum(['draft', 'published']),
    effectiveFrom: wireTime.nullable(),
    locale: z.enum(['ru', 'en']),
    name: wireText,
    offer: z.string().describe('The offer in one sentence.'),
    steps: z.array(z.strictObject({ title: z.string(), text: z.string() })).describe('How it works, in three steps.'),
    sections: z.array(z.strictObject({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) })),
    text: z.string().describe('The whole page: what is accepted.'),
    textHash: z.string().describe('SHA-256 of the text, hex.'),
  })
  .meta({ id: 'Terms' });

export const getTerms = endpoint({
  method: 'GET',
  path: '/v1/programs/{id}/terms',
  summary: 'The terms of a programme, made of its document, with the hash a member accepts',
  tag: 'programs',
  access: 'read',
  params: z.strictObject({ id: idOf('prg') }),
  query: z.strictObject({
    locale: locale.default('ru'),
    version: versionNumber.optional().describe('The version in force when absent, else the newest.'),
  }),
  body: null,
  status: 200,
  answer: terms,
  idempotencyKey: false,
});

export const getTermsText = endpoint({
  method: 'GET',
  path: '/v1/terms/{textHash}',
  summary: 'The text behind a hash that a member accepted, as it was then',
  tag: 'programs',
  access: 'read',
  params: z.strictObject({ textHash: sha256Hex }),
  query: z.strictObject({}),
  body: null,
  status: 200,
  answer: z.strictObject({ textHash: z.string(), text: z.string() }),
  idempotencyKey: false,
});

export const acceptTerms = endpoint({
  method: 'POST',
  path: '/v1/customers/{id}/memberships/{programId}/terms',
  summary: 'Keep a member’s yes to the terms of a version; again changes nothing',
  tag: 'customers',
  access: 'write',
  params: z.strictObject({ id: name(), programId: idOf('prg') }),
  query: z.strictObject({}),
  body: z
    .strictObject({
      version: z.int('type').min(1, 'size').max(999_999, 'size'),
      textHash: sha256Hex.describe('`textHash` of the terms as they were shown.'),
      locale,
      method: z.enum(['checkbox', 'button', 'signature', 'paper', 'other'], 'choice').default('button'),
    })
    .meta({ id: 'TermsAcceptance' }),
  status: 201,
  answer: membership,
  idempotencyKey: true,
});
