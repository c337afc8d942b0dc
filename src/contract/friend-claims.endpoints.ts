import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, pageOf, pageQuery, text, wireTime } from './primitives.ts';

/** What staff do about the cabinet: answer claims of members, and keep the secrets shops sign tokens with. */
const NONE = z.strictObject({});
const shared = { params: NONE, query: NONE, body: null, status: 200, idempotencyKey: false } as const;

const claim = z
  .strictObject({
    id: z.string(),
    customerId: z.string(),
    customerName: z.string().nullable(),
    friend: z.string().describe('Whom the member means, as they wrote it.'),
    note: z.string().nullable(),
    status: z.enum(['open', 'accepted', 'declined']),
    createdAt: wireTime,
    answer: z.string().nullable().describe('What the member reads.'),
    answeredBy: z.string().nullable(),
    answeredAt: wireTime.nullable(),
  })
  .meta({ id: 'StaffFriendClaim' });

export const listFriendClaims = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/friend-claims',
  summary: 'What members say about friends who are not counted, oldest first',
  tag: 'referrals',
  access: 'read',
  query: z.strictObject({ ...pageQuery, status: z.enum(['open', 'accepted', 'declined'], 'choice').optional() }),
  answer: pageOf(claim),
});

export const answerFriendClaim = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/friend-claims/{id}/answer',
  summary: 'Answer a claim, once; the referral itself is mended at `/v1/referrals`',
  tag: 'referrals',
  access: 'staff',
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({
    outcome: z.enum(['accepted', 'declined'], 'choice'),
    answer: text(1_000).describe('What the member reads. Nothing of the friend belongs here.'),
    actor,
  }),
  answer: claim,
});

const secret = z.strictObject({ id: z.string(), createdAt: wireTime }).meta({ id: 'CabinetSecret' });

export const listCabinetSecrets = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/tenant/cabinet-secrets',
  summary: 'The secrets tokens may be signed with, newest first, without their text',
  tag: 'settings',
  access: 'admin',
  answer: z.strictObject({
    items: z.array(secret),
    tokenSessions: z.int().describe('How many members are signed in by a token now: they end with a secret that is deleted.'),
  }),
});

export const createCabinetSecret = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/tenant/cabinet-secrets',
  summary: 'Make a secret; the one before it stays good, older ones end. Its text is shown in this answer only',
  tag: 'settings',
  access: 'admin',
  status: 201,
  shownOnce: ['secret'],
  answer: z.strictObject({ ...secret.shape, secret: z.string() }).meta({ id: 'NewCabinetSecret' }),
});

export const deleteCabinetSecret = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/tenant/cabinet-secrets/{id}',
  summary: 'End a secret: tokens signed with it open nothing any more',
  tag: 'settings',
  access: 'admin',
  params: z.strictObject({ id: z.uuid() }),
  status: 204,
  answer: null,
});
