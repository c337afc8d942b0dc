/** A tenant with its intake, and the shop's side of the conversation as short sentences. */
import { randomBytes, randomUUID } from 'node:crypto';
import { decodeProgramDocument } from '../../src/contract/program-document.ts';
import type { EventBody } from '../../src/domain/events.ts';
import type { ProgramId, TenantId, VersionId } from '../../src/domain/ids.ts';
import { type CustomerId, idFromUuid, parseWireId } from '../../src/domain/ids.ts';
import type { ProgramDocument } from '../../src/domain/program/document.ts';
import { createIntake, type RunningIntake } from '../../src/intake/create-intake.ts';
import type { RoadLimits } from '../../src/intake/road-limits.ts';
import type { AttributionInput, CustomerInput, Submission, SubmissionResult } from '../../src/intake/submission.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { watchedIntake } from './watched-intake.ts';

export interface Answer {
  readonly eventId: string;
  readonly outcome: string;
  readonly customerId: string | null;
  readonly attribution: { readonly referrerId: string | null; readonly by: string } | null;
  readonly rewards: readonly {
    readonly id: string;
    readonly ruleId: string;
    readonly beneficiary: string;
    readonly customerId: string;
    readonly status: string;
    readonly heldUntil: string | null;
    readonly benefit: { readonly kind: string; readonly amount?: { readonly amountMinor: string }; readonly code?: string };
  }[];
  readonly refusals: readonly { readonly reason: string; readonly beneficiary: string | null; readonly missing: unknown }[];
  readonly produced?: Readonly<Record<string, string>>;
}

export interface Shop {
  readonly test: TestDatabase;
  readonly tenantId: TenantId;
  readonly intake: RunningIntake;
  readonly clock: { now: () => Date; set: (at: Date) => void };
  readonly submit: (body: EventBody, options?: SubmitOptions) => Promise<SubmissionResult>;
  readonly answer: (body: EventBody, options?: SubmitOptions) => Promise<Answer>;
  readonly publish: (wireDocument: unknown, options?: { effectiveFrom?: Date; programId?: ProgramId }) => Promise<ProgramId>;
  readonly join: (externalId: string, programId: ProgramId, code: string) => Promise<CustomerId>;
  readonly rows: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
}

export interface SubmitOptions {
  readonly id?: string;
  readonly customer?: Partial<CustomerInput>;
  readonly attribution?: Partial<AttributionInput>;
  readonly at?: Date;
}

export async function openShop(
  options: {
    readonly major?: 18 | 15;
    readonly onError?: (error: unknown) => void;
    readonly now?: Date;
    readonly limits?: Partial<RoadLimits>;
  } = {},
): Promise<Shop> {
  const test = await createTestDatabase(options.major === undefined ? {} : { major: options.major });
  const tenantId = idFromUuid<TenantId>(randomUUID());
  let now = options.now ?? new Date('2026-11-20T12:00:00Z');
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  await test.database.pool.query(
    `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values ($1, $2, $2, 'Test', $3, $4)`,
    [tenantId, randomUUID().slice(0, 8), randomBytes(32), now],
  );
  const road = { pool: test.database.pool, clock, ...(options.limits === undefined ? {} : { limits: options.limits }) };
  const intake = options.onError === undefined ? watchedIntake(road) : createIntake({ ...road, onError: options.onError });
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await test.database.pool.query(sql, values)).rows as T[];
  const submit = async (body: EventBody, given: SubmitOptions = {}): Promise<SubmissionResult> => {
    const [result] = await intake.submit([submission(tenantId, body, given, now)]);
    if (result === undefined) throw new Error('one result for one submission');
    return result;
  };
  const answer = async (body: EventBody, given: SubmitOptions = {}): Promise<Answer> => {
    const result = await submit(body, given);
    if (result.kind === 'refused') throw new Error(`refused: ${result.problem.code} ${result.problem.field ?? ''}`);
    return JSON.parse(result.answer) as Answer;
  };
  const publish: Shop['publish'] = async (wireDocument, { effectiveFrom, programId } = {}) => {
    const decoded = decodeProgramDocument(wireDocument, { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const id = programId ?? idFromUuid<ProgramId>(randomUUID());
    const number = (await rows('select 1 from program_version where program_id = $1', [id])).length + 1;
    await answer({
      type: 'program.published',
      programId: id,
      versionId: idFromUuid<VersionId>(randomUUID()),
      number,
      effectiveFrom: effectiveFrom ?? now,
      document: decoded.value satisfies ProgramDocument,
    });
    return id;
  };
  const join: Shop['join'] = async (externalId, programId, code) => {
    const joined = await answer({ type: 'membership.joined', programId, by: 'staff' }, { customer: { externalId } });
    await answer({ type: 'code.created', text: code, kind: 'personal' }, { customer: { externalId } });
    const id = parseWireId('cus', joined.customerId ?? '');
    if (id === null) throw new Error('a member has an id');
    return id;
  };
  return { test, tenantId, intake, clock, submit, answer, publish, join, rows };
}

export function submission(tenantId: TenantId, body: EventBody, given: SubmitOptions, now: Date): Submission {
  const none = { id: null, externalId: null, email: null, phone: null, name: null, mustExist: false };
  const noAttribution: AttributionInput = {
    code: null,
    clickId: null,
    answer: null,
    referrerExternalId: null,
    referrerId: null,
    by: 'event',
  };
  return {
    tenantId,
    source: 'api',
    eventId: given.id ?? randomUUID(),
    fingerprint: JSON.parse(
      JSON.stringify([body, given.customer, given.attribution], (_k, v) => (typeof v === 'bigint' ? v.toString() : v)),
    ),
    occurredAt: given.at ?? now,
    customer: given.customer === undefined ? null : { ...none, ...given.customer },
    attribution: given.attribution === undefined ? null : { ...noAttribution, ...given.attribution },
    actor: null,
    body,
    personal: null,
  };
}

/** An `order.paid` of one payment in the programme's usual currency. */
export function paid(
  orderId: string,
  totalMinor: bigint,
  extra: { deliveryMinor?: bigint; payment?: { id: string; amountMinor: bigint }; couponCodes?: string[]; currency?: string } = {},
): EventBody {
  return {
    type: 'order.paid',
    orderId,
    order: {
      currency: extra.currency ?? 'RUB',
      totalMinor,
      deliveryMinor: extra.deliveryMinor ?? 0n,
      taxMinor: 0n,
      channel: null,
      lines: [],
    },
    payment: extra.payment ?? null,
    couponCodes: extra.couponCodes ?? [],
    reservationIds: [],
  };
}

export function refunded(orderId: string, refundId: string, amountMinor: bigint | null = null): EventBody {
  return { type: 'order.refunded', orderId, refundId, amountMinor, currency: amountMinor === null ? null : 'RUB', imported: false };
}

/** The document of contract.md 5. */
export const referAFriend = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: { amountMinor: '100000', currency: 'RUB' } } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
      ],
      caps: { perReferrer: { count: 20, per: 'year' } },
    },
  ],
};
