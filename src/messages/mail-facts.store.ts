/** What is true of a customer and a bonus at the moment a message about them is sent. */
import { sql } from 'kysely';
import type { MembershipTable } from '../database/member-tables.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, idFromUuid, type RewardId, type TenantId } from '../domain/ids.ts';

export interface MailTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
  readonly landingUrl: string | null;
  readonly hashKey: Buffer;
}

export async function findMailTenant(db: Db, tenantId: TenantId): Promise<MailTenant | null> {
  const row = await db
    .selectFrom('tenant')
    .select(['name', 'locale', 'time_zone', 'landing_url', 'hash_key'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const locale = row.locale === 'en' ? 'en' : 'ru';
  return { tenantId, name: row.name, locale, timeZone: row.time_zone, landingUrl: row.landing_url, hashKey: row.hash_key };
}

export interface Addressee {
  /** Of merged ones the survivor. */
  readonly customerId: CustomerId;
  readonly email: string | null;
  readonly name: string | null;
  /** The language they last accepted terms in. */
  readonly locale: 'ru' | 'en' | null;
  readonly isErased: boolean;
  readonly hasOpenComplaint: boolean;
  /** They gave consent to personal data once and have taken it back. */
  readonly hasWithdrawnConsent: boolean;
  /** In the programme the message is about; null: none, or it is about none. */
  readonly membership: MembershipTable['status'] | null;
  /** What makes a service message one of a contract, or allowed: they bought, signed up, joined, accepted terms, or gave consent. */
  readonly hasBasis: boolean;
  readonly tierId: string | null;
  /** Of this kind, or of all; they or anybody merged into them. */
  readonly hasDeclined: boolean;
  /** They want no invitations (0-09): they are left in peace altogether. */
  readonly isQuiet: boolean;
}

interface AddresseeRow {
  readonly customer_id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: 'ru' | 'en' | null;
  readonly is_erased: boolean;
  readonly has_complaint: boolean;
  readonly has_withdrawn: boolean;
  readonly membership: MembershipTable['status'] | null;
  readonly has_basis: boolean;
  readonly tier_id: string | null;
  readonly has_declined: boolean;
  readonly is_quiet: boolean;
}

/** Null when there is no such customer. `programId` null: no programme is concerned. */
export async function findAddressee(
  db: Db,
  of: { readonly tenantId: TenantId; readonly customerId: string; readonly programId: string | null; readonly kind: string },
): Promise<Addressee | null> {
  const { tenantId, customerId, programId, kind } = of;
  const { rows } = await sql<AddresseeRow>`
    with recursive chain as (
      select customer_id, merged_into, 0 as step from customer where tenant_id = ${tenantId} and customer_id = ${customerId}
      union all
      select c.customer_id, c.merged_into, chain.step + 1 from customer c join chain on c.customer_id = chain.merged_into
      where c.tenant_id = ${tenantId} and chain.step < 32
    ), own as (
      select customer_id from chain where merged_into is null
      union
      select c.customer_id from customer c join own on c.merged_into = own.customer_id where c.tenant_id = ${tenantId}
    )
    select c.customer_id, p.email, p.name, c.erased_at is not null as is_erased, cardinality(c.open_complaints) > 0 as has_complaint,
      exists (select from consent s join own on s.customer_id = own.customer_id where s.tenant_id = c.tenant_id
        and s.purpose = 'personal-data' and s.withdrawn_at is not null)
        and not exists (select from consent s join own on s.customer_id = own.customer_id where s.tenant_id = c.tenant_id
          and s.purpose = 'personal-data' and s.withdrawn_at is null) as has_withdrawn,
      (select m.status from membership m where m.tenant_id = c.tenant_id and m.customer_id = c.customer_id
        and m.program_id = ${programId}::uuid) as membership,
      c.signed_up_at is not null or c.order_count > 0
        or exists (select from membership m where m.tenant_id = c.tenant_id and m.customer_id = c.customer_id
          and m.status in ('active', 'paused') and (m.program_id = ${programId}::uuid or ${programId}::uuid is null))
        or exists (select from terms_acceptance a join own on a.customer_id = own.customer_id where a.tenant_id = c.tenant_id)
        or exists (select from consent s join own on s.customer_id = own.customer_id where s.tenant_id = c.tenant_id
          and s.purpose = 'personal-data' and s.is_confirmed and s.withdrawn_at is null) as has_basis,
      (select t.tier_id from standing t where t.tenant_id = c.tenant_id and t.customer_id = c.customer_id
        and t.program_id = ${programId}::uuid) as tier_id,
      (select a.locale from terms_acceptance a where a.tenant_id = c.tenant_id and a.customer_id = c.customer_id
        order by a.accepted_at desc limit 1) as locale,
      exists (select from mail_choice d join own on d.customer_id = own.customer_id where d.tenant_id = c.tenant_id
        and d.kind in (${kind}, 'all')) as has_declined,
      exists (select from member_wish w join own on w.customer_id = own.customer_id where w.tenant_id = c.tenant_id
        and w.no_invitations_since is not null) as is_quiet
    from chain join customer c on c.tenant_id = ${tenantId} and c.customer_id = chain.customer_id
      left join person p on p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
    where chain.merged_into is null`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    customerId: idFromUuid<CustomerId>(row.customer_id),
    email: row.email,
    name: row.name,
    locale: row.locale,
    isErased: row.is_erased,
    hasOpenComplaint: row.has_complaint,
    hasWithdrawnConsent: row.has_withdrawn,
    membership: row.membership,
    hasBasis: row.has_basis,
    tierId: row.tier_id,
    hasDeclined: row.has_declined,
    isQuiet: row.is_quiet,
  };
}

/** Whether the friend's referral still stands, and is still this referrer's. */
export async function standsReferral(
  db: Db,
  of: { readonly tenantId: TenantId; readonly programId: string; readonly friendId: string; readonly referrerId: CustomerId },
): Promise<boolean> {
  const row = await db
    .selectFrom('referral')
    .select('status')
    .where('tenant_id', '=', of.tenantId)
    .where('program_id', '=', of.programId)
    .where('friend_id', '=', of.friendId)
    .where('referrer_id', '=', of.referrerId)
    .executeTakeFirst();
  return row !== undefined && (row.status === 'joined' || row.status === 'ordered' || row.status === 'qualified');
}

/** When a reward's lot ends; null when it has none or never ends. */
export async function findLotExpiry(db: Db, tenantId: TenantId, rewardId: RewardId): Promise<Date | null> {
  const row = await db
    .selectFrom('reward')
    .innerJoin('lot', (join) => join.onRef('lot.tenant_id', '=', 'reward.tenant_id').onRef('lot.lot_id', '=', 'reward.lot_id'))
    .select('lot.expires_at')
    .where('reward.tenant_id', '=', tenantId)
    .where('reward.reward_id', '=', rewardId)
    .executeTakeFirst();
  return row?.expires_at ?? null;
}

/** What can still be spent of what a customer loses at that instant. */
export async function findExpiringAmount(
  db: Db,
  of: { readonly tenantId: TenantId; readonly customerId: CustomerId; readonly unit: string; readonly expiresAt: Date },
): Promise<bigint> {
  const row = await db
    .selectFrom('lot')
    .select(sql<bigint>`coalesce(sum(remaining), 0)::bigint`.as('amount'))
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .where('unit', '=', of.unit)
    .where('expires_at', '=', of.expiresAt)
    .executeTakeFirst();
  return row?.amount ?? 0n;
}
