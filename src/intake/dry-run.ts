/** The same decisions with no lock and nothing stored (contract.md 3): a shop asks about the order it is about to take. */
import type pg from 'pg';
import { encodeDecisionAnswer } from '../contract/event-answer.ts';
import { withReadTransaction } from '../database/transaction.ts';
import type { DecisionProblem } from '../domain/decision.ts';
import { apply, type Decision, decide } from '../domain/engine.ts';
import type { Event } from '../domain/events.ts';
import { assumeCredit } from '../domain/facts/assume-credit.ts';
import { KnownTallies } from '../domain/facts/known-tallies.ts';
import { unstoreOrder } from '../domain/facts/unstore-order.ts';
import type { Program } from '../domain/program/program.ts';
import { err, type Result } from '../domain/result.ts';
import { readIdentities } from './batch-reading.ts';
import { factQuery } from './fact-query.ts';
import { factsFromRows } from './fact-rows.ts';
import { loadFactRows } from './facts.store.ts';
import { drawEntropy } from './log-entry.ts';
import type { BatchDeps } from './process-batches.ts';
import { IdentityDirectory } from './resolve-submission.ts';
import type { Submission, SubmissionProblem, SubmissionResult } from './submission.ts';
import { loadPrograms, readTenant } from './tenant-lock.store.ts';

export interface DryRunOptions {
  readonly programVersionId: string | null;
  /** What the customer would spend of a balance on the order, minor units of its currency. */
  readonly creditMinor?: bigint;
}

export async function dryRunBatch(
  pool: pg.Pool,
  deps: BatchDeps,
  submissions: readonly Submission[],
  options: DryRunOptions,
): Promise<SubmissionResult[]> {
  const results = await dryDecide(pool, deps, submissions, options);
  return results.map((result, index): SubmissionResult => {
    if (!result.ok) return { kind: 'refused', problem: result.error };
    const answer = encodeDecisionAnswer(submissions[index]?.eventId ?? '', result.value.outcome);
    return { kind: 'answered', answer, sequence: null, produced: result.value.outcome.produced };
  });
}

/** Decisions as data, for callers that need more than the answer (the checkout check). */
export async function dryDecide(
  pool: pg.Pool,
  deps: BatchDeps,
  submissions: readonly Submission[],
  options: DryRunOptions,
): Promise<Result<Decision, SubmissionProblem>[]> {
  const [first] = submissions;
  if (first === undefined) return [];
  return withReadTransaction(pool, async (client) => {
    const { tenantId } = first;
    const tenant = await readTenant(client, tenantId);
    if (tenant === null) throw new Error('the tenant of a submission exists');
    const stored = await deps.programs.get(client, tenantId, tenant.programRevision);
    const programs =
      options.programVersionId === null ? stored : onlyVersion(await draftPrograms(client, tenantId, stored), options.programVersionId);
    if (programs === null)
      return submissions.map(() => err<SubmissionProblem>({ code: 'version_unknown', field: 'programVersionId', missing: null }));
    const found = await readIdentities(client, { tenantId, hashKey: tenant.hashKey, submissions });
    const directory = new IdentityDirectory(found);
    const customerIds = found.people.map((person) => person.customerId);
    const query = factQuery(tenantId, submissions, { customerIds, programs });
    const rows = await loadFactRows(client, query);
    directory.meetOthers(rows.people);
    const facts = factsFromRows(rows, programs, { persons: directory.persons, known: new KnownTallies(query.history.measures) });
    for (const { body } of submissions) if (body.type === 'order.paid' || body.type === 'order.placed') unstoreOrder(facts, body.orderId);
    const storedAt = deps.clock.now();
    let sequence = tenant.nextSequence;
    return submissions.map((submission): Result<Decision, SubmissionProblem> => {
      const resolved = directory.resolve(submission, { tenantId, hashKey: tenant.hashKey, sequence, storedAt });
      if (!resolved.ok) return resolved;
      const { source, eventId, occurredAt, actor, body } = submission;
      const { customer, touches } = resolved.value;
      const event: Event = {
        tenantId,
        sequence,
        source,
        eventId,
        occurredAt,
        storedAt,
        entropy: drawEntropy(),
        customer,
        touches,
        actor,
        body,
      };
      assumeCredit(facts, event, options.creditMinor ?? 0n);
      const decision: Result<Decision, DecisionProblem> = decide(facts, event, programs);
      if (!decision.ok) return decision;
      apply(facts, decision.value);
      directory.commit(resolved.value, event);
      sequence += 1n;
      return decision;
    });
  });
}

/** That version alone, as if it had always been effective and its programme were running. */
function onlyVersion(programs: readonly Program[], versionId: string): readonly Program[] | null {
  for (const program of programs) {
    const version = program.versions.find((candidate) => candidate.id === versionId);
    if (version !== undefined) return [{ ...program, versions: [{ ...version, effectiveFrom: new Date(0) }], pauses: [], endedAt: null }];
  }
  return null;
}

/** Drafts count too when a version is tried by name. */
async function draftPrograms(
  client: pg.ClientBase,
  tenantId: Submission['tenantId'],
  stored: readonly Program[],
): Promise<readonly Program[]> {
  const drafts = await loadPrograms(client, tenantId, 'with-drafts');
  return drafts.length === 0 ? stored : drafts;
}
