/** One-time codes, one for each address: kept for addresses nobody has as well, so that nothing tells them apart. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type TenantId } from '../domain/ids.ts';

export interface NewSignInCode {
  readonly tenantId: TenantId;
  readonly addressHash: Buffer;
  readonly codeId: string;
  readonly codeHash: Buffer;
  readonly customerId: CustomerId | null;
  readonly expiresAt: Date;
}

const DAY_MS = 86_400_000;

/** The newest code of an address is the only one. False, with nothing changed, when the address has had its codes of this day (of UTC). */
export async function saveSignInCode(
  db: Db,
  code: NewSignInCode,
  { now, maxADay }: { readonly now: Date; readonly maxADay: number },
): Promise<boolean> {
  // A row outlives its code by a day: it counts.
  const over = new Date(now.getTime() - DAY_MS);
  await db.deleteFrom('sign_in_code').where('tenant_id', '=', code.tenantId).where('expires_at', '<=', over).execute();
  const today = now.toISOString().slice(0, 10);
  const columns = {
    code_id: code.codeId,
    customer_id: code.customerId,
    code_hash: code.codeHash,
    tries: 0,
    expires_at: code.expiresAt,
    asked_on: today,
  };
  const saved = await db
    .insertInto('sign_in_code')
    .values({ tenant_id: code.tenantId, address_hash: code.addressHash, ...columns, asked: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'address_hash'])
        .doUpdateSet({
          ...columns,
          asked: sql<number>`case when sign_in_code.asked_on = excluded.asked_on then sign_in_code.asked + 1 else 1 end`,
        })
        .where((eb) => eb.or([eb('sign_in_code.asked_on', '<>', today), eb('sign_in_code.asked', '<', maxADay)])),
    )
    .returning('code_id')
    .executeTakeFirst();
  return saved !== undefined;
}

export interface TriedCode {
  readonly codeId: string;
  readonly codeHash: Buffer;
  readonly customerId: CustomerId | null;
}

/** Counts a try and gives the code it was made at; null when there is none, it is over, or its tries are used up. */
export async function takeCodeTry(
  db: Db,
  of: { readonly tenantId: TenantId; readonly addressHash: Buffer; readonly maxTries: number; readonly now: Date },
): Promise<TriedCode | null> {
  const row = await db
    .updateTable('sign_in_code')
    .set({ tries: sql<number>`tries + 1` })
    .where('tenant_id', '=', of.tenantId)
    .where('address_hash', '=', of.addressHash)
    .where('expires_at', '>', of.now)
    .where('tries', '<', of.maxTries)
    .returning(['code_id', 'code_hash', 'customer_id'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    codeId: row.code_id,
    codeHash: row.code_hash,
    customerId: row.customer_id === null ? null : idFromUuid<CustomerId>(row.customer_id),
  };
}

/** Uses a code up; false when somebody was faster. */
export async function useSignInCode(db: Db, tenantId: TenantId, { codeId, now }: { readonly codeId: string; readonly now: Date }) {
  const result = await db
    .updateTable('sign_in_code')
    .set({ expires_at: now })
    .where('tenant_id', '=', tenantId)
    .where('code_id', '=', codeId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
