import type pg from 'pg';

/** People of the business who may sign in, all with one password. */
export async function fillStaff(
  owner: pg.Client,
  { tenantId, accounts, passwordHash }: { readonly tenantId: string; readonly accounts: number; readonly passwordHash: string },
): Promise<void> {
  await owner.query(
    `insert into staff (tenant_id, staff_id, email, name, role, locale, password_hash, created_at)
     select $1, gen_random_uuid(), 'staff-' || n || '@bench.example', 'Staff ' || n, 'support', 'ru', $3, '2026-01-01'
     from generate_series(0, $2::integer - 1) n`,
    [tenantId, accounts, passwordHash],
  );
}
