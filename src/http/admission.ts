/** Who is let in to an endpoint: a key, a person signed in to the console, a member in their cabinet, or, where it says so, anybody. */
import type { FastifyRequest } from 'fastify';
import { findMemberCaller } from '../cabinet/member-caller.ts';
import type { Clock } from '../clock.ts';
import { type Caller, hasScope } from '../contract/caller.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { problem } from '../contract/problems.ts';
import { roleMay } from '../contract/staff-roles.ts';
import type { Db } from '../database/schema.ts';
import type { Authenticator } from '../keys/authenticate.ts';
import { findStaffCaller } from '../staff/staff-sessions.ts';
import { findVisitedTenant } from '../staff/visited-tenant.store.ts';
import { RequestRefused } from './request-refused.ts';
import type { PublicThrottle } from './throttle.ts';

export interface AdmissionContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  readonly throttle: PublicThrottle;
}

/** The caller, or an exception that is the refusal. */
export async function admit(request: FastifyRequest, endpoint: Endpoint, context: AdmissionContext): Promise<Caller> {
  const { access } = endpoint;
  if (access === 'anyone') return visitor(request, endpoint, context);
  if (access === 'member') {
    const member = await findMemberCaller(context, request.headers.authorization);
    if (member === null) throw new RequestRefused(problem('member_session_over'));
    return member;
  }
  if (request.headers.authorization === undefined && request.headers.cookie !== undefined) {
    const person = await findStaffCaller(context, request.headers.cookie);
    if (person !== null) return admitPerson(request, endpoint, person);
  }
  const caller = await context.authenticator.authenticate(request.headers.authorization);
  if (caller === null) throw new RequestRefused(problem('unauthorized'));
  if (access === 'session') throw new RequestRefused(problem('forbidden'));
  if (access !== 'publishable' && !hasScope(caller, access)) throw new RequestRefused(problem('forbidden'));
  if (caller.kind === 'publishable') await context.throttle.admit(caller, request.ip);
  return caller;
}

function admitPerson(request: FastifyRequest, endpoint: Endpoint, person: Caller): Caller {
  refuseForeignPage(request, endpoint);
  if (person.staff === undefined || !roleMay(person.staff.role, endpoint)) throw new RequestRefused(problem('forbidden'));
  return person;
}

/** Nobody yet: the tenant is that of the address that was visited. */
async function visitor(request: FastifyRequest, endpoint: Endpoint, context: AdmissionContext): Promise<Caller> {
  refuseForeignPage(request, endpoint);
  const slug = request.headers['x-sarafan-shop'];
  const tenant = await findVisitedTenant(context.db, request.host, typeof slug === 'string' ? slug : null);
  if (tenant === null) throw new RequestRefused(problem('not_found'));
  return { ...tenant, keyId: 'visitor', kind: 'publishable', source: 'console', scopes: [] };
}

/**
 * A cookie is sent by the browser whoever made the page: a change is taken only from a page of our own host (reliability.md 2, CSRF). Browsers
 * say so in Sec-Fetch-Site, older ones in Origin; and no form can send the header.
 */
function refuseForeignPage(request: FastifyRequest, endpoint: Endpoint): void {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined ? site !== 'same-origin' && site !== 'none' : isOtherOrigin(headers.origin, headers.host);
  const isChange = endpoint.method !== 'GET';
  if (isForeign || (isChange && headers['x-sarafan-console'] !== '1')) throw new RequestRefused(problem('page_foreign'));
}

function isOtherOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
