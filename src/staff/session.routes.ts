import { randomUUID } from 'node:crypto';
import type { SignedInStaff } from '../contract/caller.ts';
import { type Problem, problem, tooManyRequests } from '../contract/problems.ts';
import { type Call, type Route, route, WithCookie } from '../contract/route.ts';
import * as endpoints from '../contract/staff.endpoints.ts';
import { rightsOf } from '../contract/staff-roles.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { writeAudit } from './audit.store.ts';
import { noteAct } from './note-act.ts';
import { Passwords, passwordProblem } from './password.ts';
import { endedCookie, sessionCookie } from './session-cookie.ts';
import { checkCode, IDLE_MS, openSession, SignInThrottle, signIn } from './sign-in.ts';
import { staffToWire } from './staff.routes.ts';
import { findStaff, insertStaff, listStaff, type StaffRecord, takeSetup, takeTotpStep, updateStaff } from './staff.store.ts';
import { findInvited, isSetupToken, takeInvite } from './staff-links.store.ts';
import { endSessions, listSessions } from './staff-sessions.store.ts';
import { newTotp, totpStep } from './totp.ts';

/** Signing in and out, and what people change about themselves. */
export function sessionRoutes(deps: ServerDeps): readonly Route[] {
  const context = { ...deps, passwords: new Passwords(), throttle: new SignInThrottle() };
  return [...entryRoutes(context), ...ownRoutes(context), ...totpRoutes(context)];
}

type Context = ServerDeps & { readonly passwords: Passwords; readonly throttle: SignInThrottle };

function entryRoutes(context: Context): readonly Route[] {
  const { db, clock, passwords, throttle } = context;
  return [
    route(endpoints.setUpOwner, async (call) => {
      const { tenantId } = call.caller;
      const waitSeconds = await throttle.takeOfNetwork(call.address);
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      if (passwordProblem(call.body.password) !== null) return err(problem('password_weak', 'password'));
      if ((await listStaff(db, tenantId)).length > 0) return err(problem('setup_done'));
      // Before the hash is made: a guessed link must cost us nothing.
      if (!(await isSetupToken(db, tenantId, call.body.token))) return err(problem('link_over', 'token'));
      const { name, locale } = call.body;
      const passwordHash = await passwords.hash(call.body.password);
      if (!(await takeSetup(db, tenantId, call.body.token))) return err(problem('link_over', 'token'));
      const owner = { id: randomUUID(), email: call.body.email.trim().toLowerCase(), name, role: 'owner', locale, passwordHash } as const;
      await insertStaff(db, tenantId, { ...owner, createdAt: clock.now(), invite: null });
      await writeAudit(db, tenantId, { at: clock.now(), actor: 'setup', act: 'owner-made', subject: owner.id, before: null, after: null });
      return entered(context, call, await findStaff(db, tenantId, owner.id));
    }),
    route(endpoints.getSetup, async (call) => ok({ isOwnerMade: (await listStaff(db, call.caller.tenantId)).length > 0 })),
    route(endpoints.signIn, async (call) => {
      const { tenantId } = call.caller;
      const { email, password, code } = call.body;
      const done = await signIn(context, tenantId, { email, password, code: code ?? null }, call);
      if (!done.ok) return done;
      const { staff, token } = done.value;
      await writeAudit(db, tenantId, {
        at: clock.now(),
        actor: `staff:${staff.id}`,
        act: 'signed-in',
        subject: staff.id,
        before: null,
        after: null,
      });
      return ok(new WithCookie(staffToWire(staff), sessionCookie(token)));
    }),
    route(endpoints.acceptInvite, async (call) => {
      const { tenantId } = call.caller;
      const { token, password, code } = call.body;
      const waitSeconds = await throttle.takeOfNetwork(call.address);
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      const invited = await findInvited(db, tenantId, { token, now: clock.now() });
      if (invited === null) return err(problem('link_over', 'token'));
      if (passwordProblem(password) !== null) return err(problem('password_weak', 'password'));
      // A link that was read by somebody else does not get past the second factor.
      const codeWaitSeconds = await throttle.takeOfAccount(`${tenantId} ${invited.id} link`);
      if (codeWaitSeconds > 0) return err(tooManyRequests(codeWaitSeconds));
      const second = await checkCode(context, tenantId, invited, code ?? null);
      if (!second.ok) return second;
      const passwordHash = await passwords.hash(password);
      const staff = await takeInvite(db, tenantId, { token, passwordHash, now: clock.now() });
      if (staff === null) return err(problem('link_over', 'token'));
      await throttle.forgive(`${tenantId} ${staff.id} link`);
      await endSessions(db, tenantId, { staffId: staff.id });
      const said = { at: clock.now(), actor: `staff:${staff.id}`, act: 'password-set-by-link', subject: staff.id } as const;
      await writeAudit(db, tenantId, { ...said, before: null, after: null });
      return entered(context, call, staff);
    }),
  ];
}

async function entered(context: Context, call: Call, staff: StaffRecord | null) {
  assert(staff !== null, 'a person who was just made is there');
  const token = await openSession(context, call.caller.tenantId, staff.id, { address: call.address, agent: call.agent });
  assert(token !== null, 'a person who was just made is there');
  return ok(new WithCookie(staffToWire(staff), sessionCookie(token)));
}

function ownRoutes(context: Context): readonly Route[] {
  const { db, clock, passwords } = context;
  return [
    route(endpoints.getMe, async (call) => {
      const self = await me(context, call);
      const { timeZone } = await getTenant(db, call.caller.tenantId);
      return ok({ ...staffToWire(self), ...rightsOf(self.role), timeZone });
    }),
    route(endpoints.patchMe, async (call) => {
      const self = await me(context, call);
      const { tenantId } = call.caller;
      const { name, locale, newPassword } = call.body;
      if (newPassword !== undefined) {
        const allowed = await confirm(context, call, { self, password: call.body.currentPassword ?? '' });
        if (!allowed.ok) return allowed;
        if (passwordProblem(newPassword) !== null) return err(problem('password_weak', 'newPassword'));
        await updateStaff(db, tenantId, self.id, { passwordHash: await passwords.hash(newPassword) });
        await endSessions(db, tenantId, { staffId: self.id, except: personOf(call).sessionId });
        await noteAct(context, call, { act: 'password-changed', subject: self.id, before: null, after: null });
      }
      await updateStaff(db, tenantId, self.id, { ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }) });
      return ok(staffToWire(await me(context, call)));
    }),
    route(endpoints.signOut, async (call) => {
      const { id, sessionId } = personOf(call);
      await endSessions(db, call.caller.tenantId, { staffId: id, sessionId });
      return ok(new WithCookie(null, endedCookie()));
    }),
    route(endpoints.listOwnSessions, async (call) => {
      const { id, sessionId } = personOf(call);
      const now = clock.now();
      const sessions = await listSessions(db, call.caller.tenantId, { staffId: id, now, idleSince: new Date(now.getTime() - IDLE_MS) });
      return ok({
        items: sessions.map((each) => ({
          ...each,
          createdAt: each.createdAt.toISOString(),
          lastSeenAt: each.lastSeenAt.toISOString(),
          isThis: each.id === sessionId,
        })),
      });
    }),
    route(endpoints.endOwnSession, async (call) => {
      const ended = await endSessions(db, call.caller.tenantId, { staffId: personOf(call).id, sessionId: call.params.id });
      return ended === 0 ? err(problem('not_found', 'id')) : ok(null);
    }),
  ];
}

function totpRoutes(context: Context): readonly Route[] {
  const { db, clock } = context;
  return [
    route(endpoints.startTotp, async (call) => {
      const self = await me(context, call);
      const allowed = await confirm(context, call, { self, password: call.body.password });
      if (!allowed.ok) return allowed;
      const made = newTotp(self.email);
      await updateStaff(db, call.caller.tenantId, self.id, { totpPendingSecret: made.secret });
      await noteAct(context, call, { act: 'totp-started', subject: self.id, before: null, after: null });
      return ok(made);
    }),
    route(endpoints.confirmTotp, async (call) => {
      const self = await me(context, call);
      const { tenantId } = call.caller;
      const waitSeconds = await context.throttle.takeOfAccount(confirmKey(tenantId, self));
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      const pending = self.totpPendingSecret;
      const at = { now: clock.now(), lastStep: self.totpLastStep };
      const step = pending === null ? null : totpStep(pending, call.body.code, at);
      if (step === null || !(await takeTotpStep(db, tenantId, self.id, step))) return err(problem('totp_wrong', 'code'));
      await context.throttle.forgive(confirmKey(tenantId, self));
      await updateStaff(db, tenantId, self.id, { totpSecret: pending, totpPendingSecret: null, totpConfirmedAt: clock.now() });
      await endSessions(db, tenantId, { staffId: self.id, except: personOf(call).sessionId });
      await noteAct(context, call, { act: 'totp-added', subject: self.id, before: null, after: null });
      return ok(staffToWire(await me(context, call)));
    }),
    route(endpoints.removeTotp, async (call) => {
      const self = await me(context, call);
      const allowed = await confirm(context, call, { self, password: call.body.password });
      if (!allowed.ok) return allowed;
      await updateStaff(db, call.caller.tenantId, self.id, { totpSecret: null, totpPendingSecret: null, totpConfirmedAt: null });
      await endSessions(db, call.caller.tenantId, { staffId: self.id, except: personOf(call).sessionId });
      await noteAct(context, call, { act: 'totp-removed', subject: self.id, before: null, after: null });
      return ok(staffToWire(await me(context, call)));
    }),
  ];
}

/** What changes a way in asks for the password again. */
async function confirm(
  context: Context,
  call: Call,
  { self, password }: { readonly self: StaffRecord; readonly password: string },
): Promise<Result<null, Problem>> {
  // Counted apart from signing in: a session that was left open must not lock its person out.
  const counted = confirmKey(call.caller.tenantId, self);
  const waitSeconds = await context.throttle.takeOfAccount(counted);
  if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
  const isRight = await context.passwords.verify(self.passwordHash, password);
  if (isRight === 'busy') return err(problem('too_many_requests'));
  if (!isRight) return err(problem('sign_in_wrong', 'password'));
  await context.throttle.forgive(counted);
  return ok(null);
}

function confirmKey(tenantId: string, self: StaffRecord): string {
  return `${tenantId} ${self.id} confirm`;
}

async function me({ db }: Context, call: Call): Promise<StaffRecord> {
  const found = await findStaff(db, call.caller.tenantId, personOf(call).id);
  assert(found !== null, 'who has a session is known');
  return found;
}

function personOf({ caller }: Call): SignedInStaff {
  assert(caller.staff !== undefined, 'a session endpoint is called with a session');
  return caller.staff;
}
