import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, idOf, name, sha256Hex } from './primitives.ts';
import { membership } from './resources.ts';

const path = z.strictObject({ id: name(), programId: idOf('prg') });
const shared = {
  method: 'POST',
  tag: 'customers',
  params: path,
  query: z.strictObject({}),
  status: 200,
  answer: membership,
  idempotencyKey: true,
} as const;

export const acceptTier = endpoint({
  ...shared,
  path: '/v1/customers/{id}/memberships/{programId}/tier/accept',
  summary: 'Accept an invitation to a tier with the terms of partners; the member enters it at once',
  access: 'write',
  body: z
    .strictObject({
      tierId: name().optional().describe('The tier invited to when absent.'),
      version: z.int('type').min(1, 'size').max(999_999, 'size').describe('The version of the programme whose terms were shown.'),
      textHash: sha256Hex.describe('`textHash` of the terms as they were shown.'),
      locale: z.enum(['ru', 'en'], 'choice'),
      method: z.enum(['checkbox', 'button', 'signature', 'paper', 'other'], 'choice').default('button'),
      actor: actor.optional(),
    })
    .meta({ id: 'TierAcceptance' }),
});

export const inviteToTier = endpoint({
  ...shared,
  path: '/v1/customers/{id}/memberships/{programId}/tier/invite',
  summary: 'Invite a member to a tier whatever its conditions say; they enter by accepting its terms',
  access: 'staff',
  body: z.strictObject({ tierId: name(), actor }),
});

const tierId = z.string().nullable().describe('Null = in no tier.');
const move = z.strictObject({ from: tierId, to: tierId, customers: z.int() });

export const previewTiers = endpoint({
  method: 'POST',
  path: '/v1/programs/{id}/versions/{number}/preview',
  summary: 'Who would move from tier to tier if this version were in force now; changes nothing',
  tag: 'programs',
  access: 'read',
  params: z.strictObject({
    id: idOf('prg'),
    number: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'size')
      .transform(Number),
  }),
  query: z.strictObject({}),
  body: z.strictObject({ after: idOf('cus').optional().describe('`next` of the answer before, to go on from there.') }).optional(),
  status: 200,
  answer: z
    .strictObject({
      evaluated: z.int().describe('Members looked at, and customers who would become one.'),
      moves: z.array(move).describe('How many go from where to where; who stays is not among them.'),
      up: z.int(),
      down: z.int(),
      newlyInvited: z.int(),
      customers: z.array(z.strictObject({ customerId: z.string(), from: tierId, to: tierId })).describe('The first 50 who move.'),
      next: z.string().nullable().describe('Not null when time was up before everybody was looked at.'),
    })
    .meta({ id: 'TierPreview' }),
  idempotencyKey: false,
});
