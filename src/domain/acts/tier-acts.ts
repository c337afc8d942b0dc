/** Looking at a member's tier when its time has come, inviting to one, accepting its terms. The move itself is `settleTiers`'s. */
import type { Subject } from '../attribution/resolve-attribution.ts';
import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { ActBody } from '../events.ts';
import { memberKey } from '../facts/facts.ts';
import type { Standing } from '../facts/standing.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import { findVersionAt, programStatusAt } from '../program/program.ts';
import { findTier } from '../program/program-rules.ts';
import { tierInstant } from '../tier/settle-tiers.ts';
import { newStanding } from '../tier/tier-case.ts';
import type { ActOutcome } from './member-acts.ts';
import { acceptTerms } from './terms-acts.ts';

/** The job's act. An event that came first may have looked already. */
export function checkTier(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'tier.checked' }>): ActOutcome {
  const program = ws.programs.get(body.programId);
  const standing = ws.standings.get(memberKey(body.programId, subject.id));
  if (program === null || standing === null || standing.nextCheckAt === null || standing.nextCheckAt > ws.event.occurredAt)
    return problem('nothing_due', null);
  // Nobody moves in a programme that is over.
  const status = programStatusAt(program, tierInstant(ws));
  if (status === 'ended' || status === 'draft') ws.standings.put({ ...standing, nextCheckAt: null });
  return 'processed';
}

/** An invitation by staff: who accepts its terms enters whatever the conditions say, until the tier's term ends. */
export function inviteToTier(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'tier.invited' }>): ActOutcome {
  const found = findMember(ws, subject, body.programId);
  if ('code' in found) return found;
  const { document, standing } = found;
  const tier = findTier(document, body.tierId);
  if (tier === null) return problem('tier_unknown', 'tierId');
  const isAbove = document.tiers.indexOf(tier) > document.tiers.findIndex(({ id }) => id === standing.tierId);
  if (tier.entry.acceptance === 'none' || !isAbove) return problem('tier_state', 'tierId');
  const isOpen = standing.invitedTo === tier.id && standing.invitedBy === 'staff';
  if (!isOpen) ws.standings.put({ ...standing, invitedTo: tier.id, invitedAt: tierInstant(ws), invitedBy: 'staff' });
  ws.produced['tierId'] = tier.id;
  return 'processed';
}

/** The yes to a tier's terms. `tier_not_invited` where no invitation to this tier is open; a second yes changes nothing. */
export function acceptTier(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'tier.accepted' }>): ActOutcome {
  const { programId, tierId, versionNumber, textHash, locale, method } = body;
  const found = findMember(ws, subject, programId);
  if ('code' in found) return found;
  const { document, standing } = found;
  if (findTier(document, tierId) === null) return problem('tier_unknown', 'tierId');
  ws.produced['tierId'] = tierId;
  if (standing.tierId === tierId) return 'processed';
  if (standing.invitedTo !== tierId) return problem('tier_not_invited', 'tierId');
  const scope = `tier:${tierId}` as const;
  return acceptTerms(ws, subject, { type: 'terms.accepted', programId, scope, versionNumber, textHash, locale, method });
}

function findMember(
  ws: Workspace,
  subject: Subject,
  programId: ProgramId,
): DecisionProblem | { readonly document: ProgramDocument; readonly standing: Standing } {
  const at = tierInstant(ws);
  const program = ws.programs.get(programId);
  const document = program === null ? undefined : findVersionAt(program, at)?.document;
  if (program === null || document === undefined) return problem('program_unknown', 'programId');
  if (programStatusAt(program, at) === 'ended') return problem('program_state', 'programId');
  const key = memberKey(programId, subject.id);
  const membership = ws.memberships.get(key);
  if (membership === null) return problem('membership_unknown', 'programId');
  if (membership.status !== 'active') return problem('membership_state', 'programId');
  return { document, standing: ws.standings.get(key) ?? newStanding(programId, subject.id, at) };
}

function problem(code: DecisionProblemCode, field: string | null): DecisionProblem {
  return { code, field, missing: null };
}
