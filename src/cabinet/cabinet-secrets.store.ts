/** The secrets a shop signs its tokens with, and the tokens that were used. */
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { hashSecret } from './member-token.ts';

export interface CabinetSecret {
  readonly id: string;
  readonly secret: string;
  readonly createdAt: Date;
}

/** Newest first. */
export async function listCabinetSecrets(db: Db, tenantId: TenantId): Promise<readonly CabinetSecret[]> {
  const rows = await db
    .selectFrom('cabinet_secret')
    .select(['secret_id', 'secret', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('secret_id')
    .limit(MAX_SECRETS)
    .execute();
  return rows.map((row) => ({ id: row.secret_id, secret: row.secret, createdAt: row.created_at }));
}

/** One in use and one to change to. */
const MAX_SECRETS = 2;

/**
 * Keeps a new secret beside the one before it; what is older ends. The tenant's row first: of two that come at once each would leave the
 * same one standing, unseen behind the two newest, and in force again when one of those is deleted.
 */
export async function insertCabinetSecret(db: Db, tenantId: TenantId, made: CabinetSecret): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('tenant').select('tenant_id').where('tenant_id', '=', tenantId).forNoKeyUpdate().execute();
    const known = await listCabinetSecrets(tx, tenantId);
    const [, ...older] = known;
    if (older.length > 0) {
      await tx
        .deleteFrom('cabinet_secret')
        .where('tenant_id', '=', tenantId)
        .where(
          'secret_id',
          'in',
          older.map(({ id }) => id),
        )
        .execute();
    }
    await tx
      .insertInto('cabinet_secret')
      .values({ tenant_id: tenantId, secret_id: made.id, secret: made.secret, created_at: made.createdAt })
      .execute();
  });
}

/** Ends what was opened by shops' tokens too: who deletes a secret fears that somebody else has it. */
export async function deleteCabinetSecret(db: Db, tenantId: TenantId, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const result = await tx.deleteFrom('cabinet_secret').where('tenant_id', '=', tenantId).where('secret_id', '=', id).executeTakeFirst();
    if (result.numDeletedRows === 0n) return false;
    await tx.deleteFrom('member_session').where('tenant_id', '=', tenantId).where('method', '=', 'token').execute();
    return true;
  });
}

/** Takes a token's `jti` once; false when it was taken before. What has expired cannot come again and is forgotten. */
export async function takeTokenId(
  db: Db,
  tenantId: TenantId,
  token: { readonly jti: string; readonly expiresAt: Date; readonly now: Date },
): Promise<boolean> {
  await db.deleteFrom('cabinet_token_use').where('tenant_id', '=', tenantId).where('ends_at', '<', token.now).execute();
  const row = await db
    .insertInto('cabinet_token_use')
    .values({ tenant_id: tenantId, jti_hash: hashSecret(token.jti), ends_at: token.expiresAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'jti_hash']).doNothing())
    .returning('ends_at')
    .executeTakeFirst();
  return row !== undefined;
}
