import { createHash } from 'node:crypto';
import { type Problem, problem } from '../contract/problems.ts';
import { encodeProgramDocument } from '../contract/program-document.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { VersionRecord } from './programs.store.ts';

type Text = Pick<VersionRecord, 'sent' | 'document'>;

/** The document of a version as JSON text. */
export function documentText(version: Text): string {
  return version.sent ?? JSON.stringify(encodeProgramDocument(version.document));
}

/** SHA-256 of the text, hex: which text of a version somebody has read. */
export function documentHash(version: Text): string {
  return createHash('sha256').update(documentText(version)).digest('hex');
}

/** `draft_changed` where another text was read than is kept; null = the caller takes whatever is kept. */
export function requireRead(version: Text | undefined, readHash: string | null): Result<null, Problem> {
  if (readHash === null) return ok(null);
  return version !== undefined && documentHash(version) === readHash ? ok(null) : err(problem('draft_changed'));
}
