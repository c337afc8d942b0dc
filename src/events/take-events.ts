import { invalidField, type Problem, problem, problemToWire } from '../contract/problems.ts';
import { StoredAnswer } from '../contract/route.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Intake, Submission, SubmissionResult } from '../intake/submission.ts';
import { decodeEvent, type EventSender } from './decode-event.ts';

type Submit = (submissions: readonly Submission[]) => Promise<readonly SubmissionResult[]>;

export interface EventsRequest {
  readonly body: unknown;
  readonly sender: EventSender;
  readonly now: Date;
  readonly maxEvents: number;
}

/**
 * Decodes one event or an envelope of many, submits what is well formed in the order given, and answers each by its decision
 * or its own problem. Only a bad envelope, or the problem of a single event, is an error.
 */
export async function takeEvents(request: EventsRequest, submit: Submit): Promise<Result<StoredAnswer, Problem>> {
  const { body } = request;
  if (typeof body === 'object' && body !== null && 'events' in body) return takeBatch(request, body, submit);
  const decoded = decodeEvent(body, request.sender, request.now);
  if (!decoded.ok) return decoded;
  const [result] = await submit([decoded.value]);
  const answered = answerOf(result);
  return answered.ok ? ok(new StoredAnswer(answered.value)) : answered;
}

/** The problem of a refused submission, for any act. */
export function problemOf(refused: Extract<SubmissionResult, { kind: 'refused' }>): Problem {
  return { ...refused.problem, issue: null };
}

async function takeBatch(
  request: EventsRequest,
  envelope: object & Record<'events', unknown>,
  submit: Submit,
): Promise<Result<StoredAnswer, Problem>> {
  const { events } = envelope;
  if (!Array.isArray(events)) return err(invalidField({ field: 'events', issue: 'type' }));
  if (events.length === 0) return err(invalidField({ field: 'events', issue: 'empty' }));
  if (events.length > request.maxEvents) return err(invalidField({ field: 'events', issue: 'too-many' }));
  const stray = Object.keys(envelope).find((key) => key !== 'events');
  if (stray !== undefined) return err(invalidField({ field: stray, issue: 'unknown' }));
  const decoded = events.map((event: unknown) => decodeEvent(event, request.sender, request.now));
  const submissions = decoded.flatMap((each) => (each.ok ? [each.value] : []));
  const results = submissions.length === 0 ? [] : await submit(submissions);
  let next = 0;
  const texts = decoded.map((each) => {
    const answered = each.ok ? answerOf(results[next++]) : each;
    return answered.ok ? answered.value : JSON.stringify(problemToWire(answered.error, { language: 'en', instance: null }));
  });
  return ok(new StoredAnswer(`{"results":[${texts.join(',')}]}`));
}

function answerOf(result: SubmissionResult | undefined): Result<string, Problem> {
  if (result === undefined) return err(problem('internal_error'));
  return result.kind === 'answered' ? ok(result.answer) : err(problemOf(result));
}

/** The road for real, or the dry run. */
export function submitThrough(intake: Intake, dryRun: { readonly programVersionId: string | null } | null): Submit {
  return dryRun === null ? intake.submit : (submissions) => intake.dryRun(submissions, dryRun);
}
