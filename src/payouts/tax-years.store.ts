/** What people got in gifts and cash in a year, from the counters of the road. */
import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid } from '../domain/ids.ts';
import { findTaxThreshold, taxState } from '../domain/payout/tax-thresholds.ts';
import type { TaxYear } from '../domain/payout/tax-year.ts';

export interface PersonTaxYear extends TaxYear {
  readonly customerId: CustomerId;
}

/** Years by person: all customers of one person count together, and each of them shows the whole. */
export async function findTaxYears(
  db: Db,
  caller: Caller,
  of: { readonly customerIds: readonly CustomerId[] | null; readonly year: string | null },
): Promise<readonly PersonTaxYear[]> {
  const { rows } = await sql<{ customer_id: string; period: string; used: bigint }>`
    with mine as (
      select c.customer_id, coalesce(p.person_id, c.customer_id) as person_id, c.period, c.used
      from counter c left join person p on p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
      where c.tenant_id = ${caller.tenantId} and c.scope = 'taxable' and c.used > 0
        and (${of.year}::text is null or c.period like ${of.year === null ? '%' : `${of.year}:%`}::text)
    ), summed as (select person_id, period, sum(used)::bigint as used from mine group by 1, 2)
    select distinct m.customer_id, s.period, s.used from mine m join summed s using (person_id, period)
    where ${of.customerIds === null}::boolean or m.customer_id = any(${of.customerIds ?? []}::uuid[])
    order by s.period, m.customer_id`.execute(db);
  return rows.flatMap((row): PersonTaxYear[] => {
    const [year = '', currency = ''] = row.period.split(':');
    const threshold = findTaxThreshold(currency, new Date(`${year}-12-31T00:00:00Z`));
    if (threshold === null) return [];
    const customerId = idFromUuid<CustomerId>(row.customer_id);
    const limitMinor = threshold.amountMinor;
    return [{ customerId, year, currency, usedMinor: row.used, limitMinor, state: taxState(row.used, threshold) }];
  });
}
