/** The room of a business in the uploads directory: taken before bytes are written, given back when they go. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { diskBytesOf, type UploadPlace } from './upload-files.ts';
import type { UploadRef } from './uploads.store.ts';

/** What `UPLOADS_MB_MAX` is when nobody has set it. */
export const ROOM_BYTES_MAX = 1_073_741_824;

export interface UploadRoom {
  readonly usedBytes: bigint;
  readonly maxBytes: bigint;
}

export async function findRoom(db: Db, tenantId: TenantId, bytesMax: number): Promise<UploadRoom> {
  const row = await db
    .selectFrom('upload')
    .select(sql<bigint>`coalesce(sum(disk_bytes), 0)::bigint`.as('used'))
    .where('tenant_id', '=', tenantId)
    .where('disk_bytes', '>', 0n)
    .executeTakeFirstOrThrow();
  return { usedBytes: row.used, maxBytes: BigInt(bytesMax) };
}

const STEP_BYTES = 4_194_304;

/** Asks for more room as a file grows, some megabytes at a time: whether so many bytes may lie there in all. */
export function growingRoom(db: Db, ref: UploadRef, bytesMax: number): (bytes: number) => Promise<boolean> {
  let taken = 0;
  return async (bytes) => {
    if (bytes <= taken) return true;
    for (const wanted of [bytes + STEP_BYTES, bytes])
      if (await takeRoom(db, ref, { bytes: BigInt(wanted), bytesMax: BigInt(bytesMax) })) {
        taken = wanted;
        return true;
      }
    return false;
  };
}

/** One of a business at a time: two files that grow at once never pass the limit together. */
async function takeRoom(
  db: Db,
  { tenantId, id }: UploadRef,
  room: { readonly bytes: bigint; readonly bytesMax: bigint },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${tenantId}`}, 0))`.execute(tx);
    const { others } = await tx
      .selectFrom('upload')
      .select(sql<bigint>`coalesce(sum(disk_bytes), 0)::bigint`.as('others'))
      .where('tenant_id', '=', tenantId)
      .where('upload_id', '!=', id)
      .where('disk_bytes', '>', 0n)
      .executeTakeFirstOrThrow();
    if (others + room.bytes > room.bytesMax) return false;
    await setDiskBytes(tx, { tenantId, id }, room.bytes);
    return true;
  });
}

/** After bytes have come or gone: what lies there now is what counts. */
export async function measureRoom(db: Db, place: UploadPlace): Promise<void> {
  await setDiskBytes(db, place, BigInt(await diskBytesOf(place)));
}

async function setDiskBytes(db: Db, { tenantId, id }: UploadRef, bytes: bigint): Promise<void> {
  await db.updateTable('upload').set({ disk_bytes: bytes }).where('tenant_id', '=', tenantId).where('upload_id', '=', id).execute();
}
