import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, idOf, name, pageOf, pageQuery, text } from './primitives.ts';
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
  }),
  answer: pageOf(reward),
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
