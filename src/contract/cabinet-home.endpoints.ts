import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { wireMissing } from './event-answer-schema.ts';
import { idOf, pageOf, pageQuery, text, wireText, wireTime } from './primitives.ts';
import { unit } from './resources.ts';
import { tierStanding } from './tier-resources.ts';

/** What a member sees. Of a friend: initials or the member's own label, a state, a coarse reason; nothing else (contract.md 6.13). */
const NONE = z.strictObject({});
const shared = { tag: 'cabinet', params: NONE, query: NONE, body: null, status: 200, idempotencyKey: false, access: 'member' } as const;
const amount = z.string().regex(/^-?\d+$/);
const nullableTime = wireTime.nullable();

export const SHARE_CHANNELS = [
  'native',
  'copy',
  'qr',
  'telegram',
  'vk',
  'whatsapp',
  'max',
  'email',
  'sms',
  'vkWall',
  'okWall',
  'telegramChannel',
] as const;
export type ShareChannel = (typeof SHARE_CHANNELS)[number];

const friend = z
  .strictObject({
    id: z.string(),
    label: z.string().nullable().describe('What the member calls them.'),
    initials: z.string().nullable(),
    state: z.enum(['invited', 'joined', 'waiting', 'counted', 'notCounted']),
    text: wireText.describe('The state in plain words.'),
    whyNotYet: wireText.nullable().describe('Coarse; null once it counts.'),
  })
  .meta({ id: 'CabinetFriend' });

const share = z
  .strictObject({
    message: wireText.describe('The offer, for the member to change as they like.'),
    disclosure: wireText
      .nullable()
      .describe('That the sender is rewarded, and the mark of an advertisement where one is needed: stays as it is.'),
    channels: z.array(z.strictObject({ channel: z.enum(SHARE_CHANNELS), link: z.string() })),
  })
  .meta({ id: 'CabinetShare' });

const program = z
  .strictObject({
    id: z.string(),
    name: wireText,
    status: z.enum(['none', 'invited', 'active', 'paused', 'left', 'blocked']).describe('Of the membership; `none` without one.'),
    canJoin: z.boolean(),
    toJoin: z
      .array(z.strictObject({ text: wireText, missing: wireMissing.nullable(), isForGood: z.boolean() }))
      .describe('What is missing to take part; alone what will not change, where there is such. Empty for members and for who may join.'),
    offer: wireText.describe('What the member gets, in one sentence.'),
    steps: z.array(z.strictObject({ title: wireText, text: wireText })),
    spend: z.array(wireText).describe('How what is earned is spent.'),
    tier: tierStanding.nullable(),
    terms: z
      .strictObject({ current: z.int().nullable(), accepted: z.int().nullable(), mustAccept: z.boolean(), changes: z.array(wireText) })
      .nullable(),
    share: share.nullable().describe('Null unless the member may invite.'),
    rewardsLeft: wireText.nullable().describe('How many rewards for friends are left under the cap; null where none is counted.'),
    isPartner: z.boolean().describe('Earns money that is paid out: payout data, statements and materials are theirs.'),
    perks: z
      .array(z.strictObject({ perk: z.string(), name: wireText, startsAt: nullableTime, endsAt: nullableTime }))
      .describe('What the member’s tier lets them open now.'),
  })
  .meta({ id: 'CabinetProgram' });

const balance = z
  .strictObject({
    unit,
    name: wireText.nullable().describe('Of points.'),
    available: amount,
    held: amount,
    debt: amount,
    expiring: z.array(z.strictObject({ amount, at: wireTime })).describe('What ends within 30 days, soonest first.'),
  })
  .meta({ id: 'CabinetBalance' });

const held = z
  .strictObject({
    id: z.string(),
    unit: unit.nullable(),
    amount: amount.nullable(),
    unitName: wireText.nullable().describe('Of points.'),
    name: wireText.nullable().describe('Of what is no amount.'),
    until: nullableTime,
    why: wireText,
  })
  .meta({ id: 'CabinetHeld' });

const coupon = z
  .strictObject({
    code: z.string(),
    status: z.enum(['issued', 'reserved', 'redeemed', 'expired', 'revoked']),
    text: wireText.describe('Its state in plain words.'),
    name: wireText.describe('What it gives.'),
    terms: z.array(wireText),
    validFrom: wireTime,
    validUntil: nullableTime,
    shopUrl: z.string().nullable().describe('Opens the shop with the code, where the shop has such an address.'),
  })
  .meta({ id: 'CabinetCoupon' });

const choice = z
  .strictObject({
    rewardId: z.string(),
    until: nullableTime,
    options: z.array(z.strictObject({ perk: z.string(), name: wireText, isDefault: z.boolean() })),
  })
  .meta({ id: 'CabinetChoice' });

const opened = z
  .strictObject({
    id: z.string(),
    name: wireText,
    status: z.enum(['reserved', 'active', 'used', 'expired', 'revoked']),
    link: z.string().nullable(),
    code: z.string().nullable(),
    validUntil: nullableTime,
  })
  .meta({ id: 'CabinetAccess' });

export const getHome = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/home',
  summary: 'The first screen: who came, what I have, how I spend it',
  answer: z
    .strictObject({
      shop: z.strictObject({ name: z.string(), timeZone: z.string().describe('In which dates are told: the programme’s.') }),
      name: z.string().nullable().describe('Of the member.'),
      friends: z.strictObject({ total: z.int(), counted: z.int(), items: z.array(friend).describe('The newest ones.') }),
      balances: z.array(balance),
      held: z.array(held),
      code: z.strictObject({ code: z.string(), link: z.string(), qr: z.string().describe('The link as a QR code, SVG.') }).nullable(),
      programs: z.array(program).describe('That of the shop’s token first.'),
      coupons: z.array(coupon),
      choices: z.array(choice),
      accesses: z.array(opened),
      claims: z.int().describe('Claims about friends that wait for an answer.'),
      noInvitations: z.boolean(),
    })
    .meta({ id: 'CabinetHome' }),
});

export const listFriends = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/friends',
  summary: 'Everybody the member has invited, newest first',
  query: z.strictObject(pageQuery),
  answer: pageOf(friend),
});

export const labelFriend = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/cabinet/friends/{id}/label',
  summary: 'Call a friend by a name of one’s own; null goes back to initials',
  params: z.strictObject({ id: idOf('ref') }),
  body: z.strictObject({ label: text(60).nullable() }),
  status: 204,
  answer: null,
});

export const listHistory = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/cabinet/history',
  summary: 'Every movement of the member’s bonuses with its cause, newest first',
  query: z.strictObject(pageQuery),
  answer: pageOf(
    z
      .strictObject({
        id: z.string(),
        at: wireTime,
        unit,
        unitName: wireText.nullable().describe('Of points.'),
        amount,
        direction: z
          .enum(['in', 'out', 'held', 'heldEnd', 'none'])
          .describe('What it did to the available and the held part; none where what had been set aside is spent, or a debt is made.'),
        text: wireText,
        orderId: z.string().nullable().describe('Of the member’s own order.'),
      })
      .meta({ id: 'CabinetEntry' }),
  ),
});

export type WireCabinetFriend = z.input<typeof friend>;
export type WireCabinetShare = z.input<typeof share>;
export type WireCabinetProgram = z.input<typeof program>;
export type WireCabinetBalance = z.input<typeof balance>;
export type WireCabinetHeld = z.input<typeof held>;
export type WireCabinetCoupon = z.input<typeof coupon>;
export type WireCabinetChoice = z.input<typeof choice>;
export type WireCabinetAccess = z.input<typeof opened>;
