import type { SignedInMember } from '../contract/caller.ts';
import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import { wireId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { isFresh } from './session-times.ts';

/** Who asks an endpoint of the cabinet. */
export function memberOf({ caller }: Pick<Call, 'caller'>): SignedInMember {
  assert(caller.member !== undefined, 'an endpoint of the cabinet is called by a member');
  return caller.member;
}

/** `cus_…` of who asks: how other rooms name a customer. */
export function memberRef(call: Pick<Call, 'caller'>): string {
  return wireId('cus', memberOf(call).customerId);
}

/** Where money goes, and what cannot be undone: only soon after signing in (reliability.md 2, sessions). */
export function requireFresh({ clock }: Pick<ServerDeps, 'clock'>, call: Pick<Call, 'caller'>): Result<null, Problem> {
  return isFresh(memberOf(call).signedInAt, clock.now()) ? ok(null) : err(problem('sign_in_again'));
}
