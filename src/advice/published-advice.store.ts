import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import type { TenantId, VersionId } from '../domain/ids.ts';
import type { GivenAdvice } from '../domain/program/lint/answer-advice.ts';
import { decodeLog } from '../intake/log-codec.ts';

/** Under which source publications enter the log: the version is the act's id. */
export const PUBLICATION_SOURCE = 'act:publish';

export interface PublishedAdvice {
  readonly advice: readonly GivenAdvice[];
  /** Who answered: the actor of staff, else the name of the key. */
  readonly answeredBy: string | null;
}

/** The advice each version was published against, from the log; versions published without any are left out. */
export async function findPublishedAdvice(
  db: Db,
  tenantId: TenantId,
  versionIds: readonly VersionId[],
): Promise<ReadonlyMap<string, PublishedAdvice>> {
  if (versionIds.length === 0) return new Map();
  const { rows } = await sql<{ version: string; advice: string | null; answered_by: string | null }>`
    select event_id as version, (body::json -> 'body' -> 'advice')::text as advice, body::json -> 'body' ->> 'answeredBy' as answered_by
    from event
    where tenant_id = ${tenantId} and source = ${PUBLICATION_SOURCE} and event_id = any(${versionIds}::text[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.version,
      // Row boundary: publishing writes it, from exactly this type.
      { advice: row.advice === null ? [] : (decodeLog(row.advice) as readonly GivenAdvice[]), answeredBy: row.answered_by },
    ]),
  );
}
