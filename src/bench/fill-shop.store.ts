import type pg from 'pg';

/**
 * Fills a tenant by SQL with what a large shop has after years: per customer a person, an identity by external id, a code, a
 * balance with two lots, and ten transfers. Only for reading benchmarks: there is no log behind it.
 */
export async function fillShop(
  owner: pg.Client,
  tenantId: string,
  customers: number,
  identityOf: (externalId: string) => Buffer,
): Promise<void> {
  const step = 20_000;
  await owner.query('set synchronous_commit = off');
  await owner.query(
    `insert into event (tenant_id, sequence, source, event_id, type, occurred_at, stored_at, body_hash, body, decision, answer, chain_hash)
     values ($1, 1, 'bench', 'fill', 'fill', '2026-01-01', '2026-01-01', '', '{}', '{}', '{}', '')`,
    [tenantId],
  );
  for (let from = 1; from <= customers; from += step) {
    const until = Math.min(from + step - 1, customers);
    const hashes = Array.from({ length: until - from + 1 }, (_, index) => identityOf(`c-${from + index}`));
    await fillStep(owner, tenantId, { from, until, hashes });
  }
  await owner.query('analyze');
}

async function fillStep(
  owner: pg.Client,
  tenantId: string,
  part: { from: number; until: number; hashes: readonly Buffer[] },
): Promise<void> {
  const { from, until, hashes } = part;
  const id = `(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;
  await owner.query(
    `insert into customer (tenant_id, customer_id, created_at, order_count, paid_order_count, delivered_order_count)
     select $1, ${id}, '2026-01-01', 3, 3, 3 from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into person (tenant_id, customer_id, person_id, external_id, email, updated_at)
     select $1, ${id}, ${id}, 'c-' || n, 'c' || n || '@example.com', '2026-01-01' from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into identity (tenant_id, kind, hash, customer_id, created_at)
     select $1, 'externalId', hash, ${id}, '2026-01-01' from unnest($2::bytea[]) with ordinality as h(hash, i), lateral (select ($3::integer + i - 1)::integer as n) k`,
    [tenantId, hashes, from],
  );
  await owner.query(
    `insert into code (tenant_id, code_id, customer_id, text, folded, kind, status, created_at)
     select $1, ${id}, ${id}, 'C' || n, 'C' || n, 'personal', 'active', '2026-01-01' from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into balance (tenant_id, customer_id, unit, available, held, reserved, debt)
     select $1, ${id}, 'RUB', 20000, 10000, 0, 0 from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into lot (tenant_id, lot_id, customer_id, unit, granted, remaining, reserved, expired, created_at, expires_at)
     select $1, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-00000000000' || k)::uuid, ${id}, 'RUB', 10000, 10000, 0, 0, '2026-01-01', '2030-01-01'
     from generate_series($2::integer, $3::integer) n, generate_series(1, 2) k`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into transfer (tenant_id, sequence, ordinal, debit_kind, credit_kind, credit_customer_id, unit, amount, reason)
     select $1, 1, n * 10 + k, 'issued', 'available', ${id}, 'RUB', 1000, 'reward-issued' from generate_series($2::integer, $3::integer) n, generate_series(0, 9) k`,
    [tenantId, from, until],
  );
}
