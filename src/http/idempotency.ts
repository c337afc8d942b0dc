import { createHmac } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Caller } from '../contract/caller.ts';
import { type Problem, problem } from '../contract/problems.ts';
import type { StreamedAnswer } from '../contract/route.ts';
import type { Db } from '../database/schema.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import { findResponse, type IdempotencyName, keepResponse, type StoredResponse } from './idempotency.store.ts';
import type { KeyTurns } from './key-turns.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** What repeats get, where it differs. */
  readonly keptText?: string;
  /** Instead of `text`. */
  readonly stream?: StreamedAnswer;
  /** Of the session that begins or ends with this answer. */
  readonly cookie?: string;
}

export interface IdempotentRequest {
  readonly caller: Caller;
  readonly path: string;
  readonly key: string;
  readonly sent: unknown;
  readonly now: Date;
}

export function isIdempotencyKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * Runs `work` at most once to success under the request's key and gives its first answer again after that; another body
 * under the same key is a conflict. Only successes are kept: what was refused had no effect and may be mended and sent
 * again. That an act cut off between its effect and this record, or sent twice at once, is not done twice is the log's promise, by its
 * event id; what is no act of the log takes `turns`.
 */
export async function answerOnce(
  { db, turns }: { readonly db: Db; readonly turns: KeyTurns | null },
  request: IdempotentRequest,
  work: () => Promise<Result<Answered, Problem>>,
): Promise<Result<Answered, Problem>> {
  const name: IdempotencyName = { tenantId: request.caller.tenantId, path: hashPath(request), key: request.key };
  if (turns === null) return answerNow(db, name, request, work);
  const answered = await turns.take(name, () => answerNow(db, name, request, work));
  return answered === 'busy' ? err(problem('not_ready')) : answered;
}

async function answerNow(
  db: Db,
  name: IdempotencyName,
  request: IdempotentRequest,
  work: () => Promise<Result<Answered, Problem>>,
): Promise<Result<Answered, Problem>> {
  const bodyHash = hashBody(request);
  const known = await findResponse(db, name, request.now);
  if (known !== null) return repeat(known, bodyHash);
  const done = await work();
  if (!done.ok) return done.error.code === 'event_conflict' ? err(problem('idempotency_conflict')) : done;
  faultPoint('before-response-kept');
  const { status, text, keptText = text } = done.value;
  const kept = await keepResponse(db, name, { status, text: keptText, bodyHash }, request.now);
  return kept.text === keptText && kept.bodyHash.equals(bodyHash) ? done : repeat(kept, bodyHash);
}

function repeat(kept: StoredResponse, bodyHash: Buffer): Result<Answered, Problem> {
  if (!kept.bodyHash.equals(bodyHash)) return err(problem('idempotency_conflict'));
  return ok({ status: kept.status, text: kept.text });
}

/** A path may name a customer by the shop's own id, which must not outlive their erasure. */
function hashPath({ caller, path }: IdempotentRequest): string {
  return createHmac('sha256', caller.hashKey).update(path).digest('hex');
}

/** Keyed, since the body may hold contacts that a plain hash would let anybody confirm. */
function hashBody(request: IdempotentRequest): Buffer {
  return createHmac('sha256', request.caller.hashKey).update(canonicalJson(request.sent)).digest();
}
