import type { Caller } from '../contract/caller.ts';
import { builtOnce } from '../database/built-once.ts';
import type { TermsAcceptanceTable } from '../database/member-tables.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, ProgramId, TenantId } from '../domain/ids.ts';
import { idFromUuid } from '../domain/ids.ts';

export interface AcceptanceRow {
  readonly programId: ProgramId;
  readonly scope: string;
  readonly versionNumber: number;
  readonly textHash: string;
  readonly locale: 'ru' | 'en';
  readonly method: string;
  readonly acceptedAt: Date;
}

/** What a customer has accepted, the newest version of each programme and scope first. */
export async function listAcceptances(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<readonly AcceptanceRow[]> {
  const rows = await acceptancesOf(db, { tenantId: caller.tenantId, customerId });
  return rows.map((row) => acceptanceFromRow(row, row.accepted_at));
}

type AcceptanceColumns = Pick<TermsAcceptanceTable, 'program_id' | 'scope' | 'version_number' | 'text_hash' | 'locale' | 'method'>;

/** `acceptedAt` beside the row, since inside JSON it is a text. */
export function acceptanceFromRow(row: AcceptanceColumns, acceptedAt: Date): AcceptanceRow {
  return {
    programId: idFromUuid<ProgramId>(row.program_id),
    scope: row.scope,
    versionNumber: row.version_number,
    textHash: row.text_hash,
    locale: row.locale,
    method: row.method,
    acceptedAt,
  };
}

const acceptancesOf = builtOnce((db, of: { readonly tenantId: TenantId; readonly customerId: CustomerId }) =>
  db
    .selectFrom('terms_acceptance')
    .select(['program_id', 'scope', 'version_number', 'text_hash', 'locale', 'method', 'accepted_at'])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .orderBy('program_id')
    .orderBy('scope')
    .orderBy('version_number', 'desc')
    .limit(1000),
);

/** Keeps the text behind a hash, so that what somebody accepted can be shown after the words of the program have changed. */
export async function keepTermsText(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  text: { readonly hash: string; readonly text: string },
): Promise<void> {
  await db
    .insertInto('terms_text')
    .values({ tenant_id: caller.tenantId, text_hash: text.hash, text: text.text })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'text_hash']).doNothing())
    .execute();
}

/** The text behind a hash somebody accepted; null when nobody did. */
export async function findTermsText(db: Db, caller: Pick<Caller, 'tenantId'>, hash: string): Promise<string | null> {
  const row = await db
    .selectFrom('terms_text')
    .select('text')
    .where('tenant_id', '=', caller.tenantId)
    .where('text_hash', '=', hash)
    .executeTakeFirst();
  return row?.text ?? null;
}
