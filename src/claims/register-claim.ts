import type { Call } from '../contract/route.ts';
import { customerInput } from '../events/decode-event.ts';
import { submitAct } from '../events/submit-act.ts';
import type { ConsentInput } from '../intake/submission.ts';
import type { ServerDeps } from '../server-deps.ts';

export interface Claim {
  readonly code: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly consents: readonly ConsentInput[];
}

/**
 * Keeps who opened a friend's link. Whether the code or the person is known stays unsaid: `later` and `failed` tell only "not now" and
 * "our fault".
 */
export async function registerClaim(
  deps: Pick<ServerDeps, 'intake' | 'clock'>,
  call: Pick<Call, 'caller' | 'act' | 'sent'>,
  { code, email, phone, consents }: Claim,
): Promise<'taken' | 'later' | 'failed'> {
  const done = await submitAct(deps, call, {
    body: { type: 'claim.registered' },
    customer: customerInput({ email, phone }, { mustExist: false }),
    attribution: { code, clickId: null, answer: null, referrerExternalId: null, referrerId: null, by: 'claim' },
    ...(consents.length === 0 ? {} : { consents }),
  });
  if (done.ok) return 'taken';
  if (done.error.code === 'intake_overloaded') return 'later';
  return done.error.code === 'internal_error' ? 'failed' : 'taken';
}
