import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId, type UploadId } from '../domain/ids.ts';
import type { UploadRef } from './uploads.store.ts';

/** What is older than that and not under way; their files are to be removed with them. */
export async function deleteOldUploads(db: Db, before: Date): Promise<readonly UploadRef[]> {
  const rows = await db
    .deleteFrom('upload')
    .where('created_at', '<', before)
    .where('status', 'not in', ['queued', 'running'])
    .returning(['tenant_id', 'upload_id'])
    .execute();
  return rows.map(refFromRow);
}

/** What stopped arriving before that: nobody sends the rest. */
export async function cancelAbandoned(db: Db, before: Date, now: Date): Promise<readonly UploadRef[]> {
  const rows = await db
    .updateTable('upload')
    .set({ status: 'cancelled', finished_at: now })
    .where('status', '=', 'receiving')
    .where('created_at', '<', before)
    .returning(['tenant_id', 'upload_id'])
    .execute();
  return rows.map(refFromRow);
}

/** What failed before that and was not started again. */
export async function listFailedUploads(db: Db, before: Date): Promise<readonly UploadRef[]> {
  const rows = await db
    .selectFrom('upload')
    .select(['tenant_id', 'upload_id'])
    .where('status', '=', 'failed')
    .where('finished_at', '<', before)
    .where('disk_bytes', '>', 0n)
    .execute();
  return rows.map(refFromRow);
}

function refFromRow(row: { readonly tenant_id: string; readonly upload_id: string }): UploadRef {
  return { tenantId: idFromUuid<TenantId>(row.tenant_id), id: idFromUuid<UploadId>(row.upload_id) };
}
