import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveId, idFromUuid, isUuid, parseWireId, type RewardId, type WirePrefix, wireId } from './ids.ts';

const PREFIXES: readonly WirePrefix[] = ['cus', 'prg', 'prv', 'rwd', 'cpn', 'rsv', 'lot', 'ref', 'cod', 'clk', 'mem', 'ten'];
const TENANT = '0190a5e0-7c3f-7b1e-9d2a-4f6b8c0d1e2f';
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const source = fc.record({
  storedAt: fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((ms) => new Date(ms)),
  sequence: fc.bigInt({ min: 0n, max: 2n ** 40n - 1n }),
  ordinal: fc.integer({ min: 0, max: 16_383 }),
});

describe('wire ids', () => {
  it('come back as the same uuid under each prefix', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...PREFIXES), (uuid, prefix) => {
        const wire = wireId(prefix, uuid);
        expect(wire).toMatch(/^[a-z]{3}_[0-9a-f]{32}$/);
        expect(parseWireId(prefix, wire)).toBe(uuid);
      }),
    );
  });

  it.each([
    ['another prefix', 'rwd_0190a5e07c3f7b1e9d2a4f6b8c0d1e2f'],
    ['upper-case digits', 'cus_0190A5E07C3F7B1E9D2A4F6B8C0D1E2F'],
    ['dashes', 'cus_0190a5e0-7c3f-7b1e-9d2a-4f6b8c0d1e2f'],
    ['one digit too few', 'cus_0190a5e07c3f7b1e9d2a4f6b8c0d1e2'],
    ['one digit too many', 'cus_0190a5e07c3f7b1e9d2a4f6b8c0d1e2f0'],
    ['a letter past f', 'cus_g190a5e07c3f7b1e9d2a4f6b8c0d1e2f'],
    ['a line break', 'cus_0190a5e07c3f7b1e9d2a4f6b8c0d1e2\n'],
    ['no prefix', '0190a5e07c3f7b1e9d2a4f6b8c0d1e2f'],
    ['nothing', ''],
  ])('are refused with %s', (_fault, text) => {
    expect(parseWireId('cus', text)).toBeNull();
  });

  it('make a branded id of canonical uuids only', () => {
    expect(idFromUuid<RewardId>(TENANT)).toBe(TENANT);
    expect(() => idFromUuid<RewardId>(TENANT.toUpperCase())).toThrow('not a canonical uuid');
    expect(isUuid('x')).toBe(false);
  });
});

describe('deriveId', () => {
  it('gives the same uuid v7 for the same decision, at its stored time', () => {
    fc.assert(
      fc.property(source, (decision) => {
        const id = deriveId({ tenantId: TENANT, ...decision });
        expect(id).toMatch(UUID_V7);
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(decision.storedAt.getTime());
        expect(deriveId({ tenantId: TENANT, ...decision })).toBe(id);
      }),
    );
  });

  it('sorts by stored time, then sequence, then ordinal, and is never the same for two decisions of a tenant', () => {
    const near = fc.record({
      storedAt: fc.integer({ min: 1_790_000_000_000, max: 1_790_000_000_002 }).map((ms) => new Date(ms)),
      sequence: fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 2n ** 28n - 2n, max: 2n ** 28n + 2n })),
      ordinal: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 4094, max: 4098 }), fc.constant(16_383)),
    });
    fc.assert(
      fc.property(fc.oneof(near, source), fc.oneof(near, source), (a, b) => {
        const byParts = a.storedAt.getTime() - b.storedAt.getTime() || Number(a.sequence - b.sequence) || a.ordinal - b.ordinal;
        const idOfA = deriveId({ tenantId: TENANT, ...a });
        const idOfB = deriveId({ tenantId: TENANT, ...b });
        expect(Math.sign(byParts)).toBe(idOfA < idOfB ? -1 : idOfA > idOfB ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells tenants apart', () => {
    const decision = { sequence: 7n, ordinal: 0, storedAt: new Date('2026-11-22T10:00:00Z') };
    const ids = new Set(fc.sample(fc.uuid(), 500).map((tenantId) => deriveId({ tenantId, ...decision })));
    expect(ids.size).toBeGreaterThanOrEqual(499);
  });

  it.each([
    ['a sequence past 40 bits', { sequence: 2n ** 40n }],
    ['a negative sequence', { sequence: -1n }],
    ['an ordinal past 14 bits', { ordinal: 16_384 }],
    ['a broken ordinal', { ordinal: 1.5 }],
    ['a time before 1970', { storedAt: new Date(-1) }],
    ['an invalid time', { storedAt: new Date(Number.NaN) }],
    ['a tenant that is no uuid', { tenantId: 'green-tone' }],
  ])('throws on %s rather than wrap around', (_fault, part) => {
    const sound = { tenantId: TENANT, sequence: 1n, ordinal: 0, storedAt: new Date('2026-11-22T10:00:00Z') };
    expect(() => deriveId({ ...sound, ...part })).toThrow('broken invariant');
  });
});
