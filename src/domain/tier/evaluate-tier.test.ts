import { describe, expect, it } from 'vitest';
import {
  CUSTOMER,
  ladder,
  look,
  lookOn,
  MEMBER,
  PROGRAM,
  paid,
  qualifiedInstants,
  referrals,
  tier,
  type Walk,
} from '../../../test/support/tier-builders.ts';
import type { TierCondition } from '../program/tier-condition.ts';
import { newStanding } from './tier-case.ts';
import { termEnd } from './tier-term.ts';

const brought = (atLeast: number): TierCondition => ({ kind: 'qualifiedReferrals', atLeast, withinDays: null });
const orders = (atLeast: number, withinDays: number | null = null): TierCondition => ({ kind: 'paidOrders', atLeast, withinDays });
const entry = (...conditions: TierCondition[]) => ({ entry: { if: conditions, acceptance: 'none' as const } });
const byAcceptance = (...conditions: TierCondition[]) => ({ entry: { if: conditions, acceptance: 'partnerTerms' as const } });

const active = tier('active', entry(brought(1)));
const partner = tier('partner', byAcceptance(brought(6)));
const ambassador = tier('ambassador', entry(brought(10)));
const LADDER = ladder(active, partner, ambassador);
const friends = (count: number) => referrals(...Array.from({ length: count }, (_each, index) => `2026-11-0${(index % 9) + 1}T10:00:00Z`));
const NOW = '2026-11-20T12:00:00Z';

describe('entering (0-16, 0-20)', () => {
  it.each<[string, number, readonly string[], string | null, string | null]>([
    ['no friend is nothing', 0, [], null, null],
    ['one makes an active referrer', 1, [], 'active', null],
    ['five are not more than five', 5, ['partner'], 'active', null],
    ['six without acceptance are an invitation', 6, [], 'active', 'partner'],
    ['six with acceptance make a partner', 6, ['partner'], 'partner', null],
    ['nine are no ambassador', 9, ['partner'], 'partner', null],
    ['ten are', 10, ['partner'], 'ambassador', null],
    ['each entry stands alone: ten need no acceptance of a tier below', 10, [], 'ambassador', null],
  ])('%s', (_name, count, accepted, tierId, invitedTo) => {
    const { standing } = look({ document: LADDER, history: { qualifiedInstants: qualifiedInstants(friends(count)) }, accepted }, NOW);
    expect(standing).toMatchObject({ tierId, invitedTo });
  });

  it('an invitation goes when its conditions no longer hold, and stays when staff made it', () => {
    const history = { qualifiedInstants: qualifiedInstants(friends(5)) };
    const invited = { tierId: 'active', invitedTo: 'partner', invitedAt: new Date(NOW), since: new Date('2026-11-10T00:00:00Z') };
    expect(look({ document: LADDER, history, from: { ...invited, invitedBy: 'rules' } }, NOW).standing.invitedTo).toBeNull();
    expect(look({ document: LADDER, history, from: { ...invited, invitedBy: 'staff' } }, NOW).standing.invitedTo).toBe('partner');
  });

  it('whom staff invited enters by acceptance and stays whatever the conditions say', () => {
    const from = { invitedTo: 'partner', invitedAt: new Date(NOW), invitedBy: 'staff' as const };
    const walk: Walk = { document: LADDER, history: {}, accepted: ['partner'], from };
    const { standing, change } = look(walk, NOW);
    expect(standing).toMatchObject({ tierId: 'partner', heldBy: 'staff', invitedTo: null });
    expect(change).toEqual({ from: null, to: 'partner', reason: 'accepted' });
    expect(lookOn(walk, standing, '2027-11-20T12:00:00Z').tierId).toBe('partner');
  });

  it('an event that says it happened before the entry is looked at from the entry on', () => {
    const { standing } = look({ document: LADDER, history: { qualifiedInstants: qualifiedInstants(friends(1)) } }, NOW);
    expect(
      lookOn({ document: LADDER, history: { qualifiedInstants: qualifiedInstants(friends(1)) } }, standing, '2020-01-01T00:00:00Z'),
    ).toEqual(standing);
  });
});

describe('losing', () => {
  const gold = { customer: { ...CUSTOMER, paidOrderCount: 3 } };
  const one = tier('one', entry(orders(1)));
  const two = tier('two', entry(orders(2)));
  const three = tier('three', entry(orders(3)));
  const standsIn = (document: Walk['document']) => look({ document, history: gold }, NOW).standing;
  const only = (paidOrderCount: number) => ({ customer: { ...CUSTOMER, paidOrderCount } });

  it('a tier for life goes when the entry is undone: to what is earned, at once', () => {
    const document = ladder(one, two, three);
    const { standing, change } = look({ document, history: only(1), from: standsIn(document) }, NOW);
    expect(change).toEqual({ from: 'three', to: 'one', reason: 'entry-undone' });
    expect(standing.past).toEqual([{ tierId: 'three', from: new Date(NOW), until: new Date(NOW), reason: 'entry-undone' }]);
  });

  it('none: what was reached stays', () => {
    const document = ladder(one, two, { ...three, downgrade: 'none' });
    expect(look({ document, history: only(0), from: standsIn(document) }, NOW).change).toBeNull();
  });

  it('oneStep: one tier for each local day, down to what is earned', () => {
    const document = ladder({ ...one, downgrade: 'oneStep' }, { ...two, downgrade: 'oneStep' }, { ...three, downgrade: 'oneStep' });
    const walk: Walk = { document, history: only(0) };
    const first = lookOn(walk, standsIn(document), NOW);
    expect(first).toMatchObject({ tierId: 'two', heldBy: 'step', nextCheckAt: new Date('2026-11-20T21:00:00Z') });
    expect(lookOn(walk, first, '2026-11-20T20:59:59Z').tierId).toBe('two');
    const second = lookOn(walk, first, '2026-11-20T21:00:00Z');
    expect(second).toMatchObject({ tierId: 'one', heldBy: 'step' });
    expect(lookOn(walk, second, '2026-11-21T21:00:00Z')).toMatchObject({ tierId: null, nextCheckAt: null });
    expect(lookOn({ document, history: only(1) }, second, '2026-11-21T21:00:00Z')).toMatchObject({ tierId: 'one', heldBy: 'rules' });
  });

  it('oneStep: a tier that its keep holds for a while is told of the day it no longer will', () => {
    const below = tier('below', { ...entry(brought(1)), keep: [orders(1, 60)], downgrade: 'oneStep' });
    const above = tier('above', { ...entry(orders(1, 30)), expiry: { kind: 'days', days: 10 }, downgrade: 'oneStep' });
    const walk: Walk = { document: ladder(below, above), history: { orders: [paid('2026-11-01T10:00:00Z', 100n)] } };
    const { standing } = look(walk, '2026-11-25T12:00:00Z');
    const stepped = lookOn(walk, standing, '2026-12-05T21:00:00Z');
    // 60 days with 1 November are over on 31 December, 00:00 Moscow: less than the 30 days of warning away.
    const end = new Date('2026-12-30T21:00:00Z');
    expect(stepped).toMatchObject({ tierId: 'below', heldBy: 'step', warnedOf: end, nextCheckAt: end });
    expect(lookOn(walk, stepped, '2026-12-30T20:59:59Z').tierId).toBe('below');
    expect(lookOn(walk, stepped, '2026-12-30T21:00:00Z').tierId).toBeNull();
  });

  it('grace: the last local day of it is included, and it ends early when the conditions hold again', () => {
    const document = ladder(one, { ...three, graceDays: 7 });
    const inGrace = lookOn({ document, history: only(1) }, standsIn(document), NOW);
    expect(inGrace).toMatchObject({
      tierId: 'three',
      graceEndsAt: new Date('2026-11-27T21:00:00Z'),
      nextCheckAt: new Date('2026-11-27T21:00:00Z'),
    });
    expect(lookOn({ document, history: only(1) }, inGrace, '2026-11-27T20:59:59Z').tierId).toBe('three');
    expect(lookOn({ document, history: only(1) }, inGrace, '2026-11-27T21:00:00Z').tierId).toBe('one');
    expect(lookOn({ document, history: gold }, inGrace, '2026-11-25T00:00:00Z')).toMatchObject({
      tierId: 'three',
      graceEndsAt: null,
      warnedOf: null,
    });
  });

  it('keep is asked all the time where a tier has one and no term, for life where it has neither', () => {
    const history = { orders: [paid('2026-11-01T10:00:00Z', 100n)] };
    const windowed = tier('windowed', entry(orders(1, 30)));
    const kept = { ...windowed, keep: [orders(1, 60)] };
    const later = '2027-02-01T00:00:00Z';
    const forLife = look({ document: ladder(windowed), history }, NOW).standing;
    expect(forLife.nextCheckAt).toBeNull();
    expect(lookOn({ document: ladder(windowed), history }, forLife, later).tierId).toBe('windowed');
    const asked = look({ document: ladder(kept), history }, NOW).standing;
    // 60 days with 1 November are over on 31 December, 00:00 Moscow; told 30 days before.
    expect(asked.nextCheckAt).toEqual(new Date('2026-11-30T21:00:00Z'));
    expect(lookOn({ document: ladder(kept), history }, asked, '2026-11-30T21:00:00Z')).toMatchObject({
      warnedOf: new Date('2026-12-30T21:00:00Z'),
    });
    expect(lookOn({ document: ladder(kept), history }, asked, '2026-12-30T21:00:00Z').tierId).toBeNull();
  });

  it('a term protects what was earned, not what a refund undid', () => {
    const termed = tier('termed', { ...entry(orders(2, 30)), expiry: { kind: 'days', days: 90 } });
    const [first, second] = [paid('2026-11-01T10:00:00Z', 100n), paid('2026-11-02T10:00:00Z', 100n)];
    const walk = (...known: (typeof first)[]): Walk => ({ document: ladder(termed), history: { orders: known } });
    const { standing } = look(walk(first, second), NOW);
    expect(standing.termEndsAt).toEqual(new Date('2027-02-18T21:00:00Z'));
    expect(lookOn(walk(first, second), standing, '2027-02-18T20:59:59Z').tierId).toBe('termed');
    expect(lookOn(walk(first, second), standing, '2027-02-18T21:00:00Z').tierId).toBeNull();
    expect(lookOn(walk(first), standing, '2026-11-21T00:00:00Z').tierId).toBeNull();
    const newer = [paid('2027-02-01T10:00:00Z', 100n), paid('2027-02-02T10:00:00Z', 100n)];
    expect(lookOn(walk(...newer, first, second), standing, '2027-02-18T21:00:00Z')).toMatchObject({
      tierId: 'termed',
      since: new Date(NOW),
      termEndsAt: new Date('2027-05-19T21:00:00Z'),
    });
  });

  it('a tier that a new version no longer has is left for what is earned', () => {
    const document = ladder(one, two, three);
    expect(look({ document: ladder(one), history: gold, from: standsIn(document) }, NOW).change).toEqual({
      from: 'three',
      to: 'one',
      reason: 'tier-removed',
    });
  });
});

describe('the end of a term', () => {
  it.each([
    ['30 days, the last local day included', { kind: 'days', days: 30 } as const, '2026-11-01T10:00:00Z', '2026-12-01T21:00:00.000Z'],
    [
      '12 months from 29 February end with 28 February',
      { kind: 'months', months: 12 } as const,
      '2028-02-29T10:00:00Z',
      '2029-02-28T21:00:00.000Z',
    ],
    ['48 months from 29 February end with it', { kind: 'months', months: 48 } as const, '2028-02-29T10:00:00Z', '2032-02-29T21:00:00.000Z'],
    ['the next 31 December', { kind: 'yearly', month: 12, day: 31 } as const, '2026-11-01T10:00:00Z', '2026-12-31T21:00:00.000Z'],
    [
      'begun on 31 December, the one after',
      { kind: 'yearly', month: 12, day: 31 } as const,
      '2026-12-31T10:00:00Z',
      '2027-12-31T21:00:00.000Z',
    ],
    [
      '29 February, which is 28 February in most years',
      { kind: 'yearly', month: 2, day: 29 } as const,
      '2026-03-01T10:00:00Z',
      '2027-02-28T21:00:00.000Z',
    ],
    ['29 February of a leap year', { kind: 'yearly', month: 2, day: 29 } as const, '2027-03-01T10:00:00Z', '2028-02-29T21:00:00.000Z'],
  ])('%s', (_name, expiry, from, end) => {
    expect(termEnd(expiry, new Date(from), 'Europe/Moscow')?.toISOString()).toBe(end);
  });

  it('is 00:00 in Berlin on either side of summer time', () => {
    expect(termEnd({ kind: 'days', days: 1 }, new Date('2026-03-28T12:00:00Z'), 'Europe/Berlin')?.toISOString()).toBe(
      '2026-03-29T22:00:00.000Z',
    );
    expect(termEnd({ kind: 'days', days: 1 }, new Date('2026-10-24T12:00:00Z'), 'Europe/Berlin')?.toISOString()).toBe(
      '2026-10-25T23:00:00.000Z',
    );
    expect(termEnd(null, new Date(NOW), 'Europe/Berlin')).toBeNull();
  });
});

it('a member who did nothing waits for nothing', () => {
  expect(look({ document: LADDER, history: {} }, NOW)).toEqual({ standing: newStanding(PROGRAM, MEMBER, new Date(NOW)), change: null });
});
