import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, idOf, name, pageOf, pageQuery, text, wireText } from './primitives.ts';
import { coupon, reward } from './resources.ts';

const NONE = z.strictObject({});
const rewardPath = z.strictObject({ id: idOf('rwd') });
const couponPath = z.strictObject({ code: z.string().min(1).max(64) });
const STATUSES = ['held', 'approved', 'issued', 'delivered', 'redeemed', 'denied', 'cancelled', 'reversed', 'expired', 'failed'] as const;

const rewards = {
  tag: 'rewards',
  params: rewardPath,
  query: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
  answer: reward,
} as const;
const coupons = {
  tag: 'coupons',
  params: couponPath,
  query: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
  answer: coupon,
} as const;

const staffAct = z.strictObject({ actor, reason: text(500).optional() });

export const listRewards = endpoint({
  ...rewards,
  method: 'GET',
  path: '/v1/rewards',
  summary: 'Rewards of the business, oldest first',
  access: 'read',
  params: NONE,
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(STATUSES, 'choice').optional(),
    programId: idOf('prg').optional(),
    customerId: name().optional().meta({ description: 'External id or `cus_…`.' }),
    orderId: name().optional(),
    waitsFor: z
      .enum(['decision', 'delivery'], 'choice')
      .optional()
      .meta({ description: '`decision`: held until a person decides. `delivery`: a gift to hand over.' }),
  }),
  answer: pageOf(reward),
});

const DECIDED_MAX = 100;
const decided = z
  .strictObject({
    id: z.string(),
    reward: reward.nullable().describe('As it is now; null where it could not be done.'),
    problem: z.strictObject({ code: z.string(), text: wireText }).nullable().describe('Why it could not be done.'),
  })
  .meta({ id: 'DecidedReward' });

export const decideRewards = endpoint({
  ...rewards,
  method: 'POST',
  path: '/v1/rewards/decide',
  summary: 'Approve, deny or hand over many rewards; each succeeds or fails by itself',
  access: 'staff',
  params: NONE,
  body: z.strictObject({
    act: z.enum(['approve', 'deny', 'deliver'], 'choice'),
    ids: z.array(idOf('rwd')).min(1, 'size').max(DECIDED_MAX, 'too-many'),
    actor,
    reason: text(500).optional(),
  }),
  idempotencyKey: true,
  answer: z.strictObject({ results: z.array(decided) }),
});

export const approveReward = endpoint({
  ...rewards,
  method: 'POST',
  path: '/v1/rewards/{id}/approve',
  summary: 'End the reasons only a person can end; dates still count',
  access: 'staff',
  body: staffAct,
  idempotencyKey: true,
});

export const denyReward = endpoint({
  ...rewards,
  method: 'POST',
  path: '/v1/rewards/{id}/deny',
  summary: 'Refuse a held reward for good',
  access: 'staff',
  body: staffAct,
  idempotencyKey: true,
});

export const deliverReward = endpoint({
  ...rewards,
  method: 'POST',
  path: '/v1/rewards/{id}/deliver',
  summary: 'Say that a gift or access was handed over',
  access: 'write',
  body: z.strictObject({ actor: actor.optional() }).optional(),
  idempotencyKey: true,
});

export const getCoupon = endpoint({
  ...coupons,
  method: 'GET',
  path: '/v1/coupons/{code}',
  summary: 'A coupon and its state',
  access: 'read',
});

export const releaseCoupon = endpoint({
  ...coupons,
  method: 'POST',
  path: '/v1/coupons/{code}/release',
  summary: 'Give a reserved coupon back, as when a checkout is left',
  access: 'write',
  body: NONE.optional(),
  idempotencyKey: true,
});
