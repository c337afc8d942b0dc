import { z } from 'zod';
import { SHARE_CHANNELS } from './cabinet-home.endpoints.ts';
import { endpoint } from './endpoint.ts';
import { getPayee, putPayee } from './payouts.endpoints.ts';
import { idOf, name, pageOf, pageQuery, text, wireMoney, wireText, wireTime } from './primitives.ts';
import { acceptTerms, getTerms } from './terms.endpoints.ts';

/** What a member does. Each goes down the road that staff and shops use, with the member as the actor. */
const NONE = z.strictObject({});
const shared = { tag: 'cabinet', params: NONE, query: NONE, body: null, status: 204, idempotencyKey: false, access: 'member' } as const;
const programPath = z.strictObject({ id: idOf('prg') });

export const countShare = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/shares',
  summary: 'Count that the member has shared, by channel',
  body: z.strictObject({ channel: z.enum(SHARE_CHANNELS, 'choice') }),
  answer: null,
});

export const chooseMyReward = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/rewards/{id}/choose',
  summary: 'Choose one perk of those a reward offers, once',
  params: z.strictObject({ id: idOf('rwd') }),
  body: z.strictObject({ perk: name() }),
  answer: null,
});

export const openAccess = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/perks',
  summary: 'Open an access that the member’s tier lists',
  body: z.strictObject({ programId: idOf('prg'), perk: name() }),
  answer: null,
});

export const joinMyProgram = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/programs/{id}/join',
  summary: 'Join a programme',
  params: programPath,
  answer: null,
});

export const changeMyMembership = endpoint({
  ...shared,
  method: 'PATCH',
  path: '/v1/cabinet/programs/{id}',
  summary: 'Pause, resume or leave a programme',
  params: programPath,
  body: z.strictObject({ status: z.enum(['active', 'paused', 'left'], 'choice') }),
  answer: null,
});

export const getMyTerms = endpoint({
  ...getTerms,
  path: '/v1/cabinet/programs/{id}/terms',
  summary: 'The terms of a programme, with the hash the member accepts',
  tag: 'cabinet',
  access: 'member',
});

const acceptance = acceptTerms.body.omit({ method: true });

export const acceptMyTerms = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/programs/{id}/terms',
  summary: 'Accept the terms of a version',
  params: programPath,
  body: acceptance.meta({ id: 'CabinetAcceptance' }),
  answer: null,
});

export const enterMyTier = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/programs/{id}/tier',
  summary: 'Enter the tier the member is invited to, by accepting its terms',
  params: programPath,
  body: acceptance,
  answer: null,
});

export const getMyPayee = endpoint({
  ...getPayee,
  path: '/v1/cabinet/payee',
  summary: 'Who is paid; numbers are shown by their last four characters',
  tag: 'cabinet',
  access: 'member',
  params: NONE,
});

export const putMyPayee = endpoint({
  ...putPayee,
  path: '/v1/cabinet/payee',
  summary: 'Say who is paid in cash. Needs a sign-in of the last 10 minutes',
  tag: 'cabinet',
  access: 'member',
  params: NONE,
});

export const listMyPayouts = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/payouts',
  summary: 'What was paid out to the member, and what waits, oldest first',
  query: z.strictObject(pageQuery),
  status: 200,
  answer: pageOf(
    z
      .strictObject({
        id: z.string(),
        amount: wireMoney,
        status: z.enum(['proposed', 'approved', 'rejected', 'paid', 'failed']),
        text: wireText,
        proposedAt: wireTime,
        paidAt: wireTime.nullable(),
      })
      .meta({ id: 'CabinetPayout' }),
  ),
});

export const getMyStatement = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/statement.csv',
  summary: 'The member’s money account as a table; orders of friends are not named in it',
  query: z.strictObject({
    currency: z.string().length(3, 'currency').optional().describe('Needed where there are accounts in several.'),
    locale: z.enum(['ru', 'en'], 'choice').default('ru'),
  }),
  status: 200,
  mediaType: 'text/csv',
  answer: z.string(),
});

export const exportMe = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/export',
  summary: 'Everything kept about the member, without what is their friends’',
  status: 200,
  answer: z.looseObject({}).meta({ id: 'CabinetExport' }),
});

export const eraseMe = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/cabinet/me',
  summary: 'Erase the member’s personal data and end every session. Needs a sign-in of the last 10 minutes',
  answer: null,
});

const friendClaim = z
  .strictObject({
    id: z.string(),
    friend: z.string(),
    note: z.string().nullable(),
    status: z.enum(['open', 'accepted', 'declined']),
    createdAt: wireTime,
    answer: z.string().nullable(),
    answeredAt: wireTime.nullable(),
  })
  .meta({ id: 'FriendClaim' });

export const fileClaim = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/claims',
  summary: 'Tell that a friend is not counted; staff answer',
  body: z.strictObject({
    friend: text(200).describe('Whom the member means, as they know them.'),
    note: text(1_000).optional().describe('When the friend ordered, or anything else that helps.'),
  }),
  status: 201,
  answer: friendClaim,
});

export const listMyClaims = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/claims',
  summary: 'The member’s claims and their answers, newest first',
  status: 200,
  answer: z.strictObject({ items: z.array(friendClaim) }),
});
