import { z } from 'zod';
import { couponDiscount, wireBenefit, wireNote, wireRefusal } from './event-answer-schema.ts';
import { wireMoney, wireText, wireTime } from './primitives.ts';
import { tierStanding } from './tier-resources.ts';

/** The things the API shows, as they leave it. Amounts beside a `unit` are decimal strings of that unit. */
const id = z.string();
const nullableId = z.string().nullable();
const nullableTime = wireTime.nullable();
const amount = z.string().regex(/^-?\d+$/);

export const unit = z.string().meta({ description: 'An ISO 4217 code, or `points:prg_…`.' });

export const audienceTexts = z.strictObject({ friend: wireText, referrer: wireText, staff: wireText }).meta({ id: 'AudienceTexts' });

export const balance = z
  .strictObject({
    unit,
    /** Spendable now: without what is reserved and without lots past their time. */
    available: amount,
    held: amount,
    reserved: amount,
    debt: amount,
    lots: z.array(z.strictObject({ id, remaining: amount, expiresAt: nullableTime })),
  })
  .meta({ id: 'Balance' });

const acceptance = z.strictObject({
  version: z.int(),
  textHash: z.string(),
  locale: z.enum(['ru', 'en']),
  method: z.string(),
  acceptedAt: wireTime,
});

export const membership = z
  .strictObject({
    id,
    programId: id,
    customerId: id,
    status: z.enum(['invited', 'active', 'paused', 'left', 'blocked']),
    joinedAt: nullableTime,
    tier: tierStanding.nullable().describe('Null where the programme has no tiers.'),
    terms: z
      .strictObject({
        accepted: acceptance.nullable().describe('The newest version the member accepted.'),
        current: z.int().nullable().describe('The version in force.'),
        mustAccept: z.boolean().describe('What is in force is worse for the member than what they accepted or joined under.'),
        changes: z.array(z.strictObject({ path: z.string(), text: wireText })).describe('What became worse.'),
        tiers: z.array(z.strictObject({ scope: z.string(), ...acceptance.shape })).describe('Terms of partners accepted for a tier.'),
      })
      .nullable(),
  })
  .meta({ id: 'Membership' });

export const code = z
  .strictObject({
    id,
    code: z.string(),
    kind: z.enum(['personal', 'card', 'campaign']),
    status: z.enum(['active', 'retired']),
    link: z.string(),
    createdAt: wireTime,
  })
  .meta({ id: 'Code' });

export const customerResource = z
  .strictObject({
    id,
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    name: z.string().nullable(),
    createdAt: wireTime,
    signedUpAt: nullableTime,
    erasedAt: nullableTime,
    balances: z.array(balance),
    memberships: z.array(membership),
    codes: z.array(code),
    counts: z.strictObject({
      orders: z.int(),
      paidOrders: z.int(),
      deliveredOrders: z.int(),
      referrals: z.int(),
      waitingReferrals: z.int().describe('Friends who may still count: neither counted nor refused, expired or taken back.'),
      qualifiedReferrals: z.int(),
      openComplaints: z.int(),
    }),
    complaints: z.array(z.string()).describe('The shop’s names of open complaints: the same name closes one.'),
  })
  .meta({ id: 'CustomerResource' });

export const customerSummary = z
  .strictObject({
    id,
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    name: z.string().nullable(),
    createdAt: wireTime,
  })
  .meta({ id: 'CustomerSummary' });

const account = z.strictObject({ account: z.string(), customerId: nullableId });

export const entry = z
  .strictObject({
    id,
    at: wireTime,
    unit,
    amount,
    from: account,
    to: account,
    reason: z.string(),
    rewardId: nullableId,
    lotId: nullableId,
    cause: z.strictObject({ sequence: z.string(), source: z.string(), eventId: z.string(), type: z.string(), orderId: nullableId }),
  })
  .meta({ id: 'Entry' });

export const reward = z
  .strictObject({
    id,
    programId: id,
    versionId: id,
    ruleId: z.string(),
    beneficiary: z.enum(['referrer', 'friend', 'buyer', 'company']),
    customerId: id,
    friendId: nullableId,
    referrerId: nullableId,
    orderId: nullableId,
    benefit: wireBenefit,
    /** What was granted first; `benefit.amount` is what is left of it. Null for coupons and gifts. */
    originalAmount: amount.nullable(),
    status: z.enum(['held', 'approved', 'issued', 'delivered', 'redeemed', 'denied', 'cancelled', 'reversed', 'expired', 'failed']),
    heldUntil: nullableTime,
    holdReasons: z.array(z.string()),
    isLoss: z.boolean(),
    occurredAt: wireTime,
    texts: audienceTexts,
  })
  .meta({ id: 'Reward' });

export const referral = z
  .strictObject({
    id,
    programId: id,
    friendId: id,
    referrerId: id,
    status: z.enum(['started', 'joined', 'ordered', 'qualified', 'refused', 'expired', 'reversed']),
    by: z.string(),
    startedAt: wireTime,
    orderId: nullableId,
    reason: z.string().nullable(),
    qualifiesAt: nullableTime,
    expiresAt: nullableTime,
    texts: audienceTexts,
    whyNotYet: audienceTexts.nullable().describe('Why it has not counted yet, or never will; null once it counts.'),
  })
  .meta({ id: 'Referral' });

export const coupon = z
  .strictObject({
    id,
    code: z.string(),
    programId: id,
    rewardId: id,
    customerId: id,
    ...couponDiscount,
    stackable: z.boolean(),
    status: z.enum(['issued', 'reserved', 'redeemed', 'expired', 'revoked']),
    validFrom: wireTime,
    validUntil: nullableTime,
    reservedUntil: nullableTime,
    sourceOrderId: nullableId,
    usedOrderId: nullableId,
    texts: audienceTexts,
  })
  .meta({ id: 'Coupon' });

export const reservation = z
  .strictObject({
    id,
    customerId: id,
    unit,
    amount,
    /** What it pays at the checkout. */
    value: wireMoney,
    status: z.enum(['reserved', 'captured', 'voided', 'expired']),
    expiresAt: wireTime,
    orderId: nullableId,
  })
  .meta({ id: 'Reservation' });

const orderLine = z.strictObject({
  sku: z.string().nullable(),
  category: z.string().nullable(),
  quantity: z.number(),
  total: wireMoney,
  cost: wireMoney.nullable(),
});

export const orderResource = z
  .strictObject({
    id,
    customerId: nullableId,
    origin: z.enum(['live', 'import', 'importEarning']),
    status: z.enum(['unknown', 'placed', 'partlyPaid', 'paid', 'partlyRefunded', 'refunded', 'cancelled']),
    total: wireMoney.nullable(),
    delivery: wireMoney.nullable(),
    tax: wireMoney.nullable(),
    paid: wireMoney.nullable(),
    /** Paid from balances, part of what counts as paid. */
    credit: wireMoney.nullable(),
    refunded: wireMoney.nullable(),
    channel: z.string().nullable(),
    lines: z.array(orderLine),
    number: z.int().nullable(),
    isNewCustomer: z.boolean().nullable(),
    isLate: z.boolean(),
    placedAt: nullableTime,
    firstPaymentAt: nullableTime,
    paidAt: nullableTime,
    deliveredAt: nullableTime,
    cancelledAt: nullableTime,
    payments: z.array(z.strictObject({ id, amount: wireMoney, occurredAt: wireTime })),
    refunds: z.array(z.strictObject({ id, amount: wireMoney, cut: z.boolean(), occurredAt: wireTime })),
    rewardIds: z.array(id),
  })
  .meta({ id: 'OrderResource' });

const evaluation = z
  .strictObject({
    programId: id,
    versionNumber: z.int(),
    ruleId: z.string(),
    result: z.enum(['granted', 'refused']),
    reasons: z.array(z.strictObject({ reason: z.string(), text: wireText })),
  })
  .meta({ id: 'Evaluation' });

export const explanation = z
  .strictObject({
    orderId: id,
    events: z.array(
      z.strictObject({
        sequence: z.string(),
        source: z.string(),
        eventId: z.string(),
        type: z.string(),
        occurredAt: wireTime,
        outcome: z.string(),
        evaluations: z.array(evaluation),
        refusals: z.array(wireRefusal),
        notes: z.array(wireNote),
      }),
    ),
    rewards: z.array(reward),
    /** The same as a person would tell it, oldest first; last, where everything is now. */
    sentences: z.array(
      z.strictObject({
        at: wireTime,
        kind: z.enum(['event', 'attribution', 'reward', 'refusal', 'reversal', 'tier', 'money', 'note', 'now']),
        text: wireText,
      }),
    ),
  })
  .meta({ id: 'Explanation' });
