import { z } from 'zod';
import { getPayee } from './payouts.endpoints.ts';
import { accessGrant } from './perks.endpoints.ts';
import { wireMoney, wireTime } from './primitives.ts';
import { coupon, customerResource, entry, referral, reward, unit } from './resources.ts';

const time = wireTime.nullable();

/** What an export of a customer's data holds beside their orders, rewards and referrals. */
const customerRecords = {
  payee: getPayee.answer.nullable().describe('Who is paid in cash; numbers by their last four characters.'),
  payouts: z
    .array(
      z.strictObject({
        amount: wireMoney.describe('What was paid out, or waits to be.'),
        status: z.enum(['proposed', 'approved', 'rejected', 'paid', 'failed']).describe('How far it has come.'),
        proposedAt: wireTime.describe('When it was proposed.'),
        paidAt: time.describe('When the bank had paid it; null before.'),
      }),
    )
    .describe('Payouts in cash, oldest first.'),
  acceptances: z
    .array(
      z.strictObject({
        programId: z.string().describe('The programme.'),
        scope: z.string().describe('`program`, or `tier:<id>` for the terms of a tier.'),
        version: z.int().describe('Which version of the terms.'),
        textHash: z.string().describe('SHA-256 of the text; `GET /v1/terms/{textHash}` shows it.'),
        locale: z.enum(['ru', 'en']).describe('The language it was read in.'),
        method: z.string().describe('How they said yes.'),
        acceptedAt: wireTime.describe('When they said yes.'),
      }),
    )
    .describe('Which terms they accepted.'),
  reservations: z
    .array(
      z.strictObject({
        unit: unit.describe('Of the amount.'),
        amount: z.string().describe('What was set aside.'),
        status: z.enum(['reserved', 'captured', 'voided', 'expired']).describe('What became of it.'),
        expiresAt: wireTime.describe('Until when it was set aside.'),
        orderId: z.string().nullable().describe('Their own order.'),
      }),
    )
    .describe('What they set aside for orders.'),
  scores: z
    .array(z.strictObject({ score: z.int().describe('0 to 10.'), at: wireTime.describe('When they gave it.') }))
    .describe('How they rated the business.'),
  complaintsClosedFirst: z
    .array(z.strictObject({ complaintId: z.string().describe('The shop’s name of it.'), at: wireTime.describe('When it was closed.') }))
    .describe('Complaints that were told of as closed and not, before that, as opened.'),
  attributions: z
    .array(
      z.strictObject({
        programId: z.string().describe('The programme.'),
        by: z.string().describe('How they named who brought them: `click`, `code`, `claim`, `lead`, `answer`, `staff`.'),
        touchAt: time.describe('When that was.'),
        lockedAt: wireTime.describe('Since when it counts.'),
      }),
    )
    .describe('That somebody brought them; who is not theirs to take along.'),
  touches: z
    .array(z.strictObject({ by: z.string().describe('As in `attributions`.'), at: wireTime.describe('When that was.') }))
    .describe('Every invitation they came by.'),
  sessions: z
    .array(
      z.strictObject({
        method: z.enum(['token', 'code']).describe('By the shop, or by a code.'),
        signedInAt: wireTime.describe('When they signed in.'),
        lastSeenAt: wireTime.describe('When they were here last.'),
        endsAt: wireTime.describe('When it ends at the latest.'),
        agent: z.string().describe('What the browser called itself.'),
        network: z.string().describe('The network they came from, without the address itself.'),
      }),
    )
    .describe('Where they are signed in to their cabinet.'),
  claims: z
    .array(
      z.strictObject({
        friend: z.string().describe('Whom they meant, in their words.'),
        note: z.string().nullable().describe('What else they wrote.'),
        status: z.enum(['open', 'accepted', 'declined']).describe('What became of it.'),
        createdAt: wireTime.describe('When they wrote it.'),
        answer: z.string().nullable().describe('What the business answered.'),
        answeredAt: time.describe('When it answered.'),
      }),
    )
    .describe('That a friend is not counted.'),
  wishes: z
    .strictObject({
      noInvitationsSince: time.describe('Since when they want no invitations; null = they may be asked.'),
      askAgainAfter: time.describe('Until when they have put an invitation off.'),
      declinedAll: z.boolean().describe('They want no letters at all.'),
      declined: z.array(z.string()).describe('Kinds of letters they do not want.'),
    })
    .describe('What they do not want.'),
  shares: z
    .array(
      z.strictObject({
        day: z.string().describe('A day of UTC.'),
        channel: z.string().describe('As in `telegram`, `copy` or `qr`.'),
        shares: z.int().describe('How often.'),
      }),
    )
    .describe('How often they shared.'),
  messages: z
    .array(
      z.strictObject({
        kind: z.string().describe('As in `friend-joined`.'),
        status: z.enum(['waiting', 'sent', 'failed', 'skipped']).describe('What became of it.'),
        createdAt: wireTime.describe('What it tells of happened then.'),
        settledAt: time.describe('When it was sent, or given up.'),
      }),
    )
    .describe('Letters to them; their words are not kept.'),
};

/** Everything kept about a customer. */
export const customerExport = z
  .strictObject({
    customer: customerResource,
    consents: z.array(
      z.strictObject({
        purpose: z.string(),
        givenAt: z.string().describe('When it was given.'),
        withdrawnAt: z.string().nullable(),
        textVersion: z.string().nullable(),
        proof: z.string().describe('Where and how it was given, in the words of who took it.'),
        textHash: z.string().nullable().describe('SHA-256 of the text that was shown; `GET /v1/terms/{textHash}` shows it.'),
        isConfirmed: z.boolean().describe('False while nobody knows whether the contact it came with is the giver’s own.'),
      }),
    ),
    introduction: z
      .strictObject({
        shownAs: z.enum(['none', 'initial', 'full']),
        words: z.string().nullable(),
        agreedAt: z.string().nullable(),
        textVersion: z.string().nullable(),
        textHash: z.string().nullable(),
      })
      .nullable()
      .describe('How the page of their link names them, and their words.'),
    orderIds: z.array(z.string()),
    rewards: z.array(reward),
    perks: z.array(accessGrant),
    entries: z.array(entry),
    referrals: z.array(referral),
    coupons: z.array(coupon),
    labels: z
      .array(z.strictObject({ friendId: z.string().describe('Whom they named.'), label: z.string().describe('What they call them.') }))
      .describe('Names they gave to friends.'),
    eventData: z
      .array(z.strictObject({ sequence: z.string(), data: z.string() }))
      .describe('What came with events beside ids, as it is kept; where cash goes is in `payee`.'),
    ...customerRecords,
  })
  .meta({ id: 'CustomerExport' });

const records = z.strictObject(customerRecords);
export type WireCustomerRecords = z.input<typeof records>;
