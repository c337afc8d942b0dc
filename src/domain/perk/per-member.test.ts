import { describe, expect, it } from 'vitest';
import { DOCUMENT } from '../../../test/support/program-builders.ts';
import type { Event } from '../events.ts';
import type { AccessGrant } from '../facts/access-grant.ts';
import { createFacts } from '../facts/facts.ts';
import { createWorkspace, type Workspace } from '../facts/workspace.ts';
import { type AccessGrantId, type CustomerId, idFromUuid, type ProgramId, type RewardId, type TenantId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { Perk } from '../program/perk-terms.ts';
import { fitsPersons, mayBeGiven, mayClaim } from './per-member.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const programId = idFromUuid<ProgramId>(uuid(1));
const ira = idFromUuid<CustomerId>(uuid(2));
const irasOther = idFromUuid<CustomerId>(uuid(3));
const oleg = idFromUuid<CustomerId>(uuid(4));
const at = new Date('2026-11-20T12:00:00Z');

const seat: Perk = {
  id: 'webinar',
  name: { ru: 'Вебинар', en: 'Webinar' },
  kind: 'seat',
  costMinor: 0n,
  capacity: null,
  perMember: 2,
  validDays: null,
  revokeOnRefund: true,
  startsAt: null,
  endsAt: null,
  opensAt: null,
  earlierHours: {},
  url: null,
  lowStockAt: null,
};
const course: Perk = { ...seat, id: 'course', kind: 'access' };
const place = { programId, perk: 'webinar' };

interface Held extends Partial<AccessGrant> {
  readonly by?: 'reward' | 'claim';
}

/** Ira is known under two records; these are the units in hands. */
function deskWith(...held: readonly Held[]): Workspace {
  const facts = createFacts();
  for (const [index, { by = 'reward', ...more }] of held.entries()) {
    facts.accessGrants.load({
      id: idFromUuid<AccessGrantId>(uuid(100 + index)),
      programId,
      perk: 'webinar',
      customerId: ira,
      rewardId: by === 'reward' ? idFromUuid<RewardId>(uuid(200 + index)) : null,
      tierId: by === 'reward' ? null : 'fan',
      status: 'active',
      token: null,
      codeNumber: null,
      costMinor: 0n,
      grantedAt: at,
      chooseUntil: null,
      waitingSince: null,
      validUntil: null,
      usedAt: null,
      ...more,
    });
  }
  const event: Event = {
    tenantId: idFromUuid<TenantId>(uuid(9)),
    sequence: 1n,
    source: 'api',
    eventId: 'e-1',
    occurredAt: at,
    storedAt: at,
    entropy: '0'.repeat(32),
    customer: { id: ira, linkedIds: [irasOther] },
    touches: [],
    actor: null,
    body: { type: 'customer.saved' },
  };
  return createWorkspace(facts, event, []);
}

describe('perMember, where it binds what rules give (0-13, 0-18)', () => {
  it.each<[string, readonly Held[], boolean]>([
    ['nothing', [], true],
    ['one given', [{}], true],
    ['one claimed', [{ by: 'claim' }], true],
    ['two given', [{}, {}], false],
    ['one given, one claimed', [{}, { by: 'claim' }], false],
    ['one set aside, one waiting', [{ status: 'reserved' }, { status: 'reserved', waitingSince: at }], false],
    ['one on each record of the person', [{}, { customerId: irasOther }], false],
    ['one, the other another person’s', [{}, { customerId: oleg }], true],
    ['one, the other of another perk', [{}, { perk: 'course' }], true],
    ['one, the other of another programme', [{}, { programId: idFromUuid<ProgramId>(uuid(8)) }], true],
    ['two, one taken back unused', [{}, { status: 'revoked' }], true],
    ['two, one used and then taken back', [{}, { status: 'revoked', usedAt: at }], false],
    ['two, both over', [{ status: 'expired' }, { status: 'expired' }], false],
  ])('of two lets a member who has %s have one more, or not', (_has, held, may) => {
    const ws = deskWith(...held);
    expect(mayBeGiven(ws, place, seat, { customerId: ira, units: 1 })).toBe(may);
    expect(mayClaim(ws, place, seat, ira)).toBe(may);
  });

  it('speaks of claims alone where only its default does, and the perk is no seat', () => {
    const held: readonly Held[] = [{ perk: 'course' }, { perk: 'course' }, { perk: 'course', by: 'claim' }];
    const ws = deskWith(...held);
    const ofCourse = { programId, perk: 'course' };
    expect(mayBeGiven(ws, ofCourse, course, { customerId: ira, units: 5 })).toBe(true);
    expect(mayClaim(ws, ofCourse, course, ira)).toBe(true);
    expect(mayClaim(ws, ofCourse, { ...course, perMember: 1 }, ira)).toBe(false);
    expect(mayBeGiven(ws, ofCourse, { ...course, perMemberBinds: true }, { customerId: ira, units: 1 })).toBe(false);
  });
});

describe('the legs of a rule', () => {
  const document: ProgramDocument = { ...DOCUMENT, perks: [seat, course] };
  const perk = (customerId: CustomerId, id = 'webinar') => ({ customerId, benefit: { kind: 'perk', perk: id, costMinor: 0n } as const });
  const choice = (customerId: CustomerId) => ({
    customerId,
    benefit: { kind: 'choice', of: ['course', 'webinar'], default: 'webinar', withinDays: 7, chosen: null, costMinor: 0n } as const,
  });

  it.each([
    ['two units for one person', [perk(ira), perk(ira)], true],
    ['three units for one person', [perk(ira), perk(ira), perk(ira)], false],
    ['two each for two people', [perk(ira), perk(ira), perk(oleg), perk(oleg)], true],
    ['a choice among them, at its default', [perk(ira), perk(ira), choice(ira)], false],
    ['others of what has no such limit', [perk(ira), perk(ira), perk(ira, 'course'), perk(ira, 'course'), perk(ira, 'course')], true],
  ])('are counted together: %s', (_legs, legs, fits) => {
    expect(fitsPersons(deskWith(), { programId, document }, legs)).toBe(fits);
  });
});
