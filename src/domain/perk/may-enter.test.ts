import { describe, expect, it } from 'vitest';
import { tier } from '../../../test/support/tier-builders.ts';
import type { AccessGrant } from '../facts/access-grant.ts';
import type { MembershipStatus } from '../facts/entities.ts';
import { type AccessGrantId, type CustomerId, idFromUuid, type ProgramId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { Perk } from '../program/perk-terms.ts';
import { type EntryQuestion, mayEnter } from './may-enter.ts';

const OPEN = new Date('2026-12-01T09:00:00Z');
const HOUR_MS = 3_600_000;
const at = (hours: number, ms = 0): Date => new Date(OPEN.getTime() + hours * HOUR_MS + ms);

const plain: Perk = {
  id: 'perk',
  name: { ru: 'Доступ', en: 'Access' },
  kind: 'access',
  costMinor: 0n,
  capacity: null,
  perMember: 1,
  validDays: null,
  revokeOnRefund: true,
  startsAt: null,
  endsAt: null,
  opensAt: null,
  earlierHours: {},
  url: null,
  lowStockAt: null,
};
const sale: Perk = { ...plain, kind: 'earlyAccess', opensAt: OPEN, earlierHours: { fan: 24, core: 48 } };

const document: ProgramDocument = {
  name: { ru: 'Клуб', en: 'Club' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  points: null,
  enrolment: { mode: 'optIn', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  sharing: 'private',
  percentOf: { tax: 'included' },
  shortfall: 'debt',
  budget: null,
  rules: [],
  tiers: [tier('fan', { perks: [] }), tier('core', { perks: ['perk'] })],
  margin: null,
};

function grant(status: AccessGrant['status'], more: Partial<AccessGrant> = {}): AccessGrant {
  return {
    id: idFromUuid<AccessGrantId>('00000000-0000-7000-8000-000000000001'),
    programId: idFromUuid<ProgramId>('00000000-0000-7000-8000-000000000002'),
    perk: 'perk',
    customerId: idFromUuid<CustomerId>('00000000-0000-7000-8000-000000000003'),
    rewardId: null,
    tierId: null,
    status,
    token: null,
    codeNumber: null,
    costMinor: 0n,
    grantedAt: at(-100),
    chooseUntil: null,
    waitingSince: null,
    validUntil: null,
    usedAt: null,
    ...more,
  };
}

function ask(more: Partial<EntryQuestion>): string {
  const answer = mayEnter({ document, perk: plain, membership: 'active', tierId: null, grants: [], at: OPEN, ...more });
  if (answer.kind === 'allowed') return 'allowed';
  return answer.lacks === null ? answer.reason : `${answer.reason} for want of a ${answer.lacks}`;
}

describe('early access', () => {
  const rows: readonly (readonly [string, MembershipStatus | null, string | null, Date, string])[] = [
    ['a guest a millisecond before the opening', null, null, at(0, -1), 'access_not_open for want of a membership'],
    ['a guest at the opening', null, null, at(0), 'allowed'],
    ['a member of no tier a millisecond before', 'active', null, at(0, -1), 'access_not_open for want of a tier'],
    ['a fan a millisecond before their hour', 'active', 'fan', at(-24, -1), 'access_not_open for want of a tier'],
    ['a fan at their hour', 'active', 'fan', at(-24), 'allowed'],
    ['a core member a millisecond before their hour', 'active', 'core', at(-48, -1), 'access_not_open'],
    ['a core member at their hour', 'active', 'core', at(-48), 'allowed'],
    ['a paused core member', 'paused', 'core', at(-48), 'access_not_open for want of a membership'],
    ['a blocked member after the opening', 'blocked', 'core', at(0), 'allowed'],
  ];
  it.each(rows)('%s (0-13, 0-19)', (_who, membership, tierId, when, expected) => {
    expect(ask({ perk: sale, membership, tierId, at: when })).toBe(expected);
  });

  it('tells each person their own hour and that of everybody (0-13)', () => {
    expect(mayEnter({ document, perk: sale, membership: 'active', tierId: 'fan', grants: [], at: at(-30) })).toEqual({
      kind: 'refused',
      reason: 'access_not_open',
      opensAt: at(-24),
      opensForEverybodyAt: OPEN,
      tiers: ['core'],
      lacks: 'tier',
    });
  });

  it('lets in with the first whoever was given it as a reward', () => {
    expect(ask({ perk: sale, membership: null, grants: [grant('active')], at: at(-48) })).toBe('allowed');
    expect(ask({ perk: sale, membership: null, grants: [grant('revoked')], at: at(-48) })).toContain('access_not_open');
  });

  it('is over when it ends', () => {
    const ending = { ...sale, endsAt: at(2) };
    expect(ask({ perk: ending, at: at(2, -1) })).toBe('allowed');
    expect(ask({ perk: ending, at: at(2) })).toBe('access_expired');
  });
});

describe('a thing one holds', () => {
  it.each([
    ['nothing, in a tier that has it', { tierId: 'core' }, 'access_no_grant'],
    ['nothing, in a lower tier', { tierId: 'fan' }, 'access_tier for want of a tier'],
    ['nothing, and no membership', { membership: null }, 'access_tier for want of a membership'],
    ['a unit', { grants: [grant('active')] }, 'allowed'],
    ['an invitation used up', { grants: [grant('used')] }, 'allowed'],
    ['a unit until a millisecond later', { grants: [grant('active', { validUntil: at(0, 1) })] }, 'allowed'],
    ['a unit until now', { grants: [grant('active', { validUntil: at(0) })] }, 'access_expired'],
    ['one taken back', { grants: [grant('revoked')] }, 'access_revoked'],
    ['one taken back and another one', { grants: [grant('revoked'), grant('active')] }, 'allowed'],
    ['one set aside for a held reward', { tierId: 'core', grants: [grant('reserved')] }, 'access_no_grant'],
    ['a unit, and is blocked', { membership: 'blocked' as const, grants: [grant('active')] }, 'access_revoked'],
  ])('of who has %s (0-15, 0-19)', (_what, more, expected) => {
    expect(ask(more)).toBe(expected);
  });

  it.each([
    ['access', 'allowed'],
    ['seat', 'access_expired'],
    ['service', 'access_expired'],
    ['goods', 'access_expired'],
    ['codes', 'access_expired'],
  ] as const)('once redeemed: %s is %s (0-15)', (kind, expected) => {
    expect(ask({ perk: { ...plain, kind }, grants: [grant('used')] })).toBe(expected);
    expect(ask({ perk: { ...plain, kind }, grants: [grant('used'), grant('active')] })).toBe('allowed');
  });

  it('opens when it starts', () => {
    const webinar = { ...plain, kind: 'seat' as const, startsAt: at(1), endsAt: at(3) };
    expect(ask({ perk: webinar, grants: [grant('active')] })).toBe('access_not_open');
    expect(ask({ perk: webinar, grants: [grant('active')], at: at(1) })).toBe('allowed');
    expect(ask({ perk: webinar, grants: [grant('active')], at: at(3) })).toBe('access_expired');
  });

  it('of an announcement is everybody in a tier that lists it', () => {
    const news = { ...plain, kind: 'announcement' as const };
    expect(ask({ perk: news, tierId: 'core' })).toBe('allowed');
    expect(ask({ perk: news, tierId: 'fan' })).toBe('access_tier for want of a tier');
  });
});
