import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import type { EventBody } from '../domain/events.ts';
import { type CustomerId, parseWireId, wireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { AttributionInput, ConsentInput, CustomerInput, Submission } from '../intake/submission.ts';
import type { ServerDeps } from '../server-deps.ts';
import { problemOf } from './take-events.ts';

/** What somebody asks for, beside what every act has. */
export interface Act {
  readonly body: EventBody;
  readonly customer?: CustomerInput;
  readonly attribution?: AttributionInput;
  readonly actor?: string | undefined;
  /** Free text, kept apart from the log. */
  readonly personal?: string;
  readonly consents?: readonly ConsentInput[];
}

export interface ActDone {
  /** The road's answer, JSON text. */
  readonly answer: string;
  /** What the act made or changed, ids in their wire form. */
  readonly produced: Readonly<Record<string, string>>;
}

/** Sends an act down the road under the identity of its request, so that a repeated request is the same act. */
export async function submitAct(
  deps: Pick<ServerDeps, 'intake' | 'clock'>,
  call: Pick<Call, 'caller' | 'act' | 'sent'>,
  act: Act,
): Promise<Result<ActDone, Problem>> {
  const [result] = await deps.intake.submit([submissionOf(call, act, deps.clock.now())]);
  if (result === undefined) return err(problem('internal_error'));
  return result.kind === 'answered' ? ok({ answer: result.answer, produced: result.produced }) : err(problemOf(result));
}

/** Many acts of one request, each decided by itself in this order: one answer each. */
export async function submitActs(
  deps: Pick<ServerDeps, 'intake' | 'clock'>,
  call: Call,
  acts: readonly Act[],
): Promise<readonly Result<ActDone, Problem>[]> {
  const occurredAt = deps.clock.now();
  const results = await deps.intake.submit(
    acts.map((act, index) => ({ ...submissionOf(call, act, occurredAt), eventId: `${call.act.eventId}:${index}` })),
  );
  return results.map((result) =>
    result.kind === 'answered' ? ok({ answer: result.answer, produced: result.produced }) : err(problemOf(result)),
  );
}

function submissionOf(call: Pick<Call, 'caller' | 'act' | 'sent'>, act: Act, occurredAt: Date): Submission {
  return {
    tenantId: call.caller.tenantId,
    source: call.act.source,
    eventId: call.act.eventId,
    fingerprint: call.sent ?? null,
    occurredAt,
    customer: act.customer ?? null,
    attribution: act.attribution ?? null,
    actor: act.actor ?? memberActor(call),
    body: act.body,
    personal: act.personal ?? null,
    ...(act.consents === undefined ? {} : { consents: act.consents }),
  };
}

/** A customer who is known already, by our own id. */
export function customerOfId(id: CustomerId): CustomerInput {
  return { id, externalId: null, email: null, phone: null, name: null, mustExist: true };
}

/** A customer named by an address: `cus_…`, else the shop's own id. It must exist unless said otherwise. */
export function customerOfPath(ref: string, mustExist = true): CustomerInput {
  const id = parseWireId('cus', ref);
  return { id, externalId: id === null ? ref : null, email: null, phone: null, name: null, mustExist };
}

/** A member in their cabinet acts for themselves: the log says that it was they. */
function memberActor({ caller }: Pick<Call, 'caller'>): string | null {
  return caller.member === undefined ? null : `member:${wireId('cus', caller.member.customerId)}`;
}
