/** Drafts are no decisions: what was never published leaves nothing behind, and what was published is never deleted. */
import { type Problem, problem } from '../contract/problems.ts';
import type { Db } from '../database/schema.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { requireRead } from './document-hash.ts';
import { deleteDraftRow, deleteProgramRows } from './draft-deletion.store.ts';
import { findProgram, type ProgramName, type ProgramRecord } from './programs.store.ts';

/**
 * Deletes a programme with its drafts and its goal. One that was ever published stays: `program_published`; so does a newest draft nobody
 * read: `draft_changed`.
 */
export async function deleteProgram(db: Db, program: ProgramName, readHash: string | null): Promise<Result<null, Problem>> {
  const known = await findProgram(db, program);
  if (known === null) return err(problem('program_unknown', 'id'));
  const newest = known.versions.at(-1);
  const isRead = requireRead(newest, readHash);
  if (!isRead.ok && known.versions.every(({ status }) => status === 'draft')) return isRead;
  const kept = await deleteProgramRows(db, program, readHash === null ? null : (newest ?? null));
  switch (kept) {
    case null:
      return ok(null);
    case 'unknown':
      return err(problem('program_unknown', 'id'));
    case 'published':
      return err(problem('program_published'));
    case 'changed':
      return err(problem('draft_changed'));
  }
}

/**
 * Deletes a draft version beside others. A published one stays: `program_not_draft`; the only one goes with its programme: `version_alone`;
 * a text nobody read stays: `draft_changed`.
 */
export async function deleteVersion(
  db: Db,
  version: ProgramName & { readonly number: number },
  readHash: string | null,
): Promise<Result<ProgramRecord, Problem>> {
  const known = await findProgram(db, version);
  if (known === null) return err(problem('program_unknown', 'id'));
  const draft = known.versions.find(({ number }) => number === version.number);
  if (draft === undefined) return err(problem('version_unknown', 'number'));
  const isRead = draft.status === 'draft' ? requireRead(draft, readHash) : ok(null);
  if (!isRead.ok) return isRead;
  const kept = await deleteDraftRow(db, { ...version, id: draft.id }, readHash === null ? null : draft);
  switch (kept) {
    case null: {
      const left = await findProgram(db, version);
      return left === null ? err(problem('program_unknown', 'id')) : ok(left);
    }
    case 'unknown':
      return err(problem('version_unknown', 'number'));
    case 'published':
      return err(problem('program_not_draft'));
    case 'alone':
      return err(problem('version_alone'));
    case 'changed':
      return err(problem('draft_changed'));
  }
}
