import { keysOf } from './identity-query.ts';
import { bodyHash } from './log-entry.ts';
import type { Submission } from './submission.ts';

const known = new WeakMap<Submission, Buffer>();

/** The keyed hash of what was sent, made once for each submission. */
export function bodyHashOf(hashKey: Buffer, submission: Submission): Buffer {
  const made = known.get(submission) ?? bodyHash(hashKey, submission.fingerprint);
  known.set(submission, made);
  return made;
}

/** Makes a submission's hashes while it waits: the processor is idle then, and busy when the batch is decided. */
export function hashAhead(hashKey: Buffer, submission: Submission): void {
  bodyHashOf(hashKey, submission);
  if (submission.customer !== null) keysOf(hashKey, submission.customer);
}
