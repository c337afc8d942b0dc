import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { name, sha256Hex, text, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const shared = { query: NONE, status: 200, idempotencyKey: false } as const;
const SHOWN_AS = ['none', 'initial', 'full'] as const;
const WORDS_MAX = 280;

const answer = z
  .strictObject({
    shownAs: z.enum(SHOWN_AS).describe('Not at all, first name and initial, or in full.'),
    words: z.string().nullable().describe('The member’s own words to whoever opens the link.'),
    agreedAt: wireTime.nullable().describe('When the member agreed to be shown so; null while nothing is shown.'),
    textVersion: z.string().nullable().describe('Version of the text that was agreed to.'),
    preview: wireText.describe('How the page names the member now.'),
    consent: z
      .strictObject({
        version: wireText.describe('By language.'),
        text: wireText.describe('To be shown beside the choice.'),
        textHash: wireText.describe('SHA-256 of the text in that language, hex: what is sent back.'),
      })
      .describe('What the member agrees to by choosing anything but `none`.'),
  })
  .meta({ id: 'Introduction' });

const change = z
  .strictObject({
    shownAs: z.enum(SHOWN_AS, 'choice').describe('Not at all, first name and initial, or in full.'),
    words: text(WORDS_MAX).nullable().default(null).describe('Shown as plain text; null for none.'),
    locale: z.enum(['ru', 'en'], 'choice').describe('The language the text of the consent was shown in.'),
    textHash: sha256Hex.optional().describe('`consent.textHash` as it was shown; needed for anything but `none` without words.'),
  })
  .meta({ id: 'IntroductionChange' });

const ofCustomer = { ...shared, tag: 'customers', params: z.strictObject({ id: name() }), answer } as const;
const ofMember = { ...shared, tag: 'cabinet', access: 'member', params: NONE, answer } as const;

export const getIntroduction = endpoint({
  ...ofCustomer,
  method: 'GET',
  path: '/v1/customers/{id}/introduction',
  summary: 'How the page of a customer’s link names them, and their words',
  access: 'read',
  body: null,
});

export const putIntroduction = endpoint({
  ...ofCustomer,
  method: 'PUT',
  path: '/v1/customers/{id}/introduction',
  summary: 'Keep how a customer lets themselves be named on the page of their link',
  access: 'write',
  body: change,
});

export const getOwnIntroduction = endpoint({
  ...ofMember,
  method: 'GET',
  path: '/v1/cabinet/introduction',
  summary: 'How the page of my link names me, and my words',
  body: null,
});

export const putOwnIntroduction = endpoint({
  ...ofMember,
  method: 'PUT',
  path: '/v1/cabinet/introduction',
  summary: 'Choose how the page of my link names me; nothing is shown before',
  body: change,
});

export const getInvitationOffer = endpoint({
  ...shared,
  tag: 'cabinet',
  access: 'member',
  params: NONE,
  method: 'GET',
  path: '/v1/cabinet/offer',
  summary: 'Whether to ask the member now to invite a friend, and with which words',
  body: null,
  answer: z
    .strictObject({
      show: z
        .boolean()
        .describe(
          'True only after a delivered order, outside the quiet days after it, with no open complaint, no poor score, and no wish not to be asked.',
        ),
      offer: z
        .strictObject({
          sentence: wireText.describe('The offer in one sentence.'),
          disclosure: wireText.nullable().describe('That the member is rewarded; shown beside the offer.'),
        })
        .nullable()
        .describe('Null where nothing is shown.'),
    })
    .meta({ id: 'InvitationOffer' }),
});

export const countInvitationOffer = endpoint({
  ...shared,
  tag: 'cabinet',
  access: 'member',
  params: NONE,
  method: 'POST',
  path: '/v1/cabinet/offer',
  summary: 'The offer was put before the member’s eyes: counted by day, without a name',
  body: null,
  status: 204,
  answer: null,
});

const seen = wireTime.nullable();

export const getSelfCheck = endpoint({
  ...shared,
  tag: 'settings',
  access: 'read',
  params: NONE,
  method: 'GET',
  path: '/v1/self-check',
  summary: 'Whether the shop’s pages and orders reach us: what was seen last, and when',
  body: null,
  answer: z
    .strictObject({
      scripts: z
        .array(z.strictObject({ host: z.string(), seenAt: wireTime }))
        .describe('Where the script was loaded from a page, newest first; to the minute.'),
      frameSeenAt: seen.describe('When a cabinet was last opened inside a page of the shop.'),
      tokenAcceptedAt: seen.describe('When a token signed by the shop last opened a cabinet.'),
      orderStoredAt: seen.describe('When the last event about an order came in.'),
      codeSeenAt: seen.describe('When an order last named a code or a click.'),
      offersShown: z
        .string()
        .regex(/^\d+$/)
        .describe('How often members were asked to invite in the last 30 days, as a whole number in a string.'),
      domains: z.array(z.string()).describe('Where the script is expected.'),
      scriptUrl: z.string().describe('Where pages of the shop take the script from, as customers reach this installation.'),
    })
    .meta({ id: 'SelfCheck' }),
});
