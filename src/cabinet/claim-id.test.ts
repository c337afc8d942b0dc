import { expect, it } from 'vitest';
import { type CustomerId, idFromUuid } from '../domain/ids.ts';
import { claimIdOf, isSameClaim } from './claim-id.ts';

const hashKey = Buffer.alloc(32, 7);
const customerId = idFromUuid<CustomerId>('0192f0c1-7b1a-7000-8000-000000000001');
const claimed = { friend: 'Лена с работы', note: 'в начале ноября' };

it('knows the same claim however it is spaced and cased, and no other', () => {
  expect(isSameClaim(claimed, { friend: ' лена  с работы', note: 'В начале ноября ' })).toBe(true);
  expect(isSameClaim(claimed, { ...claimed, note: null })).toBe(false);
  expect(isSameClaim({ friend: 'а', note: 'б' }, { friend: 'а б', note: null })).toBe(false);
});

it('gives each claim of a member an id of its own that a stranger cannot work out (RFC 9562)', () => {
  const id = claimIdOf({ hashKey }, { customerId, claimed, before: 0 });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(claimIdOf({ hashKey }, { customerId, claimed: { ...claimed, friend: 'ЛЕНА с работы' }, before: 0 })).toBe(id);
  expect(claimIdOf({ hashKey }, { customerId, claimed, before: 1 })).not.toBe(id);
  expect(claimIdOf({ hashKey: Buffer.alloc(32, 8) }, { customerId, claimed, before: 0 })).not.toBe(id);
});
