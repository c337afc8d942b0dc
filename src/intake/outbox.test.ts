import { describe, expect, it } from 'vitest';
import { begunReferral } from '../domain/attribution/begun-referral.ts';
import type { Event, EventBody } from '../domain/events.ts';
import { createFacts } from '../domain/facts/facts.ts';
import { createWorkspace } from '../domain/facts/workspace.ts';
import { type CustomerId, idFromUuid, type ProgramId, type ReferralId, type TenantId } from '../domain/ids.ts';
import { Outbox } from './outbox.ts';

const uuid = (digit: string): string => `00000000-0000-7000-8000-00000000000${digit}`;
const at = new Date('2026-11-20T12:00:00Z');
const order = { currency: 'RUB', totalMinor: 9_007_199_254_740_993n, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] };
const visit: EventBody = { type: 'custom', name: 'visit' };
const imported: EventBody = { type: 'order.imported', orderId: 'o-1', order, refundedMinor: 0n, earn: true };

const joined = begunReferral({
  id: idFromUuid<ReferralId>(uuid('5')),
  programId: idFromUuid<ProgramId>(uuid('1')),
  friendId: idFromUuid<CustomerId>(uuid('3')),
  referrerId: idFromUuid<CustomerId>(uuid('2')),
  status: 'joined',
  by: 'code',
  startedAt: at,
});

/** The rows of mail for a friend who joins by that event. */
function mailOf(body: EventBody, hasMail: boolean) {
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
    body,
  };
  const workspace = createWorkspace(createFacts(), event, []);
  workspace.referrals.put(joined);
  const outbox = new Outbox({ subscribers: [], hasMail });
  outbox.note({ workspace });
  const rows = outbox.takeRows();
  expect(outbox.takeRows()['mail']).toEqual([]);
  return rows['mail'];
}

describe('the mail of a decision', () => {
  it('is one row with ids alone, named by its cause', () => {
    expect(mailOf(visit, true)).toMatchObject([
      {
        kind: 'friend-joined',
        cause: `referral:${uuid('5')}`,
        customer_id: uuid('2'),
        data: JSON.stringify({ programId: uuid('1'), friendId: uuid('3') }),
        next_attempt_at: at,
      },
    ]);
  });

  it('is not written where no mail is set up, nor for a file of the past', () => {
    expect(mailOf(visit, false)).toEqual([]);
    expect(mailOf(imported, true)).toEqual([]);
  });
});
