import { describe, expect, it } from 'vitest';
import type { InvitationMoment } from './invitation-moment.store.ts';
import { mayInvite } from './may-invite.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const GOOD: InvitationMoment = {
  lastDeliveredAt: new Date('2026-11-17T12:00:00Z'),
  openComplaints: 0,
  lastComplaintClosedAt: null,
  lastScore: null,
};

describe('the moment to ask for an invitation (4-03, 0-09)', () => {
  it.each<[string, Partial<InvitationMoment>, boolean]>([
    ['three days after a delivery', {}, true],
    ['a second sooner', { lastDeliveredAt: new Date('2026-11-17T12:00:01Z') }, false],
    ['before any delivery', { lastDeliveredAt: null }, false],
    ['with an open complaint', { openComplaints: 1 }, false],
    ['29 days after one was closed', { lastComplaintClosedAt: new Date('2026-10-22T12:00:00Z') }, false],
    ['30 days after one was closed', { lastComplaintClosedAt: new Date('2026-10-21T12:00:00Z') }, true],
    ['after a score of 6', { lastScore: 6 }, false],
    ['after a score of 7', { lastScore: 7 }, true],
  ])('%s', (_when, change, expected) => {
    expect(mayInvite({ ...GOOD, ...change }, { wantsNone: false, askAgainAfter: null, now: NOW })).toBe(expected);
  });

  it('comes again when the time they have put it off by is over', () => {
    const at = (askAgainAfter: Date) => mayInvite(GOOD, { wantsNone: false, askAgainAfter, now: NOW });
    expect([at(new Date(NOW.getTime() + 1)), at(NOW)]).toEqual([false, true]);
  });

  it('never comes for who does not want to be asked, or is not there any more', () => {
    expect(mayInvite(GOOD, { wantsNone: true, askAgainAfter: null, now: NOW })).toBe(false);
    expect(mayInvite(null, { wantsNone: false, askAgainAfter: null, now: NOW })).toBe(false);
  });
});
