/** Signing in by a code sent to an address. Whoever asks learns nothing: text, status and time are the same for every address. */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '../contract/caller.ts';
import { findCustomer, findCustomerIdByInput } from '../customers/customers.store.ts';
import type { CustomerId } from '../domain/ids.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import { identityHash } from '../identity/identity-hash.ts';
import { queueSignInCode } from '../messages/queue-mail.store.ts';
import { signInText } from '../messages/sign-in-text.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { hashSecret } from './member-token.ts';
import { saveSignInCode, takeCodeTry, useSignInCode } from './sign-in-codes.store.ts';

const CODE_LIFE_MS = 10 * 60_000;
const MAX_TRIES = 5;
const CODE_RANGE = 1_000_000;
/** For each address, so that nobody fills a mailbox; kept in its row, while a restart forgets the throttle of the door. */
const CODES_A_DAY = 10;
/** Answers leave at whole multiples of this: what the work took shows neither under it nor over it. */
const ANSWER_EVERY_MS = 150;

type CodeDeps = Pick<ServerDeps, 'db' | 'clock' | 'installationMail' | 'sms'>;

/** Where a code goes, as it was typed. */
export interface CodeAddress {
  readonly kind: 'email' | 'phone';
  readonly text: string;
}

export function codeAddressOf({ email, phone }: { readonly email?: string | undefined; readonly phone?: string | undefined }): CodeAddress {
  return email === undefined ? { kind: 'phone', text: phone ?? '' } : { kind: 'email', text: email };
}

/** As its person is found by it; what is no address stays as typed, and is one nobody has. */
export function canonicalAddress({ kind, text }: CodeAddress): string {
  const canonical = kind === 'email' ? canonicalEmail(text) : canonicalPhone(text);
  return canonical.ok ? canonical.value : text.trim().toLowerCase();
}

/**
 * Sends a code to who has this address; an address nobody has gets a code as well, which is sent to nobody. False when the address has
 * had its codes of the day, whoever has it.
 */
export async function sendSignInCode(
  deps: CodeDeps,
  caller: Caller,
  asked: { readonly address: CodeAddress; readonly locale: 'ru' | 'en' | null },
): Promise<boolean> {
  const startedMs = performance.now();
  const isMade = await makeCode(deps, caller, asked);
  const tookMs = performance.now() - startedMs;
  await wait(Math.ceil(tookMs / ANSWER_EVERY_MS) * ANSWER_EVERY_MS - tookMs);
  return isMade;
}

async function makeCode(
  { db, clock, installationMail, sms }: CodeDeps,
  caller: Caller,
  { address, locale }: { readonly address: CodeAddress; readonly locale: 'ru' | 'en' | null },
): Promise<boolean> {
  const { kind, text } = address;
  const addressHash = addressHashOf(caller, address);
  const now = clock.now();
  const customerId = await findCustomerIdByInput(db, caller, { [kind]: text });
  const known = customerId === null ? null : await findCustomer(db, caller, customerId);
  const code = String(randomInt(CODE_RANGE)).padStart(6, '0');
  const made = { tenantId: caller.tenantId, addressHash, codeId: randomUUID(), codeHash: codeHashOf(addressHash, code) };
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS);
  // As the customer's record has it, never as it was typed.
  const to = known?.[kind] ?? null;
  const isMade = await db.transaction().execute(async (tx) => {
    const fresh = { ...made, customerId: to === null ? null : customerId, expiresAt };
    if (!(await saveSignInCode(tx, fresh, { now, maxADay: CODES_A_DAY }))) return false;
    if (to === null || customerId === null || kind === 'phone') return true;
    await queueSignInCode(
      tx,
      { tenantId: caller.tenantId, customerId, email: to, code, cause: made.codeId, locale, now, expiresAt },
      installationMail,
    );
    return true;
  });
  if (isMade && kind === 'phone' && to !== null) {
    const tenant = await getTenant(db, caller.tenantId);
    sms?.send({ id: made.codeId, to, text: signInText(locale ?? (tenant.locale === 'en' ? 'en' : 'ru'), { shop: tenant.name, code }) });
  }
  return isMade;
}

/** Whose code it is; null for a wrong one, one that is over, and an address nobody has. */
export async function useCode(
  { db, clock }: CodeDeps,
  caller: Caller,
  given: { readonly address: CodeAddress; readonly code: string },
): Promise<CustomerId | null> {
  const addressHash = addressHashOf(caller, given.address);
  const { tenantId } = caller;
  const now = clock.now();
  const tried = await takeCodeTry(db, { tenantId, addressHash, maxTries: MAX_TRIES, now });
  const isRight = tried !== null && timingSafeEqual(tried.codeHash, codeHashOf(addressHash, given.code));
  if (!isRight || tried.customerId === null) return null;
  return (await useSignInCode(db, tenantId, { codeId: tried.codeId, now })) ? tried.customerId : null;
}

function addressHashOf(caller: Caller, address: CodeAddress): Buffer {
  return identityHash(caller.hashKey, address.kind, canonicalAddress(address));
}

function codeHashOf(addressHash: Buffer, code: string): Buffer {
  return hashSecret(`${addressHash.toString('hex')} ${code}`);
}
