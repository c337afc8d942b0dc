import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { submitAct } from '../events/submit-act.ts';
import type { EnrolmentDeps } from './enrol-customers.ts';
import { isPublished } from './program-status.ts';
import { findProgram, type ProgramName, type ProgramRecord } from './programs.store.ts';

/** Pauses, resumes or ends a programme from now on; one already in that state is answered as it is (contract.md 6.6). */
export async function changeProgramState(
  deps: EnrolmentDeps,
  call: Call,
  change: ProgramName & { readonly type: 'program.paused' | 'program.resumed' | 'program.ended' },
): Promise<Result<ProgramRecord, Problem>> {
  const { programId, type } = change;
  const known = await findProgram(deps.db, change);
  if (known === null) return err(problem('program_unknown', 'id'));
  // A draft is not running: there is nothing to stop.
  if (!isPublished(known)) return err(problem('program_state'));
  const done = await submitAct(deps, call, { actor: call.caller.keyId, body: { type, programId } });
  if (!done.ok) return done;
  const changed = await findProgram(deps.db, change);
  return changed === null ? err(problem('program_unknown', 'id')) : ok(changed);
}
