/**
 * A shop as an outside tester sees it: HTTP in, HTTP out, a clock to set and jobs to run. Each shop is a business of its own, so that
 * a test begins with empty books; its books are checked after the file's last test.
 */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import type { RunningIntake } from '../../src/intake/create-intake.ts';
import type { Submission } from '../../src/intake/submission.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import type { Api, Question, Reply } from '../support/api.ts';
import { watchedIntake } from '../support/watched-intake.ts';
import { shopsOfFile } from './file-shops.ts';
import { type Money, rub, sayReward, type Wire } from './wire.ts';

export interface Person {
  readonly externalId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}

export interface Paying {
  readonly id?: string;
  readonly at?: string;
  /** The externalId, or all that is known. */
  readonly by?: string | Person;
  readonly code?: string;
  readonly clickId?: string;
  readonly answer?: string;
  readonly currency?: string;
  readonly delivery?: number;
  readonly tax?: number;
  readonly channel?: string;
  readonly lines?: readonly object[];
  readonly payment?: { readonly id: string; readonly amount: bigint | number };
  readonly coupons?: readonly string[];
  readonly reservations?: readonly string[];
}

export interface Balance {
  readonly available: number;
  readonly held: number;
  readonly reserved: number;
  readonly debt: number;
}

/** A business with nothing in it. The clock stands at `now` for all shops of the file. */
export async function openShop(now = '2026-11-20T12:00:00Z'): Promise<ContractShop> {
  const { api, tenantIds } = await shopsOfFile();
  api.clock.set(new Date(now));
  const { secretKey, publishableKey, tenantId } = await api.addBusiness(`shop-${randomUUID().slice(0, 8)}`);
  tenantIds.push(tenantId);
  return new ContractShop(api, { secretKey, publishableKey, tenantId });
}

export class ContractShop {
  readonly publishableKey: string;
  readonly tenantId: TenantId;
  readonly #api: Api;
  readonly #key: string;
  readonly #intake: RunningIntake;
  #events = 0;

  constructor(api: Api, business: { secretKey: string; publishableKey: string; tenantId: TenantId }) {
    this.#api = api;
    this.#key = business.secretKey;
    this.publishableKey = business.publishableKey;
    this.tenantId = business.tenantId;
    this.#intake = watchedIntake({ pool: api.test.database.pool, clock: api.clock });
  }

  ask(question: Question): Promise<Reply> {
    return this.#api.ask({ key: this.#key, ...question });
  }

  post(url: string, body?: unknown): Promise<Reply> {
    return this.ask({ method: 'POST', url, ...(body === undefined ? {} : { body }) });
  }

  /** What a path answers; anything but success fails the test. */
  async get(url: string): Promise<Wire> {
    return done(await this.ask({ method: 'GET', url }));
  }

  async do(method: Question['method'], url: string, body?: unknown): Promise<Wire> {
    return done(await this.ask({ method, url, ...(body === undefined ? {} : { body }) }));
  }

  get now(): string {
    return this.#api.clock.now().toISOString();
  }

  setClock(at: string): void {
    this.#api.clock.set(new Date(at));
  }

  /** Lets time pass and the server's jobs run. */
  async advance(at: string): Promise<void> {
    this.setClock(at);
    await runDueWork({ pool: this.#api.test.database.pool, intake: this.#intake, clock: this.#api.clock }, this.tenantId);
  }

  /** Sends one event; the reply whatever it is. */
  send(event: object): Promise<Reply> {
    return this.post('/v1/events', { id: this.#nextId(), occurredAt: this.now, ...event });
  }

  async event(event: object): Promise<Wire> {
    return done(await this.send(event));
  }

  /** The body of an `order.paid`. */
  order(orderId: string, total: bigint | number, more: Paying = {}): object {
    const money = (amount: bigint | number): Money => ({ amountMinor: String(amount), currency: more.currency ?? 'RUB' });
    const { by = 'friend', code, clickId, answer } = more;
    const attribution = {
      ...(code === undefined ? {} : { code }),
      ...(clickId === undefined ? {} : { clickId }),
      ...(answer === undefined ? {} : { answer }),
    };
    return {
      type: 'order.paid',
      id: more.id ?? this.#nextId(),
      occurredAt: more.at ?? this.now,
      customer: typeof by === 'string' ? { externalId: by } : by,
      order: {
        id: orderId,
        total: money(total),
        ...(more.delivery === undefined ? {} : { delivery: money(more.delivery) }),
        ...(more.tax === undefined ? {} : { tax: money(more.tax) }),
        ...(more.channel === undefined ? {} : { channel: more.channel }),
        ...(more.lines === undefined ? {} : { lines: more.lines }),
      },
      ...(more.payment === undefined ? {} : { payment: { id: more.payment.id, amount: money(more.payment.amount) } }),
      ...(Object.keys(attribution).length === 0 ? {} : { attribution }),
      ...(more.coupons === undefined ? {} : { couponCodes: more.coupons }),
      ...(more.reservations === undefined ? {} : { reservationIds: more.reservations }),
    };
  }

  tryPay(orderId: string, total: bigint | number, more: Paying = {}): Promise<Reply> {
    return this.post('/v1/events', this.order(orderId, total, more));
  }

  async pay(orderId: string, total: bigint | number, more: Paying = {}): Promise<Wire> {
    return done(await this.tryPay(orderId, total, more));
  }

  async place(orderId: string, total: bigint | number, more: Paying = {}): Promise<Wire> {
    return this.event({ ...this.order(orderId, total, more), type: 'order.placed' });
  }

  async deliver(orderId: string, at = this.now): Promise<Wire> {
    return this.event({ type: 'order.delivered', occurredAt: at, order: { id: orderId } });
  }

  async cancel(orderId: string, at = this.now): Promise<Wire> {
    return this.event({ type: 'order.cancelled', occurredAt: at, order: { id: orderId } });
  }

  tryRefund(orderId: string, refundId: string, amount?: bigint | number, at = this.now): Promise<Reply> {
    return this.send({
      type: 'order.refunded',
      occurredAt: at,
      refund: { id: refundId, orderId, ...(amount === undefined ? {} : { amount: rub(amount) }) },
    });
  }

  async refund(orderId: string, refundId: string, amount?: bigint | number, at?: string): Promise<Wire> {
    return done(await this.tryRefund(orderId, refundId, amount, at));
  }

  /** Publishes a programme, by default from the beginning of the year. */
  async publish(document: object, effectiveFrom = '2026-01-01T00:00:00Z'): Promise<string> {
    const { id } = await this.do('POST', '/v1/programs', { document });
    await this.do('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom });
    return id;
  }

  /** Publishes a later version and returns its id. */
  async publishNext(programId: string, document: object, effectiveFrom?: string): Promise<string> {
    const { versions } = await this.do('POST', `/v1/programs/${programId}/versions`, { document });
    const { number, id } = versions.at(-1);
    await this.do('POST', `/v1/programs/${programId}/versions/${number}/publish`, effectiveFrom === undefined ? {} : { effectiveFrom });
    return id;
  }

  /** A member with a code; the code is the name in capitals unless told. */
  async member(externalId: string, programId: string, more: Person & { readonly code?: string } = {}): Promise<string> {
    const { code = externalId.toUpperCase(), ...person } = more;
    const { id } = await this.do('PUT', `/v1/customers/${externalId}`, person);
    await this.do('POST', `/v1/customers/${externalId}/memberships`, { programId, actor: 'anna' });
    await this.do('POST', `/v1/customers/${externalId}/codes`, { code });
    return id;
  }

  async changeMembership(externalId: string, programId: string, status: string): Promise<void> {
    await this.do('PATCH', `/v1/customers/${externalId}/memberships`, { programId, status, actor: 'anna' });
  }

  customer(externalId: string): Promise<Wire> {
    return this.get(`/v1/customers/${externalId}`);
  }

  async balance(externalId: string, unit = 'RUB'): Promise<Balance> {
    const { balances } = await this.customer(externalId);
    const found = balances.find((balance: Wire) => balance.unit === unit);
    const read = (name: keyof Balance): number => Number(found?.[name] ?? 0);
    return { available: read('available'), held: read('held'), reserved: read('reserved'), debt: read('debt') };
  }

  async lots(externalId: string, unit = 'RUB'): Promise<readonly { readonly remaining: string; readonly expiresAt: string | null }[]> {
    const { balances } = await this.customer(externalId);
    return balances.find((balance: Wire) => balance.unit === unit)?.lots ?? [];
  }

  async rewards(query = ''): Promise<readonly Wire[]> {
    return (await this.get(`/v1/rewards?limit=200${query}`)).items;
  }

  /** The rewards of an order, `beneficiary status amount`, sorted. */
  async rewardsOf(orderId: string): Promise<readonly string[]> {
    return (await this.rewards(`&orderId=${encodeURIComponent(orderId)}`)).map(sayReward).sort();
  }

  async referralOf(referrer: string, friendOrderId: string): Promise<Wire> {
    const { items } = await this.get(`/v1/customers/${referrer}/referrals?limit=200`);
    return items.find((referral: Wire) => referral.orderId === friendOrderId);
  }

  /** Puts value on a balance by hand. */
  async give(externalId: string, amount: object, expiresAt?: string): Promise<void> {
    await this.do('PUT', `/v1/customers/${externalId}`, {});
    const expiry = expiresAt === undefined ? {} : { expiresAt };
    await this.do('POST', `/v1/customers/${externalId}/adjustments`, { amount, reason: 'test', actor: 'anna', ...expiry });
  }

  tryReserve(externalId: string, amount: object, more: object = {}): Promise<Reply> {
    return this.post('/v1/reservations', { customer: { externalId }, amount, ...more });
  }

  async reserve(externalId: string, amount: object, more: object = {}): Promise<string> {
    return done(await this.tryReserve(externalId, amount, more)).id;
  }

  /** An order of the past, as the import brings it. */
  async importOrder(orderId: string, total: bigint, by: Person, at: string, refundedMinor = 0n): Promise<void> {
    const submission: Submission = {
      tenantId: this.tenantId,
      source: 'import',
      eventId: `order:${orderId}`,
      fingerprint: [orderId, total.toString(), at, refundedMinor.toString()],
      occurredAt: new Date(at),
      customer: { id: null, externalId: null, email: null, phone: null, name: null, mustExist: false, ...by },
      attribution: null,
      actor: null,
      body: {
        type: 'order.imported',
        orderId,
        order: { currency: 'RUB', totalMinor: total, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] },
        refundedMinor,
        earn: false,
      },
      personal: null,
    };
    expect(await this.#intake.submit([submission])).toMatchObject([{ kind: 'answered' }]);
  }

  #nextId(): string {
    this.#events += 1;
    return `evt-${this.#events}`;
  }
}

function done(reply: Reply): Wire {
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body;
}
