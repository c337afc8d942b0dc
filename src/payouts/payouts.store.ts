/** Payouts, payees and money accounts as they are read; the road alone writes them. */
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Payout, PayoutStatus } from '../domain/facts/payout-entities.ts';
import { type CustomerId, idFromUuid, type PayoutId, type ProgramId } from '../domain/ids.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import type { Payee, PayeeDetails } from '../domain/payout/payee.ts';

const PAYOUT_COLUMNS = [
  'payout_id',
  'program_id',
  'customer_id',
  'unit',
  'amount',
  'status',
  'author',
  'approver',
  'proposed_at',
  'decided_at',
  'paid_at',
  'tax_handling',
  'counted_at',
  'counted_period',
] as const;

export type ShownPayout = Omit<Payout, 'allocations'>;

export interface PayoutFilter {
  readonly status?: PayoutStatus | undefined;
  readonly programId?: ProgramId | undefined;
  readonly customerId?: CustomerId | undefined;
  readonly after: string | null;
  readonly limit: number;
}

/** In the order they were proposed, at most `limit` + 1. */
export async function listPayoutRows(db: Db, caller: Caller, filter: PayoutFilter): Promise<readonly ShownPayout[]> {
  let query = db.selectFrom('payout').select(PAYOUT_COLUMNS).where('tenant_id', '=', caller.tenantId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.programId !== undefined) query = query.where('program_id', '=', filter.programId);
  if (filter.customerId !== undefined) query = query.where('customer_id', '=', filter.customerId);
  if (filter.after !== null) query = query.where('payout_id', '>', filter.after);
  const rows = await query
    .orderBy('payout_id')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(payoutFromRow);
}

const PAGE_ROWS = 1_000;

/** All of a status, however many. */
export async function listAllPayouts(db: Db, caller: Caller, status: PayoutStatus): Promise<readonly ShownPayout[]> {
  const all: ShownPayout[] = [];
  for (;;) {
    const page = await listPayoutRows(db, caller, { status, after: all.at(-1)?.id ?? null, limit: PAGE_ROWS });
    all.push(...page.slice(0, PAGE_ROWS));
    if (page.length <= PAGE_ROWS) return all;
  }
}

export async function findPayout(db: Db, caller: Caller, id: PayoutId): Promise<ShownPayout | null> {
  const row = await db
    .selectFrom('payout')
    .select(PAYOUT_COLUMNS)
    .where('tenant_id', '=', caller.tenantId)
    .where('payout_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : payoutFromRow(row);
}

function payoutFromRow(row: Awaited<ReturnType<typeof selectShape>>): ShownPayout {
  return {
    id: idFromUuid<PayoutId>(row.payout_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    customerId: idFromUuid<CustomerId>(row.customer_id),
    unit: toUnit(row.unit),
    amount: row.amount,
    status: row.status,
    author: row.author,
    approver: row.approver,
    proposedAt: row.proposed_at,
    decidedAt: row.decided_at,
    paidAt: row.paid_at,
    taxHandling: row.tax_handling,
    countedAt: row.counted_at,
    countedPeriod: row.counted_period,
  };
}

/** Only its type is used: one row of the table. */
function selectShape(db: Db) {
  return db.selectFrom('payout').select(PAYOUT_COLUMNS).executeTakeFirstOrThrow();
}

export interface KnownPayee {
  readonly payee: Payee;
  /** Null once the customer is erased. */
  readonly details: PayeeDetails | null;
}

/** Payees by customer, with the personal part of the event that saved them. */
export async function findPayees(db: Db, caller: Caller, ids: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, KnownPayee>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('payee')
    .select(['payee.customer_id', 'payee.payee_type', 'payee.country', 'payee.saved_at', 'payee.saved_sequence'])
    .leftJoin('event_personal', (join) =>
      join.onRef('event_personal.tenant_id', '=', 'payee.tenant_id').onRef('event_personal.sequence', '=', 'payee.saved_sequence'),
    )
    .select('event_personal.data as details')
    .where('payee.tenant_id', '=', caller.tenantId)
    .where('payee.customer_id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => {
      const customerId = idFromUuid<CustomerId>(row.customer_id);
      const payee: Payee = {
        customerId,
        payeeType: row.payee_type,
        country: row.country,
        savedAt: row.saved_at,
        savedSequence: row.saved_sequence,
      };
      // Row boundary: `payee.saved` is written by the payouts room alone, with exactly this as its personal part.
      return [customerId, { payee, details: row.details === null ? null : (JSON.parse(row.details) as PayeeDetails) }];
    }),
  );
}

/** What commissions brought a customer and nothing has taken yet, programme by programme. */
export async function findPayable(
  db: Db,
  caller: Caller,
  { customerId, now }: { readonly customerId: CustomerId; readonly now: Date },
): Promise<readonly { readonly programId: ProgramId; readonly unit: Unit; readonly amount: bigint }[]> {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('reward', (join) => join.onRef('reward.tenant_id', '=', 'lot.tenant_id').onRef('reward.reward_id', '=', 'lot.reward_id'))
    .select((of) => ['reward.program_id', 'lot.unit', of.cast<string>(of.fn.sum('lot.remaining'), 'text').as('amount')])
    .where('lot.tenant_id', '=', caller.tenantId)
    .where('lot.customer_id', '=', customerId)
    .where('lot.remaining', '>', 0n)
    .where((of) => of.or([of('lot.expires_at', 'is', null), of('lot.expires_at', '>', now)]))
    .where('reward.kind', '=', 'commission')
    .groupBy(['reward.program_id', 'lot.unit'])
    .orderBy('reward.program_id')
    .execute();
  return rows.map((row) => ({ programId: idFromUuid<ProgramId>(row.program_id), unit: toUnit(row.unit), amount: BigInt(row.amount) }));
}

export interface Movement {
  readonly at: Date;
  readonly reason: string;
  /** Signed: what the account gained. */
  readonly amount: bigint;
  readonly orderId: string | null;
}

export interface Account {
  readonly opening: bigint;
  readonly movements: readonly Movement[];
}

/** The currencies a customer has or had money in. */
export async function findCurrencies(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('balance')
    .select('unit')
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('unit')
    .execute();
  return rows.map((row) => toUnit(row.unit)).filter((unit) => findPointsProgramId(unit) === null);
}

/** What came to and left a member’s accounts of a unit; moves between their own accounts are no movement. */
export async function findAccount(
  db: Db,
  caller: Caller,
  of: { readonly customerId: CustomerId; readonly unit: Unit; readonly from: Date | null; readonly to: Date },
): Promise<Account> {
  const rows = await db
    .selectFrom('transfer')
    .innerJoin('event', (join) =>
      join.onRef('event.tenant_id', '=', 'transfer.tenant_id').onRef('event.sequence', '=', 'transfer.sequence'),
    )
    .leftJoin('reward', (join) =>
      join.onRef('reward.tenant_id', '=', 'transfer.tenant_id').onRef('reward.reward_id', '=', 'transfer.reward_id'),
    )
    .select([
      'event.occurred_at',
      'transfer.reason',
      'transfer.amount',
      'transfer.credit_customer_id',
      'reward.order_id',
      'event.order_id as event_order_id',
    ])
    .where('transfer.tenant_id', '=', caller.tenantId)
    .where('transfer.unit', '=', of.unit)
    .where((eb) => eb.or([eb('transfer.debit_customer_id', '=', of.customerId), eb('transfer.credit_customer_id', '=', of.customerId)]))
    .where((eb) =>
      eb.or([
        eb('transfer.debit_customer_id', 'is', null),
        eb('transfer.credit_customer_id', 'is', null),
        eb('transfer.debit_customer_id', '!=', eb.ref('transfer.credit_customer_id')),
      ]),
    )
    .where('event.occurred_at', '<', of.to)
    .orderBy('event.occurred_at')
    .orderBy('transfer.sequence')
    .orderBy('transfer.ordinal')
    .execute();
  const movements = rows.map(
    (row): Movement => ({
      at: row.occurred_at,
      reason: row.reason,
      amount: row.credit_customer_id === of.customerId ? row.amount : -row.amount,
      orderId: row.order_id ?? row.event_order_id,
    }),
  );
  const { from } = of;
  const isBefore = (movement: Movement): boolean => from !== null && movement.at < from;
  return {
    opening: movements.filter(isBefore).reduce((sum, movement) => sum + movement.amount, 0n),
    movements: movements.filter((movement) => !isBefore(movement)),
  };
}
