import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { PageLanguage } from './page-language.ts';

/** How a member lets themselves be named on the page of their link: not at all, first name and initial, or in full. */
export type ShownAs = 'none' | 'initial' | 'full';

export interface Introduction {
  readonly shownAs: ShownAs;
  /** The member's own; null = none. */
  readonly words: string | null;
  readonly locale: PageLanguage;
  /** What was agreed to, and when; null while nothing is shown. */
  readonly consent: { readonly version: string; readonly hash: string; readonly givenAt: Date } | null;
}

/** How they let themselves be named, said as who they are now; else what they said last before they were merged. */
export async function findIntroduction(db: Db, caller: Pick<Caller, 'tenantId'>, customerId: CustomerId): Promise<Introduction | null> {
  const row = await db
    .selectFrom('introduction')
    .select(['shown_as', 'words', 'locale', 'text_version', 'text_hash', 'given_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', 'in', await listOwnIds(db, caller.tenantId, customerId))
    .orderBy((eb) => eb('customer_id', '=', customerId), 'desc')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { text_version: version, text_hash: hash, given_at: givenAt } = row;
  const consent = version === null || hash === null || givenAt === null ? null : { version, hash, givenAt };
  return { shownAs: row.shown_as, words: row.words, locale: row.locale, consent };
}

/** Keeps it unless the customer has been erased meanwhile; false when they have. */
export async function keepIntroduction(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  { customerId, introduction, now }: { readonly customerId: CustomerId; readonly introduction: Introduction; readonly now: Date },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // Erasing updates this row: whoever comes second sees what the first did.
    const customer = await tx
      .selectFrom('customer')
      .select('erased_at')
      .where('tenant_id', '=', caller.tenantId)
      .where('customer_id', '=', customerId)
      .forUpdate()
      .executeTakeFirst();
    if (customer === undefined || customer.erased_at !== null) return false;
    const { consent } = introduction;
    const columns = {
      shown_as: introduction.shownAs,
      words: introduction.words,
      locale: introduction.locale,
      text_version: consent?.version ?? null,
      text_hash: consent?.hash ?? null,
      given_at: consent?.givenAt ?? null,
      updated_at: now,
    };
    await tx
      .insertInto('introduction')
      .values({ tenant_id: caller.tenantId, customer_id: customerId, ...columns })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(columns))
      .execute();
    return true;
  });
}

/** As an export of a customer's data holds it. */
export function introductionToWire({ shownAs, words, consent }: Introduction) {
  return {
    shownAs,
    words,
    agreedAt: consent?.givenAt.toISOString() ?? null,
    textVersion: consent?.version ?? null,
    textHash: consent?.hash ?? null,
  };
}
