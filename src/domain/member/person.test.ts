import { describe, expect, it } from 'vitest';
import type { Event } from '../events.ts';
import { createFacts } from '../facts/facts.ts';
import { createWorkspace, type Workspace } from '../facts/workspace.ts';
import { type CustomerId, idFromUuid, type TenantId } from '../ids.ts';
import { personIds } from './person.ts';

const id = (n: number): CustomerId => idFromUuid<CustomerId>(`00000000-0000-7000-8000-00000000000${n}`);
const at = new Date('2026-11-20T12:00:00Z');
const event: Event = {
  tenantId: idFromUuid<TenantId>('00000000-0000-7000-8000-000000000009'),
  sequence: 1n,
  source: 'api',
  eventId: 'e-1',
  occurredAt: at,
  storedAt: at,
  entropy: '0'.repeat(32),
  customer: { id: id(1), linkedIds: [id(2)] },
  touches: [],
  actor: null,
  body: { type: 'customer.saved' },
};

/** The intake knows 3 and 4 as one person; 1 and 2 it knows apart still. */
function deskOf(more: Partial<Event> = {}): Workspace {
  const pair = [id(4), id(3)];
  const facts = createFacts({ recordsOf: (asked) => (pair.includes(asked) ? pair : []) });
  return createWorkspace(facts, { ...event, ...more }, []);
}

describe('the records of a person (contract.md 6.2, 6.5)', () => {
  it('are those resolved with the event for its own customer, and for the others of that person', () => {
    const ws = deskOf();
    expect(personIds(ws, id(1))).toEqual([id(1), id(2)]);
    expect(personIds(ws, id(2))).toEqual([id(2), id(1)]);
    expect(ws.metPersons).toEqual([]);
  });

  it('are those the intake knows for anybody else, and are kept for the log, once', () => {
    const ws = deskOf();
    expect(personIds(ws, id(3))).toEqual([id(3), id(4)]);
    expect(personIds(ws, id(4))).toEqual([id(4), id(3)]);
    expect(personIds(ws, id(5))).toEqual([id(5)]);
    expect(ws.metPersons).toEqual([[id(3), id(4)]]);
  });

  it('are those of the log in a replay, whatever is known by then', () => {
    const ws = deskOf({ persons: [[id(3), id(5)]] });
    expect(personIds(ws, id(3))).toEqual([id(3), id(5)]);
    expect(ws.metPersons).toEqual([[id(3), id(5)]]);
  });
});
