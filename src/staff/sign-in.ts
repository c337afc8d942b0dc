/** Signing in to the console: what is right, what is throttled, and how long it lasts (reliability.md 2: sessions, passwords, enumeration). */
import { randomBytes, randomUUID } from 'node:crypto';
import { networkOf, truncateAddress } from '../clicks/address-prefix.ts';
import type { Clock } from '../clock.ts';
import { type Problem, problem, tooManyRequests } from '../contract/problems.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { RateLimit } from '../rate-limit.ts';
import { getTenantKey } from '../tenants/tenants.store.ts';
import type { Passwords } from './password.ts';
import { findStaffByEmail, type StaffRecord, takeTotpStep } from './staff.store.ts';
import { insertSession } from './staff-sessions.store.ts';
import { totpStep } from './totp.ts';

export const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
const TRY_WINDOW_SECONDS = 600;

export interface SignInDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
}

export interface Visitor {
  readonly address: string;
  readonly agent: string;
}

/**
 * By account and by network: neither five hundred addresses on one account nor one address on all accounts get far. All answer how
 * many seconds to wait; 0 = it may be tried.
 */
export class SignInThrottle {
  readonly #accounts = new RateLimit({ times: 10, seconds: TRY_WINDOW_SECONDS });
  readonly #networks = new RateLimit({ times: 30, seconds: TRY_WINDOW_SECONDS });

  /** Of links, which name no account until they are right: a count of the whole business would let anybody lock everybody's. */
  async takeOfNetwork(address: string): Promise<number> {
    return this.#networks.take(networkOf(address));
  }

  async take(account: string, address: string): Promise<number> {
    const waits = await Promise.all([this.takeOfAccount(account), this.takeOfNetwork(address)]);
    return Math.max(...waits);
  }

  /** Of who has shown a session or a link already. */
  async takeOfAccount(account: string): Promise<number> {
    return this.#accounts.take(account);
  }

  /** Who signs in has shown who they are. */
  async forgive(account: string): Promise<void> {
    await this.#accounts.forgive(account);
  }
}

export interface SignedIn {
  readonly staff: StaffRecord;
  readonly token: string;
}

/** One answer for a wrong address, a wrong password and a disabled account; the second factor is asked for only after the first was right. */
export async function signIn(
  deps: SignInDeps,
  tenantId: TenantId,
  given: { readonly email: string; readonly password: string; readonly code: string | null },
  visitor: Visitor,
): Promise<Result<SignedIn, Problem>> {
  const email = given.email.trim().toLowerCase();
  const waitSeconds = await deps.throttle.take(`${tenantId} ${email}`, visitor.address);
  if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
  const staff = await findStaffByEmail(deps.db, tenantId, email);
  const isUsable = staff !== null && staff.disabledAt === null;
  const isRight = await deps.passwords.verify(isUsable ? staff.passwordHash : null, given.password);
  if (isRight === 'busy') return err(problem('too_many_requests'));
  if (!isRight || staff === null) return err(problem('sign_in_wrong'));
  const second = await checkCode(deps, tenantId, staff, given.code);
  if (!second.ok) return second;
  const token = await openSession(deps, tenantId, staff.id, { ...visitor, provedBy: staff.passwordHash });
  if (token === null) return err(problem('sign_in_wrong'));
  await deps.throttle.forgive(`${tenantId} ${email}`);
  return ok({ staff, token });
}

/** The second factor of who has one: each code counts once. */
export async function checkCode(
  deps: Pick<SignInDeps, 'db' | 'clock'>,
  tenantId: TenantId,
  staff: StaffRecord,
  code: string | null,
): Promise<Result<null, Problem>> {
  if (staff.totpSecret === null || staff.totpConfirmedAt === null) return ok(null);
  if (code === null) return err(problem('totp_needed', 'code'));
  const step = totpStep(staff.totpSecret, code, { now: deps.clock.now(), lastStep: staff.totpLastStep });
  const isTaken = step !== null && (await takeTotpStep(deps.db, tenantId, staff.id, step));
  return isTaken ? ok(null) : err(problem('totp_wrong', 'code'));
}

/** A new token each time: nothing of before signing in is worth anything after it. Null: the password it was proved by has changed since. */
export async function openSession(
  deps: Pick<SignInDeps, 'db' | 'clock'>,
  tenantId: TenantId,
  staffId: string,
  { address, agent, provedBy = null }: Visitor & { readonly provedBy?: string | null },
): Promise<string | null> {
  const at = deps.clock.now();
  const token = `${await getTenantKey(deps.db, tenantId)}.${randomBytes(32).toString('base64url')}`;
  const isOpen = await insertSession(
    deps.db,
    {
      tenantId,
      token,
      sessionId: randomUUID(),
      staffId,
      at,
      endsAt: new Date(at.getTime() + ABSOLUTE_MS),
      agent: agent.slice(0, 200),
      address: truncateAddress(address)?.stored ?? '',
    },
    provedBy,
  );
  return isOpen ? token : null;
}
