/** The one runner of mail and webhooks: leases, bounds, fairness, and an orderly end. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { idFromUuid, type TenantId } from '../../src/domain/ids.ts';
import { type LeaseClaim, type LeasedWork, type RunningLeases, startLeases } from '../../src/lease-runner.ts';
import { waitFor } from '../support/wait-for.ts';

const LIMIT = { limitMs: 10_000, what: 'the runner' };
const tenant = (): TenantId => idFromUuid<TenantId>(randomUUID());
const running: RunningLeases[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

interface Given {
  readonly tenants: readonly TenantId[];
  /** How many tasks each tenant has; endless when absent. */
  readonly run?: (breakOff: AbortSignal) => Promise<void>;
  readonly fails?: () => boolean;
}

function start({ tenants, run = async () => undefined, fails = () => false }: Given) {
  const claims: { readonly claim: LeaseClaim; readonly busy: number }[] = [];
  const extended: string[] = [];
  const troubles: string[] = [];
  const work: LeasedWork = {
    clock: { now: () => new Date() },
    name: 'test: tasks',
    everyMs: 5,
    leaseMs: 60,
    drainMs: 20,
    atOnceMax: 10,
    atOnceATenantMax: 4,
    claimMax: 3,
    listTenants: async () => {
      if (fails()) throw new Error('the database is away');
      return tenants;
    },
    claim: async (claim, busy) => {
      claims.push({ claim, busy: [...busy.values()].reduce((sum, count) => sum + count, 0) });
      return Array.from({ length: claim.limit }, () => ({ place: 'one', run }));
    },
    extend: async (_tenant, leases) => {
      extended.push(...leases);
    },
    onTrouble: (message) => troubles.push(message),
  };
  const runner = startLeases(work);
  running.push(runner);
  return { runner, claims, extended, troubles };
}

describe('the runner of leased work', () => {
  it('never has more under way than a tenant and all together may, and leaves places for every tenant', async () => {
    const tenants = [tenant(), tenant(), tenant()];
    const open: (() => void)[] = [];
    const { claims } = start({ tenants, run: () => new Promise<void>((resolve) => void open.push(resolve)) });
    await waitFor(async () => (open.length === 10 ? true : null), LIMIT);
    const byTenant = tenants.map((id) =>
      claims.filter(({ claim }) => claim.tenantId === id).reduce((sum, { claim }) => sum + claim.limit, 0),
    );
    expect(byTenant.reduce((sum, count) => sum + count, 0)).toBe(10);
    for (const count of byTenant) expect(count).toBeGreaterThan(0);
    for (const count of byTenant) expect(count).toBeLessThanOrEqual(4);
    for (const { claim, busy } of claims) expect(claim.limit + busy).toBeLessThanOrEqual(4);
    for (const { claim } of claims) expect(claim.limit).toBeLessThanOrEqual(3);
    for (const done of open) done();
  });

  it('keeps the leases of what is under way, until it is done', async () => {
    const { claims, extended } = start({
      tenants: [tenant()],
      run: (breakOff) => new Promise((resolve) => breakOff.addEventListener('abort', () => resolve())),
    });
    await waitFor(async () => (extended.length > 2 ? true : null), LIMIT);
    const leases = new Set(claims.map(({ claim }) => claim.lease));
    for (const lease of extended) expect(leases).toContain(lease);
    const [first] = claims;
    expect((first?.claim.leaseEndsAt.getTime() ?? 0) - (first?.claim.now.getTime() ?? 0)).toBe(60);
  });

  it('ends: what is under way is waited for, then broken off, and nothing is begun afterwards', async () => {
    let broken = 0;
    const { runner, claims } = start({
      tenants: [tenant()],
      run: (breakOff) =>
        new Promise((resolve) =>
          breakOff.addEventListener('abort', () => {
            broken += 1;
            resolve();
          }),
        ),
    });
    await waitFor(async () => (claims.length > 0 ? true : null), LIMIT);
    await runner.stop();
    expect(broken).toBe(claims.reduce((sum, { claim }) => sum + claim.limit, 0));
    const before = claims.length;
    await waitFor(async () => true, LIMIT);
    expect(claims).toHaveLength(before);
  });

  it('says once that work waits and once that it goes on, and a task that throws ends no other', async () => {
    let isAway = true;
    let done = 0;
    const { troubles } = start({
      tenants: [tenant()],
      fails: () => isAway,
      run: async () => {
        done += 1;
      },
    });
    await waitFor(async () => (troubles.length > 0 ? true : null), LIMIT);
    isAway = false;
    await waitFor(async () => (done > 5 ? true : null), LIMIT);
    expect(troubles).toEqual(['test: tasks wait: the database is away', 'test: tasks go on']);
  });
});
