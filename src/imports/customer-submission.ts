/** What a customer file says, as events of the one road. */
import { foldCode } from '../domain/codes/fold-code.ts';
import type { OpeningBalance } from '../domain/events.ts';
import type { ProgramId, TenantId } from '../domain/ids.ts';
import { currencyUnit, pointsUnit } from '../domain/ledger/unit.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import { identityHash } from '../identity/identity-hash.ts';
import type { Submission } from '../intake/submission.ts';
import type { CustomerRow } from './customer-row.ts';
import { customerInput, nobodysSubmission } from './order-submission.ts';

export interface CustomerImport {
  readonly tenantId: TenantId;
  /** Key of the tenant's identity hashes. */
  readonly hashKey: Buffer;
  /** The day of what the file gives no date. */
  readonly importedAt: Date;
}

/**
 * What the events of a row are named for: a keyed hash, since the log may not hold what identifies a person (contract.md 6.3).
 * The external id, else the e-mail, else the phone.
 */
export function customerKey(row: CustomerRow, { hashKey }: Pick<CustomerImport, 'hashKey'>): string {
  if (row.externalId !== null) return identityHash(hashKey, 'externalId', row.externalId).toString('hex');
  const email = row.email === null ? null : canonicalEmail(row.email);
  if (email?.ok === true) return identityHash(hashKey, 'email', email.value).toString('hex');
  const phone = row.phone === null ? null : canonicalPhone(row.phone);
  return identityHash(hashKey, 'phone', phone?.ok === true ? phone.value : '').toString('hex');
}

export function customerEventId(key: string): string {
  return `customer:${key}`;
}

/** The customer with contacts, code, balance in money and consents: all or nothing. */
export function customerSubmission(row: CustomerRow, key: string, customers: CustomerImport): Submission {
  const { openingBalance, openingBalanceExpiresAt: expiresAt, code, consents } = row;
  const opening: OpeningBalance | null =
    openingBalance === null ? null : { unit: currencyUnit(openingBalance.currency), amount: openingBalance.amountMinor, expiresAt };
  return {
    ...nobodysSubmission(customers.tenantId),
    eventId: customerEventId(key),
    fingerprint: [
      row.externalId,
      canonicalOf(row.email, canonicalEmail),
      canonicalOf(row.phone, canonicalPhone),
      row.name,
      code === null ? null : foldCode(code),
      opening === null ? null : [opening.unit, opening.amount.toString(), expiresAt?.toISOString() ?? null],
      consents.map((consent) => [consent.purpose, consent.givenAt.toISOString(), consent.textVersion, consent.proof]),
    ],
    occurredAt: customers.importedAt,
    customer: customerInput(row),
    body: { type: 'customer.imported', code, opening },
    ...(consents.length === 0 ? {} : { consents }),
  };
}

export function pointsSubmission(
  row: CustomerRow & { readonly openingPoints: bigint },
  key: string,
  points: CustomerImport & { readonly programId: ProgramId },
): Submission {
  const { openingPoints: amount, openingBalanceExpiresAt: expiresAt } = row;
  const unit = pointsUnit(points.programId);
  return {
    ...partSubmission(row, points),
    eventId: `points:${points.programId}:${key}`,
    fingerprint: [amount.toString(), expiresAt?.toISOString() ?? null],
    body: { type: 'customer.imported', code: null, opening: { unit, amount, expiresAt } },
  };
}

/** Who brought the customer, as a lead registered by hand. */
export function referrerSubmission(row: CustomerRow, key: string, customers: CustomerImport): Submission {
  const { referrerExternalId, referrerCode, referredAt } = row;
  return {
    ...partSubmission(row, customers),
    eventId: `referrer:${key}`,
    fingerprint: [referrerExternalId, referrerCode === null ? null : foldCode(referrerCode), referredAt?.toISOString() ?? null],
    occurredAt: referredAt ?? customers.importedAt,
    attribution: { code: referrerCode, clickId: null, answer: null, referrerExternalId, referrerId: null, by: 'lead' },
    body: { type: 'customer.imported', code: null, opening: null },
  };
}

/** A later part of a row says of the customer only who it is, by what the row is named for: contacts may have changed since. */
function partSubmission(row: CustomerRow, { tenantId, importedAt }: CustomerImport) {
  const { externalId, email, phone } = customerInput(row);
  const names = { externalId, email: externalId === null ? email : null, phone: externalId === null && email === null ? phone : null };
  return { ...nobodysSubmission(tenantId), occurredAt: importedAt, customer: { id: null, ...names, name: null, mustExist: true } };
}

function canonicalOf(text: string | null, canonical: (text: string) => { readonly ok: boolean; readonly value?: string }): string | null {
  if (text === null) return null;
  const found = canonical(text);
  return found.ok ? (found.value ?? null) : text;
}
