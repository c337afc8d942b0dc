import { advise } from '../advice/advise.ts';
import { adviceProblem } from '../advice/encode-advice.ts';
import { PUBLICATION_SOURCE } from '../advice/published-advice.store.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { encodeMargin } from '../contract/program-document-tier.ts';
import type { Call } from '../contract/route.ts';
import { answerAdvice, type TypedReasons } from '../domain/program/lint/answer-advice.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { submitAct } from '../events/submit-act.ts';
import { faultPoint } from '../fault-point.ts';
import { getKeyName } from '../keys/keys.store.ts';
import { getOwnerFigures } from '../tenants/tenants.store.ts';
import { decodeDraft, type SentDocument } from './decode-document-body.ts';
import { requireRead } from './document-hash.ts';
import { type EnrolmentDeps, type EnrolmentProgress, getEnrolment, runEnrolment } from './enrol-customers.ts';
import { type EnrolmentRun, findRun } from './enrolment.store.ts';
import { statusAt, versionAt } from './program-status.ts';
import {
  findProgram,
  getTenantTimeZone,
  keepSentText,
  type ProgramName,
  type ProgramRecord,
  type VersionRecord,
} from './programs.store.ts';

/** How long a request waits for enrolment; the rest goes on in the background. */
const ENROLMENT_WAIT_MS = 20_000;

export interface EnrollingProgram {
  readonly program: ProgramRecord;
  readonly enrolment: EnrolmentProgress;
}

/** What the publisher says: from when (null = now), and why the warnings do not matter. */
export interface Publication {
  readonly effectiveFrom: Date | null;
  /** Null = a caller that knows of no advice. */
  readonly reasons: TypedReasons | null;
  /** A person of staff, who must answer. */
  readonly actor: string | null;
  /** Of the draft that was read; null = whatever it holds. */
  readonly readHash: string | null;
}

/**
 * Publishes a version from `effectiveFrom` on (null = now, contract.md 6.6) and enrols whom it names. A published version is
 * answered as it is. `effective_from_invalid` when a later version would begin in the past or before its predecessor.
 */
export async function publishVersion(
  deps: EnrolmentDeps,
  call: Call,
  asked: ProgramName & Publication & { readonly number: number },
): Promise<Result<EnrollingProgram, Problem>> {
  const found = await findVersion(deps, asked);
  if (!found.ok) return found;
  if (found.value.status === 'draft') {
    const isRead = requireRead(found.value, asked.readHash);
    if (!isRead.ok) return isRead;
    const published = await publish(deps, call, { program: asked, version: found.value, publication: asked });
    if (!published.ok) return published;
  }
  const current = await findVersion(deps, asked);
  if (!current.ok) return current;
  if (current.value.status === 'draft') return err(problem('program_state'));
  const program = await findProgram(deps.db, asked);
  // With tiers, now or before, everybody is looked at, however members join.
  const hasLadder = program?.versions.some(({ status, document }) => status === 'published' && document.tiers.length > 0) ?? false;
  const enrolment = await enrolOnce(deps, asked, { version: current.value, hasLadder });
  return program === null ? err(problem('program_unknown', 'id')) : ok({ program, enrolment });
}

async function findVersion(deps: EnrolmentDeps, asked: ProgramName & { readonly number: number }): Promise<Result<VersionRecord, Problem>> {
  const program = await findProgram(deps.db, asked);
  if (program === null) return err(problem('program_unknown', 'id'));
  const version = program.versions.find((each) => each.number === asked.number);
  return version === undefined ? err(problem('version_unknown', 'number')) : ok(version);
}

async function publish(
  deps: EnrolmentDeps,
  call: Call,
  draft: { readonly program: ProgramName; readonly version: VersionRecord; readonly publication: Publication },
): Promise<Result<SentDocument, Problem>> {
  const { version, program, publication } = draft;
  const decoded = decodeDraft(version, { timeZone: await getTenantTimeZone(deps.db, program.tenantId) });
  if (!decoded.ok) return decoded;
  const { sent, document } = await withOwnMargin(deps, program, decoded.value);
  const { advice } = await advise(deps, { ...program, document, sent });
  const given = answerAdvice(advice, {
    reasons: publication.reasons ?? {},
    mustAnswer: publication.reasons !== null || publication.actor !== null,
  });
  if (!given.ok) return err(adviceProblem(given.error));
  // One reading of the clock: a version that begins now must not begin before its own publication.
  const now = deps.clock.now();
  const effectiveFrom = publication.effectiveFrom ?? now;
  // The version is the act's identity, so that of two requests, or of two texts of one draft, exactly one is published.
  const act: Call = {
    ...call,
    act: { source: PUBLICATION_SOURCE, eventId: version.id },
    sent: { sent, effectiveFrom: publication.effectiveFrom?.toISOString() ?? null },
  };
  const done = await submitAct({ intake: deps.intake, clock: { now: () => now } }, act, {
    actor: publication.actor ?? call.caller.keyId,
    body: {
      type: 'program.published',
      programId: program.programId,
      versionId: version.id,
      number: version.number,
      effectiveFrom,
      document,
      ...(given.value.length === 0
        ? {}
        : { advice: given.value, answeredBy: publication.actor ?? (await getKeyName(deps.db, call.caller)) }),
    },
  });
  if (done.ok) {
    faultPoint('mid-publish');
    await keepSentText(deps.db, { tenantId: program.tenantId, versionId: version.id, sent });
    return decoded;
  }
  // Another request has just published it: its answer is this one's.
  return done.error.code === 'event_conflict' ? decoded : done;
}

/** What the owner typed of the margin is written into a document that names none, so that a replay needs no setting. */
async function withOwnMargin({ db }: EnrolmentDeps, { tenantId }: ProgramName, draft: SentDocument): Promise<SentDocument> {
  if (draft.document.margin !== null) return draft;
  const { margin } = await getOwnerFigures(db, tenantId);
  if (margin === null) return draft;
  const sent: unknown = JSON.parse(draft.sent);
  return {
    sent: JSON.stringify(typeof sent === 'object' ? { ...sent, margin: encodeMargin(margin) } : sent),
    document: { ...draft.document, margin },
  };
}

/** A walk for an earlier version, or begun before this one did, knows nothing of it; so a publication cut off before its walk is made good by asking again. */
async function enrolOnce(
  deps: EnrolmentDeps,
  program: ProgramName,
  { version, hasLadder }: { readonly version: VersionRecord; readonly hasLadder: boolean },
): Promise<EnrolmentProgress> {
  const begins = version.effectiveFrom ?? deps.clock.now();
  const run = await findRun(deps.db, program);
  const isWalked = version.document.enrolment.mode === 'automatic' || hasLadder;
  if (!isWalked || (run !== null && isFor(run, { begins, number: version.number }))) return getEnrolment(deps, program);
  const startsAt = new Date(Math.max(begins.getTime(), deps.clock.now().getTime()));
  return runEnrolment(deps, program, { startsAt, versionNumber: version.number, limitMs: ENROLMENT_WAIT_MS });
}

function isFor(run: EnrolmentRun, version: { readonly begins: Date; readonly number: number }): boolean {
  return run.versionNumber === null ? run.startsAt >= version.begins : run.versionNumber >= version.number;
}

/** Evaluates enrolment of everybody once more. `enrolment_mode` where joining is not automatic, `program_state` unless live. */
export async function enrolAgain(deps: EnrolmentDeps, program: ProgramName): Promise<Result<EnrollingProgram, Problem>> {
  const record = await findProgram(deps.db, program);
  if (record === null) return err(problem('program_unknown', 'id'));
  const now = deps.clock.now();
  if (statusAt(record, now) !== 'live') return err(problem('program_state'));
  const version = versionAt(record, now);
  if (version === null || (version.document.enrolment.mode !== 'automatic' && version.document.tiers.length === 0))
    return err(problem('enrolment_mode'));
  const enrolment = await runEnrolment(deps, program, { startsAt: now, versionNumber: version.number, limitMs: ENROLMENT_WAIT_MS });
  return ok({ program: record, enrolment });
}
