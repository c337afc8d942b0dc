import { type Caller, hasScope } from '../contract/caller.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** Where naming an actor is optional: only a key with scope `staff` may speak for staff. */
export function requireActor(caller: Caller, actor: string | undefined): Result<null, Problem> {
  return actor === undefined || hasScope(caller, 'staff') ? ok(null) : err(problem('forbidden', 'actor'));
}
