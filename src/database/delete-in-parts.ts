/** As many rows as one statement takes away within the time a statement may take, beside whatever else the disk has to do. */
export const DELETED_AT_ONCE_MAX = 5_000;

/**
 * Deletes until less than a part was left; returns how many went. All at once, what had piled up in days without a server would go beyond the
 * time a statement may take, hour after hour, and never end.
 */
export async function deleteInParts(deletePart: (limit: number) => Promise<number>): Promise<number> {
  let count = 0;
  for (;;) {
    const deleted = await deletePart(DELETED_AT_ONCE_MAX);
    count += deleted;
    if (deleted < DELETED_AT_ONCE_MAX) return count;
  }
}
