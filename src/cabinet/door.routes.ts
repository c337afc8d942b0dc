import { randomUUID } from 'node:crypto';
import { truncateAddress } from '../clicks/address-prefix.ts';
import * as endpoints from '../contract/cabinet.endpoints.ts';
import { type Problem, problem, tooManyRequests } from '../contract/problems.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import { type CustomerId, type ProgramId, wireId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { customerOfPath, submitAct } from '../events/submit-act.ts';
import { getPageSettings } from '../friend-page/page-settings.store.ts';
import { hasMail, hasSms } from '../messages/mail-setup.store.ts';
import { isPublished } from '../programs/program-status.ts';
import { findProgram } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant, getTenantKey } from '../tenants/tenants.store.ts';
import { listCabinetSecrets, takeTokenId } from './cabinet-secrets.store.ts';
import { CabinetThrottle } from './cabinet-throttle.ts';
import { memberOf } from './member-of.ts';
import { deleteEndedSessions, endMemberSessions, insertMemberSession, listMemberSessions } from './member-sessions.store.ts';
import { drawMemberToken } from './member-token.ts';
import { idleSince, sessionEnd } from './session-times.ts';
import { readShopToken, type ShopToken } from './shop-token.ts';
import { type CodeAddress, canonicalAddress, codeAddressOf, sendSignInCode, useCode } from './sign-in-codes.ts';

const MAX_AGENT = 300;

/** The cabinet's door and the sessions behind it. */
export function cabinetDoorRoutes(deps: ServerDeps): readonly Route[] {
  const throttle = new CabinetThrottle();
  return [doorRoute(deps), tokenRoute(deps, throttle), ...codeRoutes(deps, throttle), ...sessionRoutes(deps)];
}

function doorRoute({ db, installationMail, sms }: ServerDeps): Route {
  return route(endpoints.getDoor, async ({ caller }) => {
    const [tenant, secrets, email, phone, { logoHash }] = await Promise.all([
      getTenant(db, caller.tenantId),
      listCabinetSecrets(db, caller.tenantId),
      hasMail(db, caller.tenantId, installationMail),
      hasSms(db, caller.tenantId, sms),
      getPageSettings(db, caller.tenantId),
    ]);
    return ok({
      name: tenant.name,
      locale: tenant.locale === 'en' ? ('en' as const) : ('ru' as const),
      ways: { token: secrets.length > 0, email, phone },
      logo: logoHash === null ? null : `/brand/${tenant.slug}/${logoHash}`,
      shopUrl: tenant.landingUrl,
    });
  });
}

function tokenRoute(deps: ServerDeps, throttle: CabinetThrottle): Route {
  return route(endpoints.openByToken, async (call) => {
    const waitSeconds = await throttle.lookAtTokens(call.address);
    if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
    const read = await readToken(deps, call, call.body.token);
    if (!read.ok) {
      await throttle.countBadToken(call.address);
      return read;
    }
    const { programId, externalId } = read.value;
    const customerId = await customerOfShop(deps, call, externalId);
    return customerId.ok ? open(deps, call, { customerId: customerId.value, programId, method: 'token' }) : customerId;
  });
}

async function readToken({ db, clock }: ServerDeps, { caller }: Call, text: string): Promise<Result<ShopToken, Problem>> {
  const { tenantId } = caller;
  const now = clock.now();
  const secrets = await listCabinetSecrets(db, tenantId);
  const read = await readShopToken(
    text,
    secrets.map(({ secret }) => secret),
    now,
  );
  if (!read.ok) return err(problem(read.error, 'token'));
  const program = await findProgram(db, { tenantId, programId: read.value.programId });
  if (program === null || !isPublished(program)) return err(problem('cabinet_token_audience', 'token'));
  const isNew = await takeTokenId(db, tenantId, { ...read.value, now });
  return isNew ? read : err(problem('cabinet_token_used', 'token'));
}

/** Who signs up at the shop may open the cabinet before any event told of them: the signed token is the shop's word for them. */
async function customerOfShop(deps: ServerDeps, call: Call, externalId: string): Promise<Result<CustomerId, Problem>> {
  const ref = externalId.normalize('NFC');
  const known = await findCustomerId(deps.db, call.caller, ref);
  if (known !== null) return ok(known);
  const named = customerOfPath(ref, false);
  if (named.id !== null) return err(problem('customer_unknown', 'token'));
  const made = await submitAct(deps, call, { body: { type: 'customer.saved' }, customer: named });
  if (!made.ok) return made;
  const found = await findCustomerId(deps.db, call.caller, ref);
  assert(found !== null, 'a customer who was just made is there');
  return ok(found);
}

function codeRoutes(deps: ServerDeps, throttle: CabinetThrottle): readonly Route[] {
  return [
    route(endpoints.requestCode, async (call) => {
      const address = codeAddressOf(call.body);
      if (!(await isOffered(deps, call, address))) return err(problem('not_found'));
      const waitSeconds = await throttle.takeCode(accountOf(call, address), call.address);
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      const isSent = await sendSignInCode(deps, call.caller, { address, locale: call.body.locale ?? null });
      return isSent ? ok({ status: 'accepted' as const }) : err(problem('too_many_requests'));
    }),
    route(endpoints.openByCode, async (call) => {
      const address = codeAddressOf(call.body);
      const waitSeconds = await throttle.takeTry(accountOf(call, address), call.address);
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      const customerId = await useCode(deps, call.caller, { address, code: call.body.code });
      if (customerId === null) return err(problem('sign_in_code_wrong', 'code'));
      return open(deps, call, { customerId, programId: null, method: 'code' });
    }),
  ];
}

async function isOffered({ db, installationMail, sms }: ServerDeps, { caller }: Call, { kind }: CodeAddress): Promise<boolean> {
  return kind === 'email' ? hasMail(db, caller.tenantId, installationMail) : hasSms(db, caller.tenantId, sms);
}

function accountOf({ caller }: Call, address: CodeAddress): string {
  return `${caller.tenantId} ${canonicalAddress(address)}`;
}

/** A new token each time. */
async function open(
  { db, clock }: ServerDeps,
  { caller, agent, address }: Call,
  who: { readonly customerId: CustomerId; readonly programId: ProgramId | null; readonly method: 'token' | 'code' },
) {
  const { tenantId } = caller;
  const at = clock.now();
  const token = drawMemberToken(await getTenantKey(db, tenantId));
  const endsAt = sessionEnd(at);
  await deleteEndedSessions(db, tenantId, { now: at, idleSince: idleSince(at) });
  await insertMemberSession(db, {
    tenantId,
    token,
    sessionId: randomUUID(),
    ...who,
    at,
    endsAt,
    agent: agent.slice(0, MAX_AGENT),
    address: truncateAddress(address)?.stored ?? '',
  });
  const { programId } = who;
  return ok({ token, programId: programId === null ? null : wireId('prg', programId), endsAt: endsAt.toISOString() });
}

function sessionRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listMySessions, async (call) => {
      const { customerId, sessionId } = memberOf(call);
      const now = clock.now();
      const sessions = await listMemberSessions(db, call.caller.tenantId, { customerId, now, idleSince: idleSince(now) });
      return ok({
        items: sessions.map(({ id, method, signedInAt, lastSeenAt, agent }) => ({
          id,
          method,
          signedInAt: signedInAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          agent,
          isThis: id === sessionId,
        })),
      });
    }),
    route(endpoints.endMySession, async (call) => {
      const { customerId, sessionId } = memberOf(call);
      const { id } = call.params;
      const ended = await endMemberSessions(db, call.caller.tenantId, id === 'this' ? { sessionId } : { customerId, sessionId: id });
      return ended === 0 ? err(problem('not_found', 'id')) : ok(null);
    }),
  ];
}
