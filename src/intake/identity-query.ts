import { foldCode } from '../domain/codes/fold-code.ts';
import { type ClickId, idFromUuid, parseWireId, type TenantId } from '../domain/ids.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import { foldName } from '../identity/fold-name.ts';
import { identityHash } from '../identity/identity-hash.ts';
import type { IdentityKind, IdentityQuery } from './identity.store.ts';
import type { CustomerInput, Submission } from './submission.ts';

export interface Keys {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Hashing is the dearest part of a resolution and asked for twice: what to look up, and what it means. */
const knownKeys = new WeakMap<CustomerInput, Keys>();

export function keysOf(hashKey: Buffer, input: CustomerInput): Keys {
  const known = knownKeys.get(input);
  if (known !== undefined) return known;
  const keys = hashKeys(hashKey, input);
  knownKeys.set(input, keys);
  return keys;
}

/** The keyed hashes of a customer input, in hex; contacts in their canonical form. */
function hashKeys(hashKey: Buffer, input: CustomerInput): Keys {
  const email = input.email === null ? null : canonicalEmail(input.email);
  const phone = input.phone === null ? null : canonicalPhone(input.phone);
  const hash = (kind: IdentityKind, value: string): string => identityHash(hashKey, kind, value).toString('hex');
  return {
    externalId: input.externalId === null ? null : hash('externalId', input.externalId),
    email: email?.ok === true ? hash('email', email.value) : null,
    phone: phone?.ok === true ? hash('phone', phone.value) : null,
  };
}

/** What statement 2 must look up for a batch. */
export function identityQuery(tenantId: TenantId, hashKey: Buffer, submissions: readonly Submission[]): IdentityQuery {
  const identities = new Map<string, { kind: IdentityKind; hash: string }>();
  const add = (kind: IdentityKind, hash: string | null): void => {
    if (hash !== null) identities.set(`${kind}:${hash}`, { kind, hash });
  };
  const customerIds = new Set<string>();
  const foldedCodes = new Set<string>();
  const clickIds = new Set<string>();
  const foldedNames = new Set<string>();
  for (const { customer, attribution, body } of submissions) {
    if (customer !== null) {
      const keys = keysOf(hashKey, customer);
      add('externalId', keys.externalId);
      add('email', keys.email);
      add('phone', keys.phone);
      if (customer.id !== null) customerIds.add(customer.id);
    }
    if (body.type === 'customer.merged') customerIds.add(body.fromId).add(body.intoId);
    if (body.type === 'click.recorded') clickIds.add(idFromUuid<ClickId>(body.clickId));
    if (body.type === 'enrolment.evaluated') for (const id of body.customerIds) customerIds.add(id);
    if (attribution === null) continue;
    if (attribution.code !== null) foldedCodes.add(foldCode(attribution.code));
    if (attribution.answer !== null) foldedNames.add(foldName(attribution.answer));
    if (attribution.answer !== null) foldedCodes.add(foldCode(attribution.answer));
    if (attribution.referrerId !== null) customerIds.add(attribution.referrerId);
    if (attribution.referrerExternalId !== null)
      add('externalId', identityHash(hashKey, 'externalId', attribution.referrerExternalId).toString('hex'));
    const clickId = attribution.clickId === null ? null : parseWireId('clk', attribution.clickId);
    if (clickId !== null) clickIds.add(clickId);
  }
  return {
    tenantId,
    events: submissions.map(({ source, eventId }) => ({ source, eventId })),
    identities: [...identities.values()],
    customerIds: [...customerIds],
    foldedCodes: [...foldedCodes],
    clickIds: [...clickIds],
    foldedNames: [...foldedNames],
  };
}

/** Where a contact is filed in the batch's directory. */
export function contactKeys(keys: Keys): string[] {
  return [...(keys.email === null ? [] : [`email:${keys.email}`]), ...(keys.phone === null ? [] : [`phone:${keys.phone}`])];
}
