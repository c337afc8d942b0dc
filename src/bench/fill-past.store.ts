import type pg from 'pg';
import { CLICK_RECOUNT, ROLLUP_RECOUNTS } from '../verify/rollup-invariants.ts';

interface Past {
  readonly tenantId: string;
  readonly orders: number;
  readonly clicks: number;
  readonly now: Date;
}

const PROGRAM = `'00000001-0000-7000-8000-000000000001'::uuid`;
const VERSION = `'00000001-0000-7000-8000-000000000002'::uuid`;
const idOf = (n: string): string => `(lpad(to_hex(${n}), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;

/**
 * Fills a tenant by SQL with two years of orders, by 40 % as many customers, a friend for every fifth order, two rewards for each friend,
 * queues for staff, and clicks of 400 days; then the rollups as a recount gives them. Only for reading benchmarks: there is no log behind it.
 */
export async function fillPast(owner: pg.Client, past: Past): Promise<void> {
  const customers = Math.max(1, Math.floor(past.orders * 0.4));
  const friends = Math.floor(past.orders / 5);
  const values = [past.tenantId, past.now];
  await owner.query(
    `insert into event (tenant_id, sequence, source, event_id, type, occurred_at, stored_at, body_hash, body, decision, answer, chain_hash)
     values ($1, 1, 'bench', 'fill', 'fill', $2, $2, '', '{}', '{}', '{}', '')`,
    values,
  );
  await owner.query(
    `insert into customer (tenant_id, customer_id, created_at, order_count, paid_order_count, delivered_order_count)
     select $1, ${idOf('n')}, $2::timestamptz - n * (interval '730 days' / ${customers}), 3, 3, 3 from generate_series(1, ${customers}) n`,
    values,
  );
  await owner.query(
    `insert into person (tenant_id, customer_id, person_id, external_id, name, updated_at)
     select $1, ${idOf('n')}, ${idOf('n')}, 'c-' || n, 'Customer ' || n, $2 from generate_series(1, ${customers}) n`,
    values,
  );
  await owner.query(
    `insert into shop_order (tenant_id, order_id, customer_id, origin, currency, total_minor, delivery_minor, tax_minor, placed_at, first_payment_at, paid_at, number)
     select $1, 'o-' || n, ${idOf(`1 + n % ${customers}`)}, 'live', 'RUB', 100000 + n % 900000, 0, 0, at, at, at, 1
     from generate_series(1, ${past.orders}) n, lateral (select $2::timestamptz - n * (interval '730 days' / ${past.orders}) as at) t`,
    values,
  );
  await fillFriends(owner, values, friends);
  await fillQueues(owner, values);
  await fillValue(owner, values, customers);
  await owner.query(
    `insert into click (tenant_id, click_id, code_id, kind, clicked_at)
     select $1, ${idOf('n')}, ${idOf('n % 100000')}, (array['human','human','human','human','human','human','human','bot','repeat','preview'])[1 + n % 10],
       $2::timestamptz - n * (interval '400 days' / ${past.clicks}) from generate_series(1, ${past.clicks}) n`,
    values,
  );
  await fillRollups(owner, past.tenantId);
}

async function fillFriends(owner: pg.Client, values: readonly unknown[], friends: number): Promise<void> {
  await owner.query(
    `insert into referral (tenant_id, referral_id, program_id, friend_id, referrer_id, status, by, started_at, order_id, order_paid_at, order_currency, order_minor)
     select $1, ${idOf('n')}, ${PROGRAM}, ${idOf('n')}, ${idOf('n + 1')},
       (array['qualified','qualified','qualified','qualified','ordered','ordered','started','joined','refused','expired'])[1 + n % 10],
       (array['click','click','code','code','lead','answer'])[1 + n % 6], o.paid_at, case when n % 10 < 6 then o.order_id end,
       case when n % 10 < 6 then o.paid_at end, case when n % 10 < 6 then o.currency end, case when n % 10 < 6 then o.total_minor end
     from generate_series(1, ${friends}) n join shop_order o on o.tenant_id = $1 and o.order_id = 'o-' || n * 5 where $2::timestamptz is not null`,
    [...values],
  );
  const benefit = '{"kind":"credit","unit":"RUB","amount":{"$n":"30000"},"originalAmount":{"$n":"30000"}}';
  await owner.query(
    `insert into reward (tenant_id, reward_id, sequence, program_id, version_id, rule_id, natural_key, beneficiary, leg, customer_id, friend_id, referrer_id,
       order_id, occurred_at, kind, unit, amount, original_amount, terms, cost_amount, status, held_until, hold_reasons)
     select $1, ${idOf('n * 2 + k')}, 1, ${PROGRAM}, ${VERSION}, 'friend', 'o-' || n * 5, (array['referrer','friend'])[1 + k], '0', ${idOf('n + 1 - k')},
       ${idOf('n')}, ${idOf('n + 1')}, 'o-' || n * 5, o.paid_at, 'credit', 'RUB', 30000, 30000, $3, 30000,
       case when n <= ${friends} / 20 then 'held' else 'issued' end, case when n <= ${friends} / 20 then o.paid_at + interval '14 days' end,
       case when n <= 2000 then array['review'] when n <= ${friends} / 20 then array['return-window'] else '{}' end
     from generate_series(1, ${friends}) n join shop_order o on o.tenant_id = $1 and o.order_id = 'o-' || n * 5, generate_series(0, 1) k
     where $2::timestamptz is not null`,
    [...values, `{"benefit":${benefit},"hold":null,"expiresAfterDays":365}`],
  );
}

/** What waits for staff: more than a page of each. */
async function fillQueues(owner: pg.Client, values: readonly unknown[]): Promise<void> {
  const gift = '{"benefit":{"kind":"gift","sku":"MUG","costMinor":{"$n":"20000"}},"hold":null,"expiresAfterDays":null}';
  await owner.query(
    `insert into reward (tenant_id, reward_id, sequence, program_id, version_id, rule_id, natural_key, beneficiary, leg, customer_id, occurred_at, kind, terms, cost_amount, status)
     select $1, ${idOf('4000000000 + n')}, 1, ${PROGRAM}, ${VERSION}, 'gift', 'g-' || n, 'buyer', '0', ${idOf('n')}, $2, 'gift', $3, 20000, 'issued'
     from generate_series(1::bigint, 1500) n`,
    [...values, gift],
  );
  await owner.query(
    `insert into friend_claim (tenant_id, claim_id, customer_id, friend, status, created_at)
     select $1, ${idOf('n')}, ${idOf('n')}, 'Friend ' || n, 'open', $2::timestamptz - n * interval '1 hour' from generate_series(1, 1500) n`,
    [...values],
  );
  await owner.query(
    `insert into payout (tenant_id, payout_id, program_id, customer_id, unit, amount, status, author, proposed_at, allocations)
     select $1, ${idOf('n')}, ${PROGRAM}, ${idOf('n')}, 'RUB', 100000, case when n % 2 = 0 then 'proposed' else 'approved' end, 'bench', $2, '[]'
     from generate_series(1, 3000) n`,
    [...values],
  );
}

/** Two lots of each customer, the one ending on some day of the year ahead, the other never. */
async function fillValue(owner: pg.Client, values: readonly unknown[], customers: number): Promise<void> {
  await owner.query(
    `insert into balance (tenant_id, customer_id, unit, available, held, reserved, debt)
     select $1, ${idOf('n')}, 'RUB', 20000, 10000, 0, 0 from generate_series(1, ${customers}) n where $2::timestamptz is not null`,
    [...values],
  );
  await owner.query(
    `insert into lot (tenant_id, lot_id, customer_id, unit, granted, remaining, reserved, expired, created_at, expires_at)
     select $1, ${idOf('n * 2 + k')}, ${idOf('n')}, 'RUB', 10000, 10000, 0, 0, $2,
       case when k = 0 then date_trunc('day', $2::timestamptz) + (1 + n % 365) * interval '1 day' end
     from generate_series(1, ${customers}) n, generate_series(0, 1) k`,
    [...values],
  );
}

async function fillRollups(owner: pg.Client, tenantId: string): Promise<void> {
  for (const { table, columns, sql } of ROLLUP_RECOUNTS) {
    const list = columns.join(', ');
    await owner.query(`insert into ${table} (tenant_id, ${list}) select $1, ${list} from (${sql}) recount`, [tenantId]);
  }
  await owner.query(
    `insert into click_rollup (tenant_id, quarter, kind, channel, writer, clicks) select $1, quarter, kind, channel, 0, clicks from (${CLICK_RECOUNT}) recount`,
    [tenantId],
  );
}
