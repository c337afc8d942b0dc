/** Two server processes on one real database, as after scaling out or in the middle of a rolling deploy. */
import { expect } from 'vitest';
import { withReadTransaction } from '../../src/database/transaction.ts';
import { parseWireId, type TenantId } from '../../src/domain/ids.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.store.ts';
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts';
import { type HttpReply, type HttpShop, openHttpShop, publishProgram, rub } from '../support/http-shop.ts';
import { type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import type { PostgresMajor } from '../support/test-clusters.ts';

/** As many requests are under way at once in every race. */
export const WORKERS = 16;

export interface TwoServers {
  readonly test: TestDatabase;
  readonly tenantId: TenantId;
  readonly programId: string;
  readonly secretKey: string;
  /** The same shop as each of the two processes serves it. */
  readonly left: HttpShop;
  readonly right: HttpShop;
  /** By turns the one and the other. */
  readonly either: (turn: number) => HttpShop;
  readonly rows: (sql: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly expectVerified: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const buyer = (id: string, channel: string, grant: object, more: object = {}) => ({
  id,
  on: 'order.paid',
  if: [{ channel: { in: [channel] } }],
  grant: { to: 'buyer', ...grant },
  ...more,
});
const referral = (id: string, channel: string, grant: unknown, more: object = {}) => ({
  id,
  on: 'order.paid',
  if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { channel: { in: [channel] } }],
  grant,
  ...more,
});
const credit = (amountMinor: number) => ({ benefit: { kind: 'credit', amount: rub(amountMinor) } });

/** One rule for each race, chosen by the order's channel. */
export const raceProgram = {
  name: { ru: 'Гонки', en: 'Races' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  rules: [
    referral('friend', 'web', [
      { to: 'referrer', ...credit(1_000) },
      { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
    ]),
    referral('capped', 'cap', { to: 'referrer', ...credit(100) }, { caps: { perReferrer: { count: 5, per: 'year' } } }),
    buyer('budgeted', 'budget', credit(1), { caps: { budget: rub(2_000) } }),
    buyer('held', 'held', { ...credit(5_000), hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 } }),
    buyer('cashback', 'cashback', { benefit: { kind: 'credit', percent: { basisPoints: 300 } } }),
  ],
};

/** Both start at the same moment on an empty database: one makes the schema and the tenant, the other finds them. */
export async function startTwoServers(major: PostgresMajor): Promise<TwoServers> {
  const test = await createEmptyDatabase({ major });
  const servers = await Promise.all([start(test), start(test)]);
  const secretKeys = servers.flatMap(({ secretKey }) => secretKey ?? []);
  expect(secretKeys).toHaveLength(1);
  const [secretKey = ''] = secretKeys;
  const tenantId = parseWireId('ten', servers[0].tenantId ?? '');
  if (tenantId === null) throw new Error('the ready line names the tenant');
  const [left, right] = [openHttpShop({ ...servers[0], secretKey }), openHttpShop({ ...servers[1], secretKey })];
  return {
    test,
    tenantId,
    programId: await publishProgram(left, raceProgram),
    secretKey,
    left,
    right,
    either: (turn) => (turn % 2 === 0 ? left : right),
    rows: async (sql, values = []) => (await test.database.pool.query(sql, [...values])).rows,
    expectVerified: async () => {
      expect(await withReadTransaction(test.database.pool, (client) => verifyTenant(client, tenantId))).toEqual([]);
    },
    stop: async () => {
      expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
    },
  };
}

function start(test: TestDatabase): Promise<SarafanProcess> {
  return startSarafan({ env: { DATABASE_URL: test.url } });
}

/** Runs all of it, `WORKERS` at a time, and gives the answers in the order of the work. */
export async function race<T>(work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const waiting = work.entries();
  const answers: T[] = [];
  const runNext = async (): Promise<void> => {
    for (const [index, run] of waiting) answers[index] = await run();
  };
  await Promise.all(Array.from({ length: WORKERS }, runNext));
  return answers;
}

/** How often each status, or problem code, was answered. */
export function tally(replies: readonly HttpReply[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const name = status < 300 ? 'done' : String(body?.code ?? status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Work for each whole number from 0. */
export function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_unused, n) => make(n));
}

export interface Paid {
  readonly id: string;
  readonly orderId?: string;
  readonly customer: object;
  readonly channel: string;
  readonly code?: string;
  readonly totalMinor?: bigint | number;
}

export function paid({ id, orderId = `o-${id}`, customer, channel, code, totalMinor = 100_000 }: Paid): object {
  return {
    id,
    type: 'order.paid',
    occurredAt: new Date().toISOString(),
    customer,
    order: { id: orderId, total: rub(totalMinor), channel },
    ...(code === undefined ? {} : { attribution: { code } }),
  };
}

export function refunded(id: string, orderId: string, amountMinor: number | null): object {
  const amount = amountMinor === null ? {} : { amount: rub(amountMinor) };
  return { id, type: 'order.refunded', occurredAt: new Date().toISOString(), refund: { id: `r-${id}`, orderId, ...amount } };
}

/** A customer who has that much to spend, in one lot. */
export async function makeSaver(shop: HttpShop, name: string, amountMinor: number, expiresAt?: Date): Promise<void> {
  await shop.must({ method: 'PUT', path: `/v1/customers/${name}`, body: {} });
  const until = expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() };
  await shop.must({
    method: 'POST',
    path: `/v1/customers/${name}/adjustments`,
    body: { amount: rub(amountMinor), reason: 'x', actor: 'anna', ...until },
  });
}

export async function balanceOf(
  shop: HttpShop,
  name: string,
): Promise<{ readonly available: number; readonly reserved: number; readonly held: number }> {
  const { body } = await shop.must({ method: 'GET', path: `/v1/customers/${name}` });
  const { available, reserved, held } = body.balances[0] ?? { available: '0', reserved: '0', held: '0' };
  return { available: Number(available), reserved: Number(reserved), held: Number(held) };
}

export function reserve(shop: HttpShop, name: string, amountMinor: number): Promise<HttpReply> {
  return shop.post('/v1/reservations', { customer: { externalId: name }, amount: rub(amountMinor) });
}
