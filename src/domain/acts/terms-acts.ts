import type { Subject } from '../attribution/resolve-attribution.ts';
import type { ActBody } from '../events.ts';
import { memberKey } from '../facts/facts.ts';
import { acceptanceKey, type TermsAcceptance } from '../facts/terms-acceptance.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ActOutcome } from './member-acts.ts';

/**
 * Keeps a member's yes to the terms of a published version. The intake has compared the hash with the text; a second yes to the
 * same version changes nothing. `version_unknown` for a draft, `tier_unknown` for a tier it lacks, `membership_unknown` for a stranger.
 */
export function acceptTerms(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'terms.accepted' }>): ActOutcome {
  const { programId, scope, versionNumber, textHash, locale, method } = body;
  const program = ws.programs.get(programId);
  if (program === null) return { code: 'program_unknown', field: 'programId', missing: null };
  const version = program.versions.find(({ number }) => number === versionNumber);
  if (version === undefined) return { code: 'version_unknown', field: 'version', missing: null };
  if (scope !== 'program' && !version.document.tiers.some(({ id }) => scope === `tier:${id}`)) {
    return { code: 'tier_unknown', field: 'scope', missing: null };
  }
  if (ws.memberships.get(memberKey(programId, subject.id)) === null) {
    return { code: 'membership_unknown', field: 'programId', missing: null };
  }
  const acceptance: TermsAcceptance = {
    programId,
    customerId: subject.id,
    scope,
    versionNumber,
    textHash,
    locale,
    method,
    acceptedAt: ws.event.occurredAt,
  };
  if (ws.acceptances.get(acceptanceKey(acceptance)) === null) ws.acceptances.put(acceptance);
  return 'processed';
}
