import { describe, expect, it } from 'vitest';
import { begunReferral } from '../attribution/begun-referral.ts';
import type { Event } from '../events.ts';
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Membership, Referral } from '../facts/entities.ts';
import { createFacts, type FactTables } from '../facts/facts.ts';
import type { Standing } from '../facts/standing.ts';
import { createWorkspace, type Workspace } from '../facts/workspace.ts';
import {
  type AccessGrantId,
  type CustomerId,
  idFromUuid,
  type MembershipId,
  type ProgramId,
  type ReferralId,
  type TenantId,
} from '../ids.ts';
import { messagesOf } from './messages-of.ts';

const uuid = (digit: string): string => `00000000-0000-7000-8000-00000000000${digit}`;
const programId = idFromUuid<ProgramId>(uuid('1'));
const customerId = idFromUuid<CustomerId>(uuid('2'));
const friendId = idFromUuid<CustomerId>(uuid('3'));
const at = new Date('2026-11-20T12:00:00Z');
const later = new Date('2026-12-20T12:00:00Z');

const event: Event = {
  tenantId: idFromUuid<TenantId>(uuid('9')),
  sequence: 7n,
  source: 'api',
  eventId: 'evt-1',
  occurredAt: at,
  storedAt: at,
  entropy: '00'.repeat(16),
  customer: null,
  touches: [],
  actor: null,
  body: { type: 'custom', name: 'visit' },
};

type Tables = 'memberships' | 'referrals' | 'standings' | 'accessGrants';
type Changed = {
  readonly [K in Tables]?: FactTables[K] extends { get: (key: string) => infer V } ? readonly [before: V, after: NonNullable<V>] : never;
};

/** What a decision would tell that found `before` and put `after`. */
function told(changed: Changed, prepare: (ws: Workspace) => void = () => undefined): readonly string[] {
  const facts = createFacts();
  if (changed.memberships?.[0]) facts.memberships.load(changed.memberships[0]);
  if (changed.referrals?.[0]) facts.referrals.load(changed.referrals[0]);
  if (changed.standings?.[0]) facts.standings.load(changed.standings[0]);
  if (changed.accessGrants?.[0]) facts.accessGrants.load(changed.accessGrants[0]);
  const ws = createWorkspace(facts, event, []);
  if (changed.memberships) ws.memberships.put(changed.memberships[1]);
  if (changed.referrals) ws.referrals.put(changed.referrals[1]);
  if (changed.standings) ws.standings.put(changed.standings[1]);
  if (changed.accessGrants) ws.accessGrants.put(changed.accessGrants[1]);
  prepare(ws);
  return messagesOf(ws).map((message) => ('tierId' in message ? `${message.type} ${message.tierId}` : message.type));
}

const membership = (status: Membership['status']): Membership => ({
  id: idFromUuid<MembershipId>(uuid('4')),
  programId,
  customerId,
  status,
  joinedAt: at,
});

const referral = (status: Referral['status'], more: Partial<Referral> = {}): Referral => ({
  ...begunReferral({
    id: idFromUuid<ReferralId>(uuid('5')),
    programId,
    friendId,
    referrerId: customerId,
    status,
    by: 'code',
    startedAt: at,
  }),
  ...more,
});

const standing = (tierId: string | null, more: Partial<Standing> = {}): Standing => ({
  programId,
  customerId,
  tierId,
  since: at,
  heldBy: 'rules',
  termEndsAt: null,
  graceEndsAt: null,
  invitedTo: null,
  invitedAt: null,
  invitedBy: null,
  past: [],
  warnedOf: null,
  nextCheckAt: null,
  ...more,
});

const grant = (status: AccessGrant['status']): AccessGrant => ({
  id: idFromUuid<AccessGrantId>(uuid('6')),
  programId,
  perk: 'seat',
  customerId,
  rewardId: null,
  tierId: null,
  status,
  token: null,
  codeNumber: null,
  costMinor: 0n,
  grantedAt: at,
  chooseUntil: null,
  waitingSince: null,
  validUntil: null,
  usedAt: null,
});

describe('what is told of a decision', () => {
  it.each([
    [null, 'invited', []],
    [null, 'active', ['member.joined']],
    ['invited', 'active', ['member.joined']],
    ['active', 'active', []],
    ['active', 'paused', ['member.paused']],
    ['paused', 'active', ['member.joined']],
    ['active', 'left', ['member.left']],
    ['left', 'blocked', ['member.blocked']],
  ] as const)('of a membership from %s to %s: %j', (before, after, types) => {
    expect(told({ memberships: [before === null ? null : membership(before), membership(after)] })).toEqual(types);
  });

  it.each([
    [null, 'started', ['referral.started']],
    ['started', 'joined', ['referral.joined']],
    ['joined', 'ordered', ['referral.ordered']],
    ['ordered', 'ordered', []],
    ['ordered', 'qualified', ['referral.qualified']],
    [null, 'refused', ['referral.refused']],
    ['joined', 'expired', ['referral.expired']],
    ['qualified', 'reversed', ['referral.reversed']],
  ] as const)('of a referral from %s to %s: %j', (before, after, types) => {
    expect(told({ referrals: [before === null ? null : referral(before), referral(after, { orderId: 'o-1' })] })).toEqual(types);
  });

  it.each([
    [null, standing('silver'), ['tier.entered silver']],
    [standing('silver'), standing('gold'), ['tier.left silver', 'tier.entered gold']],
    [standing('gold'), standing('silver'), ['tier.left gold', 'tier.entered silver']],
    [standing('silver'), standing(null), ['tier.left silver']],
    [standing('silver'), standing('silver', { nextCheckAt: later }), []],
    [standing('silver'), standing('silver', { invitedTo: 'partner', invitedAt: at }), ['tier.invited partner']],
    [standing('silver', { invitedTo: 'partner' }), standing('partner'), ['tier.left silver', 'tier.entered partner']],
    [standing('gold'), standing('gold', { warnedOf: later }), ['tier.will_drop gold']],
    [standing('gold', { warnedOf: later }), standing('gold', { warnedOf: later, graceEndsAt: later }), []],
    [standing('gold', { warnedOf: later }), standing('gold'), []],
  ])('of a place on the ladder, case %#', (before, after, types) => {
    expect(told({ standings: [before, after] })).toEqual(types);
  });

  it.each([
    [null, 'reserved', []],
    ['reserved', 'active', ['access.granted']],
    [null, 'active', ['access.granted']],
    ['active', 'used', ['access.used']],
    ['active', 'expired', ['access.expired']],
    ['active', 'revoked', ['access.revoked']],
    ['reserved', 'revoked', []],
  ] as const)('of access from %s to %s: %j', (before, after, types) => {
    expect(told({ accessGrants: [before === null ? null : grant(before), grant(after)] })).toEqual(types);
  });

  it('says of a move why it was made', () => {
    const facts = createFacts();
    facts.standings.load(standing('gold'));
    const ws = createWorkspace(facts, event, []);
    ws.standings.put(standing('silver'));
    ws.tierChanges.push({ programId, customerId, from: 'gold', to: 'silver', reason: 'not-kept' });
    expect(messagesOf(ws)).toMatchObject([
      { type: 'tier.left', tierId: 'gold', from: 'gold', to: 'silver', reason: 'not-kept' },
      { type: 'tier.entered', tierId: 'silver', from: 'gold', to: 'silver', reason: 'not-kept' },
    ]);
  });

  it('has an id of its own for each message, the same whenever it is read off again', () => {
    const read = (): readonly string[] => {
      const ws = createWorkspace(createFacts(), event, []);
      ws.memberships.put(membership('active'));
      ws.standings.put(standing('silver'));
      return messagesOf(ws).map(({ id }) => id);
    };
    expect(new Set(read()).size).toBe(2);
    expect(read()).toEqual(read());
  });
});
