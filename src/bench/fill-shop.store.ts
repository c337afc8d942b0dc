import type pg from 'pg';
import type { ProgramId, TenantId } from '../domain/ids.ts';

export interface ShopToFill {
  readonly tenantId: TenantId;
  /** Published, as the first and so far only event of the tenant. */
  readonly programId: ProgramId;
  readonly customers: number;
  readonly identityOf: (externalId: string) => Buffer;
}

/**
 * Fills a tenant by SQL with what a large shop has after years: per customer a person with name, e-mail and phone, an identity by
 * external id, a membership, a code, a balance with two lots, and ten transfers. Only for reading benchmarks: there is no log behind it.
 */
export async function fillShop(owner: pg.Client, { tenantId, programId, customers, identityOf }: ShopToFill): Promise<void> {
  const step = 20_000;
  for (let from = 1; from <= customers; from += step) {
    const until = Math.min(from + step - 1, customers);
    const hashes = Array.from({ length: until - from + 1 }, (_, index) => identityOf(`c-${from + index}`));
    await fillStep(owner, { tenantId, programId, from, until, hashes });
  }
}

/** Made-up names of up to three words: 8,000 last names, 40 first names, 20 of the father. */
const SYLLABLES = [
  'ан',
  'бел',
  'вер',
  'гор',
  'дан',
  'ели',
  'жу',
  'зим',
  'ива',
  'кар',
  'лем',
  'мар',
  'ник',
  'оль',
  'пет',
  'род',
  'сав',
  'тим',
  'уль',
  'фро',
] as const;

/** The name of the n-th customer, in which one folded is the same. */
export function nameOf(n: number): string {
  const of = (place: number): string => SYLLABLES[Math.floor(n / 20 ** place) % 20] ?? '';
  return `${of(2)}${of(1)}${of(0)}ова ${of(3)}${n % 2 === 0 ? 'а' : 'ия'} ${of(4)}овна`;
}

async function fillStep(
  owner: pg.Client,
  part: Pick<ShopToFill, 'tenantId' | 'programId'> & { readonly from: number; readonly until: number; readonly hashes: readonly Buffer[] },
): Promise<void> {
  const { tenantId, programId, from, until, hashes } = part;
  const id = `(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;
  await owner.query(
    `insert into customer (tenant_id, customer_id, created_at, order_count, paid_order_count, delivered_order_count)
     select $1, ${id}, '2026-01-01', 3, 3, 3 from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until],
  );
  await owner.query(
    `insert into person (tenant_id, customer_id, person_id, external_id, email, phone, name, folded_name, updated_at)
     select $1, ${id}, ${id}, 'c-' || n, 'c' || n || '@example.com', '+79' || lpad((n * 7919 % 1000000000)::text, 9, '0'), name, name, '2026-01-01'
     from unnest($3::text[]) with ordinality as h(name, i), lateral (select $2::bigint + i - 1 as n) k`,
    [tenantId, from, Array.from({ length: until - from + 1 }, (_, index) => nameOf(from + index))],
  );
  await owner.query(
    `insert into identity (tenant_id, kind, hash, customer_id, created_at)
     select $1, 'externalId', hash, ${id}, '2026-01-01' from unnest($2::bytea[]) with ordinality as h(hash, i), lateral (select ($3::integer + i - 1)::integer as n) k`,
    [tenantId, hashes, from],
  );
  await owner.query(
    `insert into membership (tenant_id, membership_id, program_id, customer_id, status, joined_at)
     select $1, ${id}, $4, ${id}, 'active', '2026-01-01' from generate_series($2::integer, $3::integer) n`,
    [tenantId, from, until, programId],
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
