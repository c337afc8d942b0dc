/** What an owner asks of a programme at the desk: its numbers, its goal, and what a version would have done with a past order. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { eventAnswer } from './event-answer-schema.ts';
import { actor, idOf, name, wireMoney, wireText, wireTime } from './primitives.ts';
import { reward } from './resources.ts';

const NONE = z.strictObject({});
const programParams = z.strictObject({ id: idOf('prg') });
const shared = {
  tag: 'programs',
  params: programParams,
  query: NONE,
  body: null,
  status: 200,
  access: 'read',
  idempotencyKey: false,
} as const;

export const getProgramNumbers = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/numbers',
  summary: 'How many people and rewards a programme holds now: what a pause or an end touches',
  answer: z
    .strictObject({
      members: z.int().describe('Active memberships.'),
      friendsOnTheWay: z
        .int()
        .describe(
          'Referrals that are started or joined, whose friends have not bought yet: they survive a pause, and an end refuses what they do later.',
        ),
      heldRewards: z.int().describe('Rewards that are held or approved: they go on after a pause and after an end.'),
      held: z.array(z.strictObject({ unit: z.string(), amount: z.string() })).describe('Their values by unit.'),
    })
    .meta({ id: 'ProgramNumbers' }),
});

export const listTrialOrders = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/trial-orders',
  summary: 'The last 20 paid orders, newest first: what a version can be tried on',
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        total: wireMoney,
        paidAt: wireTime,
        number: z.int().nullable(),
        isNewCustomer: z.boolean().nullable(),
      }),
    ),
  }),
});

export const tryVersion = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/programs/{id}/versions/{number}/trial',
  summary: 'What this version would have made of a past order, beside what was made of it; nothing is stored',
  params: z.strictObject({
    id: idOf('prg'),
    number: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'size')
      .transform(Number),
  }),
  body: z.strictObject({ orderId: name() }),
  answer: z
    .strictObject({
      orderId: z.string(),
      would: eventAnswer.describe('As `POST /v1/events/dry-run` answers with this version alone.'),
      did: z.array(reward).describe('What the order earned in this programme when it was paid.'),
    })
    .meta({ id: 'VersionTrial' }),
});

export const GOAL_METRICS = ['friendsOrdered', 'signUps', 'newCustomers', 'repeatOrders', 'members'] as const;
const metric = z
  .enum(GOAL_METRICS, 'choice')
  .describe(
    'friendsOrdered: referrals of the programme that began since `startsAt` and reached their first paid order. signUps: those that joined or came further. newCustomers: first paid orders of new customers. repeatOrders: paid orders that are the second or later of a customer. members: active memberships now.',
  );
const day = z.iso.date('format');

const goal = z
  .strictObject({
    metric,
    target: z.int(),
    startsAt: wireTime,
    dueOn: z.string().describe('The last local day.'),
    reached: z.int().describe('By the metric’s definition, since `startsAt`.'),
    basisPoints: z.int().describe('`reached` of `target`; 10,000 = there.'),
    text: wireText.describe('Where it stands, in a sentence.'),
  })
  .meta({ id: 'ProgramGoal' });

export const getGoal = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/goal',
  summary: 'What the programme is to reach, and how far it is; null without a goal',
  answer: z.strictObject({ goal: goal.nullable() }),
});

export const putGoal = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/programs/{id}/goal',
  summary: 'Set what the programme is to reach by when; counting begins now unless the metric stays',
  access: 'admin',
  isDraftWork: true,
  body: z.strictObject({ metric, target: z.int('type').min(1, 'size').max(1_000_000_000, 'size'), dueOn: day, actor: actor.optional() }),
  answer: z.strictObject({ goal: goal.nullable() }),
});
