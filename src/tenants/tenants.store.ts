import { sql } from 'kysely';
import { builtOnce } from '../database/built-once.ts';
import type { Db } from '../database/schema.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import type { OwnerFigures } from '../domain/program/lint/figures.ts';
import type { TypedMargin } from '../domain/program/tier-condition.ts';
import { decodeLog, encodeLog } from '../intake/log-codec.ts';

const CREATION_LOCK = 7_270_002;

export interface TenantRecord extends OwnerFigures {
  readonly id: TenantId;
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly landingUrl: string | null;
  readonly landingDomains: readonly string[];
  /** With `{code}` in it. */
  readonly couponUrl: string | null;
  readonly clickRetentionDays: number;
  /** How many of ten thousand referrals a person looks at. */
  readonly reviewShareBasisPoints: number;
  readonly identityRetentionDays: number;
  readonly createdAt: Date;
}

export type TenantChange = Partial<Omit<TenantRecord, 'id' | 'slug' | 'createdAt'>>;

export async function getTenant(db: Db, id: TenantId): Promise<TenantRecord> {
  const [row] = await tenantById(db, { id });
  if (row === undefined) throw new Error(`there is no tenant ${id}`);
  return {
    id,
    name: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    locale: row.locale,
    landingUrl: row.landing_url,
    landingDomains: row.landing_domains,
    couponUrl: row.coupon_url,
    clickRetentionDays: row.click_retention_days,
    reviewShareBasisPoints: row.review_share_basis_points,
    identityRetentionDays: row.identity_retention_days,
    ...ownerFigures(row),
    createdAt: row.created_at,
  };
}

const tenantById = builtOnce((db, of: { readonly id: TenantId }) =>
  db
    .selectFrom('tenant')
    .select([
      'name',
      'slug',
      'time_zone',
      'locale',
      'landing_url',
      'landing_domains',
      'coupon_url',
      'click_retention_days',
      'review_share_basis_points',
      'identity_retention_days',
      'margin',
      'handling_cost_minor',
      'handling_cost_currency',
      'created_at',
    ])
    .where('tenant_id', '=', of.id),
);

/** Sets what is given; nothing given changes nothing. */
export async function updateTenant(db: Db, id: TenantId, change: TenantChange): Promise<void> {
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(change.landingUrl === undefined ? {} : { landing_url: change.landingUrl }),
    ...(change.landingDomains === undefined ? {} : { landing_domains: change.landingDomains }),
    ...(change.couponUrl === undefined ? {} : { coupon_url: change.couponUrl }),
    ...(change.clickRetentionDays === undefined ? {} : { click_retention_days: change.clickRetentionDays }),
    ...(change.reviewShareBasisPoints === undefined ? {} : { review_share_basis_points: change.reviewShareBasisPoints }),
    ...(change.identityRetentionDays === undefined ? {} : { identity_retention_days: change.identityRetentionDays }),
    ...(change.margin === undefined ? {} : { margin: change.margin === null ? null : encodeLog(change.margin) }),
    ...(change.handlingCost === undefined
      ? {}
      : {
          handling_cost_minor: change.handlingCost?.amountMinor ?? null,
          handling_cost_currency: change.handlingCost?.currency ?? null,
        }),
  };
  if (Object.keys(columns).length === 0) return;
  await db.updateTable('tenant').set(columns).where('tenant_id', '=', id).execute();
}

/** What the owner typed about the business; nulls until then. */
export async function getOwnerFigures(db: Db, id: TenantId): Promise<OwnerFigures> {
  const row = await db
    .selectFrom('tenant')
    .select(['margin', 'handling_cost_minor', 'handling_cost_currency'])
    .where('tenant_id', '=', id)
    .executeTakeFirstOrThrow();
  return ownerFigures(row);
}

function ownerFigures(row: {
  readonly margin: string | null;
  readonly handling_cost_minor: bigint | null;
  readonly handling_cost_currency: string | null;
}): OwnerFigures {
  const { handling_cost_minor: amountMinor, handling_cost_currency: currency } = row;
  return {
    // Row boundary: `updateTenant` alone writes it, from exactly this type.
    margin: row.margin === null ? null : (decodeLog(row.margin) as TypedMargin),
    handlingCost: amountMinor === null || currency === null ? null : { amountMinor, currency },
  };
}

/** Whether the installation serves one business alone: then its links need not name it (contract.md 2). */
export async function isOnlyTenant(db: Db, id: TenantId): Promise<boolean> {
  const others = await otherTenants(db, { id });
  return others.length === 0;
}

const otherTenants = builtOnce((db, of: { readonly id: TenantId }) =>
  db.selectFrom('tenant').select('tenant_id').where('tenant_id', '!=', of.id).limit(1),
);

/** Any tenant of the installation, or null on a fresh one. */
export async function findAnyTenantId(db: Db): Promise<TenantId | null> {
  const row = await db.selectFrom('tenant').select('tenant_id').orderBy('created_at').limit(1).executeTakeFirst();
  return row === undefined ? null : idFromUuid<TenantId>(row.tenant_id);
}

/** The only tenant whose slug or key this is; null when there is none. */
export async function findTenantByRoute(
  db: Db,
  route: { readonly kind: 'slug' | 'key'; readonly value: string },
): Promise<TenantId | null> {
  const row = await db
    .selectFrom('tenant_route')
    .select('tenant_id')
    .where('kind', '=', route.kind)
    .where('value', '=', route.value)
    .executeTakeFirst();
  return row === undefined ? null : idFromUuid<TenantId>(row.tenant_id);
}

export async function getTenantKey(db: Db, id: TenantId): Promise<string> {
  const row = await db.selectFrom('tenant').select('tenant_key').where('tenant_id', '=', id).executeTakeFirstOrThrow();
  return row.tenant_key;
}

export interface NewTenant {
  readonly id: TenantId;
  readonly tenantKey: string;
  readonly slug: string;
  readonly name: string;
  readonly hashKey: Buffer;
  readonly createdAt: Date;
}

/** Stores a tenant with its routes. */
export async function insertTenant(db: Db, tenant: NewTenant): Promise<void> {
  await db
    .insertInto('tenant')
    .values({
      tenant_id: tenant.id,
      tenant_key: tenant.tenantKey,
      slug: tenant.slug,
      name: tenant.name,
      hash_key: tenant.hashKey,
      created_at: tenant.createdAt,
    })
    .execute();
  await db
    .insertInto('tenant_route')
    .values([
      { kind: 'key', value: tenant.tenantKey, tenant_id: tenant.id },
      { kind: 'slug', value: tenant.slug, tenant_id: tenant.id },
    ])
    .execute();
}

/** Until the end of the transaction nobody else makes a tenant. */
export async function lockTenantCreation(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CREATION_LOCK})`.execute(db);
}
