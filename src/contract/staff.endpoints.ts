import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { mailbox as email, name, text, wireTime } from './primitives.ts';
import { ROLES } from './staff-roles.ts';

const NONE = z.strictObject({});
const LOCALES = ['ru', 'en'] as const;
const password = z.string().min(1, 'size').max(1_000, 'size');
const code = z.string().regex(/^\d{6}$/, 'format');

const wireStaff = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    locale: z.enum(LOCALES),
    hasTotp: z.boolean(),
    isInvited: z.boolean().meta({ description: 'Invited and not here yet.' }),
    inviteEndsAt: wireTime.nullable().meta({ description: 'Until when the link works that was sent last; null when no link is out.' }),
    disabledAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: 'Staff' });
export type StaffInput = z.input<typeof wireStaff>;

const own = {
  tag: 'session',
  params: NONE,
  query: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
  access: 'session',
  answer: wireStaff,
} as const;
const open = { ...own, access: 'anyone', method: 'POST' } as const;

export const setUpOwner = endpoint({
  ...open,
  path: '/v1/console/setup',
  summary: 'The first person of a fresh installation, by the link its first start printed',
  body: z.strictObject({ token: text(100), email, password, name: name(100), locale: z.enum(LOCALES, 'choice').default('ru') }),
  status: 201,
});

export const getSetup = endpoint({
  ...own,
  access: 'anyone',
  method: 'GET',
  path: '/v1/console/setup',
  summary: 'Whether there is an owner already: then the printed link has done its work',
  answer: z.strictObject({ isOwnerMade: z.boolean() }).meta({ id: 'Setup' }),
});

export const signIn = endpoint({
  ...open,
  path: '/v1/console/sign-in',
  summary: 'Sign in with e-mail and password, and a code where one is set up',
  body: z.strictObject({ email, password, code: code.optional() }),
});

export const acceptInvite = endpoint({
  ...open,
  path: '/v1/console/accept-invite',
  summary: 'Set the password an invitation asks for, end every other session, and sign in',
  body: z.strictObject({
    token: text(100),
    password,
    code: code.optional().meta({ description: 'Of the authenticator app; asked for where one is set up.' }),
  }),
});

export const getMe = endpoint({
  ...own,
  method: 'GET',
  path: '/v1/console/me',
  summary: 'Who is signed in, and what they may do',
  answer: z
    .strictObject({
      ...wireStaff.shape,
      mayChange: z
        .array(z.string())
        .describe(
          'The rooms of the API (its tags) this person may change, and `publishing` who may put drafts in force: pages show no other buttons.',
        ),
      maySee: z.array(z.string()).describe('The sensitive rooms this person may read.'),
      timeZone: z.string().describe('Of the business, by IANA: pages tell and take times in it.'),
    })
    .meta({ id: 'Me' }),
});

export const patchMe = endpoint({
  ...own,
  method: 'PATCH',
  path: '/v1/console/me',
  summary: 'Change one’s own name, language or password; a new password ends the other sessions',
  body: z.strictObject({
    name: name(100).optional(),
    locale: z.enum(LOCALES, 'choice').optional(),
    newPassword: password.optional(),
    currentPassword: password.optional(),
  }),
});

export const signOut = endpoint({
  ...own,
  method: 'POST',
  path: '/v1/console/sign-out',
  summary: 'End this session',
  body: NONE.optional(),
  status: 204,
  answer: null,
});

const wireSession = z.strictObject({
  id: z.string(),
  createdAt: wireTime,
  lastSeenAt: wireTime,
  agent: z.string(),
  address: z.string().meta({ description: 'The network only.' }),
  isThis: z.boolean(),
});

export const listOwnSessions = endpoint({
  ...own,
  method: 'GET',
  path: '/v1/console/sessions',
  summary: 'Where one is signed in',
  answer: z.strictObject({ items: z.array(wireSession) }),
});

export const endOwnSession = endpoint({
  ...own,
  method: 'DELETE',
  path: '/v1/console/sessions/{id}',
  summary: 'End one of one’s own sessions',
  params: z.strictObject({ id: z.uuid() }),
  status: 204,
  answer: null,
});

export const startTotp = endpoint({
  ...own,
  method: 'POST',
  path: '/v1/console/totp',
  summary: 'Begin with codes from an authenticator app; they count once one was confirmed',
  body: z.strictObject({ password }),
  answer: z.strictObject({ secret: z.string(), uri: z.string() }),
});

export const confirmTotp = endpoint({
  ...own,
  method: 'POST',
  path: '/v1/console/totp/confirm',
  summary: 'Confirm the app with its first code',
  body: z.strictObject({ code }),
});

export const removeTotp = endpoint({
  ...own,
  method: 'POST',
  path: '/v1/console/totp/remove',
  summary: 'Do without codes again',
  body: z.strictObject({ password }),
});

const people = { ...own, tag: 'staff', access: 'admin' } as const;
const byStaff = z.strictObject({ id: z.uuid() });

const invitation = z
  .strictObject({
    staff: wireStaff,
    link: z.string().meta({ description: 'Works once, for seven days; it is in this answer and in the mail only.' }),
    isMailed: z.boolean().meta({ description: 'Whether the link goes by mail too; false: no mail is set up.' }),
  })
  .meta({ id: 'StaffInvitation' });

export const listStaff = endpoint({
  ...people,
  method: 'GET',
  path: '/v1/staff',
  summary: 'People of the business',
  access: 'read',
  answer: z.strictObject({ items: z.array(wireStaff) }),
});

export const inviteStaff = endpoint({
  ...people,
  method: 'POST',
  path: '/v1/staff',
  summary: 'Invite a person; the link works once, for seven days',
  body: z.strictObject({ email, name: name(100), role: z.enum(ROLES, 'choice'), locale: z.enum(LOCALES, 'choice').default('ru') }),
  status: 201,
  answer: invitation,
});

export const inviteStaffAgain = endpoint({
  ...people,
  method: 'POST',
  path: '/v1/staff/{id}/invite',
  summary: 'A new link for somebody invited who has not been here yet; the one before stops working',
  params: byStaff,
  body: NONE.optional(),
  answer: invitation,
});

export const patchStaff = endpoint({
  ...people,
  method: 'PATCH',
  path: '/v1/staff/{id}',
  summary: 'Change a person’s role, or end their access at once',
  params: byStaff,
  body: z.strictObject({ role: z.enum(ROLES, 'choice').optional(), disabled: z.boolean('type').optional() }),
});
