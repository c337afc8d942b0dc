import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idOf, name, pageOf, pageQuery, text, wireMoney, wireText, wireTime } from './primitives.ts';
import { reward } from './resources.ts';

const NONE = z.strictObject({});
const CODES_MAX = 500;
const perkPath = z.strictObject({ id: idOf('prg'), perk: name() });
const customerPath = z.strictObject({ id: name() });
const nullableTime = wireTime.nullable();

export const accessGrant = z
  .strictObject({
    id: z.string(),
    programId: z.string(),
    perk: z.string(),
    customerId: z.string(),
    rewardId: z.string().nullable().meta({ description: 'Null when it was claimed by tier.' }),
    tier: z.string().nullable(),
    status: z.enum(['reserved', 'active', 'used', 'expired', 'revoked']),
    token: z.string().nullable().meta({ description: 'Opens the invitation once, at `POST /v1/access/redeem`.' }),
    link: z.string().nullable().meta({ description: "The perk's address with the token." }),
    code: z.string().nullable().meta({ description: 'Of a pool of codes.' }),
    grantedAt: wireTime,
    chooseUntil: nullableTime,
    validUntil: nullableTime,
    usedAt: nullableTime,
  })
  .meta({ id: 'AccessGrant' });

export type WireAccessGrant = z.input<typeof accessGrant>;

const shared = { tag: 'perks', query: NONE, status: 200, idempotencyKey: false } as const;

export const claimPerk = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/customers/{id}/perks',
  summary: 'Take a perk that the member’s tier lists',
  access: 'write',
  params: customerPath,
  body: z.strictObject({ programId: idOf('prg'), perk: name() }),
  status: 201,
  idempotencyKey: true,
  answer: accessGrant,
});

export const listPerks = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/customers/{id}/perks',
  summary: 'What a customer holds of perks, oldest first',
  access: 'read',
  params: customerPath,
  query: z.strictObject({ ...pageQuery, programId: idOf('prg').optional() }),
  body: null,
  answer: pageOf(accessGrant),
});

export const chooseReward = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/rewards/{id}/choose',
  summary: 'Choose one perk of those a reward offers, once',
  access: 'write',
  params: z.strictObject({ id: idOf('rwd') }),
  body: z.strictObject({ perk: name() }),
  idempotencyKey: true,
  answer: reward,
});

export const checkAccess = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/access/check',
  summary: 'May this person enter now? 403 says why not, and from when',
  access: 'read',
  params: NONE,
  body: z.strictObject({
    customer: name().optional().meta({ description: 'External id or `cus_…`; absent for a guest nobody knows.' }),
    programId: idOf('prg'),
    perk: name(),
  }),
  answer: z
    .strictObject({ allowed: z.literal(true), grantId: z.string().nullable(), until: nullableTime, tier: z.string().nullable() })
    .meta({ id: 'AccessAllowed' }),
});

export const redeemAccess = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/access/redeem',
  summary: 'Use an invitation up: the first one gets in',
  access: 'write',
  params: NONE,
  body: z.strictObject({ token: z.string().min(1, 'text').max(64, 'text') }),
  idempotencyKey: true,
  answer: accessGrant,
});

export const getPerk = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/perks/{perk}',
  summary: 'Stock, cost and use of a perk, and who joined because of it',
  access: 'read',
  params: perkPath,
  body: null,
  answer: z
    .strictObject({
      programId: z.string(),
      perk: z.string(),
      name: wireText,
      kind: z.string(),
      capacity: z.int().nullable(),
      left: z.int().nullable().meta({ description: 'Units or codes; null without a limit.' }),
      isLow: z.boolean().meta({ description: 'No more than `lowStockAt` are left.' }),
      reserved: z.int(),
      given: z.int().meta({ description: 'In members’ hands: active and used.' }),
      used: z.int(),
      expired: z.int(),
      revoked: z.int(),
      waiting: z.int().meta({ description: 'Granted, and waiting for a code.' }),
      choosing: z.int().meta({ description: 'Set aside as the default of an open choice.' }),
      cost: wireMoney.meta({ description: 'Of all units given so far, those lost after a refund included.' }),
      entries: z.strictObject({ allowed: z.int(), refused: z.int() }),
      joins: z.strictObject({
        became: z.int().meta({ description: 'Refused for want of a membership, and members within 30 days.' }),
        rose: z.int().meta({ description: 'Refused for want of a tier, and in one that has it within 30 days.' }),
        named: z.int().meta({ description: 'Joined naming the perk.' }),
        total: z.int().meta({ description: 'Different people.' }),
      }),
    })
    .meta({ id: 'PerkReport' }),
});

export const listEntitled = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/perks/{perk}/members',
  summary: 'Members entitled to a perk now, as for an announcement list',
  access: 'read',
  params: perkPath,
  query: z.strictObject({ ...pageQuery }),
  body: null,
  answer: pageOf(
    z
      .strictObject({
        customerId: z.string(),
        externalId: z.string().nullable(),
        email: z.string().nullable(),
        name: z.string().nullable(),
        tier: z.string().nullable(),
        mayAdvertise: z.boolean().meta({ description: 'A consent to advertising is known and not withdrawn.' }),
      })
      .meta({ id: 'EntitledMember' }),
  ),
});

export const addPerkCodes = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/programs/{id}/perks/{perk}/codes',
  summary: 'Fill a pool of codes; they are handed out in this order',
  access: 'write',
  params: perkPath,
  body: z.strictObject({ codes: z.array(name(100)).min(1, 'size').max(CODES_MAX, 'too-many') }),
  idempotencyKey: true,
  answer: z
    .strictObject({
      added: z.int(),
      served: z.int().meta({ description: 'Rewards that had waited for a code.' }),
      left: z.int(),
    })
    .meta({ id: 'PerkCodesAdded' }),
});

export const getDonations = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}/donations',
  summary: 'What was given away, by month and recipient, as the ledger has it',
  access: 'read',
  params: z.strictObject({ id: idOf('prg') }),
  body: null,
  answer: z
    .strictObject({
      months: z.array(
        z.strictObject({
          month: text(7).meta({ description: '`2026-11`, in the programme’s zone.' }),
          recipient: z.string(),
          given: wireMoney,
          takenBack: wireMoney,
          net: wireMoney,
        }),
      ),
      total: z.array(z.strictObject({ recipient: z.string(), net: wireMoney, pledged: wireMoney, passedOn: wireMoney })),
    })
    .meta({ id: 'Donations' }),
});
