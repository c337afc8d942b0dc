/**
 * All that GET of a customer shows, in one statement: the cabinet asks it with every opening, and a question to the database costs more
 * than its answer (ten of them took 40 ms at 16 readers where this takes a fifth of it).
 */
import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Caller } from '../contract/caller.ts';
import { builtOnce } from '../database/built-once.ts';
import type { Database, Db } from '../database/schema.ts';
import type { Code } from '../domain/facts/code.ts';
import type { Membership } from '../domain/facts/entities.ts';
import { type CodeId, idFromUuid, type MembershipId, type ProgramId, parseWireId, wireId } from '../domain/ids.ts';
import { identityHash } from '../identity/identity-hash.ts';
import { type AcceptanceRow, acceptanceFromRow } from '../terms/terms.store.ts';
import { type BalancesOf, balancesFromRow, balancesOf, type CustomerBalance, lotsOf, pastDueOf } from './balances.store.ts';
import { type CustomerRow, customerFromRow, findCustomerId, selectCustomers } from './customers.store.ts';

const MAX_ROWS = 200;

export interface CustomerCard {
  readonly customer: CustomerRow;
  /** Of `now`: what a lot past its time still holds is not available. */
  readonly balances: readonly CustomerBalance[];
  readonly memberships: readonly Membership[];
  /** The newest first. */
  readonly codes: readonly Code[];
  readonly referrals: { readonly all: number; readonly waiting: number; readonly qualified: number };
  /** Newest version first in each programme and scope. */
  readonly acceptances: readonly AcceptanceRow[];
  readonly isOnlyTenant: boolean;
  /** Of the tenant's programmes. */
  readonly programRevision: bigint;
}

/** Of referrals that may still count. */
const WAITING = ['started', 'joined', 'ordered'] as const;

type Builder = ExpressionBuilder<Database, 'customer' | 'person'>;

/**
 * The customer an address names, by `cus_…` or the shop's own id, of merged ones the survivor; null when the tenant has none.
 */
export async function findCustomerCard(db: Db, caller: Caller, ref: string, now: Date): Promise<CustomerCard | null> {
  const card = await readCard(db, caller, ref, now);
  if (card === null || card.mergedInto === null) return card;
  const survivor = await findCustomerId(db, caller, ref);
  return survivor === null ? null : readCard(db, caller, wireId('cus', survivor), now);
}

const cardById = builtOnce((db, asked: BalancesOf & { readonly customerId: string }) =>
  selectCard(db, asked).where('customer.customer_id', '=', asked.customerId),
);

const cardByExternalId = builtOnce((db, asked: BalancesOf & { readonly hash: Buffer }) =>
  selectCard(db, asked).where((eb) => eb('customer.customer_id', '=', ownerOf(eb, asked))),
);

function selectCard(db: Db, asked: BalancesOf) {
  return selectCustomers(db, asked).select((eb) => [
    'customer.merged_into',
    balancesOf(eb, asked).as('balances'),
    pastDueOf(eb, asked).as('past_due'),
    lotsOf(eb, asked).as('lots'),
    membershipsOf(eb, asked).as('memberships'),
    codesOf(eb, asked).as('codes'),
    referralsOf(eb, asked).as('referrals'),
    acceptancesOf(eb, asked).as('acceptances'),
    eb.selectFrom('tenant').select('tenant.program_revision').where('tenant.tenant_id', '=', asked.tenantId).as('program_revision'),
    eb.not(eb.exists(eb.selectFrom('tenant').select('tenant.tenant_id').where('tenant.tenant_id', '!=', asked.tenantId))).as('is_only'),
  ]);
}

async function readCard(
  db: Db,
  caller: Caller,
  ref: string,
  now: Date,
): Promise<(CustomerCard & { readonly mergedInto: string | null }) | null> {
  const named = parseWireId('cus', ref);
  const asked = { tenantId: caller.tenantId, now };
  const [row] =
    named === null
      ? await cardByExternalId(db, { ...asked, hash: identityHash(caller.hashKey, 'externalId', ref) })
      : await cardById(db, { ...asked, customerId: named });
  if (row === undefined) return null;
  const [referrals = { all: '0', waiting: '0', qualified: '0' }] = row.referrals;
  const customer = customerFromRow(row);
  const { id } = customer;
  return {
    mergedInto: row.merged_into,
    customer,
    balances: balancesFromRow(row),
    memberships: row.memberships.map((each) => ({
      id: idFromUuid<MembershipId>(each.membership_id),
      programId: idFromUuid<ProgramId>(each.program_id),
      customerId: id,
      status: each.status,
      joinedAt: each.joined_at === null ? null : new Date(each.joined_at),
    })),
    codes: row.codes.map((code) => ({
      id: idFromUuid<CodeId>(code.code_id),
      customerId: id,
      text: code.text,
      folded: code.folded,
      kind: code.kind,
      status: code.status,
      createdAt: new Date(code.created_at),
      retiredAt: code.retired_at === null ? null : new Date(code.retired_at),
    })),
    referrals: { all: Number(referrals.all), waiting: Number(referrals.waiting), qualified: Number(referrals.qualified) },
    acceptances: row.acceptances.map((each) => acceptanceFromRow(each, new Date(each.accepted_at))),
    isOnlyTenant: Boolean(row.is_only),
    // The row of the tenant is there: the customer refers to it.
    programRevision: row.program_revision ?? 0n,
  };
}

function ownerOf(eb: Builder, asked: BalancesOf & { readonly hash: Buffer }) {
  return eb
    .selectFrom('identity')
    .select('identity.customer_id')
    .where('identity.tenant_id', '=', asked.tenantId)
    .where('identity.kind', '=', 'externalId')
    .where('identity.hash', '=', asked.hash)
    .where('identity.expires_at', 'is', null)
    .limit(1);
}

function membershipsOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('membership')
      .select(['membership.membership_id', 'membership.program_id', 'membership.status', 'membership.joined_at'])
      .where('membership.tenant_id', '=', asked.tenantId)
      .whereRef('membership.customer_id', '=', 'customer.customer_id')
      .orderBy('membership.program_id')
      .limit(MAX_ROWS),
  );
}

function acceptancesOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('terms_acceptance')
      .select([
        'terms_acceptance.program_id',
        'terms_acceptance.scope',
        'terms_acceptance.version_number',
        'terms_acceptance.text_hash',
        'terms_acceptance.locale',
        'terms_acceptance.method',
        'terms_acceptance.accepted_at',
      ])
      .where('terms_acceptance.tenant_id', '=', asked.tenantId)
      .whereRef('terms_acceptance.customer_id', '=', 'customer.customer_id')
      .orderBy('terms_acceptance.program_id')
      .orderBy('terms_acceptance.scope')
      .orderBy('terms_acceptance.version_number', 'desc')
      .limit(1_000),
  );
}

function codesOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('code')
      .select(['code.code_id', 'code.text', 'code.folded', 'code.kind', 'code.status', 'code.created_at', 'code.retired_at'])
      .where('code.tenant_id', '=', asked.tenantId)
      .whereRef('code.customer_id', '=', 'customer.customer_id')
      .orderBy('code.created_at', 'desc')
      .orderBy('code.code_id', 'desc')
      .limit(MAX_ROWS),
  );
}

function referralsOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('referral')
      .select((of) => [
        of.cast<string>(of.fn.countAll<bigint>(), 'text').as('all'),
        of.cast<string>(of.fn.countAll<bigint>().filterWhere('referral.status', 'in', WAITING), 'text').as('waiting'),
        of.cast<string>(of.fn.countAll<bigint>().filterWhere('referral.status', '=', 'qualified'), 'text').as('qualified'),
      ])
      .where('referral.tenant_id', '=', asked.tenantId)
      .whereRef('referral.referrer_id', '=', 'customer.customer_id'),
  );
}
