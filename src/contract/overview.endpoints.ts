import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { wireText, wireTime } from './primitives.ts';
import { unit } from './resources.ts';

const NONE = z.strictObject({});
const shared = {
  tag: 'overview',
  method: 'GET',
  access: 'read',
  params: NONE,
  query: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
} as const;
const amount = z.string().regex(/^\d+$/);
const count = z.int().min(0);

const queues = z
  .strictObject({
    rewards: count.describe('Held rewards only a person can let go.'),
    claims: count.describe('“My friend is not counted”, unanswered.'),
    reviews: count.describe('Referrals picked by chance, to be looked at.'),
    deliveries: count.describe('Gifts to hand over.'),
    payouts: count.describe('Payouts that wait for a second person’s approval.'),
    payments: count.describe('Approved payouts the bank has yet to make.'),
    lowStock: count.describe('Perks that are nearly given away.'),
    webhooks: count.describe('Addresses that were switched off since they failed.'),
    total: count,
  })
  .meta({ id: 'Queues', description: 'How much waits for a person; each is counted up to 1000.' });

export const getQueues = endpoint({
  ...shared,
  path: '/v1/queues',
  summary: 'How much waits for a person, queue by queue',
  answer: queues,
});

export const getLowStock = endpoint({
  ...shared,
  path: '/v1/queues/low-stock',
  summary: 'Perks of which no more are left than their programme warns of',
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        programId: z.string(),
        program: wireText,
        perk: z.string(),
        name: wireText,
        left: z.int(),
        capacity: z.int().nullable().describe('Null for a pool of codes.'),
      }),
    ),
  }),
});

const unitName = wireText.nullable().describe('What the programme calls its points; null of money.');

const owed = z.strictObject({
  unit,
  unitName,
  available: amount.describe('What members could spend now, with what is reserved at a checkout.'),
  held: amount.describe('What they will have once holds end.'),
  debt: amount.describe('What members owe.'),
  months: z
    .array(z.strictObject({ month: z.string().describe('`2026-12`, in the time zone of the business.'), amount }))
    .describe('What ends if it is not spent, by the month it ends in: this one and the eleven after it.'),
  later: amount.describe('What ends later than that.'),
  never: amount.describe('What has no end.'),
});

const funnelRow = z.strictObject({
  channel: z.string().describe('How the friend named who brought them: `click`, `code`, `claim`, `lead`, `answer`, `staff`.'),
  started: count,
  joined: count,
  ordered: count,
  qualified: count,
  lost: count.describe('Of all that started, those who will not count: refused, expired or taken back.'),
});

export const getOverview = endpoint({
  ...shared,
  path: '/v1/overview',
  summary: 'Today, what is owed and when it ends, and the last 30 days from invitation to a friend who counts',
  answer: z
    .strictObject({
      asOf: wireTime.describe('When it was summed up: what is answered before is in it.'),
      day: z.string().describe('Today in the time zone of the business.'),
      today: z.strictObject({
        orders: count.describe('Orders paid today, by the time of their payment: what is loaded from the past lies in its own days.'),
        customers: count.describe(
          'People known since today: by their first order or sign-up, where that is earlier than when we heard of them.',
        ),
        visits: count.describe('Opened links, people only.'),
        referrals: count.describe('Friends whose way began today: with a link, a code or a word.'),
        counted: count.describe('First orders paid today by friends whom somebody brought.'),
        rewards: count.describe('Rewards that were granted.'),
        given: z.array(z.strictObject({ unit, unitName, amount })).describe('What those are worth by unit, coupons and gifts aside.'),
      }),
      programs: z.strictObject({ live: count, all: count }),
      owed: z.array(owed),
      funnel: z.strictObject({
        shares: z
          .array(z.strictObject({ channel: z.string().describe('As in `telegram`, `copy` or `qr`.'), shares: count }))
          .describe('How often members shared from their cabinet, most first.'),
        visits: count.describe('Opened links, people only.'),
        channels: z.array(funnelRow),
      }),
    })
    .meta({ id: 'Overview' }),
});

export type WireOverview = z.input<typeof getOverview.answer>;
