/** Publishing, pausing, resuming and ending a programme; enrolment of many at once (contract.md 6.6, 1). */

import type { DecisionProblem } from '../decision.ts';
import type { ActBody } from '../events.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramId } from '../ids.ts';
import { enrolAutomatically } from '../member/membership.ts';
import type { Budget, ProgramDocument } from '../program/document.ts';
import { type Program, type PublishedVersion, programStatusAt } from '../program/program.ts';
import { findRule, placedRules } from '../program/program-rules.ts';
import { valueUnits } from '../program/validate-limits.ts';

type ActOutcome = 'processed' | DecisionProblem;

export function publishVersion(ws: Workspace, body: Extract<ActBody, { type: 'program.published' }>): ActOutcome {
  const known = ws.programs.get(body.programId);
  if (known?.versions.some((version) => version.id === body.versionId)) return 'processed';
  if (known?.endedAt != null) return problem('program_state');
  const last = known?.versions.at(-1) ?? null;
  // A later version must not change what was already decided (contract.md 6.6).
  if (last !== null && (body.effectiveFrom < last.effectiveFrom || body.effectiveFrom < ws.event.occurredAt)) {
    return { code: 'effective_from_invalid', field: 'effectiveFrom', missing: null };
  }
  // What was counted in money cannot be held against points (contract.md 6.14).
  const field = known === null ? null : changedBudgetUnit(known, body.document);
  if (field !== null) return { code: 'budget_unit_changed', field, missing: null };
  const changed = known === null ? null : changedUnit(known, body.document);
  if (changed !== null) return { ...changed, missing: null };
  const version: PublishedVersion = { id: body.versionId, number: body.number, effectiveFrom: body.effectiveFrom, document: body.document };
  const base: Program = known ?? { id: body.programId, createdSequence: ws.event.sequence, versions: [], pauses: [], endedAt: null };
  ws.programs.put({ ...base, versions: [...base.versions, version] });
  return 'processed';
}

/** The budget that an earlier version kept in another unit, as a field of the document. */
function changedBudgetUnit({ versions }: Program, document: ProgramDocument): string | null {
  const isOther = (budget: Budget | null, earlier: (version: ProgramDocument) => Budget | null | undefined): boolean =>
    budget !== null && versions.some((version) => (earlier(version.document)?.unit ?? budget.unit) !== budget.unit);
  if (isOther(document.budget, (version) => version.budget)) return '/budget';
  const changed = placedRules(document).find(({ rule: { id, caps } }) =>
    isOther(caps.budget, (version) => findRule(version, id)?.caps.budget),
  );
  return changed === undefined ? null : `${changed.field}/caps/budget`;
}

/** Whatever would have caps and budgets count two currencies, or money and points, as one sum. */
function changedUnit({ versions }: Program, document: ProgramDocument): Pick<DecisionProblem, 'code' | 'field'> | null {
  if (versions.some((version) => version.document.currency !== document.currency)) return { code: 'currency_changed', field: '/currency' };
  const changed = placedRules(document).find(({ rule }) => {
    const same = [rule, ...versions.flatMap((version) => findRule(version.document, rule.id) ?? [])];
    const legs = same.flatMap(({ grant }) => grant.filter(({ to }) => to === 'referrer'));
    return same.some(({ caps }) => caps.perReferrer !== null && caps.perReferrer.amount !== null) && valueUnits(legs).size > 1;
  });
  return changed === undefined ? null : { code: 'cap_unit_changed', field: `${changed.field}/caps/perReferrer` };
}

export function changeProgramStatus(
  ws: Workspace,
  type: 'program.paused' | 'program.resumed' | 'program.ended',
  programId: ProgramId,
): ActOutcome {
  const program = ws.programs.get(programId);
  if (program === null) return problem('program_unknown');
  const at = ws.event.occurredAt;
  const open = program.pauses.at(-1);
  const isPaused = open !== undefined && open.until === null;
  if (type === 'program.ended') {
    if (program.endedAt === null) ws.programs.put({ ...program, endedAt: at });
    return 'processed';
  }
  if (program.endedAt !== null) return problem('program_state');
  if (type === 'program.paused') {
    if (programStatusAt(program, at) === 'draft') return problem('program_state');
    if (!isPaused) ws.programs.put({ ...program, pauses: [...program.pauses, { from: at, until: null }] });
    return 'processed';
  }
  if (isPaused) ws.programs.put({ ...program, pauses: [...program.pauses.slice(0, -1), { from: open.from, until: at }] });
  return 'processed';
}

/** Evaluates automatic enrolment of up to 500 customers over all they have done (imported orders included). */
export function evaluateEnrolment(ws: Workspace, body: Extract<ActBody, { type: 'enrolment.evaluated' }>): ActOutcome {
  const program = ws.programs.get(body.programId);
  if (program === null) return problem('program_unknown');
  let joined = 0;
  for (const id of body.customerIds) {
    const customer = ws.customers.get(id);
    if (customer === null || customer.mergedInto !== null || customer.erasedAt !== null) continue;
    if (enrolAutomatically(ws, program, id, ws.event.occurredAt)) joined += 1;
  }
  ws.produced['joined'] = String(joined);
  return 'processed';
}

function problem(code: 'program_state' | 'program_unknown'): DecisionProblem {
  return { code, field: null, missing: null };
}
