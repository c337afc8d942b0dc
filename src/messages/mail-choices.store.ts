/** What a customer does not want to be written about. For the cabinet, the staff's page of a customer, and the link in each mail. */
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import { MEMBER_MAIL_KINDS, type MemberMailKind } from '../domain/messages/mail.ts';

export interface MailChoices {
  /** "Do not write to me": nothing but codes they ask for. */
  readonly declinedAll: boolean;
  readonly declined: readonly MemberMailKind[];
}

export async function readMailChoices(db: Db, tenantId: TenantId, customerId: CustomerId): Promise<MailChoices> {
  // What one of them declined is declined.
  const rows = await db
    .selectFrom('mail_choice')
    .select('kind')
    .where('tenant_id', '=', tenantId)
    .where('customer_id', 'in', await listOwnIds(db, tenantId, customerId))
    .execute();
  const kinds = new Set(rows.map((row) => row.kind));
  return { declinedAll: kinds.has('all'), declined: MEMBER_MAIL_KINDS.filter((kind) => kinds.has(kind)) };
}

export interface MailChoice {
  readonly tenantId: TenantId;
  readonly customerId: CustomerId;
  /** One kind, or everything there is. */
  readonly kind: MemberMailKind | 'all';
  readonly isDeclined: boolean;
  readonly now: Date;
}

/** Counts at once: what waits already is looked at again before it is sent. */
export async function setMailChoice(db: Db, { tenantId, customerId, kind, isDeclined, now }: MailChoice): Promise<void> {
  if (isDeclined) {
    await db
      .insertInto('mail_choice')
      .values({ tenant_id: tenantId, customer_id: customerId, kind, declined_at: now })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id', 'kind']).doNothing())
      .execute();
    return;
  }
  await db
    .deleteFrom('mail_choice')
    .where('tenant_id', '=', tenantId)
    .where('customer_id', 'in', await listOwnIds(db, tenantId, customerId))
    .where('kind', '=', kind)
    .execute();
}
