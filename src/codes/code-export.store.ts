import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId } from '../domain/ids.ts';

/** A customer's current code, and how their shop knows them. */
export interface ExportedCode {
  readonly customerId: CustomerId;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly code: string;
}

export interface CodeExport {
  readonly tenantId: TenantId;
  /** Active members of this programme only; null = everybody with a code. */
  readonly programId: ProgramId | null;
}

/** Up to `limit` customers behind `after`, by id: each with the newest active code of their own, campaigns left out. */
export async function listExportedCodes(
  db: Db,
  { tenantId, programId }: CodeExport,
  page: { readonly after: CustomerId | null; readonly limit: number },
): Promise<readonly ExportedCode[]> {
  const { rows } = await sql<{
    readonly customer_id: string;
    readonly external_id: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly code: string;
  }>`
    select customer.customer_id, person.external_id, person.email, person.phone, newest.text as code
    from customer
    cross join lateral (
      select code.text
      from code
      where code.tenant_id = ${tenantId} and code.customer_id = customer.customer_id and code.status = 'active' and code.kind <> 'campaign'
      order by code.created_at desc, code.code_id desc
      limit 1
    ) newest
    left join person on person.tenant_id = ${tenantId} and person.customer_id = customer.customer_id
    where customer.tenant_id = ${tenantId}
      and customer.erased_at is null
      and customer.merged_into is null
      and (${page.after}::uuid is null or customer.customer_id > ${page.after}::uuid)
      and (${programId}::uuid is null or exists (
        select from membership
        where membership.tenant_id = ${tenantId} and membership.program_id = ${programId}::uuid
          and membership.customer_id = customer.customer_id and membership.status = 'active'
      ))
    order by customer.customer_id
    limit ${page.limit}`.execute(db);
  return rows.map((row) => ({
    customerId: idFromUuid<CustomerId>(row.customer_id),
    externalId: row.external_id,
    email: row.email,
    phone: row.phone,
    code: row.code,
  }));
}
