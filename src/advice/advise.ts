import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { ProgramId, TenantId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { Advice } from '../domain/program/lint/advice.ts';
import type { LintKnowledge } from '../domain/program/lint/check.ts';
import type { OtherProgram } from '../domain/program/lint/figures.ts';
import { lintProgram } from '../domain/program/lint/lint-program.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import { listPrograms } from '../programs/programs.store.ts';
import { getOwnerFigures } from '../tenants/tenants.store.ts';
import { adviceAsSent } from './path-as-sent.ts';
import { readLintFigures } from './read-figures.ts';

/** More programmes than this run beside each other nowhere. */
const MAX_OTHERS = 50;

export interface AdviceDeps {
  readonly db: Db;
  readonly clock: Clock;
}

export interface AdviceAsked {
  readonly tenantId: TenantId;
  /** The programme the document belongs to: it does not overlap with itself. Null for a document of none. */
  readonly programId: ProgramId | null;
  readonly document: ProgramDocument;
  /** JSON text of the document as it was sent, which paths then follow; null = the document in full. */
  readonly sent: string | null;
}

export interface AdviceRead {
  readonly advice: readonly Advice[];
  readonly known: LintKnowledge;
}

/** What is to be said of a document in this shop's own numbers, and what that was said from. */
export async function advise(deps: AdviceDeps, asked: AdviceAsked): Promise<AdviceRead> {
  const { db, clock } = deps;
  const at = clock.now();
  const known: LintKnowledge = {
    figures: await readLintFigures(db, asked.tenantId, asked.document),
    owner: await getOwnerFigures(db, asked.tenantId),
    others: await listOthers(db, asked, at),
    at,
  };
  return { advice: adviceAsSent(lintProgram(asked.document, known), asked.sent), known };
}

async function listOthers(db: Db, { tenantId, programId }: AdviceAsked, at: Date): Promise<readonly OtherProgram[]> {
  const programs = await listPrograms(db, { tenantId, after: null, limit: MAX_OTHERS });
  return programs
    .filter((program) => program.id !== programId && statusAt(program, at) === 'live')
    .flatMap((program) => versionAt(program, at) ?? [])
    .map(({ document }) => ({ name: document.name, document }));
}
