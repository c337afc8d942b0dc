import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { mailbox, phone, wireText, wireTime } from './primitives.ts';

/** The cabinet's door: which ways in there are, signing in, and one's own sessions. */
const NONE = z.strictObject({});
const shared = { tag: 'cabinet', params: NONE, query: NONE, body: null, status: 200, idempotencyKey: false } as const;
const locale = z.enum(['ru', 'en'], 'choice');
const address = {
  email: mailbox.optional().describe('Either this or `phone`.'),
  phone: phone.optional().describe('In E.164, or as dialled in Russia; where the door offers `phone`.'),
} as const;

function hasOneAddress(body: { readonly email?: string | undefined; readonly phone?: string | undefined }): boolean {
  return (body.email === undefined) !== (body.phone === undefined);
}

const session = z
  .strictObject({
    token: z.string().describe('Sent with every request of the cabinet as `Authorization: Bearer ms_…`; shown this once.'),
    programId: z.string().nullable().describe('The programme whose cabinet was opened; null when signed in by a code.'),
    endsAt: wireTime.describe('When the session ends at the latest; 30 days without a visit end it sooner.'),
  })
  .meta({ id: 'MemberSession' });

export const getDoor = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/door',
  summary: 'Whose cabinet this is, how it looks, and which ways in there are',
  access: 'anyone',
  answer: z
    .strictObject({
      name: z.string().describe('Of the business.'),
      locale: z.enum(['ru', 'en']).describe('The language of the business.'),
      ways: z.strictObject({
        token: z.boolean().describe('The shop can open the cabinet for who is signed in there.'),
        email: z.boolean().describe('A code can be sent by e-mail: mail is set up.'),
        phone: z.boolean().describe('A code can be sent by text message: a gateway is set up.'),
      }),
      logo: z.string().nullable().describe('Address of the logo on this host.'),
      shopUrl: z.string().nullable().describe('Where the shop is.'),
    })
    .meta({ id: 'CabinetDoor' }),
});

export const openByToken = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/sessions',
  summary: 'Open the cabinet with a token the shop has signed',
  access: 'anyone',
  body: z.strictObject({
    token: z
      .string()
      .min(1, 'text')
      .max(4_096, 'text')
      .describe(
        'A JWT, HS256 with the cabinet secret: `aud` = programme, `sub` = external id, `iat`, `exp` within 15 minutes, `jti` used once.',
      ),
  }),
  status: 201,
  answer: session,
  shownOnce: ['token'],
});

export const requestCode = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/codes',
  summary: 'Ask for a code by e-mail or text message; the answer never tells whether the address is known',
  access: 'anyone',
  body: z
    .strictObject({ ...address, locale: locale.optional().describe('The language of the message.') })
    .refine(hasOneAddress, { error: 'one-of', path: ['email'] }),
  status: 202,
  answer: z.strictObject({ status: z.literal('accepted') }),
});

export const openByCode = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/cabinet/sessions/code',
  summary: 'Open the cabinet with the code that was sent: six digits, ten minutes, five tries',
  access: 'anyone',
  body: z
    .strictObject({
      ...address,
      code: z
        .string()
        .regex(/^\d{6}$/, 'format')
        .describe('As it was sent.'),
    })
    .refine(hasOneAddress, { error: 'one-of', path: ['email'] }),
  status: 201,
  answer: session,
  shownOnce: ['token'],
});

export const listMySessions = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/sessions',
  summary: 'Where the member is signed in, last seen first',
  access: 'member',
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        method: z.enum(['token', 'code']),
        signedInAt: wireTime,
        lastSeenAt: wireTime,
        agent: z.string().describe('What the browser called itself.'),
        isThis: z.boolean(),
      }),
    ),
  }),
});

export const endMySession = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/cabinet/sessions/{id}',
  summary: 'End a session; `this` is the one that asks',
  access: 'member',
  params: z.strictObject({ id: z.union([z.literal('this'), z.uuid()]) }),
  status: 204,
  answer: null,
});

export const getWishes = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/wishes',
  summary: 'What the member does not want: invitations, and kinds of messages',
  access: 'member',
  answer: z
    .strictObject({
      noInvitations: z.boolean().describe('Never ask this member to invite anybody, and send no mail but the codes they ask for.'),
      mail: z.array(z.strictObject({ kind: z.string(), name: wireText, wanted: z.boolean() })),
    })
    .meta({ id: 'MemberWishes' }),
});

export const patchWishes = endpoint({
  ...getWishes,
  method: 'PATCH',
  summary: 'Change what the member does not want; what is absent stays',
  body: z.strictObject({
    noInvitations: z.boolean('type').optional(),
    notNow: z.literal(true, 'type').optional().describe('An offer to invite was put off: none is made for 30 days.'),
    mail: z
      .array(z.strictObject({ kind: z.string('choice').max(40, 'choice'), wanted: z.boolean('type') }))
      .max(20, 'too-many')
      .optional(),
  }),
});
